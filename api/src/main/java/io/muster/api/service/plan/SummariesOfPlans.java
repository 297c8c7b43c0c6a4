package io.muster.api.service.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.data.plan.PlanSummary;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** The summaries of complete plans, and what follows from them. */
@Component
public class SummariesOfPlans {
    private final ObjectMapper json;

    SummariesOfPlans(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The summary of a plan.
     *
     * @param plan the plan
     * @return its summary; empty: it is not complete, or came without one
     */
    public Optional<PlanSummary> find(StoredPlan plan) {
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

    /**
     * How far a plan's cost is above what no plan of the same coverage can beat.
     *
     * @param plan the plan
     * @return the gap as a fraction of the bound, {@code >= 0}; empty: no bound is known
     */
    public OptionalDouble costGap(StoredPlan plan) {
        return find(plan).map(SummariesOfPlans::costGap).orElse(OptionalDouble.empty());
    }

    @SuppressWarnings("NullAway") // summaries from elsewhere may lack their bounds
    static OptionalDouble costGap(PlanSummary summary) {
        PlanSummary.LowerBounds bounds = summary.lowerBounds();
        Long bound = bounds == null ? null : bounds.cost();
        if (bound == null || bound <= 0) {
            return OptionalDouble.empty();
        }
        long total = Objects.requireNonNullElse(summary.cost().get("total"), 0L);
        return OptionalDouble.of(Math.max(0, (double) (total - bound) / bound));
    }
}
