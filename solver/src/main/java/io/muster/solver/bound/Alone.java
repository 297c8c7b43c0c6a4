package io.muster.solver.bound;

import io.muster.solver.problem.Problem;
import java.util.Arrays;

/**
 * The weight that a staff member's requirements leave unbooked even if nobody else were there; on a re-plan, of what is left
 * to plan. Whoever lacks no more than this cannot be helped. People are looked at when first asked for.
 */
public final class Alone {

    private static final int UNKNOWN = -1;

    private final Solo solo;
    private final long[] lossOf;

    private Alone(Problem problem) {
        solo = new Solo(problem, new Openings(problem));
        lossOf = new long[problem.workforce.staff];
        Arrays.fill(lossOf, UNKNOWN);
    }

    /** {@return the losses of a problem's people} */
    public static Alone of(Problem problem) {
        return new Alone(problem.baseline.isPresent() ? Remainder.of(problem).problem() : problem);
    }

    /** {@return the least weight that every plan leaves unbooked of a staff member} */
    public long loss(int staff) {
        if (lossOf[staff] == UNKNOWN) {
            solo.look(staff);
            lossOf[staff] = solo.loss();
        }
        return lossOf[staff];
    }
}
