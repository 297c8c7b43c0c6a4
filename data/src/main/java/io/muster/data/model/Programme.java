package io.muster.data.model;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * The programme ({@code programme.json}): its calendar frame, limits, prices and budget.
 *
 * @param formatVersion version of the interchange format, "1"
 * @param id stable id of the programme
 * @param name name for people
 * @param timeZone zone of every date-time in the data set
 * @param firstDay first day on which training may be delivered, inclusive
 * @param lastDay last day on which training may be delivered, inclusive, not before {@code firstDay}
 * @param asOf the day on which the plan is made; notice counts from it
 * @param trainingWeekdays weekdays that may be training days, never empty
 * @param slots the one or two slots of a day, in time order
 * @param notice notice periods, in days
 * @param target completion and occupancy targets
 * @param budget money by financial year, possibly empty
 * @param limits the hard limits on people
 * @param travel how travel minutes are computed
 * @param abstraction default ceilings of the teams
 * @param prices prices of the cost lines, in pence
 */
public record Programme(
        String formatVersion,
        String id,
        String name,
        ZoneId timeZone,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate asOf,
        Set<DayOfWeek> trainingWeekdays,
        List<Slot> slots,
        Notice notice,
        Target target,
        List<Budget> budget,
        Limits limits,
        Travel travel,
        Abstraction abstraction,
        Prices prices) {

    /** Copies the collections. */
    public Programme {
        trainingWeekdays = Set.copyOf(trainingWeekdays);
        slots = List.copyOf(slots);
        budget = List.copyOf(budget);
    }

    /**
     * A slot of the day in which half a day of training is delivered.
     *
     * @param id stable id, such as {@code AM}
     * @param start wall-clock start, inclusive
     * @param end wall-clock end, exclusive, after {@code start}
     */
    public record Slot(String id, LocalTime start, LocalTime end) {}

    /**
     * Notice periods.
     *
     * @param newBookingDays days of notice a new booking needs, {@code >= 0} (H16)
     * @param frozenDays on a re-plan, bookings nearer than this many days stay, {@code >= 0} (H18)
     */
    public record Notice(int newBookingDays, int frozenDays) {}

    /**
     * What the programme aims at; reported, and used by the {@code seats} cost line.
     *
     * @param completionPct completion aimed at, per cent, an exact decimal in 0 to 100
     * @param completeBy day by which it is aimed at
     * @param occupancyPct occupancy a session is costed at, per cent, an exact decimal in 0 to 100
     */
    public record Target(BigDecimal completionPct, LocalDate completeBy, BigDecimal occupancyPct) {}

    /**
     * Money available in a financial year.
     *
     * @param financialYear such as {@code 2025/26}
     * @param pence whole pence, {@code >= 0}
     */
    public record Budget(String financialYear, long pence) {}

    /**
     * Hard limits on people.
     *
     * @param minRestHours hours of rest between working intervals of neighbouring days, an exact decimal {@code >= 0}
     * @param maxTrainingDaysPerStaffPerWeek training days a staff member may have in an ISO week, {@code >= 0}
     * @param maxTravelMinutes longest one-way travel to a venue, minutes, {@code >= 0}
     * @param restDayTraining whether bookings on rest days are permitted, at a price
     */
    public record Limits(
            BigDecimal minRestHours,
            int maxTrainingDaysPerStaffPerWeek,
            int maxTravelMinutes,
            boolean restDayTraining) {}

    /**
     * Travel from a base to a venue that is not at the base.
     *
     * @param fixedMinutes minutes whatever the distance, {@code >= 0}
     * @param minutesPerKm minutes for each great-circle kilometre, {@code >= 0}
     */
    public record Travel(BigDecimal fixedMinutes, BigDecimal minutesPerKm) {}

    /**
     * Default limits on how many of a team may be away; a team's own values win.
     *
     * @param ceilingPct share of those rostered that may be booked on a day, per cent, exact decimal in 0 to 100
     * @param minimumStrengthPct share of those rostered that must remain, per cent, exact decimal in 0 to 100
     */
    public record Abstraction(BigDecimal ceilingPct, BigDecimal minimumStrengthPct) {}

    /**
     * Prices of the cost lines (DATASET.md section 4), whole pence {@code >= 0} unless said otherwise.
     *
     * @param travelMinute for each one-way minute of a staff member's training day
     * @param longTravelMinute on top, for each minute beyond {@code targetTravelMinutes}
     * @param targetTravelMinutes minutes of travel that cost nothing extra
     * @param abstractionDay for each staff member and day with a booking
     * @param restDay for each booked day that is a rest day
     * @param emptySeat for each seat by which a session stays under the target occupancy
     * @param belowMinimumClass for each session with fewer bookings than its module's minimum class
     * @param sameTeamOverShare for each booking of a session's largest team over its permitted share
     * @param sameTeamSharePct the permitted share, per cent, an exact decimal in 0 to 100
     * @param priorityWeek for each priority point and whole week a booking lies after the first day
     * @param behindTrajectory for each booking that a BCU is behind its trajectory at the end of a week
     * @param change for each baseline booking that moved or was dropped, times the factor of its notice band
     * @param changeBands notice bands, from the longest notice to the shortest
     */
    public record Prices(
            long travelMinute,
            long longTravelMinute,
            int targetTravelMinutes,
            long abstractionDay,
            long restDay,
            long emptySeat,
            long belowMinimumClass,
            long sameTeamOverShare,
            BigDecimal sameTeamSharePct,
            long priorityWeek,
            long behindTrajectory,
            long change,
            List<ChangeBand> changeBands) {

        /** Copies the bands. */
        public Prices {
            changeBands = List.copyOf(changeBands);
        }
    }

    /**
     * A notice band of the {@code change} line: it holds for notice of at least {@code minDays}, up to the next band.
     *
     * @param minDays least days of notice, {@code >= 0}
     * @param factor what the price of a change is multiplied by, {@code >= 0}
     */
    public record ChangeBand(int minDays, long factor) {}
}
