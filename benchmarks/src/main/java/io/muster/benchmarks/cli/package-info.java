/** The command line: it translates, nothing else. */
@NullMarked
package io.muster.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
