package io.muster.benchmarks.replan;

import io.muster.data.disruption.DisruptedDataSet;
import io.muster.data.disruption.Disruptions;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.solver.DefaultPlanSolver;
import io.muster.solver.SolveOptions;
import io.muster.solver.SolvedPlan;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.Baseline;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.replan.DefaultPlanReplanner;
import io.muster.solver.replan.Replan;
import io.muster.solver.replan.ReplanPolicy;
import io.muster.solver.replan.ReplanRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Re-plans cases one after the other in this process, with the least disturbance, and audits each. */
public final class ReplanBench {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final long SEED = 1;
    /** Runs of the first case before any counts: the time of a warm process is asked for. */
    private static final int WARM_UP = 10;

    private final DataSet dataSet;
    private final Plan plan;
    private final LocalDate asOf;
    private final DefaultPlanReplanner replanner = new DefaultPlanReplanner();
    private final long shortfallBefore;
    private final long costBefore;

    /**
     * A bench for a plan.
     *
     * @param dataSet its data set
     * @param plan the published plan
     * @param asOf the day of the re-plans
     */
    public ReplanBench(DataSet dataSet, Plan plan, LocalDate asOf) {
        this.dataSet = dataSet;
        this.plan = plan;
        this.asOf = asOf;
        AuditReport before = new PlanAuditor(dataSet).audit(plan, null);
        shortfallBefore = before.coverageShortfall();
        costBefore = before.totalCost();
    }

    /**
     * Runs cases; the first of them some times more beforehand, to warm up.
     *
     * @param cases the cases
     * @return a row for each kind, in the order of the cases
     */
    public List<ReplanRow> run(List<ReplanCase> cases) {
        for (int i = 0; i < WARM_UP && !cases.isEmpty(); i++) {
            run(cases.get(0));
        }
        Map<String, List<ReplanRun>> runs = new LinkedHashMap<>();
        for (ReplanCase one : cases) {
            runs.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(run(one));
        }
        List<ReplanRow> rows = new ArrayList<>();
        runs.forEach((name, list) -> rows.add(ReplanRow.of(name, list)));
        return rows;
    }

    private ReplanRun run(ReplanCase one) {
        long startedAt = System.nanoTime();
        DisruptedDataSet disrupted = Disruptions.apply(dataSet, asOf, one.disruptions(), plan);
        PlanAuditor auditor = new PlanAuditor(disrupted.dataSet());
        Set<BookingKey> broken =
                auditor.findBroken(plan.scope(), plan, disrupted.cancelledSessions(), disrupted.voided());
        ReplanRequest request = new ReplanRequest(
                disrupted.dataSet(),
                plan.scope(),
                plan,
                one.disruptions(),
                broken,
                disrupted.cancelledSessions(),
                disrupted.voided(),
                Set.of(),
                null,
                ReplanPolicy.LEAST_DISTURBANCE,
                new SolveOptions(SEED, null, 0L));
        long repairAt = System.nanoTime();
        Replan replan = replanner.replan(request, (phase, fraction, shortfall, cost, booked, requirements) -> {});
        long auditAt = System.nanoTime();
        AuditReport audit = auditor.audit(
                new Plan(plan.scope(), replan.sessions(), replan.bookings(), replan.unbooked(), replan.changes(), null),
                new Baseline(plan.bookings(), broken));
        long endedAt = System.nanoTime();
        Set<String> hit = new HashSet<>();
        broken.forEach(key -> hit.add(key.staffId()));
        Set<String> moved = new HashSet<>();
        long bookings = 0;
        for (Change change : replan.changes()) {
            if (change.oldDate() != null) {
                moved.add(change.staffId());
                bookings++;
            }
        }
        long peopleHit = moved.stream().filter(hit::contains).count();
        return new ReplanRun(
                (auditAt - repairAt) / NANOS_PER_MILLI,
                (endedAt - startedAt) / NANOS_PER_MILLI,
                broken.size(),
                bookings,
                peopleHit,
                moved.size() - peopleHit,
                audit.coverageShortfall() - shortfallBefore,
                overBound(audit, replanner.bounds(request, replan)),
                audit.totalCost() - costBefore,
                audit.violations().size());
    }

    /** Where nothing is proven, everything unbooked counts. */
    private static long overBound(AuditReport audit, LowerBounds bounds) {
        return audit.coverageShortfall() - Objects.requireNonNullElse(bounds.coverageShortfall(), 0L);
    }

    /**
     * Solves a case anew from nothing, as if no plan had been published: what re-planning is compared with.
     *
     * @param one the case
     * @param time time of the search
     * @return its figures; nobody counts as hit
     */
    public ReplanRow solveAnew(ReplanCase one, Duration time) {
        DisruptedDataSet disrupted =
                Disruptions.apply(dataSet, dataSet.programme().asOf(), one.disruptions(), plan);
        long startedAt = System.nanoTime();
        SolvedPlan solved = new DefaultPlanSolver()
                .solve(
                        disrupted.dataSet(),
                        plan.scope(),
                        new SolveOptions(SEED, time, null),
                        (phase, fraction, shortfall, cost, booked, requirements) -> {});
        double millis = (System.nanoTime() - startedAt) / NANOS_PER_MILLI;
        AuditReport audit = new PlanAuditor(disrupted.dataSet())
                .audit(
                        new Plan(
                                plan.scope(), solved.sessions(), solved.bookings(), solved.unbooked(), List.of(), null),
                        null);
        Map<BookingKey, Booking> now = new HashMap<>();
        solved.bookings().forEach(booking -> now.put(BookingKey.of(booking), booking));
        long moved = 0;
        Set<String> people = new HashSet<>();
        for (Booking old : plan.bookings()) {
            Booking other = now.get(BookingKey.of(old));
            boolean same = other != null
                    && other.date().equals(old.date())
                    && other.slotIds().equals(old.slotIds());
            if (old.counts() && !same) {
                moved++;
                people.add(old.staffId());
            }
        }
        return new ReplanRow(
                one.name() + ", solved anew",
                1,
                millis,
                millis,
                millis,
                millis,
                0,
                moved,
                0,
                people.size(),
                audit.coverageShortfall() - shortfallBefore,
                overBound(audit, solved.lowerBounds()),
                audit.totalCost() - costBefore,
                audit.violations().size());
    }
}
