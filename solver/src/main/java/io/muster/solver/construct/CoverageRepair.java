package io.muster.solver.construct;

import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Books what the first passes could not, by ruin and recreate: somebody short of a module, with some of those who may be in
 * the way, loses all bookings, and they are booked anew in another order and at other places, opening sessions where
 * needed. What covers less is undone. The work is bounded by a count, not by the clock, so the plan is the same each time.
 */
final class CoverageRepair {

    private static final long SEED = 20_250_407;
    /** Places looked at before it ends: a second or less. */
    private static final long MOST_WORK = 3_000_000;
    /** Attempts in a row without a better coverage before it ends: at most this many ... */
    private static final int MOST_IN_VAIN = 1_500;
    /** ... and in small programmes this many for each requirement. */
    private static final int IN_VAIN_PER_REQUIREMENT = 20;
    /** Days on which places for one requirement are looked for, at random. */
    private static final int DAYS_TRIED = 24;
    /** People who are taken out beside the one who is short. */
    private static final int MOST_OTHERS = 12;
    /** Share of the cost by which it may grow while coverage stays, so that the plan can change its shape ... */
    private static final double DRIFT = 0.05;
    /** ... and the most it may grow by, pence. */
    private static final long MOST_DRIFT = 50_000;

    private final PlanState state;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;
    private final TrainerPicker trainers;
    private final Ruin ruin;
    private final Random random = new Random(SEED);
    private long work;

    CoverageRepair(PlanState state, TrainerPicker trainers) {
        this.state = state;
        this.trainers = trainers;
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
        ruin = new Ruin(state);
    }

    /** Repairs until everything that can be placed at all is booked, the work is done, or it is stopped. */
    void run(BooleanSupplier isStopped) {
        long mostCost = mostCost();
        int vain = 0;
        int mostInVain = Math.min(MOST_IN_VAIN, requirements.count * IN_VAIN_PER_REQUIREMENT);
        while (vain < mostInVain && work < MOST_WORK && !isStopped.getAsBoolean()) {
            int r = randomShort();
            if (r < 0) {
                return;
            }
            long shortfall = state.shortfall();
            takeOut(r);
            recreate(r);
            boolean valid = state.hardPoints() == 0;
            if (valid && state.shortfall() < shortfall) {
                ruin.keep();
                mostCost = mostCost();
                vain = 0;
            } else {
                vain++;
                if (valid && state.shortfall() == shortfall && state.cost().total() <= mostCost) {
                    ruin.keep();
                } else {
                    ruin.undo();
                }
            }
        }
    }

    private long mostCost() {
        long cost = state.cost().total();
        return cost + Math.min(MOST_DRIFT, (long) (cost * DRIFT));
    }

    /** A random unbooked requirement that some day might take; -1: there seems to be none. */
    private int randomShort() {
        int n = state.unbookedCount();
        for (int i = 0; i < 2 * n; i++) {
            int r = state.unbooked(random.nextInt(n));
            if (!requirements.blocked[r] && randomDay(r) >= 0) {
                return r;
            }
        }
        return -1;
    }

    /** A random day on which a requirement's person might come for it; -1: none found. */
    private int randomDay(int r) {
        int span = requirements.lastDay[r] - requirements.firstDay[r] + 1;
        int from = span <= 0 ? 0 : random.nextInt(span);
        for (int i = 0; i < span; i++) {
            int d = requirements.firstDay[r] + (from + i) % span;
            work++;
            if (isThere(r, d)) {
                return d;
            }
        }
        return -1;
    }

    private boolean isThere(int r, int d) {
        int p = requirements.staffOf[r];
        int bits = workforce.dayBits[p * calendar.days + d];
        return (bits & 3) != 0
                && ((bits & Workforce.ON_DUTY) == 0 || workforce.cap[workforce.teamOn(p, d) * calendar.days + d] > 0);
    }

    // ---- Ruin ------------------------------------------------------------------------------------------------------

    private void takeOut(int r) {
        int p = requirements.staffOf[r];
        int d = randomDay(r);
        ruin.takeOutAll(p);
        if (problem.isTogether(r)) {
            ruin.groupOf(r).forEach(q -> ruin.takeOutAll(requirements.staffOf[q]));
        }
        int others = random.nextInt(MOST_OTHERS + 1);
        boolean wholly = random.nextBoolean();
        boolean team = random.nextBoolean();
        int start = random.nextInt(requirements.count);
        for (int i = 0; i < requirements.count && others > 0 && d >= 0; i++) {
            int q = (start + i) % requirements.count;
            if (!state.isBooked(q)) {
                continue;
            }
            int other = requirements.staffOf[q];
            boolean near = team ? workforce.teamOn(other, state.dayOf(q)) == workforce.teamOn(p, state.dayOf(q)) : true;
            if (near && Math.abs(state.dayOf(q) - d) <= (team ? 0 : random.nextInt(3))) {
                if (wholly) {
                    ruin.takeOutAll(other);
                } else {
                    ruin.takeOut(q);
                }
                others--;
            }
        }
        work += requirements.count / 16 + 1;
        ruin.settle();
    }

