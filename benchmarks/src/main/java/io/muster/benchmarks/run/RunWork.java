package io.muster.benchmarks.run;

import com.sun.management.OperatingSystemMXBean;
import io.muster.benchmarks.contender.Contender;
import io.muster.benchmarks.contender.ContenderLimits;
import io.muster.benchmarks.contender.ContenderPlan;
import io.muster.benchmarks.contender.Sample;
import io.muster.benchmarks.result.Run;
import io.muster.benchmarks.result.RunFigures;
import io.muster.data.io.DataSetReader;
import io.muster.data.io.PlanReader;
import io.muster.data.io.PlanWriter;
import io.muster.data.io.ReadResult;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.Unbooked;
import io.muster.rules.RuleSet;
import io.muster.rules.RuleSetLoader;
import io.muster.rules.ScopeService;
import io.muster.solver.bound.Bounds;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.problem.Problem;
import io.muster.solver.profile.PlanningPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One run, the whole way a user goes: load, scope, plan, audit; measured. */
final class RunWork {
    private static final double NANOS_PER_SECOND = 1e9;

    private final RunSpec spec;
    private final HeapWatch heap = HeapWatch.start();
    private final Trace trace = new Trace(Stopwatch::processCpuSeconds);

    RunWork(RunSpec spec) {
        this.spec = spec;
    }

    /** {@return what was measured} */
    Run run() {
        Contender contender = Contenders.get(spec.key().contender(), spec.settings());
        Calibration calibration = new Calibration();
        Calibration.Times before = calibration.measure();

        Stopwatch whole = new Stopwatch();
        Stopwatch watch = new Stopwatch();
        ReadResult read = DataSetReader.read(Path.of(spec.dataSet()));
        DataSet data = read.dataSet()
                .orElseThrow(() -> new IllegalStateException("the data set has errors: " + read.issues()));
        double loadSeconds = watch.lap();
        RuleSet ruleSet = ruleSet(spec.ruleSet());
        List<ScopeDecision> scope = new ScopeService().decide(data, ruleSet).decisions();
        double scopeSeconds = watch.lap();
        ContenderPlan planned = contender.plan(
                spec.profile().applyTo(data),
                scope,
                new ContenderLimits(
                        spec.seed(), spec.limit().time(), spec.limit().steps()),
                trace::add);
        double planSeconds = watch.lap();
        Plan plan = plan(data, scope, planned);
        AuditReport audit = new PlanAuditor(data).audit(plan, null);
        double auditSeconds = watch.lap();
        double wallSeconds = whole.seconds();
        double cpuSeconds = whole.cpuSeconds();

        LowerBounds bounds = Bounds.of(Problem.of(data, scope), audit.coverageShortfall());
        keep(plan);
        List<Trace.Point> points = points(planSeconds, audit);
        List<Sample> samples = points.stream().map(Trace.Point::sample).toList();
        Trace.Point firstFull = Trace.firstFull(points, audit.requirements());
        Sample first = firstFull.sample();
        Trace.Point last = points.get(points.size() - 1);
        double filesSeconds = loadSeconds + scopeSeconds;
        PlanMeasures measures = new PlanMeasures(data, planned.sessions(), planned.bookings());
        Calibration.Times speed = before.mean(calibration.measure());
        RunFigures figures = new RunFigures(
                read.inputHash(),
                data.staff().size(),
                audit.requirements(),
                audit.booked(),
                audit.coverageShortfall(),
                bounds.coverageShortfall(),
                audit.totalCost(),
                bounds.cost(),
                costByLine(audit),
                violations(audit).values().stream().mapToLong(Long::longValue).sum(),
                violations(audit),
                audit.occupancy(),
                audit.sessionsRun(),
                measures.belowMinimum(),
                measures.completionSpread(scope),
                measures.travelP90(),
                disturbance(measures),
                loadSeconds,
                scopeSeconds,
                planSeconds,
                auditSeconds,
                wallSeconds,
                cpuSeconds,
                filesSeconds + first.seconds() + auditSeconds,
                firstFull.cpuSeconds() - whole.cpuStartSeconds(),
                first.coverageShortfall(),
                first.costPence(),
                filesSeconds + Trace.nearFinal(samples).seconds(),
                planned.moves(),
                rate(
                        planned.moves(),
                        last.sample().seconds() - points.get(0).sample().seconds()),
                rate(planned.moves(), last.cpuSeconds() - points.get(0).cpuSeconds()),
                HeapWatch.peak(),
                heap.mostAfterCollection(),
                speed.wallSeconds(),
                speed.cpuSeconds(),
                spec.seasons() == 0 ? null : Robustness.measure(data, ruleSet, plan, spec.seasons()));
        return new Run(spec.key(), spec.seed(), figures, null, Trace.thinned(samples));
    }

