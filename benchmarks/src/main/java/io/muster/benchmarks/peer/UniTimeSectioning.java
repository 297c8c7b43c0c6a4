package io.muster.benchmarks.peer;

import io.muster.benchmarks.contender.Contender;
import io.muster.benchmarks.contender.ContenderLimits;
import io.muster.benchmarks.contender.ContenderPlan;
import io.muster.benchmarks.contender.Sample;
import io.muster.data.model.DataSet;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.problem.Problem;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.cpsolver.ifs.assignment.Assignment;
import org.cpsolver.ifs.assignment.DefaultSingleAssignment;
import org.cpsolver.ifs.solution.Solution;
import org.cpsolver.ifs.solver.Solver;
import org.cpsolver.ifs.util.DataProperties;
import org.cpsolver.studentsct.heuristics.StudentSctNeighbourSelection;
import org.cpsolver.studentsct.model.Enrollment;
import org.cpsolver.studentsct.model.Request;
import org.cpsolver.studentsct.weights.EqualStudentWeights;

/** UniTime's batch student sectioning for the part of the problem that it is made for: people into given sessions. */
public final class UniTimeSectioning implements Contender {

    /** Sections a request chooses from: the nearest. */
    private static final int MOST_SECTIONS = 150;
    /** Longest search for one student's schedule; UniTime's own default is for hundreds of students, not thousands. */
    private static final long MOST_STUDENT_MILLIS = 20;
    /** Share of the time in which all students are to be searched for once, even if none is found a full schedule. */
    private static final double FIRST_PASS = 0.5;

    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final Contender timetable;

    /** Books people into the sessions of the greedy best-fit. */
    public UniTimeSectioning() {
        this(new BestFitGreedy());
    }

    /**
     * Books people into another's sessions.
     *
     * @param timetable makes the plan whose sessions, and whose bookings of cohorts, are given
     */
    public UniTimeSectioning(Contender timetable) {
        this.timetable = timetable;
    }

    @Override
    public String id() {
        return "cpsolver";
    }

    @Override
    public String sentence() {
        return "UniTime's student sectioning books people into the sessions of the greedy best-fit, with team ceilings as"
                + " an added constraint; it knows neither cost nor days a week, cohorts keep the greedy's bookings,"
                + " and bookings that break a rule in the end are dropped.";
    }

    @Override
    public ContenderPlan plan(
            DataSet dataSet, List<ScopeDecision> scope, ContenderLimits limits, Consumer<Sample> progress) {
        Run run = new Run(dataSet, scope, limits, progress);
        Problem problem = run.problem;
        ContenderPlan given = timetable.plan(dataSet, scope, limits, sample -> {});
        Given sessions = Given.of(problem, given);
        io.muster.solver.state.Assignment found = sessions.timetable();
        for (int r = 0; r < problem.requirements.count; r++) {
            Offer taken = sessions.taken()[r];
            if (taken != null && problem.workforce.cohortOf[problem.requirements.staffOf[r]] >= 0) {
                found.sessionOf()[r] = taken.session();
            }
        }
        if (!run.isOver()) {
            solve(run, sessions, found);
        }
        return run.result(Repair.keepWhatHolds(problem, found));
    }

    private static void solve(Run run, Given given, io.muster.solver.state.Assignment found) {
        DataProperties properties = properties(run);
        UniTimeModel model = new UniTimeModel(properties, given, MOST_SECTIONS);
        if (model.variables().isEmpty()) {
            return;
        }
        properties.setProperty("Termination.TimeOut", String.valueOf(run.left().toMillis() / 1000.0));
        Assignment<Request, Enrollment> assignment = new DefaultSingleAssignment<>();
        Solver<Request, Enrollment> solver = new Solver<>(properties);
        solver.setInitalSolution(new Solution<>(model, assignment));
        solver.start();
        Thread thread = solver.getSolverThread();
        int most = 0;
        boolean running = true;
        while (running) {
            running = !hasEnded(thread);
            most = writeIfMore(solver.currentSolution(), most, found);
        }
        run.count(solver.currentSolution().getIteration());
    }

    private static boolean hasEnded(Thread thread) {
        try {
            thread.join(LOOK_EVERY_MILLIS);
            return !thread.isAlive();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Keeping every better solution costs UniTime as much as finding it, so it is looked at from time to time. */
    private static int writeIfMore(
            Solution<Request, Enrollment> solution, int most, io.muster.solver.state.Assignment found) {
        Lock lock = solution.getLock().readLock();
        lock.lock();
        try {
            Assignment<Request, Enrollment> assignment = solution.getAssignment();
            if (assignment.nrAssignedVariables() <= most) {
                return most;
            }
            for (Request request : solution.getModel().variables()) {
                Enrollment enrolment = assignment.getValue(request);
                found.sessionOf()[((UniTimeRequest) request).requirement()] = enrolment == null
                        ? -1
                        : ((UniTimeSection) enrolment.getSections().iterator().next())
                                .offer()
                                .session();
            }
            return assignment.nrAssignedVariables();
        } finally {
            lock.unlock();
        }
    }

    private static DataProperties properties(Run run) {
        double perStudent = FIRST_PASS * run.left().toMillis() / run.problem.workforce.staff;
        String studentMillis = String.valueOf(Math.min(MOST_STUDENT_MILLIS, Math.max(1, (long) perStudent)));
        DataProperties properties = new DataProperties();
        properties.setProperty("General.Seed", String.valueOf(run.seed()));
        properties.setProperty("StudentWeights.BalancingFactor", "0");
        properties.setProperty("Neighbour.Class", StudentSctNeighbourSelection.class.getName());
        properties.setProperty("StudentWeights.Class", EqualStudentWeights.class.getName());
        properties.setProperty("Sectioning.UseCriticalCoursesSelection", "false");
        properties.setProperty("Sectioning.PriorityStudentsFirstSelection", "false");
        properties.setProperty("Sectioning.UseMinCreditSelection", "false");
        properties.setProperty("Neighbour.BranchAndBoundTimeout", studentMillis);
        properties.setProperty("Neighbour.SwapStudentsTimeout", studentMillis);
        properties.setProperty("Neighbour.BackTrackTimeout", studentMillis);
        properties.setProperty("Neighbour.EnrollmentSwapTimeout", studentMillis);
        properties.setProperty("Termination.StopWhenComplete", "true");
        if (run.movesLeft() < Integer.MAX_VALUE) {
            properties.setProperty("Termination.MaxIters", String.valueOf(run.movesLeft()));
        }
        return properties;
    }
}
