package io.muster.benchmarks.peer;

import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.List;

/**
 * Books people one after the other and never takes a booking back. Every plan on the way is valid. A move is a place
 * looked at for a requirement.
 */
final class Greedy {

    /** Which of the places that fit is taken. */
    enum Choice {
        /** The first seat in time; only without one a new session, the first in time and then in file order. */
        FIRST,
        /** Whichever seat or new session adds least cost. */
        CHEAPEST
    }

    /** A new session's cost is shared among its seats as if one of this many were taken. */
    private static final double SEATS_PER_BOOKING = 2;

    private final Run run;
    private final Choice choice;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;
    private final PlanState state;
    private final Openings openings;
    private final Groups groups;
    private final int[] moduleOrder;

    private int bestPlace;
    private double bestPrice;
    private boolean bestIsNew;

    Greedy(Run run, Choice choice) {
        this.run = run;
        this.choice = choice;
        problem = run.problem;
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
        state = new PlanState(problem);
        openings = new Openings(state);
        groups = new Groups(problem);
        moduleOrder = Groups.modulesInOrder(curriculum);
    }

    /** {@return the plan as far as it is} */
    PlanState state() {
        return state;
    }

    /**
     * Books people in an order, cohorts before all others, until the run is over.
     *
     * @param order staff members
     */
    void fill(int[] order) {
        for (int p : order) {
            if (workforce.cohortOf[p] >= 0) {
                bookAll(p, true);
            }
        }
        for (int p : order) {
            bookAll(p, false);
        }
    }

    private void bookAll(int p, boolean cohortsOnly) {
        for (int module : moduleOrder) {
            int r = requirements.at[p * curriculum.modules + module];
            if (r >= 0 && (!cohortsOnly || groups.isOfCohort(r))) {
                bookAfterPrerequisites(r);
            }
        }
    }

    private void bookAfterPrerequisites(int r) {
        if (state.isBooked(r) || requirements.blocked[r] || run.isOver()) {
            return;
        }
        List<Integer> together = groups.of(r);
        for (int member : together) {
            int p = requirements.staffOf[member];
            for (int before : curriculum.after[requirements.moduleOf[member]]) {
                int q = requirements.at[p * curriculum.modules + before];
                if (q >= 0) {
                    bookAfterPrerequisites(q);
                }
            }
        }
        if (groups.isOfCohort(r)) {
            bookTogether(together);
        } else {
            bookOne(r);
        }
    }

    private void bookOne(int r) {
        bestPlace = -1;
        bestPrice = Double.MAX_VALUE;
        if (curriculum.isDigital(requirements.moduleOf[r])) {
            findDigital(r);
        } else {
            findSeat(r);
            if (bestPlace < 0 || choice == Choice.CHEAPEST) {
                findOpening(r);
            }
        }
        if (bestPlace < 0 || (bestIsNew && !openings.open(bestPlace, requirements.moduleOf[r]))) {
            return;
        }
        state.book(r, bestPlace);
    }

    private boolean isEnough() {
        return choice == Choice.FIRST && bestPlace >= 0;
    }

    private void offer(int place, double price, boolean isNew) {
        if (price < bestPrice) {
            bestPlace = place;
            bestPrice = price;
            bestIsNew = isNew;
        }
    }

    private boolean canPlace(int r, int place) {
        run.count(1);
        return state.canPlace(r, place);
    }

    /** Whether a day is worth a look for a staff member: bookable, and not full as far as the team goes. */
    private boolean isOpenDay(int p, int d) {
        int bits = workforce.dayBits[p * calendar.days + d];
        return (bits & 3 * Workforce.AVAILABLE) != 0
                && ((bits & Workforce.ON_DUTY) == 0
                        || state.headroom(workforce.teamOf[p], d) > 0
                        || state.maskOn(p, d) != 0);
    }

    private void findDigital(int r) {
        int p = requirements.staffOf[r];
        int module = requirements.moduleOf[r];
        for (int d = requirements.firstDay[r]; d <= requirements.lastDay[r] && !isEnough(); d++) {
            if (!isOpenDay(p, d)) {
                continue;
            }
            double price = dayPrice(r, d);
            for (int slot = 0; slot < calendar.slots && price < bestPrice; slot++) {
                int place = estate.digitalSession(module, d, slot);
                if (canPlace(r, place)) {
                    offer(place, price, false);
                }
            }
        }
    }

