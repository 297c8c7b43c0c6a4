package io.muster.api.service.job;

import io.muster.api.service.event.EventKind;
import java.util.Optional;

/**
 * Does jobs of one kind. A handler is a bean; it may be called again for a job whose instance died, and then must not do
 * twice what cannot be done twice.
 */
public interface JobHandler {

    /** {@return the kind it does} */
    JobKind kind();

    /**
     * Does a job.
     *
     * @param context the job
     * @throws Exception when it fails: {@link io.muster.api.service.web.ProblemException}, {@code BadInputException} and
     *     {@code BadRequestException} are the input's fault and told to whoever asked; anything else is a bug
     */
    void run(JobContext context) throws Exception;

    /**
     * Puts right what a job was to make once it will not be made. Called in the transaction that ends the job.
     *
     * @param job the job, failed or cancelled
     */
    void abandoned(Job job);

    /**
     * What subscribers are told when a job is over. Called in the transaction that ends the job.
     *
     * @param job the job, over
     * @return the event; empty: nobody is told
     */
    default Optional<EventKind> event(Job job) {
        boolean isDone = job.state() == JobState.DONE;
        boolean isFailed = job.state() == JobState.FAILED;
        return switch (job.kind()) {
            case SOLVE ->
                isDone
                        ? Optional.of(EventKind.PLAN_COMPLETED)
                        : isFailed ? Optional.of(EventKind.PLAN_FAILED) : Optional.empty();
            case REPLAN ->
                isDone
                        ? Optional.of(EventKind.REPLAN_READY)
                        : isFailed ? Optional.of(EventKind.PLAN_FAILED) : Optional.empty();
            case IMPORT, SIMULATE, EXPORT -> Optional.empty();
        };
    }
}
