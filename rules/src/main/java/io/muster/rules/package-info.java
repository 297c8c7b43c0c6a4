/** Package of the module; see ARCHITECTURE.md. */
@NullMarked
package io.muster.rules;

import org.jspecify.annotations.NullMarked;
