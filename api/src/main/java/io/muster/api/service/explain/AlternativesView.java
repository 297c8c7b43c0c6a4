package io.muster.api.service.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a person could be booked, or moved to.
 *
 * @param staffId the person
 * @param modules module by module
 */
public record AlternativesView(String staffId, List<Module> modules) {

    /**
     * Where they could be booked for one module.
     *
     * @param moduleId the module
     * @param moduleName its name
     * @param now where they are booked; null: unbooked
     * @param alternatives other places, the cheapest first
     * @param possible how many there are in all
     */
    public record Module(
            String moduleId,
            String moduleName,
            @Nullable SpotView now,
            List<AlternativeView> alternatives,
            int possible) {}
}
