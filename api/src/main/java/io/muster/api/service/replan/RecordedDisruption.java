package io.muster.api.service.replan;

import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A disruption in the database.
 *
 * @param dataSetId the data set whose published plan it hits
 * @param disruption what happened
 * @param state whether a plan has answered it
 * @param bcu the BCU whose people or team it is about; null: it is about none in particular
 * @param planId the plan that answered it; null: none has
 * @param recordedAt when it was recorded
 * @param recordedBy who recorded it
 */
public record RecordedDisruption(
        String dataSetId,
        Disruption disruption,
        State state,
        @Nullable String bcu,
        @Nullable String planId,
        Instant recordedAt,
        String recordedBy) {

    /** Kinds that are about one staff member. */
    static final Set<Kind> OF_STAFF = Set.copyOf(
            EnumSet.of(Kind.STAFF_ABSENT, Kind.STAFF_LEFT, Kind.STAFF_JOINED, Kind.STAFF_MOVED, Kind.NO_SHOW));

    /** Whether a plan has answered a disruption. */
    public enum State {
        /** The next re-plan answers it. */
        OPEN,
        /** A published plan has answered it; it goes on to hold for later ones, where its kind lasts. */
        APPLIED,
        /** It did not happen, or is over before its time. */
        WITHDRAWN
    }

    /**
     * {@return whether a kind of disruption goes on to hold once a plan has answered it: a venue stays closed, but a
     * cancelled session and a no-show are settled}
     *
     * @param kind the kind
     */
    static boolean lasts(Kind kind) {
        return kind != Kind.SESSION_CANCELLED && kind != Kind.NO_SHOW;
    }
}
