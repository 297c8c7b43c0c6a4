package io.muster.solver.check;

import io.muster.data.model.DataSet;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.catalogue.TrainingConstraint;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges a plan by {@code DATASET.md} sections 2 to 5 alone: every hard rule, coverage, every cost line, and whether the
 * plan's rows hang together. Shares no code with the solver. How the unclear points are read is in {@code docs/AUDIT.md}.
 *
 * <p>Immutable: one auditor may judge many plans of a data set, from several threads.
 */
public final class PlanAuditor {

    private final DataIndex index;

    /**
     * An auditor of a data set's plans.
     *
     * @param data a valid data set, on a re-plan with the disruptions applied and {@code asOf} the day of the re-plan
     */
    public PlanAuditor(DataSet data) {
        this.index = new DataIndex(data);
    }

    /**
     * Finds the broken bookings of a published plan, as {@link BrokenBookings} does, over this auditor's own index.
     *
     * @param scope a decision for each staff member and module
     * @param baseline the published plan
     * @param cancelledSessions ids of sessions that may not run again: their bookings are void
     * @param voided keys of other bookings that are void
     * @return keys of baseline bookings that count, by the code points of staff member and module
     */
    public SortedSet<BookingKey> findBroken(
            List<ScopeDecision> scope, Plan baseline, Set<String> cancelledSessions, Set<BookingKey> voided) {
        return BrokenBookings.find(index, scope, baseline, cancelledSessions, voided);
    }

    /**
     * Judges a plan. Its scope decisions are taken as given.
     *
     * @param plan the plan, valid or not
     * @param baseline the published plan it starts from; null: not a re-plan
     * @return every violation, and the figures of coverage and cost
     */
    public AuditReport audit(Plan plan, @Nullable Baseline baseline) {
        BaselineIndex baselineIndex = new BaselineIndex(index, baseline);
        PlanIndex planIndex = new PlanIndex(index, plan, baselineIndex);
        Map<TrainingConstraint, Long> cost = new EnumMap<>(TrainingConstraint.class);
        List<Consumer<Findings>> rules = List.of(
                findings -> cost.putAll(new CostLines(index, planIndex).all()),
                new BookingRules(index, planIndex)::check,
                new StaffDayRules(index, planIndex)::check,
                new RestRule(index, planIndex.staffDays())::check,
                new OrderRule(index, planIndex)::check,
                new AbstractionRule(index, planIndex)::check,
                new SessionRules(index, planIndex)::check,
                new TrainerRules(index, planIndex)::check,
                new CohortRule(index, planIndex)::check,
                new BaselineRules(index, planIndex)::check,
                new FormatRules(index, planIndex)::check);
        // Each rule looks at the plan by itself, and so do the prices: they may do so at the same time. A stream and no
        // future: whoever waits for it works on it, so that it ends though every other thread waits for a lock of ours.
        Findings findings = new Findings();
        rules.parallelStream().map(PlanAuditor::findings).toList().forEach(findings::addAll);

        Coverage coverage = Coverage.of(index, planIndex);
        long seatsTaken = 0;
        long seats = 0;
        int sessionsRun = 0;
        for (RunningSession session : planIndex.runningSessions()) {
            seatsTaken += session.bookings().size();
            seats += session.capacity();
            sessionsRun++;
        }
        return new AuditReport(
                findings.sorted(),
                findings.points(),
                coverage.requirements(),
                coverage.booked(),
                coverage.shortfall(),
                cost,
                seats == 0 ? 0 : (double) seatsTaken / seats,
                sessionsRun);
    }

    private static Findings findings(Consumer<Findings> rule) {
        Findings findings = new Findings();
        rule.accept(findings);
        return findings;
    }
}
