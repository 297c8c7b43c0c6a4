package io.muster.data.disruption;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Plan;
import java.time.LocalDate;
import java.util.List;

/** Applies the disruptions of a re-plan to a data set (DATASET.md section 5). */
public final class Disruptions {
    private Disruptions() {}

    /**
     * Applies disruptions, all at once: their order changes nothing but the order of the rows they add, which no rule
     * asks for. Rows may overlap and join with one another and with those of the data set.
     *
     * <ul>
     *   <li>{@code TRAINER_ABSENT}, {@code ROOM_CLOSED}, {@code VENUE_CLOSED} (each of its rooms), {@code TEAM_CAP},
     *       {@code DEMAND} and {@code STAFF_ABSENT} add rows. An open end lies a year beyond the programme.
     *   <li>{@code STAFF_LEFT}: {@code leaves} becomes the earliest of what it was and what the disruptions say.
     *   <li>{@code STAFF_JOINED} changes nothing: the data set has the person.
     *   <li>{@code STAFF_MOVED} adds a transfer. Of two moves of a person on one day, which contradict each other, the
     *       one with the later disruption id counts.
     *   <li>{@code ROOM_CAPACITY} adds a change of capacity; a capacity of 0 closes the room.
     *   <li>{@code MODULE_RELEASE} replaces the release date, by the latest of several.
     *   <li>{@code SESSION_CANCELLED} voids every counting baseline booking of the session, {@code NO_SHOW} the staff
     *       member's.
     * </ul>
     *
     * @param dataSet a valid data set, without these disruptions
     * @param asOf the day of the re-plan, replaces the programme's
     * @param disruptions what happened, with cells as {@link io.muster.data.plan.Disruption} says; subjects that the data
     *     set or the plan does not have change nothing
     * @param baseline the published plan
     * @return what the disruptions made of them
     * @throws java.time.format.DateTimeParseException when a date is none
     * @throws IllegalArgumentException when another cell cannot be read or a kind's cell is missing
     */
    public static DisruptedDataSet apply(DataSet dataSet, LocalDate asOf, List<Disruption> disruptions, Plan baseline) {
        DisruptionRows rows = new DisruptionRows(dataSet);
        VoidedBookings voided = new VoidedBookings(baseline);
        for (Disruption disruption : disruptions) {
            rows.add(disruption);
            voided.add(disruption);
        }
        return new DisruptedDataSet(rows.dataSetAsOf(asOf), voided.cancelledSessions(), voided.keys());
    }
}
