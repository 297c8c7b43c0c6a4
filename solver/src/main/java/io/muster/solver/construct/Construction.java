package io.muster.solver.construct;

import io.muster.solver.construct.DayScheduler.Pass;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.List;

/** Makes the first full plan. The same problem gives the same plan, always. */
public final class Construction {

    /**
     * First whole days in full classes at an even pace, a little ahead of it; then whatever fills half a class; then
     * whatever can be booked at all.
     */
    private static final List<Pass> PASSES = List.of(
            new Pass(0.85, false, 1.1), new Pass(0.5, true, Double.MAX_VALUE), new Pass(0.0, true, Double.MAX_VALUE));

    /** What a trainer's day is worth where trainers are what is short, pence: more than anything it is weighed against. */
    private static final long SCARCE_DAY_PENCE = 10_000_000;

    private Construction() {}

    /**
     * Makes the plan.
     *
     * @param problem the problem
     * @return a valid plan
     */
    public static PlanState run(Problem problem) {
        PlanState state = new PlanState(problem);
        TrainerPicker trainers = new TrainerPicker(state);
        List<DayScheduler> schedulers = new ArrayList<>();
        for (int m = 0; m < problem.curriculum.modules; m += DayKinds.MOST_MODULES) {
            schedulers.add(new DayScheduler(state, trainers, m));
        }
        TrainerDays trainerDays = new TrainerDays(state);
        boolean scarceTrainers = trainers.areScarce();
        SeatFiller seats = new SeatFiller(state);
        CohortPlacer cohorts = new CohortPlacer(state, trainers);
        cohorts.placeAll();
        for (Pass pass : PASSES) {
            for (DayScheduler days : schedulers) {
                days.run(pass);
            }
            seats.fillAll();
            if (scarceTrainers) {
                trainerDays.save(SCARCE_DAY_PENCE);
            }
        }
        if (scarceTrainers) {
            schedulers.forEach(days -> days.run(PASSES.get(PASSES.size() - 1)));
            seats.fillAll();
        }
        // Cohort modules that waited for prerequisites booked one by one.
        cohorts.placeAll();
        seats.fillAll();
        new EjectionChains(state, trainers).run();
        TeamRepair teams = new TeamRepair(state, trainers);
        teams.run();
        if (!teams.isDone()) {
            new CoverageRepair(state, trainers).run();
        }
        seats.fillAll();
        trainerDays.save(0);
        new ThinSessions(state).close();
        trainerDays.save(0);
        return state;
    }

    /**
     * Books whoever is left that can be booked: in free seats, by ejection chains, and by planning others anew. For plans
     * that a search has changed: it draws its luck, and coverage comes first.
     *
     * @param state a valid plan; covers as much afterwards, or more
     */
    public static void bookWhoIsLeft(PlanState state) {
        SeatFiller seats = new SeatFiller(state);
        seats.fillAll();
        TrainerPicker trainers = new TrainerPicker(state);
        new EjectionChains(state, trainers).run();
        new TeamRepair(state, trainers).run();
        seats.fillAll();
    }
}
