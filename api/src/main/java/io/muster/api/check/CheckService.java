package io.muster.api.check;

import io.muster.api.dataset.DataSetService;
import io.muster.api.dataset.LoadedDataSet;
import io.muster.api.progress.Progress;
import io.muster.api.scope.DecidedScope;
import io.muster.api.scope.ScopingService;
import io.muster.data.issue.Issue;
import io.muster.data.model.DataSet;
import io.muster.solver.feasibility.Feasibility;
import io.muster.solver.feasibility.FeasibilityReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks data sets: reads, decides scope, proves what cannot be covered. */
public final class CheckService {

    private final DataSetService dataSets;
    private final ScopingService scoping;

    /**
     * A service.
     *
     * @param dataSets reads data sets
     * @param scoping decides scope
     */
    public CheckService(DataSetService dataSets, ScopingService scoping) {
        this.dataSets = dataSets;
        this.scoping = scoping;
    }

    /**
     * Checks a data set.
     *
     * @param dataSet where it is
     * @param ruleSet id or folder of the rule set; null: the default one
     * @param progress told how far the work is
     * @return what was found
     * @throws io.muster.api.error.BadInputException when data set or rule set has errors
     */
    public CheckView check(Path dataSet, @Nullable String ruleSet, Progress progress) {
        progress.step("load");
        LoadedDataSet loaded = dataSets.load(dataSet);
        progress.step("scope");
        DecidedScope scope = scoping.decide(loaded.dataSet(), ruleSet);
        progress.step("check");
        CheckView view = check(loaded.dataSet(), scope);
        List<Issue> warnings = new ArrayList<>(loaded.warnings());
        warnings.addAll(view.warnings());
        return new CheckView(view.programme(), view.ruleSetId(), view.report(), warnings);
    }

    /**
     * Checks a data set whose scope is decided.
     *
     * @param dataSet the data set
     * @param scope its scope
     * @return what was found, with the warnings of the scope
     */
    public CheckView check(DataSet dataSet, DecidedScope scope) {
        FeasibilityReport report = Feasibility.check(dataSet, scope.decisions());
        return new CheckView(dataSet.programme(), scope.ruleSetId(), report, scope.warnings());
    }
}
