package io.muster.solver.construct;

import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Books cohorts: all members who require a cohort module into one session (H17). The modules of a cohort hang together by
 * order and gaps, so their dates are found together, by depth-first search over the modules in their order, earliest
 * dates first. When no complete set of dates is found within the budget, as many modules as go are booked.
 */
final class CohortPlacer {

    /** Candidate sessions tried for one cohort before the search gives up on booking everything. */
    private static final int BUDGET = 20_000;

    private final PlanState state;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;
    private final TrainerPicker trainers;
    private final List<Integer> moduleOrder;

    private int budget;

    CohortPlacer(PlanState state, TrainerPicker trainers) {
        this.state = state;
        this.trainers = trainers;
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
        moduleOrder = inOrder(linkedToCohortModules());
    }

    /** Books every cohort as far as it goes; those already booked stay. */
    void placeAll() {
        for (int cohort = 0; cohort < workforce.cohorts && !moduleOrder.isEmpty(); cohort++) {
            List<int[]> groups = new ArrayList<>();
            for (int module : moduleOrder) {
                int[] group = unbooked(cohort, module);
                if (group.length > 0) {
                    groups.add(group);
                }
            }
            budget = BUDGET;
            if (!place(groups, 0, false)) {
                budget = BUDGET;
                place(groups, 0, true);
            }
        }
    }

    /** Cohort modules, and the digital modules that come before or after one. */
    private boolean[] linkedToCohortModules() {
        boolean[] linked = curriculum.byCohort.clone();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int m = 0; m < curriculum.modules; m++) {
                for (int a : curriculum.after[m]) {
                    if (linked[m] != linked[a] && (linked[m] ? isLink(a) : isLink(m))) {
                        linked[m] = true;
                        linked[a] = true;
                        changed = true;
                    }
                }
            }
        }
        return linked;
    }

    private boolean isLink(int module) {
        return curriculum.isDigital(module) || curriculum.byCohort[module];
    }

    private List<Integer> inOrder(boolean[] wanted) {
        List<Integer> order = new ArrayList<>();
        boolean[] done = new boolean[curriculum.modules];
        for (int pass = 0; pass < curriculum.modules; pass++) {
            for (int m = 0; m < curriculum.modules; m++) {
                boolean ready = !done[m];
                for (int a : curriculum.after[m]) {
                    ready &= done[a];
                }
                if (ready) {
                    done[m] = true;
                    if (wanted[m]) {
                        order.add(m);
                    }
                }
            }
        }
        return order;
    }

    private int[] unbooked(int cohort, int module) {
        List<Integer> group = new ArrayList<>();
        for (int p = 0; p < workforce.staff; p++) {
            int r = requirements.at[p * curriculum.modules + module];
            if (workforce.cohortOf[p] == cohort && r >= 0 && !state.isBooked(r)) {
                group.add(r);
            }
        }
        return group.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean place(List<int[]> groups, int next, boolean skipping) {
        if (next == groups.size()) {
            return true;
        }
        int[] group = groups.get(next);
        int module = requirements.moduleOf[group[0]];
        int first = 0;
        int last = calendar.days - 1;
        for (int r : group) {
            first = Math.max(first, requirements.firstDay[r]);
            last = Math.min(last, requirements.lastDay[r]);
        }
        boolean digital = curriculum.isDigital(module);
        if (digital) {
            last = calendar.days - 1;
            first = 0;
        }
        for (int d = first; d <= last && budget > 0; d++) {
            for (int slot = 0; slot < calendar.slots && budget > 0; slot++) {
                if (curriculum.slots[module] == 2 && slot > 0) {
                    break;
                }
                for (int session : digital ? List.of(-1) : places(group, module, d, slot)) {
                    Deque<Integer> booked = new ArrayDeque<>();
                    boolean all = digital ? bookDigital(group, module, d, booked) : bookAll(group, session, booked);
                    budget--;
                    if (all && place(groups, next + 1, skipping)) {
                        return true;
                    }
                    while (!booked.isEmpty()) {
                        state.unbook(booked.pop());
                    }
                    if (budget <= 0) {
                        break;
                    }
                }
            }
        }
        return skipping && place(groups, next + 1, true);
    }

    /** Digital learning needs no common session: each member learns on the first day from {@code d} on that fits. */
    private boolean bookDigital(int[] group, int module, int d, Deque<Integer> booked) {
        for (int r : group) {
            int session = firstDigital(r, module, d);
            if (session < 0) {
                return false;
            }
            state.book(r, session);
            booked.push(r);
        }
        return true;
    }

    private int firstDigital(int r, int module, int from) {
        for (int d = Math.max(from, requirements.firstDay[r]); d <= requirements.lastDay[r]; d++) {
            for (int slot = 0; slot < calendar.slots; slot++) {
                int session = estate.digitalSession(module, d, slot);
                if (state.canPlace(r, session)) {
                    return session;
                }
            }
        }
        return -1;
    }

    private boolean bookAll(int[] group, int session, Deque<Integer> booked) {
        for (int r : group) {
            if (!state.canPlace(r, session)) {
                return false;
            }
        }
        if (!trainers.staff(session, requirements.moduleOf[group[0]], -1, -1)) {
            return false;
        }
        for (int r : group) {
            // Asked again: members of one team share its cap.
            if (!state.canPlace(r, session)) {
                return false;
            }
            state.book(r, session);
            booked.push(r);
        }
        return true;
    }

    /** Free places for a group on a day and slot: the cheapest room of each venue, or one virtual room. */
    private List<Integer> places(int[] group, int module, int d, int slot) {
        List<Integer> found = new ArrayList<>();
        boolean[] seen = new boolean[estate.venues + 1];
        List<Integer> rooms = new ArrayList<>();
        for (int room = 0; room < estate.rooms; room++) {
            rooms.add(room);
        }
        rooms.sort(Comparator.comparingLong(room -> estate.pencePerSlot[room]));
        for (int room : rooms) {
            int venue = estate.venueOf[room] < 0 ? estate.venues : estate.venueOf[room];
            int session = estate.sessionAt(room, d, slot);
            if (!seen[venue]
                    && problem.capacity(room, module, d) >= group.length
                    && state.isFree(session, module)
                    && meetsNeeds(group, room)) {
                seen[venue] = true;
                found.add(session);
            }
        }
        return found;
    }

    private boolean meetsNeeds(int[] group, int room) {
        for (int r : group) {
            if (!estate.meetsNeeds[workforce.needsOf[requirements.staffOf[r]] * estate.rooms + room]) {
                return false;
            }
        }
        return true;
    }
}
