package io.muster.api.service.decide;

import io.muster.api.service.explain.PriceView;
import io.muster.api.service.explain.SpotView;
import io.muster.solver.explain.Judgement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decisions do, taken together.
 *
 * @param planId the draft they made; null: they were only judged
 * @param allowed whether they keep every hard rule
 * @param changes what becomes of each booking
 * @param breaches the rules they would break
 * @param price what the plan costs more or less; null: a booking is no requirement, which no cost line knows
 * @param notes what is worth knowing besides
 */
public record JudgementView(
        @Nullable String planId,
        boolean allowed,
        List<Change> changes,
        List<Judgement.Breach> breaches,
        @Nullable PriceView price,
        List<String> notes) {

    /**
     * What becomes of one booking.
     *
     * @param staffId the person
     * @param moduleId the module
     * @param moduleName its name
     * @param from where it is; null: unbooked
     * @param to where it would be; null: unbooked
     * @param pinned whether it would be pinned
     */
    public record Change(
            String staffId,
            String moduleId,
            String moduleName,
            @Nullable SpotView from,
            @Nullable SpotView to,
            boolean pinned) {}
}
