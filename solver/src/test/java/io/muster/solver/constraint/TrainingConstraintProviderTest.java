package io.muster.solver.constraint;

import static io.muster.solver.support.Fixtures.FRIDAY;
import static io.muster.solver.support.Fixtures.MODULE;
import static io.muster.solver.support.Fixtures.MONDAY;
import static io.muster.solver.support.Fixtures.ROOM;
import static io.muster.solver.support.Fixtures.TEAM;
import static io.muster.solver.support.Fixtures.TRAINER;
import static io.muster.solver.support.Fixtures.TUESDAY;
import static io.muster.solver.support.Fixtures.WEDNESDAY;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import io.muster.data.model.DemandScope;
import io.muster.data.model.Programme.Slot;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.model.Enrolment;
import io.muster.solver.model.Session;
import io.muster.solver.model.TrainerPlace;
import io.muster.solver.model.TrainingPlan;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each constraint by itself: match, near miss, boundary, magnitude, worked out by hand. */
class TrainingConstraintProviderTest {

    private static final ConstraintVerifier<TrainingConstraintProvider, TrainingPlan> VERIFIER =
            ConstraintVerifier.build(
                    new TrainingConstraintProvider(),
                    TrainingPlan.class,
                    Session.class,
                    TrainerPlace.class,
                    Enrolment.class);

    private static final String NEAR = "NEAR";
    private static final String FAR = "FAR";
    private static final int AM = 0;
    private static final int PM = 1;
    private static final LocalDate NEXT_MONDAY = MONDAY.plusDays(7);

    /** Room NEAR is 15 minutes + 3 × 11.12 km = 48 minutes away, FAR twice that far: 82 minutes. */
    private final DataSetBuilder data = Fixtures.dataSet()
            .staff("P1", "P2", "P3", "P4", "P5", "P6")
            .module("M2", module -> {})
            .module("M3", module -> {})
            .module("LONG", module -> module.slots = 2)
            .module("WEB", module -> module.delivery = Delivery.VIRTUAL)
            .module("PLT", DataSetBuilder.ModuleFields::digital)
            .room("R2", room -> {})
            .venue("V2", 51.6, -0.12)
            .room(NEAR, room -> room.venue = "V2")
            .venue("V3", 51.7, -0.12)
            .room(FAR, room -> room.venue = "V3");

    private final Scene scene = new Scene(data);

    private static void expect(
            BiFunction<TrainingConstraintProvider, ConstraintFactory, Constraint> constraint,
            Scene scene,
            long points) {
        VERIFIER.verifyThat(constraint).givenSolution(scene.plan()).penalizesBy(points);
    }

    @Nested
    class Scope {

        @Test
        void aBookingOfItsRequirementIsFine() {
            scene.require(MODULE, "P1").booked(ROOM, MODULE, MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::scope, scene, 0);
        }

        @ParameterizedTest
        @CsvSource({"2025-04-07, 1", "2025-04-08, 0", "2025-04-10, 0", "2025-04-11, 1"})
        void itIsWithinEarliestAndLatest(LocalDate date, int points) {
            scene.decide("P1", MODULE, Decision.IN_SCOPE, 0, TUESDAY, FRIDAY.minusDays(1))
                    .booked(ROOM, MODULE, date, AM, "P1");
            expect(TrainingConstraintProvider::scope, scene, points);
        }

        @ParameterizedTest
        @CsvSource({"2025-04-07, 2", "2025-04-08, 0"})
        void itIsNotBeforeTheRelease(LocalDate date, int points) {
            data.module(MODULE, module -> module.releaseDate = TUESDAY);
            scene.require(MODULE, "P1", "P2").booked(ROOM, MODULE, date, AM, "P1", "P2");
            expect(TrainingConstraintProvider::scope, scene, points);
        }

        @Test
        void shortNoticeIsNoMatterOfScope() {
            data.programme(programme -> programme.asOf = MONDAY);
            scene.require(MODULE, "P1").booked(ROOM, MODULE, MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::scope, scene, 0);
        }

        @Test
        void aSessionOfAnotherModuleOrOfNoneIsAPoint() {
            scene.require(MODULE, "P1", "P2")
                    .session(ROOM, "M2", MONDAY, AM)
                    .bookFor(MODULE, ROOM, MONDAY, AM, "P1")
                    .bookFor(MODULE, "R2", MONDAY, AM, "P2");
            expect(TrainingConstraintProvider::scope, scene, 2);
        }

        @ParameterizedTest
        @CsvSource({"0, 0", "1, 1"})
        void aTwoSlotModuleStandsAtTheFirstSlot(int slot, int points) {
            scene.require("LONG", "P1").booked(ROOM, "LONG", MONDAY, slot, "P1");
            expect(TrainingConstraintProvider::scope, scene, points);
        }

        @Test
        void aTwoSlotModuleDoesNotFitAOneSlotProgramme() {
            data.programme(
                    programme -> programme.slots = List.of(new Slot("DAY", LocalTime.of(9, 0), LocalTime.of(17, 0))));
            scene.require("LONG", "P1").booked(ROOM, "LONG", MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::scope, scene, 1);
        }

        @Test
        void severalCausesAreOnePoint() {
            scene.decide("P1", MODULE, Decision.IN_SCOPE, 0, TUESDAY, null).bookFor(MODULE, ROOM, MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::scope, scene, 1);
        }
    }

    @Nested
    class Clash {

