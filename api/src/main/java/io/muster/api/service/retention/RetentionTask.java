package io.muster.api.service.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the retention job once a day, on one of the instances. */
@Configuration(proxyBeanMethods = false)
class RetentionTask {

    @Bean
    RecurringTask<Void> retentionDaily(Retention retention, RetentionSettings settings) {
        return Tasks.recurring("retention", Schedules.daily(ZoneOffset.UTC, settings.at()))
                .execute((instance, context) -> retention.run());
    }
}
