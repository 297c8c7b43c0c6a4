package io.muster.solver.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.data.model.DemandScope;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The boundaries of what the dense problem says, by hand. Training day 0 is Monday 7 April 2025. */
class ProblemTest {

    private final DataSetBuilder data = Fixtures.dataSet();
    private final List<ScopeDecision> scope = new ArrayList<>();

    private void decide(
            String staffId,
            String moduleId,
            Decision decision,
            int priority,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest) {
        scope.add(new ScopeDecision(staffId, moduleId, decision, "TEST-001", "Test.", priority, earliest, latest));
    }

    private void require(String moduleId, int... staff) {
        for (int p : staff) {
            decide("P" + p, moduleId, Decision.IN_SCOPE, 0, null, null);
        }
    }

    private void staff(int heads) {
        for (int p = 0; p < heads; p++) {
            data.staff("P" + p);
        }
    }

    private Problem problem() {
        return Problem.of(data.build(), scope);
    }

    @Nested
    class Caps {

        @ParameterizedTest
        @CsvSource({
            // heads, ceiling %, strength %, factor, cap
            "100, 7, 0, 1, 7",
            "101, 7, 0, 1, 8",
            "100, 12.5, 0, 1, 13",
            "8, 12.5, 0, 1, 1",
            "9, 12.5, 0, 1, 2",
            "20, 50, 0, 0.5, 5",
            "20, 50, 0, 0.51, 6",
            "20, 0, 0, 1, 1",
            "20, 100, 0, 0, 0",
            "20, 100, 67, 1, 6",
            "3, 100, 67, 1, 0",
            "100, 100, 67, 1, 33",
            "0, 100, 0, 1, 0"
        })
        void isTheSmallerOfCeilingAndStrengthToSpare(
                int heads, String ceiling, String strength, String factor, int cap) {
            staff(heads);
            data.programme(p -> {
                p.ceilingPct = ceiling;
                p.minimumStrengthPct = strength;
            });
            data.demand(DemandScope.Kind.ALL, "", Fixtures.MONDAY, Fixtures.MONDAY, factor);
            assertThat(problem().workforce.cap[0]).isEqualTo(cap);
        }

        @Test
        void takesTheSmallestFactorThatCoversTeamAndDay() {
            staff(10);
            data.demand(DemandScope.Kind.BCU, "B1", Fixtures.MONDAY, Fixtures.TUESDAY, "0.5")
                    .demand(DemandScope.Kind.FUNCTION, "ERPT", Fixtures.TUESDAY, Fixtures.WEDNESDAY, "0.2")
                    .demand(DemandScope.Kind.TEAM, "T2", Fixtures.MONDAY, Fixtures.LAST_DAY, "0")
                    .team("T2", team -> {});
            assertThat(problem().workforce.cap).startsWith(5, 2, 2, 10);
        }

        @Test
        void takesTheTeamsOwnPercentages() {
            staff(10);
            data.team(Fixtures.TEAM, team -> {
                team.ceilingPct = "30";
                team.minimumStrengthPct = "80";
            });
            assertThat(problem().workforce.cap[0]).isEqualTo(2);
        }

        @Test
        void countsWhoIsAwayForAnyPartOfTheDuty() {
            staff(10);
            data.absence("P0", "2025-04-07T16:59", "2025-04-08T09:00").programme(p -> p.minimumStrengthPct = "50");
            assertThat(problem().workforce.cap).startsWith(4, 5);
        }

        @Test
        void doesNotCountWhoIsNotDeployable() {
            staff(10);
            data.staff("P0", p -> p.leaves = Fixtures.TUESDAY).staff("P1", p -> {
                p.status = "SICK";
                p.statusUntil = Fixtures.MONDAY;
            });
            assertThat(problem().workforce.cap).startsWith(9, 9, 9);
        }
    }

    @Nested
    class DayBits {

        private void expectAvailable(int d, int slotBits) {
            assertThat(problem().workforce.dayBits[d] & 3).isEqualTo(slotBits);
        }

        @Test
        void anAbsenceThatEndsAsASlotStartsLeavesIt() {
            staff(1);
            data.absence("P0", "2025-04-07T12:30", "2025-04-07T13:30");
            expectAvailable(0, 3);
            data.absence("P0", "2025-04-07T13:30", "2025-04-07T13:31");
            expectAvailable(0, 1);
        }

        @Test
        void aSlotAtTheEarliestStartIsAvailable() {
            data.staff("P0", p -> p.notBefore = LocalTime.of(9, 0));
            expectAvailable(0, 3);
            data.staff("P0", p -> p.notBefore = LocalTime.of(9, 1));
            expectAvailable(0, 2);
        }

