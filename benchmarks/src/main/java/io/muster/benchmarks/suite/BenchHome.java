package io.muster.benchmarks.suite;

import io.muster.solver.profile.Profile;
import io.muster.solver.profile.Profiles;
import io.muster.solver.profile.UnfitProfileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder that holds suites, settings, baselines, and profiles beside the shipped ones.
 *
 * @param root the folder
 */
public record BenchHome(Path root) {
    private static final String SUFFIX = ".json";
    private static final String PROFILES = "profiles";

    /**
     * Reads a suite.
     *
     * @param name its name
     * @return the suite
     * @throws BenchInputException when there is none of this name, or it cannot be used
     */
    public Suite suite(String name) {
        return read("suites", "suite", name, Suite.class);
    }

    /**
     * Reads settings of the search.
     *
     * @param name their name
     * @return the settings
     * @throws BenchInputException when there are none of this name, or they cannot be used
     */
    public SearchSettingsFile settings(String name) {
        SearchSettingsFile file = read("settings", "settings", name, SearchSettingsFile.class);
        try {
            file.toSettings();
        } catch (BenchInputException e) {
            throw new BenchInputException(path("settings", name) + ": " + e.getMessage());
        }
        return file;
    }

    /**
     * A profile of weights: a file of this folder, or one that is shipped.
     *
     * @param name its name
     * @return the profile
     * @throws BenchInputException when there is none of this name, or it cannot be read
     */
    public Profile profile(String name) {
        List<String> own = ownProfiles();
        try {
            return own.contains(name)
                    ? Profiles.read(path(PROFILES, name))
                    : Profiles.find(name)
                            .orElseThrow(() -> new BenchInputException("there is no profile '" + name + "'. There are: "
                                    + String.join(", ", profiles()) + "."));
        } catch (UnfitProfileException e) {
            throw new BenchInputException(String.valueOf(e.getMessage()));
        }
    }

    /** {@return names of the suites, sorted} */
    public List<String> suites() {
        return names("suites");
    }

    /** {@return names of the settings, sorted} */
    public List<String> settings() {
        return names("settings");
    }

    /** {@return names of the profiles, sorted} */
    public List<String> profiles() {
        Set<String> names = new TreeSet<>(Profiles.names());
        names.addAll(ownProfiles());
        return List.copyOf(names);
    }

    /**
     * {@return the file of a suite's baseline, there or not}
     *
     * @param suite name of the suite
     */
    public Path baseline(String suite) {
        return path("baselines", suite);
    }

    private List<String> ownProfiles() {
        return Files.isDirectory(root.resolve(PROFILES)) ? names(PROFILES) : List.of();
    }

    private <T> T read(String folder, String kind, String name, Class<T> type) {
        List<String> names = names(folder);
        if (!names.contains(name)) {
            throw new BenchInputException("there is no " + kind + " '" + name + "' in " + root.resolve(folder)
                    + ". There are: " + String.join(", ", names) + ".");
        }
        return BenchJson.read(path(folder, name), type);
    }

    private Path path(String folder, String name) {
        return root.resolve(folder).resolve(name + SUFFIX);
    }

    private List<String> names(String folder) {
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            throw new BenchInputException("there is no folder " + path
                    + ". Maybe --home should name the folder 'benchmarks' of the project.");
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
