/** Package of the module; see ARCHITECTURE.md. */
@NullMarked
package io.muster.solver;

import org.jspecify.annotations.NullMarked;
