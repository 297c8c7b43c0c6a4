package io.muster.api.service.booking;

import java.util.List;

/**
 * A session with its class list.
 *
 * @param dataSetId the data set
 * @param planId the plan
 * @param session the session
 * @param attendees who is booked, by id, as far as the caller may see them; cancelled bookings are left out
 * @param hidden how many more are booked whom the caller may not see
 */
public record ClassView(
        String dataSetId, String planId, SessionView session, List<AttendeeView> attendees, int hidden) {}
