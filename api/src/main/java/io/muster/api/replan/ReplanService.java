package io.muster.api.replan;

import io.muster.api.dataset.DataSetService;
import io.muster.api.dataset.LoadedDataSet;
import io.muster.api.error.InvalidPlanException;
import io.muster.api.plan.AuditFigures;
import io.muster.api.plan.BaselineCheck;
import io.muster.api.plan.PeakHeap;
import io.muster.api.plan.PlanFolder;
import io.muster.api.plan.ReplanBasis;
import io.muster.api.plan.StepTimer;
import io.muster.api.plan.Versions;
import io.muster.api.progress.Progress;
import io.muster.api.scope.DecidedScope;
import io.muster.api.scope.ScopingService;
import io.muster.data.disruption.DisruptedDataSet;
import io.muster.data.disruption.Disruptions;
import io.muster.data.issue.Issue;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.Baseline;
import io.muster.solver.check.BrokenBookings;
import io.muster.solver.replan.PlanReplanner;
import io.muster.solver.replan.Replan;
import io.muster.solver.replan.ReplanPolicy;
import io.muster.solver.replan.ReplanRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Repairs published plans: reads, applies the disruptions, decides scope, repairs, audits, writes. */
public final class ReplanService {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int PENCE_PER_POUND = 100;
    private static final int HIGH = 1;
    private static final String URGENT = " Missed a session: the priority is high.";

    private final DataSetService dataSets;
    private final ScopingService scoping;
    private final PlanReplanner replanner;

    /**
     * A service.
     *
     * @param dataSets reads data sets
     * @param scoping decides scope
     * @param replanner repairs plans
     */
    public ReplanService(DataSetService dataSets, ScopingService scoping, PlanReplanner replanner) {
        this.dataSets = dataSets;
        this.scoping = scoping;
        this.replanner = replanner;
    }

    /** What a re-plan starts from. */
    private record Start(
            ReplanCommand command,
            LoadedDataSet loaded,
            ReplanBasis basis,
            DecidedScope scope,
            List<ScopeDecision> decisions,
            Baseline baseline) {}

    /**
     * What disruptions break of a published plan, before anything is repaired.
     *
     * @param dataSet the data set, without the disruptions
     * @param baseline the published plan
     * @param disruptions all that hold, as {@code DisruptionReader} read them
     * @param asOf the day that is asked about
     * @param ruleSet id or folder of the rule set that decides scope
     * @return what they break
     * @throws io.muster.api.error.BadInputException when the rule set has errors
     * @throws io.muster.api.error.BadRequestException when there is no such rule set
     */
    public DisruptionEffect effect(
            DataSet dataSet, Plan baseline, List<Disruption> disruptions, LocalDate asOf, String ruleSet) {
        DisruptedDataSet disrupted = Disruptions.apply(dataSet, asOf, disruptions, baseline);
        DecidedScope scope = scoping.decide(disrupted.dataSet(), ruleSet);
        return new DisruptionEffect(
                disrupted,
                scope,
                BrokenBookings.find(
                        disrupted.dataSet(),
                        scope.decisions(),
                        baseline,
                        disrupted.cancelledSessions(),
                        disrupted.voided()));
    }

    /**
     * Makes a plan for each policy asked for, and writes them.
     *
     * @param command what to repair, and how
     * @param progress told how far the work is
     * @return the plans' figures
     * @throws io.muster.api.error.BadInputException when data set, rule set, baseline or disruptions have errors; nothing is written
     * @throws io.muster.api.error.BadRequestException when the output folder cannot be used
     * @throws InvalidPlanException when the repair breaks a hard rule, which is a bug; that plan is not written
     */
    public ReplanView replan(ReplanCommand command, Progress progress) {
        return replan(command, progress, () -> false);
    }

