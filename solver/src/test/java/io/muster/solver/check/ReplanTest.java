package io.muster.solver.check;

import static io.muster.solver.check.Audits.broken;
import static io.muster.solver.check.Audits.hard;
import static io.muster.solver.support.Fixtures.AM;
import static io.muster.solver.support.Fixtures.MODULE;
import static io.muster.solver.support.Fixtures.MONDAY;
import static io.muster.solver.support.Fixtures.PM;
import static io.muster.solver.support.Fixtures.ROOM;
import static io.muster.solver.support.Fixtures.TEAM;
import static io.muster.solver.support.Fixtures.TRAINER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope.Kind;
import io.muster.data.model.Programme.ChangeBand;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.PlanBuilder;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans with a baseline: H16, H18, the {@code change} line, and past bookings, which break no rule but still count. */
class ReplanTest {

    /** The day of the re-plan, a Wednesday in the programme's third week; two days of that week are past. */
    private static final LocalDate TODAY = LocalDate.of(2025, 4, 23);

    private static final LocalDate PAST_MONDAY = TODAY.minusDays(2);
    private static final LocalDate PAST_TUESDAY = TODAY.minusDays(1);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    /** First day that is not frozen. */
    private static final LocalDate THAW = TODAY.plusDays(15);

    /** First day on which a new booking has its notice. */
    private static final LocalDate WITH_NOTICE = TODAY.plusDays(28);

    private final DataSetBuilder data = Fixtures.dataSet()
            .programme(programme -> programme.asOf = TODAY)
            .staff("P1", "P2", "P3", "P4", "Q1", "Q2")
            .module("M2", module -> {})
            .module("M3", module -> {})
            .module("M4", module -> {})
            .trainer(TRAINER, trainer -> trainer.modules = List.of(MODULE, "M2", "M3", "M4"));

    private PlanBuilder plan() {
        return Fixtures.plan(data.build());
    }

    private PlanBuilder booked(String moduleId, LocalDate date, List<String> slots) {
        return booked(plan(), moduleId, date, slots);
    }

    private PlanBuilder booked(PlanBuilder plan, String moduleId, LocalDate date, List<String> slots) {
        String id = moduleId + "-" + date + slots;
        return plan.session(id, moduleId, date, slots, ROOM, TRAINER).book(id, "P1");
    }

    private static Baseline baseline(PlanBuilder plan) {
        return new Baseline(plan.bookings(), Set.of());
    }

    private static Baseline brokenBaseline(PlanBuilder plan) {
        return new Baseline(plan.bookings(), Set.of(new BookingKey("P1", MODULE)));
    }

    private static final Baseline NOTHING_BOOKED = new Baseline(List.of(), Set.of());

    @Nested
    class H16Notice {

        @Test
        void aBookingOfTheBaselineNeedsNone() {
            PlanBuilder plan = booked(MODULE, TOMORROW, AM);

            assertThat(broken(data, plan, baseline(plan))).isEmpty();
            assertThat(broken(data, plan, NOTHING_BOOKED)).containsExactly(entry("H16", 1L));
        }

        @Test
        void aNewBookingNeedsTheNoticeOfANewOne() {
            assertThat(broken(data, booked(MODULE, WITH_NOTICE, AM), NOTHING_BOOKED))
                    .isEmpty();
            assertThat(broken(data, booked(MODULE, WITH_NOTICE.minusDays(1), AM), NOTHING_BOOKED))
                    .containsExactly(entry("H16", 1L));
        }

        @Test
        void anotherSessionAtTheSameTimeIsNoMove() {
            PlanBuilder before = booked(MODULE, TOMORROW, AM);
            PlanBuilder after = plan().session("OTHER", TOMORROW, AM).book("OTHER", "P1");

            assertThat(broken(data, after, baseline(before))).isEmpty();
        }

        @Test
        void anotherSlotIsAMove() {
            assertThat(hard(data, booked(MODULE, THAW.plusDays(1), PM), baseline(booked(MODULE, THAW.plusDays(1), AM))))
                    .containsExactly(entry("H16", 1L));
        }

