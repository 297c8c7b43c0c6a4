package io.muster.benchmarks.peer;

import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Workforce;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cpsolver.ifs.assignment.Assignment;
import org.cpsolver.ifs.model.GlobalConstraint;
import org.cpsolver.ifs.util.ToolBox;
import org.cpsolver.studentsct.model.Enrollment;
import org.cpsolver.studentsct.model.Request;

/**
 * The ceilings of the teams (H12), which student sectioning does not know, as a constraint of its kind: whoever takes a
 * person too many out of a team on a day unassigns somebody else's day.
 */
final class UniTimeCeilings extends GlobalConstraint<Request, Enrollment> {

    private final Problem problem;
    private final int days;
    /** Bookings of each staff member and day. */
    private final byte[] bookings;
    /** Staff on duty who are booked, by team and day. */
    private final List<List<Integer>> booked = new ArrayList<>();

    UniTimeCeilings(Problem problem) {
        this.problem = problem;
        days = problem.calendar.days;
        bookings = new byte[problem.workforce.staff * days];
        for (int i = 0; i < problem.workforce.teams * days; i++) {
            booked.add(List.of());
        }
    }

    /** Counts a booking. */
    void add(int staff, int day) {
        if (bookings[staff * days + day]++ == 0 && isOnDuty(staff, day)) {
            int at = problem.workforce.teamOf[staff] * days + day;
            if (booked.get(at).isEmpty()) {
                booked.set(at, new ArrayList<>());
            }
            booked.get(at).add(staff);
        }
    }

    private void remove(int staff, int day) {
        if (--bookings[staff * days + day] == 0 && isOnDuty(staff, day)) {
            booked.get(problem.workforce.teamOf[staff] * days + day).remove(Integer.valueOf(staff));
        }
    }

    private boolean isOnDuty(int staff, int day) {
        return (problem.workforce.dayBits[staff * days + day] & Workforce.ON_DUTY) != 0;
    }

    private static int staff(Enrollment enrolment) {
        return Math.toIntExact(enrolment.getStudent().getId());
    }

    private static int day(Enrollment enrolment) {
        return ((UniTimeSection) enrolment.getSections().iterator().next())
                .offer()
                .day();
    }

    @Override
    public boolean inConflict(Assignment<Request, Enrollment> assignment, Enrollment enrolment) {
        int staff = staff(enrolment);
        int day = day(enrolment);
        if (!isOnDuty(staff, day)) {
            return false;
        }
        int at = problem.workforce.teamOf[staff] * days + day;
        int others = booked.get(at).size() - (bookings[staff * days + day] > 0 ? 1 : 0);
        return others >= problem.workforce.cap[at];
    }

    @Override
    public void computeConflicts(
            Assignment<Request, Enrollment> assignment, Enrollment enrolment, Set<Enrollment> conflicts) {
        if (!inConflict(assignment, enrolment)) {
            return;
        }
        int staff = staff(enrolment);
        int day = day(enrolment);
        List<Integer> others = new ArrayList<>(booked.get(problem.workforce.teamOf[staff] * days + day));
        others.remove(Integer.valueOf(staff));
        others.removeIf(other -> !isMovable(assignment, enrolment, other, day));
        if (others.isEmpty()) {
            conflicts.add(enrolment);
            return;
        }
        int leaves = others.get(ToolBox.random(others.size()));
        for (Request request : requestsOf(enrolment, leaves)) {
            Enrollment other = assignment.getValue(request);
            if (other != null && day(other) == day) {
                conflicts.add(other);
            }
        }
    }

    /** Whether a person's bookings of a day are this tool's to move. */
    private boolean isMovable(Assignment<Request, Enrollment> assignment, Enrollment enrolment, int staff, int day) {
        return requestsOf(enrolment, staff).stream()
                .map(assignment::getValue)
                .anyMatch(other -> other != null && day(other) == day);
    }

    private List<Request> requestsOf(Enrollment enrolment, int staff) {
        return ((UniTimeModel) enrolment.variable().getModel()).requestsOf(staff);
    }

    @Override
    public void assigned(Assignment<Request, Enrollment> assignment, long iteration, Enrollment enrolment) {
        super.assigned(assignment, iteration, enrolment);
        add(staff(enrolment), day(enrolment));
    }

    @Override
    public void unassigned(Assignment<Request, Enrollment> assignment, long iteration, Enrollment enrolment) {
        super.unassigned(assignment, iteration, enrolment);
        remove(staff(enrolment), day(enrolment));
    }
}