        @Test
        void morningAndAfternoonAreFine() {
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked(ROOM, "M2", MONDAY, PM, "P1");
            expect(TrainingConstraintProvider::clash, scene, 0);
        }

        @Test
        void twoPeopleDoNotClash() {
            scene.require(MODULE, "P1", "P2")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked("R2", MODULE, MONDAY, AM, "P2");
            expect(TrainingConstraintProvider::clash, scene, 0);
        }

        @Test
        void eachBookingBeyondTheFirstOfASlotIsAPoint() {
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .require("PLT", "P1")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked("R2", "M2", MONDAY, AM, "P1")
                    .digital("PLT", MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::clash, scene, 2);
        }

        @Test
        void aTwoSlotSessionClashesInBothSlots() {
            scene.require("LONG", "P1")
                    .require(MODULE, "P1")
                    .require("M2", "P1")
                    .booked(ROOM, "LONG", MONDAY, AM, "P1")
                    .booked("R2", MODULE, MONDAY, AM, "P1")
                    .booked("R2", "M2", MONDAY, PM, "P1");
            expect(TrainingConstraintProvider::clash, scene, 2);
        }
    }

    @Nested
    class Capacity {

        @ParameterizedTest
        @CsvSource({"3, 20, 0", "2, 20, 1", "20, 1, 2", "3, 3, 0"})
        void itIsTheSmallerOfRoomAndClass(int room, int maxClass, int points) {
            data.room(ROOM, fields -> fields.capacity = room).module(MODULE, module -> module.maxClass = maxClass);
            scene.require(MODULE, "P1", "P2", "P3").booked(ROOM, MODULE, MONDAY, AM, "P1", "P2", "P3");
            expect(TrainingConstraintProvider::capacity, scene, points);
        }

        @ParameterizedTest
        @CsvSource({"3, 0", "1, 2"})
        void aVirtualSessionsIsTheClass(int maxClass, int points) {
            data.module("WEB", module -> module.maxClass = maxClass);
            scene.require("WEB", "P1", "P2", "P3").booked("WEB1", "WEB", MONDAY, AM, "P1", "P2", "P3");
            expect(TrainingConstraintProvider::capacity, scene, points);
        }

        @Test
        void digitalLearningHasNone() {
            scene.require("PLT", "P1", "P2").digital("PLT", MONDAY, AM, "P1", "P2");
            expect(TrainingConstraintProvider::capacity, scene, 0);
        }

        @Test
        void aSessionWithoutAModuleTakesNobody() {
            scene.require(MODULE, "P1", "P2")
                    .bookFor(MODULE, ROOM, MONDAY, AM, "P1")
                    .bookFor(MODULE, ROOM, MONDAY, AM, "P2");
            expect(TrainingConstraintProvider::capacity, scene, 2);
        }
    }

    @Nested
    class OnDuty {

        @ParameterizedTest
        @CsvSource({"false, 1", "true, 0"})
        void aRestDayNeedsPermission(boolean permitted, int points) {
            data.pattern("WEEK", MONDAY, "R", "09:00-17:00")
                    .staff("P1", person -> person.pattern = "WEEK")
                    .programme(programme -> programme.restDayTraining = permitted);
            scene.require(MODULE, "P1").booked(ROOM, MODULE, MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::duty, scene, points);
        }

        @Test
        void aWorkingDayIsFine() {
            scene.require(MODULE, "P1").booked(ROOM, MODULE, MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::duty, scene, 0);
        }

        @ParameterizedTest
        @CsvSource({"2025-04-08, 2", "2025-04-09, 0"})
        void whoeverIsNotDeployableYetIsAPointForEachBooking(LocalDate date, int points) {
            data.staff("P1", person -> person.joined = WEDNESDAY);
            scene.require(MODULE, "P1")
                    .require("PLT", "P1")
                    .booked(ROOM, MODULE, date, AM, "P1")
                    .digital("PLT", date, PM, "P1");
            expect(TrainingConstraintProvider::duty, scene, points);
        }

        @ParameterizedTest
        @CsvSource({"2025-04-07, 1", "2025-04-08, 1", "2025-04-09, 0"})
        void aStatusHoldsUntilItsLastDay(LocalDate date, int points) {
            data.staff("P1", person -> {
                person.status = "SICK";
                person.statusUntil = TUESDAY;
            });
            scene.require(MODULE, "P1").booked(ROOM, MODULE, date, AM, "P1");
            expect(TrainingConstraintProvider::duty, scene, points);
        }
    }

    @Nested
    class AbsenceOfStaff {

        @ParameterizedTest
        @CsvSource({
            "2025-04-07T12:30, 2025-04-07T13:30, 0",
            "2025-04-07T12:29, 2025-04-07T13:30, 1",
            "2025-04-07T00:00, 2025-04-07T09:00, 0",
            "2025-04-07T00:00, 2025-04-08T00:00, 1"
        })
        void itMustNotOverlapABookedSlot(String from, String to, int points) {
            data.absence("P1", from, to);
            scene.require(MODULE, "P1").booked(ROOM, MODULE, MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::absence, scene, points);
        }

        @Test
        void bothSlotsOfOneBookingAreOnePoint() {
            data.absence("P1", "2025-04-07T09:00", "2025-04-07T17:00");
            scene.require("LONG", "P1").booked(ROOM, "LONG", MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::absence, scene, 1);
        }

