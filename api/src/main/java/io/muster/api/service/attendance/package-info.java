/**
 * Who came and who did not: recorded session by session, shown wherever bookings are, and answered by the next re-plan,
 * which books again whom a session missed. Uses {@link io.muster.api.service.live}, {@link io.muster.api.service.plan} and
 * {@link io.muster.api.service.replan}.
 */
@NullMarked
package io.muster.api.service.attendance;

import org.jspecify.annotations.NullMarked;
