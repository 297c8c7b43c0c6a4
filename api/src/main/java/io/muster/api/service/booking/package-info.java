/**
 * What a plan says, as lists and pages: bookings, sessions, people, teams, trainers, rooms, venues, days, the work list of
 * what is unbooked, and the abstraction of teams. Each caller sees what their role may see of it ({@link
 * io.muster.api.service.booking.Sight}). Uses {@link io.muster.api.service.live}, {@link io.muster.api.service.plan},
 * {@link io.muster.api.service.access}, {@link io.muster.api.service.web} and, for caps, {@code io.muster.solver.check}.
 */
@NullMarked
package io.muster.api.service.booking;

import org.jspecify.annotations.NullMarked;
