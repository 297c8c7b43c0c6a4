package io.muster.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.data.issue.Issue;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import io.muster.data.support.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisruptionReadWriteTest {
    private static final List<Disruption> ONE_OF_EACH_KIND = List.of(
            new Disruption("X01", Kind.TRAINER_ABSENT, "T1", "2025-05-12", "2025-05-16", null, "flu"),
            new Disruption("X02", Kind.ROOM_CLOSED, "LAM-1", null, "2025-05-16", null, null),
            new Disruption("X03", Kind.VENUE_CLOSED, "LAM", "2025-05-12", null, null, null),
            new Disruption("X04", Kind.TEAM_CAP, "CN-A", "2025-05-12", null, "0.5", null),
            new Disruption("X05", Kind.DEMAND, "BCU:CN", "2025-05-12", "2025-05-12", "0", null),
            new Disruption("X06", Kind.STAFF_ABSENT, "P1", "2025-05-12T09:00", "2025-05-12T12:00", null, null),
            new Disruption("X07", Kind.STAFF_LEFT, "P1", "2025-05-12", null, null, null),
            new Disruption("X08", Kind.STAFF_JOINED, "P2", "2025-05-12", null, null, null),
            new Disruption("X09", Kind.STAFF_MOVED, "P3", "2025-05-12", null, "CN-A", null),
            new Disruption("X10", Kind.ROOM_CAPACITY, "LAM-1", "2025-05-12", null, "12", null),
            new Disruption("X11", Kind.MODULE_RELEASE, "D", null, null, "2025-05-19", null),
            new Disruption("X12", Kind.SESSION_CANCELLED, "S-1", null, null, null, null),
            new Disruption("X13", Kind.NO_SHOW, "P1", null, null, "S-1", null));

    @TempDir
    Path temp;

    @Test
    void aZipAndAWorkbookReadBack() throws IOException {
        DisruptionWriter.writeZip(ONE_OF_EACH_KIND, temp.resolve("d.zip"));
        DisruptionWriter.writeWorkbook(ONE_OF_EACH_KIND, temp.resolve("d.xlsx"));

        for (String file : List.of("d.zip", "d.xlsx")) {
            DisruptionReadResult result = DisruptionReader.read(temp.resolve(file), Fixtures.tinyDataSet());
            assertThat(result.issues()).isEmpty();
            assertThat(result.disruptions()).contains(ONE_OF_EACH_KIND);
        }
    }

    @Test
    void everyKindReadsBack() throws IOException {
        Path csv = temp.resolve("disruptions.csv");
        DisruptionWriter.write(ONE_OF_EACH_KIND, csv);

        DisruptionReadResult result = DisruptionReader.read(csv, Fixtures.tinyDataSet());

        assertThat(result.issues()).isEmpty();
        assertThat(result.disruptions()).contains(ONE_OF_EACH_KIND);
        assertThat(ONE_OF_EACH_KIND).extracting(Disruption::kind).containsExactly(Kind.values());
    }

    @ParameterizedTest
    @CsvSource({
        "'X,EARTHQUAKE,T1,,,,', kind, UNPARSABLE_VALUE",
        "'X,TRAINER_ABSENT,T9,2025-05-12,,,', subject, UNKNOWN_REFERENCE",
        "'X,ROOM_CLOSED,FRI-9,,,,', subject, UNKNOWN_REFERENCE",
        "'X,DEMAND,TEAM:Z,2025-05-12,,0,', subject, UNKNOWN_REFERENCE",
        "'X,DEMAND,Camden,2025-05-12,,0,', subject, UNPARSABLE_VALUE",
        "'X,TEAM_CAP,CN-A,2025-05-12,,1.5,', value, VALUE_OUT_OF_RANGE",
        "'X,TEAM_CAP,CN-A,2025-05-12,,,', value, MISSING_VALUE",
        "'X,STAFF_ABSENT,P1,2025-05-12,,,', from, UNPARSABLE_VALUE",
        "'X,STAFF_ABSENT,P1,2025-05-12T09:00,2025-05-12T09:00,,', to, RANGE_ENDS_BEFORE_START",
        "'X,VENUE_CLOSED,LAM,2025-05-12,2025-05-11,,', to, RANGE_ENDS_BEFORE_START",
        "'X,STAFF_LEFT,P1,,,,', from, MISSING_VALUE",
        "'X,STAFF_LEFT,P1,2025-05-12,,5,', value, VALUE_IGNORED",
        "'X,STAFF_MOVED,P1,2025-05-12,,CN-Z,', value, UNKNOWN_REFERENCE",
        "'X,ROOM_CAPACITY,LAM-1,,,-1,', value, VALUE_OUT_OF_RANGE",
        "'X,MODULE_RELEASE,D,,,soon,', value, UNPARSABLE_VALUE",
        "'X,NO_SHOW,P1,,,,', value, MISSING_VALUE",
        "'X,SESSION_CANCELLED,,,,,', subject, MISSING_VALUE"
    })
    void eachBreakGivesItsIssue(String line, String column, String code) throws IOException {
        Path csv =
                Files.writeString(temp.resolve("d.csv"), "disruption,kind,subject,from,to,value,note\n" + line + "\n");

        DisruptionReadResult result = DisruptionReader.read(csv, Fixtures.tinyDataSet());

        assertThat(result.issues())
                .extracting(Issue::row, Issue::column, Issue::id, Issue::code)
                .containsExactly(tuple(2, column, "X", code));
    }

    @Test
    void aMissingFileIsAnIssue() {
        DisruptionReadResult result = DisruptionReader.read(temp.resolve("none.csv"), Fixtures.tinyDataSet());

        assertThat(result.disruptions()).isEmpty();
        assertThat(result.issues()).extracting(Issue::code).containsExactly("MISSING_FILE");
    }

    /** Session S-1 with P1 booked, P2 cancelled and P3 a no-show already. */
    private static Plan baseline() {
        LocalDate date = LocalDate.of(2025, 5, 12);
        List<String> am = List.of("AM");
        return new Plan(
                List.of(),
                List.of(new SessionRow(
                        "S-1", "C", date, am, "LAM-1", "LAM", List.of("T1"), 20, 1, SessionRow.Status.PUBLISHED)),
                List.of(
                        new Booking("P1", "C", "S-1", date, am, Booking.Status.PUBLISHED),
                        new Booking("P2", "C", "S-1", date, am, Booking.Status.CANCELLED),
                        new Booking("P3", "C", "S-1", date, am, Booking.Status.NO_SHOW)),
                List.of(),
                List.of(),
                null);
    }

    @Test
    void withABaselineItsSessionsAndBookingsAreKnown() throws IOException {
        Path csv = temp.resolve("disruptions.csv");
        DisruptionWriter.write(ONE_OF_EACH_KIND, csv);

        assertThat(DisruptionReader.read(csv, Fixtures.tinyDataSet(), baseline())
                        .issues())
                .isEmpty();
    }

    @Test
    void everyProblemOfSessionsNoShowsAndMovesIsReportedAtOnce() throws IOException {
        Path csv = Files.writeString(temp.resolve("d.csv"), """
                disruption,kind,subject,from,to,value,note
                A,SESSION_CANCELLED,S-9,,,,
                B,NO_SHOW,P1,,,S-9,
                C,NO_SHOW,P2,,,S-1,
                D,NO_SHOW,P3,,,S-1,
                E,NO_SHOW,P9,,,S-1,
                F,STAFF_MOVED,P1,2025-05-12,,CN-A,
                G,STAFF_MOVED,P1,2025-05-13,,SE-N,
                H,STAFF_MOVED,P1,2025-05-12,,SE-N,
                I,STAFF_MOVED,P1,2025-05-12,,CN-A,
                """);

        DisruptionReadResult result = DisruptionReader.read(csv, Fixtures.tinyDataSet(), baseline());

        assertThat(result.disruptions()).isEmpty();
        assertThat(result.issues())
                .extracting(Issue::file, Issue::row, Issue::column, Issue::id, Issue::code)
                .containsExactly(
                        tuple("disruptions.csv", 2, "subject", "A", "UNKNOWN_SESSION"),
                        tuple("disruptions.csv", 3, "value", "B", "UNKNOWN_SESSION"),
                        tuple("disruptions.csv", 4, "value", "C", "NOT_BOOKED_IN_SESSION"),
                        tuple("disruptions.csv", 6, "subject", "E", "UNKNOWN_REFERENCE"),
                        tuple("disruptions.csv", 9, "value", "H", "MOVES_CONTRADICT"));
        assertThat(result.issues())
                .allSatisfy(issue -> assertThat(issue.message()).containsAnyOf("correct", "remove"));
    }
}
