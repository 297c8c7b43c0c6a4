package io.muster.solver.check;

import static io.muster.solver.support.Fixtures.AM;
import static io.muster.solver.support.Fixtures.MODULE;
import static io.muster.solver.support.Fixtures.PM;
import static io.muster.solver.support.Fixtures.ROOM;
import static io.muster.solver.support.Fixtures.TEAM;
import static io.muster.solver.support.Fixtures.TRAINER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.data.model.DataSet;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.PlanBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What each disruption breaks, and what a day or a seat less leaves alone. */
class BrokenBookingsTest {

    /** The day of the re-plan, a Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2025, 4, 23);

    /** The Tuesday of the week after next, on which most is booked. */
    private static final LocalDate DAY = LocalDate.of(2025, 5, 6);

    private static final LocalDate BEFORE = DAY.minusDays(1);
    private static final LocalDate AFTER = DAY.plusDays(1);

    private final DataSetBuilder data = Fixtures.dataSet()
            .module("M2", module -> {})
            .module("M3", module -> {})
            .trainer(TRAINER, trainer -> trainer.modules = List.of(MODULE, "M2", "M3"))
            .trainer("X2", trainer -> trainer.modules = List.of(MODULE, "M2", "M3"))
            .venue("V2", 51.51, -0.12)
            .room("R2", room -> room.venue = "V2")
            .staff("P1", "P2", "P3");

    private PlanBuilder plan() {
        return Fixtures.plan(data.build());
    }

    /** {@return P1 and P2 booked on {@link #DAY} in the morning, P3 the day after elsewhere with another trainer} */
    private PlanBuilder published() {
        return plan().session("S1", DAY, AM)
                .book("S1", "P1", "P2")
                .session("S2", MODULE, AFTER, AM, "R2", "X2")
                .book("S2", "P3");
    }

    private Set<String> broken(PlanBuilder plan, Disruption... disruptions) {
        DataSet built = data.build();
        assertThat(Disrupted.by(built, plan.build(), TODAY, List.of()).broken())
                .as("broken before anything happened")
                .isEmpty();
        Set<String> keys = new TreeSet<>();
        Disrupted.by(built, plan.build(), TODAY, List.of(disruptions))
                .broken()
                .forEach(key -> keys.add(key.toString()));
        return keys;
    }

    @Nested
    class TrainersAndRooms {

        @Test
        void anAbsentTrainerBreaksTheSessionsOfThoseDays() {
            assertThat(broken(published(), Disrupted.of(Kind.TRAINER_ABSENT, TRAINER, DAY, DAY, null)))
                    .containsExactly("P1 M1", "P2 M1");
            assertThat(broken(published(), Disrupted.of(Kind.TRAINER_ABSENT, TRAINER, TODAY, BEFORE, null)))
                    .isEmpty();
            assertThat(broken(published(), Disrupted.of(Kind.TRAINER_ABSENT, TRAINER, AFTER, null, null)))
                    .isEmpty();
            assertThat(broken(published(), Disrupted.of(Kind.TRAINER_ABSENT, "X2", DAY, null, null)))
                    .containsExactly("P3 M1");
        }

        @Test
        void aClosedRoomBreaksItsSessionsOfThoseDays() {
            assertThat(broken(published(), Disrupted.of(Kind.ROOM_CLOSED, ROOM, null, DAY, null)))
                    .containsExactly("P1 M1", "P2 M1");
            assertThat(broken(published(), Disrupted.of(Kind.ROOM_CLOSED, ROOM, null, BEFORE, null)))
                    .isEmpty();
            assertThat(broken(published(), Disrupted.of(Kind.ROOM_CLOSED, ROOM, AFTER, null, null)))
                    .isEmpty();
        }

        @Test
        void aClosedVenueBreaksTheSessionsOfAllItsRooms() {
            data.room("R3", room -> room.venue = "V2");
            PlanBuilder plan = published()
                    .session("S3", "M2", AFTER.plusDays(1), PM, "R3", TRAINER)
                    .book("S3", "P1");

            assertThat(broken(plan, Disrupted.of(Kind.VENUE_CLOSED, "V2", DAY, null, null)))
                    .containsExactly("P1 M2", "P3 M1");
        }