        @Test
        void theOtherSlotIsFine() {
            data.absence("P1", "2025-04-07T09:00", "2025-04-07T12:30");
            scene.require(MODULE, "P1", "P2").booked(ROOM, MODULE, MONDAY, PM, "P1", "P2");
            expect(TrainingConstraintProvider::absence, scene, 0);
        }
    }

    @Nested
    class Rest {

        @ParameterizedTest
        @CsvSource({"14:00-22:00, 0", "14:00-22:01, 1"})
        void afterTheDutyOfTheDayBefore(String before, int points) {
            data.pattern("LATE", MONDAY, before, "09:00-17:00", "R", "R")
                    .staff("P1", person -> person.pattern = "LATE");
            scene.require(MODULE, "P1").booked(ROOM, MODULE, TUESDAY, AM, "P1");
            expect(TrainingConstraintProvider::rest, scene, points);
        }

        @ParameterizedTest
        @CsvSource({"04:00-12:00, 0", "03:59-12:00, 1"})
        void beforeTheDutyOfTheDayAfter(String after, int points) {
            data.pattern("EARLY", MONDAY, "09:00-17:00", after, "R", "R")
                    .staff("P1", person -> person.pattern = "EARLY");
            scene.require(MODULE, "P1").booked(ROOM, MODULE, MONDAY, PM, "P1");
            expect(TrainingConstraintProvider::rest, scene, points);
        }

        @Test
        void bothSidesAreTwoPoints() {
            data.pattern("ODD", MONDAY, "22:00-07:30", "09:00-17:00", "02:00-10:00", "R")
                    .staff("P1", person -> person.pattern = "ODD");
            scene.require("LONG", "P1").booked(ROOM, "LONG", TUESDAY, AM, "P1");
            expect(TrainingConstraintProvider::rest, scene, 2);
        }

        @Test
        void twoBookedDaysAreOnePair() {
            data.programme(programme -> programme.slots = List.of(
                    new Slot("DAY", LocalTime.of(8, 0), LocalTime.of(12, 0)),
                    new Slot("EVE", LocalTime.of(18, 0), LocalTime.of(22, 0))));
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .booked(ROOM, MODULE, MONDAY, PM, "P1")
                    .booked(ROOM, "M2", TUESDAY, AM, "P1");
            // Monday 22:00 to Tuesday 08:00 is one short pair; Sunday's and Wednesday's duties are far enough.
            expect(TrainingConstraintProvider::rest, scene, 1);
        }

        @Test
        void trainingReplacesTheDutyOfItsDay() {
            data.pattern("LATE", MONDAY, "14:00-23:30", "14:00-23:30", "R", "R", "R", "R", "R")
                    .staff("P1", person -> person.pattern = "LATE");
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked(ROOM, "M2", TUESDAY, AM, "P1");
            expect(TrainingConstraintProvider::rest, scene, 0);
        }

        @Test
        void aDutyWhollyCoveredByAbsenceIsNoWork() {
            data.pattern("LATE", MONDAY, "14:00-23:30", "09:00-17:00", "R")
                    .staff("P1", person -> person.pattern = "LATE")
                    .absence("P1", "2025-04-07T14:00", "2025-04-07T20:00")
                    .absence("P1", "2025-04-07T20:00", "2025-04-07T23:30");
            scene.require(MODULE, "P1").booked(ROOM, MODULE, TUESDAY, AM, "P1");
            expect(TrainingConstraintProvider::rest, scene, 0);
        }

        @Test
        void restCountsAlsoOnADayThatMayNotBeBooked() {
            data.pattern("LATE", MONDAY, "14:00-23:30", "R", "R").staff("P1", person -> person.pattern = "LATE");
            scene.require(MODULE, "P1", "P2").booked(ROOM, MODULE, TUESDAY, AM, "P1");
            expect(TrainingConstraintProvider::rest, scene, 1);
        }

        @Test
        void enoughRestOnADayThatMayNotBeBookedIsFine() {
            data.pattern("FREE", MONDAY, "R").staff("P1", person -> person.pattern = "FREE");
            scene.require(MODULE, "P1").booked(ROOM, MODULE, TUESDAY, AM, "P1");
            expect(TrainingConstraintProvider::rest, scene, 0);
        }
    }

    @Nested
    class TravelLimit {

        @ParameterizedTest
        @CsvSource({"82, 0", "81, 2"})
        void travelTakesAtMostTheLimit(int limit, int points) {
            data.programme(programme -> programme.maxTravelMinutes = limit);
            scene.require(MODULE, "P1", "P2").booked(FAR, MODULE, MONDAY, AM, "P1", "P2");
            expect(TrainingConstraintProvider::travelLimit, scene, points);
        }

        @Test
        void virtualAndDigitalNeedNone() {
            data.programme(programme -> programme.maxTravelMinutes = 0);
            scene.require("WEB", "P1")
                    .require("PLT", "P1")
                    .booked("WEB1", "WEB", MONDAY, AM, "P1")
                    .digital("PLT", MONDAY, PM, "P1");
            expect(TrainingConstraintProvider::travelLimit, scene, 0);
        }
    }

    @Nested
    class OneVenue {

        @Test
        void twoRoomsOfAVenueAreFine() {
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked("R2", "M2", MONDAY, PM, "P1");
            expect(TrainingConstraintProvider::oneVenue, scene, 0);
        }

        @Test
        void twoVenuesOnTwoDaysAreFine() {
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked(NEAR, "M2", TUESDAY, PM, "P1");
            expect(TrainingConstraintProvider::oneVenue, scene, 0);
        }