        @Test
        void anOwnPatternWithoutOffsetHasOffsetZero() {
            data.pattern("OWN", Fixtures.MONDAY, "09:00-17:00", "R")
                    .team(Fixtures.TEAM, team -> team.offset = 1)
                    .staff("P0", p -> p.pattern = "OWN");
            expectAvailable(0, 3);
            expectAvailable(1, 0);
            data.staff("P0", p -> p.offset = 1);
            expectAvailable(0, 0);
        }

        @Test
        void anOwnOffsetMovesTheTeamsPattern() {
            data.pattern(Fixtures.PATTERN, Fixtures.MONDAY, "09:00-17:00", "R")
                    .team(Fixtures.TEAM, team -> team.offset = 1)
                    .staff("P0", p -> p.offset = 2);
            expectAvailable(0, 3);
        }

        @Test
        void restIsCountedFromADutyThatEndsNextDay() {
            staff(1);
            data.pattern(Fixtures.PATTERN, Fixtures.MONDAY.minusDays(1), "16:00-02:30", "R", "R", "R")
                    .programme(p -> p.restDayTraining = true);
            int bits = problem().workforce.dayBits[0];
            assertThat(bits & Workforce.START_OK).as("6 1/2 hours before 09:00").isZero();
            assertThat(bits & Workforce.START_OK << 1)
                    .as("11 hours before 13:30")
                    .isNotZero();
        }

        @Test
        void anAbsenceOverAllOfADutyLeavesNoWorkingInterval() {
            staff(1);
            data.pattern(Fixtures.PATTERN, Fixtures.MONDAY.minusDays(1), "16:00-02:30", "R", "R", "R")
                    .programme(p -> p.restDayTraining = true)
                    .absence("P0", "2025-04-06T10:00", "2025-04-06T20:00")
                    .absence("P0", "2025-04-06T20:00", "2025-04-07T02:30");
            assertThat(problem().workforce.dayBits[0] & Workforce.START_OK).isNotZero();
            data.absence("P0", "2025-04-20T10:00", "2025-04-20T20:00");
            assertThat(problem().workforce.dayBits[0] & Workforce.START_OK).isNotZero();
        }
    }

    @Nested
    class RequirementDates {

        private Requirements requirements() {
            return problem().requirements;
        }

        @Test
        void noticeCountsFromTheDayOfPlanning() {
            staff(1);
            require(Fixtures.MODULE, 0);
            data.programme(p -> p.asOf = Fixtures.TUESDAY.minusDays(28));
            assertThat(requirements().firstWithNotice).containsOnly(1);
            assertThat(requirements().firstDay).containsExactly(1);
            assertThat(requirements().firstInScope).containsExactly(0);
        }

        @Test
        void theLatestOfEarliestDateReleaseAndNoticeIsFirst() {
            staff(2);
            data.programme(p -> p.asOf = Fixtures.TUESDAY.minusDays(28))
                    .module(Fixtures.MODULE, m -> m.releaseDate = Fixtures.WEDNESDAY);
            decide("P0", Fixtures.MODULE, Decision.IN_SCOPE, 0, Fixtures.MONDAY, Fixtures.WEDNESDAY);
            decide("P1", Fixtures.MODULE, Decision.IN_SCOPE, 0, Fixtures.FRIDAY, null);
            assertThat(requirements().firstInScope).containsExactly(2, 4);
            assertThat(requirements().firstDay).containsExactly(2, 4);
            assertThat(requirements().lastDay).containsExactly(2, problem().calendar.days - 1);
        }

        @Test
        void aLatestDateBetweenTrainingDaysIsTheTrainingDayBefore() {
            staff(1);
            decide("P0", Fixtures.MODULE, Decision.IN_SCOPE, 0, null, Fixtures.FRIDAY.plusDays(2));
            assertThat(requirements().lastDay).containsExactly(4);
        }

        @Test
        void aDeferredDecisionIsARequirementUpToTheLastDay() {
            staff(3);
            decide("P0", Fixtures.MODULE, Decision.DEFERRED, 2, Fixtures.LAST_DAY, null);
            decide("P1", Fixtures.MODULE, Decision.DEFERRED, 0, Fixtures.LAST_DAY.plusDays(1), null);
            decide("P2", Fixtures.MODULE, Decision.DEFERRED, 0, null, null);
            assertThat(requirements().count).isOne();
            assertThat(requirements().priorityOf).containsExactly(2);
            assertThat(requirements().at).containsExactly(0, Requirements.BLOCKED, Requirements.BLOCKED);
        }

