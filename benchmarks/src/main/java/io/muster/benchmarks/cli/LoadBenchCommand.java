package io.muster.benchmarks.cli;

import io.muster.benchmarks.load.LoadBench;
import io.muster.benchmarks.load.LoadCases;
import io.muster.benchmarks.load.LoadRow;
import io.muster.benchmarks.load.ServiceClient;
import io.muster.benchmarks.suite.BenchInputException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster bench load}: many readers of a running service. */
@Command(
        name = "load",
        description = {
            "Lets many users read a running service at once, and says how long they wait.",
            "The password is taken from the environment: MUSTER_PASSWORD. Exits with 3 if a limit is not kept."
        },
        mixinStandardHelpOptions = true)
final class LoadBenchCommand implements Callable<Integer> {
    private static final String PASSWORD = "MUSTER_PASSWORD";

    private final PrintWriter out;

    @Parameters(index = "0", paramLabel = "URL", description = "The service, such as http://localhost:8080.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private URI url;

    @Option(names = "--user", defaultValue = "planner", description = "Who signs in; default ${DEFAULT-VALUE}.")
    private String user = "";

    @Option(names = "--plan", paramLabel = "ID", description = "The plan; default the newest complete one.")
    private @Nullable String plan;

    @Option(names = "--users", defaultValue = "50", description = "How many ask at once; default ${DEFAULT-VALUE}.")
    private int users;

    @Option(
            names = "--pause",
            paramLabel = "MS",
            defaultValue = "1000",
            description = "What a user waits on average after an answer; default ${DEFAULT-VALUE}, 0: nothing.")
    private int pauseMillis;

    @Option(names = "--seconds", defaultValue = "30", description = "For how long; default ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of what is asked for; default ${DEFAULT-VALUE}.")
    private long seed;

    LoadBenchCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        String password = System.getenv(PASSWORD);
        if (password == null) {
            throw new BenchInputException("Set " + PASSWORD + " to the password of '" + user + "'.");
        }
        if (users < 1 || seconds < 1 || pauseMillis < 0) {
            throw new BenchInputException("--users and --seconds are at least 1, --pause at least 0.");
        }
        ServiceClient client = new ServiceClient(url, user, password);
        LoadBench bench = new LoadBench(client, LoadCases.of(client, plan));
        List<LoadRow> rows = bench.run(users, Duration.ofMillis(pauseMillis), Duration.ofSeconds(seconds), seed);
        out.println(String.format(
                Locale.ROOT,
                "%-20s %8s %7s %9s %9s %9s %7s",
                "asked for",
                "answers",
                "errors",
                "p50 ms",
                "p95 ms",
                "max ms",
                "limit"));
        for (LoadRow row : rows) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-20s %,8d %,7d %,9.1f %,9.1f %,9.1f %,7d%s",
                    row.name(),
                    row.requests(),
                    row.errors(),
                    row.p50Millis(),
                    row.p95Millis(),
                    row.maxMillis(),
                    row.limitMillis(),
                    row.isWithin() ? "" : "  over"));
        }
        return rows.stream().allMatch(LoadRow::isWithin) ? ExitCode.OK : ExitCode.REGRESSION;
    }
}
