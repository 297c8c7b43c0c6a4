package io.muster.solver.check;

import static io.muster.solver.check.Audits.pence;
import static io.muster.solver.support.Fixtures.ALL_DAY;
import static io.muster.solver.support.Fixtures.AM;
import static io.muster.solver.support.Fixtures.FRIDAY;
import static io.muster.solver.support.Fixtures.MODULE;
import static io.muster.solver.support.Fixtures.MONDAY;
import static io.muster.solver.support.Fixtures.PM;
import static io.muster.solver.support.Fixtures.ROOM;
import static io.muster.solver.support.Fixtures.TEAM;
import static io.muster.solver.support.Fixtures.TRAINER;
import static io.muster.solver.support.Fixtures.TUESDAY;
import static io.muster.solver.support.Fixtures.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.plan.Booking;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.PlanBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coverage, occupancy and every cost line but {@code change}, which {@link ReplanTest} has. */
class CostLinesTest {

    private final DataSetBuilder data = Fixtures.dataSet()
            .staff("P1", "P2", "P3", "P4", "P5", "P6")
            .module("M2", module -> {})
            .module("LONG", module -> module.slots = 2)
            .module("WEB", module -> module.delivery = Delivery.VIRTUAL)
            .module("PLT", DataSetBuilder.ModuleFields::digital)
            .trainer("X2", trainer -> trainer.pencePerDay = 45_000);

    private PlanBuilder plan() {
        return Fixtures.plan(data.build());
    }

    private PlanBuilder one() {
        return plan().session("S1", MONDAY, AM).book("S1", "P1");
    }

    @Test
    void anEmptyPlanCostsNothing_andEachLineIsThere() {
        AuditReport report = new PlanAuditor(data.build()).audit(plan().build(), null);

        assertThat(report.cost()).hasSize(10).allSatisfy((line, pence) -> {
            assertThat(line.level()).isEqualTo(TrainingConstraint.Level.SOFT);
            assertThat(pence).isZero();
        });
        assertThat(report.occupancy()).isZero();
        assertThat(report.totalCost()).isZero();
    }

    @Test
    void theTotalIsTheSumOfTheLines() {
        AuditReport report = new PlanAuditor(data.build()).audit(one().build(), null);

        // room 5000, trainer 30000, abstraction 6000, seats (17 - 1) x 500; one requirement, booked in week 1
        assertThat(report.totalCost()).isEqualTo(5_000 + 30_000 + 6_000 + 8_000);
    }

    @Nested
    class Coverage {

        @Test
        void eachUnbookedRequirementIsOnePlusItsPriority() {
            PlanBuilder plan = one().decide("P2", MODULE, Decision.IN_SCOPE, 0, null, null)
                    .decide("P3", MODULE, Decision.IN_SCOPE, 2, null, null)
                    .decide("P4", MODULE, Decision.DEFERRED, 1, TUESDAY, null)
                    .decide("P5", MODULE, Decision.DEFERRED, 1, null, null)
                    .decide("P6", MODULE, Decision.OUT_OF_SCOPE, 2, null, null)
                    .decide("P6", "M2", Decision.CREDITED, 2, null, null);
            AuditReport report = new PlanAuditor(data.build()).audit(plan.build(), null);

            assertThat(report.requirements()).isEqualTo(4);
            assertThat(report.booked()).isEqualTo(1);
            assertThat(report.coverageShortfall()).isEqualTo(1 + 3 + 2);
        }

        @Test
        void aBookingThatDoesNotCountLeavesTheRequirementOpen() {
            PlanBuilder plan = plan().session("S1", MONDAY, AM)
                    .book("S1", "P2")
                    .booking(new Booking("P1", MODULE, "S1", MONDAY, AM, Booking.Status.NO_SHOW));
            AuditReport report = new PlanAuditor(data.build()).audit(plan.build(), null);

            assertThat(report.booked()).isEqualTo(1);
            assertThat(report.coverageShortfall()).isEqualTo(1);
        }

