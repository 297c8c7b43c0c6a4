package io.muster.api.replan;

import io.muster.data.plan.BookingKey;
import io.muster.solver.replan.ReplanPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for re-plans.
 *
 * @param dataSet the data set: a folder, a zip or a workbook
 * @param baseline the published plan: a folder, a zip or a workbook
 * @param disruptions {@code disruptions.csv}, or a folder, zip or workbook that holds it
 * @param asOf the day of the re-plan; null: the data set's
 * @param out folder for the plan; with several policies, each has a folder of its name in it
 * @param ruleSet id or folder of the rule set; null: the one that decided the published plan's scope
 * @param policies what the plans are to be good for, one plan for each; at least one
 * @param maxMoved most bookings that may be moved or dropped though no disruption broke them; null: no limit
 * @param seed seed of every random choice
 * @param timeLimit wall-clock time for a search; null: the solver's default
 * @param stepLimit steps of a search, {@code >= 0}; null: no limit
 * @param asked ids of those disruptions that this re-plan is the first to answer: a change names none but these as its
 *     cause; null: all
 * @param urgent keys of requirements that are of high priority, whatever the rules say: of people whom a session missed
 */
public record ReplanCommand(
        Path dataSet,
        Path baseline,
        Path disruptions,
        @Nullable LocalDate asOf,
        Path out,
        @Nullable String ruleSet,
        List<ReplanPolicy> policies,
        @Nullable Integer maxMoved,
        long seed,
        @Nullable Duration timeLimit,
        @Nullable Long stepLimit,
        @Nullable Set<String> asked,
        Set<BookingKey> urgent) {

    /** Copies the collections. */
    public ReplanCommand {
        policies = List.copyOf(policies);
        asked = asked == null ? null : Set.copyOf(asked);
        urgent = Set.copyOf(urgent);
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("There is no policy. Maybe the caller did not fill in its default.");
        }
    }
}
