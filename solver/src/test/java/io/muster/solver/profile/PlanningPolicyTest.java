package io.muster.solver.profile;

import static io.muster.solver.support.Fixtures.AM;
import static io.muster.solver.support.Fixtures.LAST_DAY;
import static io.muster.solver.support.Fixtures.MODULE;
import static io.muster.solver.support.Fixtures.MONDAY;
import static io.muster.solver.support.Fixtures.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.muster.data.model.DataSet;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanningPolicyTest {

    private final DataSetBuilder data = Fixtures.dataSet().staff("P1", "P2");

    @Test
    void weeksKeptFreeEndTheProgrammeEarlier() {
        DataSet shown = new PlanningPolicy(3, 0).shown(data.build());

        assertThat(shown.programme().lastDay()).isEqualTo(LAST_DAY.minusDays(21));
        assertThat(shown.rooms()).isEqualTo(data.build().rooms());
    }

    @Test
    void theFirstDayIsNeverKeptFree() {
        assertThat(new PlanningPolicy(99, 0).shown(data.build()).programme().lastDay())
                .isEqualTo(MONDAY);
    }

    @Test
    void seatsKeptFreeMakeRoomsAndClassesSmallerRoundedDown() {
        data.room(ROOM, room -> room.capacity = 15);

        DataSet shown = new PlanningPolicy(0, 10).shown(data.build());

        // 13.5 and 18.
        assertThat(shown.rooms().get(0).capacity()).isEqualTo(13);
        assertThat(shown.modules().get(0).maxClass()).isEqualTo(18);
    }

    @Test
    void theSmallestClassAndCohortsKeepTheirSeats() {
        data.module(MODULE, module -> module.minClass = 19);
        data.module("M2", module -> module.grouping = Grouping.COHORT);
        data.room(ROOM, room -> room.capacity = 2);
        data.staff("P1", person -> person.cohort = "C");
        data.staff("P2", person -> person.cohort = "C");

        DataSet shown = new PlanningPolicy(0, 50).shown(data.build());

        assertThat(shown.modules()).extracting("maxClass").containsExactly(19, 20);
        assertThat(shown.rooms().get(0).capacity()).isEqualTo(2);
    }

    @Test
    void nothingKeptFreeShowsEverything() {
        DataSet all = data.build();

        assertThat(PlanningPolicy.NO_SLACK.shown(all)).isSameAs(all);
    }

    @Test
    void refusesToKeepEverySeatFree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlanningPolicy(0, 100))
                .withMessageContaining("100%");
    }

    @Test
    void thePlanIsReadWithRealSeatsAndEveryRequirement() {
        DataSet real = data.build();
        DataSet shown = new PlanningPolicy(3, 10).shown(real);
        Plan made =
                Fixtures.plan(shown).session("S1", MONDAY, AM).book("S1", "P1").build();
        List<ScopeDecision> scope = List.of(
                made.scope().get(0),
                new ScopeDecision("P2", MODULE, Decision.DEFERRED, "TEST-001", "Test.", 0, LAST_DAY, null));

        Plan plan = PlanningPolicy.published(real, scope, made.sessions(), made.bookings(), made.unbooked());

        assertThat(made.sessions()).extracting(SessionRow::capacity).containsExactly(18);
        assertThat(plan.sessions()).extracting(SessionRow::capacity).containsExactly(20);
        assertThat(plan.bookings()).extracting(Booking::status).containsExactly(Booking.Status.PUBLISHED);
        assertThat(plan.unbooked()).extracting(Unbooked::staffId).containsExactly("P2");
        assertThat(new PlanAuditor(real).audit(plan, null).violations()).isEmpty();
    }
}
