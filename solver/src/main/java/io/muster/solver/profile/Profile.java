package io.muster.solver.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A profile of weights: other prices, limits and occupancy for what a solver sees, and weeks and seats it does not see
 * because they are kept free. The auditor judges with the data set's own, so that plans of all profiles can be compared, and
 * a plan of a profile is valid for the data set: less was permitted, never more.
 *
 * @param description a sentence on whom it favours
 * @param prices prices of {@code programme.json} that differ; null: none
 * @param limits limits of {@code programme.json} that differ, each stricter than the data set's, so that the plan stays
 *     valid; null: none
 * @param occupancyPct occupancy a session is costed at, per cent; null: the data set's
 * @param reserveWeeks weeks at the end that are kept free, {@code >= 0}; null: none
 * @param seatReservePct share of every session's seats that is kept free, per cent, 0 to 99; null: none
 */
public record Profile(
        @JsonProperty(required = true) String description,
        @Nullable ObjectNode prices,
        @Nullable ObjectNode limits,
        @Nullable BigDecimal occupancyPct,
        @Nullable Integer reserveWeeks,
        @Nullable Integer seatReservePct) {

    /** The data set as it is. */
    public static final Profile NONE = new Profile("The data set's own prices.", null, null, null, null, null);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Refuses a profile that says nothing of itself, and an occupancy that is none. */
    public Profile {
        if (description == null || description.isBlank()) {
            throw new IllegalArgumentException("'description' is missing");
        }
        if (occupancyPct != null && (occupancyPct.signum() < 0 || occupancyPct.compareTo(HUNDRED) > 0)) {
            throw new IllegalArgumentException("'occupancyPct' (" + occupancyPct + ") is not in 0 to 100");
        }
        slack(reserveWeeks, seatReservePct);
    }

    /** {@return what it keeps free} */
    @JsonIgnore
    public PlanningPolicy slack() {
        return slack(reserveWeeks, seatReservePct);
    }

    private static PlanningPolicy slack(@Nullable Integer weeks, @Nullable Integer seats) {
        return new PlanningPolicy(weeks == null ? 0 : weeks, seats == null ? 0 : seats);
    }

    /**
     * What a solver sees.
     *
     * @param data the data set
     * @return it, under this profile; itself where the profile changes nothing
     * @throws UnfitProfileException where a key or value cannot be used, or a limit is looser than the data set's
     */
    public DataSet applyTo(DataSet data) {
        Programme p = data.programme();
        Programme.Target target = occupancyPct == null
                ? p.target()
                : new Programme.Target(p.target().completionPct(), p.target().completeBy(), occupancyPct);
        Programme.Prices ownPrices = Overlay.of("prices", p.prices(), orNothing(prices), Programme.Prices.class);
        Programme.Limits ownLimits = Overlay.of("limits", p.limits(), orNothing(limits), Programme.Limits.class);
        requireNotLooser(p.limits(), ownLimits);
        Programme seen = new Programme(
                p.formatVersion(),
                p.id(),
                p.name(),
                p.timeZone(),
                p.firstDay(),
                p.lastDay(),
                p.asOf(),
                p.trainingWeekdays(),
                p.slots(),
                p.notice(),
                target,
                p.budget(),
                ownLimits,
                p.travel(),
                p.abstraction(),
                ownPrices);
        if (seen.equals(p)) {
            return slack().shown(data);
        }
        return slack().shown(new DataSet(
                seen,
                data.modules(),
                data.teams(),
                data.patterns(),
                data.staff(),
                data.completions(),
                data.absences(),
                data.demand(),
                data.calendar(),
                data.venues(),
                data.rooms(),
                data.roomClosures(),
                data.trainers(),
                data.trainerAbsences(),
                data.transfers(),
                data.capacityChanges()));
    }

    private static ObjectNode orNothing(@Nullable ObjectNode differing) {
        return differing == null ? JsonNodeFactory.instance.objectNode() : differing;
    }

    private static void requireNotLooser(Programme.Limits given, Programme.Limits own) {
        if (own.minRestHours().compareTo(given.minRestHours()) < 0
                || own.maxTrainingDaysPerStaffPerWeek() > given.maxTrainingDaysPerStaffPerWeek()
                || own.maxTravelMinutes() > given.maxTravelMinutes()
                || (own.restDayTraining() && !given.restDayTraining())) {
            throw new UnfitProfileException(
                    "a profile's limits (" + own + ") may only be stricter than the data set's (" + given + ").");
        }
    }
}
