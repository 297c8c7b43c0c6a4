/**
 * Whether full coverage of a data set is possible, before it is planned. Uses {@link io.muster.api.dataset},
 * {@link io.muster.api.scope}, {@link io.muster.api.progress} and {@link io.muster.api.error}.
 */
@NullMarked
package io.muster.api.check;

import org.jspecify.annotations.NullMarked;
