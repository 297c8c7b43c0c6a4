package io.muster.api.plan;

import io.muster.api.dataset.DataSetService;
import io.muster.api.dataset.LoadedDataSet;
import io.muster.api.progress.Progress;
import io.muster.data.issue.Issue;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.PlanAuditor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
     * @throws io.muster.api.error.BadInputException when data set, plan, baseline or disruptions cannot be read
     */
    public AuditView audit(AuditCommand command, Progress progress) {
        StepTimer timer = new StepTimer(progress);
        LoadedDataSet loaded = timer.run("load", () -> dataSets.load(command.dataSet()));
        List<Issue> warnings = new ArrayList<>(loaded.warnings());
        Plan plan = timer.run("read plan", () -> PlanFolder.read(command.plan(), warnings));
        Path baselinePath = command.baseline();
        DataSet dataSet;
        AuditReport audit;
        if (baselinePath == null) {
            dataSet = loaded.dataSet();
            audit = timer.run("audit", () -> new PlanAuditor(dataSet).audit(plan, null));
        } else {
            Plan baseline = timer.run("read baseline", () -> PlanFolder.read(baselinePath, warnings));
            List<Issue> issues = new ArrayList<>();
            ReplanBasis basis =
                    ReplanBasis.read(loaded.dataSet(), baseline, command.disruptions(), command.asOf(), issues);
            warnings.addAll(issues);
            dataSet = basis.dataSet();
            audit = timer.run("audit", () -> basis.auditor().audit(plan, basis.baseline(plan.scope())));
        }
        return new AuditView(
                dataSet.programme(),
                audit,
                AuditFigures.cost(audit),
                PlanFigures.of(dataSet, plan.scope(), plan.sessions(), plan.bookings()),
                plan.summary() == null ? List.of() : AuditFigures.differences(plan.summary(), audit),
                warnings,
                timer.times());
    }
}
