package io.muster.api.service.decide;

import io.muster.solver.explain.Decision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decisions to be judged, or taken.
 *
 * @param decisions the decisions, at most one for each booking
 * @param reason why, for the record; without personal data. May be left out where they are only judged
 * @param dryRun whether they are only judged
 * @param name for people, of the plan they make; null: the former plan's
 * @param asOf of a published plan, the day from which it is changed; null: the day of its re-plan, or its programme's
 */
record NewDecisions(
        @NotEmpty @Size(max = 500) List<@Valid @NotNull Entry> decisions,
        @Size(max = 1000) @Nullable String reason,
        boolean dryRun,
        @Size(max = 200) @Nullable String name,
        @Nullable LocalDate asOf) {

    /**
     * A decision about one booking.
     *
     * @param kind what to do
     * @param staffId the person
     * @param moduleId the module
     * @param sessionId where to book or move: a session that runs, the id of one that would have to be opened, or for
     *     digital learning day and slot, such as {@code 2025-05-12-AM}; null for the other kinds
     */
    record Entry(
            @NotNull Decision.Kind kind,
            @NotBlank @Size(max = 100) String staffId,
            @NotBlank @Size(max = 100) String moduleId,
            @Size(max = 100) @Nullable String sessionId) {
        Decision toDecision() {
            return new Decision(kind, staffId, moduleId, sessionId);
        }
    }
}
