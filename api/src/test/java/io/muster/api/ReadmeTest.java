package io.muster.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.solver.catalogue.TrainingConstraint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW =
            Pattern.compile("^\\| (\\w+) \\| (.+?) \\| (.+?) \\| (.+?) \\| (.+?) \\| (.+?) \\|$");
    private static final Pattern CLASS = Pattern.compile("`(\\w+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");

    private static List<Matcher> ruleRows() throws IOException {
        Set<String> ids = Stream.of(TrainingConstraint.values())
                .map(TrainingConstraint::id)
                .collect(Collectors.toSet());
        return Files.readAllLines(ROOT.resolve("README.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .filter(row -> ids.contains(row.group(1)))
                .toList();
    }

    @Test
    void listsEveryRuleOfTheCatalogueInOrder() throws IOException {
        assertThat(ruleRows())
                .extracting(row -> row.group(1))
                .containsExactly(Stream.of(TrainingConstraint.values())
                        .map(TrainingConstraint::id)
                        .toArray(String[]::new));
    }

    @Test
    void saysOfEachRuleWhatTheCatalogueSays() throws IOException {
        Map<String, TrainingConstraint> catalogue = Stream.of(TrainingConstraint.values())
                .collect(Collectors.toMap(TrainingConstraint::id, Function.identity()));

        assertThat(ruleRows()).allSatisfy(row -> {
            TrainingConstraint constraint = catalogue.get(row.group(1));
            assertThat(row.group(2)).isEqualTo(constraint.sentence());
            assertThat(row.group(3)).isEqualTo(constraint.unit());
        });
    }

    @Test
    void namesClassesThatAreThere() throws IOException {
        assertThat(ruleRows()).allSatisfy(row -> {
            Matcher classes = CLASS.matcher(row.group(4));
            assertThat(classes.results().map(result -> result.group(1)))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(sourceFiles()).contains(name + ".java"));
        });
    }

    @Test
    void namesStreamsAndKeepersThatAreThere() throws IOException {
        String streams = Files.readString(
                ROOT.resolve("solver/src/main/java/io/muster/solver/constraint/TrainingConstraintProvider.java"));

        assertThat(ruleRows()).allSatisfy(row -> {
            Matcher stream = CLASS.matcher(row.group(5));
            if (stream.find()) {
                assertThat(streams).contains("Constraint " + stream.group(1) + "(ConstraintFactory");
            }
            Matcher keeper = CLASS.matcher(row.group(6));
            if (keeper.find()) {
                assertThat(sourceFiles()).contains(keeper.group(1) + ".java");
            }
        });
        assertThat(ruleRows()).filteredOn(row -> row.group(5).startsWith("`")).hasSize(28);
    }

    @Test
    void linksToFilesThatAreThere() throws IOException {
        for (String document : List.of("README.md", "ARCHITECTURE.md")) {
            assertThat(LINK.matcher(Files.readString(ROOT.resolve(document))).results())
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(ROOT.resolve(link.group(1))).exists());
        }
    }

    private static Set<String> sourceFiles() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("solver/src/main/java"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
