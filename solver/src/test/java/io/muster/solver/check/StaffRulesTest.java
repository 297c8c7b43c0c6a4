package io.muster.solver.check;

import static io.muster.solver.check.Audits.broken;
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
import static org.assertj.core.api.Assertions.entry;

import io.muster.data.model.Programme.Slot;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.PlanBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H02, H03, H07, H09, H11 and H13: rules over the bookings of one person. */
class StaffRulesTest {

    private static final List<String> EVERYTHING = List.of(MODULE, "M2", "M3", "LONG", "WEB");

    /** Modules M2 and M3 like M1, LONG of two slots, WEB virtual, PLT digital; rooms and trainers to spare. */
    private final DataSetBuilder data = Fixtures.dataSet()
            .staff("P1", "Q1", "Q2")
            .module("M2", module -> {})
            .module("M3", module -> {})
            .module("LONG", module -> module.slots = 2)
            .module("WEB", module -> module.delivery = Delivery.VIRTUAL)
            .module("PLT", DataSetBuilder.ModuleFields::digital)
            .venue("V2", 51.52, -0.12)
            .room("R2", room -> {})
            .room("FAR", room -> room.venue = "V2")
            .trainer(TRAINER, trainer -> trainer.modules = EVERYTHING)
            .trainer("X2", trainer -> trainer.modules = EVERYTHING)
            .trainer("X3", trainer -> trainer.modules = EVERYTHING);

    private PlanBuilder plan() {
        return Fixtures.plan(data.build());
    }

    private PlanBuilder booked(PlanBuilder plan, String moduleId, LocalDate date, List<String> slots) {
        String id = moduleId + "-" + date + slots;
        return plan.session(id, moduleId, date, slots, ROOM, TRAINER).book(id, "P1");
    }

    @Nested
    class H02Once {

        @Test
        void oneBookingOfEachModuleIsFine() {
            assertThat(broken(data, booked(booked(plan(), MODULE, MONDAY, AM), "M2", MONDAY, PM)))
                    .isEmpty();
        }

        @Test
        void eachBookingBeyondTheFirstIsAPoint() {
            PlanBuilder plan = booked(booked(plan(), MODULE, MONDAY, AM), MODULE, MONDAY, PM);
            assertThat(broken(data, plan)).containsExactly(entry("H02", 1L));

            booked(plan, MODULE, TUESDAY, AM);
            assertThat(broken(data, plan)).containsExactly(entry("H02", 2L));
        }

        @Test
        void theSameModuleOfTwoPeopleIsFine() {
            assertThat(broken(data, plan().session("S1", MONDAY, AM).book("S1", "P1", "Q1")))
                    .isEmpty();
        }
    }

    @Nested
    class H03Clash {

        @Test
        void twoBookingsInOneSlotAreAPoint_inTwoSlotsNone() {
            PlanBuilder clash = booked(plan(), MODULE, MONDAY, AM)
                    .session("S2", "M2", MONDAY, AM, "R2", "X2")
                    .book("S2", "P1");
            assertThat(broken(data, clash)).containsExactly(entry("H03", 1L));

            assertThat(broken(data, booked(booked(plan(), MODULE, MONDAY, AM), "M2", MONDAY, PM)))
                    .isEmpty();
        }

        @Test
        void eachSlotCounts() {
            PlanBuilder overOne = booked(plan(), "LONG", MONDAY, ALL_DAY).bookDigital("P1", "PLT", MONDAY, PM);
            assertThat(broken(data, overOne)).containsExactly(entry("H03", 1L));

            PlanBuilder overBoth = overOne.session("S2", "M2", MONDAY, AM, "R2", "X2")
                    .book("S2", "P1")
                    .session("S3", "M3", MONDAY, PM, "R2", "X2")
                    .book("S3", "P1");
            assertThat(broken(data, overBoth)).containsExactly(entry("H03", 3L));
        }
    }

    @Nested
    class H07Rest {

        private void duty(String... duties) {
            data.pattern("OWN", MONDAY, duties).team(TEAM, team -> team.pattern = "OWN");
        }

