package io.muster.solver.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where seats are short, none is left empty, and none is taken by whom it helps less. Requirements are in file order. */
class ScarceSeatsTest {

    private static final int MONDAY_AFTERNOON = 1;
    private static final String DIGITAL = "DIG";

    private final DataSetBuilder data = Fixtures.dataSet();
    private final List<ScopeDecision> scope = new ArrayList<>();

    private PlanState state;

    @BeforeEach
    void aSingleAfternoon() {
        data.programme(p -> p.lastDay = p.firstDay);
    }

    /** Needs one module, which must not begin before noon. */
    private void person(String id, String team, String module, int priority) {
        data.staff(id, person -> {
            person.team = team;
            person.notBefore = LocalTime.NOON;
        });
        scope.add(new ScopeDecision(id, module, Decision.IN_SCOPE, "TEST-001", "Test.", priority, null, null));
    }

    private void start() {
        state = new PlanState(Problem.of(data.build(), scope));
    }

    private void book(int r, int room) {
        int session = state.problem().estate.sessionAt(room, 0, MONDAY_AFTERNOON);
        if (state.countOf(session) == 0) {
            assertThat(new TrainerPicker(state).staff(session, state.problem().requirements.moduleOf[r], -1, -1))
                    .isTrue();
        }
        state.book(r, session);
    }

    private void share() {
        new ScarceSeats(state).share(() -> false);
        assertThat(state.hardPoints()).isZero();
    }

    @Test
    void aClassThatOthersWaitForMovesToALargerRoomOfItsVenue() {
        data.room(Fixtures.ROOM, room -> room.capacity = 1).room("R2", room -> room.capacity = 2);
        person("P0", Fixtures.TEAM, Fixtures.MODULE, 0);
        person("P1", Fixtures.TEAM, Fixtures.MODULE, 0);
        start();
        book(0, 0);

        share();

        assertThat(state.unbookedCount()).isZero();
        assertThat(state.problem().estate.roomOf(state.sessionOf(0))).isOne();
    }

    @Test
    void aClassThatNobodyWaitsForStays() {
        data.room(Fixtures.ROOM, room -> room.capacity = 1).room("R2", room -> room.capacity = 2);
        person("P0", Fixtures.TEAM, Fixtures.MODULE, 0);
        start();
        book(0, 0);

        share();

        assertThat(state.problem().estate.roomOf(state.sessionOf(0))).isZero();
    }

    @Test
    void aLargerRoomThatDoesNotSuitAnAttendeeIsLeftAlone() {
        data.room(Fixtures.ROOM, room -> {
            room.capacity = 1;
            room.features = List.of("STEP_FREE");
        });
        data.room("R2", room -> room.capacity = 2);
        person("P0", Fixtures.TEAM, Fixtures.MODULE, 0);
        data.staff("P0", person -> person.needs = List.of("STEP_FREE"));
        person("P1", Fixtures.TEAM, Fixtures.MODULE, 0);
        start();
        book(0, 0);

        share();

        assertThat(state.problem().estate.roomOf(state.sessionOf(0))).isZero();
        assertThat(state.shortfall()).isOne();
    }

    /** The largest suits nobody who is there; the next suits all. */
    @Test
    void theNextLargerRoomIsTriedToo() {
        data.room(Fixtures.ROOM, room -> {
            room.capacity = 1;
            room.features = List.of("STEP_FREE");
        });
        data.room("R2", room -> room.capacity = 3).room("R3", room -> {
            room.capacity = 2;
            room.features = List.of("STEP_FREE");
        });
        person("P0", Fixtures.TEAM, Fixtures.MODULE, 0);
        data.staff("P0", person -> person.needs = List.of("STEP_FREE"));
        person("P1", Fixtures.TEAM, Fixtures.MODULE, 0);
        start();
        book(0, 0);

        share();

        assertThat(state.unbookedCount()).isZero();
        assertThat(state.problem().estate.roomOf(state.sessionOf(0))).isEqualTo(2);
    }

