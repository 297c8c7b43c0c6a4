package io.muster.api.service.event;

import io.muster.api.service.web.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams of server-sent events about things that go on, wherever they do: each is asked for once a second and told when
 * it has changed. Between two questions nothing is held, no thread and no connection to the database.
 */
@Component
public class EventStreams implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final long EVERY_MILLIS = 1000;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int MOST_STREAMS = 500;
    private static final int THREADS = 4;

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "events");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();

    EventStreams() {}

    /**
     * How something stands.
     *
     * @param body what is sent as JSON when it differs from what was sent before
     * @param isOver whether nothing more happens: the stream ends
     */
    public record Moment(Object body, boolean isOver) {}

    /**
     * Opens a stream.
     *
     * @param name name of its events
     * @param now asks how it stands, in a thread of this class
     * @return the answer to the request
     * @throws ProblemException 503 when there are too many on this instance
     */
    public SseEmitter open(String name, Supplier<Moment> now) {
        if (streams.size() >= MOST_STREAMS) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "too-many-streams",
                    "This instance serves " + MOST_STREAMS + " streams of events already; try again later.",
                    List.of());
        }
        Stream stream = new Stream(name, now);
        streams.add(stream);
        stream.emitter.onCompletion(() -> end(stream));
        stream.emitter.onError(error -> end(stream));
        stream.turns = executor.scheduleWithFixedDelay(() -> turn(stream), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return stream.emitter;
    }

    /** Whoever looks on is to ask another instance; a graceful shutdown does not wait for them. */
    @EventListener
    void closing(ContextClosedEvent event) {
        streams.forEach(stream -> stream.emitter.complete());
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }

    private void end(Stream stream) {
        streams.remove(stream);
        Future<?> turns = stream.turns;
        if (turns != null) {
            turns.cancel(false);
        }
    }

    private void turn(Stream stream) {
        try {
            Moment moment = stream.now.get();
            stream.tell(moment);
            if (moment.isOver()) {
                stream.emitter.complete();
                end(stream);
            }
        } catch (IOException | IllegalStateException e) {
            // Whoever looked on has gone.
            end(stream);
        } catch (DataAccessException e) {
            LOG.warn(
                    "a stream of events waits for the database: {}",
                    e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.warn("a stream of events broke off", e);
            stream.emitter.completeWithError(e);
            end(stream);
        }
    }

    private static final class Stream {
        private final SseEmitter emitter = new SseEmitter(0L);
        private final String name;
        private final Supplier<Moment> now;
        private volatile @Nullable Future<?> turns;
        private @Nullable Object told;
        private long toldAt = System.nanoTime();
        private long number;

        Stream(String name, Supplier<Moment> now) {
            this.name = name;
            this.now = now;
        }

        private synchronized void tell(Moment moment) throws IOException {
            if (!moment.body().equals(told)) {
                told = moment.body();
                toldAt = System.nanoTime();
                emitter.send(SseEmitter.event()
                        .id(String.valueOf(++number))
                        .name(name)
                        .data(moment.body(), MediaType.APPLICATION_JSON));
            } else if (System.nanoTime() - toldAt >= HEARTBEAT.toNanos()) {
                toldAt = System.nanoTime();
                emitter.send(SseEmitter.event().comment("still here"));
            }
        }
    }
}
