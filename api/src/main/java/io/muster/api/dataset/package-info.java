/**
 * Data sets on disk: read with every issue of theirs, or generated. Uses {@link io.muster.api.output}, {@link
 * io.muster.api.progress} and {@link io.muster.api.error}.
 */
@NullMarked
package io.muster.api.dataset;

import org.jspecify.annotations.NullMarked;
