package io.muster.api.service.simulate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A simulation as it is asked for: of a plan, or of planning policies, each of which is planned first.
 *
 * @param dataSetId the data set
 * @param planId the plan; null: policies are compared
 * @param policies planning policies, none twice; null or empty: all three, unless there is a plan
 * @param runs seasons of each, 1 to 100; null: 5
 * @param weeks weeks of each season; null: until the programme ends
 * @param seed seed of what happens; null: 1
 * @param stepLimit steps of search for each first plan; null: the solver's default time
 */
record NewSimulation(
        @Nullable String dataSetId,
        @Nullable String planId,
        @Nullable List<String> policies,
        @Nullable Integer runs,
        @Nullable Integer weeks,
        @Nullable Long seed,
        @Nullable Long stepLimit) {}
