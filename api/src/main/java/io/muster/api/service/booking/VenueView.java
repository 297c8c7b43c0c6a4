package io.muster.api.service.booking;

/**
 * A venue.
 *
 * @param venueId the venue
 * @param venueName its name
 * @param lat latitude, degrees
 * @param lon longitude, degrees
 * @param internal whether it belongs to the service
 * @param rooms its rooms
 * @param sessions sessions that run there
 * @param seats their seats
 * @param booked seats taken
 * @param occupancy seats taken of their seats, a fraction; 0 when none runs
 */
public record VenueView(
        String venueId,
        String venueName,
        double lat,
        double lon,
        boolean internal,
        int rooms,
        int sessions,
        int seats,
        int booked,
        double occupancy) {}
