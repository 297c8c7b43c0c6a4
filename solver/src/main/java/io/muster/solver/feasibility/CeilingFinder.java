package io.muster.solver.feasibility;

import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.bound.Shortfalls;
import io.muster.solver.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the smallest ceiling with which a team's places no longer cost coverage, by trying. */
final class CeilingFinder {

    private static final int MOST_PERCENT = 100;

    private final DataSet dataSet;
    private final List<ScopeDecision> scope;

    CeilingFinder(DataSet dataSet, List<ScopeDecision> scope) {
        this.dataSet = dataSet;
        this.scope = scope;
    }

    /**
     * Looks for a ceiling.
     *
     * @param team a team whose ceiling costs coverage
     * @return the smallest whole per cent above its ceiling that lifts it; empty when not even 100% does, as minimum
     *     strength or a freeze holds it down
     */
    Optional<Integer> smallestCeiling(Team team) {
        BigDecimal now = team.ceilingPct() != null
                ? team.ceilingPct()
                : dataSet.programme().abstraction().ceilingPct();
        int low = Math.min(MOST_PERCENT, now.intValue() + 1);
        int high = MOST_PERCENT;
        DataSet alone = withTeamAlone(team);
        Set<String> people = alone.staff().stream().map(StaffMember::id).collect(Collectors.toSet());
        List<ScopeDecision> own =
                scope.stream().filter(row -> people.contains(row.staffId())).toList();
        if (!isEnough(alone, own, team, high)) {
            return Optional.empty();
        }
        while (low < high) {
            int middle = (low + high) / 2;
            if (isEnough(alone, own, team, middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Optional.of(low);
    }

    private static boolean isEnough(DataSet alone, List<ScopeDecision> own, Team team, int percent) {
        DataSet raised = withTeam(
                alone,
                new Team(
                        team.id(),
                        team.bcu(),
                        team.function(),
                        team.name(),
                        team.lat(),
                        team.lon(),
                        team.patternId(),
                        team.offset(),
                        BigDecimal.valueOf(percent),
                        team.minimumStrengthPct()));
        return Shortfalls.of(Problem.of(raised, own)).ofTeam(0) == 0;
    }

    private DataSet withTeamAlone(Team team) {
        List<StaffMember> staff = dataSet.staff().stream()
                .filter(person -> person.teamId().equals(team.id()))
                .toList();
        Set<String> people = staff.stream().map(StaffMember::id).collect(Collectors.toSet());
        return new DataSet(
                dataSet.programme(),
                dataSet.modules(),
                List.of(team),
                dataSet.patterns(),
                staff,
                dataSet.completions().stream()
                        .filter(row -> people.contains(row.staffId()))
                        .toList(),
                dataSet.absences().stream()
                        .filter(row -> people.contains(row.staffId()))
                        .toList(),
                dataSet.demand(),
                dataSet.calendar(),
                dataSet.venues(),
                dataSet.rooms(),
                dataSet.roomClosures(),
                dataSet.trainers(),
                dataSet.trainerAbsences());
    }

    private static DataSet withTeam(DataSet alone, Team team) {
        return new DataSet(
                alone.programme(),
                alone.modules(),
                List.of(team),
                alone.patterns(),
                alone.staff(),
                alone.completions(),
                alone.absences(),
                alone.demand(),
                alone.calendar(),
                alone.venues(),
                alone.rooms(),
                alone.roomClosures(),
                alone.trainers(),
                alone.trainerAbsences());
    }
}
