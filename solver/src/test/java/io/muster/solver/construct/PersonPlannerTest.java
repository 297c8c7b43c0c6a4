package io.muster.solver.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One person is booked as well as can be while everybody else stays. Days count from Monday, 0. */
class PersonPlannerTest {

    private static final int AM = 0;
    private static final int PM = 1;

    private final DataSetBuilder data = Fixtures.dataSet();

    private PlanState state;
    private TrainerPicker trainers;
    private Journal journal;
    private PersonPlanner planner;
    private long[] dayPence;

    private void start() {
        DataSet built = data.build();
        state = new PlanState(Problem.of(built, Plans.everythingForAll(built)));
        trainers = new TrainerPicker(state);
        journal = new Journal(state);
        planner = new PersonPlanner(state, trainers, journal);
        dayPence = new long[state.problem().calendar.days];
    }

    /** Modules M1 to Mn, which the trainer may teach. */
    private void modules(int n) {
        List<String> ids = IntStream.rangeClosed(1, n).mapToObj(i -> "M" + i).toList();
        ids.forEach(id -> data.module(id, module -> {}));
        data.trainer(Fixtures.TRAINER, trainer -> trainer.modules = ids);
    }

    private void book(int r, int room, int day, int slot) {
        int session = state.problem().estate.sessionAt(room, day, slot);
        assertThat(trainers.staff(session, state.problem().requirements.moduleOf[r], -1, -1))
                .isTrue();
        assertThat(state.canPlace(r, session)).isTrue();
        state.book(r, session);
    }

    private void plan(int p) {
        assertThat(planner.book(p, dayPence, true)).isTrue();
        assertThat(state.hardPoints()).isZero();
    }

    private int[] days(int... requirements) {
        return Arrays.stream(requirements).map(state::dayOf).toArray();
    }

    @Test
    void twoHalvesShareADayAndAThirdNeedsAnother() {
        modules(3);
        data.staff("P0");
        start();

        plan(0);

        assertThat(state.bookings()).isEqualTo(3);
        assertThat(Arrays.stream(days(0, 1, 2)).distinct()).hasSize(2);
    }

    @Test
    void ofTwoDaysTheDearOneIsLeftToOthers() {
        data.staff("P0", person -> person.leaves = Fixtures.WEDNESDAY);
        start();
        dayPence[0] = 1;

        plan(0);

        assertThat(state.dayOf(0)).isEqualTo(1);
    }

    @Test
    void aDearDayIsTakenWhereCoverageAsksForIt() {
        modules(3);
        data.staff("P0", person -> person.leaves = Fixtures.WEDNESDAY);
        start();
        dayPence[0] = 1_000_000;

        plan(0);

        assertThat(state.bookings()).isEqualTo(3);
    }

    @Test
    void noMoreDaysAreTakenThanAWeekPermits() {
        modules(3);
        List.of("M1", "M2", "M3").forEach(id -> data.module(id, module -> module.slots = 2));
        data.staff("P0", person -> person.leaves = Fixtures.MONDAY.plusDays(7));
        start();

        plan(0);

        assertThat(state.bookings()).isEqualTo(2);
    }

    @Test
    void aPrerequisiteIsBookedBeforeWhatFollowsIt() {
        modules(2);
        data.module("M1", module -> module.after = List.of("M2"));
        data.staff("P0", person -> person.leaves = Fixtures.TUESDAY);
        start();

        plan(0);

        assertThat(new int[] {state.maskOf(0), state.maskOf(1)}).containsExactly(1 << PM, 1 << AM);
    }

    @Test
    void aGapToThePrerequisiteIsKept() {
        modules(2);
        data.module("M2", module -> {
            module.after = List.of("M1");
            module.minGapDays = 14;
        });
        data.staff("P0");
        start();
        Arrays.fill(dayPence, 1, dayPence.length, 1_000);

        plan(0);

        assertThat(state.dayOf(0)).isZero();
        assertThat(state.problem().calendar.epochDay[state.dayOf(1)])
                .isGreaterThanOrEqualTo(state.problem().calendar.epochDay[0] + 14);
    }

    @Test
    void whatIsBookedStaysAndTheDayKeepsItsVenue() {
        modules(2);
        data.venue("V2", 51.5, -0.2);
        data.room("R2", room -> room.venue = "V2");
        data.closure(Fixtures.ROOM, Fixtures.MONDAY.plusDays(1), Fixtures.LAST_DAY);
        data.staff("P0", person -> person.leaves = Fixtures.WEDNESDAY);
        data.staff("P1");
        start();
        book(0, 0, 0, AM);
        // The only room of the first venue is taken in the afternoon, by the only trainer there.
        book(2, 0, 0, PM);

        plan(0);

        assertThat(days(0, 1)).containsExactly(0, 1);
        assertThat(state.venueOf(state.sessionOf(1))).isEqualTo(1);
    }

    @Test
    void aSessionThatRunsIsCheaperThanOneToBeOpened() {
        data.staff("P0");
        data.staff("P1");
        start();
        book(1, 0, 7, PM);

        plan(0);

        assertThat(state.sessionOf(0)).isEqualTo(state.sessionOf(1));
    }

    @Test
    void withoutOpeningOnlySeatsThatAreThereCount() {
        data.staff("P0");
        start();

        assertThat(planner.book(0, dayPence, false)).isTrue();

        assertThat(state.unbookedCount()).isEqualTo(1);
    }

    @Test
    void trainingOnTheDayBeforeMakesRoomForAnEarlyStart() {
        // A late duty until 23:30 forbids the next morning; training instead of it does not.
        data.pattern("LATE", Fixtures.MONDAY, "14:00-23:30");
        modules(4);
        data.staff("P0", person -> {
            person.pattern = "LATE";
            person.leaves = Fixtures.WEDNESDAY;
        });
        start();

        plan(0);

        // Monday follows no duty of the programme's eve: the pattern has one, so its morning is lost; 3 halves are
        // left.
        assertThat(state.bookings()).isEqualTo(3);
        assertThat(state.maskOn(0, 0)).isEqualTo(1 << PM);
        assertThat(state.maskOn(0, 1)).isEqualTo(3);
    }

    @Test
    void allCanBeTakenBack() {
        modules(3);
        data.staff("P0");
        start();

        plan(0);
        journal.rollBack(0);

        assertThat(state.bookings()).isZero();
        assertThat(state.hardPoints()).isZero();
    }
}
