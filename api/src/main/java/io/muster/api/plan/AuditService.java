package io.muster.api.plan;

import io.muster.api.dataset.DataSetService;
import io.muster.api.dataset.LoadedDataSet;
import io.muster.api.progress.Progress;
import io.muster.data.issue.Issue;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.Baseline;
import io.muster.solver.check.PlanAuditor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Audits plans, whoever made them. */
public final class AuditService {
    private final DataSetService dataSets;

    /**
     * A service.
     *
     * @param dataSets reads data sets
     */
    public AuditService(DataSetService dataSets) {
        this.dataSets = dataSets;
    }

    /**
     * Audits a plan.
     *
     * @param command what to audit
     * @param progress told how far the work is
     * @return the audit, passed or not
     * @throws io.muster.api.error.BadInputException when data set, plan or baseline cannot be read
     */
    public AuditView audit(AuditCommand command, Progress progress) {
        StepTimer timer = new StepTimer(progress);
        LoadedDataSet loaded = timer.run("load", () -> dataSets.load(command.dataSet()));
        DataSet dataSet = loaded.dataSet();
        List<Issue> warnings = new ArrayList<>(loaded.warnings());
        Plan plan = timer.run("read plan", () -> PlanFolder.read(command.plan(), warnings));
        Baseline baseline = baseline(command.baseline(), warnings);
        AuditReport audit = timer.run("audit", () -> new PlanAuditor(dataSet).audit(plan, baseline));
        return new AuditView(
                dataSet.programme(),
                audit,
                AuditFigures.cost(audit),
                PlanFigures.of(dataSet, plan.scope(), plan.sessions(), plan.bookings()),
                plan.summary() == null ? List.of() : AuditFigures.differences(plan.summary(), audit),
                warnings,
                timer.times());
    }

    private static @Nullable Baseline baseline(@Nullable Path path, List<Issue> warnings) {
        return path == null
                ? null
                : new Baseline(PlanFolder.read(path, warnings).bookings(), Set.of());
    }
}
