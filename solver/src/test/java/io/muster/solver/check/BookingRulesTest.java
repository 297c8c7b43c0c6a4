package io.muster.solver.check;

import static io.muster.solver.check.Audits.broken;
import static io.muster.solver.support.Fixtures.ALL_DAY;
import static io.muster.solver.support.Fixtures.AM;
import static io.muster.solver.support.Fixtures.AS_OF;
import static io.muster.solver.support.Fixtures.FRIDAY;
import static io.muster.solver.support.Fixtures.LAST_DAY;
import static io.muster.solver.support.Fixtures.MODULE;
import static io.muster.solver.support.Fixtures.MONDAY;
import static io.muster.solver.support.Fixtures.PM;
import static io.muster.solver.support.Fixtures.ROOM;
import static io.muster.solver.support.Fixtures.TEAM;
import static io.muster.solver.support.Fixtures.TRAINER;
import static io.muster.solver.support.Fixtures.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.muster.data.model.Programme.Travel;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.Booking;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.PlanBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** H01, H05, H06, H08 and H10: rules that judge one booking. */
class BookingRulesTest {

    /** P1 is booked; Q1 and Q2 keep the team's cap out of the way. */
    private final DataSetBuilder data = Fixtures.dataSet().staff("P1", "Q1", "Q2");

    private PlanBuilder plan() {
        return Fixtures.plan(data.build());
    }

    private PlanBuilder bookedOn(LocalDate date, List<String> slots) {
        return plan().session("S1", date, slots).book("S1", "P1");
    }

    @Test
    void aPlanThatKeepsEveryRuleIsValid() {
        AuditReport report =
                new PlanAuditor(data.build()).audit(bookedOn(MONDAY, AM).build(), null);

        assertThat(report.isValid()).isTrue();
        assertThat(report.hardViolations())
                .hasSize(18)
                .allSatisfy((rule, points) -> assertThat(points).isZero());
    }

    @Test
    void anEmptyPlanIsValid() {
        assertThat(broken(data, plan())).isEmpty();
    }

    @Nested
    class H01Scope {

        @ParameterizedTest
        @EnumSource(
                value = Decision.class,
                names = {"OUT_OF_SCOPE", "CREDITED", "DEFERRED"})
        void aDecisionThatIsNoRequirementBreaksIt(Decision decision) {
            assertThat(broken(data, bookedOn(MONDAY, AM).decide("P1", MODULE, decision)))
                    .containsExactly(entry("H01", 1L));
        }

        @Test
        void noDecisionBreaksIt() {
            assertThat(broken(data.build(), bookedOn(MONDAY, AM).buildWithScope(scope -> List.of()), null))
                    .containsExactly(entry("H01", 1L));
        }

        @Test
        void aDeferredRequirementMayBeBookedFromItsEarliestDate() {
            assertThat(broken(data, bookedOn(MONDAY, AM).decide("P1", MODULE, Decision.DEFERRED, 0, MONDAY, null)))
                    .isEmpty();
            assertThat(broken(data, bookedOn(MONDAY, AM).decide("P1", MODULE, Decision.DEFERRED, 0, TUESDAY, null)))
                    .containsExactly(entry("H01", 1L));
        }

        @Test
        void deferredUntilTheLastDayIsARequirement_deferredBeyondItIsNot() {
            PlanBuilder last = bookedOn(LAST_DAY, AM).decide("P1", MODULE, Decision.DEFERRED, 0, LAST_DAY, null);
            assertThat(broken(data, last)).isEmpty();

            PlanBuilder beyond = plan().decide("P1", MODULE, Decision.DEFERRED, 0, LAST_DAY.plusDays(1), null);
            AuditReport report = new PlanAuditor(data.build()).audit(beyond.build(), null);
            assertThat(report.requirements()).isZero();
        }

        @Test
        void aBookingLiesWithinEarliestAndLatestInclusive() {
            assertThat(broken(data, bookedOn(MONDAY, AM).decide("P1", MODULE, Decision.IN_SCOPE, 0, MONDAY, MONDAY)))
                    .isEmpty();
            assertThat(broken(data, bookedOn(MONDAY, AM).decide("P1", MODULE, Decision.IN_SCOPE, 0, TUESDAY, null)))
                    .containsExactly(entry("H01", 1L));
            assertThat(broken(data, bookedOn(TUESDAY, AM).decide("P1", MODULE, Decision.IN_SCOPE, 0, null, MONDAY)))
                    .containsExactly(entry("H01", 1L));
        }

