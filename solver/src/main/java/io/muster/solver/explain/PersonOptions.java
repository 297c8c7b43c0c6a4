package io.muster.solver.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a staff member could be booked for a module, or moved to.
 *
 * @param staffId the staff member
 * @param moduleId the module
 * @param now where they are booked; null: unbooked
 * @param alternatives other places, the cheapest first
 * @param possible how many there are in all
 */
public record PersonOptions(
        String staffId, String moduleId, @Nullable Spot now, List<Alternative> alternatives, int possible) {

    /** Copies the list. */
    public PersonOptions {
        alternatives = List.copyOf(alternatives);
    }
}
