package io.muster.data.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Operational demand that lowers the ceiling of teams for some days ({@code demand.csv}). Of the rows that cover a team
 * and day the smallest factor counts.
 *
 * @param scope which teams it covers
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param ceilingFactor what the ceiling is multiplied by, an exact decimal in 0 (frozen) to 1 (normal)
 * @param name what it is
 */
public record OperationalDemand(
        DemandScope scope, LocalDate from, LocalDate to, BigDecimal ceilingFactor, String name) {

    /**
     * Whether this row covers a team on a date.
     *
     * @param team the team
     * @param date the date
     * @return whether it does
     */
    public boolean covers(Team team, LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to) && scope.covers(team);
    }
}