    /** Room R1 is full, R2 is larger but has steps, R3 is one that whoever cannot climb them may take a seat in. */
    private void aLargerRoomWithSteps(int people) {
        data.room(Fixtures.ROOM, room -> {
            room.capacity = 2;
            room.features = List.of("STEP_FREE");
        });
        data.room("R2", room -> room.capacity = 3).room("R3", room -> {
            room.capacity = 2;
            room.features = List.of("STEP_FREE");
        });
        data.trainer("X2", trainer -> {});
        person("P0", Fixtures.TEAM, Fixtures.MODULE, 0);
        data.staff("P0", person -> person.needs = List.of("STEP_FREE"));
        for (int i = 1; i < people; i++) {
            person("P" + i, Fixtures.TEAM, Fixtures.MODULE, 0);
        }
        start();
        book(0, 0);
        book(1, 0);
        book(2, 2);
    }

    @Test
    void whoeverCannotUseTheLargerRoomTakesASeatElsewhere() {
        aLargerRoomWithSteps(6);

        share();

        assertThat(state.problem().estate.roomOf(state.sessionOf(1))).isOne();
        assertThat(state.problem().estate.roomOf(state.sessionOf(0))).isEqualTo(2);
    }

    @Test
    void theClassStaysWhereAsManyWouldBeLeftOut() {
        aLargerRoomWithSteps(5);
        book(3, 2);

        share();

        assertThat(state.isBooked(0)).isTrue();
        assertThat(state.problem().estate.roomOf(state.sessionOf(1))).isZero();
    }

    @Test
    void aClassMovesToALargerRoomAlthoughMoreFollowsForSomebody() {
        data.programme(p -> p.lastDay = p.firstDay.plusDays(1))
                .module("M2", module -> module.after = List.of(Fixtures.MODULE))
                .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of(Fixtures.MODULE, "M2"))
                .room(Fixtures.ROOM, room -> room.capacity = 1)
                .room("R2", room -> room.capacity = 2);
        person("P0", Fixtures.TEAM, Fixtures.MODULE, 0);
        scope.add(new ScopeDecision("P0", "M2", Decision.IN_SCOPE, "TEST-001", "Test.", 0, null, null));
        person("P1", Fixtures.TEAM, Fixtures.MODULE, 0);
        data.staff("P1", person -> person.leaves = Fixtures.TUESDAY);
        start();
        book(0, 0);
        int tuesday = state.problem().estate.sessionAt(0, 1, MONDAY_AFTERNOON);
        assertThat(new TrainerPicker(state).staff(tuesday, 1, -1, -1)).isTrue();
        state.book(1, tuesday);

        share();

