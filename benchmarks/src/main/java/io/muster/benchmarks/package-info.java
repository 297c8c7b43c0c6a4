/** Package of the module; see ARCHITECTURE.md. */
@NullMarked
package io.muster.benchmarks;

import org.jspecify.annotations.NullMarked;