        @Test
        void aWeekdayWithoutTrainingBreaksIt() {
            assertThat(broken(data, bookedOn(FRIDAY, AM))).isEmpty();
            assertThat(broken(data, bookedOn(FRIDAY.plusDays(1), AM))).containsExactly(entry("H01", 1L));
        }

        @Test
        void aClosedDayBreaksIt_anotherKindOfDayDoesNot() {
            data.calendar(MONDAY, "CLOSED").calendar(TUESDAY, "SCHOOL_HOLIDAY");

            assertThat(broken(data, bookedOn(MONDAY, AM))).containsExactly(entry("H01", 1L));
            assertThat(broken(data, bookedOn(TUESDAY, AM))).isEmpty();
        }

        @Test
        void firstAndLastDayAreInsideTheProgramme_theirNeighboursAreNot() {
            data.programme(programme -> {
                programme.firstDay = TUESDAY;
                programme.lastDay = LAST_DAY.minusDays(1);
            });

            assertThat(broken(data, bookedOn(TUESDAY, AM))).isEmpty();
            assertThat(broken(data, bookedOn(MONDAY, AM))).containsExactly(entry("H01", 1L));
            assertThat(broken(data, bookedOn(LAST_DAY.minusDays(1), AM))).isEmpty();
            assertThat(broken(data, bookedOn(LAST_DAY, AM))).containsExactly(entry("H01", 1L));
        }

        @Test
        void aModuleMayBeBookedFromItsReleaseDate() {
            data.module(MODULE, module -> module.releaseDate = TUESDAY);

            assertThat(broken(data, bookedOn(TUESDAY, AM))).isEmpty();
            assertThat(broken(data, bookedOn(MONDAY, AM))).containsExactly(entry("H01", 1L));
        }

        @Test
        void aBookingThatFailsEveryPartIsOnePoint() {
            data.module(MODULE, module -> module.releaseDate = LAST_DAY).calendar(MONDAY, "CLOSED");

            assertThat(broken(data, bookedOn(MONDAY, AM).decide("P1", MODULE, Decision.IN_SCOPE, 0, TUESDAY, null)))
                    .containsExactly(entry("H01", 1L));
        }

        @Test
        void eachBookingIsAPoint() {
            PlanBuilder plan = plan().session("S1", FRIDAY.plusDays(1), AM).book("S1", "P1", "Q1", "Q2");

            assertThat(broken(data, plan)).containsExactly(entry("H01", 3L));
        }

