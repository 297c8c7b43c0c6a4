package io.muster.benchmarks.run;

import io.muster.benchmarks.result.Run;
import io.muster.benchmarks.suite.BenchJson;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a JVM for each run, so that heap, compiled code and garbage of one do not touch another. */
final class RunJvm {
    /** What load, scope, construction, bounds and audit may take beside the time for planning. */
    private static final Duration GRACE = Duration.ofMinutes(15);

    private static final int SUN_UNSAFE_WARNS = 24;

    private final Path folder;

    /**
     * A starter.
     *
     * @param folder where specifications, results and logs of runs go
     */
    RunJvm(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs.
     *
     * @param spec what to run
     * @param name name of its files
     * @param heap largest heap, as {@code -Xmx} takes it
     * @return what came of it; a failure when the JVM did not come to an end by itself
     */
    Run run(RunSpec spec, String name, String heap) {
        Path specFile = folder.resolve(name + ".spec.json");
        Path resultFile = folder.resolve(name + ".result.json");
        Path log = folder.resolve(name + ".log");
        BenchJson.write(specFile, spec);
        try {
            Files.deleteIfExists(resultFile);
            Process process = new ProcessBuilder(command(heap, specFile, resultFile))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Thread killer = new Thread(process::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(killer);
            try {
                Duration most = spec.limit().time().plus(GRACE);
                if (!process.waitFor(most.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    return failed(spec, "was still at work after " + most.toMinutes() + " minutes, and was stopped");
                }
            } finally {
                Runtime.getRuntime().removeShutdownHook(killer);
            }
            return Files.exists(resultFile)
                    ? BenchJson.read(resultFile, Run.class)
                    : failed(spec, "its JVM ended with code " + process.exitValue() + "; see " + log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a run.", e);
        }
    }

    private static Run failed(RunSpec spec, String why) {
        return Run.failed(spec.key(), spec.seed(), why);
    }

    private static List<String> command(String heap, Path specFile, Path resultFile) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.add("-XX:+UseParallelGC");
        command.add("-Dfile.encoding=UTF-8");
        if (Runtime.version().feature() >= SUN_UNSAFE_WARNS) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.add("-cp");
        command.add(absolute(System.getProperty("java.class.path")));
        command.add(RunMain.class.getName());
        command.add(specFile.toAbsolutePath().toString());
        command.add(resultFile.toAbsolutePath().toString());
        return command;
    }

    private static String absolute(String classPath) {
        List<String> parts = new ArrayList<>();
        for (String part : classPath.split(java.util.regex.Pattern.quote(File.pathSeparator), -1)) {
            parts.add(new File(part).getAbsolutePath());
        }
        return String.join(File.pathSeparator, parts);
    }
}
