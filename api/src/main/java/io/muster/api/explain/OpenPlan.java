package io.muster.api.explain;

import io.muster.api.dataset.LoadedDataSet;
import io.muster.data.issue.Issue;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.solver.check.Baseline;
import io.muster.solver.explain.PlanExplainer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is open for questions. Opening takes seconds at full size, each question milliseconds.
 *
 * @param loaded the data set as it is on disk
 * @param dataSet the same as of the day asked for, with the disruptions applied
 * @param plan the plan; of one that is its own baseline without its former changes
 * @param baseline the published plan it is judged against; null: not published
 * @param explainer answers the questions
 * @param warnings what is worth a look in data set and plan
 */
public record OpenPlan(
        LoadedDataSet loaded,
        DataSet dataSet,
        Plan plan,
        @Nullable Baseline baseline,
        PlanExplainer explainer,
        List<Issue> warnings) {

    /** Copies the list. */
    public OpenPlan {
        warnings = List.copyOf(warnings);
    }
}
