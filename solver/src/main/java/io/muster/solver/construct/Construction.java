package io.muster.solver.construct;

import io.muster.solver.construct.DayScheduler.Pass;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Makes the first full plan. The same problem gives the same plan, always. */
public final class Construction {

    /**
     * First whole days in full classes at an even pace, a little ahead of it; then whatever fills half a class; then
     * whatever can be booked at all.
     */
    private static final List<Pass> PASSES = List.of(
            new Pass(0.85, false, 1.05), new Pass(0.5, true, Double.MAX_VALUE), new Pass(0.0, true, Double.MAX_VALUE));

    /** What a trainer's day is worth where trainers are what is short, pence: more than anything it is weighed against. */
    private static final long SCARCE_DAY_PENCE = 10_000_000;

    /** Rounds in which the last seats are shared out, while each gains something. */
    private static final int MOST_ROUNDS = 3;

    private Construction() {}

    /**
     * Makes the plan.
     *
     * @param problem the problem
     * @return a valid plan
     */
    public static PlanState run(Problem problem) {
        return run(problem, () -> false);
    }

    /**
     * Makes the plan, or as much of it as there is time for.
     *
     * @param problem the problem
     * @param isStopped asked now and then whether to end with what there is
     * @return a valid plan; that of {@link #run(Problem)} unless it was stopped
     */
    public static PlanState run(Problem problem, BooleanSupplier isStopped) {
        PlanState state = new PlanState(problem);
        TrainerPicker trainers = new TrainerPicker(state, WorkingDays.even(problem));
        List<DayScheduler> schedulers = new ArrayList<>();
        for (int m = 0; m < problem.curriculum.modules; m += DayKinds.MOST_MODULES) {
            schedulers.add(new DayScheduler(state, trainers, m));
        }
        TrainerDays trainerDays = new TrainerDays(state);
        boolean scarceTrainers = trainers.areScarce();
        SeatFiller seats = new SeatFiller(state);
        CohortPlacer cohorts = new CohortPlacer(state, trainers);
        List<Runnable> steps = new ArrayList<>();
        steps.add(cohorts::placeAll);
        for (Pass pass : PASSES) {
            schedulers.forEach(days -> steps.add(() -> days.run(pass, isStopped)));
            steps.add(seats::fillAll);
            if (scarceTrainers) {
                steps.add(() -> trainerDays.save(SCARCE_DAY_PENCE));
            }
        }
        if (scarceTrainers) {
            schedulers.forEach(days -> steps.add(() -> days.run(PASSES.get(PASSES.size() - 1), isStopped)));
            steps.add(seats::fillAll);
        }
        // Cohort modules that waited for prerequisites booked one by one.
        steps.add(cohorts::placeAll);
        steps.add(seats::fillAll);
        steps.add(() -> new EjectionChains(state, trainers).run(isStopped));
        steps.add(() -> coverAll(state, trainers, isStopped));
        steps.add(seats::fillAll);
        steps.add(() -> new IdleTrainers(state, trainers).employ());
        steps.add(() -> new ScarceSeats(state).share(isStopped));
        steps.add(() -> trainerDays.save(0));
        steps.add(() -> new ThinSessions(state).close());
        steps.add(() -> new MinimumClasses(state).fill());
        steps.add(() -> trainerDays.save(0));
        for (Runnable step : steps) {
            if (isStopped.getAsBoolean()) {
                break;
            }
            step.run();
        }
        return state;
    }

    private static void coverAll(PlanState state, TrainerPicker trainers, BooleanSupplier isStopped) {
        TeamRepair teams = new TeamRepair(state, trainers);
        teams.run();
        if (!teams.isDone()) {
            new CoverageRepair(state, trainers).run(isStopped);
        }
    }

    /**
     * Books whoever is left that can be booked: in free seats, by ejection chains, and by planning others anew. For plans
     * that a search has changed: it draws its luck, and coverage comes first.
     *
     * @param state a valid plan; covers as much afterwards, or more
     * @param isStopped asked now and then whether to end with what there is
     */
    public static void bookWhoIsLeft(PlanState state, BooleanSupplier isStopped) {
        if (isStopped.getAsBoolean()) {
            return;
        }
        SeatFiller seats = new SeatFiller(state);
        seats.fillAll();
        TrainerPicker trainers = new TrainerPicker(state);
        new EjectionChains(state, trainers).run(isStopped);
        new TeamRepair(state, trainers).run();
        seats.fillAll();
        // Whoever gives way may make room for others.
        long before = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && state.shortfall() < before; round++) {
            before = state.shortfall();
            new IdleTrainers(state, trainers).employ();
            new ScarceSeats(state).share(isStopped);
        }
        // A session opened for few may be spared now that everybody has a seat.
        new ThinSessions(state).close();
        new MinimumClasses(state).fill();
    }
}
