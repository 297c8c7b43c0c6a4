package io.muster.data.disruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.data.model.Absence;
import io.muster.data.model.CapacityChange;
import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope;
import io.muster.data.model.OperationalDemand;
import io.muster.data.model.RoomClosure;
import io.muster.data.model.StaffMember;
import io.muster.data.model.TrainerAbsence;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.Transfer;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import io.muster.data.support.Fixtures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DisruptionsTest {
    private static final LocalDate AS_OF = LocalDate.of(2025, 5, 7);
    private static final LocalDate MAY_12 = LocalDate.of(2025, 5, 12);
    private static final LocalDate MAY_16 = LocalDate.of(2025, 5, 16);
    private static final DataSet BEFORE = Fixtures.tinyDataSet();

    /** P1 booked into S-1 and S-2, P2 into S-1, and there cancelled before. */
    private static final Plan BASELINE = new Plan(
            List.of(),
            List.of(),
            List.of(
                    booking("P1", "C", "S-1", Booking.Status.PUBLISHED),
                    booking("P1", "D", "S-2", Booking.Status.PUBLISHED),
                    booking("P1", "E", null, Booking.Status.PUBLISHED),
                    booking("P2", "C", "S-1", Booking.Status.CANCELLED),
                    booking("P2", "D", "S-2", Booking.Status.ATTENDED)),
            List.of(),
            List.of(),
            null);

    private static Booking booking(String staffId, String moduleId, @Nullable String sessionId, Booking.Status status) {
        return new Booking(staffId, moduleId, sessionId, MAY_12, List.of("AM"), status);
    }

    private static Disruption disruption(
            Kind kind, String subject, @Nullable String from, @Nullable String to, @Nullable String value) {
        return new Disruption(kind + " " + subject + " " + from + " " + value, kind, subject, from, to, value, null);
    }

    private static DisruptedDataSet apply(Disruption... disruptions) {
        return Disruptions.apply(BEFORE, AS_OF, List.of(disruptions), BASELINE);
    }

    /** {@return the rows that disruptions add to those of the data set, which all stay} */
    private static <T> List<T> added(Function<DataSet, List<T>> rows, Disruption... disruptions) {
        List<T> before = rows.apply(BEFORE);
        List<T> after = rows.apply(apply(disruptions).dataSet());
        assertThat(after.subList(0, before.size())).isEqualTo(before);
        return after.subList(before.size(), after.size());
    }

    @Test
    void withoutDisruptionsTheDayOfTheReplanAloneChanges() {
        DisruptedDataSet applied = apply();

        assertThat(applied.dataSet().programme().asOf()).isEqualTo(AS_OF);
        assertThat(applied.dataSet())
                .usingRecursiveComparison()
                .ignoringFields("programme.asOf")
                .isEqualTo(BEFORE);
        assertThat(applied.cancelledSessions()).isEmpty();
        assertThat(applied.voided()).isEmpty();
    }

    @Test
    void anAbsentTrainerIsAwayOnBothDaysToo() {
        assertThat(added(
                        DataSet::trainerAbsences,
                        disruption(Kind.TRAINER_ABSENT, "T1", "2025-05-12", "2025-05-16", null)))
                .containsExactly(new TrainerAbsence("T1", MAY_12, MAY_16, "TRAINER_ABSENT"));
    }

    @Test
    void openEndsLieAYearBeyondTheProgramme() {
        assertThat(added(DataSet::trainerAbsences, disruption(Kind.TRAINER_ABSENT, "T1", null, null, null)))
                .containsExactly(new TrainerAbsence(
                        "T1", LocalDate.of(2024, 4, 7), LocalDate.of(2026, 8, 29), "TRAINER_ABSENT"));
        assertThat(added(DataSet::absences, disruption(Kind.STAFF_ABSENT, "P1", "2025-05-12T22:00", null, null)))
                .containsExactly(new Absence(
                        "P1",
                        LocalDateTime.of(2025, 5, 12, 22, 0),
                        LocalDateTime.of(2026, 8, 30, 0, 0),
                        "STAFF_ABSENT"));
        assertThat(added(DataSet::absences, disruption(Kind.STAFF_ABSENT, "P1", null, "2025-05-12T09:30", null)))
                .containsExactly(new Absence(
                        "P1",
                        LocalDateTime.of(2024, 4, 7, 0, 0),
                        LocalDateTime.of(2025, 5, 12, 9, 30),
                        "STAFF_ABSENT"));
    }

    @Test
    void anOpenEndLiesBeyondTheOtherEndWhateverItIs() {
        assertThat(added(DataSet::trainerAbsences, disruption(Kind.TRAINER_ABSENT, "T1", "2031-01-01", null, null)))
                .extracting(TrainerAbsence::to)
                .containsExactly(LocalDate.of(2031, 1, 1));
        assertThat(added(DataSet::absences, disruption(Kind.STAFF_ABSENT, "P1", "2031-01-01T12:00", null, null)))
                .extracting(Absence::to)
                .containsExactly(LocalDateTime.of(2031, 1, 2, 0, 0));
        assertThat(added(DataSet::absences, disruption(Kind.STAFF_ABSENT, "P1", null, "2019-01-01T00:00", null)))
                .extracting(Absence::from)
                .containsExactly(LocalDateTime.of(2018, 12, 31, 0, 0));
    }

    @Test
    void aClosedVenueClosesItsRoomsAndNoOther() {
        assertThat(added(
                        DataSet::roomClosures, disruption(Kind.ROOM_CLOSED, "FRI-1", "2025-05-12", "2025-05-12", null)))
                .containsExactly(new RoomClosure("FRI-1", MAY_12, MAY_12, "ROOM_CLOSED"));
        assertThat(added(DataSet::roomClosures, disruption(Kind.VENUE_CLOSED, "LAM", "2025-05-12", "2025-05-16", null)))
                .containsExactly(new RoomClosure("LAM-1", MAY_12, MAY_16, "VENUE_CLOSED"));
    }

    @Test
    void ceilingsBecomeDemand() {
        DemandScope team = new DemandScope(DemandScope.Kind.TEAM, "CN-A");
        DemandScope bcu = new DemandScope(DemandScope.Kind.BCU, "CN");
        DemandScope all = new DemandScope(DemandScope.Kind.ALL, "");

        assertThat(added(
                        DataSet::demand,
                        disruption(Kind.TEAM_CAP, "CN-A", "2025-05-12", "2025-05-16", "0.5"),
                        disruption(Kind.DEMAND, "BCU:CN", "2025-05-12", "2025-05-16", "0"),
                        new Disruption("X", Kind.DEMAND, "ALL", "2025-05-12", "2025-05-16", "0.25", "Aid")))
                .containsExactly(
                        new OperationalDemand(team, MAY_12, MAY_16, new BigDecimal("0.5"), "TEAM_CAP"),
                        new OperationalDemand(bcu, MAY_12, MAY_16, BigDecimal.ZERO, "DEMAND"),
                        new OperationalDemand(all, MAY_12, MAY_16, new BigDecimal("0.25"), "Aid"));
    }

    @Test
    void aLeaverLeavesOnTheEarliestOfAllTheDaysGiven() {
        // P1 stays, P2 leaves on 1 August.
        Map<String, StaffMember> after = apply(
                        disruption(Kind.STAFF_LEFT, "P1", "2025-06-02", null, null),
                        disruption(Kind.STAFF_LEFT, "P1", "2025-05-12", null, null),
                        disruption(Kind.STAFF_LEFT, "P1", "2025-06-01", null, null),
                        disruption(Kind.STAFF_LEFT, "P2", "2025-08-02", null, null))
                .dataSet()
                .staff()
                .stream()
                .collect(Collectors.toMap(StaffMember::id, member -> member));

        assertThat(after.get("P1").leaves()).isEqualTo(MAY_12);
        assertThat(after.get("P1"))
                .usingRecursiveComparison()
                .ignoringFields("leaves")
                .isEqualTo(BEFORE.staff().get(0));
        assertThat(after.get("P2")).isEqualTo(BEFORE.staff().get(1));
        assertThat(after.get("P3")).isEqualTo(BEFORE.staff().get(2));
    }

    @Test
    void aJoinerIsInTheDataSetAlready() {
        assertThat(apply(disruption(Kind.STAFF_JOINED, "P2", "2025-05-12", null, null)))
                .isEqualTo(apply());
    }

    @Test
    void aPersonMayMoveSeveralTimes_onceADay() {
        assertThat(added(
                        DataSet::transfers,
                        disruption(Kind.STAFF_MOVED, "P3", "2025-06-02", null, "SE-N"),
                        disruption(Kind.STAFF_MOVED, "P3", "2025-05-12", null, "CN-A"),
                        disruption(Kind.STAFF_MOVED, "P3", "2025-05-12", null, "SE-N"),
                        disruption(Kind.STAFF_MOVED, "P1", "2025-07-01", null, "SE-N")))
                .containsExactly(
                        new Transfer("P1", LocalDate.of(2025, 7, 1), "SE-N"),
                        new Transfer("P3", MAY_12, "SE-N"),
                        new Transfer("P3", LocalDate.of(2025, 6, 2), "SE-N"));
    }

    @Test
    void aRoomWithoutSeatsIsClosed() {
        assertThat(added(
                        DataSet::capacityChanges,
                        disruption(Kind.ROOM_CAPACITY, "LAM-1", "2025-05-12", "2025-05-16", "12")))
                .containsExactly(new CapacityChange("LAM-1", MAY_12, MAY_16, 12));
        assertThat(added(
                        DataSet::roomClosures,
                        disruption(Kind.ROOM_CAPACITY, "LAM-1", "2025-05-12", "2025-05-16", "0")))
                .containsExactly(new RoomClosure("LAM-1", MAY_12, MAY_16, "ROOM_CAPACITY"));
    }

    @Test
    void aReleaseIsReplacedByTheLatestOfSeveral() {
        // D was released on 28 April, C had no date.
        Map<String, TrainingModule> after = apply(
                        disruption(Kind.MODULE_RELEASE, "D", null, null, "2025-04-14"),
                        disruption(Kind.MODULE_RELEASE, "C", null, null, "2025-05-12"),
                        disruption(Kind.MODULE_RELEASE, "C", null, null, "2025-05-16"),
                        disruption(Kind.MODULE_RELEASE, "C", null, null, "2025-05-13"))
                .dataSet()
                .modules()
                .stream()
                .collect(Collectors.toMap(TrainingModule::id, module -> module));

        assertThat(after.get("D").releaseDate()).isEqualTo(LocalDate.of(2025, 4, 14));
        assertThat(after.get("C").releaseDate()).isEqualTo(MAY_16);
        assertThat(after.get("C"))
                .usingRecursiveComparison()
                .ignoringFields("releaseDate")
                .isEqualTo(BEFORE.modules().get(0));
        assertThat(after.get("E").releaseDate()).isNull();
    }

    @Test
    void aCancelledSessionVoidsItsBookingsThatCount() {
        DisruptedDataSet applied = apply(disruption(Kind.SESSION_CANCELLED, "S-1", null, null, null));

        assertThat(applied.cancelledSessions()).containsExactly("S-1");
        assertThat(applied.voided()).containsExactly(new BookingKey("P1", "C"));
        assertThat(applied.dataSet()).isEqualTo(apply().dataSet());
    }

    @Test
    void aNoShowVoidsThatPersonsBookingOfThatSession() {
        DisruptedDataSet applied = apply(disruption(Kind.NO_SHOW, "P2", null, null, "S-2"));

        assertThat(applied.cancelledSessions()).isEmpty();
        assertThat(applied.voided()).containsExactly(new BookingKey("P2", "D"));
        assertThat(apply(disruption(Kind.NO_SHOW, "P2", null, null, "S-1")).voided())
                .isEmpty();
    }

    @Test
    void theOrderOfDisruptionsChangesNothingButTheOrderOfRows() {
        List<Disruption> disruptions = new ArrayList<>(List.of(
                disruption(Kind.TRAINER_ABSENT, "T1", "2025-05-12", null, null),
                disruption(Kind.VENUE_CLOSED, "FRI", "2025-05-12", null, null),
                disruption(Kind.STAFF_LEFT, "P1", "2025-06-02", null, null),
                disruption(Kind.STAFF_LEFT, "P1", "2025-05-12", null, null),
                disruption(Kind.STAFF_MOVED, "P3", "2025-05-12", null, "CN-A"),
                disruption(Kind.STAFF_MOVED, "P3", "2025-05-12", null, "SE-N"),
                disruption(Kind.MODULE_RELEASE, "C", null, null, "2025-05-12"),
                disruption(Kind.MODULE_RELEASE, "C", null, null, "2025-05-16"),
                disruption(Kind.SESSION_CANCELLED, "S-1", null, null, null),
                disruption(Kind.NO_SHOW, "P2", null, null, "S-2")));
        DisruptedDataSet forwards = Disruptions.apply(BEFORE, AS_OF, disruptions, BASELINE);
        Collections.reverse(disruptions);
        DisruptedDataSet backwards = Disruptions.apply(BEFORE, AS_OF, disruptions, BASELINE);

        assertThat(backwards)
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(forwards);
        assertThat(forwards.voided()).hasSize(2);
        assertThat(forwards.dataSet().roomClosures()).hasSize(2);
    }

    @Test
    void disruptionsMayBeAppliedOnTopOfOthers() {
        DataSet moved = apply(
                        disruption(Kind.STAFF_MOVED, "P3", "2025-05-12", null, "CN-A"),
                        disruption(Kind.ROOM_CAPACITY, "LAM-1", "2025-05-12", "2025-05-16", "12"))
                .dataSet();
        DataSet again = Disruptions.apply(
                        moved,
                        AS_OF.plusDays(1),
                        List.of(disruption(Kind.STAFF_MOVED, "P3", "2025-05-12", null, "SE-N")),
                        BASELINE)
                .dataSet();

        assertThat(again.transfers()).containsExactly(new Transfer("P3", MAY_12, "SE-N"));
        assertThat(again.capacityChanges()).hasSize(1);
        assertThat(again.programme().asOf()).isEqualTo(AS_OF.plusDays(1));
    }

    @Test
    void aCellThatTheReaderWouldReportIsRefused() {
        assertThatThrownBy(() -> apply(disruption(Kind.TEAM_CAP, "CN-A", null, null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no value");
        assertThatThrownBy(() -> apply(disruption(Kind.DEMAND, "Camden", null, null, "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FUNCTION:x");
        assertThatThrownBy(() -> apply(disruption(Kind.STAFF_LEFT, "P1", null, null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no from");
    }
}