        @Test
        void aBrokenBookingMayMoveToAnyDayFromTomorrow() {
            Baseline broken = brokenBaseline(booked(MODULE, THAW, AM));

            assertThat(hard(data, booked(MODULE, TOMORROW, AM), broken)).isEmpty();
            assertThat(hard(data, booked(MODULE, TODAY, AM), broken)).containsExactly(entry("H16", 1L));
            assertThat(hard(data, booked("M2", TOMORROW, AM), broken)).containsExactly(entry("H16", 1L));
        }

        @Test
        void aBaselineBookingThatDoesNotCountIsNone() {
            Baseline cancelled = new Baseline(
                    List.of(new Booking("P1", MODULE, "S", TOMORROW, AM, Booking.Status.CANCELLED)), Set.of());

            assertThat(broken(data, booked(MODULE, TOMORROW, AM), cancelled)).containsExactly(entry("H16", 1L));
        }
    }

    @Nested
    class H18Frozen {

        @Test
        void aBookingBeforeTheThawStays() {
            Baseline frozen = baseline(booked(MODULE, THAW.minusDays(1), AM));
            Baseline free = baseline(booked(MODULE, THAW, AM));

            assertThat(hard(data, booked(MODULE, THAW.minusDays(1), AM), frozen))
                    .isEmpty();
            assertThat(hard(data, plan().require(MODULE, "P1"), frozen)).containsExactly(entry("H18", 1L));
            assertThat(hard(data, booked(MODULE, WITH_NOTICE, AM), frozen)).containsExactly(entry("H18", 1L));
            assertThat(hard(data, plan().require(MODULE, "P1"), free)).isEmpty();
            assertThat(hard(data, booked(MODULE, WITH_NOTICE, AM), free)).isEmpty();
        }

        @Test
        void aBrokenBookingNeedNotStay() {
            assertThat(hard(data, plan().require(MODULE, "P1"), brokenBaseline(booked(MODULE, TOMORROW, AM))))
                    .isEmpty();
        }

        @Test
        void aPastBookingStaysToo() {
            assertThat(hard(data, plan().require(MODULE, "P1"), baseline(booked(MODULE, MONDAY, AM))))
                    .containsExactly(entry("H18", 1L));
        }

        @Test
        void aBookingKeptAsCancelledDidNotStay() {
            PlanBuilder plan = plan().session("S1", TOMORROW, AM)
                    .booking(new Booking("P1", MODULE, "S1", TOMORROW, AM, Booking.Status.CANCELLED));

            assertThat(hard(data, plan, baseline(booked(MODULE, TOMORROW, AM)))).containsExactly(entry("H18", 1L));
        }

        @Test
        void eachBookingIsAPoint() {
            Baseline two = baseline(booked(booked(MODULE, TODAY, AM), "M2", TODAY, PM));

            assertThat(hard(data, plan(), two)).containsExactly(entry("H18", 2L));
        }
    }

    @Nested
    class PastBookings {

        /** The plan breaks these rules without a baseline, and none when all of it is past. */
        private void areForgiven(PlanBuilder past, String... rules) {
            assertThat(broken(data, past, NOTHING_BOOKED).keySet()).contains(rules);
            assertThat(broken(data, past, baseline(past))).isEmpty();
        }

        @Test
        void breakNoRuleAboutOneBooking() {
            data.module(MODULE, module -> module.after = List.of("M2"))
                    .calendar(PAST_TUESDAY, "CLOSED")
                    .team(TEAM, team -> team.lat = 53)
                    .absence("P1", "2025-04-22T00:00", "2025-04-23T00:00")
                    .staff("P1", staff -> {
                        staff.status = "SICK";
                        staff.needs = List.of("STEP_FREE");
                        staff.notBefore = LocalTime.of(10, 0);
                    });

            areForgiven(booked(MODULE, PAST_TUESDAY, AM), "H01", "H05", "H06", "H08", "H10", "H11", "H16");
        }

