package io.muster.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.data.model.DataSet;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleVariant;
import io.muster.solver.SearchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BenchHomeTest {
    private static final BenchHome SHIPPED = new BenchHome(Path.of("").toAbsolutePath());
    private static final DataSet DATA = SampleGenerator.generate("nmfl-phase-2", 200, 1);

    @TempDir
    Path folder;

    @Nested
    class Shipped {
        @Test
        void suitesIncludeThoseTheManualNames() {
            assertThat(SHIPPED.suites())
                    .contains(
                            "quick",
                            "sizes",
                            "programmes",
                            "full-size",
                            "over-constrained",
                            "peers",
                            "profiles",
                            "robustness",
                            "settings");
        }

        @ParameterizedTest
        @MethodSource("io.muster.benchmarks.suite.BenchHomeTest#suites")
        void everySuiteLoadsWithItsSettingsAndProfiles(String name) {
            Suite suite = SHIPPED.suite(name);

            assertThat(suite.cases()).isNotEmpty();
            assertThat(Objects.requireNonNull(suite.settings()))
                    .allSatisfy(settings ->
                            assertThat(SHIPPED.settings(settings).toSettings()).isNotNull());
            assertThat(Objects.requireNonNull(suite.profiles()))
                    .allSatisfy(profile -> assertThat(
                                    SHIPPED.profile(profile).applyTo(DATA).staff())
                            .hasSize(200));
        }

        @Test
        void everySettingsAndProfileIsUsable() {
            assertThat(SHIPPED.settings())
                    .allSatisfy(name -> SHIPPED.settings(name).toSettings());
            assertThat(SHIPPED.profiles())
                    .allSatisfy(name -> SHIPPED.profile(name).applyTo(DATA));
        }

        @Test
        void defaultsChangeNothing() {
            assertThat(SHIPPED.settings("default").toSettings()).isEqualTo(SearchSettings.DEFAULT);
            assertThat(SHIPPED.profile("default").applyTo(DATA).programme()).isEqualTo(DATA.programme());
        }

        @Test
        void fullSizeIsWhatTheFiguresToReachAreMeasuredBy() {
            Suite suite = SHIPPED.suite("full-size");

            assertThat(suite.cases()).extracting(BenchCase::people).containsExactly(23_000);
            assertThat(suite.seeds()).hasSize(5);
            assertThat(suite.limits()).extracting(Limit::seconds).containsExactly(60, 200, 600);
            assertThat(suite.heap()).isEqualTo("2g");
        }
    }

    static List<String> suites() {
        return SHIPPED.suites();
    }

    @Nested
    class Errors {
        @Test
        void anUnknownSuiteNamesThoseThereAre() {
            assertThatThrownBy(() -> SHIPPED.suite("quik"))
                    .isInstanceOf(BenchInputException.class)
                    .hasMessageContaining("no suite 'quik'")
                    .hasMessageContaining("full-size")
                    .hasMessageContaining("quick");
        }

        @Test
        void anUnknownKeyIsNamedWithItsFileAndPlace() throws IOException {
            write("suites/mine.json", """
                    {"description": "x", "cases": [{"id": "a", "programme": "metcc", "poeple": 300}],
                     "seeds": [1], "limits": [{"steps": 10}]}""");

            assertThatThrownBy(() -> home().suite("mine"))
                    .isInstanceOf(BenchInputException.class)
                    .hasMessageContaining("mine.json")
                    .hasMessageContaining("'cases[0].poeple'");
        }

        @Test
        void aMissingKeyIsNamed() throws IOException {
            write("suites/mine.json", "{\"description\": \"x\", \"seeds\": [1], \"limits\": [{\"steps\": 10}]}");

            assertThatThrownBy(() -> home().suite("mine"))
                    .isInstanceOf(BenchInputException.class)
                    .hasMessageContaining("mine.json")
                    .hasMessageContaining("cases");
        }

        @Test
        void anUnknownProgrammeNamesThoseThereAre() throws IOException {
            write("suites/mine.json", """
                    {"description": "x", "cases": [{"id": "a", "programme": "nmfl"}],
                     "seeds": [1], "limits": [{"steps": 10}]}""");

            assertThatThrownBy(() -> home().suite("mine"))
                    .isInstanceOf(BenchInputException.class)
                    .hasMessageContaining("'cases[0]'")
                    .hasMessageContaining("no programme 'nmfl'")
                    .hasMessageContaining("nmfl-phase-2");
        }

        @Test
        void aLimitOfBothKindsIsRefused() throws IOException {
            write("suites/mine.json", """
                    {"description": "x", "cases": [{"id": "a", "programme": "metcc"}],
                     "seeds": [1], "limits": [{"steps": 10, "seconds": 5}]}""");

            assertThatThrownBy(() -> home().suite("mine"))
                    .isInstanceOf(BenchInputException.class)
                    .hasMessageContaining("limits[0]")
                    .hasMessageContaining("either 'seconds' or 'steps'");
        }

        @Test
        void textThatIsNotJsonNamesTheLine() throws IOException {
            write("suites/mine.json", "{\n  \"description\" \"x\"\n}");

            assertThatThrownBy(() -> home().suite("mine"))
                    .isInstanceOf(BenchInputException.class)
                    .hasMessageContaining("mine.json: line 2");
        }

        @Test
        void anUnknownSettingIsNamedWithThoseThereAre() throws IOException {
            write("settings/mine.json", "{\"description\": \"x\", \"settings\": {\"startPence\": 3}}");

            assertThatThrownBy(() -> home().settings("mine"))
                    .isInstanceOf(BenchInputException.class)
                    .hasMessageContaining("mine.json")
                    .hasMessageContaining("'settings.startPence'")
                    .hasMessageContaining("startingPence");
        }

        @Test
        void aSettingOfTheWrongKindIsNamed() throws IOException {
            write("settings/mine.json", "{\"description\": \"x\", \"settings\": {\"startingPence\": \"much\"}}");

            assertThatThrownBy(() -> home().settings("mine"))
                    .isInstanceOf(BenchInputException.class)
                    .hasMessageContaining("settings.startingPence");
        }

        @Test
        void aProfileThatCannotBeUsedIsNamedWithItsFile() throws IOException {
            write("profiles/mine.json", "{\"description\": \"x\", \"price\": {}}");

            assertThatThrownBy(() -> home().profile("mine"))
                    .isInstanceOf(BenchInputException.class)
                    .hasMessageContaining("mine.json")
                    .hasMessageContaining("'price'");
        }

        @Test
        void anUnknownProfileNamesThoseThereAre() throws IOException {
            write("profiles/mine.json", "{\"description\": \"x\"}");

            assertThatThrownBy(() -> home().profile("frugal"))
                    .isInstanceOf(BenchInputException.class)
                    .hasMessageContaining("mine")
                    .hasMessageContaining("short-travel");
        }
    }

    @Test
    void aProfileOfTheFolderIsThereBesideTheShippedOnes() throws IOException {
        write("profiles/mine.json", "{\"description\": \"x\", \"prices\": {\"travelMinute\": 77}}");

        assertThat(home().profiles()).contains("mine", "default", "short-travel");
        assertThat(home().profile("mine").applyTo(DATA).programme().prices().travelMinute())
                .isEqualTo(77);
    }

    @Test
    void settingsChangeWhatTheyName() throws IOException {
        write("settings/mine.json", "{\"description\": \"x\", \"settings\": {\"moveShares\": {\"insert\": 20}}}");

        SearchSettings settings = home().settings("mine").toSettings();

        assertThat(settings.moveShares()).isEqualTo(Map.of("insert", 20));
        assertThat(settings.startingPence()).isEqualTo(SearchSettings.DEFAULT.startingPence());
    }

    @Test
    void aCaseNamesTheVariantsOfItsData() {
        BenchCase benchCase =
                new BenchCase("x", "metcc", null, null, null, null, List.of("half-rooms", "tight-ceilings"));

        assertThat(benchCase.shortOf()).containsExactly(SampleVariant.TIGHT_CEILINGS, SampleVariant.HALF_ROOMS);
        assertThatThrownBy(() -> new BenchCase("x", "metcc", null, null, null, null, List.of("no-tea")))
                .hasMessageContaining("no-tea")
                .hasMessageContaining("missing-trainers");
    }

    private BenchHome home() {
        return new BenchHome(folder);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
