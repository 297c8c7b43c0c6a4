package io.muster.benchmarks.run;

import io.muster.benchmarks.result.Run;
import io.muster.benchmarks.suite.BenchJson;
import java.nio.file.Path;

/** The program of one run: reads what to run from one file, and writes what came of it to another. */
final class RunMain {
    private RunMain() {}

    /**
     * Runs.
     *
     * @param args the file of the specification, and the file for the result
     */
    public static void main(String[] args) {
        RunSpec spec = BenchJson.read(Path.of(args[0]), RunSpec.class);
        Run run;
        try {
            run = new RunWork(spec).run();
        } catch (OutOfMemoryError e) {
            run = Run.failed(spec.key(), spec.seed(), "out of memory");
        } catch (RuntimeException e) {
            e.printStackTrace();
            run = Run.failed(spec.key(), spec.seed(), String.valueOf(e.getMessage()));
        }
        BenchJson.write(Path.of(args[1]), run);
        // A contender's threads that do not end must not keep this JVM alive.
        System.exit(0);
    }
}
