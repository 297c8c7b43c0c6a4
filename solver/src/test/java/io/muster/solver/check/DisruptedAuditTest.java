package io.muster.solver.check;

import static io.muster.solver.check.Audits.broken;
import static io.muster.solver.support.Fixtures.AM;
import static io.muster.solver.support.Fixtures.MODULE;
import static io.muster.solver.support.Fixtures.PM;
import static io.muster.solver.support.Fixtures.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.PlanBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How the auditor judges plans of a data set with disruptions in it: teams and seats by day, and what may not be kept. */
class DisruptedAuditTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 4, 23);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final LocalDate DAY = LocalDate.of(2025, 5, 27);

    private final DataSetBuilder data =
            Fixtures.dataSet().staff("P1", "P2", "P3", "P4", "P5").programme(programme -> programme.asOf = TODAY);

    private PlanBuilder plan() {
        return Fixtures.plan(data.build());
    }

    private Map<TrainingConstraint, Long> cost(Disrupted disrupted) {
        return new PlanAuditor(disrupted.after().dataSet())
                .audit(disrupted.plan(), null)
                .cost();
    }

    @Test
    void travelMixAndTrajectoryAfterAMove() {
        // 0.09 degrees of latitude are 10.0 km: 15 + 30 minutes at 40 pence.
        data.team("T2", team -> {
            team.lat = 51.59;
            team.bcu = "B2";
        });
        Plan plan = plan().session("S1", DAY, AM)
                .book("S1", "P1", "P2", "P3", "P4", "P5")
                .build();
        Disrupted stays = Disrupted.by(data.build(), plan, TODAY, List.of());
        Disrupted moves =
                Disrupted.by(data.build(), plan, TODAY, List.of(Disrupted.of(Kind.STAFF_MOVED, "P1", DAY, null, "T2")));

        // Of 5 bookings 2 may be of one team: 5 are 3 too many, 4 are 2.
        assertThat(cost(stays))
                .containsEntry(TrainingConstraint.TRAVEL, 0L)
                .containsEntry(TrainingConstraint.MIX, 3_000L);
        assertThat(cost(moves))
                .containsEntry(TrainingConstraint.TRAVEL, 45 * 40L)
                .containsEntry(TrainingConstraint.MIX, 2_000L)
                .as("the BCU that answers for the training stays")
                .containsEntry(TrainingConstraint.TRAJECTORY, cost(stays).get(TrainingConstraint.TRAJECTORY));
        assertThat(cost(Disrupted.by(
                        data.build(),
                        plan,
                        TODAY,
                        List.of(Disrupted.of(Kind.STAFF_MOVED, "P1", DAY.plusDays(1), null, "T2")))))
                .isEqualTo(cost(stays));
    }

    @Test
    void seatsAndTheCapacityColumnFollowTheRoomOfTheDay() {
        Plan plan = plan().session("S1", DAY, AM).book("S1", "P1", "P2").build();
        Disrupted smaller =
                Disrupted.by(data.build(), plan, TODAY, List.of(Disrupted.of(Kind.ROOM_CAPACITY, ROOM, DAY, DAY, 10)));

        // 85% of 10 seats are 9 (8.5 rounded up), of 20 are 17.
        assertThat(cost(smaller)).containsEntry(TrainingConstraint.SEATS, 7 * 500L);
        assertThat(broken(smaller.after().dataSet(), plan, null)).containsExactly(entry("FORMAT", 1L));
        Disrupted another = Disrupted.by(
                data.build(), plan, TODAY, List.of(Disrupted.of(Kind.ROOM_CAPACITY, ROOM, DAY.plusDays(1), null, 10)));
        assertThat(cost(another)).containsEntry(TrainingConstraint.SEATS, 15 * 500L);
        assertThat(broken(another.after().dataSet(), plan, null)).isEmpty();
    }

    @Test
    void aLargerRoomHoldsMoreUpToTheClass() {
        data.room(ROOM, room -> room.capacity = 1).module(MODULE, module -> module.maxClass = 2);
        PlanBuilder two = plan().session("S1", DAY, AM).book("S1", "P1", "P2");
        Disrupted larger = Disrupted.by(
                data.build(), two.build(), TODAY, List.of(Disrupted.of(Kind.ROOM_CAPACITY, ROOM, DAY, DAY, 30)));
        Disrupted tooMany = Disrupted.by(
                data.build(),
                two.book("S1", "P3").build(),
                TODAY,
                List.of(Disrupted.of(Kind.ROOM_CAPACITY, ROOM, DAY, DAY, 30)));

        assertThat(broken(larger.after().dataSet(), larger.plan(), null)).doesNotContainKey("H04");
        assertThat(broken(tooMany.after().dataSet(), tooMany.plan(), null)).contains(entry("H04", 1L));
    }

    @Test
    void aVoidBookingMayNotBeKept_norACancelledSessionRun() {
        Plan plan = plan().session("S1", DAY, AM).book("S1", "P1", "P2").build();
        Disrupted cancelled = Disrupted.by(
                data.build(), plan, TODAY, List.of(Disrupted.of(Kind.SESSION_CANCELLED, "S1", null, null, null)));

        // Two bookings kept, and a session that runs again.
        assertThat(broken(cancelled.after().dataSet(), plan, cancelled.baseline()))
                .containsExactly(entry("FORMAT", 3L));
        Plan renamed = plan().session("S2", DAY, AM).book("S2", "P1", "P2").build();
        assertThat(broken(cancelled.after().dataSet(), renamed, cancelled.baseline()))
                .as("the same bookings in another session")
                .containsExactly(entry("FORMAT", 2L));
        Plan again = plan().session("S1", DAY, PM)
                .book("S1", "P1", "P2")
                .change(Changes.moved("P1", DAY, DAY, TODAY))
                .change(Changes.moved("P2", DAY, DAY, TODAY))
                .build();
        assertThat(broken(cancelled.after().dataSet(), again, cancelled.baseline()))
                .as("other bookings in the cancelled session")
                .containsExactly(entry("FORMAT", 1L));
        Plan moved = plan().session("S2", DAY, PM)
                .book("S2", "P1", "P2")
                .change(Changes.moved("P1", DAY, DAY, TODAY))
                .change(Changes.moved("P2", DAY, DAY, TODAY))
                .build();
        assertThat(broken(cancelled.after().dataSet(), moved, cancelled.baseline()))
                .isEmpty();
    }

    @Test
    void aPastNoShowIsNeitherExemptNorToStay() {
        data.absence("P1", YESTERDAY + "T00:00", TODAY + "T00:00");
        Plan plan = plan().session("S1", YESTERDAY, AM).book("S1", "P1", "P2").build();
        Disrupted missed =
                Disrupted.by(data.build(), plan, TODAY, List.of(Disrupted.of(Kind.NO_SHOW, "P1", null, null, "S1")));
        Plan caughtUp = plan().session("S1", YESTERDAY, AM)
                .book("S1", "P2")
                .session("S2", TODAY.plusDays(1), PM)
                .book("S2", "P1")
                .change(Changes.moved("P1", YESTERDAY, TODAY.plusDays(1), TODAY))
                .build();

        assertThat(broken(missed.after().dataSet(), plan, missed.baseline()))
                .as("kept: void, and absent that day")
                .containsExactly(entry("FORMAT", 1L), entry("H06", 1L));
        assertThat(broken(missed.after().dataSet(), caughtUp, missed.baseline()))
                .as("caught up tomorrow: no notice needed, and nothing frozen")
                .isEmpty();
    }

    @Test
    void voidBookingsAreBrokenWhoeverCallsThem() {
        Booking old = new Booking("P1", MODULE, "S1", TODAY.plusDays(2), AM, Booking.Status.PUBLISHED);
        Baseline baseline = new Baseline(List.of(old), Set.of(), Set.of(), Set.of(BookingKey.of(old)));
        Plan dropped = plan().require(MODULE, "P1")
                .change(Changes.dropped("P1", TODAY.plusDays(2), TODAY))
                .build();

        assertThat(broken(data.build(), dropped, baseline)).isEmpty();
        assertThat(broken(data.build(), dropped, new Baseline(List.of(old), Set.of())))
                .containsExactly(entry("H18", 1L));
    }
}
