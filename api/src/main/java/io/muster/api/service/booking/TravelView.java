package io.muster.api.service.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who travels how far in a plan, in aggregates. A journey is a person's day with face-to-face training, one way from the base
 * of the team they are in that day.
 *
 * @param targetMinutes journeys up to this cost nothing extra
 * @param limitMinutes longest journey that the rules allow
 * @param people who travel
 * @param journeys how many
 * @param meanMinutes mean of all journeys; null: there is none
 * @param overTarget journeys longer than the target
 * @param venues where they go
 * @param bases where they come from
 * @param flows from a BCU to a venue, most journeys first
 * @param lengths journeys by length, shortest first, in steps of ten minutes
 */
public record TravelView(
        int targetMinutes,
        int limitMinutes,
        int people,
        int journeys,
        @Nullable Double meanMinutes,
        int overTarget,
        List<Place> venues,
        List<Base> bases,
        List<Flow> flows,
        List<Length> lengths) {

    /** Copies the lists. */
    public TravelView {
        venues = List.copyOf(venues);
        bases = List.copyOf(bases);
        flows = List.copyOf(flows);
        lengths = List.copyOf(lengths);
    }

    /**
     * A venue.
     *
     * @param venueId the venue
     * @param venueName its name
     * @param lat latitude, degrees
     * @param lon longitude, degrees
     * @param internal whether it belongs to the service
     * @param seats seats of all sessions that run there
     * @param journeys journeys to it
     * @param meanMinutes their mean; null: there is none
     */
    public record Place(
            String venueId,
            String venueName,
            double lat,
            double lon,
            boolean internal,
            int seats,
            int journeys,
            @Nullable Double meanMinutes) {}

    /**
     * The bases of a BCU, as one point between them.
     *
     * @param bcu the BCU
     * @param lat latitude, degrees: the mean of its teams' bases
     * @param lon longitude, degrees
     * @param teams its teams
     * @param people who travel
     * @param journeys their journeys
     * @param meanMinutes their mean; null: there is none
     */
    public record Base(
            String bcu,
            double lat,
            double lon,
            int teams,
            int people,
            int journeys,
            @Nullable Double meanMinutes) {}

    /**
     * Journeys from a BCU to a venue.
     *
     * @param bcu the BCU
     * @param venueId the venue
     * @param venueName its name
     * @param people who travel
     * @param journeys how many, {@code >= 1}
     * @param meanMinutes their mean
     * @param maxMinutes the longest
     * @param overTarget those longer than the target
     */
    public record Flow(
            String bcu,
            String venueId,
            String venueName,
            int people,
            int journeys,
            double meanMinutes,
            int maxMinutes,
            int overTarget) {}

    /**
     * Journeys of a length.
     *
     * @param fromMinutes shortest of them
     * @param toMinutes longest of them
     * @param journeys how many
     */
    public record Length(int fromMinutes, int toMinutes, int journeys) {}
}
