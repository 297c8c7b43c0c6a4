package io.muster.solver.replan;

import io.muster.solver.construct.TrainerPicker;
import io.muster.solver.replan.Openings.Fill;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Books requirements without moving anybody: where they were, or at the same time elsewhere; in free seats; in sessions
 * opened for many of them together; at last in sessions opened for few.
 */
final class Rebooking {

    private final Repair repair;
    private final PlanState state;
    private final Cohorts cohorts;
    private final Seats seats;
    private final Prices prices;
    private final Openings openings;
    private final TrainerPicker trainers;

    Rebooking(Repair repair, Cohorts cohorts, Seats seats, Prices prices) {
        this.repair = repair;
        this.cohorts = cohorts;
        this.seats = seats;
        this.prices = prices;
        state = repair.state;
        openings = new Openings(repair, prices, seats);
        trainers = new TrainerPicker(state);
    }

    /**
     * Books what can be booked in seats and well filled sessions.
     *
     * @param requirements unbooked requirements
     */
    void run(List<Integer> requirements) {
        List<Integer> order = inOrder(requirements);
        order.forEach(seats::bookAtSameTime);
        placeCohorts(order);
        fill(order);
        for (Fill fill : List.of(Fill.WELL, Fill.LEAST_CLASS)) {
            openings.run(order, fill);
            // What waited for a prerequisite, or for somebody to come on that day anyway.
            placeCohorts(order);
            fill(order);
        }
    }

    /**
     * Books what can be booked in sessions for few.
     *
     * @param requirements unbooked requirements
     */
    void openForFew(List<Integer> requirements) {
        List<Integer> order = inOrder(requirements);
        openings.run(order, Fill.ANYBODY);
        fill(order);
        order.forEach(this::openAlone);
        fill(order);
    }

    /** Books requirements in free seats, prerequisites before what follows them. */
    void fill(List<Integer> order) {
        for (int r : order) {
            if (!state.isBooked(r) && !seats.bookAtSameTime(r)) {
                seats.book(r);
            }
        }
    }

    /** Greatest priority first, prerequisites first, then by the old date. */
    private List<Integer> inOrder(List<Integer> requirements) {
        List<Integer> order = new ArrayList<>();
        for (int r : requirements) {
            if (!state.isBooked(r) && repair.requirements.weightOf[r] > 0) {
                order.add(r);
            }
        }
        order.sort(Comparator.<Integer>comparingInt(r -> -repair.requirements.priorityOf[r])
                .thenComparingInt(r -> repair.curriculum.rank[repair.requirements.moduleOf[r]])
                .thenComparingInt(r -> repair.baseline.dayAt[r])
                .thenComparingInt(r -> r));
        return order;
    }

    /** Opens a session for one requirement, in whatever room does: the last resort. */
    private void openAlone(int r) {
        int module = repair.requirements.moduleOf[r];
        if (state.isBooked(r) || repair.problem.isTogether(r) || repair.curriculum.isDigital(module)) {
            return;
        }
        openCheapest(List.of(r));
    }

    // ---- Cohorts ---------------------------------------------------------------------------------------------------

    private void placeCohorts(List<Integer> order) {
        Set<List<Integer>> groups = new LinkedHashSet<>();
        for (int r : order) {
            if (!state.isBooked(r) && repair.problem.isTogether(r)) {
                groups.add(cohorts.groupOf(r));
            }
        }
        for (List<Integer> group : groups) {
            if (group.stream().noneMatch(state::isBooked)) {
                openCheapest(group);
            }
        }
    }

    /** Opens a session for all of a group where that counts least, if there is a place at all. */
    private void openCheapest(List<Integer> group) {
        record Place(int session, long pence) {}
        int module = repair.requirements.moduleOf[group.get(0)];
        List<Place> places = new ArrayList<>();
        for (int d = repair.baseline.firstFree; d < repair.calendar.days; d++) {
            for (int slot = 0; slot < repair.calendar.slots; slot++) {
                int mask = repair.curriculum.slotMask(module, slot);
                for (int room = 0; room < repair.estate.rooms && repair.curriculum.fitsSlot(module, slot); room++) {
                    int session = repair.estate.sessionAt(room, d, slot);
                    if (repair.problem.capacity(room, module, d) >= group.size()
                            && state.isFree(session, module)
                            && group.stream().allMatch(r -> state.canPlace(r, session))) {
                        long pence = repair.estate.pencePerSlot[room] * repair.curriculum.slots[module];
                        for (int r : group) {
                            pence += prices.of(r, repair.estate.dayOf(session), mask, repair.estate.venueOf[room]);
                        }
                        places.add(new Place(session, pence));
                    }
                }
            }
        }
        places.sort(Comparator.comparingLong(Place::pence).thenComparingInt(Place::session));
        for (Place place : places) {
            if (trainers.staff(place.session(), module, -1, -1) && bookAll(group, place.session())) {
                return;
            }
        }
    }

    /** Asked one by one: members of one team share its ceiling. */
    private boolean bookAll(List<Integer> group, int session) {
        for (int i = 0; i < group.size(); i++) {
            if (!state.canPlace(group.get(i), session)) {
                for (int k = i - 1; k >= 0; k--) {
                    state.unbook(group.get(k));
                }
                return false;
            }
            state.book(group.get(i), session);
        }
        return true;
    }
}