        @Test
        void breakTheRulesFromTheDayOfTheReplanOn() {
            data.calendar(TODAY, "CLOSED");
            PlanBuilder plan = booked(MODULE, TODAY, AM);

            assertThat(broken(data, plan, baseline(plan))).containsExactly(entry("H01", 1L));
        }

        @Test
        void breakNoRuleThatCounts() {
            data.programme(programme -> {
                        programme.maxTrainingDaysPerStaffPerWeek = 0;
                        programme.minRestHours = "20";
                        programme.ceilingPct = "10";
                    })
                    .room(ROOM, room -> room.capacity = 1)
                    .closure(ROOM, PAST_MONDAY, PAST_TUESDAY)
                    .trainerAbsence(TRAINER, PAST_MONDAY, PAST_TUESDAY)
                    .trainer(TRAINER, trainer -> trainer.maxDaysPerWeek = 1)
                    .venue("V2", 51.51, -0.12)
                    .room("FAR", room -> room.venue = "V2");
            PlanBuilder past = booked(MODULE, PAST_MONDAY, PM)
                    .book(MODULE + "-" + PAST_MONDAY + PM, "P2")
                    .session("S2", "M2", PAST_MONDAY, PM, ROOM, TRAINER)
                    .book("S2", "P1")
                    .session("S3", "M2", PAST_TUESDAY, AM, "FAR", TRAINER)
                    .book("S3", "P1")
                    .session("S4", "M3", PAST_TUESDAY, AM, ROOM, TRAINER)
                    .book("S4", "P1");

            areForgiven(past, "H02", "H03", "H04", "H07", "H09", "H12", "H13", "H14", "H15");
        }

        @Test
        void keepTheirCapacityColumnOfTheDay() {
            PlanBuilder past = booked(MODULE, PAST_MONDAY, AM);
            data.room(ROOM, room -> room.capacity = 5);

            assertThat(broken(data, past, baseline(past))).isEmpty();
            assertThat(broken(data, past, NOTHING_BOOKED)).containsKey("FORMAT");
        }

        @Test
        void countForTheOnceRule() {
            PlanBuilder past = booked(MODULE, PAST_MONDAY, AM);
            Baseline baseline = baseline(past);

            assertThat(broken(data, booked(past, MODULE, WITH_NOTICE, AM), baseline))
                    .containsExactly(entry("H02", 1L));
        }

        @Test
        void countForTheWeek_andOnlyWhatIsBeyondTheirOwnExcessIsReported() {
            PlanBuilder plan = booked(booked(MODULE, PAST_MONDAY, AM), "M2", PAST_TUESDAY, AM);
            booked(plan, "M3", TOMORROW, AM);
            assertThat(broken(data, plan, baseline(plan))).containsExactly(entry("H13", 1L));

            data.programme(programme -> programme.maxTrainingDaysPerStaffPerWeek = 1);
            assertThat(broken(data, plan, baseline(plan))).containsExactly(entry("H13", 1L));

            data.programme(programme -> programme.maxTrainingDaysPerStaffPerWeek = 3);
            assertThat(broken(data, plan, baseline(plan))).isEmpty();
        }

        @Test
        void countForARestWithADayThatIsNotPast() {
            data.programme(programme -> programme.minRestHours = "17");
            PlanBuilder plan = booked(booked(MODULE, PAST_TUESDAY, PM), "M2", TODAY, AM);

            assertThat(broken(data, plan, baseline(plan))).containsExactly(entry("H07", 1L));
        }

        @Test
        void doNotExcuseARestAfterADayThatIsNotPast() {
            data.programme(programme -> programme.minRestHours = "17");
            PlanBuilder plan = booked(MODULE, TODAY, PM); // 16 hours to the duty of tomorrow

            assertThat(broken(data, plan, baseline(plan))).containsExactly(entry("H07", 1L));
        }

        @Test
        void settleAnOrder() {
            data.module("M2", module -> module.after = List.of(MODULE));
            PlanBuilder plan = booked(MODULE, PAST_MONDAY, AM);
            Baseline baseline = baseline(plan);

            assertThat(broken(data, booked(plan, "M2", WITH_NOTICE, AM), baseline))
                    .isEmpty();
        }