        assertThat(state.unbookedCount()).isZero();
        assertThat(state.problem().estate.roomOf(state.sessionOf(0))).isOne();
        assertThat(state.isBooked(1)).isTrue();
    }

    /** The one who waits cannot come to the other venue, but somebody who can gives up a seat for it. */
    @Test
    void aFreeSeatGoesToSomebodyWhoseOwnSeatTheOneWhoWaitsCanTake() {
        twoRoomsOneFarAway();
        person("WAITS", "NEAR", Fixtures.MODULE, 0);
        startWithTwoHereAndOneThere();

        share();

        assertThat(state.unbookedCount()).isZero();
        assertThat(state.countOf(state.sessionOf(2))).isEqualTo(2);
    }

    @Test
    void nobodyIsMovedToAFreeSeatWhereNobodyWaits() {
        twoRoomsOneFarAway();
        startWithTwoHereAndOneThere();

        share();

        assertThat(state.countOf(state.sessionOf(2))).isOne();
    }

    /**
     * The far class would fit a larger room but for one of it, and nobody who waits can come there; but two of the near class
     * can, and those who wait take their seats.
     */
    @Test
    void aLargerRoomIsFilledByThoseWhoseSeatsOthersTake() {
        data.room(Fixtures.ROOM, room -> room.capacity = 2)
                .venue("FAR", 51.5, 0.4)
                .room("R2", room -> {
                    room.venue = "FAR";
                    room.capacity = 2;
                    room.features = List.of("STEP_FREE");
                })
                .room("R3", room -> {
                    room.venue = "FAR";
                    room.capacity = 3;
                })
                .trainer("X2", trainer -> {})
                .team(Fixtures.TEAM, team -> team.lon = 0.14)
                .team("NEAR", team -> team.lon = -0.2);
        for (String id : List.of("P0", "P1", "P2", "P3")) {
            person(id, Fixtures.TEAM, Fixtures.MODULE, 0);
        }
        data.staff("P0", person -> person.needs = List.of("STEP_FREE"));
        person("W1", "NEAR", Fixtures.MODULE, 0);
        person("W2", "NEAR", Fixtures.MODULE, 0);
        start();
        book(0, 1);
        book(1, 1);
        book(2, 0);
        book(3, 0);

        share();

        assertThat(state.shortfall()).isOne();
        assertThat(state.problem().estate.roomOf(state.sessionOf(1))).isEqualTo(2);
        assertThat(state.countOf(state.sessionOf(1))).isEqualTo(3);
        assertThat(state.isBooked(4)).isTrue();
        assertThat(state.isBooked(5)).isTrue();
    }

    /** Two rooms with two seats each, one of them at a venue that people of team NEAR do not reach. */
    private void twoRoomsOneFarAway() {
        data.room(Fixtures.ROOM, room -> room.capacity = 2)
                .venue("FAR", 51.5, 0.4)
                .room("R2", room -> {
                    room.venue = "FAR";
                    room.capacity = 2;
                })
                .trainer("X2", trainer -> {})
                .team(Fixtures.TEAM, team -> team.lon = 0.14)
                .team("NEAR", team -> team.lon = -0.2);
        person("P0", Fixtures.TEAM, Fixtures.MODULE, 0);
        person("P1", Fixtures.TEAM, Fixtures.MODULE, 0);
        person("P2", Fixtures.TEAM, Fixtures.MODULE, 0);
    }

    private void startWithTwoHereAndOneThere() {
        start();
        book(0, 0);
        book(1, 0);
        book(2, 1);
    }

    @Test
    void whoeverWeighsMostGetsTheSeat() {
        data.room(Fixtures.ROOM, room -> room.capacity = 1);
        person("P0", Fixtures.TEAM, Fixtures.MODULE, 0);
        person("P1", Fixtures.TEAM, Fixtures.MODULE, 1);
        person("P2", Fixtures.TEAM, Fixtures.MODULE, 2);
        start();
        book(0, 0);

        share();

        assertThat(state.isBooked(2)).isTrue();
        assertThat(state.shortfall()).isEqualTo(1 + 2);
    }

    @Test
    void nobodyOfEqualWeightIsPutOut() {
        data.room(Fixtures.ROOM, room -> room.capacity = 1);
        person("P0", Fixtures.TEAM, Fixtures.MODULE, 2);
        person("P1", Fixtures.TEAM, Fixtures.MODULE, 2);
        start();
        book(1, 0);

        share();

        assertThat(state.isBooked(1)).isTrue();
        assertThat(state.isBooked(0)).isFalse();
    }

    /** A room with two seats; one is taken by somebody whom nothing here is about. */
    private void twoSeatsOneTaken() {
        data.module(DIGITAL, DataSetBuilder.ModuleFields::digital)
                .room(Fixtures.ROOM, room -> room.capacity = 2)
                .team("T2", team -> {});
        person("OTHER", "T2", Fixtures.MODULE, 0);
    }

    private void aTeamOfOnePlaceADay() {
        twoSeatsOneTaken();
        data.team(Fixtures.TEAM, team -> team.ceilingPct = "50");
        person("P1", Fixtures.TEAM, DIGITAL, 0);
        person("P2", Fixtures.TEAM, Fixtures.MODULE, 0);
    }

    @Test
    void aTeamMateGivesUpTheDayForDigitalLearningIfSomebodyTakesTheSeat() {
        aTeamOfOnePlaceADay();
        person("P3", "T2", Fixtures.MODULE, 0);
        start();
        book(0, 0);
        book(2, 0);

        share();

        assertThat(state.isBooked(1)).isTrue();
        assertThat(state.isBooked(3)).isTrue();
        assertThat(state.shortfall()).isOne();
    }

    @Test
    void theDayIsKeptIfNobodyTakesTheSeat() {
        aTeamOfOnePlaceADay();
        // Seats are short, but those of another module.
        data.module("M2", module -> {})
                .trainer("X2", trainer -> trainer.modules = List.of("M2"))
                .room("R2", room -> room.capacity = 1);
        person("P3", "T2", "M2", 0);
        person("P4", "T2", "M2", 0);
        start();
        book(0, 0);
        book(2, 0);
        book(3, 1);

        share();

        assertThat(state.isBooked(2)).isTrue();
        assertThat(state.isBooked(1)).isFalse();
    }

    @Test
    void onesOwnSessionMakesWayForDigitalLearningIfSomebodyTakesTheSeat() {
        twoSeatsOneTaken();
        person("P1", Fixtures.TEAM, Fixtures.MODULE, 0);
        scope.add(new ScopeDecision("P1", DIGITAL, Decision.IN_SCOPE, "TEST-001", "Test.", 0, null, null));
        person("P2", Fixtures.TEAM, Fixtures.MODULE, 0);
        start();
        int own = IntStream.of(1, 2)
                .filter(r -> state.problem().requirements.moduleOf[r] == state.problem().requirements.moduleOf[0])
                .findFirst()
                .orElseThrow();
        book(0, 0);
        book(own, 0);

        share();

        assertThat(state.shortfall()).isOne();
        assertThat(state.isBooked(own)).isFalse();
        assertThat(state.isBooked(3)).isTrue();
    }

    @Test
    void aTeamMateGivesUpTheDayForWhoWeighsMore() {
        twoSeatsOneTaken();
        data.team(Fixtures.TEAM, team -> team.ceilingPct = "50");
        person("URGENT", Fixtures.TEAM, Fixtures.MODULE, 1);
        person("MATE", Fixtures.TEAM, Fixtures.MODULE, 0);
        person("WAITS", "T2", Fixtures.MODULE, 0);
        start();
        book(0, 0);
        book(2, 0);

        share();

        assertThat(state.isBooked(1)).isTrue();
        assertThat(state.shortfall()).isEqualTo(1 + 1);
    }

    /** Two sit in a session of one module; somebody urgent waits for another that does not run. */
    private void aSessionOfTheWrongModule() {
        data.module("M2", module -> {})
                .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of(Fixtures.MODULE, "M2"))
                .room(Fixtures.ROOM, room -> room.capacity = 2);
        person("P0", Fixtures.TEAM, Fixtures.MODULE, 0);
        person("P1", Fixtures.TEAM, Fixtures.MODULE, 0);
        person("URGENT", Fixtures.TEAM, "M2", 1);
        person("WAITS", Fixtures.TEAM, Fixtures.MODULE, 0);
    }

    @Test
    void aSessionChangesItsSubjectForWhoWeighsMoreIfOthersTakeItsSeats() {
        aSessionOfTheWrongModule();
        person("WAITS_TOO", Fixtures.TEAM, "M2", 0);
        start();
        book(0, 0);
        book(1, 0);

        share();

        assertThat(state.isBooked(2)).isTrue();
        assertThat(state.isBooked(4)).isTrue();
        assertThat(state.shortfall()).isEqualTo(3);
    }

    @Test
    void aSessionKeepsItsSubjectIfFewerWouldCome() {
        aSessionOfTheWrongModule();
        start();
        book(0, 0);
        book(1, 0);

        share();

        assertThat(state.isBooked(0)).isTrue();
        assertThat(state.isBooked(1)).isTrue();
        assertThat(state.isBooked(2)).isFalse();
    }
}
