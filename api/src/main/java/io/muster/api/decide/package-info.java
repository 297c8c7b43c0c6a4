/**
 * Manual decisions about a plan on disk: judged at once, and written as a new plan when asked. Uses {@link
 * io.muster.api.explain}, {@link io.muster.api.plan}, {@link io.muster.api.progress} and {@link io.muster.api.error}.
 */
@NullMarked
package io.muster.api.decide;

import org.jspecify.annotations.NullMarked;
