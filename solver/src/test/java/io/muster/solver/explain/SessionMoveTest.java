package io.muster.solver.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import io.muster.solver.PlanLoader;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.explain.Decision.Kind;
import io.muster.solver.explain.Decision.Target;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.PlanBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Sessions moved as a whole, worked out by hand: P1 and P2 in M1 on Monday morning, P1 in M2 on Monday afternoon, both in
 * the one room R1 by the one trainer X1, who costs 30,000 pence a day.
 */
class SessionMoveTest {
    private static final String MORNING = "2025-04-07-AM-R1";
    private static final String AFTERNOON = "2025-04-07-PM-R1";

    private final DataSetBuilder data = Fixtures.dataSet()
            .programme(p -> p.lastDay = Fixtures.TUESDAY)
            .staff("P1", "P2")
            .module("M2", module -> {})
            .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of(Fixtures.MODULE, "M2"));

    private DataSet dataSet;

    private PlanExplainer explainer() {
        dataSet = data.build();
        PlanBuilder rows = Fixtures.plan(dataSet)
                .session(MORNING, Fixtures.MONDAY, Fixtures.AM)
                .session(AFTERNOON, "M2", Fixtures.MONDAY, Fixtures.PM, Fixtures.ROOM, Fixtures.TRAINER)
                .book(MORNING, "P1", "P2")
                .book(AFTERNOON, "P1");
        Plan plan = rows.build();
        Problem problem = Problem.of(dataSet, plan.scope());
        return new PlanExplainer(
                PlanState.of(
                        problem,
                        new PlanLoader(problem)
                                .load(plan.sessions(), plan.bookings())
                                .assignment()),
                plan,
                null);
    }

    private static List<Decision> move(String sessionId, LocalDate date, String slot, String... trainerIds) {
        return List.of(Decision.moveSession(sessionId, new Target(date, slot, null, List.of(trainerIds))));
    }

    @Test
    void everybodyGoesAlongAndTheDaysThatComeOnTopCost() {
        PlanExplainer explainer = explainer();
        List<Decision> tuesday = move(MORNING, Fixtures.TUESDAY, "AM");

        Judgement judgement = explainer.judge(tuesday);
        Plan decided = explainer.decided(tuesday);

        assertThat(judgement.allowed()).isTrue();
        assertThat(judgement.changes()).extracting(Judgement.Outcome::staffId).containsExactly("P1", "P2");
        assertThat(judgement.changes().get(1).to().sessionId()).isEqualTo("2025-04-08-AM-R1");
        // The trainer and P1 come on both days now; the room, the seats and P2 cost on Tuesday what they did on Monday.
        assertThat(judgement.price()).isEqualTo(new Price(36_000, Map.of("trainer", 30_000L, "abstraction", 6000L), 0));
        assertThat(decided.sessions()).extracting(SessionRow::id).containsExactly(AFTERNOON, "2025-04-08-AM-R1");
        assertThat(decided.sessions().get(1).booked()).isEqualTo(2);
        assertThat(decided.bookings().stream()
                        .filter(booking -> booking.moduleId().equals(Fixtures.MODULE))
                        .map(Booking::date))
                .containsExactly(Fixtures.TUESDAY, Fixtures.TUESDAY);
        assertThat(new PlanAuditor(dataSet).audit(decided, null).isValid()).isTrue();
    }

    @Test
    void anotherTrainerTakesItWhereItIs() {
        data.trainer("X2", trainer -> trainer.pencePerDay = 20_000);
        PlanExplainer explainer = explainer();
        List<Decision> other = move(MORNING, Fixtures.MONDAY, "AM", "X2");

        Judgement judgement = explainer.judge(other);
        Plan decided = explainer.decided(other);

        // X1 is there for the afternoon anyway.
        assertThat(judgement.price()).isEqualTo(new Price(20_000, Map.of("trainer", 20_000L), 0));
        assertThat(decided.sessions().get(0).id()).isEqualTo(MORNING);
        assertThat(decided.sessions().get(0).trainerIds()).containsExactly("X2");
        assertThat(decided.sessions().get(0).booked()).isEqualTo(2);
        assertThat(new PlanAuditor(dataSet).audit(decided, null).isValid()).isTrue();
    }

    @Test
    void whoeverIsFreeTakesItWhereItsOwnTrainerIsNot() {
        data.trainer("X2", trainer -> trainer.pencePerDay = 20_000)
                .trainerAbsence(Fixtures.TRAINER, Fixtures.TUESDAY, Fixtures.TUESDAY);

        Judgement judgement = explainer().judge(move(MORNING, Fixtures.TUESDAY, "PM"));

        assertThat(judgement.allowed()).isTrue();
        assertThat(judgement.changes().get(0).to().trainerIds()).containsExactly("X2");
        assertThat(judgement.notes()).containsExactly("Trainer X1 is not free then, so that another takes it.");
    }

    @Test
    void theTrainerWhoIsNamedIsTakenAtHisWord() {
        data.room("R2", room -> {});

        Judgement judgement = explainer()
                .judge(List.of(Decision.moveSession(
                        MORNING, new Target(Fixtures.MONDAY, "PM", "R2", List.of(Fixtures.TRAINER)))));

        // X1 and P1 are both in the afternoon's session already.
        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.breaches()).extracting(Judgement.Breach::ruleId).contains("H03", "H15");
    }

    @Test
    void aFrozenDayIsReadByTheAuditorForEachPersonMoved() {
        data.demand(DemandScope.Kind.ALL, "", Fixtures.TUESDAY, Fixtures.TUESDAY, "0");

        Judgement judgement = explainer().judge(move(MORNING, Fixtures.TUESDAY, "AM"));

        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.breaches()).extracting(Judgement.Breach::ruleId).containsExactly("H12");
    }

    @Test
    void pinsGoAlong() {
        PlanExplainer explainer = explainer();
        List<Decision> pinned = List.of(
                new Decision(Kind.PIN, "P1", "M2", null),
                move(MORNING, Fixtures.TUESDAY, "AM").get(0));

        assertThat(explainer.decided(pinned).pins()).containsExactly(new BookingKey("P1", "M2"));
        assertThat(explainer.judge(pinned).changes()).hasSize(3);
    }

    @Test
    void movesThatMakeNoSenseAreRefused() {
        PlanExplainer explainer = explainer();

        assertThatThrownBy(() -> explainer.judge(move(MORNING, Fixtures.MONDAY, "PM")))
                .isInstanceOf(UnfitQuestionException.class)
                .hasMessageContaining("in use by another session");
        assertThatThrownBy(() -> explainer.judge(move(MORNING, Fixtures.MONDAY, "AM")))
                .isInstanceOf(UnfitQuestionException.class)
                .hasMessageContaining("is there already");
        assertThatThrownBy(() -> explainer.judge(move(MORNING, Fixtures.WEDNESDAY, "AM")))
                .isInstanceOf(UnfitQuestionException.class)
                .hasMessageContaining("no training day");
        assertThatThrownBy(() -> explainer.judge(move(MORNING, Fixtures.TUESDAY, "AM", "X1", "X1")))
                .isInstanceOf(UnfitQuestionException.class)
                .hasMessageContaining("takes 1 trainers");
        assertThatThrownBy(() -> explainer.judge(move("S9", Fixtures.TUESDAY, "AM")))
                .isInstanceOf(UnknownIdException.class)
                .hasMessageContaining("running session 'S9'");
        assertThatThrownBy(() -> new Decision(Kind.MOVE_SESSION, "P1", "M1", MORNING))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