        @Test
        void countForATrainersWeek() {
            data.trainer(TRAINER, trainer -> trainer.maxDaysPerWeek = 2)
                    .programme(programme -> programme.maxTrainingDaysPerStaffPerWeek = 5);
            PlanBuilder plan = booked(booked(MODULE, PAST_MONDAY, AM), "M2", PAST_TUESDAY, AM);
            booked(plan, "M3", TOMORROW, AM);

            assertThat(broken(data, plan, baseline(plan))).containsExactly(entry("H15", 1L));
        }

        @Test
        void countForARoomAndATeamsCapWithOthersOfTheDay() {
            // A booking added to a past day has no notice; the cap and the room are broken by it alone.
            data.demand(Kind.ALL, "", PAST_MONDAY, PAST_MONDAY, "0");
            PlanBuilder past = booked(MODULE, PAST_MONDAY, AM);
            Baseline baseline = baseline(past);
            past.session("S2", "M2", PAST_MONDAY, AM, ROOM).book("S2", "P2");

            assertThat(broken(data, past, baseline))
                    .containsExactly(entry("H12", 1L), entry("H14", 1L), entry("H15", 1L), entry("H16", 1L));
        }

        @Test
        void letACohortsOtherMembersCatchUpTogether() {
            data.module(MODULE, module -> module.grouping = Grouping.COHORT);
            for (String id : List.of("P1", "P2", "P3", "P4")) {
                data.staff(id, staff -> staff.cohort = "C1");
            }
            PlanBuilder past =
                    plan().session("S1", PAST_MONDAY, AM).book("S1", "P1", "P2").require(MODULE, "P3", "P4");
            Baseline baseline = baseline(past);
            assertThat(broken(data, past, baseline)).isEmpty();

            past.session("S2", WITH_NOTICE, AM).book("S2", "P3");
            assertThat(broken(data, past, baseline)).containsExactly(entry("H17", 1L));

            past.book("S2", "P4");
            assertThat(broken(data, past, baseline)).isEmpty();
        }
    }

    @Nested
    class ChangeLine {

        private long pence(PlanBuilder plan, Baseline baseline) {
            DataSet built = data.build();
            Long pence =
                    new PlanAuditor(built).audit(plan.build(), baseline).cost().get(TrainingConstraint.CHANGE);
            return pence == null ? -1 : pence;
        }

        @ParameterizedTest
        @CsvSource({"40, 1", "28, 1", "27, 3", "15, 3", "14, 10", "8, 10", "7, 30", "0, 30", "-9, 30"})
        void aDroppedBookingCostsByItsNotice(int days, long factor) {
            Baseline baseline = baseline(booked(MODULE, TODAY.plusDays(days), AM));

            assertThat(pence(plan().require(MODULE, "P1"), baseline)).isEqualTo(1000 * factor);
        }

        @Test
        void aMovedBookingCostsByTheEarlierOfOldAndNewDate() {
            Baseline baseline = baseline(booked(MODULE, TODAY.plusDays(20), AM));

            assertThat(pence(booked(MODULE, TODAY.plusDays(30), AM), baseline)).isEqualTo(3_000);
            assertThat(pence(booked(MODULE, TODAY.plusDays(9), AM), baseline)).isEqualTo(10_000);
            assertThat(pence(booked(MODULE, TODAY.plusDays(20), PM), baseline)).isEqualTo(3_000);
        }

        @Test
        void aBrokenBookingIsNoException_butAChangeOfRoomIsFree() {
            PlanBuilder before = booked(MODULE, TODAY.plusDays(20), AM);

            assertThat(pence(plan().require(MODULE, "P1"), brokenBaseline(before)))
                    .isEqualTo(3_000);
            assertThat(pence(
                            plan().session("OTHER", TODAY.plusDays(20), AM).book("OTHER", "P1"),
                            brokenBaseline(before)))
                    .isZero();
        }

