package io.muster.api.service.event;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Delivers what is due, and again later what nobody took: after 10 s, 40 s, ... for about a day. */
@Configuration(proxyBeanMethods = false)
class DeliveryTask {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("webhook");

    private static final int MOST_ATTEMPTS = 9;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    @Bean
    CustomTask<Void> webhook(Webhooks webhooks, Sender sender, Clock clock) {
        return Tasks.custom(TASK).onDeadExecutionRevive().execute((instance, context) -> {
            Delivery delivery = webhooks.findDelivery(instance.getId()).orElse(null);
            if (delivery == null || delivery.state() != Delivery.State.WAITING) {
                return new CompletionHandler.OnCompleteRemove<>();
            }
            Optional<Integer> status = sender.send(webhooks.get(delivery.webhookId()), delivery);
            boolean isTaken = status.filter(code -> code / 100 == 2).isPresent();
            boolean isLast = delivery.attempts() + 1 >= MOST_ATTEMPTS;
            webhooks.tried(
                    delivery,
                    isTaken ? Delivery.State.DELIVERED : isLast ? Delivery.State.GIVEN_UP : Delivery.State.WAITING,
                    status.orElse(null));
            if (isTaken || isLast) {
                return new CompletionHandler.OnCompleteRemove<>();
            }
            return (complete, operations) ->
                    operations.reschedule(complete, clock.instant().plus(pause(delivery.attempts())));
        });
    }

    /** The pause after some failed attempts and one more. */
    static Duration pause(int failedBefore) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (2 * failedBefore));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
