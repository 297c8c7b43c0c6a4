package io.muster.solver.model;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import org.jspecify.annotations.Nullable;

/** One trainer's place in a session: the session's first, second ... trainer. MUTATED BY SOLVER. */
@PlanningEntity
public class TrainerPlace {

    @PlanningId
    private int index;

    private @Nullable Session session;
    private int position;

    @PlanningVariable(allowsUnassigned = true, valueRangeProviderRefs = "trainers")
    private @Nullable TrainerChoice trainer;

    /** For Timefold. */
    TrainerPlace() {}

    /**
     * An empty place.
     *
     * @param index unique among trainer places
     * @param session the session
     * @param position 0 for the first trainer of the session, and so on
     */
    public TrainerPlace(int index, Session session, int position) {
        this.index = index;
        this.session = session;
        this.position = position;
    }

    /** {@return the index, unique among trainer places} */
    public int getIndex() {
        return index;
    }

    /** {@return the session} */
    public Session getSession() {
        return java.util.Objects.requireNonNull(session);
    }

    /** {@return 0 for the session's first trainer, and so on} */
    public int getPosition() {
        return position;
    }

    /** {@return the trainer; null: none} */
    public @Nullable TrainerChoice getTrainer() {
        return trainer;
    }

    /** Sets the trainer; null: none. */
    public void setTrainer(@Nullable TrainerChoice trainer) {
        this.trainer = trainer;
    }

    @Override
    public String toString() {
        return "trainer " + position + " of " + session;
    }
}