        @Test
        void aSmallerRoomBreaksAllWhoNoLongerFitTogether() {
            assertThat(broken(published(), Disrupted.of(Kind.ROOM_CAPACITY, ROOM, DAY, DAY, 1)))
                    .containsExactly("P1 M1", "P2 M1");
            assertThat(broken(published(), Disrupted.of(Kind.ROOM_CAPACITY, ROOM, DAY, DAY, 2)))
                    .isEmpty();
            assertThat(broken(published(), Disrupted.of(Kind.ROOM_CAPACITY, ROOM, AFTER, null, 1)))
                    .isEmpty();
            assertThat(broken(published(), Disrupted.of(Kind.ROOM_CAPACITY, ROOM, DAY, DAY, 0)))
                    .containsExactly("P1 M1", "P2 M1");
        }

        @Test
        void ofChangesThatOverlapTheSmallestRoomCounts() {
            assertThat(broken(
                            published(),
                            Disrupted.of(Kind.ROOM_CAPACITY, ROOM, TODAY, DAY, 1),
                            Disrupted.of(Kind.ROOM_CAPACITY, ROOM, DAY, AFTER, 24)))
                    .containsExactly("P1 M1", "P2 M1");
        }

        @Test
        void whoeverMayNotStayLeavesASeatToTheRest() {
            // Two seats for three, one of whom did not come.
            PlanBuilder plan = plan().session("S1", DAY, AM).book("S1", "P1", "P2", "P3");

            assertThat(broken(
                            plan,
                            Disrupted.of(Kind.ROOM_CAPACITY, ROOM, DAY, DAY, 2),
                            Disrupted.of(Kind.NO_SHOW, "P2", null, null, "S1")))
                    .containsExactly("P2 M1");
            assertThat(broken(
                            plan,
                            Disrupted.of(Kind.ROOM_CAPACITY, ROOM, DAY, DAY, 2),
                            Disrupted.of(Kind.STAFF_ABSENT, "P2", DAY + "T09:00", DAY + "T10:00", null)))
                    .containsExactly("P2 M1");
            assertThat(broken(
                            plan,
                            Disrupted.of(Kind.ROOM_CAPACITY, ROOM, DAY, DAY, 1),
                            Disrupted.of(Kind.STAFF_ABSENT, "P2", DAY + "T09:00", DAY + "T10:00", null)))
                    .containsExactly("P1 M1", "P2 M1", "P3 M1");
        }
    }

    @Nested
    class Ceilings {

        @Test
        void aTeamsCapBreaksAllItsBookingsOfTheDay() {
            // 3 rostered: half of them is 1.5, so 2 may go; 0.3 of them is 0.9, so 1 may.
            assertThat(broken(published(), Disrupted.of(Kind.TEAM_CAP, TEAM, DAY, DAY, "0.5")))
                    .isEmpty();
            assertThat(broken(published(), Disrupted.of(Kind.TEAM_CAP, TEAM, DAY, DAY, "0.3")))
                    .containsExactly("P1 M1", "P2 M1");
            assertThat(broken(published(), Disrupted.of(Kind.TEAM_CAP, TEAM, TODAY, BEFORE, "0")))
                    .isEmpty();
            assertThat(broken(published(), Disrupted.of(Kind.TEAM_CAP, TEAM, DAY, AFTER, "0")))
                    .containsExactly("P1 M1", "P2 M1", "P3 M1");
        }

        @Test
        void demandHitsTheTeamsOfItsScope() {
            data.team("T2", team -> team.bcu = "B2").staff("P3", person -> person.team = "T2");

            assertThat(broken(published(), Disrupted.of(Kind.DEMAND, "BCU:B1", DAY, AFTER, "0")))
                    .containsExactly("P1 M1", "P2 M1");
            assertThat(broken(published(), Disrupted.of(Kind.DEMAND, "TEAM:T2", DAY, AFTER, "0")))
                    .containsExactly("P3 M1");
            assertThat(broken(published(), Disrupted.of(Kind.DEMAND, "ALL", DAY, AFTER, "0")))
                    .containsExactly("P1 M1", "P2 M1", "P3 M1");
        }

        @Test
        void anAbsentColleagueMayLeaveATeamTooWeak() {
            // 3 rostered, 1 absent: with a minimum of 1 (33%) one may go, with one of 2 (34%) nobody may.
            PlanBuilder plan = plan().session("S1", DAY, AM).book("S1", "P1");
            Disruption absent = Disrupted.of(Kind.STAFF_ABSENT, "P3", DAY + "T16:59", DAY + "T23:00", null);
            data.team(TEAM, team -> team.minimumStrengthPct = "33");
            assertThat(broken(plan, absent)).isEmpty();

            data.team(TEAM, team -> team.minimumStrengthPct = "34");
            assertThat(broken(plan, absent)).containsExactly("P1 M1");
            assertThat(broken(plan, Disrupted.of(Kind.STAFF_ABSENT, "P3", DAY + "T17:00", DAY + "T23:00", null)))
                    .isEmpty();
        }
    }

