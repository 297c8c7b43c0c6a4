package io.muster.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.solver.DefaultPlanSolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code muster simulate} as a whole, on 120 people and a few weeks. */
class SimulateTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static String data;
    private static CliRun first;

    @BeforeAll
    static void simulate() {
        data = shared.resolve("data").toString();
        assertThat(CliRun.of("generate", "--people", "120", "--seed", "3", "--out", data)
                        .code())
                .isZero();
        first = simulate("first");
    }

    private static CliRun simulate(String out) {
        return CliRun.with(
                new DefaultPlanSolver(),
                "simulate",
                data,
                "--steps",
                "0",
                "--runs",
                "2",
                "--weeks",
                "3",
                "--out",
                shared.resolve(out).toString());
    }

    private static JsonNode json(Path out) throws IOException {
        return JSON.readTree(out.resolve("simulation.json").toFile());
    }

    @Test
    void printsThePoliciesSideBySide() {
        assertThat(first.err()).doesNotContain("muster:");
        assertThat(first.code()).isZero();
        assertThat(first.out())
                .contains("2 seasons of 3 weeks for each plan")
                .containsPattern("\\n +flat +front-loaded\\n")
                .contains("Finish: 95% attended")
                .contains("Every weekly plan passed the audit.");
    }

    @Test
    void writesARowForEachPolicySeasonAndWeek() throws IOException {
        List<String> weeks = Files.readAllLines(shared.resolve("first").resolve("weeks.csv"));

        // Two policies, two seasons, three weeks, and the header.
        assertThat(weeks).hasSize(13);
        assertThat(weeks.get(1)).startsWith("flat,1,1,2025-04-07,");
        assertThat(weeks.get(12)).startsWith("front-loaded,2,3,2025-04-21,");
        assertThat(Files.readAllLines(shared.resolve("first").resolve("finish.csv")))
                .contains("flat,,2,0,,");
        assertThat(json(shared.resolve("first")).path("policies")).hasSize(2).allSatisfy(policy -> {
            assertThat(policy.path("seasons")).hasSize(2);
            assertThat(policy.path("finish").path("p80").isNull()).isTrue();
        });
    }

    @Test
    void theSameCommandWritesTheSameFilesButForSeconds() throws IOException {
        assertThat(simulate("again").code()).isZero();

        for (String file : List.of("weeks.csv", "weeks_by_bcu.csv", "finish.csv")) {
            assertThat(shared.resolve("again").resolve(file))
                    .hasSameBinaryContentAs(shared.resolve("first").resolve(file));
        }
        assertThat(withoutSeconds(json(shared.resolve("again"))))
                .isEqualTo(withoutSeconds(json(shared.resolve("first"))));
    }

    private static JsonNode withoutSeconds(JsonNode json) {
        json.path("policies").forEach(policy -> ((ObjectNode) policy).remove("replanSeconds"));
        return json;
    }

    @Test
    void startsFromAPublishedPlanAndItsRuleSet() throws IOException {
        String plan = folder.resolve("plan").toString();
        assertThat(CliRun.of("plan", data, "--out", plan, "--rules", "role-matrix")
                        .code())
                .isZero();

        CliRun run = CliRun.of(
                "simulate",
                data,
                "--plan",
                plan,
                "--weeks",
                "1",
                "--out",
                folder.resolve("out").toString());

        assertThat(run.code()).isZero();
        assertThat(json(folder.resolve("out")).path("ruleSetId").asText()).isEqualTo("role-matrix");
        assertThat(json(folder.resolve("out"))
                        .path("policies")
                        .path(0)
                        .path("policy")
                        .asText())
                .isEqualTo("published");
    }

    @Test
    void ratesOfAFileReplaceTheDefaults() throws IOException {
        Path rates = Files.writeString(
                folder.resolve("rates.json"), "{\"noShowPct\": {\"max\": 9}, \"sickness\": {\"days\": {\"max\": 3}}}");

        CliRun run = CliRun.of(
                "simulate",
                data,
                "--policy",
                "no-slack",
                "--rates",
                rates.toString(),
                "--weeks",
                "1",
                "--out",
                folder.resolve("out").toString());

        assertThat(run.code()).isZero();
        JsonNode used = json(folder.resolve("out")).path("rates");
        assertThat(used.path("noShowPct").path("min").asDouble()).isEqualTo(4);
        assertThat(used.path("noShowPct").path("max").asDouble()).isEqualTo(9);
        assertThat(used.path("sickness").path("days").path("max").asDouble()).isEqualTo(3);
        assertThat(used.path("withdrawalPct").path("max").asDouble()).isEqualTo(8);
    }

    @Test
    void ratesThatCannotBeUsedAreBadInput() throws IOException {
        assertThat(complaint("{\"noShows\": 5}")).contains("there is no key 'noShows'");
        assertThat(complaint("{\"court\": {\"count\": {\"min\": 9, \"max\": 1}}}"))
                .contains("9.0 to 1.0");
        assertThat(complaint("[]")).contains("not one object");
        assertThat(complaint("{")).contains("the rates ");
    }

    private String complaint(String text) throws IOException {
        Path rates = Files.writeString(folder.resolve("rates.json"), text);
        CliRun run = CliRun.of(
                "simulate",
                data,
                "--rates",
                rates.toString(),
                "--out",
                folder.resolve("x").toString());
        assertThat(run.code()).isEqualTo(2);
        return run.err();
    }

    @Test
    void nothingElseIsOverwritten() throws IOException {
        Files.writeString(folder.resolve("diary.txt"), "mine");

        CliRun run = CliRun.of("simulate", data, "--out", folder.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("diary.txt");
        Set<String> left;
        try (var files = Files.list(folder)) {
            left = files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(left).containsExactly("diary.txt");
    }
}
