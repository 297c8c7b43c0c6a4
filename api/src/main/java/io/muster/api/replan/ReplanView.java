package io.muster.api.replan;

import io.muster.api.plan.StepTime;
import io.muster.data.issue.Issue;
import io.muster.data.model.Programme;
import io.muster.data.plan.Disruption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Re-plans that were made, audited and written.
 *
 * @param programme the programme they are for, as of the day of the re-plan
 * @param disruptions what happened, as given
 * @param bookings counting bookings of the published plan dated on or after the day of the re-plan
 * @param hitBookings those of them, and of past ones, that the disruptions broke
 * @param hitPeople people with one of them
 * @param costBefore pence by cost line of the published plan, as its summary says; null: it has none
 * @param options the plans, one for each policy asked for
 * @param warnings what is worth a look in the inputs
 * @param times how long each step took, in order
 * @param peakHeapBytes most heap in use, garbage included
 */
public record ReplanView(
        Programme programme,
        List<Disruption> disruptions,
        int bookings,
        int hitBookings,
        int hitPeople,
        @Nullable Map<String, Long> costBefore,
        List<ReplanOption> options,
        List<Issue> warnings,
        List<StepTime> times,
        long peakHeapBytes) {

    /** Copies the collections; cost keeps its order. */
    public ReplanView {
        disruptions = List.copyOf(disruptions);
        costBefore = costBefore == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(costBefore));
        options = List.copyOf(options);
        warnings = List.copyOf(warnings);
        times = List.copyOf(times);
    }

    /** {@return whether every plan books every requirement} */
    public boolean coversEverything() {
        return options.stream().allMatch(option -> option.summary().unbooked() == 0);
    }
}