    @Nested
    class People {

        @Test
        void anAbsenceBreaksTheSlotsItOverlaps() {
            assertThat(broken(published(), Disrupted.of(Kind.STAFF_ABSENT, "P1", DAY + "T12:29", null, null)))
                    .containsExactly("P1 M1");
            assertThat(broken(published(), Disrupted.of(Kind.STAFF_ABSENT, "P1", DAY + "T12:30", null, null)))
                    .isEmpty();
            assertThat(broken(published(), Disrupted.of(Kind.STAFF_ABSENT, "P1", null, DAY + "T09:00", null)))
                    .isEmpty();
        }

        @Test
        void aLeaverIsGoneFromTheDayGiven() {
            assertThat(broken(published(), Disrupted.of(Kind.STAFF_LEFT, "P1", DAY, null, null)))
                    .containsExactly("P1 M1");
            assertThat(broken(published(), Disrupted.of(Kind.STAFF_LEFT, "P1", AFTER, null, null)))
                    .isEmpty();
        }

        @Test
        void aJoinerBreaksNothing() {
            assertThat(broken(published(), Disrupted.of(Kind.STAFF_JOINED, "P1", DAY, null, null)))
                    .isEmpty();
        }

        @Test
        void aMoveTakesTheNewBaseFromItsDayOn() {
            // Half a degree of latitude is 55.6 km, 182 minutes.
            data.team("FAR", team -> team.lat = 52.0);

            assertThat(broken(published(), Disrupted.of(Kind.STAFF_MOVED, "P1", DAY, null, "FAR")))
                    .containsExactly("P1 M1");
            assertThat(broken(published(), Disrupted.of(Kind.STAFF_MOVED, "P1", AFTER, null, "FAR")))
                    .isEmpty();
            assertThat(broken(
                            published(),
                            Disrupted.of(Kind.STAFF_MOVED, "P1", BEFORE, null, "FAR"),
                            Disrupted.of(Kind.STAFF_MOVED, "P1", DAY, null, TEAM)))
                    .isEmpty();
        }

        @Test
        void aMoveTakesTheNewPatternUnlessThePersonHasAnOwn() {
            data.pattern("OFF", DAY, "R", "09:00-17:00").team("T2", team -> team.pattern = "OFF");

            assertThat(broken(published(), Disrupted.of(Kind.STAFF_MOVED, "P1", DAY, null, "T2")))
                    .containsExactly("P1 M1");
            data.staff("P1", person -> person.pattern = Fixtures.PATTERN);
            assertThat(broken(published(), Disrupted.of(Kind.STAFF_MOVED, "P1", DAY, null, "T2")))
                    .isEmpty();
        }

        @Test
        void theNightBeforeAMoveIsStillTheOldTeams() {
            data.pattern("NIGHTS", DAY, "22:00-07:30").team("T2", team -> team.pattern = "NIGHTS");

            assertThat(broken(published(), Disrupted.of(Kind.STAFF_MOVED, "P1", DAY, null, "T2")))
                    .isEmpty();
            assertThat(broken(published(), Disrupted.of(Kind.STAFF_MOVED, "P1", BEFORE, null, "T2")))
                    .containsExactly("P1 M1");
        }

        @Test
        void aNewcomerCountsUnderTheNewTeamsCap() {
            // 1% of 2 rostered is 1, the least there is: one of the two has to give way.
            data.team("T2", team -> team.ceilingPct = "1").staff("P3", person -> person.team = "T2");
            PlanBuilder plan = plan().session("S1", DAY, AM).book("S1", "P1", "P2", "P3");

            assertThat(broken(plan, Disrupted.of(Kind.STAFF_MOVED, "P1", DAY, null, "T2")))
                    .containsExactly("P1 M1", "P3 M1");
            assertThat(broken(plan, Disrupted.of(Kind.STAFF_MOVED, "P1", AFTER, null, "T2")))
                    .isEmpty();
        }

        @Test
        void aMoverLeavesFewerRosteredInTheOldTeam() {
            // 34% of 3 is 2, of 2 is 1.
            data.team(TEAM, team -> team.ceilingPct = "34").team("T2", team -> {});
            PlanBuilder plan = plan().session("S1", DAY, AM).book("S1", "P1", "P2");

            assertThat(broken(plan, Disrupted.of(Kind.STAFF_MOVED, "P3", DAY, null, "T2")))
                    .containsExactly("P1 M1", "P2 M1");
            assertThat(broken(plan, Disrupted.of(Kind.STAFF_MOVED, "P3", AFTER, null, "T2")))
                    .isEmpty();
        }

