package io.muster.solver.construct;

import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;

/** Books single requirements in the cheapest seat that is free in a running session, or in digital learning time. */
public final class SeatFiller {

    private final PlanState state;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;

    /**
     * A filler on a plan.
     *
     * @param state the plan
     */
    public SeatFiller(PlanState state) {
        this.state = state;
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
    }

    /** Books every unbooked requirement that has a seat; prerequisites first, so that what follows them is found too. */
    public void fillAll() {
        for (int p = 0; p < workforce.staff; p++) {
            boolean again = true;
            while (again) {
                again = false;
                for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
                    if (!state.isBooked(r)) {
                        int session = cheapestSeat(r);
                        if (session >= 0) {
                            state.book(r, session);
                            again = true;
                        }
                    }
                }
            }
        }
    }

    /**
     * The cheapest seat for an unbooked requirement that keeps the plan valid.
     *
     * @param r an unbooked requirement
     * @return the session; -1 when there is none, or when the requirement is a cohort's
     */
    public int cheapestSeat(int r) {
        int module = requirements.moduleOf[r];
        int p = requirements.staffOf[r];
        if (requirements.blocked[r] || problem.isTogether(r)) {
            return -1;
        }
        int best = -1;
        long bestPrice = Long.MAX_VALUE;
        boolean digital = curriculum.isDigital(module);
        for (int d = requirements.firstDay[r]; d <= requirements.lastDay[r]; d++) {
            int bits = workforce.dayBits[p * calendar.days + d];
            if ((bits & 3) == 0) {
                continue;
            }
            int booked = state.maskOn(p, d);
            if (booked == 0 && (bits & Workforce.ON_DUTY) != 0 && state.headroom(workforce.teamOn(p, d), d) <= 0) {
                continue;
            }
            long dayPrice = booked != 0 ? 0 : problem.prices.abstractionDay;
            if (booked == 0 && (bits & Workforce.ON_DUTY) == 0) {
                dayPrice += problem.prices.restDay;
            }
            for (int slot = 0; slot < calendar.slots; slot++) {
                int mask = curriculum.slotMask(module, slot);
                if ((bits & mask) != mask || (booked & mask) != 0) {
                    continue;
                }
                if (digital) {
                    int session = estate.digitalSession(module, d, slot);
                    if (dayPrice < bestPrice && state.canPlace(r, session)) {
                        best = session;
                        bestPrice = dayPrice;
                    }
                    continue;
                }
                for (int i = 0; i < state.openCount(module, d, slot); i++) {
                    int session = state.openAt(module, d, slot, i);
                    int venue = estate.venueOf[estate.roomOf(session)];
                    long price = dayPrice
                            + (venue < 0 ? 0 : estate.travelPence[workforce.teamOn(p, d) * estate.venues + venue]);
                    if (price < bestPrice && state.hasSeat(session) && state.canPlace(r, session)) {
                        best = session;
                        bestPrice = price;
                    }
                }
            }
        }
        return best;
    }
}
