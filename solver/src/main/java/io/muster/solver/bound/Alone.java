package io.muster.solver.bound;

import io.muster.solver.problem.Problem;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The weight that a staff member's requirements leave unbooked even if nobody else were there, and that a team's people do
 * if nobody else were; on a re-plan, of what is left to plan. Whoever lacks no more than this cannot be helped. People and
 * teams are looked at when first asked for. Not thread-safe.
 */
public final class Alone {

    private static final long UNKNOWN = -1;

    private final Problem problem;
    private final Solo solo;
    private final Needs needs;
    private final boolean[] known;
    private final TeamRoom teams;
    private final long[] lossOfTeam;

    private Alone(Problem problem, BitSet frozen) {
        this.problem = problem;
        Openings openings = new Openings(problem);
        solo = new Solo(problem, openings);
        needs = new Needs(problem);
        known = new boolean[problem.workforce.staff];
        teams = new TeamRoom(problem, openings, needs, frozen);
        lossOfTeam = new long[problem.workforce.teams];
        Arrays.fill(lossOfTeam, UNKNOWN);
    }

    /** {@return the losses of a problem's people} */
    public static Alone of(Problem problem) {
        if (!problem.baseline.isPresent()) {
            return new Alone(problem, new BitSet());
        }
        Remainder left = Remainder.of(problem);
        return new Alone(left.problem(), left.frozen());
    }

    /** {@return the least weight that every plan leaves unbooked of a staff member} */
    public long loss(int staff) {
        look(staff);
        return needs.lossOf[staff];
    }

    /** {@return the least weight that every plan leaves unbooked of the people of a team, under its ceiling} */
    public long lossOfTeam(int team) {
        if (lossOfTeam[team] == UNKNOWN) {
            long loss = 0;
            for (int p : problem.workforce.membersOf[team]) {
                loss += loss(p);
            }
            lossOfTeam[team] = loss + teams.loss(team);
        }
        return lossOfTeam[team];
    }

    private void look(int p) {
        if (!known[p]) {
            known[p] = true;
            if (problem.requirements.firstOf[p] < problem.requirements.firstOf[p + 1]) {
                solo.look(p);
                needs.note(p, solo);
            }
        }
    }
}
