package io.muster.api.service.decide;

import io.muster.api.service.web.ProblemException;
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
     * A decision about one booking, or about one session with everybody in it.
     *
     * @param kind what to do
     * @param staffId the person; left out for {@code MOVE_SESSION}
     * @param moduleId the module; left out for {@code MOVE_SESSION}
     * @param sessionId where to book or move: a session that runs, the id of one that would have to be opened, or for
     *     digital learning day and slot, such as {@code 2025-05-12-AM}; for {@code MOVE_SESSION} the session that is moved;
     *     null for the other kinds
     * @param target for {@code MOVE_SESSION} where to; left out for the other kinds
     */
    record Entry(
            @NotNull Decision.Kind kind,
            @Size(min = 1, max = 100) @Nullable String staffId,
            @Size(min = 1, max = 100) @Nullable String moduleId,
            @Size(max = 100) @Nullable String sessionId,
            @Valid @Nullable SessionTarget target) {

        Decision toDecision() {
            if (kind == Decision.Kind.MOVE_SESSION) {
                if (sessionId == null || target == null) {
                    throw incomplete("Moving a session takes 'sessionId' and 'target'.");
                }
                return Decision.moveSession(sessionId, target.toTarget());
            }
            if (staffId == null || staffId.isBlank() || moduleId == null || moduleId.isBlank()) {
                throw incomplete("A decision about a booking takes 'staffId' and 'moduleId'.");
            }
            return new Decision(kind, staffId, moduleId, sessionId);
        }

        private static ProblemException incomplete(String detail) {
            return ProblemException.bad("decision-incomplete", detail);
        }
    }

    /**
     * Where a session is moved to.
     *
     * @param date the day
     * @param slot the slot it begins with
     * @param roomId the room; null: the one it has
     * @param trainerIds who is to deliver it; positions left over go to its own trainers as far as they are free, and then
     *     to whoever is free and cheapest. Null: none named
     */
    record SessionTarget(
            @NotNull LocalDate date,
            @NotBlank @Size(max = 20) String slot,
            @Size(min = 1, max = 100) @Nullable String roomId,
            @Size(max = 20) @Nullable List<@NotBlank @Size(max = 100) String> trainerIds) {

        Decision.Target toTarget() {
            return new Decision.Target(date, slot, roomId, trainerIds == null ? List.of() : trainerIds);
        }
    }
}
