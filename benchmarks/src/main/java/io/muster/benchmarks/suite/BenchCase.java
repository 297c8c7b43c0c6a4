package io.muster.benchmarks.suite;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.muster.data.sample.SampleProgramme;
import io.muster.data.sample.SampleVariant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A data set to plan.
 *
 * @param id stable name of the case, of letters, digits, dots and hyphens
 * @param programme id of a sample programme
 * @param people how many people; null: as many as the programme has by default
 * @param dataSeed seed of the data; null: 1
 * @param ruleSet id of a shipped rule set; null: everyone
 * @param heap largest heap of its runs, as {@code -Xmx} takes it; null: the suite's
 * @param variants ids of what the generated data are made short of; null: nothing
 */
public record BenchCase(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String programme,
        @Nullable Integer people,
        @Nullable Long dataSeed,
        @Nullable String ruleSet,
        @Nullable String heap,
        @Nullable List<String> variants) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]+");
    private static final Pattern HEAP = Pattern.compile("[1-9][0-9]{0,5}[mMgG]");
    private static final String DEFAULT_RULE_SET = "everyone";

    /** Fills in what was not given, and refuses what no data set can be made of. */
    public BenchCase {
        if (!NAME.matcher(id).matches()) {
            throw new IllegalArgumentException("the id '" + id + "' has more than letters, digits, dots and hyphens");
        }
        String wanted = programme;
        SampleProgramme known = SampleProgramme.find(programme)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no programme '" + wanted + "'; choose one of " + String.join(", ", programmeIds())));
        people = people == null ? Integer.valueOf(known.defaultPeople()) : people;
        if (people < known.minPeople() || people > known.maxPeople()) {
            throw new IllegalArgumentException(known.id() + " takes from " + known.minPeople() + " to "
                    + known.maxPeople() + " people, not " + people);
        }
        dataSeed = dataSeed == null ? Long.valueOf(1) : dataSeed;
        ruleSet = ruleSet == null ? DEFAULT_RULE_SET : ruleSet;
        heap = heap == null ? null : checkedHeap(heap);
        variants = variants == null ? List.of() : List.copyOf(variants);
        variants.forEach(BenchCase::variant);
    }

    /** {@return what the generated data are made short of, in a fixed order} */
    public Set<SampleVariant> shortOf() {
        Set<SampleVariant> found = EnumSet.noneOf(SampleVariant.class);
        Objects.requireNonNull(variants).forEach(id -> found.add(variant(id)));
        return found;
    }

    private static SampleVariant variant(String id) {
        return SampleVariant.find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no variant '" + id + "'; choose of " + SampleVariant.ids()));
    }

    static String checkedHeap(String heap) {
        if (!HEAP.matcher(heap).matches()) {
            throw new IllegalArgumentException("the heap '" + heap + "' is not a size such as 2g or 1500m");
        }
        return heap;
    }

    private static List<String> programmeIds() {
        return Arrays.stream(SampleProgramme.values()).map(SampleProgramme::id).toList();
    }
}