        @ParameterizedTest
        @CsvSource({
            "10:00-22:00, 0", // 11 hours to 09:00
            "10:00-22:01, 1",
            "14:00-23:30, 1",
            "22:00-07:30, 1" // ends at 07:30 of the day booked
        })
        void theDutyOfTheDayBeforeEndsEarlyEnough(String dutyBefore, long points) {
            duty(dutyBefore, "R", "R");

            data.programme(programme -> programme.restDayTraining = true);
            assertThat(broken(data, booked(plan(), MODULE, TUESDAY, AM)).getOrDefault("H07", 0L))
                    .isEqualTo(points);
        }

        @ParameterizedTest
        @CsvSource({"04:00-12:00, 0", "03:59-12:00, 1"})
        void theDutyOfTheDayAfterStartsLateEnough(String dutyAfter, long points) {
            duty("R", "R", dutyAfter);

            data.programme(programme -> programme.restDayTraining = true);
            assertThat(broken(data, booked(plan(), MODULE, TUESDAY, PM)).getOrDefault("H07", 0L))
                    .isEqualTo(points);
            assertThat(broken(data, booked(plan(), MODULE, TUESDAY, AM))).isEmpty();
        }

        @Test
        void trainingReplacesTheDutyOfItsDay() {
            duty("R", "22:00-07:30", "R");

            assertThat(broken(data, booked(plan(), MODULE, TUESDAY, AM))).isEmpty();
        }

        @Test
        void bothSidesAreTwoPoints() {
            duty("14:00-23:30", "09:00-17:00", "03:00-11:00");

            assertThat(broken(data, booked(booked(plan(), MODULE, TUESDAY, AM), "M2", TUESDAY, PM)))
                    .containsExactly(entry("H07", 2L));
        }

        @Test
        void aPairOfBookedDaysIsOnePoint() {
            data.programme(programme -> programme.minRestHours = "17");

            assertThat(broken(data, booked(booked(plan(), MODULE, MONDAY, PM), "M2", TUESDAY, AM)))
                    .containsExactly(entry("H07", 1L));
        }

        @Test
        void twoBookedDaysUseTheTrainingTimesNotTheDuties() {
            duty("14:00-23:30", "04:00-12:00");
            data.staff("P1", staff -> staff.joined = MONDAY);

            assertThat(broken(data, booked(booked(plan(), MODULE, MONDAY, PM), "M2", TUESDAY, AM)))
                    .isEmpty();
        }

        @Test
        void hoursAreAnExactDecimal() {
            duty("10:00-22:30", "R", "R");
            data.programme(programme -> {
                programme.restDayTraining = true;
                programme.minRestHours = "10.5";
            });
            assertThat(broken(data, booked(plan(), MODULE, TUESDAY, AM))).isEmpty();

            data.programme(programme -> programme.minRestHours = "10.501");
            assertThat(broken(data, booked(plan(), MODULE, TUESDAY, AM))).containsExactly(entry("H07", 1L));
        }

        @Test
        void absencesThatTogetherCoverTheWholeDutyFreeIt() {
            duty("22:00-07:30", "R", "R");
            data.programme(programme -> programme.restDayTraining = true)
                    .absence("P1", "2025-04-08T02:00", "2025-04-08T07:30")
                    .absence("P1", "2025-04-07T22:00", "2025-04-08T02:00");

            assertThat(broken(data, booked(plan(), MODULE, TUESDAY, AM))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"2025-04-07T22:01, 2025-04-08T08:00", "2025-04-07T20:00, 2025-04-08T07:29"})
        void anAbsenceThatLeavesAMinuteOfTheDutyDoesNot(String from, String to) {
            duty("22:00-07:30", "R", "R");
            data.programme(programme -> programme.restDayTraining = true).absence("P1", from, to);

            assertThat(broken(data, booked(plan(), MODULE, TUESDAY, AM))).containsExactly(entry("H07", 1L));
        }

        @Test
        void absencesWithAMinuteBetweenThemDoNot() {
            duty("22:00-07:30", "R", "R");
            data.programme(programme -> programme.restDayTraining = true)
                    .absence("P1", "2025-04-07T22:00", "2025-04-08T02:00")
                    .absence("P1", "2025-04-08T02:01", "2025-04-08T07:30");

            assertThat(broken(data, booked(plan(), MODULE, TUESDAY, AM))).containsExactly(entry("H07", 1L));
        }