        @Test
        void eachVenueBeyondTheFirstIsAPointAndVirtualIsOne() {
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .require("WEB", "P1")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked(NEAR, "M2", MONDAY, PM, "P1")
                    .booked("WEB1", "WEB", MONDAY, PM, "P1");
            expect(TrainingConstraintProvider::oneVenue, scene, 2);
        }

        @Test
        void digitalMayStandBesideAny() {
            scene.require(MODULE, "P1")
                    .require("PLT", "P1")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .digital("PLT", MONDAY, PM, "P1");
            expect(TrainingConstraintProvider::oneVenue, scene, 0);
        }
    }

    @Nested
    class Needs {

        @Test
        void theRoomHasEveryFeature() {
            data.room(ROOM, room -> room.features = List.of("LOOP", "LIFT"))
                    .room("R2", room -> room.features = List.of("LIFT"))
                    .staff("P1", person -> person.needs = List.of("LIFT", "LOOP"))
                    .staff("P2", person -> person.needs = List.of("LIFT", "LOOP"));
            scene.require(MODULE, "P1", "P2")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked("R2", MODULE, MONDAY, AM, "P2");
            expect(TrainingConstraintProvider::needs, scene, 1);
        }

        @Test
        void aVirtualSessionLacksNothing() {
            data.staff("P1", person -> person.needs = List.of("LIFT"));
            scene.require("WEB", "P1").booked("WEB1", "WEB", MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::needs, scene, 0);
        }

        @ParameterizedTest
        @CsvSource({"09:00, 0", "09:01, 1"})
        void theFirstSlotStartsAtOrAfterTheEarliestStart(LocalTime notBefore, int points) {
            data.staff("P1", person -> person.notBefore = notBefore);
            scene.require("PLT", "P1").digital("PLT", MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::needs, scene, points);
        }

        @Test
        void anEarlyDayIsOnePointHoweverManyBookings() {
            data.staff("P1", person -> person.notBefore = LocalTime.of(14, 0));
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked(ROOM, "M2", MONDAY, PM, "P1");
            expect(TrainingConstraintProvider::needs, scene, 1);
        }

        @Test
        void featuresAndEarlyStartAddUp() {
            data.staff("P1", person -> {
                person.notBefore = LocalTime.of(10, 0);
                person.needs = List.of("LIFT");
            });
            scene.require(MODULE, "P1").booked(ROOM, MODULE, MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::needs, scene, 2);
        }
    }

    @Nested
    class Order {

        private void after(String... before) {
            data.module("M2", module -> module.after = List.of(before));
        }

        @Test
        void morningThenAfternoonOfOneDayIsInOrder() {
            after(MODULE);
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked(ROOM, "M2", MONDAY, PM, "P1");
            expect(TrainingConstraintProvider::order, scene, 0);
        }

        @Test
        void afternoonThenMorningOfOneDayIsNot() {
            after(MODULE);
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .booked(ROOM, MODULE, MONDAY, PM, "P1")
                    .booked(ROOM, "M2", MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::order, scene, 1);
        }

        @ParameterizedTest
        @CsvSource({"2025-04-08, 1", "2025-04-09, 0", "2025-04-11, 0", "2025-04-14, 1"})
        void gapsAreInclusive(LocalDate date, int points) {
            after(MODULE);
            data.module("M2", module -> {
                module.minGapDays = 2;
                module.maxGapDays = 4;
            });
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked(ROOM, "M2", date, AM, "P1");
            expect(TrainingConstraintProvider::order, scene, points);
        }

        @Test
        void everyPrerequisiteUnbookedDeferredOrUndecidedIsAPoint() {
            after(MODULE, "M3", "LONG");
            scene.require(MODULE, "P1")
                    .decide("P1", "M3", Decision.DEFERRED, 0, null, null)
                    .require("M2", "P1")
                    .booked(ROOM, "M2", MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::order, scene, 3);
        }

        @Test
        void creditedOutOfScopeAndCompletedAreSettled() {
            after(MODULE, "M3", "LONG");
            data.completion("P1", "LONG");
            scene.decide("P1", MODULE, Decision.CREDITED, 0, null, null)
                    .decide("P1", "M3", Decision.OUT_OF_SCOPE, 0, null, null)
                    .require("M2", "P1")
                    .booked(ROOM, "M2", MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::order, scene, 0);
        }
    }

    @Nested
    class AbstractionCap {

        @ParameterizedTest
        @CsvSource({"50, 0", "34, 0", "33, 1", "10, 2", "1, 2"})
        void atMostTheCapOfATeamAndDay(String ceiling, int points) {
            data.team(TEAM, team -> team.ceilingPct = ceiling);
            scene.require(MODULE, "P1", "P2", "P3").booked(ROOM, MODULE, MONDAY, AM, "P1", "P2", "P3");
            expect(TrainingConstraintProvider::abstractionCap, scene, points);
        }

        @Test
        void aStaffMemberCountsOnceADay() {
            data.team(TEAM, team -> team.ceilingPct = "1");
            scene.require(MODULE, "P1")
                    .require("PLT", "P1")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .digital("PLT", MONDAY, PM, "P1");
            expect(TrainingConstraintProvider::abstractionCap, scene, 0);
        }

        @Test
        void aFreezeLetsNobodyGo() {
            data.demand(DemandScope.Kind.ALL, "", MONDAY, MONDAY, "0");
            scene.require(MODULE, "P1", "P2")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked(ROOM, MODULE, TUESDAY, AM, "P2");
            expect(TrainingConstraintProvider::abstractionCap, scene, 1);
        }