        @Test
        void aRequirementBookedTwiceIsBookedOnce() {
            PlanBuilder plan = one().session("S2", TUESDAY, AM).book("S2", "P1");
            AuditReport report = new PlanAuditor(data.build()).audit(plan.build(), null);

            assertThat(report.booked()).isEqualTo(1);
            assertThat(report.requirements()).isEqualTo(1);
        }

        @Test
        void occupancyIsBookingsOverCapacityOfTheSessionsThatRun() {
            data.room("R2", room -> room.capacity = 5);
            PlanBuilder plan = plan().session("S1", MONDAY, AM)
                    .book("S1", "P1", "P2", "P3", "P4")
                    .session("S2", MODULE, MONDAY, PM, "R2", TRAINER)
                    .book("S2", "P5")
                    .session("S3", TUESDAY, AM)
                    .bookDigital("P6", "PLT", MONDAY, AM);
            AuditReport report = new PlanAuditor(data.build()).audit(plan.build(), null);

            assertThat(report.sessionsRun()).isEqualTo(2);
            assertThat(report.occupancy()).isEqualTo(5.0 / 25);
        }
    }

    @Nested
    class Room {

        @Test
        void isPaidForEachSlotOfASessionThatRuns() {
            assertThat(pence(data, one(), TrainingConstraint.ROOM)).isEqualTo(5_000);
            PlanBuilder both =
                    one().session("S2", "LONG", TUESDAY, ALL_DAY, ROOM, TRAINER).book("S2", "P1", "P2");
            assertThat(pence(data, both, TrainingConstraint.ROOM)).isEqualTo(15_000);
        }

        @Test
        void isNotPaidWithoutBookingsOrWithoutARoom() {
            PlanBuilder plan = one().session("S2", TUESDAY, AM)
                    .session("S3", "WEB", TUESDAY, AM, null, TRAINER)
                    .book("S3", "P1");
            assertThat(pence(data, plan, TrainingConstraint.ROOM)).isEqualTo(5_000);
        }
    }

    @Nested
    class Trainer {

        @Test
        void isPaidOnceADayHoweverManySessions() {
            PlanBuilder plan = one().session("S2", MONDAY, PM).book("S2", "P2");
            assertThat(pence(data, plan, TrainingConstraint.TRAINER)).isEqualTo(30_000);

            plan.session("S3", TUESDAY, AM).book("S3", "P3");
            assertThat(pence(data, plan, TrainingConstraint.TRAINER)).isEqualTo(60_000);
        }

        @Test
        void isPaidForEachTrainerOfARunningSession() {
            PlanBuilder plan = plan().session("S1", MODULE, MONDAY, AM, ROOM, TRAINER, "X2", TRAINER, "NOBODY")
                    .book("S1", "P1")
                    .session("S2", MODULE, TUESDAY, AM, ROOM, TRAINER);
            assertThat(pence(data, plan, TrainingConstraint.TRAINER)).isEqualTo(75_000);
        }

        @Test
        void isPaidForAVirtualSessionToo() {
            PlanBuilder plan =
                    plan().session("S1", "WEB", MONDAY, AM, null, "X2").book("S1", "P1");
            assertThat(pence(data, plan, TrainingConstraint.TRAINER)).isEqualTo(45_000);
        }
    }

    @Nested
    class Travel {

        /** 82 minutes, 22 of them beyond the target of 60. */
        private void farAway() {
            data.team(TEAM, team -> team.lat = 51.7);
        }

        @Test
        void isPaidByTheMinuteAndAgainBeyondTheTarget() {
            farAway();
            assertThat(pence(data, one(), TrainingConstraint.TRAVEL)).isEqualTo(82 * 40 + 22 * 100);

            data.programme(programme -> programme.targetTravelMinutes = 82);
            assertThat(pence(data, one(), TrainingConstraint.TRAVEL)).isEqualTo(82 * 40);
        }

