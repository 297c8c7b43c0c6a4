package io.muster.solver.model;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import org.jspecify.annotations.Nullable;

/** Places a requirement in a session, or nowhere. MUTATED BY SOLVER. */
@PlanningEntity
public class Enrolment {

    @PlanningId
    private int requirement;

    @PlanningVariable(allowsUnassigned = true, valueRangeProviderRefs = "sessions")
    private @Nullable Session session;

    /** For Timefold. */
    Enrolment() {}

    /**
     * An unbooked requirement.
     *
     * @param requirement its index, see {@link io.muster.solver.problem.Requirements}
     */
    public Enrolment(int requirement) {
        this.requirement = requirement;
    }

    /** {@return the requirement's index} */
    public int getRequirement() {
        return requirement;
    }

    /** {@return the session; null: unbooked} */
    public @Nullable Session getSession() {
        return session;
    }

    /** Sets the session; null: unbooked. */
    public void setSession(@Nullable Session session) {
        this.session = session;
    }

    @Override
    public String toString() {
        return "enrolment " + requirement;
    }
}
