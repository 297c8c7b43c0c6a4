package io.muster.solver.constraint;

import io.muster.data.model.TrainingModule.Delivery;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.model.Enrolment;
import io.muster.solver.model.ModuleChoice;
import io.muster.solver.model.Session;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;

/**
 * A booking: a requirement in a session.
 *
 * @param requirement the requirement
 * @param place the session as it stands
 */
record Placement(int requirement, Place place) implements SessionPart, Subject {

    static Placement of(Enrolment enrolment, Session session, Problem problem) {
        ModuleChoice module = session.getModule();
        return new Placement(
                enrolment.getRequirement(),
                new Place(problem, session.getIndex(), module == null ? Place.NONE : module.index()));
    }

    Problem problem() {
        return place.problem();
    }

    @Override
    public int session() {
        return place.session();
    }

    /** {@return the staff member} */
    int staff() {
        return problem().requirements.staffOf[requirement];
    }

    /** {@return the team of the staff member that day} */
    int team() {
        return problem().workforce.teamOn(staff(), day());
    }

    /** {@return the module required, which may differ from the one taught} */
    int module() {
        return problem().requirements.moduleOf[requirement];
    }

    /** {@return the training day} */
    int day() {
        return place.day();
    }

    /** {@return whether its day is past: it breaks no rule, but counts for the others} */
    boolean isPast() {
        return place.isPast();
    }

    /** {@return whether it is no booking of its requirement, or outside the requirement's dates (H01)} */
    boolean isOutOfScope() {
        Requirements requirements = problem().requirements;
        return place.module() != module()
                || !place.fitsSlot()
                || day() < requirements.firstInScope[requirement]
                || day() > requirements.lastDay[requirement];
    }

    /** {@return whether the staff member is not deployable, or on a rest day without permission (H05)} */
    boolean isOffDuty() {
        return (dayBits() & Workforce.DUTY_OK) == 0;
    }

    /** {@return whether an absence overlaps a slot (H06)} */
    boolean isInAbsence() {
        return (dayBits() & Workforce.ABSENT * place.slots()) != 0;
    }

    /** {@return whether travel takes too long (H08)} */
    boolean isTooFar() {
        int room = place.room();
        return room != Place.NONE && !problem().estate.reaches(team(), room);
    }

    /** {@return whether the room lacks a feature the staff member needs (H10)} */
    boolean lacksFeature() {
        int room = place.room();
        return room != Place.NONE
                && !problem().estate.meetsNeeds[problem().workforce.needsOf[staff()] * problem().estate.rooms + room];
    }

    /** {@return whether the baseline does not have it, and it comes without the notice asked for (H16)} */
    boolean isShortNotice() {
        return day() < problem().requirements.firstWithNotice[requirement]
                && !problem().baseline.isSame(requirement, day(), place.slots());
    }

    /** {@return whether it is elsewhere although its baseline booking has to stay (H18)} */
    boolean isFrozenAndMoved() {
        return problem().baseline.isFrozen[requirement]
                && !problem().baseline.isSame(requirement, day(), place.slots());
    }

    /** {@return what it costs that it is not the same as its baseline booking, pence (cost line change)} */
    long changePence() {
        return problem().baseline.changePence(requirement, day(), place.slots());
    }

    /** {@return whether it is virtual} */
    boolean isVirtual() {
        return place.delivery() == Delivery.VIRTUAL;
    }

    /** {@return what its priority costs, pence} */
    long priorityPence() {
        return problem().prices.priorityWeek
                * problem().requirements.priorityOf[requirement]
                * problem().calendar.wholeWeeks[day()];
    }

    /** {@return whether it ends before another starts; AM is before PM of one day} */
    boolean endsBefore(Placement other) {
        return day() < other.day()
                || (day() == other.day() && Bits.last(place.slots()) < Bits.first(other.place.slots()));
    }

    private int dayBits() {
        return problem().workforce.dayBits[staff() * problem().calendar.days + day()];
    }

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        return new TrainingJustification.OfBooking(
                constraint,
                amount,
                problem().dataSet.staff().get(staff()).id(),
                problem().dataSet.modules().get(module()).id(),
                place.date());
    }
}
