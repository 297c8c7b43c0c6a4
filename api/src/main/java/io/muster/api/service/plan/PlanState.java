package io.muster.api.service.plan;

/** Where a plan stands (docs/SERVICE.md draws the life cycle). */
public enum PlanState {
    /** Its job waits for an instance. */
    QUEUED,
    /** Its job is at work; what is known of it is the best so far, and not a plan yet. */
    SOLVING,
    /** Complete, audited, and nobody has been told. It never changes: a decision by hand makes another plan of it. */
    DRAFT,
    /** The plan that holds for its data set; at most one does. */
    PUBLISHED,
    /** Was published; a later one holds. */
    SUPERSEDED,
    /** A draft nobody wants. */
    DISCARDED,
    /** Its job was stopped before there was a plan. */
    CANCELLED,
    /** Its job failed; the job says why. */
    FAILED;

    /** {@return whether there is a whole, audited plan to look at} */
    public boolean isComplete() {
        return this == DRAFT || this == PUBLISHED || this == SUPERSEDED || this == DISCARDED;
    }
}
