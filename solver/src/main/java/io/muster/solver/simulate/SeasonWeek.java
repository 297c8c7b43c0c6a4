package io.muster.solver.simulate;

import io.muster.data.plan.Disruption;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A week of a season: the re-plan of its Monday, and what came of the week.
 *
 * @param monday its Monday, the day of the re-plan
 * @param byBcu how far each BCU is by the week's end, by name; BCUs without requirements are left out
 * @param booked requirements with a booking that counts after the re-plan, attended ones among them
 * @param shortfall coverage shortfall after the re-plan
 * @param disruptions what became known on the Monday, by kind
 * @param withdrawals bookings whose people withdrew on the Monday
 * @param broken baseline bookings that the disruptions broke, no-shows of the week before among them; where several
 *     break a rule together, all of them, though not all need be moved
 * @param moved baseline bookings on another day or slot after the re-plan, or dropped; no-shows apart
 * @param dropped those of them dropped: their requirement is unbooked, or none any more
 * @param undisturbedMoved those moved or dropped though nothing broke them
 * @param peopleMoved people with a booking moved or dropped
 * @param movedByBand moved and dropped bookings by the least days of their notice band
 * @param changePence price of all changes of the re-plan, no-shows' among them
 * @param backlog requirements whose booking was moved, dropped or missed at some time of the season, not attended yet
 * @param backlogUnbooked those of them without a booking after the re-plan
 * @param noShows bookings of the week whose people did not turn up
 * @param cost pence by cost line of the plan after the re-plan, by the line's id
 */
public record SeasonWeek(
        LocalDate monday,
        SortedMap<String, Progress> byBcu,
        int booked,
        long shortfall,
        Map<Disruption.Kind, Integer> disruptions,
        int withdrawals,
        int broken,
        int moved,
        int dropped,
        int undisturbedMoved,
        int peopleMoved,
        SortedMap<Integer, Integer> movedByBand,
        long changePence,
        int backlog,
        int backlogUnbooked,
        int noShows,
        Map<String, Long> cost) {

    /** Copies the maps. */
    public SeasonWeek {
        byBcu = Collections.unmodifiableSortedMap(new TreeMap<>(byBcu));
        movedByBand = Collections.unmodifiableSortedMap(new TreeMap<>(movedByBand));
        Map<Disruption.Kind, Integer> kinds = new EnumMap<>(Disruption.Kind.class);
        kinds.putAll(disruptions);
        disruptions = Collections.unmodifiableMap(kinds);
        cost = Collections.unmodifiableMap(new LinkedHashMap<>(cost));
    }

    /** {@return how far all are by the week's end} */
    public Progress progress() {
        return byBcu.values().stream().reduce(new Progress(0, 0), Progress::plus);
    }
}
