package io.muster.solver.state;

import io.muster.solver.problem.BaselineBookings;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;

/**
 * Points of the hard rules that concern one staff member: H01, H03, H05 to H11, H13 and H16. Past days of a re-plan break none, but count for the others. Counted in full at every
 * change: a staff member has a handful of bookings, whose days are gathered once.
 */
final class StaffRules {

    private static final int VIRTUAL = -1;

    private final Problem problem;
    private final PlanState state;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;
    private final BaselineBookings baseline;
    private final int maxDaysPerWeek;

    // The booked days of the staff member at hand, in the order in which their bookings come.
    private final int[] days;
    private final int[] masks;
    private final int[] places;
    private int count;

    StaffRules(Problem problem, PlanState state) {
        this.problem = problem;
        this.state = state;
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
        baseline = problem.baseline;
        maxDaysPerWeek = problem.dataSet.programme().limits().maxTrainingDaysPerStaffPerWeek();
        days = new int[curriculum.modules];
        masks = new int[curriculum.modules];
        places = new int[curriculum.modules];
    }

    /** Points of one staff member. */
    long points(int p) {
        int first = requirements.firstOf[p];
        int end = requirements.firstOf[p + 1];
        long found = 0;
        count = 0;
        for (int r = first; r < end; r++) {
            if (state.maskOf(r) != 0) {
                boolean isPast = state.dayOf(r) < baseline.firstFree;
                found += isPast ? 0 : bookingPoints(p, r);
                found += gather(first, r);
            }
        }
        for (int i = 0; i < count; i++) {
            found += dayPoints(p, i);
        }
        return found;
    }

    /** H01 scope, H05 duty, H06 absence, H08 travel, H10 needs (features), H11 order, H16 notice. */
    private long bookingPoints(int p, int r) {
        int session = state.sessionOf(r);
        int module = requirements.moduleOf[r];
        int d = state.dayOf(r);
        int mask = state.maskOf(r);
        long found = 0;
        if (state.moduleOf(session) != module
                || d < requirements.firstInScope[r]
                || d > requirements.lastDay[r]
                || !curriculum.fitsSlot(module, estate.slotOf(session))) {
            found++;
        }
        found += d < requirements.firstWithNotice[r] && !baseline.isSame(r, d, mask) ? 1 : 0;
        int bits = workforce.dayBits[p * calendar.days + d];
        found += (bits & Workforce.DUTY_OK) == 0 ? 1 : 0;
        found += (bits & Workforce.ABSENT * mask) != 0 ? 1 : 0;
        if (!estate.isDigital(session)) {
            int room = estate.roomOf(session);
            found += estate.reaches(workforce.teamOn(p, d), room) ? 0 : 1;
            found += estate.meetsNeeds[workforce.needsOf[p] * estate.rooms + room] ? 0 : 1;
        }
        for (int a : curriculum.after[module]) {
            int q = requirements.at[p * curriculum.modules + a];
            if (q == Requirements.BLOCKED || (q >= 0 && !state.follows(q, d, mask, module))) {
                found++;
            }
        }
        return found;
    }

    /** Adds a booking to its day; points of H03 clash and H09 one venue that it adds. */
    private long gather(int first, int r) {
        int d = state.dayOf(r);
        int mask = state.maskOf(r);
        int i = 0;
        while (i < count && days[i] != d) {
            i++;
        }
        if (i == count) {
            days[count] = d;
            masks[count] = 0;
            places[count++] = 0;
        }
        long found = Integer.bitCount(masks[i] & mask);
        masks[i] |= mask;
        if (!estate.isDigital(state.sessionOf(r)) && !isPlaceSeen(first, r, d)) {
            found += places[i] > 0 ? 1 : 0;
            places[i]++;
        }
        return d < baseline.firstFree ? 0 : found;
    }

    private boolean isPlaceSeen(int first, int r, int d) {
        int place = placeOf(r);
        for (int q = first; q < r; q++) {
            if (state.maskOf(q) != 0
                    && state.dayOf(q) == d
                    && !estate.isDigital(state.sessionOf(q))
                    && placeOf(q) == place) {
                return true;
            }
        }
        return false;
    }

    private int placeOf(int r) {
        int venue = estate.venueOf[estate.roomOf(state.sessionOf(r))];
        return venue < 0 ? VIRTUAL : venue;
    }

    /**
     * H07 rest, for the pair of a day and the day before it, and for the pair with the day after where that is not
     * booked; H10 needs (earliest start); H13 week, one for each day beyond the limit of its week.
     */
    private long dayPoints(int p, int i) {
        int d = days[i];
        int bits = workforce.dayBits[p * calendar.days + d];
        int start = Integer.numberOfTrailingZeros(masks[i]);
        int end = 31 - Integer.numberOfLeadingZeros(masks[i]);
        long found = (bits & Workforce.EARLY << start) != 0 ? 1 : 0;
        if (d < baseline.firstFree) {
            return 0;
        }
        int before = 0;
        boolean bookedAfter = false;
        int earlierInWeek = 0;
        for (int j = 0; j < count; j++) {
            if (days[j] == calendar.dayBefore[d]) {
                before = masks[j];
            } else if (days[j] == calendar.dayAfter[d]) {
                bookedAfter = true;
            }
            earlierInWeek +=
                    (j < i || days[j] < baseline.firstFree) && calendar.weekOf[days[j]] == calendar.weekOf[d] ? 1 : 0;
        }
        if (before == 0) {
            found += (bits & Workforce.START_OK << start) == 0 ? 1 : 0;
        } else {
            int endBefore = 31 - Integer.numberOfLeadingZeros(before);
            found += calendar.restBetween[endBefore * calendar.slots + start] ? 0 : 1;
        }
        if (!bookedAfter) {
            found += (bits & Workforce.END_OK << end) == 0 ? 1 : 0;
        }
        return found + (earlierInWeek >= maxDaysPerWeek ? 1 : 0);
    }
}
