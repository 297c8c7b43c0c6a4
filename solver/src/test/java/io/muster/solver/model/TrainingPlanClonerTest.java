package io.muster.solver.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.RandomWorld;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A clone holds the same values and shares nothing that changes. */
class TrainingPlanClonerTest {

    private final Problem problem = RandomWorld.problem(3, 3);
    private final Assignment values = RandomWorld.suiting(problem, 3, 8);
    private final TrainingPlanCloner cloner = new TrainingPlanCloner();

    private static void expectSame(Assignment actual, Assignment expected) {
        assertThat(actual.moduleOf()).isEqualTo(expected.moduleOf());
        assertThat(actual.trainerAt()).isEqualTo(expected.trainerAt());
        assertThat(actual.sessionOf()).isEqualTo(expected.sessionOf());
    }

    @Test
    void aCloneHoldsTheSameValues() {
        TrainingPlan plan = new TrainingPlan(problem, values);

        expectSame(cloner.cloneSolution(plan).entityAssignment(), values);
        plan.getEnrolments();
        expectSame(cloner.cloneSolution(plan).entityAssignment(), values);
        plan.attach(PlanState.of(problem, values));
        expectSame(cloner.cloneSolution(plan).entityAssignment(), values);
    }

    @Test
    void changesOfThePlanDoNotReachItsClone() {
        TrainingPlan plan = new TrainingPlan(problem, values.copy());
        plan.getEnrolments();
        TrainingPlan clone = cloner.cloneSolution(plan);
        clone.getEnrolments();

        clear(plan);

        assertThat(plan.bookings()).isZero();
        expectSame(clone.assignment(), values);
    }

    @Test
    void changesOfACloneDoNotReachThePlan() {
        TrainingPlan plan = new TrainingPlan(problem, values.copy());
        TrainingPlan clone = cloner.cloneSolution(plan);

        clear(clone);

        assertThat(clone.bookings()).isZero();
        expectSame(plan.assignment(), values);
    }

    @Test
    void changesOfAnAttachedStateDoNotReachAClone() {
        TrainingPlan plan = new TrainingPlan(problem, values.copy());
        PlanState state = PlanState.of(problem, values);
        plan.attach(state);
        TrainingPlan clone = cloner.cloneSolution(plan);

        for (int r = 0; r < problem.requirements.count; r++) {
            if (state.isBooked(r)) {
                state.unbook(r);
            }
        }

        assertThat(plan.bookings()).isZero();
        expectSame(clone.assignment(), values);
    }

    @Test
    void aCloneHasEntitiesOfItsOwn() {
        TrainingPlan plan = new TrainingPlan(problem, values);
        TrainingPlan clone = cloner.cloneSolution(plan);

        assertThat(clone.getSessions()).doesNotContainAnyElementsOf(plan.getSessions());
        assertThat(clone.getTrainerPlaces()).doesNotContainAnyElementsOf(plan.getTrainerPlaces());
        assertThat(clone.getEnrolments()).doesNotContainAnyElementsOf(plan.getEnrolments());
        assertThat(clone.problem()).isSameAs(plan.problem());
        assertThat(clone.getSessionRange().get(5))
                .isSameAs(clone.getSessions().get(5))
                .isNotSameAs(plan.getSessionRange().get(5));
        assertThat(clone.getEnrolments())
                .filteredOn(enrolment -> enrolment.getSession() != null)
                .isNotEmpty()
                .allMatch(enrolment ->
                        clone.getSessions().get(enrolment.getSession().getIndex()) == enrolment.getSession());
        assertThat(clone.getTrainerPlaces())
                .allMatch(place -> clone.getSessions().get(place.getSession().getIndex()) == place.getSession());
    }

    private static void clear(TrainingPlan plan) {
        plan.getSessions().forEach(session -> session.setModule(null));
        plan.getTrainerPlaces().forEach(place -> place.setTrainer(null));
        plan.getEnrolments().forEach(enrolment -> enrolment.setSession(null));
    }

    @Test
    void theStartingValuesAreNotWrittenTo() {
        Assignment before = values.copy();
        TrainingPlan plan = new TrainingPlan(problem, values);
        clear(plan);
        expectSame(values, before);
        assertThat(Arrays.stream(plan.assignment().sessionOf())).allMatch(session -> session < 0);
    }
}
