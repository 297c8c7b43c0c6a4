/**
 * Plans and their life: asked for, solved by a job, looked at, discarded. Uses {@link io.muster.api.service.content}, {@link
 * io.muster.api.service.dataset}, {@link io.muster.api.service.event}, {@link io.muster.api.service.job}, {@link
 * io.muster.api.service.ruleset}, {@link io.muster.api.service.trail}.
 */
@NullMarked
package io.muster.api.service.plan;

import org.jspecify.annotations.NullMarked;