        @Test
        void isPaidOnceAPersonAndDay() {
            farAway();
            PlanBuilder sameDay =
                    one().session("S2", "M2", MONDAY, PM, ROOM, TRAINER).book("S2", "P1");
            assertThat(pence(data, sameDay, TrainingConstraint.TRAVEL)).isEqualTo(5_480);

            PlanBuilder otherDay =
                    one().session("S2", "M2", TUESDAY, PM, ROOM, TRAINER).book("S2", "P1", "P2");
            assertThat(pence(data, otherDay, TrainingConstraint.TRAVEL)).isEqualTo(3 * 5_480);
        }

        @Test
        void isNothingAtTheBaseOrWithoutAVenue() {
            assertThat(pence(data, one(), TrainingConstraint.TRAVEL)).isZero();
            farAway();
            PlanBuilder plan = plan().session("S1", "WEB", MONDAY, AM, null, TRAINER)
                    .book("S1", "P1")
                    .bookDigital("P2", "PLT", MONDAY, AM);
            assertThat(pence(data, plan, TrainingConstraint.TRAVEL)).isZero();
        }

        @Test
        void atTwoVenuesOfADayTheFarthestCounts() {
            farAway();
            data.venue("V2", 51.69, -0.12).room("R2", room -> room.venue = "V2"); // 1.1 km from the base
            PlanBuilder plan =
                    one().session("S2", "M2", MONDAY, PM, "R2", TRAINER).book("S2", "P1");
            assertThat(pence(data, plan, TrainingConstraint.TRAVEL)).isEqualTo(5_480);
        }
    }

    @Nested
    class Abstraction {

        @Test
        void isPaidForEachPersonAndDayWithABooking() {
            PlanBuilder plan = one().session("S2", "M2", MONDAY, PM, ROOM, TRAINER)
                    .book("S2", "P1", "P2")
                    .bookDigital("P1", "PLT", TUESDAY, AM);
            assertThat(pence(data, plan, TrainingConstraint.ABSTRACTION)).isEqualTo(3 * 6_000);
        }
    }

    @Nested
    class RestDay {

        @Test
        void isPaidForEachBookedRestDay_onceADay() {
            data.pattern("CYCLE", MONDAY, "R", "09:00-17:00")
                    .team(TEAM, team -> team.pattern = "CYCLE")
                    .programme(programme -> programme.restDayTraining = true);
            PlanBuilder plan = one().session("S2", "M2", MONDAY, PM, ROOM, TRAINER)
                    .book("S2", "P1", "P2")
                    .session("S3", MODULE, TUESDAY, PM, ROOM, TRAINER)
                    .book("S3", "P3");
            assertThat(pence(data, plan, TrainingConstraint.REST_DAY)).isEqualTo(2 * 25_000);
        }

        @Test
        void isNotPaidWhereRestDayTrainingIsNotPermitted() {
            data.pattern("REST", MONDAY, "R").team(TEAM, team -> team.pattern = "REST");
            assertThat(pence(data, one(), TrainingConstraint.REST_DAY)).isZero();
        }
    }

    @Nested
    class Seats {

        @Test
        void isPaidForEachSeatUnderTheTargetRoundedUp() {
            PlanBuilder two = plan().session("S1", MONDAY, AM).book("S1", "P1", "P2");
            assertThat(pence(data, two, TrainingConstraint.SEATS)).isEqualTo(15 * 500); // 85% of 20 is 17

            data.room(ROOM, room -> room.capacity = 3); // 85% of 3 is 2.55, so 3
            assertThat(pence(data, two, TrainingConstraint.SEATS)).isEqualTo(500);
            assertThat(pence(data, two.book("S1", "P3"), TrainingConstraint.SEATS))
                    .isZero();
            assertThat(pence(data, two.book("S1", "P4", "P5"), TrainingConstraint.SEATS))
                    .isZero();
        }

