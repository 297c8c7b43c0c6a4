package io.muster.api.service.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import io.muster.api.error.BadInputException;
import io.muster.api.error.BadRequestException;
import io.muster.api.service.content.Contents;
import io.muster.api.service.content.Ids;
import io.muster.api.service.event.Webhooks;
import io.muster.api.service.web.ProblemException;
import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does jobs on this instance. */
@Component
class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int MOST_ISSUES = 20;

    /** A job that takes its instance with it is not to take all of them, one after the other, for ever. */
    private static final int MOST_ATTEMPTS = 10;

    /** An instance that shuts down takes no job again before it is gone. */
    private static final Duration OTHERS_FIRST = Duration.ofSeconds(1);

    private final Jobs jobs;
    private final Contents contents;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Webhooks events;
    private final Map<JobKind, JobHandler> handlers = new EnumMap<>(JobKind.class);
    private final String instance = ManagementFactory.getRuntimeMXBean().getName();
    private volatile boolean isShuttingDown;

    JobRunner(
            Jobs jobs,
            Contents contents,
            TransactionTemplate transaction,
            Clock clock,
            Webhooks events,
            List<JobHandler> handlers) {
        this.events = events;
        this.jobs = jobs;
        this.contents = contents;
        this.transaction = transaction;
        this.clock = clock;
        handlers.forEach(handler -> this.handlers.put(handler.kind(), handler));
    }

    /** From now on jobs at work are left to other instances. */
    @EventListener
    void closing(ContextClosedEvent event) {
        isShuttingDown = true;
    }

    /** Does a job and says what becomes of its task. */
    CompletionHandler<Void> run(Job waiting) {
        if (isShuttingDown) {
            return (complete, operations) ->
                    operations.reschedule(complete, clock.instant().plus(OTHERS_FIRST));
        }
        Job job = jobs.start(waiting.id(), instance);
        if (job == null) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        JobHandler handler = Objects.requireNonNull(handlers.get(job.kind()), () -> "No handler for " + job.kind());
        RunningJob running = new RunningJob(
                job, jobs, contents, transaction, clock, () -> isShuttingDown, over -> isOver(handler, over));
        try {
            if (job.attempt() > MOST_ATTEMPTS) {
                String tries = "Given up: " + MOST_ATTEMPTS + " attempts ended with the instance that made them.";
                end(handler, job, JobState.FAILED, null, tries);
                return new CompletionHandler.OnCompleteRemove<>();
            }
            if (waiting.state() == JobState.QUEUED && job.stopRequested()) {
                running.cancel();
            } else {
                handler.run(running);
            }
            if (running.isCancelled()) {
                end(handler, job, JobState.CANCELLED, null, null);
            } else if (!running.isFinished()) {
                throw new IllegalStateException(handler.getClass() + " neither finished nor cancelled its job.");
            }
        } catch (JobLostException e) {
            LOG.warn("job {} ({}) is left to another instance: {}", job.id(), job.kind(), e.getMessage());
            return isShuttingDown
                    ? (complete, operations) ->
                            operations.reschedule(complete, clock.instant().plus(OTHERS_FIRST))
                    : (complete, operations) -> operations.remove();
        } catch (ProblemException | BadRequestException e) {
            end(handler, job, JobState.FAILED, null, e.getMessage());
        } catch (BadInputException e) {
            end(handler, job, JobState.FAILED, null, message(e));
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            if (isShuttingDown) {
                LOG.warn("job {} ({}) broke off as the service stops", job.id(), job.kind());
                return (complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(OTHERS_FIRST));
            }
            String errorId = Ids.next("error");
            LOG.error("job {} ({}) failed, {}", job.id(), job.kind(), errorId, e);
            end(handler, job, JobState.FAILED, errorId, "An error of Muster's; the log has it as " + errorId + ".");
        }
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private void end(JobHandler handler, Job job, JobState state, @Nullable String errorId, @Nullable String error) {
        transaction.executeWithoutResult(status -> {
            if (jobs.end(job, state, errorId, error)) {
                Job over = jobs.find(job.id()).orElseThrow();
                handler.abandoned(over);
                isOver(handler, over);
            }
        });
    }

    /** In the transaction that ends a job. */
    private void isOver(JobHandler handler, Job job) {
        String checkpoint = jobs.dropCheckpoint(job);
        if (checkpoint != null) {
            contents.delete(checkpoint);
        }
        handler.event(job).ifPresent(kind -> events.announce(kind, job.subject()));
    }

    private static String message(BadInputException e) {
        List<Issue> errors = e.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .toList();
        return errors.stream()
                .limit(MOST_ISSUES)
                .map(Issue::message)
                .collect(Collectors.joining(" ", e.getMessage() + ": ", errors.size() > MOST_ISSUES ? " ..." : ""));
    }
}
