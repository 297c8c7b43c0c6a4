package io.muster.benchmarks.peer;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicType;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import ai.timefold.solver.core.impl.solver.DefaultSolver;
import io.muster.benchmarks.contender.Contender;
import io.muster.benchmarks.contender.ContenderLimits;
import io.muster.benchmarks.contender.ContenderPlan;
import io.muster.benchmarks.contender.Sample;
import io.muster.data.model.DataSet;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What somebody makes of Timefold's Community edition with its manual in a day: its own model, stock moves, streams. */
public final class NewcomerTimefold implements Contender {

    /** Offers a requirement chooses from: the nearest. More take longer to construct and need more memory. */
    private static final int MOST_CHOICES = 150;

    /** What a move may cost at the start: a fraction of a day's travel. Of 200, 500 and 2,000 the best by a little. */
    private static final String STARTING_TEMPERATURE = "0hard/0medium/500soft";

    private final Contender timetable;

    /** Starts from the greedy best-fit. */
    public NewcomerTimefold() {
        this(new BestFitGreedy());
    }

    /**
     * Starts from another's plan.
     *
     * @param timetable makes the plan whose sessions are kept and whose bookings are the first
     */
    NewcomerTimefold(Contender timetable) {
        this.timetable = timetable;
    }

    @Override
    public String id() {
        return "newcomer";
    }

    @Override
    public String sentence() {
        return "Timefold Community as a newcomer sets it up: the timetable and first bookings come from the greedy"
                + " best-fit, constraint streams score, FIRST_FIT books who is left, then simulated annealing with stock"
                + " change moves; cohorts keep the greedy's bookings.";
    }

    @Override
    public ContenderPlan plan(
            DataSet dataSet, List<ScopeDecision> scope, ContenderLimits limits, Consumer<Sample> progress) {
        Run run = new Run(dataSet, scope, limits, progress);
        Problem problem = run.problem;
        ContenderPlan firstPlan = timetable.plan(dataSet, scope, limits, progress);
        run.count(firstPlan.moves());
        Given given = Given.of(problem, firstPlan);
        Assignment found = given.timetable();
        write(solve(run, new NewcomerPlan(problem, bookings(given))), found);
        return run.result(Repair.keepWhatHolds(problem, found));
    }

    private static NewcomerPlan solve(Run run, NewcomerPlan start) {
        if (run.isOver()) {
            return start;
        }
        Solver<NewcomerPlan> solver =
                SolverFactory.<NewcomerPlan>create(config(run)).buildSolver();
        solver.addEventListener(event -> {
            HardMediumSoftLongScore score = (HardMediumSoftLongScore) event.getNewBestScore();
            if (score.hardScore() == 0) {
                run.tell(-score.mediumScore(), -score.softScore());
            }
        });
        NewcomerPlan best = solver.solve(start);
        run.count(((DefaultSolver<NewcomerPlan>) solver).getMoveEvaluationCount());
        return best;
    }

    private static void write(NewcomerPlan plan, Assignment found) {
        for (NewcomerBooking booking : plan.getBookings()) {
            Offer offer = booking.getOffer();
            if (offer != null) {
                found.sessionOf()[booking.getRequirement()] = offer.session();
            }
        }
    }

    private static List<NewcomerBooking> bookings(Given given) {
        Problem problem = given.problem();
        Eligibility eligibility = new Eligibility(problem, given.offers());
        int[] moduleOrder = Groups.modulesInOrder(problem.curriculum);
        List<NewcomerBooking> bookings = new ArrayList<>(problem.requirements.count);
        for (int p : Queue.scarcestFirst(problem)) {
            boolean pinned = problem.workforce.cohortOf[p] >= 0;
            for (int module : moduleOrder) {
                int r = problem.requirements.at[p * problem.curriculum.modules + module];
                if (r < 0) {
                    continue;
                }
                Offer taken = given.taken()[r];
                List<Offer> choices = pinned ? new ArrayList<>() : eligibility.of(r, MOST_CHOICES);
                if (taken != null && !choices.contains(taken)) {
                    choices.add(taken);
                }
                bookings.add(new NewcomerBooking(problem, r, choices, taken, pinned));
            }
        }
        return bookings;
    }

    private static SolverConfig config(Run run) {
        TerminationConfig limits = new TerminationConfig()
                .withMillisecondsSpentLimit(Math.max(1, run.left().toMillis()));
        if (run.movesLeft() < Long.MAX_VALUE) {
            limits.setMoveCountLimit(run.movesLeft());
        }
        return new SolverConfig()
                .withSolutionClass(NewcomerPlan.class)
                .withEntityClasses(NewcomerBooking.class)
                .withConstraintProviderClass(NewcomerConstraints.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(run.seed())
                .withTerminationConfig(limits)
                .withPhases(
                        new ConstructionHeuristicPhaseConfig()
                                .withConstructionHeuristicType(ConstructionHeuristicType.FIRST_FIT),
                        new LocalSearchPhaseConfig()
                                .withMoveSelectorConfig(new ChangeMoveSelectorConfig())
                                .withAcceptorConfig(new LocalSearchAcceptorConfig()
                                        .withSimulatedAnnealingStartingTemperature(STARTING_TEMPERATURE))
                                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
    }
}
