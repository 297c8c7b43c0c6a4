package io.muster.solver.model;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import org.jspecify.annotations.Nullable;

/**
 * A place at which a session may run: a room (real or virtual), day and first slot, or a day and slot of digital
 * learning; its module says what runs there. MUTATED BY SOLVER.
 *
 * <p>A place runs a session when somebody is enrolled in it. The module of a digital place is fixed.
 */
@PlanningEntity
public class Session {

    @PlanningId
    private int index;

    @PlanningVariable(allowsUnassigned = true, valueRangeProviderRefs = "modules")
    private @Nullable ModuleChoice module;

    /** For Timefold. */
    Session() {}

    /**
     * A place without a module.
     *
     * @param index the session index, see {@link io.muster.solver.problem.Estate}
     */
    public Session(int index) {
        this.index = index;
    }

    /** {@return the session index} */
    public int getIndex() {
        return index;
    }

    /** {@return the module taught; null: none} */
    public @Nullable ModuleChoice getModule() {
        return module;
    }

    /** Sets the module taught; null: none. */
    public void setModule(@Nullable ModuleChoice module) {
        this.module = module;
    }

    @Override
    public String toString() {
        return "session " + index;
    }
}
