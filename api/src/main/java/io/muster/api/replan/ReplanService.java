package io.muster.api.replan;

import io.muster.api.dataset.DataSetService;
import io.muster.api.dataset.LoadedDataSet;
import io.muster.api.error.BadInputException;
import io.muster.api.error.InvalidPlanException;
import io.muster.api.plan.AuditFigures;
import io.muster.api.plan.PeakHeap;
import io.muster.api.plan.PlanFolder;
import io.muster.api.plan.StepTimer;
import io.muster.api.plan.Versions;
import io.muster.api.progress.Progress;
import io.muster.api.scope.DecidedScope;
import io.muster.api.scope.ScopingService;
import io.muster.data.disruption.DisruptedDataSet;
import io.muster.data.disruption.Disruptions;
import io.muster.data.io.DisruptionReadResult;
import io.muster.data.io.DisruptionReader;
import io.muster.data.io.PlanReadResult;
import io.muster.data.io.PlanReader;
import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
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
import io.muster.solver.check.PlanAuditor;
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
import java.util.SortedSet;
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
            Plan baseline,
            List<Disruption> disruptions,
            DisruptedDataSet disrupted,
            DecidedScope scope,
            List<ScopeDecision> decisions,
            Set<BookingKey> broken) {}

    /**
     * What disruptions break of a published plan, before anything is repaired.
     *
     * @param dataSet the data set, without the disruptions
     * @param baseline the published plan
     * @param disruptions all that hold, as {@link DisruptionReader} read them
     * @param asOf the day that is asked about
     * @param ruleSet id or folder of the rule set that decides scope
     * @return what they break
     * @throws BadInputException when the rule set has errors
     * @throws io.muster.api.error.BadRequestException when there is no such rule set
     */
    public DisruptionEffect effect(
            DataSet dataSet, Plan baseline, List<Disruption> disruptions, LocalDate asOf, String ruleSet) {
        return effect(dataSet, baseline, disruptions, asOf, ruleSet, new StepTimer(Progress.SILENT));
    }

    private DisruptionEffect effect(
            DataSet dataSet,
            Plan baseline,
            List<Disruption> disruptions,
            LocalDate asOf,
            String ruleSet,
            StepTimer timer) {
        DisruptedDataSet disrupted = Disruptions.apply(dataSet, asOf, disruptions, baseline);
        DecidedScope scope = timer.run("scope", () -> scoping.decide(disrupted.dataSet(), ruleSet));
        SortedSet<BookingKey> broken = timer.run(
                "find broken",
                () -> BrokenBookings.find(
                        disrupted.dataSet(),
                        scope.decisions(),
                        baseline,
                        disrupted.cancelledSessions(),
                        disrupted.voided()));
        return new DisruptionEffect(disrupted, scope, broken);
    }

    /**
     * Makes a plan for each policy asked for, and writes them.
     *
     * @param command what to repair, and how
     * @param progress told how far the work is
     * @return the plans' figures
     * @throws BadInputException when data set, rule set, baseline or disruptions have errors; nothing is written
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
     * @throws BadInputException when data set, rule set, baseline or disruptions have errors; nothing is written
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
        DataSet dataSet = start.disrupted().dataSet();
        LocalDate asOf = dataSet.programme().asOf();
        PlanSummary before = start.baseline().summary();
        return new ReplanView(
                dataSet.programme(),
                start.disruptions(),
                (int) start.baseline().bookings().stream()
                        .filter(booking -> booking.counts() && !booking.date().isBefore(asOf))
                        .count(),
                start.broken().size(),
                (int) start.broken().stream()
                        .map(BookingKey::staffId)
                        .distinct()
                        .count(),
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
        PlanReadResult read = timer.run("read plan", () -> PlanReader.read(command.baseline()));
        Plan baseline = read.plan().orElseThrow(() -> new BadInputException(read.issues()));
        warnings.addAll(read.issues());
        List<Issue> issues = new ArrayList<>(BaselineCheck.check(dataSet, baseline));
        DisruptionReadResult happened = DisruptionReader.read(command.disruptions(), dataSet, baseline);
        issues.addAll(happened.issues());
        if (issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR)) {
            throw new BadInputException(issues);
        }
        warnings.addAll(issues);
        List<Disruption> disruptions = happened.disruptions().orElseThrow(() -> new BadInputException(issues));
        LocalDate asOf = command.asOf() == null ? dataSet.programme().asOf() : command.asOf();
        String ruleSet = command.ruleSet();
        if (ruleSet == null && baseline.summary() != null) {
            ruleSet = baseline.summary().ruleSetId();
        }
        String wanted = ruleSet == null ? ScopingService.DEFAULT_RULE_SET : ruleSet;
        DisruptionEffect effect = effect(dataSet, baseline, disruptions, asOf, wanted, timer);
        warnings.addAll(effect.scope().warnings());
        return new Start(
                command,
                loaded,
                baseline,
                disruptions,
                effect.disrupted(),
                effect.scope(),
                urgent(effect.scope().decisions(), command.urgent()),
                effect.broken());
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
        DataSet dataSet = start.disrupted().dataSet();
        List<ScopeDecision> scope = start.decisions();
        long startedAt = System.nanoTime();
        ReplanRequest request = new ReplanRequest(
                dataSet,
                scope,
                start.baseline(),
                causes(start),
                start.broken(),
                start.disrupted().cancelledSessions(),
                start.disrupted().voided(),
                new HashSet<>(start.baseline().pins()),
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
                pins(start.baseline(), replan),
                null);
        AuditReport audit = timer.run(
                "audit",
                () -> new PlanAuditor(dataSet)
                        .audit(
                                plan,
                                new Baseline(
                                        start.baseline().bookings(),
                                        start.broken(),
                                        start.disrupted().cancelledSessions(),
                                        start.disrupted().voided())));
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
                policy, summary, audit, ReplanFigures.of(start.baseline(), replan, start.broken()), duration, written);
    }

    /** What may be named as the cause of a change. */
    private static List<Disruption> causes(Start start) {
        Set<String> asked = start.command().asked();
        return asked == null
                ? start.disruptions()
                : start.disruptions().stream()
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
                start.disrupted().dataSet().programme().id(),
                start.scope().ruleSetId(),
                start.scope().ruleSetHash(),
                start.loaded().inputHash(),
                Versions.solver(),
                start.command().seed(),
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
