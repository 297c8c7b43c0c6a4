package io.muster.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.solver.DefaultPlanSolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about a plan that repairs a published one: a session ten days away, inside the frozen period, was cancelled. */
class ReplannedQuestionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FROZEN_DAYS = 15;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static String data;
    private static String published;
    private static String repaired;
    private static String disruptions;
    private static LocalDate asOf;
    /** Rows of bookings.csv of both plans by staff and module. */
    private static Map<String, List<String>> before;

    private static Map<String, List<String>> after;
    private static String cancelled;

    @BeforeAll
    static void cancelASession() throws IOException {
        data = shared.resolve("data").toString();
        published = shared.resolve("published").toString();
        repaired = shared.resolve("repaired").toString();
        disruptions = shared.resolve("disruptions.csv").toString();
        CliRun.of("generate", "--people", "150", "--seed", "5", "--out", data);
        assertThat(CliRun.with(new DefaultPlanSolver(), "plan", data, "--out", published, "--steps", "0")
                        .code())
                .isZero();
        before = bookings(published);
        List<String> some = before.values().stream()
                .filter(row -> !row.get(2).isEmpty() && row.get(3).compareTo("2025-06-01") > 0)
                .findFirst()
                .orElseThrow();
        cancelled = some.get(2);
        asOf = LocalDate.parse(some.get(3)).minusDays(10);
        Files.writeString(
                Path.of(disruptions),
                "disruption,kind,subject,from,to,value,note\nD1,SESSION_CANCELLED," + cancelled + ",,,,\n");
        assertThat(CliRun.of(
                                "replan",
                                data,
                                "--baseline",
                                published,
                                "--disruptions",
                                disruptions,
                                "--as-of",
                                asOf.toString(),
                                "--out",
                                repaired)
                        .code())
                .isZero();
        after = bookings(repaired);
    }

    private static Map<String, List<String>> bookings(String plan) throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of(plan, "bookings.csv"))) {
            List<String> cells = List.of(line.split(","));
            if (!cells.get(0).equals("staff")) {
                rows.put(cells.get(0) + "," + cells.get(1), cells);
            }
        }
        return rows;
    }

    private static String[] asked(String command, String plan, String... more) {
        return Stream.of(
                        Stream.of(command, data, plan),
                        Stream.of("--baseline", published, "--disruptions", disruptions, "--as-of", asOf.toString()),
                        Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    private static JsonNode json(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        return JSON.readTree(CliRun.of(all.toArray(String[]::new)).out());
    }

    /** Somebody whom the cancelled session hit, and who has another date now. */
    private static String hit() {
        return before.keySet().stream()
                .filter(key -> before.get(key).get(2).equals(cancelled) && after.containsKey(key))
                .findFirst()
                .orElseThrow();
    }

    /** Those whom nothing hit, with more than 28 days' notice, as staff and module. */
    private static List<String> unhit() {
        return after.keySet().stream()
                .filter(key -> after.get(key).equals(before.get(key))
                        && !after.get(key).get(2).isEmpty()
                        && after.get(key).get(3).compareTo(asOf.plusDays(28).toString()) >= 0)
                .toList();
    }

    private static String staff(String key) {
        return key.substring(0, key.indexOf(','));
    }

    private static String module(String key) {
        return key.substring(key.indexOf(',') + 1);
    }

    @Test
    void aBookingThatWasBrokenIsNotHeldByTheFrozenPeriod() throws IOException {
        String hit = hit();
        String[] who = {"--staff", staff(hit), "--module", module(hit)};

        JsonNode asRepair = json(asked("why", repaired, who));
        JsonNode asPublished = json("why", data, published, who[0], who[1], who[2], who[3], "--as-of", asOf.toString());

        assertThat(asRepair.at("/bookings/0/held")).isEmpty();
        assertThat(asPublished.at("/bookings/0/held/0").asText()).isEqualTo("FROZEN");
        assertThat(asOf.plusDays(FROZEN_DAYS)).isAfter(before.get(hit).get(3));
        // Its notice is one day, not 28.
        JsonNode options = json(asked("options", repaired, who));
        assertThat(options.at("/0/alternatives")).isNotEmpty();
        List<String> old = before.get(hit);
        // Frozen, it could only go to another room at its own time, which is no move.
        assertThat(json("options", data, published, who[0], who[1], who[2], who[3], "--as-of", asOf.toString())
                        .at("/0/alternatives"))
                .allSatisfy(alternative -> assertThat(isAt(alternative, old)).isTrue());
        // It moved from ten days away: £10 x 10 is paid already, and comes back only where it returns to its old time.
        assertThat(options.at("/0/alternatives")).allSatisfy(alternative -> {
            boolean returns = isAt(alternative, old);
            assertThat(alternative.at("/noticeDays").asLong()).isGreaterThanOrEqualTo(10);
            assertThat(alternative.at("/price/lines/change").asLong()).isEqualTo(returns ? -10_000 : 0);
        });
    }

    /** Whether an alternative is at the date and time of a row of bookings.csv. */
    private static boolean isAt(JsonNode alternative, List<String> booking) {
        return alternative.at("/spot/date").asText().equals(booking.get(3))
                && alternative
                        .at("/spot/slotIds/0")
                        .asText()
                        .equals(booking.get(4).split(";")[0]);
    }

    @Test
    void aDecisionOnARepairedPlanIsJudgedAsItsAuditJudgesIt() throws IOException {
        String key = "";
        JsonNode first = JSON.createObjectNode();
        for (String one : unhit()) {
            key = one;
            first = json(asked("options", repaired, "--staff", staff(key), "--module", module(key)))
                    .at("/0/alternatives/0");
            if (!first.isMissingNode()) {
                break;
            }
        }
        String out = folder.resolve("decided").toString();

        CliRun run = CliRun.of(asked(
                "decide",
                repaired,
                "--move",
                key + "," + first.at("/spot/sessionId").asText(),
                "--apply",
                "--out",
                out));

        assertThat(run.err()).doesNotContain("muster:");
        assertThat(run.out()).contains("every hard rule holds");
        // 28 days' notice or more: £10 x 1.
        assertThat(first.at("/price/lines/change").asLong()).isEqualTo(1000);
        assertThat(CliRun.of(asked("audit", out)).code()).isZero();
        assertThat(total(out) - total(repaired))
                .isEqualTo(first.at("/price/pence").asLong());
        assertThat(Files.readAllLines(Path.of(out, "changes.csv")))
                .containsAll(Files.readAllLines(Path.of(repaired, "changes.csv")))
                .filteredOn(line -> line.contains("BY_HAND"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith(key + ",")
                .endsWith(",1000");

        // Back to where it was published: the change is none any more.
        JsonNode back =
                json(asked("decide", out, "--move", key + "," + after.get(key).get(2)));
        assertThat(back.at("/judgement/allowed").asBoolean()).isTrue();
        assertThat(back.at("/judgement/price/lines/change").asLong()).isEqualTo(-1000);
        assertThat(back.at("/judgement/price/pence").asLong())
                .isEqualTo(-first.at("/price/pence").asLong());
    }

    private static long total(String plan) throws IOException {
        return JSON.readTree(Path.of(plan, "summary.json").toFile())
                .at("/cost/total")
                .asLong();
    }

    /** £10 times the factor of the notice band that the earlier of both dates falls into. */
    private static long price(String key) {
        LocalDate old = LocalDate.parse(before.get(key).get(3));
        LocalDate now = after.containsKey(key) ? LocalDate.parse(after.get(key).get(3)) : old;
        long notice = ChronoUnit.DAYS.between(asOf, now.isBefore(old) ? now : old);
        return 1000L * (notice >= 28 ? 1 : notice >= 15 ? 3 : notice >= 8 ? 10 : 30);
    }

    @Test
    void theDifferenceOfAPlanAndItsRepairHasThePriceOfTheChanges() throws IOException {
        JsonNode difference =
                json("diff", data, published, repaired, "--disruptions", disruptions, "--as-of", asOf.toString());

        List<String> moved = before.keySet().stream()
                .filter(key -> !after.containsKey(key)
                        || !after.get(key).subList(3, 5).equals(before.get(key).subList(3, 5)))
                .toList();
        // The people of the session had ten days' notice, and some of them need others to move, later on.
        long hit = moved.stream()
                .filter(key -> before.get(key).get(2).equals(cancelled))
                .count();
        long pence = moved.stream().mapToLong(ReplannedQuestionsTest::price).sum();
        assertThat(hit).isPositive();
        assertThat(difference.at("/cost/change/before").asLong()).isZero();
        assertThat(difference.at("/cost/change/after").asLong()).isEqualTo(pence);
        assertThat(difference.at("/listedChange").asLong()).isEqualTo(pence);
        assertThat(difference.at("/cost/total/after").asLong()).isEqualTo(total(repaired));
        assertThat(difference.at("/total/moved").asLong()
                        + difference.at("/total/dropped").asLong())
                .isEqualTo(moved.size());
    }

    @Test
    void aDifferenceOnAnotherDaySaysThatChangesCsvDoesNotFit() {
        CliRun asItWas = CliRun.of("diff", data, published, repaired, "--as-of", asOf.toString());
        CliRun later = CliRun.of(
                "diff", data, published, repaired, "--as-of", asOf.plusDays(5).toString());

        assertThat(asItWas.out()).doesNotContain("changes.csv");
        assertThat(later.out()).contains("changes.csv of the second plan adds up to");
        assertThat(later.code()).isZero();
    }

    @Test
    void ledgersKnowWhatTheDisruptionsTook() throws IOException {
        String trainer = Files.readAllLines(Path.of(published, "sessions.csv")).stream()
                .map(line -> line.split(","))
                .filter(cells -> cells[0].equals(cancelled))
                .map(cells -> cells[6].split(";")[0])
                .findFirst()
                .orElseThrow();

        assertThat(CliRun.of(asked("ledger", repaired, "--trainer", trainer)).code())
                .isZero();
        CliRun gone = CliRun.of(asked("ledger", repaired, "--session", cancelled));
        assertThat(gone.code()).isEqualTo(2);
        assertThat(gone.err()).contains("no running session '" + cancelled + "'");
    }

    @Test
    void disruptionsWithoutABaselineAreRefused() {
        CliRun run = CliRun.of("why", data, repaired, "--staff", staff(hit()), "--disruptions", disruptions);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Disruptions are of use with a baseline only");
    }

    @Test
    void whatDoesNotFitTheDataSetIsSaidAtOnce() throws IOException {
        Path odd = folder.resolve("odd.csv");
        Files.writeString(odd, "disruption,kind,subject,from,to,value,note\nD1,SESSION_CANCELLED,NOWHERE,,,,\n");

        CliRun run = CliRun.of(
                "why",
                data,
                repaired,
                "--staff",
                staff(hit()),
                "--baseline",
                published,
                "--disruptions",
                odd.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("NOWHERE");
    }
}
