package io.muster.solver.simulate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the target completion is reached, over all seasons. A percentile is the nearest rank: P80 is the earliest day by
 * which at least 80% of the seasons have reached it. Seasons that do not reach it come after all days.
 *
 * @param seasons how many seasons there are
 * @param reached how many of them reach the target
 * @param p50 day by which half of them reach it; null: not reached
 * @param p80 day by which four in five of them reach it; null: not reached
 */
public record FinishDates(
        int seasons,
        int reached,
        @Nullable LocalDate p50,
        @Nullable LocalDate p80) {

    private static final int HALF = 50;
    private static final int FOUR_IN_FIVE = 80;
    private static final int HUNDRED = 100;

    /**
     * {@return the finish dates of everybody together}
     *
     * @param seasons the seasons, at least one
     */
    public static FinishDates of(List<Season> seasons) {
        return of(seasons.size(), seasons.stream().map(Season::finished));
    }

    /**
     * {@return the finish dates of each BCU with requirements, by name}
     *
     * @param seasons the seasons, at least one
     */
    public static TreeMap<String, FinishDates> byBcu(List<Season> seasons) {
        TreeSet<String> names = seasons.stream()
                .flatMap(season -> season.weeks().stream())
                .flatMap(week -> week.byBcu().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        TreeMap<String, FinishDates> dates = new TreeMap<>();
        for (String bcu : names) {
            dates.put(
                    bcu,
                    of(
                            seasons.size(),
                            seasons.stream()
                                    .map(season -> season.finishedByBcu().get(bcu))));
        }
        return dates;
    }

    private static FinishDates of(int seasons, Stream<@Nullable LocalDate> days) {
        List<LocalDate> reached = days.filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new FinishDates(
                seasons,
                reached.size(),
                percentile(reached, seasons, HALF),
                percentile(reached, seasons, FOUR_IN_FIVE));
    }

    private static @Nullable LocalDate percentile(List<LocalDate> reached, int seasons, int percent) {
        int rank = (percent * seasons + HUNDRED - 1) / HUNDRED;
        return rank <= reached.size() ? reached.get(rank - 1) : null;
    }
}