        @Test
        void whatIsDoneCreditedOrOutOfScopeBlocksNothing() {
            staff(5);
            data.module("M2", m -> m.after = List.of(Fixtures.MODULE)).completion("P2", Fixtures.MODULE);
            decide("P0", Fixtures.MODULE, Decision.OUT_OF_SCOPE, 0, null, null);
            decide("P1", Fixtures.MODULE, Decision.CREDITED, 0, null, null);
            decide("P2", Fixtures.MODULE, Decision.DEFERRED, 0, null, null);
            decide("P3", Fixtures.MODULE, Decision.DEFERRED, 0, null, null);
            require("M2", 0, 1, 2, 3, 4);
            assertThat(requirements().blocked).as("P4 is undecided").containsExactly(false, false, false, true, true);
        }

        @Test
        void areSortedByStaffThenModule() {
            staff(2);
            data.module("M2", m -> {});
            require("M2", 1, 0);
            require(Fixtures.MODULE, 1);
            assertThat(requirements().staffOf).containsExactly(0, 1, 1);
            assertThat(requirements().moduleOf).containsExactly(1, 0, 1);
            assertThat(requirements().firstOf).containsExactly(0, 1, 3);
        }

        @Test
        void anUnknownStaffMemberIsRefused() {
            decide("NOBODY", Fixtures.MODULE, Decision.IN_SCOPE, 0, null, null);
            assertThatThrownBy(ProblemTest.this::problem)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("NOBODY");
        }
    }

    @Nested
    class Travel {

        private Estate estate(double lat) {
            data.venue("V2", lat, -0.12);
            return problem().estate;
        }

        /** A degree of latitude is 111.19 km on a sphere of 6371 km. */
        @ParameterizedTest
        @CsvSource({
            // latitude of the venue (base: 51.5), minutes
            "51.5, 0",
            "51.5008, 0",
            "51.5010, 15",
            "51.6, 48",
            "51.4, 48",
            "51.72, 88"
        })
        void isFixedMinutesAndMinutesForEachKilometre(double lat, int minutes) {
            assertThat(estate(lat).travelMinutes[1]).isEqualTo(minutes);
        }

        @ParameterizedTest
        @CsvSource({"15.4, 15", "15.5, 16", "15.6, 16", "16.5, 17"})
        void isRoundedHalfUp(String fixed, int minutes) {
            data.programme(p -> {
                p.fixedMinutes = fixed;
                p.minutesPerKm = "0";
            });
            assertThat(estate(51.6).travelMinutes[1]).isEqualTo(minutes);
        }

        @Test
        void costsMoreBeyondTheTarget() {
            data.programme(p -> {
                p.targetTravelMinutes = 40;
            });
            assertThat(estate(51.6).travelPence[1]).isEqualTo(48 * 40 + 8 * 100);
            data.programme(p -> p.targetTravelMinutes = 48);
            assertThat(estate(51.6).travelPence[1]).isEqualTo(48 * 40);
        }

        @ParameterizedTest
        @CsvSource({"48, true", "47, false"})
        void reachesTheLimit(int limit, boolean reaches) {
            data.programme(p -> p.maxTravelMinutes = limit).room("R2", room -> room.venue = "V2");
            assertThat(estate(51.6).reaches(0, 1)).isEqualTo(reaches);
        }
    }

    @Nested
    class Places {

        @Test
        void roomsAndTrainersAreThereBetweenTheirDatesInclusive() {
            data.room(Fixtures.ROOM, room -> {
                        room.from = Fixtures.TUESDAY;
                        room.to = Fixtures.FRIDAY;
                    })
                    .closure(Fixtures.ROOM, Fixtures.WEDNESDAY, Fixtures.WEDNESDAY.plusDays(1))
                    .trainer(Fixtures.TRAINER, trainer -> {
                        trainer.from = Fixtures.TUESDAY;
                        trainer.to = Fixtures.FRIDAY;
                    })
                    .trainerAbsence(Fixtures.TRAINER, Fixtures.MONDAY.minusDays(3), Fixtures.TUESDAY);
            assertThat(problem().estate.open).startsWith(false, true, false, false, true, false);
            assertThat(problem().cadre.available).startsWith(false, false, true, true, true, false);
        }

