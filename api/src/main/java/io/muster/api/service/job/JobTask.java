package io.muster.api.service.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one task that db-scheduler knows: does the job whose id is the instance's. */
@Configuration(proxyBeanMethods = false)
class JobTask {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("job");

    /** How long a heavy job waits before it asks again whether this instance has room for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    CustomTask<Void> job(JobRunner runner, Jobs jobs, JobSettings settings, Clock clock) {
        Semaphore heavy = new Semaphore(settings.heavy());
        return Tasks.custom(TASK)
                .onDeadExecutionRevive()
                .execute((instance, context) -> execute(instance, context, runner, jobs, heavy, clock));
    }

    private static CompletionHandler<Void> execute(
            TaskInstance<Void> instance,
            ExecutionContext context,
            JobRunner runner,
            Jobs jobs,
            Semaphore heavy,
            Clock clock) {
        Job job = jobs.find(instance.getId()).orElse(null);
        if (job == null || job.state().isOver()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        if (!job.kind().isHeavy() || job.state() == JobState.QUEUED && job.stopRequested()) {
            return runner.run(job);
        }
        if (!heavy.tryAcquire()) {
            return (complete, operations) ->
                    operations.reschedule(complete, clock.instant().plus(PATIENCE));
        }
        try {
            return runner.run(job);
        } finally {
            heavy.release();
        }
    }
}
