package io.muster.solver.model;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.valuerange.CountableValueRange;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The planning solution: which module each place runs, with which trainers, and who is enrolled in it. MUTATED BY
 * SOLVER.
 *
 * <p>Trainer places of session {@code s} are at {@code s * maxTrainers + position} and exist for places that are not
 * digital; enrolments are at their requirement's index, sessions at theirs.
 */
@PlanningSolution(solutionCloner = TrainingPlanCloner.class)
public class TrainingPlan {

    @ProblemFactProperty
    private final Problem problem;

    private final List<ModuleChoice> modules;
    private final List<TrainerChoice> trainers;
    private final IndexedRange<ModuleChoice> moduleRange;
    private final IndexedRange<TrainerChoice> trainerRange;
    private @Nullable List<Session> sessions;
    private @Nullable IndexedRange<Session> sessionRange;
    private @Nullable List<TrainerPlace> trainerPlaces;
    private @Nullable List<Enrolment> enrolments;
    private @Nullable Assignment assignment;
    private @Nullable PlanState state;
    private @Nullable HardMediumSoftLongScore score;

    /**
     * A plan that holds an assignment.
     *
     * @param problem the problem
     * @param assignment the values of all planning variables; entities are built from it when first asked for
     */
    public TrainingPlan(Problem problem, Assignment assignment) {
        this.problem = problem;
        this.assignment = assignment;
        List<ModuleChoice> moduleList = new ArrayList<>();
        for (int m = 0; m < problem.curriculum.modules; m++) {
            moduleList.add(new ModuleChoice(m));
        }
        modules = List.copyOf(moduleList);
        List<TrainerChoice> trainerList = new ArrayList<>();
        for (int t = 0; t < problem.cadre.trainers; t++) {
            trainerList.add(new TrainerChoice(t));
        }
        trainers = List.copyOf(trainerList);
        moduleRange = new IndexedRange<>(modules, ModuleChoice::index);
        trainerRange = new IndexedRange<>(trainers, TrainerChoice::index);
    }

    private TrainingPlan(TrainingPlan other, Assignment assignment) {
        problem = other.problem;
        modules = other.modules;
        trainers = other.trainers;
        moduleRange = other.moduleRange;
        trainerRange = other.trainerRange;
        score = other.score;
        this.assignment = assignment;
    }

    /** {@return a copy that shares nothing that changes} */
    TrainingPlan copy() {
        return new TrainingPlan(this, assignment());
    }

    /**
     * The values of all planning variables as they stand.
     *
     * @return a snapshot nobody else writes to
     */
    public Assignment assignment() {
        return state != null ? state.assignment() : entityAssignment();
    }

    /**
     * The values of all planning variables as the entities hold them, whatever state is attached.
     *
     * @return a snapshot nobody else writes to
     */
    public Assignment entityAssignment() {
        if (sessions == null) {
            return java.util.Objects.requireNonNull(assignment);
        }
        Assignment now = Assignment.empty(problem);
        for (Session session : getSessions()) {
            ModuleChoice module = session.getModule();
            now.moduleOf()[session.getIndex()] = module == null ? -1 : module.index();
        }
        for (TrainerPlace place : getTrainerPlaces()) {
            TrainerChoice trainer = place.getTrainer();
            now.trainerAt()[place.getIndex()] = trainer == null ? -1 : trainer.index();
        }
        for (Enrolment enrolment : getEnrolments()) {
            Session session = enrolment.getSession();
            now.sessionOf()[enrolment.getRequirement()] = session == null ? -1 : session.getIndex();
        }
        return now;
    }

    /**
     * Attaches the state that follows every change of this plan's entities: the working plan of a solver has one.
     *
     * @param followed the state, equal to this plan from now on
     */
    public void attach(PlanState followed) {
        state = followed;
    }