        @Test
        void aDayBeforeJoiningHasNoWorkingInterval() {
            duty("22:00-07:30");
            data.staff("P1", staff -> staff.joined = MONDAY);
            assertThat(broken(data, booked(plan(), MODULE, MONDAY, AM))).isEmpty();
        }

        @Test
        void neighboursOutsideTheProgrammeCount() {
            duty("22:00-07:30");

            assertThat(broken(data, booked(plan(), MODULE, MONDAY, AM))).containsExactly(entry("H07", 1L));
        }

        @Test
        void clocksThatGoForwardChangeNothing() {
            // 30 March 2025: 01:00 becomes 02:00. The wall clock shows 11 hours from 22:00 to 09:00.
            LocalDate sunday = LocalDate.of(2025, 3, 30);
            data.pattern("OWN", sunday.minusDays(1), "10:00-22:00", "R", "R", "R", "R", "R", "R")
                    .team(TEAM, team -> team.pattern = "OWN")
                    .programme(programme -> {
                        programme.firstDay = LocalDate.of(2025, 3, 24);
                        programme.asOf = LocalDate.of(2025, 2, 1);
                        programme.restDayTraining = true;
                        programme.trainingWeekdays = EnumSet.allOf(DayOfWeek.class);
                    });

            assertThat(broken(data, booked(plan(), MODULE, sunday, AM))).isEmpty();
        }

        @Test
        void aDigitalBookingIsNoException() {
            duty("14:00-23:30");

            assertThat(broken(data, plan().bookDigital("P1", "PLT", TUESDAY, AM)))
                    .containsExactly(entry("H07", 1L));
            assertThat(broken(data, plan().bookDigital("P1", "PLT", TUESDAY, PM)))
                    .isEmpty();
        }

        @Test
        void anotherPersonsNeighbouringDayIsNoNeighbour() {
            data.programme(programme -> programme.minRestHours = "16.5");
            PlanBuilder plan = plan().session("S1", MONDAY, PM)
                    .book("S1", "P1")
                    .session("S2", TUESDAY, AM)
                    .book("S2", "Q1");

            // P1: Monday 17:00 to Tuesday's duty at 09:00. Q1: Monday's duty to 17:00, Tuesday 09:00.
            assertThat(broken(data, plan)).containsExactly(entry("H07", 2L));
        }
    }

    @Nested
    class H09OneVenue {

        @Test
        void twoRoomsOfOneVenueAreFine_twoVenuesAreNot() {
            PlanBuilder near = booked(plan(), MODULE, MONDAY, AM)
                    .session("S2", "M2", MONDAY, PM, "R2", "X2")
                    .book("S2", "P1");
            assertThat(broken(data, near)).isEmpty();

            PlanBuilder far = booked(plan(), MODULE, MONDAY, AM)
                    .session("S2", "M2", MONDAY, PM, "FAR", "X2")
                    .book("S2", "P1");
            assertThat(broken(data, far)).containsExactly(entry("H09", 1L));
        }

        @Test
        void twoVenuesOnTwoDaysAreFine() {
            PlanBuilder plan = booked(plan(), MODULE, MONDAY, AM)
                    .session("S2", "M2", TUESDAY, AM, "FAR", "X2")
                    .book("S2", "P1");

            assertThat(broken(data, plan)).isEmpty();
        }

        @Test
        void aVirtualBookingBesideAFaceToFaceOneIsAPoint_aloneItIsNone() {
            PlanBuilder alone =
                    plan().session("S2", "WEB", MONDAY, PM, null, "X2").book("S2", "P1");
            assertThat(broken(data, alone)).isEmpty();

            assertThat(broken(data, booked(alone, MODULE, MONDAY, AM))).containsExactly(entry("H09", 1L));
        }

        @Test
        void virtualCountsAsOneMoreVenueHoweverOften() {
            data.module("WEB2", module -> {
                module.delivery = Delivery.VIRTUAL;
                module.trainers = 0;
            });
            PlanBuilder virtualOnly = plan().session("W1", "WEB", MONDAY, AM, null, "X2")
                    .book("W1", "P1")
                    .session("W2", "WEB2", MONDAY, PM, null)
                    .book("W2", "P1");
            assertThat(broken(data, virtualOnly)).isEmpty();

            PlanBuilder all = booked(virtualOnly, MODULE, MONDAY, AM)
                    .session("S2", "M2", MONDAY, PM, "FAR", "X3")
                    .book("S2", "P1");
            assertThat(broken(data, all)).containsExactly(entry("H03", 2L), entry("H09", 2L));
        }

