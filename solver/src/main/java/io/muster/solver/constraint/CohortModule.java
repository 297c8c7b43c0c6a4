package io.muster.solver.constraint;

import io.muster.data.model.StaffMember;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Problem;
import java.util.Objects;

/**
 * A cohort and a cohort module.
 *
 * @param problem the problem
 * @param cohort the cohort
 * @param module the module
 */
record CohortModule(Problem problem, int cohort, int module) implements Subject {

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        int member = 0;
        while (problem.workforce.cohortOf[member] != cohort) {
            member++;
        }
        StaffMember person = problem.dataSet.staff().get(member);
        return new TrainingJustification.OfCohort(
                constraint,
                amount,
                Objects.requireNonNull(person.cohort()),
                problem.dataSet.modules().get(module).id());
    }
}
