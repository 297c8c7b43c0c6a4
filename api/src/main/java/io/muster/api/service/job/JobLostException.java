package io.muster.api.service.job;

/** This instance is not to go on with a job: another has it, or this one shuts down. What it has is not to be kept. */
public final class JobLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Breaks off a job.
     *
     * @param message why it is not to go on
     */
    public JobLostException(String message) {
        super(message);
    }
}
