package io.muster.api.explain;

import io.muster.solver.explain.DayOptions;
import io.muster.solver.explain.PersonOptions;
import java.util.List;

/**
 * Where a person could go.
 *
 * @param modules module by module
 * @param days several modules together, on one day
 */
public record StaffOptions(List<PersonOptions> modules, List<DayOptions> days) {

    /** Copies the lists. */
    public StaffOptions {
        modules = List.copyOf(modules);
        days = List.copyOf(days);
    }
}
