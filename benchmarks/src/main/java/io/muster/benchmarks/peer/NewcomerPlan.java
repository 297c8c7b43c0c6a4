package io.muster.benchmarks.peer;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import io.muster.solver.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who takes which offer. MUTATED BY SOLVER. */
@PlanningSolution
public class NewcomerPlan {

    @ProblemFactProperty
    private @Nullable Problem problem;

    @PlanningEntityCollectionProperty
    private List<NewcomerBooking> bookings = List.of();

    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    /** For Timefold. */
    NewcomerPlan() {}

    /**
     * A plan.
     *
     * @param problem the problem
     * @param bookings all requirements, in the order of construction
     */
    NewcomerPlan(Problem problem, List<NewcomerBooking> bookings) {
        this.problem = problem;
        this.bookings = bookings;
    }

    /** {@return all requirements, booked or not} */
    public List<NewcomerBooking> getBookings() {
        return bookings;
    }

    /** {@return the score; null: not yet scored} */
    public @Nullable HardMediumSoftLongScore getScore() {
        return score;
    }
}
