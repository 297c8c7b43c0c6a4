package io.muster.solver.explain;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.explain.UnbookedWhy.Kind;
import java.util.List;

/**
 * One thing in the way of a booking.
 *
 * @param rule the rule it breaks
 * @param kind what would lift it
 * @param amount how much of that
 * @param block what stands in the way, a clause
 * @param grant what would lift it, a clause
 * @param own requirements of the same person that would have to be booked, or moved; mostly none
 */
record Obstacle(TrainingConstraint rule, Kind kind, long amount, String block, String grant, List<Integer> own) {

    Obstacle(TrainingConstraint rule, Kind kind, long amount, String block, String grant) {
        this(rule, kind, amount, block, grant, List.of());
    }

    /** {@return whether it is lifted by other bookings, nothing has to be granted} */
    boolean isOwn() {
        return !own.isEmpty();
    }

    UnbookedWhy.Block toBlock() {
        return new UnbookedWhy.Block(rule.id(), block);
    }

    UnbookedWhy.Step toStep() {
        return new UnbookedWhy.Step(kind, rule.id(), amount, grant, List.of());
    }
}
