package io.muster.api.simulate;

import io.muster.solver.replan.ReplanPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for seasons.
 *
 * @param dataSet the data set: a folder, a zip or a workbook
 * @param plan the published plan: a folder, zip or workbook; null: each policy's is solved first
 * @param policies names of planning policies to compare, see {@link PolicyName}; not asked where there is a plan
 * @param reserveWeeks weeks that the policy "front-loaded" keeps free at the end, {@code >= 0}
 * @param seatReservePct share of the seats that the policy "flat" keeps free, per cent, 0 to 99
 * @param ruleSet id or folder of the rule set; null: the one that decided the plan's scope, without a plan the default
 * @param seasons seasons for each policy, {@code > 0}
 * @param seed seed of what happens, and of every solve
 * @param weeks weeks of each season, {@code > 0}; null: until the programme ends
 * @param rates file with the rates that differ from the default; null: none
 * @param replanPolicy what the re-plans are good for
 * @param timeLimit wall-clock time to solve a first plan; null: the solver's default
 * @param stepLimit steps of search to solve a first plan, {@code >= 0}; null: no limit
 * @param replanStepLimit steps of search of each re-plan, {@code >= 0}; null: the re-planner's default
 * @param out folder to write the results to; absent, empty or holding older ones
 */
public record SimulateCommand(
        Path dataSet,
        @Nullable Path plan,
        List<String> policies,
        int reserveWeeks,
        int seatReservePct,
        @Nullable String ruleSet,
        int seasons,
        long seed,
        @Nullable Integer weeks,
        @Nullable Path rates,
        ReplanPolicy replanPolicy,
        @Nullable Duration timeLimit,
        @Nullable Long stepLimit,
        @Nullable Long replanStepLimit,
        Path out) {

    /** Copies the list. */
    public SimulateCommand {
        policies = List.copyOf(policies);
    }
}
