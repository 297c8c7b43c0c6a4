package io.muster.api.service.job;

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
}