        @Test
        void aRestDayDoesNotCountButOneNotDeployableDoes() {
            data.demand(DemandScope.Kind.ALL, "", MONDAY, MONDAY, "0")
                    .pattern("FREE", MONDAY, "R")
                    .staff("P1", person -> person.pattern = "FREE")
                    .staff("P2", person -> person.status = "SICK");
            scene.require(MODULE, "P1", "P2").booked(ROOM, MODULE, MONDAY, AM, "P1", "P2");
            expect(TrainingConstraintProvider::abstractionCap, scene, 1);
        }
    }

    @Nested
    class Week {

        @Test
        void daysOverTheLimitOfAnIsoWeek() {
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .require("M3", "P1")
                    .require("LONG", "P1")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked(ROOM, "M2", TUESDAY, AM, "P1")
                    .booked(ROOM, "M3", WEDNESDAY, AM, "P1")
                    .booked(ROOM, "LONG", FRIDAY, AM, "P1");
            expect(TrainingConstraintProvider::week, scene, 2);
        }

        @Test
        void theLimitItselfAndTwoBookingsOfADayAreFine() {
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .require("M3", "P1")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked(ROOM, "M2", MONDAY, PM, "P1")
                    .booked(ROOM, "M3", FRIDAY, AM, "P1");
            expect(TrainingConstraintProvider::week, scene, 0);
        }

        @Test
        void theNextWeekCountsAnew() {
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .require("M3", "P1")
                    .booked(ROOM, MODULE, TUESDAY, AM, "P1")
                    .booked(ROOM, "M2", FRIDAY, AM, "P1")
                    .booked(ROOM, "M3", NEXT_MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::week, scene, 0);
        }
    }

    @Nested
    class RoomOfASession {

        @ParameterizedTest
        @CsvSource({"2025-04-07, 1", "2025-04-08, 1", "2025-04-09, 0"})
        void itIsOpen(LocalDate date, int points) {
            data.room(ROOM, room -> room.from = TUESDAY).closure(ROOM, TUESDAY, TUESDAY);
            scene.require(MODULE, "P1", "P2").booked(ROOM, MODULE, date, AM, "P1", "P2");
            expect(TrainingConstraintProvider::room, scene, points);
        }

        @Test
        void aSessionNobodyIsBookedInDoesNotRun() {
            data.closure(ROOM, MONDAY, MONDAY);
            scene.require(MODULE, "P1").session(ROOM, MODULE, MONDAY, AM);
            expect(TrainingConstraintProvider::room, scene, 0);
        }

        @Test
        void aFaceToFaceModuleNeedsARoom() {
            scene.require(MODULE, "P1").require("WEB", "P2", "P3").booked("WEB1", MODULE, MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::room, scene, 1);
        }

        @Test
        void aTwoSlotSessionAndOneAfterLunchOverlap() {
            scene.require("LONG", "P1")
                    .require(MODULE, "P2")
                    .booked(ROOM, "LONG", MONDAY, AM, "P1")
                    .booked(ROOM, MODULE, MONDAY, PM, "P2");
            expect(TrainingConstraintProvider::room, scene, 1);
        }

        @Test
        void morningAndAfternoonSessionsAreFine() {
            scene.require(MODULE, "P1", "P2")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked(ROOM, MODULE, MONDAY, PM, "P2");
            expect(TrainingConstraintProvider::room, scene, 0);
        }
    }

    @Nested
    class Trainers {

        private Scene taught(String... trainerIds) {
            return scene.require(MODULE, "P1")
                    .require("M2", "P2")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .teach(ROOM, MONDAY, AM, trainerIds);
        }

        private void able(String id, boolean internal) {
            data.trainer(id, trainer -> {
                trainer.internal = internal;
                trainer.modules = List.of(MODULE, "M2", "M3");
            });
        }

        private void two(int internals) {
            data.module(MODULE, module -> {
                module.trainers = 2;
                module.internalTrainers = internals;
            });
        }

        @Test
        void theRightOneIsFine() {
            expect(TrainingConstraintProvider::trainers, taught(TRAINER), 0);
        }

        @Test
        void eachOneMissingIsAPoint() {
            two(0);
            expect(TrainingConstraintProvider::trainers, taught(), 2);
        }

        @Test
        void oneTooManyIsAPoint() {
            data.module("M3", module -> module.trainers = 2);
            able("X2", false);
            expect(TrainingConstraintProvider::trainers, taught(TRAINER, "X2"), 1);
        }

        @Test
        void theSameTrainerTwiceIsOne() {
            two(0);
            expect(TrainingConstraintProvider::trainers, taught(TRAINER, TRAINER), 1);
        }

        @ParameterizedTest
        @CsvSource({"0, 0", "1, 1", "2, 2"})
        void eachInternalMissingIsAPoint(int internals, int points) {
            two(internals);
            able("X2", false);
            able("X3", false);
            expect(TrainingConstraintProvider::trainers, taught("X2", "X3"), points);
        }

        @Test
        void unaccreditedAndUnavailableAreAPointEach() {
            data.trainer(TRAINER, trainer -> trainer.modules = List.of("M2")).trainerAbsence(TRAINER, MONDAY, MONDAY);
            expect(TrainingConstraintProvider::trainers, taught(TRAINER), 2);
        }

