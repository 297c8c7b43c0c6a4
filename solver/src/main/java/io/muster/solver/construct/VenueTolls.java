package io.muster.solver.construct;

import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a day's seat at each venue is worth when all the training of the programme is shared out: an ascending auction in
 * which every team goes where journey and toll are least together, and a venue that more want than its rooms at that toll
 * seat asks for more. Cheap rooms thus go to those for whom the alternative is a dear one.
 */
final class VenueTolls {

    /** A venue raises its toll by this share of the dearest room's price at a time. */
    private static final int STEPS = 200;
    /** What a session's trainers are taken to cost for a slot, pence: a small room shares them among fewer. */
    private static final long SESSION_PENCE = 20_000;

    /** Journeys and tolls this close are as good as equal: teams are shared out among such venues, pence. */
    private static final double SPREAD_PENCE = 200;

    private record Room(long dayPence, long seats) {}

    private VenueTolls() {}

    /** {@return the toll of each venue for a day's seat, pence, hire and trainers included} */
    static long[] of(Problem problem) {
        Estate estate = problem.estate;
        long[] wanted = wanted(problem);
        List<List<Room>> rooms = rooms(problem);
        long[] toll = new long[estate.venues];
        long most = 0;
        for (int v = 0; v < estate.venues; v++) {
            toll[v] = rooms.get(v).stream().mapToLong(Room::dayPence).min().orElse(0);
            most = Math.max(
                    most, rooms.get(v).stream().mapToLong(Room::dayPence).max().orElse(0));
        }
        double[] asked = new double[estate.venues];
        boolean again = true;
        while (again) {
            again = false;
            ask(problem, wanted, rooms, toll, asked);
            for (int v = 0; v < estate.venues; v++) {
                if (toll[v] < most && asked[v] > seatsFor(toll[v], rooms.get(v))) {
                    toll[v] = Math.min(most, toll[v] + 1 + most / STEPS);
                    again = true;
                }
            }
        }
        return toll;
    }

    private static long seatsFor(long toll, List<Room> rooms) {
        return rooms.stream()
                .filter(room -> room.dayPence <= toll)
                .mapToLong(Room::seats)
                .sum();
    }

    /** Works out how many days each venue is asked for at its toll. */
    private static void ask(Problem problem, long[] wanted, List<List<Room>> rooms, long[] toll, double[] asked) {
        Arrays.fill(asked, 0);
        double[] share = new double[toll.length];
        for (int t = 0; t < wanted.length; t++) {
            long least = Long.MAX_VALUE;
            for (int v = 0; v < toll.length; v++) {
                if (!rooms.get(v).isEmpty() && reaches(problem, t, v)) {
                    least = Math.min(least, problem.estate.travelPence[t * toll.length + v] + toll[v]);
                }
            }
            double sum = 0;
            for (int v = 0; v < toll.length; v++) {
                boolean isOpen = !rooms.get(v).isEmpty() && reaches(problem, t, v);
                long regret = problem.estate.travelPence[t * toll.length + v] + toll[v] - least;
                share[v] = isOpen ? StrictMath.exp(-regret / SPREAD_PENCE) : 0;
                sum += share[v];
            }
            for (int v = 0; v < toll.length && sum > 0; v++) {
                asked[v] += wanted[t] * share[v] / sum;
            }
        }
    }

    private static boolean reaches(Problem problem, int team, int venue) {
        return problem.estate.travelMinutes[team * problem.estate.venues + venue]
                <= problem.dataSet.programme().limits().maxTravelMinutes();
    }

    /** Days in a room that each team's people need. */
    private static long[] wanted(Problem problem) {
        Requirements requirements = problem.requirements;
        Curriculum curriculum = problem.curriculum;
        Workforce workforce = problem.workforce;
        long[] wanted = new long[workforce.teams];
        for (int p = 0; p < workforce.staff; p++) {
            int slots = 0;
            for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
                int module = requirements.moduleOf[r];
                slots += curriculum.isFaceToFace(module) && !requirements.blocked[r] ? curriculum.slots[module] : 0;
            }
            wanted[workforce.teamOf[p]] += slots;
        }
        for (int t = 0; t < wanted.length; t++) {
            wanted[t] = (wanted[t] + problem.calendar.slots - 1) / problem.calendar.slots;
        }
        return wanted;
    }

    private static List<List<Room>> rooms(Problem problem) {
        Estate estate = problem.estate;
        Calendar calendar = problem.calendar;
        int largestClass = 0;
        for (int m = 0; m < problem.curriculum.modules; m++) {
            largestClass =
                    Math.max(largestClass, problem.curriculum.isFaceToFace(m) ? problem.curriculum.maxClass[m] : 0);
        }
        List<List<Room>> rooms = new ArrayList<>();
        for (int v = 0; v < estate.venues; v++) {
            rooms.add(new ArrayList<>());
        }
        for (int room = 0; room < estate.realRooms; room++) {
            int seats = Math.min(estate.capacity[room], largestClass);
            int days = 0;
            for (int d = 0; d < calendar.days; d++) {
                days += estate.open[room * calendar.days + d] ? 1 : 0;
            }
            if (seats > 0 && days > 0) {
                long pence = (estate.pencePerSlot[room] + SESSION_PENCE) * calendar.slots / seats;
                rooms.get(estate.venueOf[room]).add(new Room(pence, (long) seats * days));
            }
        }
        return rooms;
    }
}
