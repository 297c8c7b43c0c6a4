package io.muster.benchmarks.contender;

import io.muster.data.model.DataSet;
import io.muster.data.plan.ScopeDecision;
import java.util.List;
import java.util.function.Consumer;

/** A way to plan. It is given what every other is given; nothing it says of its own plan is believed. */
public interface Contender {

    /** {@return a short, stable name, such as {@code muster} or {@code first-fit}} */
    String id();

    /** {@return one sentence on what it is, for the report} */
    String sentence();

    /**
     * Plans a data set.
     *
     * @param dataSet the data set
     * @param scope decision for each person and module
     * @param limits seed, and when to stop
     * @param progress told each time the best plan so far gets better; may be told from any thread
     * @return the best plan found; it may break rules, which is for the auditor to say
     */
    ContenderPlan plan(DataSet dataSet, List<ScopeDecision> scope, ContenderLimits limits, Consumer<Sample> progress);
}