    // ---- Recreate --------------------------------------------------------------------------------------------------

    private void recreate(int first) {
        Set<Integer> people = new LinkedHashSet<>();
        people.add(requirements.staffOf[first]);
        people.addAll(ruin.people());
        for (int i = 0; i < MOST_OTHERS && state.unbookedCount() > 0; i++) {
            people.add(requirements.staffOf[state.unbooked(random.nextInt(state.unbookedCount()))]);
        }
        List<Integer> order = new ArrayList<>(people);
        if (random.nextInt(4) == 0) {
            Collections.shuffle(order, random);
        } else {
            Collections.shuffle(order.subList(1, order.size()), random);
        }
        if (random.nextBoolean()) {
            order.forEach(this::bookPerson);
        } else {
            bookByModule(order);
        }
        // What waited for a prerequisite of somebody else's turn.
        order.forEach(this::bookPerson);
    }

    private void bookPerson(int p) {
        List<Integer> items = new ArrayList<>();
        for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
            items.add(r);
        }
        Collections.shuffle(items, random);
        items.sort((a, b) ->
                Integer.compare(curriculum.rank[requirements.moduleOf[a]], curriculum.rank[requirements.moduleOf[b]]));
        items.forEach(this::place);
    }

    private void bookByModule(List<Integer> people) {
        List<Integer> modules = new ArrayList<>();
        for (int m = 0; m < curriculum.modules; m++) {
            modules.add(m);
        }
        Collections.shuffle(modules, random);
        modules.sort((a, b) -> Integer.compare(curriculum.rank[a], curriculum.rank[b]));
        for (int m : modules) {
            for (int p : people) {
                int r = requirements.at[p * curriculum.modules + m];
                if (r >= 0) {
                    place(r);
                }
            }
        }
    }

    private void place(int r) {
        if (state.isBooked(r) || requirements.blocked[r]) {
            return;
        }
        List<Integer> group = problem.isTogether(r) ? ruin.groupOf(r) : List.of(r);
        boolean early = random.nextBoolean();
        boolean open = random.nextInt(5) == 0;
        int span = requirements.lastDay[r] - requirements.firstDay[r] + 1;
        int from = span <= 0 || early ? 0 : random.nextInt(span);
        // First a seat in a running session, then a session of its own; now and then the other way round.
        for (int round = 0; round < 2; round++) {
            int tried = 0;
            for (int i = 0; i < span && tried < DAYS_TRIED; i++) {
                int d = requirements.firstDay[r] + (from + i) % span;
                work++;
                if (!isThere(r, d)) {
                    continue;
                }
                tried++;
                if (placeOn(group, r, d, open == (round == 0))) {
                    return;
                }
            }
        }
    }

    private boolean placeOn(List<Integer> group, int r, int d, boolean open) {
        int module = requirements.moduleOf[r];
        int flip = curriculum.slots[module] == 1 && calendar.slots == 2 ? random.nextInt(2) : 0;
        for (int i = 0; i < calendar.slots; i++) {
            int slot = i ^ flip;
            if (!curriculum.fitsSlot(module, slot)) {
                continue;
            }
            if (curriculum.isDigital(module)) {
                int session = estate.digitalSession(module, d, slot);
                work++;
                if (state.canPlace(r, session)) {
                    ruin.book(r, session);
                    return true;
                }
            } else if (open ? openOne(group, module, d, slot) : group.size() == 1 && join(r, module, d, slot)) {
                return true;
            }
        }
        return false;
    }

    private boolean join(int r, int module, int d, int slot) {
        if (problem.isTogether(r)) {
            return false;
        }
        for (int i = 0; i < state.openCount(module, d, slot); i++) {
            int session = state.openAt(module, d, slot, i);
            work++;
            if (state.hasSeat(session) && state.canPlace(r, session)) {
                ruin.book(r, session);
                return true;
            }
        }
        return false;
    }

    private boolean openOne(List<Integer> group, int module, int d, int slot) {
        int from = random.nextInt(estate.rooms);
        for (int i = 0; i < estate.rooms; i++) {
            int room = (from + i) % estate.rooms;
            int session = estate.sessionAt(room, d, slot);
            work++;
            if (state.isFree(session, module)
                    && problem.capacity(room, module, d) >= group.size()
                    && group.stream().allMatch(r -> !state.isBooked(r) && state.canPlace(r, session))
                    && trainers.staff(session, module, -1, -1)
                    && bookAll(group, session)) {
                return true;
            }
        }
        return false;
    }

    /** Asked again one by one: members of one team share its cap. */
    private boolean bookAll(List<Integer> group, int session) {
        int mark = ruin.mark();
        for (int r : group) {
            if (!state.canPlace(r, session)) {
                ruin.undo(mark);
                return false;
            }
            ruin.book(r, session);
        }
        return true;
    }
}
