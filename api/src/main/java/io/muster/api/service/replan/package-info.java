/**
 * What happens after publication: disruptions, what they break, re-plans with their options, the one that is accepted, and
 * who must be told. Uses {@link io.muster.api.service.live}, {@link io.muster.api.service.plan}, {@link
 * io.muster.api.service.dataset}, {@link io.muster.api.service.job} and {@code io.muster.api.replan}, which does the work.
 */
@NullMarked
package io.muster.api.service.replan;

import org.jspecify.annotations.NullMarked;
