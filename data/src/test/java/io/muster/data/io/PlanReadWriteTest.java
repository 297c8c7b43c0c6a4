package io.muster.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.data.issue.Issue;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanReadWriteTest {
    private static final LocalDate DAY = LocalDate.of(2025, 5, 12);
    /** Sorts after U+FFFD by code points, before it by UTF-16 units. */
    private static final String ASTRAL = "P\uD83D\uDE00";

    private static final String REPLACEMENT = "P\uFFFD";

    @TempDir
    Path temp;

    private static PlanSummary summary(@Nullable String profile) {
        Map<String, Long> cost = new LinkedHashMap<>();
        cost.put("room", 45_000L);
        cost.put("total", 45_000L);
        Map<String, Long> violations = new TreeMap<>();
        violations.put("H01", 0L);
        return new PlanSummary(
                "tiny",
                "all-five",
                "abc",
                "def",
                "0.1.0 / 1.32.0",
                7,
                profile,
                1.5,
                3,
                2,
                1,
                2,
                cost,
                new PlanSummary.LowerBounds(0L, null, "flow", "none"),
                0.1,
                1,
                violations);
    }

    private static Plan plan() {
        return plan("mine");
    }

    private static Plan plan(@Nullable String profile) {
        return new Plan(
                List.of(
                        new ScopeDecision(ASTRAL, "C", ScopeDecision.Decision.IN_SCOPE, "S1", "All", 0, null, null),
                        new ScopeDecision(
                                REPLACEMENT,
                                "C",
                                ScopeDecision.Decision.DEFERRED,
                                "S2",
                                "Away, \"long\"",
                                2,
                                DAY,
                                DAY.plusDays(9))),
                List.of(new SessionRow(
                        "S-1",
                        "C",
                        DAY,
                        List.of("AM", "PM"),
                        "LAM-1",
                        "LAM",
                        List.of("T2", "T1"),
                        20,
                        2,
                        SessionRow.Status.PLANNED)),
                List.of(
                        new Booking(ASTRAL, "C", "S-1", DAY, List.of("AM", "PM"), Booking.Status.PLANNED),
                        new Booking(REPLACEMENT, "E", null, DAY, List.of("AM"), Booking.Status.PUBLISHED)),
                List.of(new Unbooked("P1", "C", "NO_SEAT", "Add a session.")),
                List.of(new Change("P1", "C", "S-1", DAY, null, null, "DROPPED", null, 3, 0, 30_000)),
                summary(profile));
    }

    private List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void rowsAreSortedByCodePointsAndTrainersById() throws IOException {
        PlanWriter.write(plan(), temp.resolve("plan"), true);

        assertThat(Files.readString(temp.resolve("plan/bookings.csv")))
                .isEqualTo("staff,module,session,date,slots,status\n"
                        + REPLACEMENT + ",E,,2025-05-12,AM,PUBLISHED\n"
                        + ASTRAL + ",C,S-1,2025-05-12,AM;PM,PLANNED\n");
        assertThat(Files.readString(temp.resolve("plan/sessions.csv")))
                .isEqualTo("session,module,date,slots,room,venue,trainers,capacity,booked,status\n"
                        + "S-1,C,2025-05-12,AM;PM,LAM-1,LAM,T1;T2,20,2,PLANNED\n");
    }

    @Test
    void aZipAndAWorkbookReadBackAsTheFolderDoes() throws IOException {
        PlanWriter.write(plan(), temp.resolve("plan"), true);
        PlanWriter.writeZip(plan(), temp.resolve("plan.zip"), true);
        PlanWriter.writeWorkbook(plan(), temp.resolve("plan.xlsx"), true);
        PlanWriter.writeWorkbook(plan(), temp.resolve("again.xlsx"), true);

        Plan folder = PlanReader.read(temp.resolve("plan")).plan().orElseThrow();

        for (String file : List.of("plan.zip", "plan.xlsx")) {
            PlanReadResult result = PlanReader.read(temp.resolve(file));
            assertThat(result.issues()).isEmpty();
            assertThat(result.plan()).contains(folder);
        }
        assertThat(temp.resolve("again.xlsx")).hasSameBinaryContentAs(temp.resolve("plan.xlsx"));
    }

    @Test
    void aPlanReadsBackInTheOrderOfItsFiles() throws IOException {
        PlanWriter.write(plan(), temp.resolve("plan"), true);

        PlanReadResult result = PlanReader.read(temp.resolve("plan"));

        assertThat(result.issues()).isEmpty();
        Plan read = result.plan().orElseThrow();
        assertThat(read.scope())
                .containsExactly(plan().scope().get(1), plan().scope().get(0));
        assertThat(read.bookings())
                .containsExactly(plan().bookings().get(1), plan().bookings().get(0));
        assertThat(read.sessions()).extracting(SessionRow::trainerIds).containsExactly(List.of("T1", "T2"));
        assertThat(read.unbooked()).isEqualTo(plan().unbooked());
        assertThat(read.changes()).isEqualTo(plan().changes());
        assertThat(read.summary()).isEqualTo(summary("mine"));
    }

    @Test
    void summaryHasTheKeysOfTheFormatAndNamesAProfileOnlyWhereThereIsOne() throws IOException {
        List<String> keys = List.of(
                "programmeId",
                "ruleSetId",
                "ruleSetHash",
                "inputHash",
                "solverVersion",
                "seed",
                "wallSeconds",
                "requirements",
                "booked",
                "unbooked",
                "coverageShortfall",
                "cost",
                "lowerBounds",
                "occupancy",
                "sessionsRun",
                "hardViolations");
        List<String> withProfile = new ArrayList<>(keys);
        withProfile.add(keys.indexOf("wallSeconds"), "profile");

        assertThat(keysOfSummary(plan(null))).containsExactlyElementsOf(keys);
        assertThat(keysOfSummary(plan("mine"))).containsExactlyElementsOf(withProfile);
    }

    private List<String> keysOfSummary(Plan plan) throws IOException {
        PlanWriter.write(plan, temp.resolve("plan"), true);
        List<String> keys = new ArrayList<>();
        Json.MAPPER
                .readTree(temp.resolve("plan/summary.json").toFile())
                .fieldNames()
                .forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void changesAreWrittenOnARePlanOnly() throws IOException {
        PlanWriter.write(plan(), temp.resolve("plan"), true);
        assertThat(names(temp.resolve("plan"))).contains("changes.csv");

        PlanWriter.write(plan(), temp.resolve("plan"), false);
        assertThat(names(temp.resolve("plan")))
                .containsExactly("bookings.csv", "scope.csv", "sessions.csv", "summary.json", "unbooked.csv");
        assertThat(names(temp)).containsExactly("plan");
    }

    @Test
    void aFolderWithAnythingElseIsNotReplaced() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("plan"));
        Files.writeString(folder.resolve("thesis.doc"), "years of work");

        assertThatThrownBy(() -> PlanWriter.write(plan(), folder, false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("thesis.doc");
        assertThat(names(folder)).containsExactly("thesis.doc");
    }

    @Test
    void aFailureLeavesTheOldPlanAndNothingElse() throws IOException {
        PlanWriter.write(plan(), temp.resolve("plan"), false);
        Plan unwritable = new Plan(
                plan().scope(),
                plan().sessions(),
                plan().bookings(),
                List.of(new Unbooked("P1", "C", "NO_SEAT", "bad\u0000text")),
                List.of(),
                null);

        assertThatThrownBy(() -> PlanWriter.write(unwritable, temp.resolve("plan"), false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(names(temp)).containsExactly("plan");
        assertThat(PlanReader.read(temp.resolve("plan")).plan()).isPresent();
    }

    @Test
    void problemsOfEveryFileAreReported() throws IOException {
        PlanWriter.write(plan(), temp.resolve("plan"), false);
        Files.delete(temp.resolve("plan/unbooked.csv"));
        Path sessions = temp.resolve("plan/sessions.csv");
        Files.writeString(sessions, Files.readString(sessions).replace("PLANNED", "MAYBE"));
        Path summary = temp.resolve("plan/summary.json");
        Files.writeString(summary, Files.readString(summary).replace("\"booked\": 2", "\"booked\": \"two\""));

        PlanReadResult result = PlanReader.read(temp.resolve("plan"));

        assertThat(result.plan()).isEmpty();
        assertThat(result.issues())
                .extracting(Issue::file, Issue::column, Issue::code)
                .containsExactly(
                        tuple("sessions.csv", "status", "UNPARSABLE_VALUE"),
                        tuple("unbooked.csv", null, "MISSING_FILE"),
                        tuple("summary.json", "booked", "UNPARSABLE_VALUE"));
    }

    private static Plan pinned(BookingKey... pins) {
        Plan plan = plan();
        return new Plan(
                plan.scope(),
                plan.sessions(),
                plan.bookings(),
                plan.unbooked(),
                plan.changes(),
                List.of(pins),
                plan.summary());
    }

    @Test
    void pinsAreWrittenSortedAndReadBackFromEveryFormat() throws IOException {
        Plan plan = pinned(new BookingKey(ASTRAL, "C"), new BookingKey(REPLACEMENT, "E"));

        PlanWriter.write(plan, temp.resolve("plan"), false);
        PlanWriter.writeZip(plan, temp.resolve("plan.zip"), false);
        PlanWriter.writeWorkbook(plan, temp.resolve("plan.xlsx"), false);

        assertThat(Files.readString(temp.resolve("plan/pins.csv")))
                .isEqualTo("staff,module\n" + REPLACEMENT + ",E\n" + ASTRAL + ",C\n");
        for (String file : List.of("plan", "plan.zip", "plan.xlsx")) {
            PlanReadResult result = PlanReader.read(temp.resolve(file));
            assertThat(result.issues()).isEmpty();
            assertThat(result.plan().orElseThrow().pins())
                    .containsExactly(new BookingKey(REPLACEMENT, "E"), new BookingKey(ASTRAL, "C"));
        }
    }

    @Test
    void aPinOfNoBookingIsAnUnknownReference() throws IOException {
        PlanWriter.write(pinned(new BookingKey(ASTRAL, "C")), temp.resolve("plan"), false);
        Files.writeString(temp.resolve("plan/pins.csv"), "staff,module\n" + ASTRAL + ",C\n" + ASTRAL + ",E\n");

        PlanReadResult result = PlanReader.read(temp.resolve("plan"));

        assertThat(result.plan()).isEmpty();
        assertThat(result.issues())
                .extracting(Issue::file, Issue::row, Issue::code)
                .containsExactly(tuple("pins.csv", 3, "UNKNOWN_REFERENCE"));
    }

    @Test
    void aPlanWithPinsIsReplacedByOneWithout() throws IOException {
        PlanWriter.write(pinned(new BookingKey(ASTRAL, "C")), temp.resolve("plan"), false);
        PlanWriter.write(plan(), temp.resolve("plan"), false);

        assertThat(names(temp.resolve("plan"))).doesNotContain("pins.csv");
    }
}