        @Test
        void isPaidForASessionUnderItsMinimumClass() {
            data.programme(programme -> programme.occupancyPct = "0").module(MODULE, module -> module.minClass = 3);
            PlanBuilder two = plan().session("S1", MONDAY, AM).book("S1", "P1", "P2");
            assertThat(pence(data, two, TrainingConstraint.SEATS)).isEqualTo(20_000);
            assertThat(pence(data, two.book("S1", "P3"), TrainingConstraint.SEATS))
                    .isZero();
        }

        @Test
        void holdsForVirtualSessionsAndNotForEmptyOrDigitalOnes() {
            data.module("WEB", module -> module.maxClass = 10);
            PlanBuilder plan = plan().session("S1", "WEB", MONDAY, AM, null, TRAINER)
                    .book("S1", "P1")
                    .session("S2", TUESDAY, AM)
                    .bookDigital("P2", "PLT", MONDAY, AM);
            assertThat(pence(data, plan, TrainingConstraint.SEATS)).isEqualTo(8 * 500); // 9 - 1
        }
    }

    @Nested
    class Mix {

        /** P1 to P4 are of one team; P5 and P6 of two others. */
        private void threeTeams() {
            data.team("T2", team -> {})
                    .team("T3", team -> {})
                    .staff("P5", staff -> staff.team = "T2")
                    .staff("P6", staff -> staff.team = "T3");
        }

        @Test
        void isPaidForEachBookingOfTheLargestTeamOverItsShareRoundedUp() {
            threeTeams();
            PlanBuilder five = plan().session("S1", MONDAY, AM).book("S1", "P1", "P2", "P3", "P4", "P5");
            assertThat(pence(data, five, TrainingConstraint.MIX)).isEqualTo(2 * 1_000); // 4, share 2

            assertThat(pence(data, five.book("S1", "P6"), TrainingConstraint.MIX))
                    .isEqualTo(1_000); // 4, share 2.4, so 3
        }

        @Test
        void isNothingUpToTheShare() {
            threeTeams();
            data.programme(programme -> programme.sameTeamSharePct = "80");
            PlanBuilder five = plan().session("S1", MONDAY, AM).book("S1", "P1", "P2", "P3", "P4", "P5");
            assertThat(pence(data, five, TrainingConstraint.MIX)).isZero();
        }

        @Test
        void isNothingInSessionsOfFourOrOfACohortModule() {
            PlanBuilder four = plan().session("S1", MONDAY, AM).book("S1", "P1", "P2", "P3", "P4");
            assertThat(pence(data, four, TrainingConstraint.MIX)).isZero();
            assertThat(pence(data, four.book("S1", "P5"), TrainingConstraint.MIX))
                    .isEqualTo(3_000);

            data.module(MODULE, module -> module.grouping = Grouping.COHORT);
            assertThat(pence(data, four, TrainingConstraint.MIX)).isZero();
        }
    }

    @Nested
    class Priority {

        @ParameterizedTest
        @CsvSource({"0, 2, 0", "6, 2, 0", "7, 2, 400", "13, 1, 200", "14, 1, 400", "14, 0, 0", "-7, 2, 0"})
        void isPaidForEachPointAndWholeWeek(int days, int priority, long pence) {
            PlanBuilder plan = plan().session("S1", MONDAY.plusDays(days), AM)
                    .book("S1", "P1")
                    .decide("P1", MODULE, Decision.IN_SCOPE, priority, null, null);
            assertThat(pence(data, plan, TrainingConstraint.PRIORITY)).isEqualTo(pence);
        }

        @Test
        void takesThePriorityOfTheDecisionNotOfTheStaffMember() {
            data.staff("P1", staff -> staff.priority = 2);
            PlanBuilder plan = plan().session("S1", MONDAY.plusDays(7), AM).book("S1", "P1", "P2");
            assertThat(pence(data, plan, TrainingConstraint.PRIORITY)).isZero();
        }
    }

