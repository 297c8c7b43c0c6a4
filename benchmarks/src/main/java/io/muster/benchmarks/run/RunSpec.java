package io.muster.benchmarks.run;

import io.muster.benchmarks.result.RunKey;
import io.muster.benchmarks.suite.Limit;
import io.muster.solver.SearchSettings;
import io.muster.solver.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What one JVM is to run.
 *
 * @param key what it is
 * @param seed seed of the search
 * @param limit when to stop
 * @param dataSet folder of the data set
 * @param ruleSet id of a shipped rule set
 * @param settings how Muster's search is tuned
 * @param profile what the contender sees otherwise than the auditor
 * @param referencePlan folder of the plan to compare days with; null: none
 * @param keepPlan folder to write the plan to; null: it is not kept
 * @param seasons seasons of disruptions to take the plan through, {@code >= 0}
 */
record RunSpec(
        RunKey key,
        long seed,
        Limit limit,
        String dataSet,
        String ruleSet,
        SearchSettings settings,
        Profile profile,
        @Nullable String referencePlan,
        @Nullable String keepPlan,
        int seasons) {}
