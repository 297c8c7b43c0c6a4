package io.muster.benchmarks.run;

import io.muster.benchmarks.muster.MusterContender;
import io.muster.benchmarks.result.Results;
import io.muster.benchmarks.result.Run;
import io.muster.benchmarks.result.RunKey;
import io.muster.benchmarks.suite.BenchCase;
import io.muster.benchmarks.suite.BenchHome;
import io.muster.benchmarks.suite.Limit;
import io.muster.benchmarks.suite.Suite;
import io.muster.solver.SearchSettings;
import io.muster.solver.profile.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs a suite, one run at a time. */
public final class SuiteRunner {
    private final BenchHome home;
    private final Path work;
    private final Path out;
    private final String revision;
    private final RunListener listener;

    /**
     * A runner.
     *
     * @param home where settings and profiles are
     * @param work where generated data sets are kept
     * @param out where files of single runs go
     * @param revision revision of the program, for the results; may be empty
     * @param listener told of each run
     */
    public SuiteRunner(BenchHome home, Path work, Path out, String revision, RunListener listener) {
        this.home = home;
        this.work = work;
        this.out = out;
        this.revision = revision;
        this.listener = listener;
    }

    /**
     * Runs a suite.
     *
     * @param name name of the suite, for the results
     * @param suite what to run
     * @return what came of it
     * @throws io.muster.benchmarks.suite.BenchInputException where a contender, settings or profile cannot be used;
     *     nothing has run then
     */
    public Results run(String name, Suite suite) {
        List<Planned> planned = plan(suite);
        DataSetCache dataSets = new DataSetCache(work);
        RunJvm jvm = new RunJvm(out.resolve("runs"));
        Map<Reference, Path> referenceFolders = new HashMap<>();
        List<Run> runs = new ArrayList<>();
        for (Planned next : planned) {
            listener.starting(runs.size() + 1, planned.size(), next.key, next.seed);
            String file = String.format(Locale.ROOT, "%03d", runs.size() + 1);
            Path kept = next.isReference ? out.resolve("runs").resolve(file + "-plan") : null;
            Reference reference = new Reference(next.key.caseId(), next.key.limit(), next.key.settings(), next.seed);
            RunSpec spec = new RunSpec(
                    next.key,
                    next.seed,
                    next.limit,
                    dataSets.get(next.benchCase).toAbsolutePath().toString(),
                    Objects.requireNonNull(next.benchCase.ruleSet()),
                    next.settings,
                    next.profile,
                    text(next.isReference ? null : referenceFolders.get(reference)),
                    text(kept),
                    Objects.requireNonNull(suite.seasons()));
            Run run = jvm.run(spec, file, suite.heapOf(next.benchCase));
            if (kept != null && run.figures() != null) {
                referenceFolders.put(reference, kept);
            }
            runs.add(run);
            listener.ended(run);
        }
        return new Results(name, suite.description(), revision, ThisMachine.describe(), sentences(suite), runs);
    }

    private static @Nullable String text(@Nullable Path path) {
        return path == null ? null : path.toAbsolutePath().toString();
    }

    /** Everything is read before anything runs: a misspelt profile must not end an hour's work. */
    private List<Planned> plan(Suite suite) {
        Map<String, SearchSettings> settings = new LinkedHashMap<>();
        names(suite.settings()).forEach(n -> settings.put(n, home.settings(n).toSettings()));
        Map<String, Profile> profiles = new LinkedHashMap<>();
        names(suite.profiles()).forEach(n -> profiles.put(n, home.profile(n)));
        boolean withReference = profiles.size() > 1 && profiles.containsKey(Suite.DEFAULT);
        List<Planned> planned = new ArrayList<>();
        for (BenchCase benchCase : suite.cases()) {
            for (Limit limit : suite.limits()) {
                for (String contender : Contenders.resolve(names(suite.contenders()))) {
                    boolean tuned = contender.equals(MusterContender.ID);
                    settings.forEach((settingsName, search) -> {
                        boolean first =
                                settingsName.equals(settings.keySet().iterator().next());
                        if (!tuned && !first) {
                            return;
                        }
                        for (String profile : defaultFirst(profiles)) {
                            for (long seed : suite.seeds()) {
                                planned.add(new Planned(
                                        new RunKey(
                                                benchCase.id(),
                                                limit.label(),
                                                contender,
                                                tuned ? settingsName : RunKey.NO_SETTINGS,
                                                profile),
                                        seed,
                                        benchCase,
                                        limit,
                                        search,
                                        Objects.requireNonNull(profiles.get(profile)),
                                        withReference && tuned && profile.equals(Suite.DEFAULT)));
                            }
                        }
                    });
                }
            }
        }
        return planned;
    }

    /** The plan of the default profile is what the others are compared with, so it comes first. */
    private static List<String> defaultFirst(Map<String, Profile> profiles) {
        List<String> names = new ArrayList<>(profiles.keySet());
        if (names.remove(Suite.DEFAULT)) {
            names.add(0, Suite.DEFAULT);
        }
        return names;
    }

    private static List<String> names(@Nullable List<String> names) {
        return Objects.requireNonNull(names);
    }

    private static Map<String, String> sentences(Suite suite) {
        Map<String, String> sentences = new TreeMap<>();
        for (String id : Contenders.resolve(names(suite.contenders()))) {
            sentences.put(id, Contenders.sentence(id));
        }
        return sentences;
    }

    /** Which plan of the default profile a run is compared with. */
    private record Reference(String caseId, String limit, String settings, long seed) {}

    private record Planned(
            RunKey key,
            long seed,
            BenchCase benchCase,
            Limit limit,
            SearchSettings settings,
            Profile profile,
            boolean isReference) {}
}
