package io.muster.api.service.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the weekly oversight meeting looks at: aggregates only. Percentages have one decimal, money is in whole pence.
 *
 * @param asOf the day it is made for: what lies before it is spent, what lies after it is to come
 * @param completion completion against trajectory, for everybody, each BCU, module and role family
 * @param targetPct completion aimed at
 * @param completeBy day by which it is aimed at
 * @param bookedByTargetDatePct share of requirements booked or attended up to that day; null: one BCU's report
 * @param attendance booked, attended, no-shows, for everybody, each BCU and module
 * @param occupancy seats taken, for all sessions, each module and week
 * @param occupancyTargetPct occupancy sessions are costed at
 * @param money spend, commitment and forecast against budget, by financial year
 * @param seatCost what a seat costs
 * @param trainers use of trainers, internal and external
 * @param venues sessions by venue
 * @param abstraction abstraction against ceilings, for each BCU and week
 * @param finish when the target is reached, as simulated
 * @param exclusions who is not to be trained in this programme, and why
 * @param backlog requirements that wait for a place, and no-shows that must catch up
 * @param noticeBands changes against the published plan by notice
 * @param restDays training on rest days and what is owed for it; null: one BCU's report
 */
public record OversightReport(
        LocalDate asOf,
        List<CompletionGroup> completion,
        BigDecimal targetPct,
        LocalDate completeBy,
        @Nullable BigDecimal bookedByTargetDatePct,
        List<AttendanceGroup> attendance,
        List<OccupancyGroup> occupancy,
        BigDecimal occupancyTargetPct,
        List<YearMoney> money,
        SeatCost seatCost,
        List<TrainerUse> trainers,
        List<VenueUse> venues,
        List<AbstractionWeek> abstraction,
        Finish finish,
        List<Exclusion> exclusions,
        List<Backlog> backlog,
        List<NoticeBand> noticeBands,
        @Nullable RestDays restDays) {

    /**
     * What of it is a BCU's own.
     *
     * @param bcu the BCU
     * @return its completion, attendance, abstraction and backlog; nothing of money, trainers, venues and changes
     */
    public OversightReport ofBcu(String bcu) {
        return new OversightReport(
                asOf,
                completion.stream()
                        .filter(group -> group.dimension() == Dimension.BCU
                                && group.name().equals(bcu))
                        .toList(),
                targetPct,
                completeBy,
                null,
                attendance.stream()
                        .filter(group -> group.dimension() == Dimension.BCU
                                && group.name().equals(bcu))
                        .toList(),
                List.of(),
                occupancyTargetPct,
                List.of(),
                new SeatCost(null, null, null),
                List.of(),
                List.of(),
                abstraction.stream().filter(week -> week.bcu().equals(bcu)).toList(),
                finish,
                List.of(),
                backlog.stream().filter(row -> row.bcu().equals(bcu)).toList(),
                List.of(),
                null);
    }

    /** What a row is about. */
    public enum Dimension {
        /** Everybody or everything. */
        ALL,
        /** A BCU. */
        BCU,
        /** A module. */
        MODULE,
        /** A role family. */
        ROLE,
        /** An ISO week, named by its Monday. */
        WEEK
    }

    /**
     * A count of training in three measures.
     *
     * @param heads people; of what is booked or attended, those with nothing left
     * @param requirements requirements
     * @param halfDays half days (slots) these take
     */
    public record Amount(int heads, int requirements, int halfDays) {}

    /**
     * Completion of a group.
     *
     * @param dimension what kind of group
     * @param name the group; empty: everybody
     * @param required what it requires
     * @param credited modules credited before, not among those required
     * @param booked booked or attended
     * @param attended attended
     * @param bookedPct requirements booked or attended, per cent
     * @param attendedPct requirements attended, per cent
     * @param weeks the same week by week
     */
    public record CompletionGroup(
            Dimension dimension,
            String name,
            Amount required,
            int credited,
            Amount booked,
            Amount attended,
            BigDecimal bookedPct,
            BigDecimal attendedPct,
            List<CompletionWeek> weeks) {}

    /**
     * Completion by the end of a week.
     *
     * @param weekStarting its Monday
     * @param trajectory what is due: what is required times the share of training days passed, rounded down
     * @param booked booked or attended up to its end
     * @param attended attended up to its end
     */
    public record CompletionWeek(LocalDate weekStarting, Amount trajectory, Amount booked, Amount attended) {}

    /**
     * What became of bookings.
     *
     * @param dimension what kind of group
     * @param name the group; empty: all
     * @param booked bookings that were not cancelled
     * @param attended attended
     * @param noShows not attended
     * @param open neither recorded yet
     * @param noShowPct no-shows among those recorded, per cent; null: none is recorded
     */
    public record AttendanceGroup(
            Dimension dimension,
            String name,
            int booked,
            int attended,
            int noShows,
            int open,
            @Nullable BigDecimal noShowPct) {}

    /**
     * Seats of sessions that run.
     *
     * @param dimension what kind of group
     * @param name the group; empty: all
     * @param sessions sessions
     * @param seats their capacity
     * @param booked seats booked
     * @param attended seats attended
     * @param occupancyPct seats booked, per cent; null: there are none
     */
    public record OccupancyGroup(
            Dimension dimension,
            String name,
            int sessions,
            int seats,
            int booked,
            int attended,
            @Nullable BigDecimal occupancyPct) {}

    /**
     * Rooms and trainers of a financial year (April to March).
     *
     * @param financialYear such as {@code 2025/26}
     * @param budgetPence the budget; null: none is given
     * @param spentPence sessions of a published plan before the report's day
     * @param committedPence sessions of a published plan from that day on
     * @param plannedPence sessions of a plan that is not published
     * @param forecastPence the three together
     * @param remainingPence budget less forecast; null: no budget is given
     */
    public record YearMoney(
            String financialYear,
            @Nullable Long budgetPence,
            long spentPence,
            long committedPence,
            long plannedPence,
            long forecastPence,
            @Nullable Long remainingPence) {}

    /**
     * What a seat costs, rooms and trainers.
     *
     * @param perBookedSeatPence cost of all sessions over seats booked; null: none
     * @param perAttendedSeatPence cost of sessions up to the report's day over seats attended up to it; null: none
     * @param catchUpPence what the backlog would cost at the price of a booked seat; null: no price
     */
    public record SeatCost(
            @Nullable Long perBookedSeatPence,
            @Nullable Long perAttendedSeatPence,
            @Nullable Long catchUpPence) {}

    /**
     * Use of trainers.
     *
     * @param internal internal or external
     * @param trainers how many there are
     * @param used how many of them deliver
     * @param availableDays training days they are there, no more in a week than they may deliver on
     * @param deliveryDays days they deliver on
     * @param halfDays half days they deliver
     * @param utilisationPct delivery days over available days, per cent; null: none is available
     * @param pence what they cost
     */
    public record TrainerUse(
            boolean internal,
            int trainers,
            int used,
            int availableDays,
            int deliveryDays,
            int halfDays,
            @Nullable BigDecimal utilisationPct,
            long pence) {}

    /**
     * Use of a venue.
     *
     * @param venueId the venue; empty: sessions without one, which are virtual
     * @param name its name
     * @param internal whether it belongs to the service
     * @param sessions sessions that run there
     * @param halfDays half days of rooms they take
     * @param seats their capacity
     * @param booked seats booked
     * @param sharePct their half days among all, per cent
     * @param pence hire
     */
    public record VenueUse(
            String venueId,
            String name,
            boolean internal,
            int sessions,
            int halfDays,
            int seats,
            int booked,
            BigDecimal sharePct,
            long pence) {}

    /**
     * Abstraction of a BCU's teams in a week.
     *
     * @param bcu the BCU
     * @param weekStarting the week's Monday
     * @param onDuty person-days on duty
     * @param cap person-days that may train
     * @param used person-days that do
     * @param minutes minutes of training
     * @param teamDaysAtCap team-days with a cap above 0 that is used up
     * @param teamDaysOverCap team-days over their cap: bookings older than the demand or absence that lowered it
     * @param usedOfOnDutyPct used over on duty, per cent; null: nobody is on duty
     * @param usedOfCapPct used over cap, per cent; null: nobody may train
     */
    public record AbstractionWeek(
            String bcu,
            LocalDate weekStarting,
            int onDuty,
            int cap,
            int used,
            long minutes,
            int teamDaysAtCap,
            int teamDaysOverCap,
            @Nullable BigDecimal usedOfOnDutyPct,
            @Nullable BigDecimal usedOfCapPct) {}

    /**
     * When the target completion is reached.
     *
     * @param p50 day by which half of the simulated seasons reach it; null: not known, or they do not
     * @param p80 day by which four in five do; null: not known, or they do not
     * @param seasons seasons simulated; 0: none
     * @param note what to know about it; possibly empty
     */
    public record Finish(@Nullable LocalDate p50, @Nullable LocalDate p80, int seasons, String note) {

        /** No simulation of the plan. */
        static final Finish UNKNOWN =
                new Finish(null, null, 0, "Nobody has simulated this plan yet; simulate it to learn P50 and P80.");
    }

    /**
     * Decisions that are no requirement.
     *
     * @param decision what was decided
     * @param ruleId the rule
     * @param reason why, without dates of single people
     * @param moduleId the module
     * @param people how many
     */
    public record Exclusion(String decision, String ruleId, String reason, String moduleId, int people) {}

    /**
     * Requirements without a booking.
     *
     * @param moduleId the module
     * @param bcu the BCU
     * @param reason code of the main cause; {@code NO_SHOW}: did not attend and is not booked again
     * @param requirements how many
     * @param highPriority those of them with priority 1 or 2
     */
    public record Backlog(String moduleId, String bcu, String reason, int requirements, int highPriority) {}

    /**
     * Changes against the published plan.
     *
     * @param leastDays least days of notice of the band
     * @param factor what the price of a change is multiplied by
     * @param changes changes that move or drop a booking
     * @param people whose they are
     * @param pence their price
     */
    public record NoticeBand(int leastDays, long factor, int changes, int people, long pence) {}

    /**
     * Training on rest days.
     *
     * @param days person-days
     * @param shortNoticeDays those of them told with less notice than the frozen days: time and a half is due
     * @param replacementDays the others: a replacement rest day is due
     * @param pence their price
     */
    public record RestDays(int days, int shortNoticeDays, int replacementDays, long pence) {}
}