    /**
     * Makes a plan for each policy asked for until it is to stop, and writes them: a search ends with the best it has, and
     * policies after it are left out.
     *
     * @param command what to repair, and how
     * @param progress told how far the work is
     * @param isStopRequested whether to stop; asked often
     * @return the plans' figures, possibly of none
     * @throws io.muster.api.error.BadInputException when data set, rule set, baseline or disruptions have errors; nothing is written
     * @throws io.muster.api.error.BadRequestException when the output folder cannot be used
     * @throws InvalidPlanException when the repair breaks a hard rule, which is a bug; that plan is not written
     */
    public ReplanView replan(ReplanCommand command, Progress progress, BooleanSupplier isStopRequested) {
        List<PlanFolder> folders = new ArrayList<>();
        for (ReplanPolicy policy : command.policies()) {
            folders.add(PlanFolder.claim(folder(command, policy)));
        }
        StepTimer timer = new StepTimer(progress);
        List<Issue> warnings = new ArrayList<>();
        Start start = start(command, timer, warnings);
        List<ReplanOption> options = new ArrayList<>();
        for (int i = 0; i < folders.size() && !isStopRequested.getAsBoolean(); i++) {
            options.add(option(
                    start, command.policies().get(i), folders.get(i), timer, listener(progress, isStopRequested)));
        }
        DataSet dataSet = start.basis().dataSet();
        Plan published = start.basis().published();
        Set<BookingKey> broken = start.baseline().broken();
        LocalDate asOf = dataSet.programme().asOf();
        PlanSummary before = published.summary();
        return new ReplanView(
                dataSet.programme(),
                start.basis().disruptions(),
                (int) published.bookings().stream()
                        .filter(booking -> booking.counts() && !booking.date().isBefore(asOf))
                        .count(),
                broken.size(),
                (int) broken.stream().map(BookingKey::staffId).distinct().count(),
                before == null ? null : before.cost(),
                options,
                warnings,
                timer.times(),
                PeakHeap.bytes());
    }

