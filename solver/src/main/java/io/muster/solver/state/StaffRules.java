package io.muster.solver.state;

import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;

/** Points of the hard rules that concern one staff member, counted in full: a handful of bookings each. */
final class StaffRules {

    private StaffRules() {}

    /** H01 scope, H05 duty, H06 absence, H08 travel, H10 needs (features), H11 order, H16 notice. */
    static long bookingPoints(Problem problem, PlanState state, int p, int r) {
        Requirements requirements = problem.requirements;
        Curriculum curriculum = problem.curriculum;
        Estate estate = problem.estate;
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
        found += d < requirements.firstWithNotice ? 1 : 0;
        int bits = problem.workforce.dayBits[p * problem.calendar.days + d];
        found += (bits & Workforce.DUTY_OK) == 0 ? 1 : 0;
        found += (bits & Workforce.ABSENT * mask) != 0 ? 1 : 0;
        if (!estate.isDigital(session)) {
            int room = estate.roomOf(session);
            found += estate.reaches(problem.workforce.teamOf[p], room) ? 0 : 1;
            found += estate.meetsNeeds[problem.workforce.needsOf[p] * estate.rooms + room] ? 0 : 1;
        }
        for (int a : curriculum.after[module]) {
            int q = requirements.at[p * curriculum.modules + a];
            if (q == Requirements.BLOCKED || (q >= 0 && !state.follows(q, d, mask, module))) {
                found++;
            }
        }
        return found;
    }

    /** H03 clash and H09 one venue. */
    static long dayPoints(Problem problem, PlanState state, int p) {
        Requirements requirements = problem.requirements;
        int first = requirements.firstOf[p];
        int end = requirements.firstOf[p + 1];
        long found = 0;
        for (int r = first; r < end; r++) {
            int mask = state.maskOf(r);
            if (mask == 0) {
                continue;
            }
            int taken = 0;
            boolean placeSeen = isDigital(problem, state, r);
            boolean otherPlace = false;
            for (int q = first; q < r; q++) {
                if (state.maskOf(q) == 0 || state.dayOf(q) != state.dayOf(r)) {
                    continue;
                }
                taken |= state.maskOf(q);
                if (!isDigital(problem, state, q)) {
                    placeSeen |= place(problem, state, q) == place(problem, state, r);
                    otherPlace = true;
                }
            }
            found += Integer.bitCount(taken & mask);
            found += !placeSeen && otherPlace ? 1 : 0;
        }
        return found;
    }

    private static boolean isDigital(Problem problem, PlanState state, int r) {
        return problem.estate.isDigital(state.sessionOf(r));
    }

    private static int place(Problem problem, PlanState state, int r) {
        int session = state.sessionOf(r);
        return problem.estate.isDigital(session) ? -2 : problem.estate.venueOf[problem.estate.roomOf(session)];
    }

    /**
     * H07 rest: one point for each pair of neighbouring days, at least one of them booked, with too little rest; and H10
     * needs (earliest start): one for each day whose first booked slot starts too early.
     */
    static long restPoints(Problem problem, PlanState state, int p) {
        Calendar calendar = problem.calendar;
        Requirements requirements = problem.requirements;
        int first = requirements.firstOf[p];
        long found = 0;
        for (int r = first; r < requirements.firstOf[p + 1]; r++) {
            if (state.maskOf(r) == 0 || isSameDayEarlier(state, first, r)) {
                continue;
            }
            int d = state.dayOf(r);
            int mask = state.maskOn(p, d);
            int bits = problem.workforce.dayBits[p * calendar.days + d];
            int start = Integer.numberOfTrailingZeros(mask);
            int end = 31 - Integer.numberOfLeadingZeros(mask);
            found += (bits & Workforce.EARLY << start) != 0 ? 1 : 0;
            int dayBefore = calendar.dayBefore[d];
            int before = dayBefore < 0 ? 0 : state.maskOn(p, dayBefore);
            if (before == 0) {
                found += (bits & Workforce.START_OK << start) == 0 ? 1 : 0;
            } else {
                int endBefore = 31 - Integer.numberOfLeadingZeros(before);
                found += calendar.restBetween[endBefore * calendar.slots + start] ? 0 : 1;
            }
            int dayAfter = calendar.dayAfter[d];
            if (dayAfter < 0 || state.maskOn(p, dayAfter) == 0) {
                found += (bits & Workforce.END_OK << end) == 0 ? 1 : 0;
            }
        }
        return found;
    }

    private static boolean isSameDayEarlier(PlanState state, int first, int r) {
        for (int q = first; q < r; q++) {
            if (state.maskOf(q) != 0 && state.dayOf(q) == state.dayOf(r)) {
                return true;
            }
        }
        return false;
    }

    /** H13 week: training days over the limit. */
    static long weekPoints(Problem problem, PlanState state, int p) {
        Calendar calendar = problem.calendar;
        int first = problem.requirements.firstOf[p];
        int end = problem.requirements.firstOf[p + 1];
        int limit = problem.dataSet.programme().limits().maxTrainingDaysPerStaffPerWeek();
        long found = 0;
        for (int r = first; r < end; r++) {
            if (state.maskOf(r) == 0 || isSameDayEarlier(state, first, r)) {
                continue;
            }
            // Each distinct day beyond the limit counts once: with the days before it in the list.
            int days = 1;
            for (int q = first; q < r; q++) {
                if (state.maskOf(q) != 0
                        && !isSameDayEarlier(state, first, q)
                        && calendar.weekOf[state.dayOf(q)] == calendar.weekOf[state.dayOf(r)]) {
                    days++;
                }
            }
            found += days > limit ? 1 : 0;
        }
        return found;
    }
}
