package io.muster.api.service.booking;

import io.muster.api.service.live.LivePlan;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What lists of a plan can be filtered by.
 *
 * @param bcus BCUs, by name
 * @param functions functions of teams, by name
 * @param roles roles, by name
 * @param teams teams, by id
 * @param modules modules, in the data set's order
 */
record Facets(
        List<String> bcus, List<String> functions, List<String> roles, List<Team> teams, List<TrainingModule> modules) {

    /** {@return what lists of a plan can be filtered by, as far as the caller sees it} */
    static Facets of(Reading reading) {
        Facets all = reading.live().once(Facets.class, Facets::of);
        String own = reading.sight().bcu();
        return own == null
                ? all
                : new Facets(
                        all.bcus().stream().filter(own::equals).toList(),
                        sorted(all.teams().stream()
                                .filter(team -> team.bcu().equals(own))
                                .map(Team::function)
                                .collect(Collectors.toSet())),
                        all.roles(),
                        all.teams().stream()
                                .filter(team -> team.bcu().equals(own))
                                .toList(),
                        all.modules());
    }

    private static Facets of(LivePlan live) {
        return new Facets(
                sorted(live.dataSet().teams().stream().map(Team::bcu).collect(Collectors.toSet())),
                sorted(live.dataSet().teams().stream().map(Team::function).collect(Collectors.toSet())),
                sorted(live.dataSet().staff().stream()
                        .map(member -> member.role())
                        .collect(Collectors.toSet())),
                live.dataSet().teams().stream()
                        .sorted(Comparator.comparing(Team::id))
                        .toList(),
                live.dataSet().modules());
    }

    private static List<String> sorted(Set<String> values) {
        return List.copyOf(new TreeSet<>(values));
    }

    /**
     * The teams to choose from: those of the BCU that is chosen, for all of them would be too many; otherwise the chosen
     * one alone.
     *
     * @param bcu the BCU; null or empty: none is chosen
     * @param teamId the team; null or empty: none is chosen
     * @return teams, by id; possibly none
     */
    List<Team> teamsToChoose(@Nullable String bcu, @Nullable String teamId) {
        String only = bcus.size() == 1 ? bcus.get(0) : bcu;
        return teams.stream()
                .filter(team -> team.bcu().equals(only) || team.id().equals(teamId))
                .toList();
    }
}
