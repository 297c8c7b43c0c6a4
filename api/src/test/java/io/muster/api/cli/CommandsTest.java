package io.muster.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.data.issue.IssueCode;
import io.muster.solver.DefaultPlanSolver;
import io.muster.solver.PlanSolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static String data;

    @BeforeAll
    static void generate() {
        Path path = shared.resolve("data");
        assertThat(CliRun.of("generate", "--people", "400", "--seed", "3", "--out", path.toString())
                        .code())
                .isZero();
        data = path.toString();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    /** A copy of the data set in which a text of a file was replaced. */
    private String broken(String file, String from, String to) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("broken"));
        for (Path source : listFiles(Path.of(data))) {
            Path target = copy.resolve(source.getFileName().toString());
            if (!Files.exists(target)) {
                Files.copy(source, target);
            }
        }
        Path changed = copy.resolve(file);
        String text = Files.readString(changed);
        assertThat(text).contains(from);
        Files.writeString(changed, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
        return copy.toString();
    }

    private static List<Path> listFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class Generate {

        @Test
        void writesTheSameBytesForTheSameSeed() throws IOException {
            CliRun again = CliRun.of("generate", "--people", "400", "--seed", "3", "--out", path("again"));

            assertThat(again.code()).isZero();
            assertThat(again.out()).contains("staff").contains("400");
            for (Path file : listFiles(Path.of(data))) {
                assertThat(folder.resolve("again").resolve(file.getFileName().toString()))
                        .hasSameBinaryContentAs(file);
            }
        }

        @Test
        void makesItShortOfWhatIsAsked() throws IOException {
            CliRun run = CliRun.of(
                    "generate",
                    "--people",
                    "400",
                    "--seed",
                    "3",
                    "--variant",
                    "half-rooms,missing-trainers",
                    "--out",
                    path("short"));

            assertThat(run.code()).isZero();
            assertThat(Files.readAllLines(folder.resolve("short").resolve("rooms.csv")))
                    .hasSizeLessThan(
                            Files.readAllLines(Path.of(data, "rooms.csv")).size());
            assertThat(folder.resolve("short").resolve("trainer_absences.csv"))
                    .content()
                    .contains("SECONDED");
            assertThat(folder.resolve("short").resolve("staff.csv")).hasSameBinaryContentAs(Path.of(data, "staff.csv"));
        }

        @Test
        void namesTheVariantsItKnows() {
            CliRun run = CliRun.of("generate", "--variant", "no-coffee", "--out", path("short"));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("no-coffee").contains("tight-ceilings, half-rooms, missing-trainers");
        }

        @Test
        void takesTheFormatFromTheEnding() {
            CliRun.of("generate", "ilm-cohort", "--out", path("some.zip"));
            CliRun.of("generate", "ilm-cohort", "--out", path("some.xlsx"));

            assertThat(CliRun.of("validate", path("some.zip")).code()).isZero();
            assertThat(CliRun.of("validate", path("some.xlsx")).code()).isZero();
        }

        @Test
        void overwritesNoOtherFiles() throws IOException {
            Files.writeString(folder.resolve("thesis.txt"), "years of work");

            CliRun run = CliRun.of("generate", "--people", "100", "--out", folder.toString());

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("thesis.txt");
            assertThat(listFiles(folder)).hasSize(1);
        }

        @Test
        void namesAPathThatCannotBeMade() throws IOException {
            Files.writeString(folder.resolve("file"), "in the way");

            CliRun run = CliRun.of("generate", "--people", "100", "--out", path("file/data"));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("is not a folder");
        }
    }

    @Nested
    class Validate {

        @Test
        void saysThatAGoodDataSetCanBePlanned() {
            CliRun run = CliRun.of("validate", data);

            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("can be planned");
        }

        @Test
        void reportsAllIssuesOfAllFilesAtOnce() throws IOException {
            broken("staff.csv", ",ACTIVE,", ",,");
            broken("rooms.csv", "room,", "rum,");
            String path = broken("teams.csv", ",ERPT,", ",ERPT,surplus,");

            CliRun run = CliRun.of("validate", path);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out())
                    .contains("staff.csv:", "rooms.csv", "teams.csv:")
                    .containsPattern("\\d+ errors");
        }

        @Test
        void reportsAMissingPath() {
            CliRun run = CliRun.of("validate", path("nothing"));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).contains("[MISSING_PATH]");
        }

        @Test
        void printsJsonThatProgramsCanRead() throws IOException {
            String path = broken("staff.csv", ",ACTIVE,", ",,");

            CliRun run = CliRun.of("validate", path, "--json");

            assertThat(run.code()).isEqualTo(2);
            JsonNode json = JSON.readTree(run.out());
            assertThat(json.get("usable").asBoolean()).isFalse();
            assertThat(json.get("errors").asInt()).isPositive();
            assertThat(json.get("issues"))
                    .isNotEmpty()
                    .allSatisfy(issue -> assertThat(issue.get("file").asText()).isNotEmpty());
        }

        @Test
        void writesEveryIssueToAFile() throws IOException {
            String path = broken("staff.csv", ",ACTIVE,", ",,");

            CliRun run = CliRun.of("validate", path, "--issues", path("issues.json"));

            assertThat(run.code()).isEqualTo(2);
            assertThat(JSON.readTree(folder.resolve("issues.json").toFile()).get("issues"))
                    .isNotEmpty();
        }

        @Test
        void explainsACode() {
            CliRun run = CliRun.of("validate", "--explain", "missing_file");

            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("MISSING_FILE", IssueCode.MISSING_FILE.remedy());
        }

        @Test
        void explainsEveryCode() {
            assertThat(CliRun.of("validate", "--explain", "all").out())
                    .contains(Stream.of(IssueCode.values()).map(Enum::name).toList());
        }
    }

    @Nested
    class Scope {

        @Test
        void countsDecisionsByModuleAndRule() {
            CliRun run = CliRun.of("scope", data);

            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("requirements").contains("rule that decided");
        }

        @Test
        void explainsEveryModuleOfAStaffMember() throws IOException {
            String staff = Files.readAllLines(Path.of(data, "staff.csv")).get(1).split(",")[0];

            CliRun run = CliRun.of("scope", data, "--why", staff);

            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("Why " + staff);
            assertThat(run.out().lines().filter(line -> line.startsWith("  decided by")))
                    .hasSize(6);
        }

        @Test
        void refusesAStaffMemberWhoIsNotThere() {
            CliRun run = CliRun.of("scope", data, "--why", "nobody");

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("no staff member 'nobody'");
        }

        @Test
        void comparesTwoRuleSets() {
            CliRun run = CliRun.of("scope", data, "--compare", "role-matrix");

            assertThat(run.code()).isZero();
            assertThat(run.out())
                    .contains("From rule set everyone to role-matrix", "by BCU", "by module", "estimate by module");
        }

        @Test
        void writesDecisions() throws IOException {
            CliRun run = CliRun.of("scope", data, "--out", path("scope.csv"));

            assertThat(run.code()).isZero();
            assertThat(Files.readAllLines(folder.resolve("scope.csv")))
                    .hasSize(1 + 400 * 6)
                    .first()
                    .isEqualTo("staff,module,decision,rule,reason,priority,earliest,latest");
        }

        @Test
        void checksARuleSetOnItsOwn() {
            assertThat(CliRun.of("scope", "--check", "--rules", "role-matrix").code())
                    .isZero();
        }

        @Test
        void refusesARuleSetThatIsBroken() throws IOException {
            Files.writeString(folder.resolve("ruleset.json"), "{}");

            CliRun run = CliRun.of("scope", "--check", "--rules", folder.toString());

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).contains("ERROR", "The rule set cannot be used.");
        }
    }

    @Nested
    class Check {

        @Test
        void saysWhatCannotBeCoveredAndShowsSupply() {
            CliRun check = CliRun.of("check", data);

            assertThat(check.code()).isZero();
            assertThat(check.out())
                    .contains("Check of nmfl-phase-2 by rule set everyone")
                    .contains("every plan has a coverage shortfall of at least")
                    .contains("Team ceilings: ", "needs", "more days")
                    .contains("Supply by module", "By month", "2025-04");
        }

        @Test
        void isShortOnlyWhenStrict() {
            assertThat(CliRun.of("check", data, "--strict").code()).isEqualTo(ExitCode.SHORT);
        }

        @Test
        void printsEveryFindingWhenAsked() throws IOException {
            String nearby = broken("programme.json", "\"maxTravelMinutes\": 90", "\"maxTravelMinutes\": 10");
            String some = CliRun.of("check", nearby).out();
            String all = CliRun.of("check", nearby, "--all").out();

            assertThat(some).contains("No plan can book", "reach no venue", "more; --all prints them");
            assertThat(all).doesNotContain("--all prints them");
            assertThat(all.lines().count()).isGreaterThan(some.lines().count());
        }

        @Test
        void reportsBadInput() throws IOException {
            assertThat(CliRun.of("check", broken("teams.csv", "team,bcu", "team,bcx"))
                            .code())
                    .isEqualTo(ExitCode.BAD_INPUT);
        }
    }

    @Nested
    class Plan {

        @Test
        void writesAnAuditedPlanThatTheAuditCommandConfirms() {
            CliRun plan = CliRun.of("plan", data, "--out", path("plan"), "--seed", "5");
            CliRun audit = CliRun.of("audit", data, path("plan"));

            assertThat(plan.code()).isZero();
            assertThat(plan.out())
                    .contains("coverage", "Cost", "occupancy", "Completion by BCU", "Completion by module")
                    .contains("Audit: 0 violations", "Time: load", "Peak heap", path("plan"));
            assertThat(audit.code()).isZero();
            assertThat(audit.out()).contains("Verdict: the plan is valid");
        }

        @Test
        void writesTheSameBytesAgainApartFromTheTimeTaken() throws IOException {
            CliRun.of("plan", data, "--out", path("one"), "--steps", "5");
            CliRun.of("plan", data, "--out", path("two"), "--steps", "5");

            for (String file : List.of("scope.csv", "sessions.csv", "bookings.csv", "unbooked.csv")) {
                assertThat(folder.resolve("two").resolve(file))
                        .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
            }
            assertThat(withoutTime("two")).isEqualTo(withoutTime("one"));
        }

        private JsonNode withoutTime(String plan) throws IOException {
            JsonNode json =
                    JSON.readTree(folder.resolve(plan).resolve("summary.json").toFile());
            assertThat(json.has("wallSeconds")).isTrue();
            ((com.fasterxml.jackson.databind.node.ObjectNode) json).remove("wallSeconds");
            return json;
        }

        @Test
        void isShortOnlyWhenStrict() {
            assertThat(CliRun.of("plan", data, "--out", path("plan"), "--strict")
                            .code())
                    .isEqualTo(3);
            assertThat(CliRun.of("plan", data, "--out", path("plan")).code()).isZero();
        }

        @Test
        void plansNothingFromABrokenDataSet() throws IOException {
            String path = broken("staff.csv", ",ACTIVE,", ",,");

            CliRun run = CliRun.of("plan", path, "--out", path("plan"));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("staff.csv:");
            assertThat(folder.resolve("plan")).doesNotExist();
        }

        @Test
        void overwritesNoDataSet() {
            CliRun run = CliRun.of("plan", data, "--out", data);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("holds other files");
        }

        @Test
        void neverWritesAPlanThatBreaksARule() {
            CliRun run = CliRun.with(new BooksAgainstTheRules(), "plan", data, "--out", path("plan"));

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("H16").contains("a bug, error ");
            assertThat(folder.resolve("plan")).doesNotExist();
        }

        @Test
        void hidesTheStackTraceOfABugUnlessAskedForIt() throws IOException {
            PlanSolver fails = new FallsOver();

            CliRun quiet = CliRun.with(fails, "plan", data, "--out", path("plan"));
            CliRun verbose = CliRun.with(fails, "plan", data, "--out", path("plan"), "--verbose");

            assertThat(quiet.code()).isEqualTo(1);
            assertThat(quiet.err()).contains("the solver fell over").doesNotContain("\tat ");
            String file = quiet.err().replaceAll("(?s).*The stack trace is in (.*\\.txt);.*", "$1");
            assertThat(Files.readString(Path.of(file))).contains("\tat ");
            Files.delete(Path.of(file));
            assertThat(verbose.code()).isEqualTo(1);
            assertThat(verbose.err()).contains("\tat ");
        }
    }

    @Nested
    class Replan {

        private static final String HEADER = "disruption,kind,subject,from,to,value,note\n";

        private String disruptions(String rows) throws IOException {
            return Files.writeString(folder.resolve("disruptions.csv"), HEADER + rows)
                    .toString();
        }

        @Test
        void repairsAPlanInThreeWays() throws IOException {
            CliRun.with(new DefaultPlanSolver(), "plan", data, "--out", path("plan"), "--steps", "0");
            String venue =
                    Files.readAllLines(Path.of(data, "venues.csv")).get(1).split(",")[0];

            CliRun run = CliRun.of(
                    "replan",
                    data,
                    "--baseline",
                    path("plan"),
                    "--disruptions",
                    disruptions("D1,VENUE_CLOSED," + venue + ",2025-06-16,2025-06-20,,\n"),
                    "--as-of",
                    "2025-05-06",
                    "--out",
                    path("repaired"),
                    "--policy",
                    "all",
                    "--steps",
                    "1000");

            assertThat(run.err()).doesNotContain("muster:");
            assertThat(run.code()).isZero();
            assertThat(run.out())
                    .contains("least-disturbance", "lowest-cost", "fastest-completion", "Side by side")
                    .contains("Audit: 0 violations of H01 to H18.");
            assertThat(folder.resolve("repaired").resolve("least-disturbance").resolve("changes.csv"))
                    .exists();
        }

        @Test
        void reportsEverythingThatDoesNotFitTheDataSet() throws IOException {
            CliRun.of("plan", data, "--out", path("plan"));
            Files.writeString(
                    folder.resolve("plan").resolve("bookings.csv"),
                    "staff,module,session,date,slots,status\nNOBODY,DIG,,2025-06-04,AM,PLANNED\n");

            CliRun run = CliRun.of(
                    "replan",
                    data,
                    "--baseline",
                    path("plan"),
                    "--disruptions",
                    disruptions("D1,ROOM_CLOSED,NOWHERE,2025-06-16,,,\n"),
                    "--out",
                    path("repaired"));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("NOBODY", "NOWHERE");
            assertThat(folder.resolve("repaired")).doesNotExist();
        }
    }

    @Nested
    class Audit {

        @Test
        void failsAPlanThatSaysSomethingElseThanTheAudit() throws IOException {
            CliRun.of("plan", data, "--out", path("plan"));
            Path summary = folder.resolve("plan").resolve("summary.json");
            Files.writeString(
                    summary, Files.readString(summary).replaceFirst("\"sessionsRun\"\\s*:\\s*0", "\"sessionsRun\": 9"));

            CliRun run = CliRun.of("audit", data, path("plan"));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).contains("DIFFERENCE summary.json says sessionsRun is 9, the audit finds 0");
        }

        @Test
        void failsAPlanThatBreaksARule() throws IOException {
            CliRun.of("plan", data, "--out", path("plan"));
            String staff = Files.readAllLines(Path.of(data, "staff.csv")).get(1).split(",")[0];
            Files.writeString(
                    folder.resolve("plan").resolve("bookings.csv"),
                    "staff,module,session,date,slots,status\n" + staff + ",DIG,,2025-03-04,AM,PLANNED\n");

            CliRun run = CliRun.of("audit", data, path("plan"));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).contains("VIOLATION H16", "NOT valid");
        }

        @Test
        void findsAnewWhatDisruptionsBroke() throws IOException {
            CliRun.of("plan", data, "--out", path("plan"));
            CliRun.of("plan", data, "--out", path("published"));
            StringBuilder published = new StringBuilder("staff,module,session,date,slots,status\n");
            List<String> staff = Files.readAllLines(Path.of(data, "staff.csv"));
            for (int row = 1; row < staff.size(); row += 10) {
                published.append(staff.get(row).split(",")[0]).append(",DIG,,2025-05-20,PM,PUBLISHED\n");
            }
            Files.writeString(folder.resolve("published").resolve("bookings.csv"), published);
            Files.writeString(
                    folder.resolve("today.csv"),
                    "disruption,kind,subject,from,to,value,note\nX1,DEMAND,ALL,2025-05-20,2025-05-20,0,\n");

            // The new plan books nobody: a frozen booking that nothing broke is missed, one that is broken is not.
            CliRun kept =
                    CliRun.of("audit", data, path("plan"), "--baseline", path("published"), "--as-of", "2025-05-12");
            CliRun disrupted = CliRun.of(
                    "audit",
                    data,
                    path("plan"),
                    "--baseline",
                    path("published"),
                    "--as-of",
                    "2025-05-12",
                    "--disruptions",
                    path("today.csv"));

            assertThat(kept.out()).contains("VIOLATION H18").contains("read baseline");
            assertThat(disrupted.code()).isEqualTo(2);
            assertThat(disrupted.out()).contains("VIOLATION FORMAT").doesNotContain("VIOLATION H18");
        }

        @Test
        void reportsEveryProblemOfTheDisruptions() throws IOException {
            CliRun.of("plan", data, "--out", path("plan"));
            Files.writeString(
                    folder.resolve("today.csv"),
                    "disruption,kind,subject,from,to,value,note\nX1,SESSION_CANCELLED,NONE,,,,\nX2,ROOM_CLOSED,NONE,,,,\n");

            CliRun run = CliRun.of(
                    "audit", data, path("plan"), "--baseline", path("plan"), "--disruptions", path("today.csv"));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("csv:2:subject [UNKNOWN_SESSION]", "csv:3:subject [UNKNOWN_REFERENCE]");
        }

        @Test
        void reportsAPlanItCannotRead() {
            CliRun run = CliRun.of("audit", data, path("no-plan"));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("[MISSING_PATH]");
        }
    }

    @Nested
    class Demo {

        @Test
        void goesTheWholeWay() {
            CliRun run = CliRun.of("demo", "--people", "300", "--out", path("demo"));

            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("staff").contains("Audit: 0 violations");
            assertThat(folder.resolve("demo/plan/summary.json")).exists();
        }

        @Test
        void mayBeRunAgain() {
            CliRun.of("demo", "--people", "300", "--out", path("demo"));

            assertThat(CliRun.of("demo", "--people", "300", "--out", path("demo"))
                            .code())
                    .isZero();
        }
    }
}
