package io.muster.api.service.job;

/** Where a job stands. */
public enum JobState {
    /** Waits for an instance. */
    QUEUED,
    /** An instance works on it, or has died while it did and another will take over. */
    RUNNING,
    /** Finished, and what it made is there. */
    DONE,
    /** Gave up; the error says why. */
    FAILED,
    /** Stopped before it made anything. */
    CANCELLED;

    /** {@return whether nothing more happens to it} */
    public boolean isOver() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