        @Test
        void twoSessionsInOneSlotAndTwoVenuesOnOneDayAreAPointEach() {
            able(TRAINER, true);
            taught(TRAINER).booked(NEAR, "M2", MONDAY, AM, "P2").teach(NEAR, MONDAY, AM, TRAINER);
            expect(TrainingConstraintProvider::trainers, scene, 2);
        }

        @Test
        void aVirtualSessionHasNoVenue() {
            data.trainer(TRAINER, trainer -> trainer.modules = List.of(MODULE, "WEB"));
            scene.require("WEB", "P2");
            taught(TRAINER).booked("WEB1", "WEB", MONDAY, PM, "P2").teach("WEB1", MONDAY, PM, TRAINER);
            expect(TrainingConstraintProvider::trainers, scene, 0);
        }

        @ParameterizedTest
        @CsvSource({"2, 0", "1, 1", "0, 2"})
        void daysOverTheLimitOfAnIsoWeek(int limit, int points) {
            able(TRAINER, true);
            data.trainer(TRAINER, trainer -> trainer.maxDaysPerWeek = limit);
            taught(TRAINER).booked(ROOM, "M2", TUESDAY, AM, "P2").teach(ROOM, TUESDAY, AM, TRAINER);
            expect(TrainingConstraintProvider::trainers, scene, points);
        }

        @Test
        void aSessionNobodyIsBookedInTakesNoTrainersTime() {
            able(TRAINER, true);
            taught(TRAINER).session(NEAR, "M2", MONDAY, AM).teach(NEAR, MONDAY, AM, TRAINER);
            expect(TrainingConstraintProvider::trainers, scene, 0);
        }
    }

    @Nested
    class Notice {

        @ParameterizedTest
        @CsvSource({"2025-03-10, 0", "2025-03-11, 2"})
        void aNewBookingHasTwentyEightDays(LocalDate asOf, int points) {
            data.programme(programme -> programme.asOf = asOf);
            scene.require(MODULE, "P1", "P2").booked(ROOM, MODULE, MONDAY, AM, "P1", "P2");
            expect(TrainingConstraintProvider::notice, scene, points);
        }
    }

    @Nested
    class Cohort {

        private void cohorts() {
            data.module(MODULE, module -> module.grouping = Grouping.COHORT)
                    .staff("P1", person -> person.cohort = "A")
                    .staff("P2", person -> person.cohort = "A")
                    .staff("P3", person -> person.cohort = "A")
                    .staff("P4", person -> person.cohort = "B");
        }

        @Test
        void allInOneSessionOrNoneIsFine() {
            cohorts();
            scene.require(MODULE, "P1", "P2", "P3", "P4").booked(ROOM, MODULE, MONDAY, AM, "P1", "P2", "P3");
            expect(TrainingConstraintProvider::cohort, scene, 0);
        }

        @Test
        void eachSessionBeyondTheFirstIsAPointAndUnbookedIsOne() {
            cohorts();
            scene.require(MODULE, "P1", "P2", "P3")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .booked("R2", MODULE, MONDAY, AM, "P2");
            expect(TrainingConstraintProvider::cohort, scene, 2);
        }

        @Test
        void membersWhoDoNotRequireItAreNotMissed() {
            cohorts();
            scene.require(MODULE, "P1", "P2").booked(ROOM, MODULE, MONDAY, AM, "P1", "P2");
            expect(TrainingConstraintProvider::cohort, scene, 0);
        }

        @Test
        void twoCohortsInASessionAreAPoint() {
            cohorts();
            scene.require(MODULE, "P1", "P2", "P3", "P4", "P5")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1", "P2", "P3", "P4", "P5");
            expect(TrainingConstraintProvider::cohort, scene, 1);
        }

        @Test
        void anIndividualModuleDoesNotAsk() {
            cohorts();
            scene.require("M2", "P1", "P2", "P4").booked(ROOM, "M2", MONDAY, AM, "P1", "P4");
            expect(TrainingConstraintProvider::cohort, scene, 0);
        }
    }

    @Nested
    class Coverage {

        @Test
        void eachUnbookedRequirementCountsOneAndItsPriority() {
            scene.decide("P1", MODULE, Decision.IN_SCOPE, 2, null, null)
                    .decide("P2", MODULE, Decision.IN_SCOPE, 0, null, null)
                    .decide("P3", MODULE, Decision.IN_SCOPE, 2, null, null)
                    .decide("P4", MODULE, Decision.OUT_OF_SCOPE, 2, null, null)
                    .booked(ROOM, MODULE, MONDAY, AM, "P3");
            expect(TrainingConstraintProvider::coverage, scene, 3 + 1);
        }

        @Test
        void everybodyBookedIsFine() {
            scene.require(MODULE, "P1").booked(ROOM, MODULE, MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::coverage, scene, 0);
        }
    }

    @Nested
    class RoomHire {

        @Test
        void eachSlotOfASessionThatRunsIsPaid() {
            scene.require(MODULE, "P1", "P2")
                    .require("LONG", "P3")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1", "P2")
                    .booked("R2", "LONG", MONDAY, AM, "P3")
                    .session(NEAR, MODULE, MONDAY, AM);
            expect(TrainingConstraintProvider::roomHire, scene, 3 * 5000);
        }

        @Test
        void virtualAndDigitalNeedNone() {
            scene.require("WEB", "P1")
                    .require("PLT", "P1")
                    .booked("WEB1", "WEB", MONDAY, AM, "P1")
                    .digital("PLT", MONDAY, PM, "P1");
            expect(TrainingConstraintProvider::roomHire, scene, 0);
        }
    }

