package io.muster.api.service.booking;

import io.muster.data.plan.Booking;
import io.muster.data.plan.SessionRow;
import org.jspecify.annotations.Nullable;

/**
 * A booking with what lists ask of it.
 *
 * @param booking the booking
 * @param person whose
 * @param session its session; null: digital learning
 */
record Placed(Booking booking, Person person, @Nullable SessionRow session) {}
