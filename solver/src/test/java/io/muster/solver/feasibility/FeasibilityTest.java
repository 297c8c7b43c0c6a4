package io.muster.solver.feasibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.solver.construct.Construction;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeasibilityTest {

    private final DataSetBuilder data = Fixtures.dataSet();
    private final List<ScopeDecision> scope = new ArrayList<>();

    private void require(String moduleId, @Nullable LocalDate latest, String... staffIds) {
        for (String staffId : staffIds) {
            scope.add(new ScopeDecision(staffId, moduleId, Decision.IN_SCOPE, "TEST-001", "Test.", 0, null, latest));
        }
    }

    private FeasibilityReport check() {
        return Feasibility.check(data.build(), scope);
    }

    private Finding onlyFinding(Finding.Kind kind) {
        List<Finding> findings = check().findings();
        assertThat(findings).extracting(Finding::kind).containsExactly(kind);
        return findings.get(0);
    }

    @Test
    void findsNothingWhereEverythingFits() {
        data.staff("P1", "P2");
        require(Fixtures.MODULE, null, "P1", "P2");
        FeasibilityReport report = check();
        assertThat(report.requirements()).isEqualTo(2);
        assertThat(report.shortfall()).isZero();
        assertThat(report.findings()).isEmpty();
    }

    @Nested
    class DeadEnd {

        private void expect(String subject, String sentence, Consumer<DataSetBuilder> change) {
            data.staff("P1");
            require(Fixtures.MODULE, null, "P1");
            change.accept(data);
            Finding finding = onlyFinding(Finding.Kind.DEAD_END);
            assertThat(finding.subject()).isEqualTo(subject);
            assertThat(finding.shortfall()).isEqualTo(1);
            assertThat(finding.sentence()).contains("P1").contains(sentence);
            assertThat(check().shortfall()).isEqualTo(1);
        }

        @Test
        void waitsForAnUndecidedModule() {
            expect(
                    Fixtures.MODULE,
                    "deferred or undecided",
                    world -> world.module("M0", m -> {}).module(Fixtures.MODULE, m -> m.after = List.of("M0")));
        }

        @Test
        void hasNoDates() {
            expect(
                    Fixtures.MODULE,
                    "no training day between",
                    world -> world.module(Fixtures.MODULE, m -> m.releaseDate = Fixtures.LAST_DAY.plusDays(1)));
        }

        @Test
        void hasTooFewTrainers() {
            expect(
                    Fixtures.MODULE,
                    "enough accredited trainers",
                    world -> world.module(Fixtures.MODULE, m -> m.trainers = 2));
        }

        @Test
        void reachesNoVenue() {
            expect(
                    Fixtures.TEAM,
                    "reach no venue",
                    world -> world.venue("V2", 53, 0).room(Fixtures.ROOM, room -> room.venue = "V2"));
        }

        @Test
        void findsNoRoomWithWhatIsNeeded() {
            expect("LOOP", "need LOOP in a room", world -> world.staff("P1", p -> p.needs = List.of("LOOP")));
        }

        @Test
        void findsNoRoomOpenInItsDates() {
            scope.clear();
            data.staff("P1").closure(Fixtures.ROOM, Fixtures.MONDAY, Fixtures.MONDAY);
            require(Fixtures.MODULE, Fixtures.MONDAY, "P1");
            assertThat(onlyFinding(Finding.Kind.DEAD_END).sentence()).contains("no open room in reach on any day");
        }

        @Test
        void belongsToAFrozenTeam() {
            expect(
                    Fixtures.TEAM,
                    "may spare nobody",
                    world -> world.demand(
                            DemandScope.Kind.TEAM, Fixtures.TEAM, Fixtures.MONDAY, Fixtures.LAST_DAY, "0"));
        }

        @Test
        void isNeverThere() {
            expect(
                    Fixtures.TEAM,
                    "on duty, present",
                    world -> world.absence("P1", "2025-04-01T00:00", "2025-06-01T00:00"));
        }

        @Test
        void isNeverRested() {
            expect(
                    Fixtures.TEAM,
                    "rest",
                    world -> world.programme(p -> p.trainingWeekdays = EnumSet.of(DayOfWeek.MONDAY))
                            .pattern(Fixtures.PATTERN, Fixtures.MONDAY, "22:00-07:30"));
        }
    }

    @Test
    void namesPeopleWithTooFewDays() {
        data.module("M2", m -> {})
                .module("M3", m -> {})
                .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of("M1", "M2", "M3"))
                .staff("P1")
                .absence("P1", "2025-04-08T00:00", "2025-06-01T00:00");
        require("M1", null, "P1");
        require("M2", null, "P1");
        require("M3", null, "P1");
        Finding finding = onlyFinding(Finding.Kind.TOO_FEW_DAYS);
        assertThat(finding.shortfall()).isEqualTo(1);
        assertThat(finding.sentence()).startsWith("1 person of team T1 (P1)");
    }

    @Nested
    class TeamCeiling {

        private void fourOnOneDay() {
            data.programme(p -> p.lastDay = p.firstDay).staff("P1", "P2", "P3", "P4");
            require(Fixtures.MODULE, null, "P1", "P2", "P3", "P4");
        }

        @Test
        void saysWhichCeilingOrHowManyDaysWouldDo() {
            fourOnOneDay();
            data.team(Fixtures.TEAM, team -> team.ceilingPct = "25");
            Finding finding = onlyFinding(Finding.Kind.TEAM_CEILING);
            assertThat(finding.shortfall()).isEqualTo(3);
            // ceil(76% of 4) is 4; ceil(75% of 4) is 3.
            assertThat(finding.remedy()).isEqualTo("Team T1 needs a ceiling of 76% or 3 more days.");
        }

        @Test
        void saysWhereTheCeilingIsNotWhatHoldsItDown() {
            fourOnOneDay();
            data.team(Fixtures.TEAM, team -> team.minimumStrengthPct = "75");
            Finding finding = onlyFinding(Finding.Kind.TEAM_CEILING);
            assertThat(finding.shortfall()).isEqualTo(3);
            assertThat(finding.remedy())
                    .isEqualTo("Team T1 needs 3 more days; minimum strength or a freeze, not the ceiling, holds it"
                            + " down.");
        }
    }

    @Test
    void countsSeatsOfTheWholeProgramme() {
        data.programme(p -> p.lastDay = p.firstDay)
                .room(Fixtures.ROOM, room -> room.capacity = 2)
                .staff("P1", "P2", "P3", "P4", "P5", "P6");
        require(Fixtures.MODULE, null, "P1", "P2", "P3", "P4", "P5", "P6");
        Finding finding = onlyFinding(Finding.Kind.SEATS);
        assertThat(finding.subject()).isEqualTo(Fixtures.MODULE);
        assertThat(finding.shortfall()).isEqualTo(2);
        assertThat(finding.remedy())
                .isEqualTo("Module M1 needs 1 more session, which takes 1 room half-day and 1 trainer day.");
        assertThat(finding.sentence()).endsWith("; rooms alone cost 2 points over all modules, trainers alone 2");
        ModuleSupply module = check().modules().get(0);
        assertThat(module.mostSeats()).isEqualTo(4);
        assertThat(module.trainerDaysNeeded()).isEqualTo(2);
        assertThat(module.trainerDays()).isEqualTo(1);
        assertThat(module.seatsByMonth()).containsExactly(4L);
        assertThat(module.openByMonth()).containsExactly(6L);
    }

    @Test
    void namesTheRoomsWhereTrainersWouldDo() {
        data.programme(p -> p.lastDay = p.firstDay)
                .room(Fixtures.ROOM, room -> room.capacity = 2)
                .trainer("X2", trainer -> trainer.modules = List.of(Fixtures.MODULE))
                .staff("P1", "P2", "P3", "P4", "P5", "P6");
        require(Fixtures.MODULE, null, "P1", "P2", "P3", "P4", "P5", "P6");
        Finding finding = onlyFinding(Finding.Kind.SEATS);
        assertThat(finding.sentence()).endsWith("; rooms bind, trainers would do");
        assertThat(finding.remedy()).isEqualTo("Module M1 needs 1 more session, which takes 1 room half-day.");
    }

    @Test
    void namesTheTrainersWhereRoomsWouldDo() {
        data.programme(p -> p.lastDay = p.firstDay)
                .room(Fixtures.ROOM, room -> room.capacity = 2)
                .room("R2", room -> room.capacity = 2)
                .staff("P1", "P2", "P3", "P4", "P5", "P6");
        require(Fixtures.MODULE, null, "P1", "P2", "P3", "P4", "P5", "P6");
        Finding finding = onlyFinding(Finding.Kind.SEATS);
        assertThat(finding.sentence()).endsWith("; trainers bind, rooms would do");
        assertThat(finding.remedy()).isEqualTo("Module M1 needs 1 more session, which takes 1 trainer day.");
    }

    @Test
    void countsSeatsUpToAWeek() {
        data.programme(p -> p.trainingWeekdays = EnumSet.of(DayOfWeek.MONDAY))
                .room(Fixtures.ROOM, room -> room.capacity = 2)
                .staff("P1", "P2", "P3", "P4", "P5", "P6");
        require(Fixtures.MODULE, Fixtures.MONDAY, "P1", "P2", "P3", "P4", "P5", "P6");
        Finding finding = onlyFinding(Finding.Kind.WEEK);
        assertThat(finding.shortfall()).isEqualTo(2);
        assertThat(finding.sentence())
                .isEqualTo("6 people can have M1 only up to the week of 2025-04-07, and 4 seats are possible");
        assertThat(check().shortfall()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void noConstructedPlanHasASmallerShortfall(SampleProgramme programme) {
        DataSet sample = SampleGenerator.generate(programme, programme.minPeople() * 2, 8);
        List<ScopeDecision> decisions = Plans.scopeByRules(sample);
        PlanState state = Construction.run(Problem.of(sample, decisions));
        assertThat(Feasibility.check(sample, decisions).shortfall()).isLessThanOrEqualTo(state.shortfall());
    }
}
