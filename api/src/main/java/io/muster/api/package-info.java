/** Package of the module; see ARCHITECTURE.md. */
@NullMarked
package io.muster.api;

import org.jspecify.annotations.NullMarked;
