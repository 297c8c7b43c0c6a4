package io.muster.api.service.job;

import java.util.function.Supplier;

/**
 * A job at work. Its methods may be called from any thread and as often as one likes: the database is asked once a second.
 * They throw {@link JobLostException} once the job is another instance's, or this one shuts down; let it through.
 */
public interface JobContext {

    /** {@return the job as it was when it was started, with the checkpoint of an earlier attempt} */
    Job job();

    /**
     * Says how far it is.
     *
     * @param phase what it is at, a word
     * @param fraction share of the phase that is done, 0 to 1; NaN: unknown
     * @param detail a sentence; possibly empty
     */
    void progress(String phase, double fraction, String detail);

    /** {@return whether somebody wants it to come to an end with the best it has} */
    boolean isStopRequested();

    /**
     * Keeps what it can go on from should this instance die; a new one takes the place of the old.
     *
     * @param content bytes, asked for only when one is due
     */
    void checkpoint(Supplier<byte[]> content);

    /**
     * Keeps what it can go on from at once, even while this instance shuts down: the last thing to do before the job is
     * handed back. Nothing happens when another instance has the job.
     *
     * @param content bytes
     */
    void handBack(byte[] content);

    /** {@return whether this instance shuts down} */
    boolean isShuttingDown();

    /**
     * Ends the job well, with what it made, in one transaction: all of it, or nothing when another instance has the job.
     * To be called once, last.
     *
     * @param result stores what was made
     */
    void finish(Runnable result);

    /**
     * Ends the job without a result, as somebody stopped it before there was any. To be called once, last, in place of
     * {@link #finish}.
     */
    void cancel();
}
