/** Tests of the command line, run in this JVM with captured output. */
@NullMarked
package io.muster.api.cli;

import org.jspecify.annotations.NullMarked;
