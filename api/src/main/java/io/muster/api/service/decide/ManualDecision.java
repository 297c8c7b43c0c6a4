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
 * @param staffId the person; null: a session was moved
 * @param moduleId the module; null: a session was moved
 * @param sessionId where they were booked or moved, or the session that was moved; null: the other kinds
 * @param target where a session was moved to, as text such as {@code 2025-05-12 AM R1 T1;T2}; null: the other kinds
 * @param reason why
 * @param decidedAt when
 * @param decidedBy by whom
 */
public record ManualDecision(
        String planId,
        int number,
        Decision.Kind kind,
        @Nullable String staffId,
        @Nullable String moduleId,
        @Nullable String sessionId,
        @Nullable String target,
        String reason,
        Instant decidedAt,
        String decidedBy) {}