    @Nested
    class TrainerDays {

        @Test
        void aTrainerIsPaidOnceADay() {
            scene.require(MODULE, "P1", "P2", "P3")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .teach(ROOM, MONDAY, AM, TRAINER)
                    .booked(ROOM, MODULE, MONDAY, PM, "P2")
                    .teach(ROOM, MONDAY, PM, TRAINER)
                    .booked(ROOM, MODULE, TUESDAY, AM, "P3")
                    .teach(ROOM, TUESDAY, AM, TRAINER);
            expect(TrainingConstraintProvider::trainerDays, scene, 2 * 30_000);
        }

        @Test
        void aSessionNobodyIsBookedInIsNotPaid() {
            scene.require(MODULE, "P1").session(ROOM, MODULE, MONDAY, AM).teach(ROOM, MONDAY, AM, TRAINER);
            expect(TrainingConstraintProvider::trainerDays, scene, 0);
        }
    }

    @Nested
    class Travel {

        @Test
        void aDayAtOneVenueIsOneJourney() {
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .booked(NEAR, MODULE, MONDAY, AM, "P1")
                    .booked(NEAR, "M2", MONDAY, PM, "P1");
            expect(TrainingConstraintProvider::travel, scene, 48 * 40);
        }

        @Test
        void minutesOverTheTargetArePaidAgain() {
            scene.require(MODULE, "P1").booked(FAR, MODULE, MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::travel, scene, 82 * 40 + 22 * 100);
        }

        @Test
        void theOwnBaseIsFree() {
            scene.require(MODULE, "P1").booked(ROOM, MODULE, MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::travel, scene, 0);
        }

        @Test
        void ofSeveralVenuesTheFarthestIsPaid() {
            scene.require(MODULE, "P1")
                    .require("M2", "P1")
                    .booked(NEAR, MODULE, MONDAY, AM, "P1")
                    .booked(FAR, "M2", MONDAY, PM, "P1");
            expect(TrainingConstraintProvider::travel, scene, 82 * 40 + 22 * 100);
        }
    }

    @Nested
    class Abstraction {

        @Test
        void eachStaffMemberAndDay() {
            scene.require(MODULE, "P1", "P2")
                    .require("PLT", "P1")
                    .require("M2", "P1")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1", "P2")
                    .digital("PLT", MONDAY, PM, "P1")
                    .booked(ROOM, "M2", TUESDAY, AM, "P1");
            expect(TrainingConstraintProvider::abstraction, scene, 3 * 6000);
        }
    }

    @Nested
    class RestDay {

        @ParameterizedTest
        @CsvSource({"true, 25000", "false, 0"})
        void eachBookedRestDayIfPermitted(boolean permitted, long pence) {
            data.pattern("FREE", MONDAY, "R")
                    .staff("P1", person -> person.pattern = "FREE")
                    .programme(programme -> programme.restDayTraining = permitted);
            scene.require(MODULE, "P1", "P2")
                    .require("M2", "P1")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1", "P2")
                    .booked(ROOM, "M2", MONDAY, PM, "P1");
            expect(TrainingConstraintProvider::restDay, scene, pence);
        }
    }

    @Nested
    class Seats {

        @ParameterizedTest
        @CsvSource({"3, 500", "2, 0", "20, 7500"})
        void eachSeatUnderTheTargetOccupancy(int capacity, long pence) {
            data.room(ROOM, room -> room.capacity = capacity);
            scene.require(MODULE, "P1", "P2").booked(ROOM, MODULE, MONDAY, AM, "P1", "P2");
            expect(TrainingConstraintProvider::seats, scene, pence);
        }

        @ParameterizedTest
        @CsvSource({"2, 0", "3, 20000"})
        void aClassUnderItsMinimum(int minClass, long pence) {
            data.room(ROOM, room -> room.capacity = 2).module(MODULE, module -> module.minClass = minClass);
            scene.require(MODULE, "P1", "P2").booked(ROOM, MODULE, MONDAY, AM, "P1", "P2");
            expect(TrainingConstraintProvider::seats, scene, pence);
        }

        @Test
        void digitalLearningHasNone() {
            scene.require("PLT", "P1").digital("PLT", MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::seats, scene, 0);
        }
    }

    @Nested
    class Mix {

        @Test
        void bookingsOfTheLargestTeamOverItsShare() {
            data.team("T2", team -> {}).staff("P5", person -> person.team = "T2");
            scene.require(MODULE, "P1", "P2", "P3", "P4", "P5")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1", "P2", "P3", "P4", "P5");
            expect(TrainingConstraintProvider::mix, scene, 2 * 1000);
        }

        @Test
        void aSessionOfFourIsFine() {
            scene.require(MODULE, "P1", "P2", "P3", "P4").booked(ROOM, MODULE, MONDAY, AM, "P1", "P2", "P3", "P4");
            expect(TrainingConstraintProvider::mix, scene, 0);
        }

        @Test
        void aCohortSessionIsExcepted() {
            data.module(MODULE, module -> module.grouping = Grouping.COHORT);
            scene.require(MODULE, "P1", "P2", "P3", "P4", "P5")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1", "P2", "P3", "P4", "P5");
            expect(TrainingConstraintProvider::mix, scene, 0);
        }

        @Test
        void theShareItselfIsFine() {
            data.programme(programme -> programme.sameTeamSharePct = "100");
            scene.require(MODULE, "P1", "P2", "P3", "P4", "P5")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1", "P2", "P3", "P4", "P5");
            expect(TrainingConstraintProvider::mix, scene, 0);
        }
    }