    @Nested
    class Trajectory {

        /** Two weeks of five training days. */
        private void twoWeeks() {
            data.programme(programme -> programme.lastDay = FRIDAY.plusDays(7));
        }

        private PlanBuilder fiveRequired() {
            return plan().require(MODULE, "P1", "P2", "P3", "P4", "P5");
        }

        @Test
        void isPaidForEachBookingABcuIsBehindAtAWeeksEnd() {
            twoWeeks();
            PlanBuilder plan = fiveRequired()
                    .session("S1", FRIDAY, AM)
                    .book("S1", "P1")
                    .session("S2", MONDAY.plusDays(7), AM)
                    .book("S2", "P2", "P3");
            // Week 1: floor(5 x 5/10) = 2, booked 1. Week 2: 5, booked 3.
            assertThat(pence(data, plan, TrainingConstraint.TRAJECTORY)).isEqualTo(50 * (1 + 2));
        }

        @Test
        void countsTrainingDaysOnly() {
            twoWeeks();
            data.calendar(MONDAY, "CLOSED").calendar(TUESDAY, "CLOSED");
            // Week 1: floor(5 x 3/8) = 1. Week 2: 5.
            assertThat(pence(data, fiveRequired(), TrainingConstraint.TRAJECTORY))
                    .isEqualTo(50 * (1 + 5));
        }

        @Test
        void countsWeeksThatTheProgrammeMerelyTouches() {
            data.programme(programme -> {
                programme.firstDay = WEDNESDAY;
                programme.lastDay = TUESDAY.plusDays(7);
            });
            // Week 1: floor(5 x 3/5) = 3. Week 2: 5.
            assertThat(pence(data, fiveRequired(), TrainingConstraint.TRAJECTORY))
                    .isEqualTo(50 * (3 + 5));
        }

        @Test
        void beingAheadInOneBcuDoesNotHelpAnother() {
            twoWeeks();
            data.team("T2", team -> team.bcu = "B2").staff("P5", staff -> staff.team = "T2");
            PlanBuilder plan = fiveRequired().session("S1", MONDAY, AM).book("S1", "P1", "P2", "P3", "P4");
            // B1: 4 booked of 4. B2: floor(1 x 1/2) = 0, then 1.
            assertThat(pence(data, plan, TrainingConstraint.TRAJECTORY)).isEqualTo(50);
        }

        @Test
        void countsBookingsOfRequirementsOnly() {
            twoWeeks();
            PlanBuilder plan =
                    fiveRequired().session("S1", MONDAY, AM).book("S1", "P6").decide("P6", MODULE, Decision.CREDITED);
            assertThat(pence(data, plan, TrainingConstraint.TRAJECTORY)).isEqualTo(50 * (2 + 5));
        }

        @Test
        void countsWhatWasBookedBeforeTheProgramme() {
            twoWeeks();
            PlanBuilder plan =
                    fiveRequired().session("S1", MONDAY.minusDays(7), AM).book("S1", "P1");
            assertThat(pence(data, plan, TrainingConstraint.TRAJECTORY)).isEqualTo(50 * (1 + 4));
        }

        @Test
        void isNothingWithoutTrainingDays() {
            data.programme(programme -> {
                programme.firstDay = MONDAY.minusDays(2);
                programme.lastDay = MONDAY.minusDays(1);
            });
            assertThat(pence(data, fiveRequired(), TrainingConstraint.TRAJECTORY))
                    .isZero();
        }
    }

    @Test
    void bookingsThatDoNotCountCostNothing() {
        PlanBuilder plan = plan().decide("P1", MODULE, Decision.OUT_OF_SCOPE)
                .session("S1", MONDAY, AM)
                .booking(new Booking("P1", MODULE, "S1", MONDAY, AM, Booking.Status.CANCELLED));

        assertThat(new PlanAuditor(data.build()).audit(plan.build(), null).totalCost())
                .isZero();
    }
}
