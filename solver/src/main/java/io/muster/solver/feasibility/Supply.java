package io.muster.solver.feasibility;

import io.muster.solver.bound.Openings;
import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import java.util.Arrays;

/** The seats a module could have in each week if all rooms and trainers were for it alone: never too few. */
final class Supply {

    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Estate estate;
    private final Cadre cadre;
    private final Openings openings;

    Supply(Problem problem, Openings openings) {
        this.problem = problem;
        this.openings = openings;
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        estate = problem.estate;
        cadre = problem.cadre;
    }

    /** {@return most seats of a module on each day; a session takes all its slots} */
    long[] seatsByDay(int module) {
        long[] seats = new long[calendar.days];
        for (int d = curriculum.firstDay[module]; d < calendar.days; d++) {
            if (openings.isTaught(module, d)) {
                seats[d] = (calendar.slots / curriculum.slots[module]) * seatsAtOnce(module, d);
            }
        }
        return seats;
    }

    private long seatsAtOnce(int module, int d) {
        int sessions = sessionsAtOnce(module, d);
        if (!curriculum.isFaceToFace(module)) {
            return (long) Math.min(sessions, problem.requirements.count) * curriculum.maxClass[module];
        }
        int[] capacities = new int[estate.realRooms];
        for (int room = 0; room < estate.realRooms; room++) {
            capacities[room] = estate.open[room * calendar.days + d] ? problem.capacity(room, module) : 0;
        }
        Arrays.sort(capacities);
        long seats = 0;
        for (int i = 1; i <= Math.min(sessions, capacities.length); i++) {
            seats += capacities[capacities.length - i];
        }
        return seats;
    }

    private int sessionsAtOnce(int module, int d) {
        int able = 0;
        int internals = 0;
        for (int t = 0; t < cadre.trainers; t++) {
            if (cadre.accredited[t * curriculum.modules + module]
                    && cadre.available[t * calendar.days + d]
                    && cadre.maxDaysPerWeek[t] > 0) {
                able++;
                internals += cadre.internal[t] ? 1 : 0;
            }
        }
        int sessions = curriculum.trainers[module] == 0 ? Integer.MAX_VALUE : able / curriculum.trainers[module];
        return curriculum.internals[module] == 0
                ? sessions
                : Math.min(sessions, internals / curriculum.internals[module]);
    }

    /** {@return most days on which the accredited trainers of a module may deliver, all or internal ones only} */
    long trainerDays(int module, boolean internalOnly) {
        long days = 0;
        for (int t = 0; t < cadre.trainers; t++) {
            if (!cadre.accredited[t * curriculum.modules + module] || (internalOnly && !cadre.internal[t])) {
                continue;
            }
            int[] inWeek = new int[calendar.weeks];
            for (int d = curriculum.firstDay[module]; d < calendar.days; d++) {
                inWeek[calendar.weekOf[d]] += cadre.available[t * calendar.days + d] ? 1 : 0;
            }
            for (int one : inWeek) {
                days += Math.min(one, cadre.maxDaysPerWeek[t]);
            }
        }
        return days;
    }

    /** {@return the most people a session of a module can have; 0 when no room can hold one} */
    int largestClass(int module) {
        if (!curriculum.isFaceToFace(module)) {
            return curriculum.maxClass[module];
        }
        int most = 0;
        for (int room = 0; room < estate.realRooms; room++) {
            most = Math.max(most, problem.capacity(room, module));
        }
        return most;
    }
}