        @ParameterizedTest
        @EnumSource(
                value = Booking.Status.class,
                names = {"CANCELLED", "NO_SHOW"})
        void aBookingThatDoesNotCountBreaksNothing(Booking.Status status) {
            PlanBuilder plan = plan().session("S1", FRIDAY.plusDays(1), AM)
                    .booking(new Booking("P1", MODULE, "S1", FRIDAY.plusDays(1), AM, status));

            assertThat(broken(data, plan)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(
                value = Booking.Status.class,
                names = {"PLANNED", "PUBLISHED", "ATTENDED"})
        void everyOtherBookingCounts(Booking.Status status) {
            PlanBuilder plan = plan().session("S1", FRIDAY.plusDays(1), AM)
                    .booking(new Booking("P1", MODULE, "S1", FRIDAY.plusDays(1), AM, status));

            assertThat(broken(data, plan)).containsExactly(entry("H01", 1L));
        }
    }

    @Nested
    class H05Duty {

        @Test
        void aStaffMemberWhoHasLeftBreaksIt() {
            data.staff("P1", staff -> staff.leaves = TUESDAY);

            assertThat(broken(data, bookedOn(MONDAY, AM))).isEmpty();
            assertThat(broken(data, bookedOn(TUESDAY, AM))).containsExactly(entry("H05", 1L));
        }

        @Test
        void aStaffMemberWhoHasNotJoinedBreaksIt() {
            data.staff("P1", staff -> staff.joined = TUESDAY);

            assertThat(broken(data, bookedOn(MONDAY, AM))).containsExactly(entry("H05", 1L));
            assertThat(broken(data, bookedOn(TUESDAY, AM))).isEmpty();
        }

        @Test
        void aStatusHoldsUntilItsLastDayInclusive() {
            data.staff("P1", staff -> {
                staff.status = "MATERNITY";
                staff.statusUntil = MONDAY;
            });

            assertThat(broken(data, bookedOn(MONDAY, AM))).containsExactly(entry("H05", 1L));
            assertThat(broken(data, bookedOn(TUESDAY, AM))).isEmpty();
        }

        @Test
        void aStatusWithoutAnEndHoldsForEver() {
            data.staff("P1", staff -> staff.status = "CAREER_BREAK");

            assertThat(broken(data, bookedOn(LAST_DAY, AM))).containsExactly(entry("H05", 1L));
        }

        @Test
        void aRestDayBreaksItUnlessPermitted() {
            data.pattern("CYCLE", MONDAY, "R", "09:00-17:00").team(TEAM, team -> team.pattern = "CYCLE");

            assertThat(broken(data, bookedOn(MONDAY, AM))).containsExactly(entry("H05", 1L));
            assertThat(broken(data, bookedOn(TUESDAY, AM))).isEmpty();

            data.programme(programme -> programme.restDayTraining = true);
            assertThat(broken(data, bookedOn(MONDAY, AM))).isEmpty();
        }

        @Test
        void beingPermittedOnRestDaysDoesNotMakeAnyoneDeployable() {
            data.programme(programme -> programme.restDayTraining = true)
                    .staff("P1", staff -> staff.status = "CAREER_BREAK");

            assertThat(broken(data, bookedOn(MONDAY, AM))).containsExactly(entry("H05", 1L));
        }

        @Test
        void aRestDayOfSomeoneNotDeployableIsOnePoint() {
            data.pattern("REST", MONDAY, "R")
                    .team(TEAM, team -> team.pattern = "REST")
                    .staff("P1", staff -> staff.status = "CAREER_BREAK");

            assertThat(broken(data, bookedOn(MONDAY, AM))).containsExactly(entry("H05", 1L));
        }

        @Test
        void theTeamsOffsetShiftsItsPattern() {
            data.pattern("CYCLE", MONDAY, "R", "09:00-17:00").team(TEAM, team -> {
                team.pattern = "CYCLE";
                team.offset = 1;
            });

            assertThat(broken(data, bookedOn(MONDAY, AM))).isEmpty();
            assertThat(broken(data, bookedOn(TUESDAY, AM))).containsExactly(entry("H05", 1L));
        }

        @Test
        void anOwnPatternWithoutAnOffsetHasOffsetZero() {
            data.pattern("CYCLE", MONDAY, "R", "09:00-17:00")
                    .team(TEAM, team -> team.offset = 1)
                    .staff("P1", staff -> staff.pattern = "CYCLE");

            assertThat(broken(data, bookedOn(MONDAY, AM))).containsExactly(entry("H05", 1L));
            assertThat(broken(data, bookedOn(TUESDAY, AM))).isEmpty();
        }

        @Test
        void anOwnOffsetCountsOnTheTeamsPatternToo() {
            data.pattern("CYCLE", MONDAY, "R", "09:00-17:00")
                    .team(TEAM, team -> team.pattern = "CYCLE")
                    .staff("P1", staff -> staff.offset = -1);

            assertThat(broken(data, bookedOn(MONDAY, AM))).isEmpty();
            assertThat(broken(data, bookedOn(TUESDAY, AM))).containsExactly(entry("H05", 1L));
        }
    }

    @Nested
    class H06Absence {

        @ParameterizedTest
        @CsvSource({
            "2025-04-07T12:30, 2025-04-07T13:30, 0",
            "2025-04-07T12:29, 2025-04-07T13:30, 1",
            "2025-04-07T08:00, 2025-04-07T09:00, 0",
            "2025-04-07T08:00, 2025-04-07T09:01, 1",
            "2025-04-07T10:00, 2025-04-07T10:01, 1",
            "2025-04-01T00:00, 2025-04-20T00:00, 1",
            "2025-04-07T13:30, 2025-04-08T00:00, 0"
        })
        void anAbsenceThatOverlapsTheSlotBreaksIt(String from, String to, long points) {
            data.absence("P1", from, to);

            assertThat(broken(data, bookedOn(MONDAY, AM)).getOrDefault("H06", 0L))
                    .isEqualTo(points);
        }

        @Test
        void theGapBetweenTheSlotsOfADayIsNoSlot() {
            data.module(MODULE, module -> module.slots = 2).absence("P1", "2025-04-07T12:30", "2025-04-07T13:30");

            assertThat(broken(data, bookedOn(MONDAY, ALL_DAY))).isEmpty();
        }

        @Test
        void bothSlotsOfABookingAreOnePoint_andTheSecondCountsToo() {
            data.module(MODULE, module -> module.slots = 2).absence("P1", "2025-04-07T16:59", "2025-04-07T18:00");
            assertThat(broken(data, bookedOn(MONDAY, ALL_DAY))).containsExactly(entry("H06", 1L));

            data.absence("P1", "2025-04-07T00:00", "2025-04-08T00:00");
            assertThat(broken(data, bookedOn(MONDAY, ALL_DAY))).containsExactly(entry("H06", 1L));
        }

        @Test
        void severalAbsencesAreOnePoint_andAnothersIsNone() {
            data.absence("P1", "2025-04-07T10:00", "2025-04-07T10:10")
                    .absence("P1", "2025-04-07T11:00", "2025-04-07T11:10")
                    .absence("Q1", "2025-04-08T09:00", "2025-04-08T11:10");

            assertThat(broken(data, bookedOn(MONDAY, AM))).containsExactly(entry("H06", 1L));
            assertThat(broken(data, bookedOn(TUESDAY, AM))).isEmpty();
        }

        @Test
        void aDigitalBookingIsNoException() {
            data.module("D1", DataSetBuilder.ModuleFields::digital)
                    .absence("P1", "2025-04-07T13:00", "2025-04-07T14:00");

            assertThat(broken(data, plan().bookDigital("P1", "D1", MONDAY, PM))).containsExactly(entry("H06", 1L));
            assertThat(broken(data, plan().bookDigital("P1", "D1", MONDAY, AM))).isEmpty();
        }
    }

    @Nested
    class H08Travel {

        /** 0.2 degrees of latitude are 22.239 km: 15 + 3 x 22.239 = 81.7 minutes. */
        private void baseAtEightyTwoMinutes() {
            data.team(TEAM, team -> team.lat = 51.7);
        }

        @Test
        void travelUpToTheLimitIsFine_oneMinuteOverIsNot() {
            baseAtEightyTwoMinutes();
            data.programme(programme -> programme.maxTravelMinutes = 82);
            assertThat(broken(data, bookedOn(MONDAY, AM))).isEmpty();

            data.programme(programme -> programme.maxTravelMinutes = 81);
            assertThat(broken(data, bookedOn(MONDAY, AM))).containsExactly(entry("H08", 1L));
        }

        @Test
        void eachBookingIsAPoint() {
            baseAtEightyTwoMinutes();
            data.programme(programme -> programme.maxTravelMinutes = 10);
            PlanBuilder plan = plan().session("S1", MONDAY, AM).book("S1", "P1", "Q1");

            assertThat(broken(data, plan)).containsExactly(entry("H08", 2L));
        }

        @Test
        void virtualAndDigitalBookingsNeedNoTravel() {
            baseAtEightyTwoMinutes();
            data.programme(programme -> programme.maxTravelMinutes = 0)
                    .module(MODULE, module -> module.delivery = Delivery.VIRTUAL)
                    .module("D1", DataSetBuilder.ModuleFields::digital);
            PlanBuilder plan = plan().session("S1", MODULE, MONDAY, AM, null, TRAINER)
                    .book("S1", "P1")
                    .bookDigital("P1", "D1", MONDAY, PM);

            assertThat(broken(data, plan)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "0.0, 0",
            "0.0999, 0",
            "0.1, 15",
            "0.16, 15",
            "0.17, 16",
            "0.4999, 16",
            "0.5, 17",
            "10, 45",
            "25, 90"
        })
        void minutesAreFixedPlusPerKilometreRoundedHalfUp(double km, int minutes) {
            assertThat(TravelTable.minutes(km, new Travel(new BigDecimal("15"), new BigDecimal("3.0"))))
                    .isEqualTo(minutes);
        }

        @Test
        void distancesAreGreatCirclesOnASphereOf6371Km() {
            // A quarter of the equator, and one degree of longitude at 60 degrees north.
            assertThat(TravelTable.greatCircleKm(0, 0, 0, 90)).isCloseTo(10007.543398, within(1e-6));
            assertThat(TravelTable.greatCircleKm(60, 0, 60, 1)).isCloseTo(55.596934, within(1e-6));
            assertThat(TravelTable.greatCircleKm(51.5, -0.12, 51.7, -0.12)).isCloseTo(22.238985, within(1e-6));
            assertThat(TravelTable.greatCircleKm(51.5, -0.12, 51.5, -0.12)).isZero();
        }

        private static Offset<Double> within(double offset) {
            return Offset.offset(offset);
        }
    }

    @Nested
    class H10Needs {

        @Test
        void aRoomWithoutANeededFeatureBreaksIt() {
            data.staff("P1", staff -> staff.needs = List.of("STEP_FREE", "HEARING_LOOP"))
                    .room(ROOM, room -> room.features = List.of("STEP_FREE"));
            assertThat(broken(data, bookedOn(MONDAY, AM))).containsExactly(entry("H10", 1L));

            data.room(ROOM, room -> room.features = List.of("HEARING_LOOP", "PROJECTOR", "STEP_FREE"));
            assertThat(broken(data, bookedOn(MONDAY, AM))).isEmpty();
        }

        @Test
        void severalFeaturesLackingAreOnePoint() {
            data.staff("P1", staff -> staff.needs = List.of("STEP_FREE", "HEARING_LOOP"));

            assertThat(broken(data, bookedOn(MONDAY, AM))).containsExactly(entry("H10", 1L));
        }

        @Test
        void withoutARoomNoFeatureIsNeeded() {
            data.staff("P1", staff -> staff.needs = List.of("STEP_FREE"))
                    .module(MODULE, module -> module.delivery = Delivery.VIRTUAL);

            assertThat(broken(
                            data,
                            plan().session("S1", MODULE, MONDAY, AM, null, TRAINER)
                                    .book("S1", "P1")))
                    .isEmpty();
        }

        @Test
        void theFirstSlotStartsAtOrAfterNotBefore() {
            data.staff("P1", staff -> staff.notBefore = LocalTime.of(9, 0));
            assertThat(broken(data, bookedOn(MONDAY, AM))).isEmpty();

            data.staff("P1", staff -> staff.notBefore = LocalTime.of(9, 1));
            assertThat(broken(data, bookedOn(MONDAY, AM))).containsExactly(entry("H10", 1L));
            assertThat(broken(data, bookedOn(MONDAY, PM))).isEmpty();
        }

        @Test
        void aDayThatStartsTooEarlyIsOnePoint_aDigitalBookingStartsItToo() {
            data.staff("P1", staff -> staff.notBefore = LocalTime.of(10, 0))
                    .module("D1", DataSetBuilder.ModuleFields::digital);
            PlanBuilder plan = bookedOn(MONDAY, PM).bookDigital("P1", "D1", MONDAY, AM);

            assertThat(broken(data, plan)).containsExactly(entry("H10", 1L));
        }

        @Test
        void roomAndStartAddUp_andEachDayAndBookingCounts() {
            data.staff("P1", staff -> {
                        staff.notBefore = LocalTime.of(10, 0);
                        staff.needs = List.of("STEP_FREE");
                    })
                    .module("M2", module -> {})
                    .trainer(TRAINER, trainer -> trainer.modules = List.of(MODULE, "M2"));
            PlanBuilder sameDay = bookedOn(MONDAY, AM)
                    .session("S2", "M2", MONDAY, PM, ROOM, TRAINER)
                    .book("S2", "P1");
            assertThat(broken(data, sameDay)).containsExactly(entry("H10", 3L));

            PlanBuilder twoDays = bookedOn(MONDAY, AM)
                    .session("S2", "M2", TUESDAY, AM, ROOM, TRAINER)
                    .book("S2", "P1");
            assertThat(broken(data, twoDays)).containsExactly(entry("H10", 4L));
        }
    }

    @Nested
    class H16NoticeWithoutABaseline {

        @Test
        void everyBookingNeedsTheNoticeOfANewOne() {
            LocalDate first = AS_OF.plusDays(28);
            data.programme(programme -> programme.firstDay = AS_OF);

            assertThat(broken(data, bookedOn(first, AM))).isEmpty();
            assertThat(broken(data, bookedOn(first.minusDays(3), AM))).containsExactly(entry("H16", 1L));
        }

        @Test
        void oneDayShortIsShort_andEachBookingIsAPoint() {
            data.programme(programme -> {
                programme.asOf = MONDAY.minusDays(27);
            });
            PlanBuilder plan = plan().session("S1", MONDAY, AM).book("S1", "P1", "Q1");

            assertThat(broken(data, plan)).containsExactly(entry("H16", 2L));
        }
    }
}
