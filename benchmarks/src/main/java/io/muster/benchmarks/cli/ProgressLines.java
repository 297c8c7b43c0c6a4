package io.muster.benchmarks.cli;

import io.muster.benchmarks.result.Metric;
import io.muster.benchmarks.result.Run;
import io.muster.benchmarks.result.RunKey;
import io.muster.benchmarks.run.RunListener;
import java.io.PrintWriter;

/** Progress of a suite, a line for each run. */
final class ProgressLines implements RunListener {
    private final PrintWriter err;

    ProgressLines(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void starting(int number, int count, RunKey key, long seed) {
        err.print("[" + number + "/" + count + "] " + key.label() + ", seed " + seed + " ... ");
        err.flush();
    }

    @Override
    public void ended(Run run) {
        err.println(run.findFigures()
                .map(figures -> "coverage " + Metric.COVERAGE.text(100 * figures.coverage()) + "%, £"
                        + Metric.COST.text(figures.costPence() / 100.0) + ", "
                        + Metric.WALL.text(figures.wallSeconds()) + " s"
                        + (figures.violations() > 0 ? ", " + figures.violations() + " violations" : ""))
                .orElseGet(() -> "FAILED: " + run.failure()));
    }
}
