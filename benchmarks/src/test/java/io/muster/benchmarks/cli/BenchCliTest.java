package io.muster.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.benchmarks.result.Results;
import io.muster.benchmarks.result.RunFigures;
import io.muster.benchmarks.suite.BenchJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCliTest {
    private static final String TINY = """
            {"description": "Tiny.", "heap": "600m",
             "cases": [{"id": "tiny", "programme": "nmfl-phase-2", "people": 300}],
             "seeds": [1], "limits": [{"steps": 300}]}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void runsASuiteFromFilesToReportAndComparesItWithItsBaseline() throws IOException {
        write("suites/tiny.json", TINY);
        write("settings/default.json", "{\"description\": \"Default.\"}");
        write("profiles/default.json", "{\"description\": \"Default.\"}");

        int code = bench("tiny", "--save-baseline");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString()).contains("tiny", "coverage %").contains("report.html");
        Path results = folder.resolve("target/results/tiny");
        assertThat(results.resolve("report.html")).isRegularFile();
        assertThat(Files.readAllLines(results.resolve("rows.csv"))).hasSize(2);
        assertThat(Files.readAllLines(results.resolve("runs.csv"))).hasSize(2);
        Results measured = BenchJson.read(results.resolve("results.json"), Results.class);
        List<RunFigures> figures = measured.runs().stream()
                .flatMap(run -> run.findFigures().stream())
                .toList();
        assertThat(figures).hasSize(1).allSatisfy(run -> {
            assertThat(run.violations()).isZero();
            assertThat(run.people()).isEqualTo(300);
            assertThat(run.coverage()).isGreaterThan(0.9);
            assertThat(run.shortfall()).isGreaterThanOrEqualTo(run.shortfallBound());
            assertThat(run.costPence()).isGreaterThan(run.costBoundPence());
            assertThat(run.costByLine().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(run.costPence());
            assertThat(run.moves()).isEqualTo(300);
            assertThat(run.firstPlanSeconds()).isPositive().isLessThanOrEqualTo(run.wallSeconds());
            assertThat(run.peakHeapBytes()).isPositive().isLessThanOrEqualTo(600L << 20);
        });
        assertThat(figures.get(0).disturbance()).isNull();

        Results baseline = BenchJson.read(folder.resolve("baselines/tiny.json"), Results.class);
        assertThat(baseline).isEqualTo(measured.withoutTraces());
    }

    @Test
    void anUnknownSuiteIsBadInput() throws IOException {
        write("suites/tiny.json", TINY);

        assertThat(bench("tny")).isEqualTo(2);
        assertThat(err.toString()).contains("no suite 'tny'").contains("tiny");
    }

    @Test
    void comparingWithoutABaselineIsBadInputBeforeAnythingRuns() throws IOException {
        write("suites/tiny.json", TINY);

        assertThat(bench("tiny", "--compare")).isEqualTo(2);
        assertThat(err.toString()).contains("no baseline of 'tiny'").contains("--save-baseline");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void anUnknownContenderIsBadInputBeforeAnythingRuns() throws IOException {
        write("suites/tiny.json", TINY.replace("\"seeds\"", "\"contenders\": [\"nobody\"], \"seeds\""));
        write("settings/default.json", "{\"description\": \"Default.\"}");
        write("profiles/default.json", "{\"description\": \"Default.\"}");

        assertThat(bench("tiny")).isEqualTo(2);
        assertThat(err.toString()).contains("no contender 'nobody'").contains("muster");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void listsWhatThereIs() throws IOException {
        write("suites/tiny.json", TINY);
        write("settings/default.json", "{\"description\": \"As it is.\"}");
        write("profiles/default.json", "{\"description\": \"Own prices.\"}");

        assertThat(bench("--list")).isZero();
        assertThat(out.toString()).contains("tiny", "Tiny.", "As it is.", "Own prices.", "muster");
    }

    private int bench(String... args) {
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--home";
        all[args.length + 1] = folder.toString();
        return BenchCli.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