        @Test
        void peopleWhomTheDataSetLostAreBroken() {
            PlanBuilder plan = published();
            DataSet without = Fixtures.dataSet().staff("P1", "P2").build();

            assertThat(Disrupted.by(without, plan.build(), TODAY, List.of()).broken())
                    .contains(new BookingKey("P3", MODULE));
        }
    }

    @Nested
    class ModulesAndSessions {

        @Test
        void aLaterReleaseBreaksWhatIsBookedBeforeIt() {
            assertThat(broken(published(), Disrupted.of(Kind.MODULE_RELEASE, MODULE, null, null, AFTER)))
                    .containsExactly("P1 M1", "P2 M1");
            assertThat(broken(published(), Disrupted.of(Kind.MODULE_RELEASE, MODULE, null, null, DAY)))
                    .isEmpty();
        }

        @Test
        void aCancelledSessionBreaksItsBookingsPastOrNot() {
            PlanBuilder plan = published()
                    .session("OLD", "M2", TODAY.minusDays(1), AM, ROOM, TRAINER)
                    .book("OLD", "P1", "P3");

            assertThat(broken(plan, Disrupted.of(Kind.SESSION_CANCELLED, "S1", null, null, null)))
                    .containsExactly("P1 M1", "P2 M1");
            assertThat(broken(plan, Disrupted.of(Kind.SESSION_CANCELLED, "OLD", null, null, null)))
                    .containsExactly("P1 M2", "P3 M2");
        }

        @Test
        void aNoShowBreaksThatBookingAlone() {
            PlanBuilder plan = published()
                    .session("OLD", "M2", TODAY.minusDays(1), AM, ROOM, TRAINER)
                    .book("OLD", "P1", "P3");

            assertThat(broken(plan, Disrupted.of(Kind.NO_SHOW, "P3", null, null, "OLD")))
                    .containsExactly("P3 M2");
        }

        @Test
        void aRequirementThatIsNoneAnyMoreIsBroken() {
            PlanBuilder plan = published().decide("P2", MODULE, Decision.OUT_OF_SCOPE);

            assertThat(Disrupted.by(data.build(), plan.build(), TODAY, List.of())
                            .broken())
                    .containsExactly(new BookingKey("P2", MODULE));
        }

        @Test
        void bookingsThatDoNotCountAreNotBroken() {
            PlanBuilder plan = published().booking(new Booking("P3", "M2", "S1", DAY, AM, Booking.Status.CANCELLED));

            assertThat(broken(plan, Disrupted.of(Kind.STAFF_LEFT, "P3", TODAY, null, null)))
                    .containsExactly("P3 M1");
        }
    }

    @Nested
    class Past {

        @Test
        void whatIsPastIsNotBroken_whatIsTodayIs() {
            PlanBuilder plan = plan().session("S1", TODAY.minusDays(1), AM)
                    .book("S1", "P1")
                    .session("S2", TODAY, AM)
                    .book("S2", "P2");

            assertThat(broken(plan, Disrupted.of(Kind.ROOM_CLOSED, ROOM, null, null, null)))
                    .containsExactly("P2 M1");
        }

        @Test
        void ofAWeekThatIsFullOnlyTheDaysToComeAreBroken() {
            PlanBuilder plan = plan().session("S1", TODAY.minusDays(1), AM)
                    .book("S1", "P1")
                    .session("S2", "M2", TODAY.plusDays(1), AM, ROOM, TRAINER)
                    .book("S2", "P1");
            assertThat(broken(plan)).isEmpty();

            data.programme(programme -> programme.maxTrainingDaysPerStaffPerWeek = 1);
            assertThat(Disrupted.by(data.build(), plan.build(), TODAY, List.of())
                            .broken())
                    .containsExactly(new BookingKey("P1", "M2"));
        }
    }

    @Nested
    class WhatDepends {

        private PlanBuilder chain() {
            data.module("M2", module -> module.after = List.of(MODULE))
                    .module("M3", module -> module.after = List.of("M2"));
            return published()
                    .session("S3", "M2", DAY, PM, ROOM, TRAINER)
                    .book("S3", "P1", "P2")
                    .session("S4", "M3", DAY.plusDays(8), AM, ROOM, TRAINER)
                    .book("S4", "P1", "P2");
        }