    @Nested
    class Priority {

        @ParameterizedTest
        @CsvSource({"2025-04-11, 2, 0", "2025-04-14, 2, 400", "2025-04-14, 0, 0", "2025-04-25, 1, 400"})
        void eachPriorityPointAndWholeWeek(LocalDate date, int priority, long pence) {
            scene.decide("P1", MODULE, Decision.IN_SCOPE, priority, null, null).booked(ROOM, MODULE, date, AM, "P1");
            expect(TrainingConstraintProvider::priority, scene, pence);
        }
    }

    @Nested
    class Trajectory {

        /** Two weeks of five days: of four requirements, two are due by the first week's end and four by the second's. */
        private Scene fourInTwoWeeks() {
            data.programme(programme -> programme.lastDay = FRIDAY.plusDays(7));
            return scene.require(MODULE, "P1", "P2", "P3", "P4");
        }

        @Test
        void nobodyBookedIsBehindInEveryWeek() {
            expect(TrainingConstraintProvider::trajectory, fourInTwoWeeks(), (2 + 4) * 50);
        }

        @Test
        void bookingsCountFromTheirWeekOn() {
            fourInTwoWeeks().booked(ROOM, MODULE, FRIDAY, AM, "P1").booked(ROOM, MODULE, NEXT_MONDAY, AM, "P2");
            expect(TrainingConstraintProvider::trajectory, scene, (1 + 2) * 50);
        }

        @Test
        void beingAheadEarnsNothing() {
            fourInTwoWeeks().booked(ROOM, MODULE, MONDAY, AM, "P1", "P2", "P3", "P4");
            expect(TrainingConstraintProvider::trajectory, scene, 0);
        }

        @Test
        void aBcuAheadDoesNotHelpAnother() {
            data.team("T2", team -> team.bcu = "B2")
                    .staff("P3", person -> person.team = "T2")
                    .staff("P4", person -> person.team = "T2");
            fourInTwoWeeks().booked(ROOM, MODULE, MONDAY, AM, "P1", "P2");
            expect(TrainingConstraintProvider::trajectory, scene, (1 + 2) * 50);
        }
    }

    /** What no plan can say, but an assignment can. */
    @Nested
    class OddAssignments {

        private void bookedWithoutModule() {
            scene.require(MODULE, "P1", "P2")
                    .bookFor(MODULE, NEAR, MONDAY, AM, "P1")
                    .bookFor(MODULE, NEAR, MONDAY, AM, "P2")
                    .teach(NEAR, MONDAY, AM, TRAINER);
        }

        @Test
        void aSessionWithoutAModuleDoesNotRun() {
            data.closure(NEAR, MONDAY, MONDAY);
            bookedWithoutModule();
            expect(TrainingConstraintProvider::room, scene, 0);
            expect(TrainingConstraintProvider::trainers, scene, 0);
            expect(TrainingConstraintProvider::roomHire, scene, 0);
            expect(TrainingConstraintProvider::trainerDays, scene, 0);
            expect(TrainingConstraintProvider::seats, scene, 0);
            expect(TrainingConstraintProvider::mix, scene, 0);
        }

        @Test
        void itsBookingsTakeTheirStaffToItsRoomForASlot() {
            scene.require("M2", "P1");
            bookedWithoutModule();
            scene.booked(ROOM, "M2", MONDAY, AM, "P1");
            expect(TrainingConstraintProvider::clash, scene, 1);
            expect(TrainingConstraintProvider::oneVenue, scene, 1);
            expect(TrainingConstraintProvider::abstraction, scene, 2 * 6000);
            expect(TrainingConstraintProvider::travel, scene, 2 * 48 * 40);
            expect(TrainingConstraintProvider::coverage, scene, 0);
        }

        @Test
        void aVirtualModuleUsesNoRoomWhereverItStands() {
            data.room(NEAR, room -> room.capacity = 1).closure(NEAR, MONDAY, MONDAY);
            scene.require("WEB", "P1", "P2").booked(NEAR, "WEB", MONDAY, AM, "P1", "P2");
            expect(TrainingConstraintProvider::capacity, scene, 0);
            expect(TrainingConstraintProvider::room, scene, 0);
            expect(TrainingConstraintProvider::roomHire, scene, 0);
            expect(TrainingConstraintProvider::travel, scene, 0);
        }

        @Test
        void aDigitalModuleNeedsNoSessionWhereverItStands() {
            scene.require("PLT", "P1").booked(NEAR, "PLT", MONDAY, AM, "P1").teach(NEAR, MONDAY, AM, TRAINER);
            expect(TrainingConstraintProvider::scope, scene, 0);
            expect(TrainingConstraintProvider::capacity, scene, 0);
            expect(TrainingConstraintProvider::trainers, scene, 0);
            expect(TrainingConstraintProvider::roomHire, scene, 0);
            expect(TrainingConstraintProvider::abstraction, scene, 6000);
        }

        @Test
        void aSessionCountsBookingsOfOtherModules() {
            data.room(ROOM, room -> room.capacity = 1);
            scene.require(MODULE, "P1")
                    .require("M2", "P2")
                    .booked(ROOM, MODULE, MONDAY, AM, "P1")
                    .bookFor("M2", ROOM, MONDAY, AM, "P2");
            expect(TrainingConstraintProvider::capacity, scene, 1);
        }
    }
}
