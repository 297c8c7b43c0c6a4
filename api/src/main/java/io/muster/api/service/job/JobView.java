package io.muster.api.service.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as the API shows it.
 *
 * @param id its id
 * @param kind what it does
 * @param subject id of what it makes
 * @param state where it stands
 * @param phase what it is at, a word; empty before it starts
 * @param fraction share of the phase that is done, 0 to 1; null: unknown
 * @param detail a sentence on how far it is; possibly empty
 * @param stopRequested whether it is to come to an end with the best it has
 * @param attempt how often it was started; more than 1 after an instance died or was stopped
 * @param instance the instance that works on it; null: none yet
 * @param resumable whether there is something a next attempt would go on from
 * @param errorId what to look for in the log; null: no error
 * @param error what went wrong; null: nothing
 * @param createdAt when it was asked for
 * @param createdBy who asked
 * @param startedAt when it was started last; null: not yet
 * @param updatedAt when it was last heard of; of a running job, a few seconds ago unless its instance died
 * @param finishedAt when it was over; null: it is not
 */
public record JobView(
        String id,
        JobKind kind,
        String subject,
        JobState state,
        String phase,
        @Nullable Double fraction,
        String detail,
        boolean stopRequested,
        int attempt,
        @Nullable String instance,
        boolean resumable,
        @Nullable String errorId,
        @Nullable String error,
        Instant createdAt,
        String createdBy,
        @Nullable Instant startedAt,
        Instant updatedAt,
        @Nullable Instant finishedAt) {

    /**
     * The view of a job.
     *
     * @param job the job
     * @return its view
     */
    public static JobView of(Job job) {
        return new JobView(
                job.id(),
                job.kind(),
                job.subject(),
                job.state(),
                job.phase(),
                job.fraction(),
                job.detail(),
                job.stopRequested(),
                job.attempt(),
                job.instance(),
                job.checkpoint() != null,
                job.errorId(),
                job.error(),
                job.createdAt(),
                job.createdBy(),
                job.startedAt(),
                job.updatedAt(),
                job.finishedAt());
    }
}
