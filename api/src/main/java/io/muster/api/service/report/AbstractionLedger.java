package io.muster.api.service.report;

import io.muster.data.model.Absence;
import io.muster.data.model.DataSet;
import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Programme;
import io.muster.data.model.ShiftPattern.Duty;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.plan.Booking;
import io.muster.data.plan.CodePointOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How many of each team are, may be and could be away for training, day by day (DATASET.md section 2). Immutable. */
public final class AbstractionLedger {
    private final List<TeamDay> days;
    private final Map<String, List<TeamDay>> byBcu;

    private AbstractionLedger(List<TeamDay> days) {
        this.days = List.copyOf(days);
        byBcu = new HashMap<>();
        for (TeamDay day : days) {
            byBcu.computeIfAbsent(day.team().bcu(), bcu -> new ArrayList<>()).add(day);
        }
    }

    /**
     * The ledger of a plan.
     *
     * @param facts the plan
     * @return a row for each team and training day, and for each other day with a booking that counts
     */
    public static AbstractionLedger of(PlanFacts facts) {
        return new AbstractionLedger(new Count(facts).days());
    }

    /** {@return all rows, by team and date} */
    public List<TeamDay> days() {
        return days;
    }

    /**
     * The rows of a BCU.
     *
     * @param bcu the BCU
     * @return its teams' rows, by team and date; empty: it has no team
     */
    public List<TeamDay> ofBcu(String bcu) {
        return byBcu.getOrDefault(bcu, List.of());
    }

    /** Counts heads by team and date. Mutable, used once. */
    private static final class Count {
        private final PlanFacts facts;
        private final DataSet dataSet;
        private final Rota rota;
        private final LocalDate[] dates;
        private final Map<LocalDate, Integer> dateAt = new HashMap<>();
        private final Map<String, Integer> teamAt = new HashMap<>();
        private final int[] onDuty;
        private final int[] absent;
        private final int[] used;
        private final int[] minutes;

        Count(PlanFacts facts) {
            this.facts = facts;
            dataSet = facts.dataSet();
            rota = new Rota(dataSet);
            TreeSet<LocalDate> all = new TreeSet<>(facts.trainingDays());
            facts.bookings().stream().filter(Booking::counts).forEach(booking -> all.add(booking.date()));
            dates = all.toArray(LocalDate[]::new);
            for (int d = 0; d < dates.length; d++) {
                dateAt.put(dates[d], d);
            }
            for (Team team : dataSet.teams()) {
                teamAt.put(team.id(), teamAt.size());
            }
            int cells = dataSet.teams().size() * dates.length;
            onDuty = new int[cells];
            absent = new int[cells];
            used = new int[cells];
            minutes = new int[cells];
        }

        List<TeamDay> days() {
            Map<String, List<Absence>> absences = new HashMap<>();
            for (Absence absence : dataSet.absences()) {
                absences.computeIfAbsent(absence.staffId(), id -> new ArrayList<>())
                        .add(absence);
            }
            Map<String, List<Booking>> bookings = new HashMap<>();
            for (Booking booking : facts.bookings()) {
                if (booking.counts()) {
                    bookings.computeIfAbsent(booking.staffId(), id -> new ArrayList<>())
                            .add(booking);
                }
            }
            for (StaffMember person : dataSet.staff()) {
                count(
                        person,
                        absences.getOrDefault(person.id(), List.of()),
                        bookings.getOrDefault(person.id(), List.of()));
            }
            List<TeamDay> days = new ArrayList<>(onDuty.length);
            for (Team team : sorted(dataSet.teams())) {
                add(team, days);
            }
            return days;
        }

        private void count(StaffMember person, List<Absence> absences, List<Booking> bookings) {
            int[] minutesOn = new int[dates.length];
            for (Booking booking : bookings) {
                minutesOn[Objects.requireNonNull(dateAt.get(booking.date()))] += facts.minutesOf(booking);
            }
            for (int d = 0; d < dates.length; d++) {
                LocalDate date = dates[d];
                Team team = rota.teamOn(person, date);
                Duty duty = rota.dutyOn(person, team, date);
                if (duty.isRestDay()) {
                    continue;
                }
                int at = Objects.requireNonNull(teamAt.get(team.id())) * dates.length + d;
                if (person.isDeployableOn(date)) {
                    onDuty[at]++;
                    absent[at] += isAway(duty, date, absences) ? 1 : 0;
                }
                if (minutesOn[d] > 0) {
                    used[at]++;
                    minutes[at] += minutesOn[d];
                }
            }
        }

        private static boolean isAway(Duty duty, LocalDate date, List<Absence> absences) {
            if (absences.isEmpty() || duty.start() == null || duty.end() == null) {
                return false;
            }
            LocalDateTime start = date.atTime(duty.start());
            LocalDateTime end = date.atTime(duty.end()).plusDays(duty.end().isBefore(duty.start()) ? 1 : 0);
            for (Absence absence : absences) {
                if (absence.from().isBefore(end) && absence.to().isAfter(start)) {
                    return true;
                }
            }
            return false;
        }

        private void add(Team team, List<TeamDay> days) {
            int first = Objects.requireNonNull(teamAt.get(team.id())) * dates.length;
            List<OperationalDemand> demand = dataSet.demand().stream()
                    .filter(row -> row.scope().covers(team))
                    .toList();
            for (int d = 0; d < dates.length; d++) {
                int at = first + d;
                days.add(new TeamDay(
                        team,
                        dates[d],
                        onDuty[at],
                        absent[at],
                        cap(team, demand, dates[d], onDuty[at], absent[at]),
                        used[at],
                        minutes[at]));
            }
        }

        private int cap(Team team, List<OperationalDemand> demand, LocalDate date, int rostered, int away) {
            BigDecimal factor = BigDecimal.ONE;
            for (OperationalDemand row : demand) {
                if (row.covers(team, date)) {
                    factor = factor.min(row.ceilingFactor());
                }
            }
            if (factor.signum() == 0) {
                return 0;
            }
            Programme.Abstraction defaults = dataSet.programme().abstraction();
            BigDecimal ceiling = orElse(team.ceilingPct(), defaults.ceilingPct());
            BigDecimal strength = orElse(team.minimumStrengthPct(), defaults.minimumStrengthPct());
            int byCeiling = Math.max(1, share(ceiling.multiply(factor), rostered));
            return Math.min(byCeiling, Math.max(0, rostered - away - share(strength, rostered)));
        }

        private static BigDecimal orElse(@Nullable BigDecimal own, BigDecimal other) {
            return own == null ? other : own;
        }

        private static int share(BigDecimal percent, int heads) {
            return percent.multiply(BigDecimal.valueOf(heads))
                    .movePointLeft(2)
                    .setScale(0, RoundingMode.CEILING)
                    .intValueExact();
        }

        private static List<Team> sorted(List<Team> teams) {
            return teams.stream()
                    .sorted(Comparator.comparing(Team::id, CodePointOrder.COMPARATOR))
                    .toList();
        }
    }
}
