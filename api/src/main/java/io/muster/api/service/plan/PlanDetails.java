package io.muster.api.service.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.plan.PlanFigures;
import io.muster.data.plan.PlanSummary;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of a plan. */
@Component
class PlanDetails {
    private final FiguresOfPlans figures;
    private final ObjectMapper json;

    PlanDetails(FiguresOfPlans figures, ObjectMapper json) {
        this.figures = figures;
        this.json = json;
    }

    PlanDetailView of(StoredPlan plan) {
        return new PlanDetailView(PlanView.of(plan), plan.content() == null ? null : result(plan));
    }

    private PlanDetailView.Result result(StoredPlan plan) {
        PlanSummary summary = summary(plan).orElse(null);
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

    /** The summary of a complete plan; empty where the plan came without one. */
    private Optional<PlanSummary> summary(StoredPlan plan) {
        String text = plan.summary();
        if (text == null || text.equals("{}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(text, PlanSummary.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("NullAway")
    private static PlanDetailView.@Nullable Bounds bounds(PlanSummary summary) {
        PlanSummary.LowerBounds bounds = summary.lowerBounds();
        if (bounds == null) {
            return null;
        }
        Long shortfall = bounds.coverageShortfall();
        Long cost = bounds.cost();
        long total = Objects.requireNonNullElse(summary.cost().get("total"), 0L);
        return new PlanDetailView.Bounds(
                shortfall,
                shortfall == null ? null : summary.coverageShortfall() - shortfall,
                bounds.coverageDerivation(),
                cost,
                cost == null || cost == 0 ? null : (double) (total - cost) / cost,
                bounds.costDerivation());
    }
}
