package io.muster.solver.replan;

import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;

/** What it counts to book a requirement on a day, pence: what it costs, and what the policy would rather have. */
final class Prices {

    /** What it counts to leave the old week where as few as possible are to be disturbed ... */
    private static final long OTHER_WEEK_PENCE = 100_000;
    /** ... for each week from it ... */
    private static final long WEEK_PENCE = 200;
    /** ... and for an earlier one, which gives less notice. */
    private static final long EARLIER_WEEK_PENCE = 150_000;
    /** What a day counts where the programme is to be over soon. */
    private static final long DAY_PENCE = 3_000;
    /** What it counts when a booking that follows cannot be where it was. */
    private static final long FOLLOWER_PENCE = 200_000;
    /** More than any price. */
    static final long MOST = 1_000_000;

    private final Repair repair;
    private final PlanState state;

    Prices(Repair repair) {
        this.repair = repair;
        state = repair.state;
    }

    /**
     * The price of a booking.
     *
     * @param r an unbooked requirement
     * @param d a day on which it may be booked
     * @param mask the slots, as bits
     * @param venue where; -1: nowhere, virtual or digital
     * @return pence, below {@link #MOST}
     */
    long of(int r, int d, int mask, int venue) {
        int p = repair.requirements.staffOf[r];
        long pence = repair.baseline.changePence(r, d, mask);
        int bits = repair.workforce.dayBits[p * repair.calendar.days + d];
        if (state.maskOn(p, d) == 0) {
            pence += repair.problem.prices.abstractionDay + repair.travelPence(p, d, venue);
            pence += (bits & Workforce.ON_DUTY) == 0 ? repair.problem.prices.restDay : 0;
        } else if (venue >= 0 && !isThere(p, d)) {
            pence += repair.travelPence(p, d, venue);
        }
        pence += repair.problem.prices.priorityWeek * repair.requirements.priorityOf[r] * repair.calendar.wholeWeeks[d];
        return Math.min(MOST - 1, pence + wish(r, d) + followers(p, r, d, mask));
    }

    private boolean isThere(int p, int d) {
        for (int q = repair.requirements.firstOf[p]; q < repair.requirements.firstOf[p + 1]; q++) {
            if (state.isBooked(q) && state.dayOf(q) == d && state.venueOf(state.sessionOf(q)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private long wish(int r, int d) {
        int old = repair.baseline.dayAt[r];
        return switch (repair.policy) {
            case LOWEST_COST -> 0;
            case FASTEST_COMPLETION -> DAY_PENCE * d;
            case LEAST_DISTURBANCE -> {
                int week = repair.calendar.weekOf[d];
                if (old < 0) {
                    yield WEEK_PENCE * week;
                }
                int weeks = week - repair.calendar.weekOf[old];
                yield weeks == 0
                        ? 0
                        : (weeks > 0 ? OTHER_WEEK_PENCE : EARLIER_WEEK_PENCE) + WEEK_PENCE * Math.abs(weeks);
            }
        };
    }

    /** What is booked after it and was taken out with it had better be able to return. */
    private long followers(int p, int r, int d, int mask) {
        long pence = 0;
        for (int n : repair.curriculum.dependents[repair.requirements.moduleOf[r]]) {
            int q = repair.requirements.at[p * repair.curriculum.modules + n];
            if (q >= 0
                    && !state.isBooked(q)
                    && repair.baseline.dayAt[q] >= 0
                    && !repair.baseline.isVoided[q]
                    && !comesBefore(d, mask, q, n)) {
                pence += FOLLOWER_PENCE;
            }
        }
        return pence;
    }

    private boolean comesBefore(int d, int mask, int q, int module) {
        int later = repair.baseline.dayAt[q];
        if (d > later || (d == later && mask >= Integer.lowestOneBit(repair.baseline.maskAt[q]))) {
            return false;
        }
        int gap = repair.calendar.epochDay[later] - repair.calendar.epochDay[d];
        return gap >= repair.curriculum.minGap[module] && gap <= repair.curriculum.maxGap[module];
    }
}