        @Test
        void bookingsAfterABrokenOneThatNeedItAreBroken_andWhatNeedsThose() {
            Disruption morning = Disrupted.of(Kind.STAFF_ABSENT, "P1", DAY + "T09:00", DAY + "T10:00", null);

            assertThat(broken(chain(), morning)).containsExactly("P1 M1", "P1 M2", "P1 M3");
        }

        @Test
        void whatABrokenOneNeededIsNot() {
            Disruption afternoon = Disrupted.of(Kind.STAFF_ABSENT, "P1", DAY + "T14:00", DAY + "T15:00", null);

            assertThat(broken(chain(), afternoon)).containsExactly("P1 M2", "P1 M3");
        }

        @Test
        void whatIsSettledOtherwiseIsNotNeeded() {
            PlanBuilder plan = chain();
            data.completion("P1", MODULE);
            Disruption morning = Disrupted.of(Kind.STAFF_ABSENT, "P1", DAY + "T09:00", DAY + "T10:00", null);

            assertThat(broken(plan, morning)).containsExactly("P1 M1");
        }

        @Test
        void aNoShowOfThePastBreaksWhatNeededIt() {
            data.module("M2", module -> module.after = List.of(MODULE));
            PlanBuilder plan = plan().session("S1", TODAY.minusDays(1), AM)
                    .book("S1", "P1", "P2")
                    .session("S2", "M2", DAY, AM, ROOM, TRAINER)
                    .book("S2", "P1", "P2");

            assertThat(broken(plan, Disrupted.of(Kind.NO_SHOW, "P2", null, null, "S1")))
                    .containsExactly("P2 M1", "P2 M2");
        }

        @Test
        void cohortMatesOfABrokenOneAreBroken_andWhatNeedsThoseInTurn() {
            data.module(MODULE, module -> module.grouping = Grouping.COHORT)
                    .module("M2", module -> module.after = List.of(MODULE))
                    .staff("P1", person -> person.cohort = "C1")
                    .staff("P2", person -> person.cohort = "C1");
            PlanBuilder plan = plan().session("S1", DAY, AM)
                    .book("S1", "P1", "P2", "P3")
                    .session("S2", "M2", AFTER, AM, ROOM, TRAINER)
                    .book("S2", "P2", "P3");

            assertThat(broken(plan, Disrupted.of(Kind.STAFF_LEFT, "P1", DAY, null, null)))
                    .containsExactly("P1 M1", "P2 M1", "P2 M2");
            assertThat(broken(plan, Disrupted.of(Kind.NO_SHOW, "P1", null, null, "S1")))
                    .containsExactly("P1 M1", "P2 M1", "P2 M2");
            assertThat(broken(plan, Disrupted.of(Kind.STAFF_LEFT, "P3", DAY, null, null)))
                    .containsExactly("P3 M1", "P3 M2");
        }

        @Test
        void aDutyThatIsBackTakesTheRestBeforeTheNextDay() {
            // P1 is off, then has two nights. A booking on the first replaces it, so the next morning is free.
            data.pattern("TWO", DAY, "22:00-07:30", "22:00-07:30", "R").staff("P1", person -> person.pattern = "TWO");
            PlanBuilder plan = plan().session("S1", DAY, PM)
                    .book("S1", "P1")
                    .session("S2", "M2", AFTER, AM, ROOM, TRAINER)
                    .book("S2", "P1");

            assertThat(broken(plan, Disrupted.of(Kind.STAFF_ABSENT, "P1", DAY + "T13:00", DAY + "T18:00", null)))
                    .containsExactly("P1 M1", "P1 M2");
            assertThat(broken(plan, Disrupted.of(Kind.STAFF_ABSENT, "P1", DAY + "T13:00", AFTER + "T07:30", null)))
                    .as("away all that night")
                    .containsExactly("P1 M1");
        }
    }

    @Test
    void disruptionsAreJudgedTogether_andTheirKeysAreInOrder() {
        DataSet built = data.build();
        Disrupted disrupted = Disrupted.by(
                built,
                published().build(),
                TODAY,
                List.of(
                        Disrupted.of(Kind.ROOM_CLOSED, "R2", AFTER, AFTER, null),
                        Disrupted.of(Kind.STAFF_LEFT, "P2", DAY, null, null),
                        Disrupted.of(Kind.STAFF_ABSENT, "P1", DAY + "T09:00", null, null)));

        assertThat(disrupted.broken())
                .containsExactly(
                        new BookingKey("P1", MODULE), new BookingKey("P2", MODULE), new BookingKey("P3", MODULE));
        assertThatThrownBy(() -> disrupted.broken().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
