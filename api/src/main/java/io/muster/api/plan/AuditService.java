package io.muster.api.plan;

import io.muster.api.dataset.DataSetService;
import io.muster.api.dataset.LoadedDataSet;
import io.muster.api.error.BadInputException;
import io.muster.api.progress.Progress;
import io.muster.data.disruption.DisruptedDataSet;
import io.muster.data.disruption.Disruptions;
import io.muster.data.io.DisruptionReadResult;
import io.muster.data.io.DisruptionReader;
import io.muster.data.issue.Issue;
import io.muster.data.model.DataSet;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Plan;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.Baseline;
import io.muster.solver.check.PlanAuditor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
     * @throws BadInputException when data set, plan, baseline or disruptions cannot be read
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
            DisruptedDataSet disrupted = disrupt(loaded.dataSet(), baseline, command, warnings);
            dataSet = disrupted.dataSet();
            audit = timer.run("audit", () -> audit(disrupted, plan, baseline));
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

    private static DisruptedDataSet disrupt(
            DataSet dataSet, Plan baseline, AuditCommand command, List<Issue> warnings) {
        Path path = command.disruptions();
        LocalDate asOf = command.asOf();
        List<Disruption> disruptions = List.of();
        if (path != null) {
            DisruptionReadResult read = DisruptionReader.read(path, dataSet, baseline);
            warnings.addAll(read.issues());
            disruptions = read.disruptions().orElseThrow(() -> new BadInputException(read.issues()));
        }
        return Disruptions.apply(dataSet, asOf == null ? dataSet.programme().asOf() : asOf, disruptions, baseline);
    }

    /** What was broken follows from the re-plan's own scope decisions: nobody's word is taken for it. */
    private static AuditReport audit(DisruptedDataSet disrupted, Plan plan, Plan baseline) {
        PlanAuditor auditor = new PlanAuditor(disrupted.dataSet());
        Set<BookingKey> broken =
                auditor.findBroken(plan.scope(), baseline, disrupted.cancelledSessions(), disrupted.voided());
        return auditor.audit(
                plan, new Baseline(baseline.bookings(), broken, disrupted.cancelledSessions(), disrupted.voided()));
    }
}
