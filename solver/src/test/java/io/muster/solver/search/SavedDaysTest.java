package io.muster.solver.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Moves that save a day of somebody's duty, or of a trainer's, though every seat is taken. */
class SavedDaysTest {

    private static final int ATTEMPTS = 2_000;
    private static final int M1 = 0;
    private static final int M2 = 1;

    private final DataSetBuilder data = Fixtures.dataSet()
            .module(Fixtures.MODULE, module -> module.maxClass = 1)
            .module("M2", module -> module.maxClass = 1)
            .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of(Fixtures.MODULE, "M2"))
            .trainer("X2", trainer -> trainer.modules = List.of(Fixtures.MODULE, "M2"));

    private PlanState state;
    private MoveContext context;

    private void start() {
        DataSet built = data.build();
        state = new PlanState(Problem.of(built, Plans.everythingForAll(built)));
    }

    private int requirement(int staff, int module) {
        return state.problem().requirements.at[staff * state.problem().curriculum.modules + module];
    }

    private int book(int staff, int module, int day, int slot, int trainer) {
        int session = state.problem().estate.sessionAt(0, day, slot);
        state.setModule(session, module);
        state.setTrainer(session, 0, trainer);
        state.book(requirement(staff, module), session);
        return session;
    }

    private MoveContext context() {
        SplittableRandom random = new SplittableRandom(1);
        Part part = new Part.Cut(state.problem(), state.assignment(), 1, random).part(0);
        return new MoveContext(state, part, random);
    }

    /** Tries a move until it is made; the changes stay. */
    private boolean make(MoveKind move) {
        for (int i = 0; i < ATTEMPTS; i++) {
            context.begin(0);
            if (move.attempt() && context.isWorthIt()) {
                return true;
            }
            context.trial.takeBack();
        }
        return false;
    }

    /** P0 comes for two half-days on two days, and P1 for one, beside one of them: P1 goes where P0 was. */
    private void twoHalfDaysAndTheSeatBetween() {
        data.staff("P0").completion("P1", "M2").staff("P1");
        start();
        book(0, M1, 0, 0, 0);
        book(0, M2, 1, 0, 0);
        book(1, M1, 1, 1, 0);
        assertThat(state.hardPoints()).isZero();
        context = context();
    }

    @Test
    void halfDaysJoinInTheSeatOfSomebodyWhoComesForThatAlone() {
        twoHalfDaysAndTheSeatBetween();
        long before = state.cost().of(TrainingConstraint.ABSTRACTION);

        assertThat(make(new JoinDaysMove(context))).isTrue();

        assertThat(state.dayOf(requirement(0, M1))).isEqualTo(1);
        assertThat(state.dayOf(requirement(0, M2))).isEqualTo(1);
        assertThat(state.dayOf(requirement(1, M1))).isZero();
        assertThat(state.hardPoints()).isZero();
        assertThat(before - state.cost().of(TrainingConstraint.ABSTRACTION))
                .isEqualTo(state.problem().prices.abstractionDay);
    }

    @Test
    void halfDaysStayApartWhereNobodyCanChangePlaces() {
        data.absence("P1", "2025-04-07T00:00", "2025-04-08T00:00");
        twoHalfDaysAndTheSeatBetween();

        assertThat(make(new JoinDaysMove(context))).isFalse();

        assertThat(state.dayOf(requirement(0, M1))).isZero();
        assertThat(state.dayOf(requirement(1, M1))).isEqualTo(1);
    }

    /** Beside one of P0's half-days is digital learning: it makes room for the other, and goes to a third day. */
    @Test
    void digitalLearningMakesRoomAndGoesToAnotherDay() {
        data.module("DIGITAL", DataSetBuilder.ModuleFields::digital)
                .module("M3", module -> module.maxClass = 1)
                .trainer("X3", trainer -> trainer.modules = List.of("M3"))
                .staff("P0", "P1")
                .completion("P1", "M2")
                .completion("P1", "DIGITAL")
                .completion("P1", "M3");
        start();
        int digital = 2;
        int third = 3;
        book(0, M1, 0, 0, 0);
        book(0, M2, 1, 0, 0);
        state.book(requirement(0, digital), state.problem().estate.digitalSession(digital, 1, 1));
        book(0, third, 7, 1, 2);
        book(1, M1, 1, 1, 0);
        assertThat(state.hardPoints()).isZero();
        context = context();
        long before = state.cost().of(TrainingConstraint.ABSTRACTION);

        assertThat(make(new JoinDaysMove(context))).isTrue();

        assertThat(state.dayOf(requirement(0, M1))).isEqualTo(1);
        assertThat(state.dayOf(requirement(0, M2))).isEqualTo(1);
        assertThat(state.dayOf(requirement(0, digital))).isEqualTo(7);
        assertThat(state.dayOf(requirement(1, M1))).isZero();
        assertThat(before - state.cost().of(TrainingConstraint.ABSTRACTION))
                .isEqualTo(state.problem().prices.abstractionDay);
        assertThat(state.hardPoints()).isZero();
    }

    /** P0's two half-days meet on the day of P1 and P2, who come for half a day each and go where P0 was. */
    @Test
    void twoHalfDaysMeetOnAThirdDay() {
        data.staff("P0", "P1", "P2")
                .completion("P1", "M2")
                .completion("P2", Fixtures.MODULE)
                .absence("P0", "2025-04-07T13:00", "2025-04-07T18:00")
                .absence("P0", "2025-04-08T13:00", "2025-04-08T18:00");
        start();
        book(0, M1, 0, 0, 0);
        book(0, M2, 1, 0, 0);
        book(1, M1, 3, 0, 0);
        book(2, M2, 3, 1, 0);
        assertThat(state.hardPoints()).isZero();
        context = context();

        assertThat(make(new JoinDaysMove(context))).isTrue();

        assertThat(state.dayOf(requirement(0, M1))).isEqualTo(3);
        assertThat(state.dayOf(requirement(0, M2))).isEqualTo(3);
        assertThat(state.dayOf(requirement(1, M1))).isZero();
        assertThat(state.dayOf(requirement(2, M2))).isEqualTo(1);
        assertThat(state.hardPoints()).isZero();
    }

    /** Two trainers deliver half a day each, on different days: one of the sessions goes to the other's day. */
    @Test
    void aSessionGoesToTheDayOfAHalfUsedTrainer() {
        data.staff("P0", "P1").completion("P0", "M2").completion("P1", "M2");
        start();
        book(0, M1, 0, 0, 0);
        book(1, M1, 3, 1, 1);
        context = context();
        long before = state.cost().of(TrainingConstraint.TRAINER);

        assertThat(make(new ChangeDayMove(context))).isTrue();

        assertThat(state.dayOf(requirement(0, M1))).isEqualTo(state.dayOf(requirement(1, M1)));
        assertThat(state.cost().of(TrainingConstraint.TRAINER)).isEqualTo(before / 2);
        assertThat(state.hardPoints()).isZero();
    }

    @Test
    void aSessionStaysWhereItsTrainerDeliversTheWholeDay() {
        data.staff("P0", "P1").completion("P0", "M2").completion("P1", "M2");
        start();
        book(0, M1, 0, 0, 0);
        book(1, M1, 0, 1, 0);
        context = context();

        assertThat(make(new ChangeDayMove(context))).isFalse();
    }

    @Test
    void oneTrainerTakesOverFromAnotherOfTheOtherHalfDay() {
        data.staff("P0", "P1").completion("P0", "M2").completion("P1", "M2");
        start();
        int morning = book(0, M1, 0, 0, 0);
        int afternoon = book(1, M1, 0, 1, 1);
        context = context();
        long before = state.cost().of(TrainingConstraint.TRAINER);

        assertThat(make(new PairTrainersMove(context))).isTrue();

        assertThat(state.trainerAt(morning, 0)).isEqualTo(state.trainerAt(afternoon, 0));
        assertThat(state.cost().of(TrainingConstraint.TRAINER)).isEqualTo(before / 2);
        assertThat(state.hardPoints()).isZero();
    }

    /** X1 cannot teach the session that X2 would leave; X3, who can, hands over another. */
    @Test
    void aThirdTrainerHandsOverWhereTheFirstIsNotAccredited() {
        data.trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of(Fixtures.MODULE))
                .trainer("X2", trainer -> trainer.modules = List.of("M2"))
                .trainer("X3", trainer -> {
                    trainer.modules = List.of(Fixtures.MODULE, "M2");
                    trainer.internal = false;
                })
                .room("R2", room -> {})
                .staff("P0", "P1", "P2", "P3");
        start();
        book(0, M1, 0, 0, 0);
        int left = book(1, M2, 0, 1, 1);
        int handedOver = bookInOtherRoom(2, 1, 2);
        bookInOtherRoom(3, 0, 2);
        assertThat(state.hardPoints()).isZero();
        context = context();

        assertThat(make(new PairTrainersMove(context))).isTrue();

        assertThat(state.trainerAt(left, 0)).isEqualTo(2);
        assertThat(state.trainerAt(handedOver, 0)).isZero();
        assertThat(state.trainerWorks(1, 0)).isFalse();
        assertThat(state.hardPoints()).isZero();
    }

    private int bookInOtherRoom(int staff, int slot, int trainer) {
        int session = state.problem().estate.sessionAt(1, 0, slot);
        state.setModule(session, M1);
        state.setTrainer(session, 0, trainer);
        state.book(requirement(staff, M1), session);
        return session;
    }

    /** An internal trainer's day is not saved at the price of one that is paid for. */
    @Test
    void anInternalTrainerStaysWhereAnExternalOneWouldTakeOver() {
        data.trainer("X2", trainer -> {
            trainer.modules = List.of(Fixtures.MODULE, "M2");
            trainer.internal = false;
        });
        data.trainer(Fixtures.TRAINER, trainer -> {
            trainer.modules = List.of(Fixtures.MODULE);
            trainer.pencePerDay = 0;
        });
        data.staff("P0", "P1");
        start();
        book(0, M1, 0, 0, 0);
        book(1, M2, 0, 1, 1);
        context = context();

        assertThat(make(new PairTrainersMove(context))).isFalse();
    }
}
