package io.muster.solver.check;

import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Programme.Abstraction;
import io.muster.data.model.Team;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Rostered, Absent and Cap of a team and day (DATASET.md section 2), in exact decimals. What was worked out once is
 * remembered; several threads may ask.
 */
final class Caps {

    private final DataIndex index;
    private final long firstDay;
    private final int days;
    /** Strengths of each team by day of the programme; null: not asked for yet. */
    private final Map<String, @Nullable Strength[]> known = new ConcurrentHashMap<>();

    private final Map<BigDecimal, Map<Integer, Integer>> knownShares = new ConcurrentHashMap<>();

    Caps(DataIndex index) {
        this.index = index;
        this.firstDay = index.programme().firstDay().toEpochDay();
        this.days = (int) (index.programme().lastDay().toEpochDay() - firstDay) + 1;
    }

    /**
     * The strength of a team on a day.
     *
     * @param rostered staff of the team who are deployable and not on a rest day
     * @param absent those of them with an absence that overlaps their duty
     * @param factor the smallest ceiling factor of the demand that covers team and day, or 1
     * @param cap how many may be booked
     */
    record Strength(int rostered, int absent, BigDecimal factor, int cap) {}

    Strength on(Team team, LocalDate date) {
        long at = date.toEpochDay() - firstDay;
        if (at < 0 || at >= days) {
            return workOut(team, date);
        }
        @Nullable Strength[] ofTeam = known.computeIfAbsent(team.id(), id -> new @Nullable Strength[days]);
        Strength strength = ofTeam[(int) at];
        if (strength == null) {
            strength = workOut(team, date);
            ofTeam[(int) at] = strength;
        }
        return strength;
    }

    private Strength workOut(Team team, LocalDate date) {
        long day = date.toEpochDay();
        int rostered = 0;
        int absent = 0;
        for (Person person : index.peopleEverOf(team)) {
            if (person.teamOn(day).id().equals(team.id()) && person.isRostered(day)) {
                rostered++;
                if (person.isAwayFromDutyOn(day)) {
                    absent++;
                }
            }
        }
        BigDecimal factor = factor(team, date);
        return new Strength(rostered, absent, factor, cap(team, rostered, absent, factor));
    }

    private BigDecimal factor(Team team, LocalDate date) {
        BigDecimal smallest = BigDecimal.ONE;
        for (OperationalDemand demand : index.demandOn(team)) {
            if (demand.covers(team, date) && demand.ceilingFactor().compareTo(smallest) < 0) {
                smallest = demand.ceilingFactor();
            }
        }
        return smallest;
    }

    private int cap(Team team, int rostered, int absent, BigDecimal factor) {
        if (factor.signum() == 0) {
            return 0;
        }
        Abstraction defaults = index.programme().abstraction();
        BigDecimal ceilingPct = orElse(team.ceilingPct(), defaults.ceilingPct());
        BigDecimal strengthPct = orElse(team.minimumStrengthPct(), defaults.minimumStrengthPct());
        int ceiling = Math.max(
                1, rememberedShare(factor.equals(BigDecimal.ONE) ? ceilingPct : ceilingPct.multiply(factor), rostered));
        int spare = Math.max(0, rostered - absent - rememberedShare(strengthPct, rostered));
        return Math.min(ceiling, spare);
    }

    /** {@link #share}, worked out once for each percentage and count: teams of a size have many days in common. */
    private int rememberedShare(BigDecimal pct, int count) {
        return knownShares
                .computeIfAbsent(pct, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(count, any -> share(pct, count));
    }

    /** {@return a percentage of a count, rounded up exactly: 7% of 100 is 7} */
    static int share(BigDecimal pct, int count) {
        return pct.multiply(BigDecimal.valueOf(count))
                .movePointLeft(2)
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    private static BigDecimal orElse(@Nullable BigDecimal own, BigDecimal fallback) {
        return own == null ? fallback : own;
    }
}