    /**
     * The attached state.
     *
     * @return the state
     * @throws NullPointerException if none is attached: only a solver's working plan has one
     */
    public PlanState state() {
        return java.util.Objects.requireNonNull(state, "The plan has no state. Maybe it is not a working plan.");
    }

    /** {@return the number of bookings} */
    public int bookings() {
        int n = 0;
        for (int session : assignment().sessionOf()) {
            n += session >= 0 ? 1 : 0;
        }
        return n;
    }

    private void build() {
        Assignment values = java.util.Objects.requireNonNull(assignment);
        Estate estate = problem.estate;
        int maxTrainers = problem.curriculum.maxTrainers;
        List<Session> newSessions = new ArrayList<>(estate.sessions);
        List<TrainerPlace> newPlaces = new ArrayList<>(estate.digitalBase * maxTrainers);
        for (int s = 0; s < estate.sessions; s++) {
            Session session = new Session(s);
            if (values.moduleOf()[s] >= 0) {
                session.setModule(modules.get(values.moduleOf()[s]));
            }
            newSessions.add(session);
            for (int k = 0; k < maxTrainers && s < estate.digitalBase; k++) {
                int index = s * maxTrainers + k;
                TrainerPlace place = new TrainerPlace(index, session, k);
                if (values.trainerAt()[index] >= 0) {
                    place.setTrainer(trainers.get(values.trainerAt()[index]));
                }
                newPlaces.add(place);
            }
        }
        List<Enrolment> newEnrolments = new ArrayList<>(problem.requirements.count);
        for (int r = 0; r < problem.requirements.count; r++) {
            Enrolment enrolment = new Enrolment(r);
            if (values.sessionOf()[r] >= 0) {
                enrolment.setSession(newSessions.get(values.sessionOf()[r]));
            }
            newEnrolments.add(enrolment);
        }
        sessions = newSessions;
        trainerPlaces = newPlaces;
        enrolments = newEnrolments;
        assignment = null;
    }

    /** {@return the problem} */
    public Problem problem() {
        return problem;
    }

    /** {@return the modules a session may teach} */
    public List<ModuleChoice> getModules() {
        return modules;
    }

    /** {@return the modules as a value range} */
    @ValueRangeProvider(id = "modules")
    public CountableValueRange<ModuleChoice> getModuleRange() {
        return moduleRange;
    }

    /** {@return the trainers} */
    public List<TrainerChoice> getTrainers() {
        return trainers;
    }

    /** {@return the trainers as a value range} */
    @ValueRangeProvider(id = "trainers")
    public CountableValueRange<TrainerChoice> getTrainerRange() {
        return trainerRange;
    }

    /** {@return the places, by session index} */
    @PlanningEntityCollectionProperty
    public List<Session> getSessions() {
        if (sessions == null) {
            build();
        }
        return java.util.Objects.requireNonNull(sessions);
    }

    /** {@return the places as a value range} */
    @ValueRangeProvider(id = "sessions")
    public CountableValueRange<Session> getSessionRange() {
        if (sessionRange == null) {
            sessionRange = new IndexedRange<>(getSessions(), Session::getIndex);
        }
        return sessionRange;
    }

    /** {@return the trainers' places, by index} */
    @PlanningEntityCollectionProperty
    public List<TrainerPlace> getTrainerPlaces() {
        if (trainerPlaces == null) {
            build();
        }
        return java.util.Objects.requireNonNull(trainerPlaces);
    }

    /** {@return the enrolments, by requirement} */
    @PlanningEntityCollectionProperty
    public List<Enrolment> getEnrolments() {
        if (enrolments == null) {
            build();
        }
        return java.util.Objects.requireNonNull(enrolments);
    }

    /** {@return the score; null: not yet scored} */
    @PlanningScore
    public @Nullable HardMediumSoftLongScore getScore() {
        return score;
    }

    /** Sets the score. */
    public void setScore(@Nullable HardMediumSoftLongScore score) {
        this.score = score;
    }
}