        @Test
        void anIndexGivesBackRoomDayAndSlot() {
            data.room("R2", room -> {}).module("PLT", m -> m.digital()).module("PLT2", m -> m.digital());
            Problem problem = problem();
            Estate estate = problem.estate;
            for (int room = 0; room < estate.rooms; room++) {
                for (int d = 0; d < problem.calendar.days; d++) {
                    for (int slot = 0; slot < 2; slot++) {
                        int session = estate.sessionAt(room, d, slot);
                        assertThat(List.of(estate.roomOf(session), estate.dayOf(session), estate.slotOf(session)))
                                .containsExactly(room, d, slot);
                        assertThat(estate.isDigital(session)).isFalse();
                    }
                }
            }
            for (int module = 1; module <= 2; module++) {
                int session = estate.digitalSession(module, 7, 1);
                assertThat(estate.isDigital(session)).isTrue();
                assertThat(List.of(estate.digitalModule(session), estate.dayOf(session), estate.slotOf(session)))
                        .containsExactly(module, 7, 1);
            }
            assertThat(estate.sessions).isEqualTo((2 + 2) * problem.calendar.days * 2);
        }

        @Test
        void aRoomMeetsNeedsWhenItHasEveryFeature() {
            data.room(Fixtures.ROOM, room -> room.features = List.of("LOOP", "STEP_FREE"))
                    .room("R2", room -> room.features = List.of("LOOP"))
                    .staff("P0", p -> p.needs = List.of("STEP_FREE", "LOOP"))
                    .staff("P1", p -> p.needs = List.of("LOOP", "STEP_FREE", "LOOP"))
                    .staff("P2", p -> p.needs = List.of("LOOP"))
                    .staff("P3");
            Problem problem = problem();
            assertThat(problem.workforce.needsOf).containsExactly(1, 1, 2, 0);
            assertThat(problem.estate.meetsNeeds).containsExactly(true, true, true, false, true, true);
        }

        @ParameterizedTest
        @CsvSource({
            // people, trainers a session, trainers, rooms
            "1, 1, 3, 1",
            "10, 1, 3, 1",
            "11, 1, 3, 2",
            "99, 1, 3, 3",
            "99, 2, 3, 1",
            "99, 0, 1, 10",
            "0, 1, 3, 0"
        })
        void virtualRoomsAreAsManyAsMayRunSideBySide(int people, int perSession, int trainers, int rooms) {
            data.module("WEB", m -> {
                m.delivery = Delivery.VIRTUAL;
                m.maxClass = 10;
                m.trainers = perSession;
            });
            for (int t = 1; t < trainers; t++) {
                data.trainer("Y" + t, trainer -> {});
            }
            staff(people);
            for (int p = 0; p < people; p++) {
                require("WEB", p);
            }
            Problem problem = problem();
            assertThat(problem.estate.rooms - problem.estate.realRooms).isEqualTo(rooms);
        }

        @Test
        void aVirtualCohortModuleHasARoomForEachCohortAndForTheOthers() {
            data.module("WEB", m -> {
                m.delivery = Delivery.VIRTUAL;
                m.grouping = Grouping.COHORT;
                m.trainers = 0;
            });
            for (int p = 0; p < 3; p++) {
                String cohort = "C" + p;
                data.staff("P" + p, person -> person.cohort = cohort);
            }
            require("WEB", 0, 1, 2);
            assertThat(problem().estate.rooms - problem().estate.realRooms).isEqualTo(4);
        }
    }

    @Nested
    class Amounts {

        @Test
        void percentagesAreRoundedUpExactly() {
            staff(1);
            data.module(Fixtures.MODULE, m -> m.maxClass = 100).programme(p -> {
                p.occupancyPct = "7";
                p.sameTeamSharePct = "40";
            });
            Prices prices = problem().prices;
            assertThat(prices.targetSeats[100]).isEqualTo(7);
            assertThat(prices.targetSeats[99]).isEqualTo(7);
            assertThat(prices.targetSeats[15]).isEqualTo(2);
            assertThat(prices.permittedShare[5]).isEqualTo(2);
            assertThat(prices.permittedShare[6]).isEqualTo(3);
        }

        @Test
        void trajectoryIsTheShareOfTrainingDaysPassedRoundedDown() {
            staff(3);
            data.programme(p -> p.lastDay = Fixtures.MONDAY.plusDays(8)).calendar(Fixtures.MONDAY, "CLOSED");
            require(Fixtures.MODULE, 0, 1, 2);
            // Four of six days passed by the first Sunday.
            assertThat(problem().trajectory).containsExactly(2, 3);
        }

        @Test
        void aCohortModuleIsExceptedFromMixAndADigitalOneIsNotByCohort() {
            data.module(Fixtures.MODULE, m -> m.grouping = Grouping.COHORT).module("PLT", m -> {
                m.digital();
                m.grouping = Grouping.COHORT;
            });
            Curriculum curriculum = problem().curriculum;
            assertThat(curriculum.byCohort).containsExactly(true, false);
            assertThat(curriculum.mixExcepted).containsExactly(true, true);
        }
    }
}
