package io.muster.api.service.decide;

import io.muster.solver.explain.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was taken.
 *
 * @param planId the plan it made
 * @param number its number in that plan, from 1
 * @param kind what was done
 * @param staffId the person
 * @param moduleId the module
 * @param sessionId where they were booked or moved; null: the other kinds
 * @param reason why
 * @param decidedAt when
 * @param decidedBy by whom
 */
public record ManualDecision(
        String planId,
        int number,
        Decision.Kind kind,
        String staffId,
        String moduleId,
        @Nullable String sessionId,
        String reason,
        Instant decidedAt,
        String decidedBy) {}