    /** What a profile kept free is there again once the plan is published. */
    private Plan plan(DataSet data, List<ScopeDecision> scope, ContenderPlan planned) {
        List<Unbooked> unbooked = unbooked(data, scope, planned.bookings());
        return spec.profile().slack().equals(PlanningPolicy.NO_SLACK)
                ? new Plan(scope, planned.sessions(), planned.bookings(), unbooked, List.of(), null)
                : PlanningPolicy.published(data, scope, planned.sessions(), planned.bookings(), unbooked);
    }

    /** Contenders need not say what they left out, nor why; a plan has to list it. */
    private static List<Unbooked> unbooked(DataSet data, List<ScopeDecision> scope, List<Booking> bookings) {
        Set<List<String>> booked = new HashSet<>();
        bookings.stream()
                .filter(Booking::counts)
                .forEach(booking -> booked.add(List.of(booking.staffId(), booking.moduleId())));
        return scope.stream()
                .filter(decision -> decision.isRequirement(data.programme().lastDay()))
                .filter(decision -> !booked.contains(List.of(decision.staffId(), decision.moduleId())))
                .map(decision -> new Unbooked(
                        decision.staffId(), decision.moduleId(), "UNBOOKED", "The contender did not book it."))
                .toList();
    }

    private static RuleSet ruleSet(String id) {
        return new RuleSetLoader()
                .shipped(id)
                .ruleSet()
                .orElseThrow(() -> new IllegalStateException("the rule set " + id + " has errors"));
    }

    /** A contender that tells nothing has its plan when it is done. */
    private List<Trace.Point> points(double planSeconds, AuditReport audit) {
        List<Trace.Point> told = trace.points();
        return told.isEmpty()
                ? List.of(new Trace.Point(
                        new Sample(planSeconds, audit.coverageShortfall(), audit.totalCost()),
                        Stopwatch.processCpuSeconds()))
                : told;
    }

    /** {@return moves a second; 0 where no time passed} */
    private static double rate(long moves, double seconds) {
        return seconds > 0 ? moves / seconds : 0;
    }

    private static Map<String, Long> costByLine(AuditReport audit) {
        Map<String, Long> pence = new LinkedHashMap<>();
        audit.cost().forEach((line, amount) -> pence.put(line.id(), amount));
        return pence;
    }

    private static Map<String, Long> violations(AuditReport audit) {
        Map<String, Long> points = new TreeMap<>();
        audit.violations().forEach(violation -> points.merge(violation.ruleId(), violation.points(), Long::sum));
        return points;
    }

    private void keep(Plan plan) {
        String folder = spec.keepPlan();
        if (folder == null) {
            return;
        }
        try {
            PlanWriter.write(plan, Path.of(folder), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Double disturbance(PlanMeasures measures) {
        String folder = spec.referencePlan();
        if (folder == null) {
            return null;
        }
        Plan reference = PlanReader.read(Path.of(folder))
                .plan()
                .orElseThrow(() -> new IllegalStateException("the reference plan " + folder + " cannot be read"));
        return measures.disturbance(reference.bookings());
    }

    /** Wall-clock and processor time since it was made or last asked. */
    private static final class Stopwatch {
        private static final OperatingSystemMXBean SYSTEM =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        private final double cpuStart = processCpuSeconds();
        private final long start = System.nanoTime();
        private long lapStart = start;

        double lap() {
            long now = System.nanoTime();
            double seconds = (now - lapStart) / NANOS_PER_SECOND;
            lapStart = now;
            return seconds;
        }

        double seconds() {
            return (System.nanoTime() - start) / NANOS_PER_SECOND;
        }

        double cpuSeconds() {
            return processCpuSeconds() - cpuStart;
        }

        double cpuStartSeconds() {
            return cpuStart;
        }

        static double processCpuSeconds() {
            return SYSTEM.getProcessCpuTime() / NANOS_PER_SECOND;
        }
    }
}
