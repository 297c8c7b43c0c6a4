package io.muster.benchmarks.run;

import io.muster.benchmarks.contender.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** What a contender told of its best plan over time. */
final class Trace {
    /** Points that a picture can show; more would only make the report heavy. */
    private static final int MOST_KEPT = 200;

    private static final double NEAR = 1.01;
    private static final double ALMOST_NONE = 0.005;

    private final DoubleSupplier cpuSeconds;
    private final List<Point> points = new ArrayList<>();

    /**
     * A trace.
     *
     * @param cpuSeconds processor seconds of this process so far
     */
    Trace(DoubleSupplier cpuSeconds) {
        this.cpuSeconds = cpuSeconds;
    }

    /**
     * A sample, and the processor time at which it came.
     *
     * @param sample the sample
     * @param cpuSeconds processor seconds of the process until then
     */
    record Point(Sample sample, double cpuSeconds) {}

    /** Keeps a sample; from any thread. */
    synchronized void add(Sample sample) {
        points.add(new Point(sample, cpuSeconds.getAsDouble()));
    }

    /** {@return the points in time order} */
    synchronized List<Point> points() {
        return List.copyOf(points);
    }

    /**
     * {@return the first sample with not much more shortfall than the last: a plan as a whole, whatever it costs}
     *
     * @param points points in time order, at least one
     * @param requirements requirements of the data set
     */
    static Point firstFull(List<Point> points, int requirements) {
        Point last = points.get(points.size() - 1);
        return points.stream()
                .filter(p ->
                        p.sample.coverageShortfall() <= last.sample.coverageShortfall() + ALMOST_NONE * requirements)
                .findFirst()
                .orElse(last);
    }

    /**
     * {@return the first sample with no more shortfall than the last, and a cost within 1% of its}
     *
     * @param samples samples in time order, at least one
     */
    static Sample nearFinal(List<Sample> samples) {
        Sample last = samples.get(samples.size() - 1);
        return samples.stream()
                .filter(s ->
                        s.coverageShortfall() <= last.coverageShortfall() && s.costPence() <= NEAR * last.costPence())
                .findFirst()
                .orElse(last);
    }

    /**
     * Leaves out samples where they lie close together in time, dense at first and sparse later, as a search improves.
     *
     * @param samples samples in time order
     * @return at most some hundred of them, the first and the last among them
     */
    static List<Sample> thinned(List<Sample> samples) {
        if (samples.size() <= MOST_KEPT) {
            return samples;
        }
        double first = samples.get(0).seconds();
        double span = samples.get(samples.size() - 1).seconds() - first;
        List<Sample> kept = new ArrayList<>();
        int lastCell = -1;
        for (Sample sample : samples.subList(0, samples.size() - 1)) {
            int cell = (int) (MOST_KEPT * Math.sqrt((sample.seconds() - first) / span));
            if (cell > lastCell) {
                kept.add(sample);
                lastCell = cell;
            }
        }
        kept.add(samples.get(samples.size() - 1));
        return kept;
    }
}
