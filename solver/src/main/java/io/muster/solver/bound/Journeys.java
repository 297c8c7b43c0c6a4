package io.muster.solver.bound;

import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Workforce;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The least that a day at a venue costs, journey and seats together, for people of a team with the same needs: over the
 * venues in reach at which a room that suits is open that day.
 */
final class Journeys {

    /** Stands for a day without an open room. */
    static final int NONE = Integer.MAX_VALUE / 4;

    private static final int MOST_SEATS = 2;

    private final Calendar calendar;
    private final Estate estate;
    private final Tolls tolls;
    private final int needs;
    /** Group of each (team, needs class): [team * needs + needs class]. */
    private final int[] groupOf;
    /** Least toll of each group and day with one seat or two: [day * 2 + seats - 1]. */
    private final List<int[]> least = new ArrayList<>();

    Journeys(Problem problem, Tolls tolls) {
        this.tolls = tolls;
        calendar = problem.calendar;
        estate = problem.estate;
        Workforce workforce = problem.workforce;
        needs = workforce.needs.size();
        groupOf = new int[workforce.teams * needs];
        Map<List<Object>, Integer> known = new LinkedHashMap<>();
        for (int t = 0; t < workforce.teams; t++) {
            for (int n = 0; n < needs; n++) {
                BitSet rooms = new BitSet();
                List<Object> key = new ArrayList<>(List.of(rooms));
                for (int room = 0; room < estate.realRooms; room++) {
                    if (estate.reaches(t, room) && estate.meetsNeeds[n * estate.rooms + room]) {
                        rooms.set(room);
                        key.add(estate.travelPence[t * estate.venues + estate.venueOf[room]]);
                    }
                }
                Integer seen = known.get(key);
                if (seen == null) {
                    seen = known.size();
                    known.put(key, seen);
                    least.add(least(t, rooms));
                }
                groupOf[t * needs + n] = seen;
            }
        }
    }

    private int[] least(int team, BitSet rooms) {
        int[] pence = new int[calendar.days * MOST_SEATS];
        Arrays.fill(pence, NONE);
        for (int room = rooms.nextSetBit(0); room >= 0; room = rooms.nextSetBit(room + 1)) {
            int venue = estate.venueOf[room];
            long journey = estate.travelPence[team * estate.venues + venue] * Tolls.PARTS;
            for (int d = 0; d < calendar.days; d++) {
                for (int seats = 1; estate.open[room * calendar.days + d] && seats <= MOST_SEATS; seats++) {
                    int at = d * MOST_SEATS + seats - 1;
                    pence[at] = (int) Math.min(pence[at], journey + (long) seats * tolls.seat[venue]);
                }
            }
        }
        return pence;
    }

    /**
     * The least toll of a day.
     *
     * @param team team of a person
     * @param needsClass the person's needs
     * @param day training day
     * @param seats seats taken that day, 1 or 2
     * @return journey and seats; {@link #NONE}: no room in reach is open
     */
    int least(int team, int needsClass, int day, int seats) {
        return least.get(groupOf[team * needs + needsClass])[day * MOST_SEATS + seats - 1];
    }
}
