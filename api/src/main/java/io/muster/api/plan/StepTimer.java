package io.muster.api.plan;

import io.muster.api.progress.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs the steps of a job, tells their names and keeps how long each took. */
final class StepTimer {
    private final Progress progress;
    private final List<StepTime> times = new ArrayList<>();

    StepTimer(Progress progress) {
        this.progress = progress;
    }

    <T> T run(String step, Supplier<T> work) {
        progress.step(step);
        long start = System.nanoTime();
        T result = work.get();
        times.add(new StepTime(step, Duration.ofNanos(System.nanoTime() - start)));
        return result;
    }

    List<StepTime> times() {
        return List.copyOf(times);
    }

    Duration total() {
        return times.stream().map(StepTime::duration).reduce(Duration.ZERO, Duration::plus);
    }
}
