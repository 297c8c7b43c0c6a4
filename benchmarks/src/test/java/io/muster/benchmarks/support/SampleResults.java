package io.muster.benchmarks.support;

import io.muster.benchmarks.contender.Sample;
import io.muster.benchmarks.result.Machine;
import io.muster.benchmarks.result.Results;
import io.muster.benchmarks.result.Run;
import io.muster.benchmarks.result.RunFigures;
import io.muster.benchmarks.result.RunKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Results as a suite would give them. */
public final class SampleResults {
    public static final Machine MACHINE = new Machine("Some processor", 2, 24L << 30, "Linux, amd64", "Some JVM 25");
    public static final RunKey KEY = new RunKey("phase-2-1000", "1000 moves", "muster", "default", "default");
    public static final RunKey BY_CLOCK = new RunKey("phase-2-1000", "60s", "muster", "default", "default");

    private SampleResults() {}

    public static Results of(Run... runs) {
        return new Results("quick", "For tests.", "abc1234", MACHINE, Map.of("muster", "Muster."), List.of(runs));
    }

    /** Runs of a key with seeds from 1 on, each with its cost. */
    public static Results costing(RunKey key, double... pounds) {
        return each(key, pounds.length, seed -> new FiguresBuilder().costPounds(pounds[(int) seed - 1]));
    }

    public static Results each(RunKey key, int seeds, LongFunction<FiguresBuilder> figures) {
        List<Run> runs = new ArrayList<>();
        for (long seed = 1; seed <= seeds; seed++) {
            runs.add(run(key, seed, figures.apply(seed).build()));
        }
        return of(runs.toArray(Run[]::new));
    }

    public static Run run(RunKey key, long seed, RunFigures figures) {
        List<Sample> trace = new ArrayList<>();
        for (int i = 0; i <= 60; i++) {
            double seconds = 1.5 * Math.pow(40, i / 60.0);
            trace.add(new Sample(
                    seconds,
                    figures.shortfall() + (i < 3 ? 1 : 0),
                    Math.round(figures.costPence() * (1 + 0.25 * Math.exp(-seconds / 12)))));
        }
        return new Run(key, seed, figures, null, trace);
    }

    /** A suite with every kind of picture: sizes, peers, profiles, and a run that failed. */
    public static Results everything() {
        List<Run> runs = new ArrayList<>();
        int[] sizes = {1_000, 5_000, 23_000, 100_000};
        String[] peers = {"muster", "first-fit", "best-fit", "cp-sat", "newcomer-timefold"};
        for (int people : sizes) {
            for (int peer = 0; peer < peers.length; peer++) {
                if (peer > 0 && people == 5_000) {
                    continue;
                }
                for (long seed = 1; seed <= 3; seed++) {
                    RunKey key =
                            new RunKey("phase-2-" + people, "60s", peers[peer], peer == 0 ? "default" : "-", "default");
                    if (peer >= 3 && people > 1_000) {
                        runs.add(Run.failed(key, seed, "out of memory"));
                        continue;
                    }
                    runs.add(run(
                            key,
                            seed,
                            new FiguresBuilder()
                                    .people(people)
                                    .shortfall(people * (1 + 9L * peer) / 100)
                                    .costPounds(people * (100.0 + 7 * peer + seed))
                                    .violations(peer == 4 ? 12 : 0)
                                    .liveHeapMib(people / 20.0)
                                    .build()));
                }
            }
        }
        String[] profiles = {
            "default", "short-travel", "steady-pace", "full-classes", "mixed-classes", "duty-first", "cheap-estate"
        };
        for (int i = 0; i < profiles.length; i++) {
            RunKey key = new RunKey("phase-2-1000", "60s", "muster", "default", profiles[i]);
            if (i > 0) {
                runs.add(run(
                        key,
                        1,
                        new FiguresBuilder()
                                .shortfall(10 + (i * 5) % 7)
                                .costPounds(100_000 + 900.0 * ((i * 3) % 7))
                                .fairness(0.4 + (i % 4) / 10.0, 55 - 2 * i)
                                .disturbance(0.3 + i / 20.0)
                                .build()));
            }
        }
        return new Results(
                "everything",
                "For tests: <sizes> & peers, profiles.",
                "abc1234",
                MACHINE,
                Map.of("muster", "Muster.", "first-fit", "The first session that fits."),
                runs);
    }
}
