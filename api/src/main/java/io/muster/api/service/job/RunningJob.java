package io.muster.api.service.job;

import io.muster.api.service.content.Contents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** A job that this instance does. */
final class RunningJob implements JobContext {
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);
    private static final Duration KEEP_EVERY = Duration.ofSeconds(10);

    private final Job job;
    private final Jobs jobs;
    private final Contents contents;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final BooleanSupplier isShuttingDown;
    private final Consumer<Job> over;
    private Instant askAgainAt = Instant.MIN;
    private Instant keepAgainAt;
    private boolean stopRequested;
    private boolean finished;
    private boolean cancelled;

    RunningJob(
            Job job,
            Jobs jobs,
            Contents contents,
            TransactionTemplate transaction,
            Clock clock,
            BooleanSupplier isShuttingDown,
            Consumer<Job> over) {
        this.job = job;
        this.over = over;
        this.jobs = jobs;
        this.contents = contents;
        this.transaction = transaction;
        this.clock = clock;
        this.isShuttingDown = isShuttingDown;
        this.stopRequested = job.stopRequested();
        this.keepAgainAt = clock.instant();
    }

    @Override
    public Job job() {
        return job;
    }

    @Override
    public synchronized void progress(String phase, double fraction, String detail) {
        checkMine();
        if (clock.instant().isBefore(askAgainAt)) {
            return;
        }
        askAgainAt = clock.instant().plus(TELL_EVERY);
        if (!jobs.progress(job, phase, Double.isNaN(fraction) ? null : fraction, detail)) {
            throw new JobLostException("another instance has it");
        }
        stopRequested |= jobs.find(job.id()).map(Job::stopRequested).orElse(false);
    }

    @Override
    public synchronized boolean isStopRequested() {
        checkMine();
        if (!clock.instant().isBefore(askAgainAt)) {
            askAgainAt = clock.instant().plus(TELL_EVERY);
            stopRequested |= jobs.find(job.id()).map(Job::stopRequested).orElse(false);
        }
        return stopRequested;
    }

    @Override
    public synchronized void checkpoint(Supplier<byte[]> content) {
        checkMine();
        if (!clock.instant().isBefore(keepAgainAt)) {
            keep(content.get());
            keepAgainAt = clock.instant().plus(KEEP_EVERY);
        }
    }

    @Override
    public synchronized void handBack(byte[] content) {
        keep(content);
    }

    @Override
    public boolean isShuttingDown() {
        return isShuttingDown.getAsBoolean();
    }

    /** The content before it is of no use to anybody: long solves would fill the database with them. */
    private void keep(byte[] bytes) {
        String content = contents.store(bytes);
        transaction.executeWithoutResult(status -> {
            String before = jobs.find(job.id()).map(Job::checkpoint).orElse(null);
            if (!content.equals(before) && jobs.checkpoint(job, content) && before != null) {
                contents.delete(before);
            }
        });
    }

    @Override
    public synchronized void finish(Runnable result) {
        checkMine();
        transaction.executeWithoutResult(status -> {
            if (!jobs.end(job, JobState.DONE, null, null)) {
                throw new JobLostException("another instance has it");
            }
            result.run();
            over.accept(jobs.find(job.id()).orElseThrow());
        });
        finished = true;
    }

    @Override
    public synchronized void cancel() {
        checkMine();
        cancelled = true;
    }

    synchronized boolean isFinished() {
        return finished;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    private void checkMine() {
        if (isShuttingDown.getAsBoolean()) {
            throw new JobLostException("this instance shuts down");
        }
    }
}