        @Test
        void aDigitalBookingMayStandBesideAnyOther() {
            assertThat(broken(data, booked(plan(), MODULE, MONDAY, AM).bookDigital("P1", "PLT", MONDAY, PM)))
                    .isEmpty();
        }
    }

    @Nested
    class H11Order {

        private void m2AfterM1() {
            data.module("M2", module -> module.after = List.of(MODULE));
        }

        @Test
        void aPrerequisiteOnAnEarlierDayOrInAnEarlierSlotIsInOrder() {
            m2AfterM1();

            assertThat(broken(data, booked(booked(plan(), MODULE, MONDAY, PM), "M2", TUESDAY, AM)))
                    .isEmpty();
            assertThat(broken(data, booked(booked(plan(), MODULE, MONDAY, AM), "M2", MONDAY, PM)))
                    .isEmpty();
        }

        @Test
        void aPrerequisiteThatEndsLaterIsNot() {
            m2AfterM1();

            assertThat(broken(data, booked(booked(plan(), MODULE, MONDAY, PM), "M2", MONDAY, AM)))
                    .containsExactly(entry("H11", 1L));
            assertThat(broken(data, booked(booked(plan(), MODULE, TUESDAY, AM), "M2", MONDAY, PM)))
                    .containsExactly(entry("H11", 1L));
        }

        @Test
        void aPrerequisiteInTheSameSlotIsNot() {
            data.module("PLT", module -> module.after = List.of(MODULE));
            PlanBuilder plan = booked(plan(), MODULE, MONDAY, AM).bookDigital("P1", "PLT", MONDAY, AM);

            assertThat(broken(data, plan)).containsExactly(entry("H03", 1L), entry("H11", 1L));
        }

        @Test
        void aTwoSlotPrerequisiteEndsWithItsSecondSlot() {
            data.module("PLT", module -> module.after = List.of("LONG"));
            PlanBuilder plan = booked(plan(), "LONG", MONDAY, ALL_DAY).bookDigital("P1", "PLT", MONDAY, PM);

            assertThat(broken(data, plan)).containsExactly(entry("H03", 1L), entry("H11", 1L));
        }

        @Test
        void anUnbookedPrerequisiteBlocks() {
            m2AfterM1();
            PlanBuilder plan = booked(plan(), "M2", MONDAY, AM);
            assertThat(broken(data, plan)).containsExactly(entry("H11", 1L)); // no decision at all

            assertThat(broken(data, plan.require(MODULE, "P1"))).containsExactly(entry("H11", 1L));
            assertThat(broken(data, plan.decide("P1", MODULE, Decision.DEFERRED)))
                    .containsExactly(entry("H11", 1L));
        }

        @Test
        void creditedOutOfScopeOrCompletedDoesNot() {
            m2AfterM1();
            assertThat(broken(data, booked(plan(), "M2", MONDAY, AM).decide("P1", MODULE, Decision.CREDITED)))
                    .isEmpty();
            assertThat(broken(data, booked(plan(), "M2", MONDAY, AM).decide("P1", MODULE, Decision.OUT_OF_SCOPE)))
                    .isEmpty();

            data.completion("P1", MODULE);
            assertThat(broken(data, booked(plan(), "M2", MONDAY, AM))).isEmpty();
        }

        @Test
        void someoneElsesCompletionOrBookingDoesNotHelp() {
            m2AfterM1();
            data.completion("Q1", MODULE);
            PlanBuilder plan =
                    booked(plan(), "M2", TUESDAY, AM).session("S1", MONDAY, AM).book("S1", "Q2");

            assertThat(broken(data, plan)).containsExactly(entry("H11", 1L));
        }

