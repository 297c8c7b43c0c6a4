/**
 * Manual decisions: judged at once, and taken as another draft made from the plan they are about. Uses {@link
 * io.muster.api.service.explain} for views, {@link io.muster.api.service.live} for plans that are open for questions, {@link
 * io.muster.api.service.plan}, {@link io.muster.api.service.trail} and {@link io.muster.api.service.web}.
 */
@NullMarked
package io.muster.api.service.decide;

import org.jspecify.annotations.NullMarked;
