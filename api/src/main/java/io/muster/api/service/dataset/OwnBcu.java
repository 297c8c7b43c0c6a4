package io.muster.api.service.dataset;

import io.muster.data.io.FileTable;
import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a resourcing desk sees of a data set: people, teams and demand of its own BCU, and what belongs to nobody. */
final class OwnBcu {
    private static final String TRAINER_ABSENCES = "trainer_absences";

    private OwnBcu() {}

    /** {@return whether a desk sees any row of a table} */
    static boolean maySee(String table) {
        return !table.equals(TRAINER_ABSENCES);
    }

    /** {@return which rows of a table a desk sees} */
    static Predicate<List<String>> of(DataSet dataSet, @Nullable String bcu, FileTable table) {
        Set<String> teams = dataSet.teams().stream()
                .filter(team -> team.bcu().equals(bcu))
                .map(Team::id)
                .collect(Collectors.toSet());
        return switch (table.name()) {
            case "teams" -> row -> teams.contains(row.get(0));
            case "staff", "completions", "absences" -> {
                Set<String> staff = dataSet.staff().stream()
                        .filter(member -> teams.contains(member.teamId()))
                        .map(StaffMember::id)
                        .collect(Collectors.toSet());
                yield row -> staff.contains(row.get(0));
            }
            case "demand" -> row -> isOwn(row.get(0), bcu, teams);
            default -> row -> true;
        };
    }

    private static boolean isOwn(String scope, @Nullable String bcu, Set<String> teams) {
        if (scope.startsWith("BCU:")) {
            return scope.equals("BCU:" + bcu);
        }
        return !scope.startsWith("TEAM:") || teams.contains(scope.substring("TEAM:".length()));
    }
}
