package io.muster.solver.replan;

import io.muster.data.disruption.DisruptedDataSet;
import io.muster.data.disruption.Disruptions;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.PlanLoader;
import io.muster.solver.SolveOptions;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.Baseline;
import io.muster.solver.check.BrokenBookings;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.PublishedPlan;
import io.muster.solver.state.PlanState;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is re-planned, and everything there is to know of the last re-plan: what tests look at.
 *
 * @param dataSet the data set with the disruptions applied
 * @param scope its scope decisions
 * @param before the published plan
 * @param broken its bookings that were broken
 * @param cancelled its sessions that were cancelled
 * @param after the re-plan, as a plan
 * @param bounds what is proven of every re-plan
 */
record Season(
        DataSet dataSet,
        List<ScopeDecision> scope,
        Plan before,
        Set<BookingKey> broken,
        Set<String> cancelled,
        Plan after,
        LowerBounds bounds) {

    /** {@return a data set with other notice periods} */
    static DataSet withNotice(DataSet data, int newBookingDays, int frozenDays) {
        Programme p = data.programme();
        Programme changed = new Programme(
                p.formatVersion(),
                p.id(),
                p.name(),
                p.timeZone(),
                p.firstDay(),
                p.lastDay(),
                p.asOf(),
                p.trainingWeekdays(),
                p.slots(),
                new Programme.Notice(newBookingDays, frozenDays),
                p.target(),
                p.budget(),
                p.limits(),
                p.travel(),
                p.abstraction(),
                p.prices());
        return new DataSet(
                changed,
                data.modules(),
                data.teams(),
                data.patterns(),
                data.staff(),
                data.completions(),
                data.absences(),
                data.demand(),
                data.calendar(),
                data.venues(),
                data.rooms(),
                data.roomClosures(),
                data.trainers(),
                data.trainerAbsences(),
                data.transfers(),
                data.capacityChanges());
    }

    /** Re-plans. */
    static Season replan(
            DataSet data,
            List<ScopeDecision> scope,
            Plan before,
            LocalDate asOf,
            List<Disruption> disruptions,
            ReplanPolicy policy,
            Set<BookingKey> pins,
            @Nullable Integer maxMoved) {
        DisruptedDataSet disrupted = Disruptions.apply(data, asOf, disruptions, before);
        Set<BookingKey> broken = BrokenBookings.find(
                disrupted.dataSet(), scope, before, disrupted.cancelledSessions(), disrupted.voided());
        PlanReplanner replanner = new DefaultPlanReplanner();
        ReplanRequest request = new ReplanRequest(
                disrupted.dataSet(),
                scope,
                before,
                disruptions,
                broken,
                disrupted.cancelledSessions(),
                disrupted.voided(),
                pins,
                maxMoved,
                policy,
                new SolveOptions(1, null, 2_000L));
        Replan replan = replanner.replan(request, (phase, fraction, shortfall, cost, booked, requirements) -> {});
        Plan after = new Plan(
                scope, replan.sessions(), replan.bookings(), replan.unbooked(), replan.changes(), List.of(), null);
        return new Season(
                disrupted.dataSet(),
                scope,
                before,
                broken,
                new TreeSet<>(disrupted.cancelledSessions()),
                after,
                replanner.bounds(request, replan));
    }

    /** {@return the auditor's word on the re-plan} */
    AuditReport audit() {
        return new PlanAuditor(dataSet).audit(after, new Baseline(before.bookings(), broken));
    }

    /** {@return the solver's word on the re-plan} */
    PlanState state(Set<BookingKey> voided) {
        Problem problem = Problem.of(
                dataSet, scope, new PublishedPlan(before.sessions(), before.bookings(), broken, voided, Set.of()));
        return PlanState.of(
                problem,
                new PlanLoader(problem).load(after.sessions(), after.bookings()).assignment());
    }
}
