/**
 * Every "why" about a plan on disk, as commands ask it: opens plans, and answers by {@code io.muster.solver.explain}. Uses
 * {@link io.muster.api.dataset}, {@link io.muster.api.scope}, {@link io.muster.api.plan}, {@link io.muster.api.progress}
 * and {@link io.muster.api.error}.
 */
@NullMarked
package io.muster.api.explain;

import org.jspecify.annotations.NullMarked;
