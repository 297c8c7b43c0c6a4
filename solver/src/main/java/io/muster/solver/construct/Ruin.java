package io.muster.solver.construct;

import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A part of a plan taken out, and what was booked instead; all of it can be undone. With a booking go those that depend on
 * it: of the same person by order (H11), and of cohort mates (H17).
 */
final class Ruin {

    private final PlanState state;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Journal journal;
    /** Requirements of each cohort and module that go together: [cohort * modules + module]. */
    private final List<List<Integer>> groups = new ArrayList<>();

    Ruin(PlanState state) {
        this.state = state;
        Problem problem = state.problem();
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        journal = new Journal(state);
        for (int i = 0; i < workforce.cohorts * curriculum.modules; i++) {
            groups.add(new ArrayList<>());
        }
        for (int r = 0; r < requirements.count; r++) {
            if (state.problem().isTogether(r)) {
                groupOf(r).add(r);
            }
        }
    }

    /** The requirements that are booked together with one of a cohort, itself included. */
    List<Integer> groupOf(int r) {
        return groups.get(workforce.cohortOf[requirements.staffOf[r]] * curriculum.modules + requirements.moduleOf[r]);
    }

    /** Forgets what was done so far: it stays. */
    void keep() {
        journal.keep();
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
        journal.unbook(r);
        if (state.problem().isTogether(r)) {
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

    /** {@return those of whom something was taken out, who was first coming last} */
    Set<Integer> people() {
        List<Integer> taken = journal.takenSince(0);
        Set<Integer> people = new LinkedHashSet<>();
        for (int i = taken.size() - 1; i >= 0; i--) {
            people.add(requirements.staffOf[taken.get(i)]);
        }
        return people;
    }

    /** Books a requirement. */
    void book(int r, int session) {
        journal.book(r, session);
    }

    /** Where things stand, for {@link #undo(int)}. */
    int mark() {
        return journal.mark();
    }

    /** Puts everything back as it was at a mark. */
    void undo(int mark) {
        journal.rollBack(mark);
    }

    /** Puts everything back as it was at the last {@link #keep}. */
    void undo() {
        journal.rollBack(0);
    }
}
