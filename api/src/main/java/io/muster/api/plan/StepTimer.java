package io.muster.api.plan;

import io.muster.api.progress.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs the steps of a job, tells their names and keeps how long each took. */
public final class StepTimer {
    private final Progress progress;
    private final List<StepTime> times = new ArrayList<>();

    /**
     * A timer.
     *
     * @param progress told the name of each step
     */
    public StepTimer(Progress progress) {
        this.progress = progress;
    }

    /**
     * Runs a step.
     *
     * @param step its name
     * @param work what to do
     * @return what it gave
     */
    public <T> T run(String step, Supplier<T> work) {
        progress.step(step);
        long start = System.nanoTime();
        T result = work.get();
        times.add(new StepTime(step, Duration.ofNanos(System.nanoTime() - start)));
        return result;
    }

    /** {@return how long each step took, in order} */
    public List<StepTime> times() {
        return List.copyOf(times);
    }

    /** {@return how long all steps took} */
    public Duration total() {
        return times.stream().map(StepTime::duration).reduce(Duration.ZERO, Duration::plus);
    }
}
