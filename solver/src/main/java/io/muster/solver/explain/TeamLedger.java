package io.muster.solver.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a team's training costs, and what limits it.
 *
 * @param teamId the team
 * @param bcu its BCU
 * @param people staff of the team
 * @param requirements what they require
 * @param booked how much of that is booked
 * @param ceilingPct its ceiling: at most this share of those on duty may train
 * @param minimumStrengthPct its minimum strength: at least this share of those on duty stays
 * @param cost what all its bookings add to the plan's cost: the plan with them against the plan without them
 * @param days each training day of the programme
 */
public record TeamLedger(
        String teamId,
        String bcu,
        int people,
        int requirements,
        int booked,
        BigDecimal ceilingPct,
        BigDecimal minimumStrengthPct,
        Price cost,
        List<Day> days) {

    /** Copies the list. */
    public TeamLedger {
        days = List.copyOf(days);
    }

    /** {@return how many may train, over all days} */
    public int places() {
        return days.stream().mapToInt(Day::cap).sum();
    }

    /** {@return how many train, over all days} */
    public int used() {
        return days.stream().mapToInt(Day::used).sum();
    }

    /**
     * A team's day.
     *
     * @param date the day
     * @param factor the smallest ceiling factor of the demand that covers it; 1: normal
     * @param rostered staff on duty
     * @param absent those of them with an absence
     * @param byCeiling how many the ceiling would let go
     * @param byStrength how many the minimum strength would let go
     * @param cap how many may train
     * @param used how many on duty do
     * @param headroom how many more may
     * @param limit what makes the cap
     */
    public record Day(
            LocalDate date,
            BigDecimal factor,
            int rostered,
            int absent,
            int byCeiling,
            int byStrength,
            int cap,
            int used,
            int headroom,
            Limit limit) {}

    /** What makes a cap. */
    public enum Limit {
        /** The demand freezes the team. */
        FROZEN,
        /** The ceiling. */
        CEILING,
        /** The minimum strength. */
        STRENGTH
    }
}
