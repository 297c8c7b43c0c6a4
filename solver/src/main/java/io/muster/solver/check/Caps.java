package io.muster.solver.check;

import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Programme.Abstraction;
import io.muster.data.model.Team;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
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
    private final Map<String, TeamStrength> known = new ConcurrentHashMap<>();

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
        return known.computeIfAbsent(team.id(), id -> new TeamStrength(team)).on(date);
    }

    /** Strengths of a team. */
    private final class TeamStrength {

        private final Team team;
        private final List<Person> people;
        private final List<OperationalDemand> demand;
        /** By day of the programme; null: not asked for yet. */
        private final @Nullable Strength[] byDay = new @Nullable Strength[days];

        TeamStrength(Team team) {
            this.team = team;
            this.people = index.peopleEverOf(team);
            this.demand = index.demandOn(team);
        }

        Strength on(LocalDate date) {
            long at = date.toEpochDay() - firstDay;
            if (at < 0 || at >= days) {
                return workOut(date);
            }
            Strength strength = byDay[(int) at];
            if (strength == null) {
                strength = workOut(date);
                byDay[(int) at] = strength;
            }
            return strength;
        }

        private Strength workOut(LocalDate date) {
            long day = date.toEpochDay();
            int rostered = 0;
            int absent = 0;
            for (Person person : people) {
                if (person.teamOn(day).id().equals(team.id()) && person.isRostered(day)) {
                    rostered++;
                    if (person.isAwayFromDutyOn(day)) {
                        absent++;
                    }
                }
            }
            BigDecimal factor = factor(date);
            return new Strength(rostered, absent, factor, cap(team, rostered, absent, factor));
        }

        private BigDecimal factor(LocalDate date) {
            BigDecimal smallest = BigDecimal.ONE;
            for (OperationalDemand row : demand) {
                if (row.covers(team, date) && row.ceilingFactor().compareTo(smallest) < 0) {
                    smallest = row.ceilingFactor();
                }
            }
            return smallest;
        }
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
