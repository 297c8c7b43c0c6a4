package io.muster.api.service.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.service.access.Caller;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.report.OversightReport.Finish;
import io.muster.data.model.Programme;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reports on plans in the database. What a report is made of never changes or has a version, so a few are kept. */
@Component
public class Reports {
    private static final int KEPT = 8;

    private final LivePlans livePlans;
    private final Plans plans;
    private final AttendanceRecords attendances;
    private final ObjectProvider<SimulatedFinish> finishes;
    private final Clock clock;
    private final Cache<OversightKey, OversightReport> oversights =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Reports(
            LivePlans livePlans,
            Plans plans,
            AttendanceRecords attendances,
            ObjectProvider<SimulatedFinish> finishes,
            Clock clock) {
        this.livePlans = livePlans;
        this.plans = plans;
        this.attendances = attendances;
        this.finishes = finishes;
        this.clock = clock;
    }

    private record OversightKey(
            String planId,
            PlanState state,
            LocalDate asOf,
            String attendance,
            @Nullable Finish finish) {}

    /**
     * What weekly oversight looks at.
     *
     * @param planId the plan
     * @param asOf the day it is made for; null: today, in the programme's zone
     * @return the report
     * @throws io.muster.api.service.web.ProblemException 404 when there is no such plan, 409 when it is not complete
     */
    public OversightReport oversight(String planId, @Nullable LocalDate asOf) {
        LivePlan live = livePlans.get(planId);
        Programme programme = live.dataSet().programme();
        LocalDate day = asOf == null ? LocalDate.ofInstant(clock.instant(), programme.timeZone()) : asOf;
        PlanState state = plans.get(planId).state();
        Finish finish = finishes.stream()
                .flatMap(known -> known.findLatest(planId).stream())
                .findFirst()
                .orElse(Finish.UNKNOWN);
        OversightKey key = new OversightKey(
                planId, state, day, attendances.version(live.stored().dataSetId()), finish);
        return oversights.get(
                key,
                ignored -> OversightReports.of(
                        facts(live),
                        ledger(planId),
                        day,
                        Objects.requireNonNullElse(live.stored().asOf(), programme.asOf()),
                        state == PlanState.PUBLISHED || state == PlanState.SUPERSEDED,
                        finish));
    }

    /**
     * What of it somebody may see: a resourcing desk its BCU's part.
     *
     * @param planId the plan
     * @param asOf the day it is made for; null: today, in the programme's zone
     * @param caller who asks
     * @return the report
     * @throws io.muster.api.service.web.ProblemException 404 when there is no such plan, 409 when it is not complete
     */
    public OversightReport oversight(String planId, @Nullable LocalDate asOf, Caller caller) {
        OversightReport report = oversight(planId, asOf);
        String bcu = Sight.ofAggregates(caller).bcu();
        return bcu == null ? report : report.ofBcu(bcu);
    }

    /**
     * Abstraction of a plan's bookings, whatever became of them.
     *
     * @param planId the plan
     * @return its ledger
     * @throws io.muster.api.service.web.ProblemException 404 when there is no such plan, 409 when it is not complete
     */
    public AbstractionLedger ledger(String planId) {
        return AbstractionLedger.of(livePlans.get(planId));
    }

    /**
     * How far groups of people are.
     *
     * @param planId the plan
     * @return the report
     * @throws io.muster.api.service.web.ProblemException 404 when there is no such plan, 409 when it is not complete
     */
    public EqualityReport equality(String planId) {
        return EqualityReports.of(facts(livePlans.get(planId)));
    }

    /**
     * What reports start from.
     *
     * @param live the plan
     * @return it with the attendance recorded so far
     */
    public PlanFacts facts(LivePlan live) {
        return PlanFacts.of(
                live.dataSet(), live.plan(), attendances.list(live.stored().dataSetId()));
    }
}