    private void findSeat(int r) {
        int p = requirements.staffOf[r];
        int module = requirements.moduleOf[r];
        for (int d = requirements.firstDay[r]; d <= requirements.lastDay[r] && !isEnough(); d++) {
            if (!isOpenDay(p, d)) {
                continue;
            }
            double dayPrice = dayPrice(r, d);
            int venueThatDay = venueOn(p, d);
            for (int slot = 0; slot < calendar.slots; slot++) {
                for (int i = 0; i < state.openCount(module, d, slot) && !isEnough(); i++) {
                    int place = state.openAt(module, d, slot, i);
                    if (!state.hasSeat(place)) {
                        continue;
                    }
                    double price = dayPrice + travelPrice(p, place, venueThatDay) - seatGain(place, module);
                    if (price < bestPrice && canPlace(r, place)) {
                        offer(place, price, false);
                    }
                }
            }
        }
    }

    private void findOpening(int r) {
        int p = requirements.staffOf[r];
        int module = requirements.moduleOf[r];
        for (int d = requirements.firstDay[r]; d <= requirements.lastDay[r] && !isEnough(); d++) {
            if (!isOpenDay(p, d)) {
                continue;
            }
            double dayPrice = dayPrice(r, d);
            int venueThatDay = venueOn(p, d);
            for (int slot = 0; slot < calendar.slots; slot++) {
                for (int room = 0; room < estate.rooms && !isEnough(); room++) {
                    int place = estate.sessionAt(room, d, slot);
                    if (openings.isOutOfQuestion(place, module)) {
                        continue;
                    }
                    double price = dayPrice + travelPrice(p, place, venueThatDay);
                    if (price + share(openings.roomPence(place, module), room, module) >= bestPrice
                            || !canPlace(r, place)) {
                        continue;
                    }
                    long opening = openings.price(place, module);
                    if (opening >= 0) {
                        offer(place, price + share(opening, room, module), true);
                    }
                }
            }
        }
    }

    private double share(long pence, int room, int module) {
        return SEATS_PER_BOOKING * pence / problem.capacity(room, module);
    }

    /** What a day costs that a staff member is not booked on yet, and what waiting costs. */
    private double dayPrice(int r, int d) {
        int p = requirements.staffOf[r];
        double price = (double) problem.prices.priorityWeek * requirements.priorityOf[r] * calendar.wholeWeeks[d];
        if (state.maskOn(p, d) == 0) {
            price += problem.prices.abstractionDay;
            if ((workforce.dayBits[p * calendar.days + d] & Workforce.ON_DUTY) == 0) {
                price += problem.prices.restDay;
            }
        }
        return price;
    }

    /** Venue a staff member goes to on a day; -1: none. */
    private int venueOn(int p, int d) {
        for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
            if (state.isBooked(r) && state.dayOf(r) == d && state.venueOf(state.sessionOf(r)) >= 0) {
                return state.venueOf(state.sessionOf(r));
            }
        }
        return -1;
    }

    private long travelPrice(int p, int place, int venueThatDay) {
        int venue = estate.venueOf[estate.roomOf(place)];
        return venue < 0 || venue == venueThatDay ? 0 : estate.travelPence[workforce.teamOf[p] * estate.venues + venue];
    }

    /** What one more booking saves in a session that is short of its minimum class or of its target. */
    private double seatGain(int place, int module) {
        int booked = state.countOf(place);
        if (booked < curriculum.minClass[module]) {
            return (double) problem.prices.belowMinimumClass / curriculum.minClass[module];
        }
        return booked < problem.prices.targetSeats[state.capacityOf(place)] ? problem.prices.emptySeat : 0;
    }

    /** Books all of a cohort into the first session that can be opened for them, or none. */
    private void bookTogether(List<Integer> together) {
        int first = together.get(0);
        int module = requirements.moduleOf[first];
        for (int d = requirements.firstDay[first]; d <= requirements.lastDay[first]; d++) {
            for (int slot = 0; slot < calendar.slots; slot++) {
                for (int room = 0; room < estate.rooms; room++) {
                    int place = estate.sessionAt(room, d, slot);
                    if (problem.capacity(room, module) >= together.size()
                            && !openings.isOutOfQuestion(place, module)
                            && bookTogetherAt(together, place, module)) {
                        return;
                    }
                }
            }
        }
    }

    private boolean bookTogetherAt(List<Integer> together, int place, int module) {
        for (int r : together) {
            if (!canPlace(r, place)) {
                return false;
            }
        }
        if (!openings.open(place, module)) {
            return false;
        }
        for (int i = 0; i < together.size(); i++) {
            // Asked again: members of one team share its cap.
            if (!canPlace(together.get(i), place)) {
                together.subList(0, i).forEach(state::unbook);
                return false;
            }
            state.book(together.get(i), place);
        }
        return true;
    }
}
