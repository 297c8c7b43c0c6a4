package io.muster.benchmarks.peer;

import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cpsolver.ifs.util.DataProperties;
import org.cpsolver.studentsct.StudentSectioningModel;
import org.cpsolver.studentsct.constraint.DependentCourses;
import org.cpsolver.studentsct.model.Config;
import org.cpsolver.studentsct.model.Course;
import org.cpsolver.studentsct.model.Offering;
import org.cpsolver.studentsct.model.Request;
import org.cpsolver.studentsct.model.Student;
import org.cpsolver.studentsct.model.Subpart;

/** A plan's sessions as sections, and everybody without a cohort as students who ask for courses. */
final class UniTimeModel extends StudentSectioningModel {

    private final List<List<Request>> requestsOf = new ArrayList<>();

    /**
     * Makes the model.
     *
     * @param properties UniTime's configuration
     * @param given sessions, and the bookings of cohorts, which stay
     * @param mostSections sections a request chooses from at most: the nearest
     */
    UniTimeModel(DataProperties properties, Given given, int mostSections) {
        super(properties);
        Problem problem = given.problem();
        UniTimeCeilings ceilings = new UniTimeCeilings(problem);
        addGlobalConstraint(ceilings);
        addGlobalConstraint(new DependentCourses());
        Map<Integer, Integer> seatsKept = keepCohorts(given, ceilings);
        List<Course> courses = new ArrayList<>();
        Map<Integer, UniTimeSection> sections = new HashMap<>();
        for (int m = 0; m < problem.curriculum.modules; m++) {
            courses.add(course(
                    m, problem.dataSet.modules().get(m).id(), given.offers().get(m), seatsKept, sections));
        }
        dependOnPrerequisites(problem.curriculum, courses);
        Eligibility eligibility = new Eligibility(problem, given.offers());
        int[] moduleOrder = Groups.modulesInOrder(problem.curriculum);
        for (int p = 0; p < problem.workforce.staff; p++) {
            requestsOf.add(new ArrayList<>());
        }
        for (int p : Queue.scarcestFirst(problem)) {
            if (problem.workforce.cohortOf[p] < 0) {
                addStudent(student(problem, p, moduleOrder, courses, eligibility, sections, mostSections));
            }
        }
    }

    private static Map<Integer, Integer> keepCohorts(Given given, UniTimeCeilings ceilings) {
        Map<Integer, Integer> seats = new HashMap<>();
        Problem problem = given.problem();
        for (int r = 0; r < problem.requirements.count; r++) {
            int p = problem.requirements.staffOf[r];
            Offer taken = given.taken()[r];
            if (problem.workforce.cohortOf[p] >= 0 && taken != null) {
                seats.merge(taken.session(), 1, Integer::sum);
                ceilings.add(p, taken.day());
            }
        }
        return seats;
    }

    private Course course(
            int module,
            String name,
            List<Offer> offers,
            Map<Integer, Integer> seatsKept,
            Map<Integer, UniTimeSection> sections) {
        Offering offering = new Offering(module, name);
        Course course = new Course(module, name, name, offering, -1, 0);
        Config config = new Config(module, -1, name, offering);
        Subpart subpart = new Subpart(module, name, name, config, null);
        for (Offer offer : offers) {
            int limit = offer.isDigital() ? -1 : offer.capacity() - seatsKept.getOrDefault(offer.session(), 0);
            sections.put(offer.session(), new UniTimeSection(offer, limit, subpart));
        }
        addOffering(offering);
        return course;
    }

    /** A course depends on one other at most; where a module asks for more, the others are left to the repair. */
    private static void dependOnPrerequisites(Curriculum curriculum, List<Course> courses) {
        for (int m = 0; m < curriculum.modules; m++) {
            if (curriculum.after[m].length > 0) {
                courses.get(m).setParent(courses.get(curriculum.after[m][0]));
            }
        }
    }

    private Student student(
            Problem problem,
            int p,
            int[] moduleOrder,
            List<Course> courses,
            Eligibility eligibility,
            Map<Integer, UniTimeSection> sections,
            int mostSections) {
        Student student = new Student(p);
        int rank = 0;
        for (int module : moduleOrder) {
            int r = problem.requirements.at[p * problem.curriculum.modules + module];
            if (r >= 0) {
                List<UniTimeSection> own = new ArrayList<>();
                for (Offer offer : eligibility.of(r, mostSections)) {
                    UniTimeSection section = sections.get(offer.session());
                    if (section != null) {
                        own.add(section);
                    }
                }
                requestsOf.get(p).add(new UniTimeRequest(r, rank++, student, courses.get(module), own));
            }
        }
        return student;
    }

    /** {@return the requests of a staff member; none for members of cohorts} */
    List<Request> requestsOf(int staff) {
        return requestsOf.get(staff);
    }
}
