package io.muster.benchmarks.suite;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A named set of runs ({@code suites/NAME.json}): each case by each limit, contender, settings, profile and seed.
 *
 * @param description a sentence on what it is for
 * @param heap largest heap of a run, as {@code -Xmx} takes it; null: 2g
 * @param cases data sets, at least one
 * @param seeds seeds of the search, at least one
 * @param limits when a run stops, at least one
 * @param contenders ids of contenders; {@code all} for every one there is; null: Muster alone
 * @param settings names of files in {@code settings}; they hold for Muster alone; null: the default
 * @param profiles names of files in {@code profiles}; null: the default
 * @param seasons seasons of disruptions that each plan is taken through, {@code >= 0}; null: none
 */
public record Suite(
        @JsonProperty(required = true) String description,
        @Nullable String heap,
        @JsonProperty(required = true) List<BenchCase> cases,
        @JsonProperty(required = true) List<Long> seeds,
        @JsonProperty(required = true) List<Limit> limits,
        @Nullable List<String> contenders,
        @Nullable List<String> settings,
        @Nullable List<String> profiles,
        @Nullable Integer seasons) {

    /** Name of the settings and of the profile that change nothing. */
    public static final String DEFAULT = "default";

    /** Stands for every contender there is. */
    public static final String ALL_CONTENDERS = "all";

    private static final String DEFAULT_HEAP = "2g";

    /** Copies the lists, and refuses what cannot be run. */
    public Suite {
        cases = some("cases", cases);
        seeds = some("seeds", seeds);
        limits = some("limits", limits);
        contenders = contenders == null ? List.of("muster") : some("contenders", contenders);
        settings = settings == null ? List.of(DEFAULT) : some("settings", settings);
        profiles = profiles == null ? List.of(DEFAULT) : some("profiles", profiles);
        seasons = seasons == null ? Integer.valueOf(0) : seasons;
        if (seasons < 0) {
            throw new IllegalArgumentException("'seasons' is negative: " + seasons);
        }
        heap = BenchCase.checkedHeap(heap == null ? DEFAULT_HEAP : heap);
        distinct("cases", cases.stream().map(BenchCase::id).toList());
        distinct("seeds", seeds);
        distinct("limits", limits.stream().map(Limit::label).toList());
        distinct("contenders", contenders);
        distinct("settings", settings);
        distinct("profiles", profiles);
    }

    /**
     * {@return the largest heap of a case's runs, as {@code -Xmx} takes it}
     *
     * @param benchCase the case
     */
    public String heapOf(BenchCase benchCase) {
        String own = benchCase.heap();
        return own != null ? own : Objects.requireNonNull(heap);
    }

    private static <T> List<T> some(String key, List<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("'" + key + "' is empty; give at least one");
        }
        return List.copyOf(values);
    }

    private static void distinct(String key, List<?> values) {
        if (new HashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException("'" + key + "' names something twice: " + values);
        }
    }
}
