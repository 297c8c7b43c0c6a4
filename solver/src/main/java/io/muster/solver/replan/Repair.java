package io.muster.solver.replan;

import io.muster.data.model.Transfer;
import io.muster.solver.problem.BaselineBookings;
import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the steps of a repair share: the plan as it stands, what was published, and small questions about both. */
final class Repair {

    final PlanState state;
    final Problem problem;
    final Calendar calendar;
    final Curriculum curriculum;
    final Workforce workforce;
    final Requirements requirements;
    final Estate estate;
    final Cadre cadre;
    final BaselineBookings baseline;
    final ReplanPolicy policy;
    private final boolean[] isNew;
    /** Staff who change team at some time. */
    private final int[] transferred;

    /**
     * A repair.
     *
     * @param state the plan, broken
     * @param policy what it is to be good for
     * @param isNew requirements that the published plan does not know: newcomers', no-shows' and others
     */
    Repair(PlanState state, ReplanPolicy policy, boolean[] isNew) {
        this.state = state;
        this.isNew = isNew;
        this.policy = policy;
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
        cadre = problem.cadre;
        baseline = problem.baseline;
        transferred = transferred();
    }

    private int[] transferred() {
        Set<String> ids =
                problem.dataSet.transfers().stream().map(Transfer::staffId).collect(Collectors.toSet());
        List<Integer> list = new ArrayList<>();
        for (int p = 0; !ids.isEmpty() && p < workforce.staff; p++) {
            if (ids.contains(problem.dataSet.staff().get(p).id())) {
                list.add(p);
            }
        }
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The staff of a team on a day. */
    List<Integer> membersOn(int team, int d) {
        List<Integer> members = new ArrayList<>();
        for (int p : workforce.membersOf[team]) {
            if (workforce.teamOn(p, d) == team) {
                members.add(p);
            }
        }
        for (int p : transferred) {
            if (workforce.teamOf[p] != team && workforce.teamOn(p, d) == team) {
                members.add(p);
            }
        }
        return members;
    }

    /** Whether a staff member's duty on a day is not a rest day: a booking counts against the team's ceiling (H12). */
    boolean isOnDuty(int p, int d) {
        return (workforce.dayBits[p * calendar.days + d] & Workforce.ON_DUTY) != 0;
    }

    /** A staff member's requirements, prerequisites first. */
    List<Integer> inOrder(int p) {
        List<Integer> list = new ArrayList<>();
        for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
            list.add(r);
        }
        list.sort(Comparator.<Integer>comparingInt(r -> curriculum.rank[requirements.moduleOf[r]])
                .thenComparingInt(r -> r));
        return list;
    }

    /** Whether a booked requirement's day is past: it stays whatever happens. */
    boolean isPast(int r) {
        return state.dayOf(r) < baseline.firstFree;
    }

    /** The session at which a requirement's baseline booking starts, as slot of the day; -1: it is on no training day. */
    int baselineSlot(int r) {
        return baseline.dayAt[r] < 0 ? -1 : Integer.numberOfTrailingZeros(baseline.maskAt[r]);
    }

    /** Price of a staff member's journey to a venue on a day, pence; 0 for virtual sessions. */
    long travelPence(int p, int d, int venue) {
        return venue < 0 ? 0 : estate.travelPence[workforce.teamOn(p, d) * estate.venues + venue];
    }

    /** Whether a staff member may travel to a room on a day and finds there what they need (H08, H10). */
    boolean suits(int p, int d, int room) {
        return estate.reaches(workforce.teamOn(p, d), room)
                && estate.meetsNeeds[workforce.needsOf[p] * estate.rooms + room];
    }

    /** Whether a baseline booking was moved or dropped though no disruption broke it. */
    boolean isDisturbed(int r) {
        return isDisturbed(state, r);
    }

    /** The same of another plan of the problem. */
    static boolean isDisturbed(PlanState state, int r) {
        BaselineBookings baseline = state.problem().baseline;
        return baseline.isBooked[r]
                && !baseline.isBroken[r]
                && !baseline.isVoided[r]
                && !baseline.isPast[r]
                && !(state.isBooked(r) && baseline.isSame(r, state.dayOf(r), state.maskOf(r)));
    }

    /** Whether some day is on or after its first and on or before its last: no prerequisite rules it out for good. */
    boolean canEverBeBooked(int r) {
        return !requirements.blocked[r] && requirements.firstDay[r] <= requirements.lastDay[r];
    }

    /**
     * Whether an unbooked requirement is to be booked at any rate: it lost its booking, or is new. The others the
     * published plan did not book either.
     */
    boolean isWanted(int r) {
        return baseline.isBooked[r] || isNew[r];
    }
}
