package io.muster.benchmarks.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cpsolver.ifs.assignment.Assignment;
import org.cpsolver.ifs.util.ToolBox;
import org.cpsolver.studentsct.constraint.SectionLimit;
import org.cpsolver.studentsct.model.Course;
import org.cpsolver.studentsct.model.CourseRequest;
import org.cpsolver.studentsct.model.Enrollment;
import org.cpsolver.studentsct.model.Request;
import org.cpsolver.studentsct.model.Student;

/** A requirement as a course request: its enrolments are the sections the person may take, nearest first. */
final class UniTimeRequest extends CourseRequest {

    private final int requirement;
    private final List<UniTimeSection> sections;

    UniTimeRequest(int requirement, int rank, Student student, Course course, List<UniTimeSection> sections) {
        super(requirement, rank, false, student, new ArrayList<>(List.of(course)), false, null);
        this.requirement = requirement;
        this.sections = sections;
    }

    int requirement() {
        return requirement;
    }

    private Enrollment enrolment(UniTimeSection section) {
        return new Enrollment(this, 0, getCourses().get(0), section.getSubpart().getConfig(), Set.of(section), null);
    }

    private List<Enrollment> enrolments(List<UniTimeSection> of) {
        List<Enrollment> enrolments = new ArrayList<>(of.size());
        of.forEach(section -> enrolments.add(enrolment(section)));
        return enrolments;
    }

    @Override
    public List<Enrollment> computeEnrollments(Assignment<Request, Enrollment> assignment) {
        return enrolments(sections);
    }

    @Override
    public List<Enrollment> computeRandomEnrollments(Assignment<Request, Enrollment> assignment, int limit) {
        if (limit <= 0 || limit >= sections.size()) {
            return computeEnrollments(assignment);
        }
        List<UniTimeSection> some = new ArrayList<>(sections);
        for (int i = 0; i < limit; i++) {
            int j = i + ToolBox.random(some.size() - i);
            UniTimeSection section = some.get(j);
            some.set(j, some.get(i));
            some.set(i, section);
        }
        return enrolments(some.subList(0, limit));
    }

    @Override
    public List<Enrollment> getAvaiableEnrollments(Assignment<Request, Enrollment> assignment, boolean checkParent) {
        return enrolments(sections.stream()
                .filter(section -> section.getLimit() < 0
                        || SectionLimit.getEnrollmentWeight(assignment, section, this) <= section.getLimit())
                .toList());
    }

    @Override
    public List<Enrollment> getAvaiableEnrollmentsSkipSameTime(
            Assignment<Request, Enrollment> assignment, boolean checkParent) {
        return getAvaiableEnrollments(assignment, checkParent);
    }

    @Override
    public List<Enrollment> getEnrollmentsSkipSameTime(Assignment<Request, Enrollment> assignment) {
        return computeEnrollments(assignment);
    }
}