        @Test
        void eachPrerequisiteIsAPoint() {
            data.module("M3", module -> module.after = List.of(MODULE, "M2"));
            PlanBuilder plan = booked(plan(), "M3", MONDAY, AM);
            assertThat(broken(data, plan)).containsExactly(entry("H11", 2L));

            assertThat(broken(data, booked(plan, "M2", TUESDAY, AM))).containsExactly(entry("H11", 2L));
            assertThat(broken(data, plan.decide("P1", MODULE, Decision.CREDITED)))
                    .containsExactly(entry("H11", 1L));
        }

        @ParameterizedTest
        @CsvSource({"6, 1", "7, 0", "8, 0", "14, 0", "15, 1"})
        void theGapLiesWithinMinimumAndMaximumInclusive(int days, long points) {
            data.module("M2", module -> {
                        module.after = List.of(MODULE);
                        module.minGapDays = 7;
                        module.maxGapDays = 14;
                    })
                    .programme(programme -> programme.trainingWeekdays = EnumSet.allOf(DayOfWeek.class));
            PlanBuilder plan = booked(booked(plan(), MODULE, MONDAY, AM), "M2", MONDAY.plusDays(days), AM);

            assertThat(broken(data, plan).getOrDefault("H11", 0L)).isEqualTo(points);
        }

        @Test
        void gapsDoNotRunFromCompletions() {
            data.module("M2", module -> {
                        module.after = List.of(MODULE);
                        module.maxGapDays = 1;
                    })
                    .completion("P1", MODULE);

            assertThat(broken(data, booked(plan(), "M2", FRIDAY, AM))).isEmpty();
        }
    }

    @Nested
    class H13Week {

        @Test
        void daysUpToTheLimitAreFine_eachBeyondIsAPoint() {
            PlanBuilder plan = booked(booked(plan(), MODULE, MONDAY, AM), "M2", TUESDAY, AM);
            assertThat(broken(data, plan)).isEmpty();

            assertThat(broken(data, booked(plan, "M3", WEDNESDAY, AM))).containsExactly(entry("H13", 1L));
            assertThat(broken(data, plan.bookDigital("P1", "PLT", FRIDAY, AM))).containsExactly(entry("H13", 2L));
        }

        @Test
        void twoHalfDaysOfOneDayAreOneDay() {
            data.programme(programme -> programme.maxTrainingDaysPerStaffPerWeek = 1);

            assertThat(broken(data, booked(booked(plan(), MODULE, MONDAY, AM), "M2", MONDAY, PM)))
                    .isEmpty();
        }

        @Test
        void anIsoWeekEndsOnSunday() {
            LocalDate sunday = MONDAY.plusDays(6);
            data.programme(programme -> {
                programme.maxTrainingDaysPerStaffPerWeek = 1;
                programme.trainingWeekdays = EnumSet.allOf(DayOfWeek.class);
            });

            assertThat(broken(data, booked(booked(plan(), MODULE, sunday, AM), "M2", sunday.plusDays(1), AM)))
                    .isEmpty();
            assertThat(broken(data, booked(booked(plan(), MODULE, sunday, AM), "M2", MONDAY, AM)))
                    .containsExactly(entry("H13", 1L));
        }

        @Test
        void twoPeopleHaveAWeekEach() {
            data.programme(programme -> programme.maxTrainingDaysPerStaffPerWeek = 1);
            PlanBuilder plan = booked(plan(), MODULE, MONDAY, AM)
                    .session("S2", TUESDAY, AM)
                    .book("S2", "Q1");

            assertThat(broken(data, plan)).isEmpty();
        }
    }

    @Nested
    class AProgrammeOfOneSlot {

        @Test
        void isAuditedLikeAnyOther() {
            data.programme(
                    programme -> programme.slots = List.of(new Slot("EVE", LocalTime.of(18, 0), LocalTime.of(21, 0))));
            List<String> evening = List.of("EVE");
            PlanBuilder plan = booked(plan(), MODULE, MONDAY, evening);
            assertThat(broken(data, plan)).isEmpty();

            PlanBuilder clash = booked(plan(), MODULE, MONDAY, evening).bookDigital("P1", "PLT", MONDAY, evening);
            assertThat(broken(data, clash)).containsExactly(entry("H03", 1L));

            data.programme(programme -> programme.minRestHours = "12.1");
            assertThat(broken(data, plan)).containsExactly(entry("H07", 1L));
        }
    }
}
