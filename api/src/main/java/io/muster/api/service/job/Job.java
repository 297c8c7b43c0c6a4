package io.muster.api.service.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job.
 *
 * @param id its id
 * @param kind what it does
 * @param subject id of what it makes, such as a plan
 * @param state where it stands
 * @param request what is asked of it, JSON of its handler
 * @param phase what it is at, a word; empty before it starts
 * @param fraction share of the phase that is done, 0 to 1; null: unknown
 * @param detail a sentence on how far it is; possibly empty
 * @param stopRequested whether it is to come to an end with the best it has
 * @param attempt how often it was started; more than 1 after an instance died
 * @param instance the instance that works on it; null: none yet
 * @param checkpoint content it can go on from; null: none
 * @param errorId what to look for in the log; null: no error
 * @param error what went wrong; null: nothing
 * @param createdAt when it was asked for
 * @param createdBy who asked
 * @param startedAt when it was started last; null: not yet
 * @param updatedAt when it was last heard of
 * @param finishedAt when it was over; null: it is not
 */
public record Job(
        String id,
        JobKind kind,
        String subject,
        JobState state,
        String request,
        String phase,
        @Nullable Double fraction,
        String detail,
        boolean stopRequested,
        int attempt,
        @Nullable String instance,
        @Nullable String checkpoint,
        @Nullable String errorId,
        @Nullable String error,
        Instant createdAt,
        String createdBy,
        @Nullable Instant startedAt,
        Instant updatedAt,
        @Nullable Instant finishedAt) {}
