package io.muster.api.service.replan;

import io.muster.api.replan.ReplanFigures;
import io.muster.api.replan.ReplanOption;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an option of a re-plan changes for people.
 *
 * @param peopleMoved people with a booking that moved or is gone
 * @param peopleMovedNotHit those of them whom no disruption had hit
 * @param bookingsMoved bookings that moved to another date or slots
 * @param bookingsDropped bookings that are gone
 * @param bookingsAdded bookings that the published plan does not have
 * @param changesByReason changes by reason
 * @param movedByNoticeDays moved and dropped bookings by the least days of their notice band
 * @param peopleNewPlace people who are to be told of another room or venue only
 * @param trainersChanged trainers whose sessions change
 * @param changePence price of all changes
 * @param lastDate date of the last booking; null: there is none
 * @param seconds wall-clock seconds of the repair
 */
record OptionFigures(
        int peopleMoved,
        int peopleMovedNotHit,
        int bookingsMoved,
        int bookingsDropped,
        int bookingsAdded,
        Map<String, Integer> changesByReason,
        Map<Integer, Integer> movedByNoticeDays,
        int peopleNewPlace,
        int trainersChanged,
        long changePence,
        @Nullable LocalDate lastDate,
        double seconds) {
    private static final double MILLIS = 1000;

    static OptionFigures of(ReplanOption option) {
        ReplanFigures figures = option.figures();
        return new OptionFigures(
                figures.people(),
                figures.peopleNotHit(),
                figures.moved(),
                figures.dropped(),
                figures.added(),
                figures.byReason(),
                figures.byBand(),
                figures.newPlace(),
                figures.trainers(),
                figures.changePence(),
                figures.lastDate(),
                option.duration().toMillis() / MILLIS);
    }
}