    private static Path folder(ReplanCommand command, ReplanPolicy policy) {
        return command.policies().size() == 1
                ? command.out()
                : command.out().resolve(policy.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private Start start(ReplanCommand command, StepTimer timer, List<Issue> warnings) {
        LoadedDataSet loaded = timer.run("load", () -> dataSets.load(command.dataSet()));
        warnings.addAll(loaded.warnings());
        DataSet dataSet = loaded.dataSet();
        Plan published = timer.run("read plan", () -> PlanFolder.read(command.baseline(), warnings));
        List<Issue> issues = new ArrayList<>(BaselineCheck.check(dataSet, published));
        ReplanBasis basis = ReplanBasis.read(dataSet, published, command.disruptions(), command.asOf(), issues);
        warnings.addAll(issues);
        String ruleSet = command.ruleSet();
        if (ruleSet == null && published.summary() != null) {
            ruleSet = published.summary().ruleSetId();
        }
        String wanted = ruleSet == null ? ScopingService.DEFAULT_RULE_SET : ruleSet;
        DecidedScope scope = timer.run("scope", () -> scoping.decide(basis.dataSet(), wanted));
        warnings.addAll(scope.warnings());
        Baseline baseline = timer.run("find broken", () -> basis.baseline(scope.decisions()));
        return new Start(command, loaded, basis, scope, urgent(scope.decisions(), command.urgent()), baseline);
    }

    /** Gives requirements that are urgent a high priority, where the rules give them less. */
    private static List<ScopeDecision> urgent(List<ScopeDecision> decisions, Set<BookingKey> urgent) {
        if (urgent.isEmpty()) {
            return decisions;
        }
        return decisions.stream()
                .map(row -> row.priority() < HIGH && urgent.contains(new BookingKey(row.staffId(), row.moduleId()))
                        ? new ScopeDecision(
                                row.staffId(),
                                row.moduleId(),
                                row.decision(),
                                row.ruleId(),
                                row.reason() + URGENT,
                                HIGH,
                                row.earliest(),
                                row.latest())
                        : row)
                .toList();
    }

    private ReplanOption option(
            Start start, ReplanPolicy policy, PlanFolder folder, StepTimer timer, SolveListener listener) {
        ReplanCommand command = start.command();
        ReplanBasis basis = start.basis();
        Baseline baseline = start.baseline();
        List<ScopeDecision> scope = start.decisions();
        long startedAt = System.nanoTime();
        ReplanRequest request = new ReplanRequest(
                basis.dataSet(),
                scope,
                basis.published(),
                causes(start),
                baseline.broken(),
                baseline.cancelledSessions(),
                baseline.voided(),
                new HashSet<>(basis.published().pins()),
                command.maxMoved(),
                policy,
                new SolveOptions(command.seed(), command.timeLimit(), command.stepLimit()));
        Replan replan = timer.run("repair", () -> replanner.replan(request, listener));
        Duration duration = Duration.ofNanos(System.nanoTime() - startedAt);
        Plan plan = new Plan(
                scope,
                replan.sessions(),
                replan.bookings(),
                replan.unbooked(),
                replan.changes(),
                pins(basis.published(), replan),
                null);
        AuditReport audit = timer.run("audit", () -> basis.auditor().audit(plan, baseline));
        if (!audit.isValid()) {
            throw new InvalidPlanException(audit);
        }
        LowerBounds bounds = timer.run("bounds", () -> replanner.bounds(request, replan));
        PlanSummary summary = summary(start, bounds, audit, duration);
        Path written = timer.run(
                "write",
                () -> folder.write(
                        new Plan(
                                scope,
                                plan.sessions(),
                                plan.bookings(),
                                plan.unbooked(),
                                plan.changes(),
                                plan.pins(),
                                summary),
                        true));
        return new ReplanOption(
                policy,
                summary,
                audit,
                ReplanFigures.of(basis.published(), replan, baseline.broken()),
                duration,
                written);
    }

    /** What may be named as the cause of a change. */
    private static List<Disruption> causes(Start start) {
        Set<String> asked = start.command().asked();
        List<Disruption> all = start.basis().disruptions();
        return asked == null
                ? all
                : all.stream()
                        .filter(disruption -> asked.contains(disruption.id()))
                        .toList();
    }

    /** Pins of bookings that there still are. */
    private static List<BookingKey> pins(Plan baseline, Replan replan) {
        Set<BookingKey> booked = new HashSet<>();
        replan.bookings().stream().filter(Booking::counts).forEach(booking -> booked.add(BookingKey.of(booking)));
        return baseline.pins().stream().filter(booked::contains).toList();
    }

    private static PlanSummary summary(Start start, LowerBounds bounds, AuditReport audit, Duration duration) {
        return new PlanSummary(
                start.basis().dataSet().programme().id(),
                start.scope().ruleSetId(),
                start.scope().ruleSetHash(),
                start.loaded().inputHash(),
                Versions.solver(),
                start.command().seed(),
                null,
                duration.toNanos() / NANOS_PER_SECOND,
                audit.requirements(),
                audit.booked(),
                audit.requirements() - audit.booked(),
                audit.coverageShortfall(),
                AuditFigures.cost(audit),
                bounds,
                audit.occupancy(),
                audit.sessionsRun(),
                AuditFigures.hardViolations(audit));
    }

    private static SolveListener listener(Progress progress, BooleanSupplier isStopRequested) {
        return new SolveListener() {
            @Override
            public void progress(
                    String phase, double fraction, long shortfall, long costPence, int booked, int requirements) {
                progress.update(
                        fraction,
                        String.format(
                                Locale.ROOT,
                                "%s: %,d of %,d booked, shortfall %,d, cost £%,d",
                                phase,
                                booked,
                                requirements,
                                shortfall,
                                costPence / PENCE_PER_POUND));
            }

            @Override
            public boolean isStopped() {
                return isStopRequested.getAsBoolean();
            }
        };
    }
}
