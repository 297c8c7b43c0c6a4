package io.muster.api.service.plan;

import io.muster.api.service.web.ProblemException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is filled in to start a solve; everything may be left out.
 *
 * @param name name for people
 * @param revision revision of the data set
 * @param ruleSet rule set that decides scope
 * @param minutes time of the search, minutes, {@code 0} to {@code 1440}
 * @param seed seed of every random choice
 * @param stepLimit steps of the search
 * @param profile profile of weights
 */
record PlanForm(
        @Nullable String name,
        @Nullable Integer revision,
        @Nullable String ruleSet,
        @Nullable BigDecimal minutes,
        @Nullable Long seed,
        @Nullable Long stepLimit,
        @Nullable String profile) {
    private static final int MOST_NAME = 200;
    private static final BigDecimal MOST_MINUTES =
            BigDecimal.valueOf(Duration.ofHours(24).toMinutes());
    private static final BigDecimal MILLIS_PER_MINUTE =
            BigDecimal.valueOf(Duration.ofMinutes(1).toMillis());

    /**
     * The same as a request.
     *
     * @param dataSetId the data set
     * @throws ProblemException 400 when a field is out of its bounds
     */
    NewPlan wanted(String dataSetId) {
        if (name != null && name.length() > MOST_NAME) {
            throw ProblemException.bad("name-too-long", "Give the plan a name of at most 200 characters.");
        }
        if (minutes != null && (minutes.signum() < 0 || minutes.compareTo(MOST_MINUTES) > 0)) {
            throw ProblemException.bad(
                    "time-limit-invalid", "The time limit is a number of minutes from 0 to 1,440, which is a day.");
        }
        if (stepLimit != null && stepLimit < 0) {
            throw ProblemException.bad("step-limit-invalid", "The step limit is a number from 0.");
        }
        return new NewPlan(
                dataSetId,
                revision,
                textOrNull(ruleSet),
                textOrNull(name),
                minutes == null
                        ? null
                        : Duration.ofMillis(minutes.multiply(MILLIS_PER_MINUTE)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact()),
                stepLimit,
                seed,
                textOrNull(profile));
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
