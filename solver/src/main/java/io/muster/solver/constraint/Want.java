package io.muster.solver.constraint;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.model.Enrolment;
import io.muster.solver.model.Session;
import io.muster.solver.problem.Problem;

/**
 * A requirement and the session it is booked in, if any. The module taught plays no part here.
 *
 * @param problem the problem
 * @param requirement the requirement
 * @param session the session index; {@link #UNBOOKED}: none
 */
record Want(Problem problem, int requirement, int session) implements Subject {

    /** No session. */
    static final int UNBOOKED = -1;

    static Want of(Enrolment enrolment, Problem problem) {
        Session session = enrolment.getSession();
        return new Want(problem, enrolment.getRequirement(), session == null ? UNBOOKED : session.getIndex());
    }

    boolean isUnbooked() {
        return session == UNBOOKED;
    }

    /** {@return whether it is a requirement: on a re-plan a past booking may be none any more} */
    boolean isRequired() {
        return weight() > 0;
    }

    /** {@return whether its baseline booking is past and stays, which leaves its cohort free to catch up} */
    boolean isPast() {
        return problem.baseline.isPast[requirement];
    }

    /** {@return whether it is unbooked although its baseline booking has to stay (H18)} */
    boolean isFrozenAndDropped() {
        return isUnbooked() && problem.baseline.isFrozen[requirement];
    }

    /** {@return what dropping its baseline booking costs, pence; 0 where it is booked (cost line change)} */
    long droppingPence() {
        return isUnbooked() ? problem.baseline.changePence(requirement, UNBOOKED, 0) : 0;
    }

    /** {@return what it counts when unbooked (coverage)} */
    long weight() {
        return problem.requirements.weightOf[requirement];
    }

    /** {@return whether its module is taught by cohort and the staff member is in one} */
    boolean isOfCohort() {
        return problem.isTogether(requirement);
    }

    /** {@return the staff member's cohort and the module} */
    CohortModule cohortModule() {
        return new CohortModule(problem, problem.workforce.cohortOf[staff()], module());
    }

    /** {@return the staff member's BCU} */
    Bcu bcu() {
        return new Bcu(problem, problem.workforce.bcuOf[staff()]);
    }

    /** {@return the week in which it is booked} */
    int week() {
        return problem.calendar.weekOf[problem.estate.dayOf(session)];
    }

    private int staff() {
        return problem.requirements.staffOf[requirement];
    }

    private int module() {
        return problem.requirements.moduleOf[requirement];
    }

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        return new TrainingJustification.OfRequirement(
                constraint,
                amount,
                problem.dataSet.staff().get(staff()).id(),
                problem.dataSet.modules().get(module()).id());
    }
}
