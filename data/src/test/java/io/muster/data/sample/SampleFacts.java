package io.muster.data.sample;

import io.muster.data.model.Absence;
import io.muster.data.model.CalendarDay;
import io.muster.data.model.DataSet;
import io.muster.data.model.ShiftPattern;
import io.muster.data.model.ShiftPattern.Duty;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What DATASET section 2 derives from a data set, as far as these tests need it; independent of the generator. */
final class SampleFacts {

    final DataSet data;
    final Map<String, Team> teamById;
    final Map<String, ShiftPattern> patternById;
    final Map<String, List<Absence>> absencesByStaff;
    final Map<String, List<StaffMember>> staffByTeam;
    final Set<LocalDate> closed;

    SampleFacts(DataSet data) {
        this.data = data;
        this.teamById = data.teams().stream().collect(Collectors.toMap(Team::id, Function.identity()));
        this.patternById = data.patterns().stream().collect(Collectors.toMap(ShiftPattern::id, Function.identity()));
        this.absencesByStaff = data.absences().stream().collect(Collectors.groupingBy(Absence::staffId));
        this.staffByTeam = data.staff().stream()
                .collect(Collectors.groupingBy(StaffMember::teamId, TreeMap::new, Collectors.toList()));
        this.closed = data.calendar().stream()
                .filter(CalendarDay::isClosed)
                .map(CalendarDay::date)
                .collect(Collectors.toSet());
    }

    List<LocalDate> trainingDays() {
        return data.programme()
                .firstDay()
                .datesUntil(data.programme().lastDay().plusDays(1))
                .filter(d -> data.programme().trainingWeekdays().contains(d.getDayOfWeek()))
                .filter(d -> !closed.contains(d))
                .toList();
    }

    Duty duty(StaffMember member, LocalDate date) {
        Team team = teamById.get(member.teamId());
        String own = member.patternId();
        int offset = member.offset() != null ? member.offset() : own == null ? team.offset() : 0;
        return patternById.get(own == null ? team.patternId() : own).dutyOn(date, offset);
    }

    boolean isRostered(StaffMember member, LocalDate date) {
        return member.isDeployableOn(date) && !duty(member, date).isRestDay();
    }

    boolean isAbsent(StaffMember member, LocalDate date, @Nullable String reason) {
        Duty duty = duty(member, date);
        LocalDateTime start = date.atTime(duty.start());
        LocalDateTime end =
                duty.end().isBefore(duty.start()) ? date.plusDays(1).atTime(duty.end()) : date.atTime(duty.end());
        return overlaps(member, start, end, reason);
    }

    boolean overlaps(StaffMember member, LocalDateTime start, LocalDateTime end, @Nullable String reason) {
        return absencesByStaff.getOrDefault(member.id(), List.of()).stream()
                .filter(a -> reason == null || a.reason().equals(reason))
                .anyMatch(a -> a.from().isBefore(end) && a.to().isAfter(start));
    }

    /** A whole training day fits: on duty, not away, and rested after the day before and before the day after. */
    boolean fullDayFits(StaffMember member, LocalDate date) {
        LocalDateTime start = date.atTime(data.programme().slots().get(0).start());
        LocalDateTime end = date.atTime(data.programme()
                .slots()
                .get(data.programme().slots().size() - 1)
                .end());
        if (!isRostered(member, date) || overlaps(member, start, end, null)) {
            return false;
        }
        Duty before = duty(member, date.minusDays(1));
        Duty after = duty(member, date.plusDays(1));
        boolean restedBefore = before.isRestDay()
                || !(before.end().isBefore(before.start())
                                ? date.atTime(before.end())
                                : date.minusDays(1).atTime(before.end()))
                        .plusHours(11)
                        .isAfter(start);
        boolean restedAfter =
                after.isRestDay() || !end.plusHours(11).isAfter(date.plusDays(1).atTime(after.start()));
        return restedBefore && restedAfter;
    }

    /** Cap(t, d) of DATASET section 2. */
    int cap(Team team, LocalDate date) {
        BigDecimal factor = data.demand().stream()
                .filter(e -> e.covers(team, date))
                .map(e -> e.ceilingFactor())
                .reduce(BigDecimal.ONE, BigDecimal::min);
        if (factor.signum() == 0) {
            return 0;
        }
        int rostered = 0;
        int absent = 0;
        for (StaffMember member : staffByTeam.get(team.id())) {
            if (isRostered(member, date)) {
                rostered++;
                absent += isAbsent(member, date, null) ? 1 : 0;
            }
        }
        BigDecimal ceiling =
                team.ceilingPct() == null ? data.programme().abstraction().ceilingPct() : team.ceilingPct();
        BigDecimal strength = team.minimumStrengthPct() == null
                ? data.programme().abstraction().minimumStrengthPct()
                : team.minimumStrengthPct();
        int byCeiling = Math.max(1, share(ceiling.multiply(factor), rostered));
        int byStrength = Math.max(0, rostered - absent - share(strength, rostered));
        return Math.min(byCeiling, byStrength);
    }

    private static int share(BigDecimal percent, int heads) {
        return percent.multiply(BigDecimal.valueOf(heads))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING)
                .intValueExact();
    }

    long travelMinutes(Team team, double lat, double lon) {
        double a = Math.pow(Math.sin(Math.toRadians(lat - team.lat()) / 2), 2)
                + Math.cos(Math.toRadians(team.lat()))
                        * Math.cos(Math.toRadians(lat))
                        * Math.pow(Math.sin(Math.toRadians(lon - team.lon()) / 2), 2);
        double km = 2 * 6371.0 * Math.asin(Math.sqrt(a));
        return km < 0.1 ? 0 : (long) Math.floor(15 + 3 * km + 0.5);
    }
}
