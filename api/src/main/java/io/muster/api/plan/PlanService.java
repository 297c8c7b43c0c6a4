package io.muster.api.plan;

import io.muster.api.dataset.DataSetService;
import io.muster.api.dataset.LoadedDataSet;
import io.muster.api.error.InvalidPlanException;
import io.muster.api.progress.Progress;
import io.muster.api.scope.DecidedScope;
import io.muster.api.scope.ScopingService;
import io.muster.data.issue.Issue;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary;
import io.muster.solver.PlanSolver;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import io.muster.solver.SolvedPlan;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.PlanAuditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes plans: reads, decides scope, solves, audits, writes. */
public final class PlanService {
    private static final double MILLIS_PER_SECOND = 1000.0;

    private final DataSetService dataSets;
    private final ScopingService scoping;
    private final PlanSolver solver;

    /**
     * A service.
     *
     * @param dataSets reads data sets
     * @param scoping decides scope
     * @param solver decides sessions and bookings
     */
    public PlanService(DataSetService dataSets, ScopingService scoping, PlanSolver solver) {
        this.dataSets = dataSets;
        this.scoping = scoping;
        this.solver = solver;
    }

    /**
     * Makes a plan and writes it.
     *
     * @param command what to plan
     * @param progress told how far the work is
     * @return the plan's figures
     * @throws io.muster.api.error.BadInputException when data set or rule set has errors; nothing is written
     * @throws io.muster.api.error.BadRequestException when the output folder cannot be used
     * @throws InvalidPlanException when the solver broke a hard rule, which is a bug; nothing is written
     */
    public PlanView plan(PlanCommand command, Progress progress) {
        PlanFolder folder = PlanFolder.claim(command.out());
        StepTimer timer = new StepTimer(progress);
        LoadedDataSet loaded = timer.run("load", () -> dataSets.load(command.dataSet()));
        DataSet dataSet = loaded.dataSet();
        DecidedScope scope = timer.run("scope", () -> scoping.decide(dataSet, command.ruleSet()));
        SolvedPlan solved = timer.run(
                "solve",
                () -> solver.solve(
                        dataSet,
                        scope.decisions(),
                        new SolveOptions(command.seed(), command.timeLimit(), command.stepLimit()),
                        listener(progress)));
        AuditReport audit = timer.run(
                "audit",
                () -> new PlanAuditor(dataSet)
                        .audit(
                                new Plan(
                                        scope.decisions(),
                                        solved.sessions(),
                                        solved.bookings(),
                                        solved.unbooked(),
                                        List.of(),
                                        null),
                                null));
        if (!audit.isValid()) {
            throw new InvalidPlanException(audit);
        }
        PlanSummary summary = summary(command, loaded, scope, solved, audit, timer);
        timer.run(
                "write",
                () -> folder.write(
                        new Plan(
                                scope.decisions(),
                                solved.sessions(),
                                solved.bookings(),
                                solved.unbooked(),
                                List.of(),
                                summary),
                        false));
        List<Issue> warnings = new ArrayList<>(loaded.warnings());
        warnings.addAll(scope.warnings());
        return new PlanView(
                dataSet.programme(),
                summary,
                audit,
                PlanFigures.of(dataSet, scope.decisions(), solved.sessions(), solved.bookings()),
                warnings,
                timer.times(),
                PeakHeap.bytes(),
                command.out());
    }

    private static PlanSummary summary(
            PlanCommand command,
            LoadedDataSet loaded,
            DecidedScope scope,
            SolvedPlan solved,
            AuditReport audit,
            StepTimer timer) {
        return new PlanSummary(
                loaded.dataSet().programme().id(),
                scope.ruleSetId(),
                scope.ruleSetHash(),
                loaded.inputHash(),
                Versions.solver(),
                command.seed(),
                timer.total().toMillis() / MILLIS_PER_SECOND,
                audit.requirements(),
                audit.booked(),
                audit.requirements() - audit.booked(),
                audit.coverageShortfall(),
                AuditFigures.cost(audit),
                solved.lowerBounds(),
                audit.occupancy(),
                audit.sessionsRun(),
                AuditFigures.hardViolations(audit));
    }

    private static SolveListener listener(Progress progress) {
        return (phase, fraction, shortfall, costPence, booked, requirements) -> progress.update(
                fraction,
                String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d booked, shortfall %,d, cost £%,d",
                        phase,
                        booked,
                        requirements,
                        shortfall,
                        costPence / 100));
    }
}
