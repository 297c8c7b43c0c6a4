package io.muster.solver.bound;

import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The cost that given tolls prove: what everybody pays at least who books alone, less what rooms gain at most by running
 * sessions and trainers by teaching, less the price of the weight that the plan leaves unbooked. In any plan the seats
 * taken are no more than those of sessions that run, and sessions' trainers no more than those who teach; so what is paid
 * in tolls is no more than what is earned, and the plan costs at least the difference.
 */
final class TollBound {

    /** Prices of a point of weight left unbooked that are tried, in eighths of a training day. */
    private static final int[] DROPS = {1, 2, 4, 6, 8, 9, 10, 11, 12, 14, 16, 20, 24, 32, 48, 96};

    private static final int EIGHTHS = 8;

    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Estate estate;
    private final Cadre cadre;
    private final Openings openings;
    private final Tolls tolls;
    private final CheapestDays people;
    /** Days on which somebody may be booked: on others nothing runs. */
    private final boolean[] used;

    TollBound(Problem problem, Openings openings, Demand demand, Tolls tolls) {
        this.problem = problem;
        this.openings = openings;
        this.tolls = tolls;
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        estate = problem.estate;
        cadre = problem.cadre;
        people = new CheapestDays(problem, openings, demand, tolls);
        used = new boolean[calendar.days];
        for (int d = 0; d < calendar.days; d++) {
            used[d] = people.isUsed(d);
        }
    }

    /**
     * The bound.
     *
     * @param shortfall the coverage shortfall of the plan
     * @return pence that no plan of that shortfall goes below, 0 or more
     */
    long least(long shortfall) {
        if (!people.canCount()) {
            return 0;
        }
        long[] drops = Arrays.stream(DROPS)
                .mapToLong(eighths -> eighths * problem.prices.abstractionDay * Tolls.PARTS / EIGHTHS)
                .toArray();
        long[] paid = new long[drops.length];
        for (int p = 0; p < problem.workforce.staff; p++) {
            long[] least = people.least(p);
            for (int k = 0; k < drops.length; k++) {
                long best = Long.MAX_VALUE;
                for (int weight = 0; weight < least.length; weight++) {
                    if (least[weight] < Long.MAX_VALUE) {
                        best = Math.min(best, least[weight] + weight * drops[k]);
                    }
                }
                paid[k] += best;
            }
        }
        long gains = rooms() + trainers();
        long most = 0;
        for (int k = 0; k < drops.length; k++) {
            most = Math.max(most, paid[k] - shortfall * drops[k] - gains);
        }
        return most / Tolls.PARTS;
    }

    private boolean mayRun(int module, int d) {
        return used[d] && d >= curriculum.firstDay[module] && openings.isTaught(module, d);
    }

    private long rooms() {
        long gains = 0;
        for (int room = 0; room < estate.realRooms; room++) {
            for (int d = 0; d < calendar.days; d++) {
                if (estate.open[room * calendar.days + d]) {
                    gains += gain(room, d);
                }
            }
        }
        return gains;
    }

    /** The most a room gains on a day: the best module in each slot, or the best that takes both. */
    private long gain(int room, int d) {
        long one = 0;
        long both = 0;
        for (int m = 0; m < curriculum.modules; m++) {
            if (curriculum.isFaceToFace(m) && mayRun(m, d)) {
                int slots = curriculum.slots[m];
                long seats = (long) slots * tolls.seat[estate.venueOf[room]] + tolls.booking[m];
                long gain = problem.capacity(room, m, d) * seats
                        - slots * (estate.pencePerSlot[room] * Tolls.PARTS + tolls.staffing(curriculum, m));
                if (slots == 1) {
                    one = Math.max(one, gain);
                } else {
                    both = Math.max(both, gain);
                }
            }
        }
        return Math.max(one * calendar.slots, both);
    }

    /** The most that trainers gain: each on the best days of each week. */
    private long trainers() {
        long gains = 0;
        for (int t = 0; t < cadre.trainers; t++) {
            for (int w = 0; w < calendar.weeks; w++) {
                int trainer = t;
                int week = w;
                long[] days = IntStream.range(0, calendar.days)
                        .filter(d -> calendar.weekOf[d] == week)
                        .mapToLong(d -> gainOfTrainer(trainer, d))
                        .sorted()
                        .toArray();
                for (int i = Math.max(0, days.length - cadre.maxDaysPerWeek[t]); i < days.length; i++) {
                    gains += days[i];
                }
            }
        }
        return gains;
    }

    private long gainOfTrainer(int t, int d) {
        if (!cadre.available[t * calendar.days + d]) {
            return 0;
        }
        long most = 0;
        for (int m = 0; m < curriculum.modules; m++) {
            if (cadre.accredited[t * curriculum.modules + m] && !curriculum.isDigital(m) && mayRun(m, d)) {
                most = Math.max(most, tolls.trainer[m] + (cadre.internal[t] ? tolls.internal[m] : 0L));
            }
        }
        return Math.max(0, most * calendar.slots - cadre.pencePerDay[t] * Tolls.PARTS);
    }
}
