package io.muster.api.service.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service in a process of its own, which can be killed as the machine would. */
public final class ServiceProcess implements AutoCloseable {
    private static final Pattern AT = Pattern.compile("Muster is at (http://\\S+)");
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final List<String> output = new ArrayList<>();
    private final CompletableFuture<String> url = new CompletableFuture<>();

    private ServiceProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "service-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a service and does not wait for it.
     *
     * @param home its folder
     * @param settings more settings, by Spring property name
     * @param limits shell commands to run before, such as {@code ulimit -f 20000}; empty: none
     * @return the process
     */
    public static ServiceProcess start(Path home, Map<String, String> settings, String limits) {
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.muster.api.cli.MusterMain",
                "serve",
                "--port",
                "0",
                "--home",
                home.toString()));
        List<String> command =
                limits.isEmpty() ? java : new ArrayList<>(List.of("sh", "-c", limits + "; exec \"$@\"", "sh"));
        if (!limits.isEmpty()) {
            command.addAll(java);
        }
        return start(command, settings);
    }

    /**
     * Starts a service as a user does, and does not wait for it.
     *
     * @param launcher the launcher, {@code muster}
     * @param home its folder
     * @return the process
     */
    public static ServiceProcess launch(Path launcher, Path home) {
        return start(List.of(launcher.toString(), "serve", "--port", "0", "--home", home.toString()), Map.of());
    }

    private static ServiceProcess start(List<String> command, Map<String, String> settings) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        settings.forEach((name, value) -> builder.environment()
                .put(name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_'), value));
        try {
            return new ServiceProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return where it is, once it is ready} */
    public String url() {
        try {
            return url.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("The service did not start:\n" + String.join("\n", output()), e);
        }
    }

    /** {@return what it printed so far, line by line} */
    public synchronized List<String> output() {
        return List.copyOf(output);
    }

    /** Kills it as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        waitFor();
    }

    /** Asks it to stop, and waits until it has. */
    public void stop() {
        process.destroy();
        waitFor();
    }

    /** {@return whether it runs} */
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        kill();
    }

    private void waitFor() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The service does not end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher at = AT.matcher(line);
                synchronized (this) {
                    output.add(line);
                }
                if (at.find()) {
                    url.complete(Objects.requireNonNull(at.group(1)));
                }
            }
        } catch (IOException e) {
            // The process is gone.
        }
        url.completeExceptionally(new IllegalStateException("ended"));
    }
}
