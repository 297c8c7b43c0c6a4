package io.muster.api.service.plan;

import io.muster.api.plan.PlanFigures;
import io.muster.data.plan.PlanSummary;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of a plan. */
@Component
class PlanDetails {
    private final FiguresOfPlans figures;
    private final SummariesOfPlans summaries;

    PlanDetails(FiguresOfPlans figures, SummariesOfPlans summaries) {
        this.figures = figures;
        this.summaries = summaries;
    }

    PlanDetailView of(StoredPlan plan) {
        return new PlanDetailView(PlanView.of(plan), plan.content() == null ? null : result(plan));
    }

    private PlanDetailView.Result result(StoredPlan plan) {
        PlanSummary summary = summaries.find(plan).orElse(null);
        PlanFigures counted = figures.get(plan);
        return new PlanDetailView.Result(
                summary == null ? null : summary.inputHash(),
                summary == null ? null : summary.solverVersion(),
                summary == null ? null : summary.wallSeconds(),
                Objects.requireNonNullElse(plan.requirements(), 0) - Objects.requireNonNullElse(plan.booked(), 0),
                summary == null ? null : summary.sessionsRun(),
                summary == null ? Map.of() : summary.cost(),
                summary == null ? null : bounds(summary),
                counted.byBcu(),
                counted.byModule(),
                counted.trainersUsed(),
                counted.trainers(),
                summary == null ? Map.of() : summary.hardViolations());
    }

    @SuppressWarnings("NullAway")
    private static PlanDetailView.@Nullable Bounds bounds(PlanSummary summary) {
        PlanSummary.LowerBounds bounds = summary.lowerBounds();
        if (bounds == null) {
            return null;
        }
        Long shortfall = bounds.coverageShortfall();
        Long cost = bounds.cost();
        OptionalDouble gap = SummariesOfPlans.costGap(summary);
        return new PlanDetailView.Bounds(
                shortfall,
                shortfall == null ? null : summary.coverageShortfall() - shortfall,
                bounds.coverageDerivation(),
                cost,
                gap.isEmpty() ? null : (Double) gap.getAsDouble(),
                bounds.costDerivation());
    }
}
