/**
 * A plan becomes the one that holds: what is still wrong with it, the decision of a human, the versions published so far,
 * and what differs between two plans. Uses {@link io.muster.api.service.content}, {@link io.muster.api.service.dataset},
 * {@link io.muster.api.service.event}, {@link io.muster.api.service.live}, {@link io.muster.api.service.plan}, {@link
 * io.muster.api.service.ruleset}, {@link io.muster.api.service.trail}.
 */
@NullMarked
package io.muster.api.service.publication;

import org.jspecify.annotations.NullMarked;