        @Test
        void aNewBookingIsFree_andWithoutABaselineEverything() {
            assertThat(pence(booked(MODULE, WITH_NOTICE, AM), NOTHING_BOOKED)).isZero();
            assertThat(new PlanAuditor(data.build())
                            .audit(booked(MODULE, WITH_NOTICE, AM).build(), null)
                            .cost())
                    .containsEntry(TrainingConstraint.CHANGE, 0L);
        }

        @Test
        void noticeBelowEveryBandIsFree_andBandsNeedNoOrder() {
            data.programme(programme -> programme.changeBands = List.of(new ChangeBand(10, 2), new ChangeBand(20, 1)));

            assertThat(pence(plan(), baseline(booked(MODULE, TODAY.plusDays(9), AM))))
                    .isZero();
            assertThat(pence(plan(), baseline(booked(MODULE, TODAY.plusDays(10), AM))))
                    .isEqualTo(2_000);
            assertThat(pence(plan(), baseline(booked(MODULE, TODAY.plusDays(20), AM))))
                    .isEqualTo(1_000);
        }
    }

    @Nested
    class ChangeRowsFormat {

        private final LocalDate oldDate = TODAY.plusDays(20);

        private Change row(LocalDate old, LocalDate now, int days, int band, long pence) {
            return new Change("P1", MODULE, "OLD", old, "NEW", now, "TEST", null, days, band, pence);
        }

        private PlanBuilder moved() {
            return booked(MODULE, WITH_NOTICE, AM);
        }

        private Baseline before() {
            return baseline(booked(MODULE, oldDate, AM));
        }

        @Test
        void aMovedBookingHasItsRow() {
            assertThat(broken(data, moved().change(row(oldDate, WITH_NOTICE, 20, 15, 3_000)), before()))
                    .isEmpty();
            assertThat(broken(data, moved(), before())).containsExactly(entry("FORMAT", 1L));
        }

        @Test
        void aDroppedBookingHasItsRow() {
            PlanBuilder dropped = plan().decide("P1", MODULE, Decision.IN_SCOPE);

            assertThat(broken(data, dropped.change(row(oldDate, null, 20, 15, 3_000)), before()))
                    .isEmpty();
        }

        @Test
        void datesNoticeBandAndPriceAreRight() {
            List<Change> wrong = List.of(
                    row(oldDate.plusDays(1), WITH_NOTICE, 20, 15, 3_000),
                    row(oldDate, WITH_NOTICE.plusDays(1), 20, 15, 3_000),
                    row(oldDate, null, 20, 15, 3_000),
                    row(oldDate, WITH_NOTICE, 21, 15, 3_000),
                    row(oldDate, WITH_NOTICE, 20, 8, 3_000),
                    row(oldDate, WITH_NOTICE, 20, 15, 3_001));

            assertThat(wrong)
                    .allSatisfy(change -> assertThat(broken(data, moved().change(change), before()))
                            .containsExactly(entry("FORMAT", 1L)));
        }

        @Test
        void aRowTwiceIsOneTooMany() {
            Change row = row(oldDate, WITH_NOTICE, 20, 15, 3_000);

            assertThat(broken(data, moved().change(row).change(row), before())).containsExactly(entry("FORMAT", 1L));
        }

        @Test
        void whatNeitherMovedNorFellIsFree() {
            PlanBuilder kept = booked(MODULE, oldDate, AM);
            assertThat(broken(data, kept.change(row(oldDate, oldDate, 20, 15, 0)), before()))
                    .isEmpty();

            PlanBuilder priced = booked(MODULE, oldDate, AM);
            assertThat(broken(data, priced.change(row(oldDate, oldDate, 20, 15, 1)), before()))
                    .containsExactly(entry("FORMAT", 1L));
        }

        @Test
        void withoutABaselineThereAreNoRows() {
            assertThat(broken(data, moved().change(row(oldDate, WITH_NOTICE, 20, 15, 0)), null))
                    .containsExactly(entry("FORMAT", 1L));
        }
    }
}
