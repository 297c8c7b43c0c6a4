package io.muster.api.plan;

import io.muster.api.dataset.DataSetService;
import io.muster.api.dataset.LoadedDataSet;
import io.muster.api.error.BadRequestException;
import io.muster.api.error.InvalidPlanException;
import io.muster.api.progress.Progress;
import io.muster.api.scope.DecidedScope;
import io.muster.api.scope.ScopingService;
import io.muster.data.issue.Issue;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.solver.PlanSolver;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import io.muster.solver.SolvedPlan;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.profile.UnfitProfileException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
     * @throws BadRequestException when the output folder or the profile cannot be used
     * @throws InvalidPlanException when the solver broke a hard rule, which is a bug; nothing is written
     */
    public PlanView plan(PlanCommand command, Progress progress) {
        PlanFolder folder = PlanFolder.claim(command.out());
        NamedProfile profile = command.profile() == null ? null : NamedProfile.of(command.profile());
        StepTimer timer = new StepTimer(progress);
        LoadedDataSet loaded = timer.run("load", () -> dataSets.load(command.dataSet()));
        DataSet dataSet = loaded.dataSet();
        DecidedScope scope = timer.run("scope", () -> scoping.decide(dataSet, command.ruleSet()));
        MadePlan made = make(
                loaded,
                scope,
                new SolveOptions(command.seed(), command.timeLimit(), command.stepLimit()),
                profile,
                null,
                listener(progress),
                timer);
        timer.run("write", () -> folder.write(made.plan(), false));
        List<Issue> warnings = new ArrayList<>(loaded.warnings());
        warnings.addAll(scope.warnings());
        return new PlanView(
                dataSet.programme(),
                made.summary(),
                made.audit(),
                made.figures(),
                warnings,
                timer.times(),
                PeakHeap.bytes(),
                command.out());
    }

    /**
     * Makes a plan, and writes it nowhere.
     *
     * @param loaded the data set
     * @param scope scope decided for it
     * @param options seed and limits of the whole solve, an earlier one included
     * @param profile profile of weights that the solver sees; the plan is judged by the data set's own prices all the same;
     *     null: those
     * @param earlier a solve to go on from, by the same profile; null: a new one
     * @param listener told how far the solve is, and asked whether to end
     * @param timer runs the steps {@code solve} and {@code audit}; what it ran before counts for the wall seconds
     * @return the plan
     * @throws BadRequestException when the profile does not suit the data set
     * @throws InvalidPlanException when the solver broke a hard rule, which is a bug
     */
    public MadePlan make(
            LoadedDataSet loaded,
            DecidedScope scope,
            SolveOptions options,
            @Nullable NamedProfile profile,
            @Nullable EarlierSolve earlier,
            SolveListener listener,
            StepTimer timer) {
        DataSet dataSet = loaded.dataSet();
        SolvedPlan solved = timer.run("solve", () -> solve(dataSet, scope, under(options, profile), earlier, listener));
        Plan unwritten = plan(scope, solved, null);
        AuditReport audit = timer.run("audit", () -> new PlanAuditor(dataSet).audit(unwritten, null));
        if (!audit.isValid()) {
            throw new InvalidPlanException(audit);
        }
        Duration time = earlier == null ? timer.total() : timer.total().plus(earlier.spent());
        PlanSummary summary = summary(options.seed(), profile, loaded, scope, solved, audit, time);
        return new MadePlan(
                plan(scope, solved, summary),
                summary,
                audit,
                PlanFigures.of(dataSet, scope.decisions(), solved.sessions(), solved.bookings()));
    }

    /**
     * What no plan can beat, known before there is one.
     *
     * @param loaded the data set
     * @param scope scope decided for it
     * @param options seed and limits of the solve
     * @param profile profile of weights that the solver sees, and so the prices of the bound on cost; null: the data set's own
     * @return the bounds
     */
    public LowerBounds bounds(
            LoadedDataSet loaded, DecidedScope scope, SolveOptions options, @Nullable NamedProfile profile) {
        return solver.bounds(loaded.dataSet(), scope.decisions(), under(options, profile));
    }

    private SolvedPlan solve(
            DataSet dataSet,
            DecidedScope scope,
            SolveOptions options,
            @Nullable EarlierSolve earlier,
            SolveListener listener) {
        try {
            return begunOrResumed(dataSet, scope, options, earlier, listener);
        } catch (UnfitProfileException e) {
            throw new BadRequestException(String.valueOf(e.getMessage()));
        }
    }

    private SolvedPlan begunOrResumed(
            DataSet dataSet,
            DecidedScope scope,
            SolveOptions options,
            @Nullable EarlierSolve earlier,
            SolveListener listener) {
        if (earlier == null) {
            return solver.solve(dataSet, scope.decisions(), options, listener);
        }
        LocalDate lastDay = dataSet.programme().lastDay();
        int requirements = (int) scope.decisions().stream()
                .filter(decision -> decision.isRequirement(lastDay))
                .count();
        return solver.resume(
                dataSet,
                scope.decisions(),
                earlier.plan(),
                options.after(earlier.spent(), earlier.moves(), requirements),
                listener);
    }

    private static SolveOptions under(SolveOptions options, @Nullable NamedProfile profile) {
        return profile == null ? options : options.with(profile.profile());
    }

    private static Plan plan(DecidedScope scope, SolvedPlan solved, @Nullable PlanSummary summary) {
        return new Plan(scope.decisions(), solved.sessions(), solved.bookings(), solved.unbooked(), List.of(), summary);
    }

    private static PlanSummary summary(
            long seed,
            @Nullable NamedProfile profile,
            LoadedDataSet loaded,
            DecidedScope scope,
            SolvedPlan solved,
            AuditReport audit,
            Duration time) {
        return new PlanSummary(
                loaded.dataSet().programme().id(),
                scope.ruleSetId(),
                scope.ruleSetHash(),
                loaded.inputHash(),
                Versions.solver(),
                seed,
                profile == null ? null : profile.name(),
                time.toMillis() / MILLIS_PER_SECOND,
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
