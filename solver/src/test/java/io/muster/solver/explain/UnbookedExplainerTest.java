package io.muster.solver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.data.plan.Unbooked;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.solver.construct.Construction;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One case for each reason; P1 is the one who is not booked, on a programme of Monday and Tuesday. */
class UnbookedExplainerTest {

    private final DataSetBuilder data = Fixtures.dataSet()
            .programme(p -> p.lastDay = Fixtures.TUESDAY)
            .module("M2", m -> {})
            .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of("M1", "M2"))
            .staff("P1", "P2");
    private final List<ScopeDecision> scope = new ArrayList<>();
    private @Nullable PlanState state;

    private void decide(String staffId, String moduleId, Decision decision, @Nullable LocalDate latest) {
        scope.add(new ScopeDecision(staffId, moduleId, decision, "TEST-001", "Test.", 0, null, latest));
    }

    private void require(String moduleId, String... staffIds) {
        for (String staffId : staffIds) {
            decide(staffId, moduleId, Decision.IN_SCOPE, null);
        }
    }

    private PlanState state() {
        if (state == null) {
            state = new PlanState(Problem.of(data.build(), scope));
        }
        return state;
    }

    private int requirement(int staff, int module) {
        Problem problem = state().problem();
        return problem.requirements.at[staff * problem.curriculum.modules + module];
    }

    /** Books in the only room. */
    private void book(int staff, int module, int day, int slot) {
        int session = state().problem().estate.sessionAt(0, day, slot);
        state().setModule(session, module);
        state().book(requirement(staff, module), session);
    }

    private Unbooked explain(int module) {
        return new UnbookedExplainer(state()).explain(requirement(0, module));
    }

    private void expect(UnbookedReason reason, String... words) {
        Unbooked row = explain(0);
        assertThat(row.staffId()).isEqualTo("P1");
        assertThat(row.moduleId()).isEqualTo("M1");
        assertThat(row.reason()).isEqualTo(reason.name());
        assertThat(List.of(words)).allMatch(row.detail()::contains);
        assertThat(row.detail()).endsWith(".");
    }

    @Test
    void aDeferredPrerequisite() {
        data.module("M1", m -> m.after = List.of("M2"));
        require("M1", "P1");
        decide("P1", "M2", Decision.DEFERRED, null);
        expect(UnbookedReason.PREREQUISITE_DEFERRED, "before M1");
    }

    @Test
    void noDates() {
        decide("P1", "M1", Decision.IN_SCOPE, Fixtures.MONDAY.minusDays(1));
        expect(UnbookedReason.NO_DATES);
    }

    @Test
    void notAvailable() {
        data.absence("P1", "2025-04-01T00:00", "2025-05-01T00:00");
        require("M1", "P1");
        expect(UnbookedReason.NOT_AVAILABLE);
    }

    @Test
    void aTwoSlotModuleOnHalfDays() {
        data.module("M1", m -> m.slots = 2).absence("P1", "2025-04-01T00:00", "2025-04-08T12:00");
        require("M1", "P1");
        expect(UnbookedReason.NOT_AVAILABLE);
    }

    @Test
    void noRest() {
        data.pattern(Fixtures.PATTERN, Fixtures.MONDAY, "22:00-07:30");
        require("M1", "P1");
        expect(UnbookedReason.NO_REST, "2 of its days (first 2025-04-07)");
    }

    @Test
    void noRestAfterABookedDay() {
        data.programme(p -> p.minRestHours = "26")
                .module("M1", m -> m.releaseDate = Fixtures.TUESDAY)
                .pattern(Fixtures.PATTERN, Fixtures.MONDAY.minusDays(1), "R", "09:00-12:00", "16:00-20:00", "R");
        require("M1", "P1");
        require("M2", "P1");
        book(0, 1, 0, 0);
        expect(UnbookedReason.NO_REST, "1 of its days (first 2025-04-08)");
    }

    @Test
    void busyAtTheTime() {
        decide("P1", "M1", Decision.IN_SCOPE, Fixtures.MONDAY);
        require("M2", "P1");
        data.absence("P1", "2025-04-07T13:00", "2025-04-07T18:00");
        book(0, 1, 0, 0);
        expect(UnbookedReason.BUSY, "1 of its days (first 2025-04-07)");
    }

    @Test
    void busyInTheWeek() {
        data.programme(p -> p.maxTrainingDaysPerStaffPerWeek = 1);
        decide("P1", "M1", Decision.IN_SCOPE, Fixtures.MONDAY);
        require("M2", "P1");
        book(0, 1, 1, 0);
        expect(UnbookedReason.BUSY);
    }

    @Test
    void anUnbookedPrerequisite() {
        data.module("M1", m -> m.after = List.of("M2"));
        require("M1", "P1");
        require("M2", "P1");
        expect(UnbookedReason.PREREQUISITE_UNBOOKED, "before M1");
    }

    @Test
    void aPrerequisiteBookedTooLate() {
        data.module("M1", m -> m.after = List.of("M2"));
        require("M1", "P1");
        require("M2", "P1");
        book(0, 1, 1, 1);
        expect(UnbookedReason.PREREQUISITE_UNBOOKED);
    }

    @Test
    void theTeamsCeiling() {
        data.demand(DemandScope.Kind.ALL, "", Fixtures.TUESDAY, Fixtures.TUESDAY, "0")
                .demand(DemandScope.Kind.ALL, "", Fixtures.MONDAY, Fixtures.MONDAY, "0.5");
        require("M1", "P1", "P2");
        book(1, 0, 0, 0);
        expect(UnbookedReason.TEAM_CEILING, "Team T1", "2 of its days (first 2025-04-07)");
    }

    @Test
    void noSession() {
        require("M1", "P1");
        expect(UnbookedReason.NO_SESSION, "no session of M1");
    }

    @Test
    void noSessionInReach() {
        data.venue("V2", 53, 0).room(Fixtures.ROOM, room -> room.venue = "V2");
        require("M1", "P1", "P2");
        book(1, 0, 0, 0);
        expect(UnbookedReason.NO_SESSION);
    }

    @Test
    void noSessionAtTheDaysVenue() {
        data.venue("V2", 51.51, -0.12).room("R2", room -> room.venue = "V2");
        data.absence("P1", "2025-04-08T00:00", "2025-04-09T00:00");
        require("M1", "P1", "P2");
        require("M2", "P1");
        book(0, 1, 0, 0);
        int elsewhere = state().problem().estate.sessionAt(1, 0, 1);
        state().setModule(elsewhere, 0);
        state().book(requirement(1, 0), elsewhere);
        expect(UnbookedReason.NO_SESSION, "other half-day");
    }

    @Test
    void everySessionFull() {
        data.room(Fixtures.ROOM, room -> room.capacity = 1);
        require("M1", "P1", "P2");
        book(1, 0, 0, 0);
        expect(UnbookedReason.SESSION_FULL, "1 of its days (first 2025-04-07)");
    }

    @Test
    void aCohortWithoutACommonDay() {
        data.module("M1", m -> m.grouping = Grouping.COHORT)
                .staff("P1", p -> p.cohort = "C1")
                .staff("P2", p -> p.cohort = "C1")
                .absence("P2", "2025-04-01T00:00", "2025-05-01T00:00");
        require("M1", "P1", "P2");
        expect(UnbookedReason.COHORT_APART, "cohort C1");
    }

    @Test
    void aSeatLeftInASession() {
        require("M1", "P1", "P2");
        book(1, 0, 0, 0);
        expect(UnbookedReason.SEAT_LEFT, "free seat");
    }

    @Test
    void aSeatLeftInDigitalLearning() {
        data.module("M1", m -> m.digital());
        require("M1", "P1");
        expect(UnbookedReason.SEAT_LEFT);
    }

    /** Construction takes every seat it can, so its unbooked have another reason, and a seat left is one indeed. */
    @Test
    void aConstructedPlanLeavesNoSeat() {
        int explained = 0;
        for (long seed = 0; seed < 60; seed++) {
            explained += expectReasons(RandomWorld.problem(seed, 3));
        }
        assertThat(explained).isGreaterThan(300);
    }

    @ParameterizedTest
    @EnumSource
    void aConstructedPlanOfASampleProgrammeLeavesNoSeat(SampleProgramme programme) {
        DataSet sample = SampleGenerator.generate(programme, programme.minPeople(), 6);
        List<ScopeDecision> decisions = Plans.scopeByRules(sample);
        Problem problem = Problem.of(sample, decisions);
        assertThat(expectReasons(problem)).isLessThanOrEqualTo(problem.requirements.count);
    }

    private static int expectReasons(Problem problem) {
        PlanState plan = Construction.run(problem);
        UnbookedExplainer explainer = new UnbookedExplainer(plan);
        for (int i = 0; i < plan.unbookedCount(); i++) {
            Unbooked row = explainer.explain(plan.unbooked(i));
            assertThat(UnbookedReason.valueOf(row.reason())).as(row.toString()).isNotEqualTo(UnbookedReason.SEAT_LEFT);
            assertThat(row.detail()).doesNotContain("null");
        }
        return plan.unbookedCount();
    }
}
