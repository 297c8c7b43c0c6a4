package io.muster.solver.construct;

import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A part of a plan taken out, and what was booked instead; all of it can be undone. With a booking go those that depend on
 * it: of the same person by order (H11), and of cohort mates (H17).
 */
final class Ruin {

    private record Seat(int requirement, int session) {}

    private final PlanState state;
    private final Problem problem;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    /** Requirements of each cohort and module that go together: [cohort * modules + module]. */
    private final List<List<Integer>> groups = new ArrayList<>();

    private final Deque<Seat> taken = new ArrayDeque<>();
    private final Deque<Integer> booked = new ArrayDeque<>();
    /** Module, then trainers, of each session somebody was taken out of. */
    private final Map<Integer, int[]> sessionBefore = new HashMap<>();

    Ruin(PlanState state) {
        this.state = state;
        problem = state.problem();
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        for (int i = 0; i < workforce.cohorts * curriculum.modules; i++) {
            groups.add(new ArrayList<>());
        }
        for (int r = 0; r < requirements.count; r++) {
            if (isTogether(r)) {
                groupOf(r).add(r);
            }
        }
    }

    /** Whether a requirement is booked with a cohort or not at all. */
    boolean isTogether(int r) {
        return curriculum.byCohort[requirements.moduleOf[r]] && workforce.cohortOf[requirements.staffOf[r]] >= 0;
    }

    /** The requirements that are booked together with one of a cohort, itself included. */
    List<Integer> groupOf(int r) {
        return groups.get(workforce.cohortOf[requirements.staffOf[r]] * curriculum.modules + requirements.moduleOf[r]);
    }

    /** Forgets what was done so far: it stays. */
    void keep() {
        taken.clear();
        booked.clear();
        sessionBefore.clear();
    }

    /** Takes a booking out, with all that depends on it. */
    void takeOut(int r) {
        if (!state.isBooked(r)) {
            return;
        }
        int p = requirements.staffOf[r];
        for (int n : curriculum.dependents[requirements.moduleOf[r]]) {
            int q = requirements.at[p * curriculum.modules + n];
            if (q >= 0) {
                takeOut(q);
            }
        }
        int session = state.sessionOf(r);
        if (!problem.estate.isDigital(session)) {
            sessionBefore.computeIfAbsent(session, this::describe);
        }
        taken.push(new Seat(r, session));
        state.unbook(r);
        if (isTogether(r)) {
            groupOf(r).forEach(this::takeOut);
        }
    }

    /** Takes out all bookings of a person. */
    void takeOutAll(int p) {
        for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
            takeOut(r);
        }
    }

    /** Takes out the other bookings of those who cannot keep them, now that their duties are back (H07). */
    void settle() {
        if (state.hardPoints() > 0) {
            people().forEach(this::takeOutAll);
        }
    }

    /** {@return those of whom something was taken out} */
    Set<Integer> people() {
        Set<Integer> people = new LinkedHashSet<>();
        taken.forEach(seat -> people.add(requirements.staffOf[seat.requirement()]));
        return people;
    }

    /** Books a requirement. */
    void book(int r, int session) {
        state.book(r, session);
        booked.push(r);
    }

    /** Takes the last booking made back. */
    void unbookLast() {
        state.unbook(booked.pop());
    }

    /** Puts everything back as it was at the last {@link #keep}. */
    void undo() {
        while (!booked.isEmpty()) {
            unbookLast();
        }
        Set<Integer> restored = new HashSet<>();
        while (!taken.isEmpty()) {
            Seat seat = taken.pop();
            int[] before = sessionBefore.get(seat.session());
            if (before != null && restored.add(seat.session()) && state.countOf(seat.session()) == 0) {
                state.setModule(seat.session(), before[0]);
                for (int k = 1; k < before.length; k++) {
                    state.setTrainer(seat.session(), k - 1, before[k]);
                }
            }
            state.book(seat.requirement(), seat.session());
        }
        keep();
    }

    private int[] describe(int session) {
        int[] before = new int[1 + curriculum.maxTrainers];
        before[0] = state.moduleOf(session);
        for (int k = 1; k < before.length; k++) {
            before[k] = state.trainerAt(session, k - 1);
        }
        return before;
    }
}
