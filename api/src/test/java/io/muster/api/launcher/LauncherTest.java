package io.muster.api.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    private static final Path SCRIPT = Path.of("..", "muster").toAbsolutePath().normalize();
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path root;
    private Path jvms;
    private Path tools;
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void layOutAClone() throws IOException {
        root = Files.createDirectories(folder.resolve("a clone with blanks"));
        jvms = Files.createDirectories(folder.resolve("jvms"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.copy(SCRIPT, root.resolve("muster"));
        executable(root.resolve("muster"));
        for (String module : List.of("data", "rules", "solver", "api")) {
            source(module + "/src/main/java/Some.java");
            source(module + "/pom.xml");
        }
        source("pom.xml");
        source(".mvn/jvm.config");
        for (String tool : List.of(
                "sh",
                "dirname",
                "readlink",
                "find",
                "head",
                "mkdir",
                "cp",
                "date",
                "cat",
                "rm",
                "mv",
                "touch",
                "sleep")) {
            script(tools.resolve(tool), "exec " + systemTool(tool) + " \"$@\"");
        }
        environment.put("PATH", tools.toString());
        environment.put("HOME", folder.toString());
        environment.put("MUSTER_JVM_DIRS", jvms.toString());
    }

    @Test
    void picksTheNewestJdkByItsReleaseFile() throws IOException {
        built();
        jdk("jdk-9", "9.0.4", true);
        jdk("eight", "1.8.0_442", true);
        jdk("older", "17.0.9", true);
        jdk("newest", "25.0.10", true);
        jdk("middle", "25.0.9", true);

        assertThat(launch("--help").out()).startsWith("java of newest\n");
    }

    @Test
    void prefersNoFolderOverAnother() throws IOException {
        built();
        jdk("found", "17.0.1", true);
        environment.put("JAVA_HOME", jdk(folder.resolve("home"), "21.0.1", true).toString());

        assertThat(launch().out()).startsWith("java of home\n");
    }

    @Test
    void takesOnlyTheJdkItIsTold() throws IOException {
        built();
        jdk("newest", "25.0.1", true);
        environment.put(
                "MUSTER_JAVA_HOME", jdk(folder.resolve("told"), "17.0.1", true).toString());

        assertThat(launch().out()).startsWith("java of told\n");
    }

    @Test
    void findsTheJavaOnThePathThroughLinks() throws IOException {
        built();
        Path home = jdk(folder.resolve("linked"), "21", true);
        Path alternatives = Files.createSymbolicLink(folder.resolve("alternatives-java"), home.resolve("bin/java"));
        Files.createSymbolicLink(tools.resolve("java"), alternatives);

        assertThat(launch().out()).startsWith("java of linked\n");
    }

    @Test
    void saysWhatToInstallWithoutAnyJava() throws IOException {
        built();
        jdk("too old", "11.0.2", true);

        Result result = launch("--help");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("no Java of version 17 or newer").contains("Install one:");
    }

    @Test
    void runsOnAJreWhenNothingNeedsBuilding() throws IOException {
        built();
        jdk("jre", "21.0.1", false);

        assertThat(launch().out()).startsWith("java of jre\n");
    }

    @Test
    void asksForAJdkWhenSomethingNeedsBuilding() throws IOException {
        jdk("jre", "21.0.1", false);
        maven();

        Result result = launch();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("building needs a JDK");
    }

    @Test
    void asksForMavenWhenSomethingNeedsBuilding() throws IOException {
        jdk("jdk", "21.0.1", true);

        Result result = launch();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("building needs Maven");
    }

    @Test
    void buildsOnceAndThenRunsWhatItBuilt() throws IOException {
        jdk("jdk", "21.0.1", true);
        maven();

        Result first = launch("scope", "my data");
        Result second = launch("scope", "my data");

        assertThat(first.err()).contains("building");
        assertThat(second.err()).doesNotContain("building");
        assertThat(second.code()).isZero();
        assertThat(second.out()).contains("[-jar]").contains("[scope]\n[my data]\n");
        assertThat(mavenCalls()).hasSize(1);
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws IOException {
        jdk("jdk", "21.0.1", true);
        maven();
        built();
        Files.setLastModifiedTime(
                root.resolve("rules/src/main/java/Some.java"), FileTime.from(Instant.parse("2099-01-01T00:00:00Z")));

        assertThat(launch().err()).contains("building");
    }

    @Test
    void benchIsAProgramOfItsOwnWithItsFolder() throws IOException {
        jdk("jdk", "21.0.1", true);
        maven();
        built();

        Result bench = launch("bench", "quick", "--compare");

        assertThat(bench.err()).contains("building");
        assertThat(mavenCalls()).singleElement().asString().contains("-pl benchmarks -am");
        assertThat(bench.out())
                .contains("muster-bench.jar]")
                .endsWith("[--home]\n[" + root.toRealPath().resolve("benchmarks") + "]\n[quick]\n[--compare]\n");
    }

    @Test
    void aNewerBenchmarkBuildsNothingForTheOtherCommands() throws IOException {
        jdk("jdk", "21.0.1", true);
        built();
        Path source = root.resolve("benchmarks/src/main/java/Some.java");
        source("benchmarks/src/main/java/Some.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2099-01-01T00:00:00Z")));

        assertThat(launch("scope").err()).doesNotContain("building");
    }

    @Test
    void givesMavenNoJdkNewerThanTheBuildKnows() throws IOException {
        jdk("future", "31.0.1", true);
        jdk("known", "21.0.1", true);
        maven();

        Result result = launch();

        assertThat(mavenCalls()).singleElement().asString().contains("/known ").contains("-Dmaven.test.skip=true");
        assertThat(result.out()).startsWith("java of future\n");
    }

    @Test
    void stopsWithoutRunningAnythingWhenTheBuildFails() throws IOException {
        jdk("jdk", "21.0.1", true);
        script(tools.resolve("mvn"), "exit 3");

        Result result = launch();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("the build failed");
    }

    @Test
    void verifyChecksFormattingOnlyInCi() throws IOException {
        jdk("jdk", "21.0.1", true);
        maven();

        launch("verify", "-Dtest=Some");
        environment.put("CI", "true");
        launch("verify");

        assertThat(mavenCalls())
                .satisfiesExactly(
                        local -> assertThat(local)
                                .endsWith(" -B verify -Dtest=Some")
                                .doesNotContain("spotless"),
                        ci -> assertThat(ci).contains(" -B verify ").contains("-Dspotless.goal=check"));
    }

    @Test
    void verifyPassesOnMavensExitCode() throws IOException {
        jdk("jdk", "21.0.1", true);
        script(tools.resolve("mvn"), "exit 7");

        assertThat(launch("verify").code()).isEqualTo(7);
    }

    @Test
    void passesOnArgumentsAndExitCodeFromAnyFolderThroughALink() throws IOException {
        built();
        jdk("jdk", "21.0.1", true);
        Path link = Files.createSymbolicLink(folder.resolve("link to muster"), root.resolve("muster"));
        environment.put("STUB_EXIT", "3");

        Result result = launch(link, "plan", "a b", "*", "");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).contains("[plan]\n[a b]\n[*]\n[]\n");
    }

    @Test
    void givesTheHeapAsked() throws IOException {
        built();
        jdk("jdk", "21.0.1", true);
        assertThat(launch().out()).contains("[-Xmx3g]");

        environment.put("MUSTER_HEAP", "5g");

        assertThat(launch().out()).contains("[-Xmx5g]").doesNotContain("[-Xmx3g]");
    }

    @Test
    void silencesLibrariesOnlyOnVersionsThatKnowTheOptions() throws IOException {
        built();
        jdk("old", "17.0.1", true);
        assertThat(launch().out()).doesNotContain("sun-misc-unsafe");

        jdk("new", "25.0.1", true);

        assertThat(launch().out()).contains("[--sun-misc-unsafe-memory-access=allow]");
    }

    private Path jdk(String name, String version, boolean compiler) throws IOException {
        return jdk(jvms.resolve(name), version, compiler);
    }

    private static Path jdk(Path home, String version, boolean compiler) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(
                home.resolve("release"), "IMPLEMENTOR=\"Stub\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Any\"\n");
        script(
                home.resolve("bin/java"),
                "echo 'java of " + home.getFileName() + "'",
                "for a in \"$@\"; do printf '[%s]\\n' \"$a\"; done",
                "exit ${STUB_EXIT:-0}");
        if (compiler) {
            script(home.resolve("bin/javac"), "exit 1");
        }
        return home;
    }

    /** A Maven that writes down how it was called and leaves a program behind. */
    private void maven() throws IOException {
        script(
                tools.resolve("mvn"),
                "echo \"$JAVA_HOME $*\" >>'" + folder.resolve("calls") + "'",
                "mkdir -p api/target/lib benchmarks/target/lib",
                "echo jar >api/target/muster.jar",
                "echo jar >benchmarks/target/muster-bench.jar");
    }

    private List<String> mavenCalls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    /** Lays out what a build leaves behind. */
    private void built() throws IOException {
        Path run = Files.createDirectories(root.resolve("target/run/stub"));
        Files.writeString(run.resolve("muster.jar"), "jar");
        Files.writeString(root.resolve("target/run/current"), "stub\n");
    }

    private void source(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        for (Path parent = file.getParent(); !parent.equals(root); parent = parent.getParent()) {
            Files.setLastModifiedTime(parent, FileTime.from(LONG_AGO));
        }
    }

    private static void script(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        executable(file);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path systemTool(String name) {
        return List.of(Path.of("/bin", name), Path.of("/usr/bin", name)).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this machine has no " + name));
    }

    private Result launch(String... arguments) {
        return launch(root.resolve("muster"), arguments);
    }

    private Result launch(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        try {
            Path out = folder.resolve("out.txt");
            Path err = folder.resolve("err.txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            int code = process.waitFor();
            return new Result(
                    code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Result(int code, String out, String err) {}
}
