package io.muster.solver.explain;

import io.muster.solver.catalogue.TrainingConstraint;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two plans of one data set. Bookings are the same when module, date and slots are; another room or
 * trainer is told of apart.
 *
 * @param total all of it
 * @param byBcu by BCU, by name
 * @param byTeam by team, by id; teams without a change are left out
 * @param byModule by module, in the data set's order
 * @param sessionsOnlyBefore sessions that run in the first plan only
 * @param sessionsOnlyAfter sessions that run in the second plan only
 * @param cost each cost line, before and after, and the total, in the catalogue's order
 * @param listedChange pence that the second plan's {@code changes.csv} adds up to, which is the line {@code change} where
 *     that file tells of the changes from the first plan; null: the plan lists none
 * @param people every booking that changed, by staff member and module
 */
public record PlanDifference(
        Counts total,
        Map<String, Counts> byBcu,
        Map<String, Counts> byTeam,
        Map<String, Counts> byModule,
        int sessionsOnlyBefore,
        int sessionsOnlyAfter,
        Map<String, CostChange> cost,
        @Nullable Long listedChange,
        List<BookingChange> people) {

    /** Copies the collections, maps in their order. */
    public PlanDifference {
        byBcu = Collections.unmodifiableMap(new LinkedHashMap<>(byBcu));
        byTeam = Collections.unmodifiableMap(new LinkedHashMap<>(byTeam));
        byModule = Collections.unmodifiableMap(new LinkedHashMap<>(byModule));
        cost = Collections.unmodifiableMap(new LinkedHashMap<>(cost));
        people = List.copyOf(people);
    }

    /** {@return pence of the line {@code change} in the second plan} */
    public long changeAfter() {
        CostChange change = cost.get(TrainingConstraint.CHANGE.id());
        return change == null ? 0 : change.after();
    }

    /**
     * How many bookings changed in which way.
     *
     * @param same that are the same, room and trainers included
     * @param otherPlace on the same day and slots, in another session
     * @param moved on another day or slot
     * @param added in the second plan only
     * @param dropped in the first plan only
     * @param people staff with a booking that was moved, added or dropped
     */
    public record Counts(int same, int otherPlace, int moved, int added, int dropped, int people) {}

    /**
     * A cost line of both plans.
     *
     * @param before pence in the first
     * @param after pence in the second
     */
    public record CostChange(long before, long after) {

        /** {@return pence more, or less, in the second} */
        public long difference() {
            return after - before;
        }
    }

    /**
     * One booking that changed.
     *
     * @param staffId the staff member
     * @param moduleId the module
     * @param teamId the staff member's team
     * @param kind in which way
     * @param before where it was; null: nowhere
     * @param after where it is; null: nowhere
     */
    public record BookingChange(
            String staffId,
            String moduleId,
            String teamId,
            Kind kind,
            @Nullable Place before,
            @Nullable Place after) {}

    /** Ways in which a booking changes. */
    public enum Kind {
        /** On the same day and slots, in another session. */
        OTHER_PLACE,
        /** On another day or slot. */
        MOVED,
        /** New. */
        ADDED,
        /** Gone. */
        DROPPED
    }

    /**
     * Where a booking is.
     *
     * @param sessionId its session; null for digital learning
     * @param date the day
     * @param slotIds its slots
     */
    public record Place(@Nullable String sessionId, LocalDate date, List<String> slotIds) {

        /** Copies the list. */
        public Place {
            slotIds = List.copyOf(slotIds);
        }
    }
}
