package io.muster.solver.problem;

import io.muster.data.model.Absence;
import io.muster.data.model.DataSet;
import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Programme;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Transfer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Staff and teams: who may be booked on which day as far as duty, absence and rest go, and the caps of the teams. */
public final class Workforce {

    /** Bit of slot 0 (shifted left by the slot: slot 1): bookable as far as duty, absence and earliest start go. */
    public static final int AVAILABLE = 1;
    /** Bit of slot 0 (shifted: slot 1): a working interval may start with it after the duty of the day before. */
    public static final int START_OK = 4;
    /** Bit of slot 0 (shifted: slot 1): a working interval may end with it before the duty of the day after. */
    public static final int END_OK = 16;
    /** The duty of the day is not a rest day: a booking counts against the team's cap (H12). */
    public static final int ON_DUTY = 64;
    /** Deployable, and on duty or on a rest day with rest-day training permitted (H05). */
    public static final int DUTY_OK = 128;
    /** Bit of slot 0 (shifted: slot 1): an absence overlaps it (H06). */
    public static final int ABSENT = 256;
    /** Bit of slot 0 (shifted: slot 1): it starts before the staff member's earliest start (H10). */
    public static final int EARLY = 1024;

    /** Number of staff members. */
    public final int staff;
    /** Number of teams. */
    public final int teams;
    /** Team of each staff member in {@code staff.csv}; where a day is known, {@link #teamOn} is the team. */
    public final int[] teamOf;
    /** Staff members of each team, ascending. */
    public final int[][] membersOf;
    /** BCU of each staff member's team in {@code staff.csv}, whatever their transfers, by position in {@link #bcus}. */
    public final int[] bcuOf;
    /** Names of the BCUs, sorted. */
    public final List<String> bcus;
    /** Cohort of each staff member; -1: none. */
    public final int[] cohortOf;
    /** Number of cohorts. */
    public final int cohorts;
    /** Needs class of each staff member, by position in {@link #needs}. */
    public final int[] needsOf;
    /** Distinct lists of room features that staff need; the first is empty. */
    public final List<List<String>> needs;
    /**
     * Bits of each staff member and day: [staff * days + day]. {@link #AVAILABLE} sums up {@link #DUTY_OK}, {@link
     * #ABSENT} and {@link #EARLY}; the others hold whether or not the day may be booked.
     */
    public final short[] dayBits;
    /** Staff of a team who may be booked on a day: [team * days + day] (DATASET.md section 2, "Cap"). */
    public final int[] cap;
    /** Staff of a team on duty on a day: [team * days + day] (DATASET.md section 2, "Rostered"). */
    public final int[] rostered;
    /** Those of them whom an absence keeps from part of their duty: [team * days + day] (DATASET.md, "Absent"). */
    public final int[] absent;

    /** Bit: deployable and not on a rest day, so that the team counts on the staff member. */
    static final int ROSTERED = 4096;
    /** Bit: rostered, and an absence overlaps the duty. */
    static final int AWAY = 8192;

    private static final long[] NO_ABSENCES = {};

    private final DataSet dataSet;
    private final Calendar calendar;
    private final long[][] absences;
    private final List<List<Transfer>> transfers;
    /** Team by staff member and day: [staff * days + day]; null: nobody changes team. */
    private final int @Nullable [] teamByDay;

    /**
     * Staff and teams of a data set.
     *
     * @param keys its ids
     * @param like those of a similar data set, whose days are taken over where they are the same; null: none
     */
    Workforce(DataSet dataSet, Calendar calendar, Keys keys, @Nullable Workforce like) {
        this.dataSet = dataSet;
        this.calendar = calendar;
        List<StaffMember> people = dataSet.staff();
        List<Team> teamList = dataSet.teams();
        Map<String, Integer> teamAt = Ids.positions(teamList, Team::id);
        staff = people.size();
        teams = teamList.size();
        teamOf = new int[staff];
        bcuOf = new int[staff];
        cohortOf = new int[staff];
        needsOf = new int[staff];
        bcus = List.copyOf(new TreeSet<>(teamList.stream().map(Team::bcu).toList()));
        Map<String, Integer> cohortAt = new TreeMap<>();
        List<List<String>> needList = new ArrayList<>(List.of(List.of()));
        for (int p = 0; p < staff; p++) {
            StaffMember person = people.get(p);
            teamOf[p] = Ids.at(teamAt, person.teamId());
            bcuOf[p] = bcus.indexOf(teamList.get(teamOf[p]).bcu());
            cohortOf[p] =
                    person.cohort() == null ? -1 : cohortAt.computeIfAbsent(person.cohort(), c -> cohortAt.size());
            List<String> wanted = person.needs().stream().distinct().sorted().toList();
            int needsClass = needList.indexOf(wanted);
            if (needsClass < 0) {
                needsClass = needList.size();
                needList.add(wanted);
            }
            needsOf[p] = needsClass;
        }
        membersOf = new int[teams][];
        int[] sizes = new int[teams];
        for (int team : teamOf) {
            sizes[team]++;
        }
        Arrays.setAll(membersOf, t -> new int[sizes[t]]);
        for (int p = staff - 1; p >= 0; p--) {
            membersOf[teamOf[p]][--sizes[teamOf[p]]] = p;
        }
        cohorts = cohortAt.size();
        needs = List.copyOf(needList);

        absences = mergedAbsences(keys);
        int days = calendar.days;
        transfers = transfers(keys);
        teamByDay = dataSet.transfers().isEmpty() ? null : teamByDay(teamAt);
        dayBits = new short[staff * days];
        DutyDays duties = new DutyDays(dataSet, calendar);
        Workforce same = like != null && like.isOfSameFrame(dataSet, calendar) ? like : null;
        for (int p = 0; p < staff; p++) {
            StaffMember person = people.get(p);
            if (same != null && p < same.staff && same.hasDuties(p, person, absences[p], transfers.get(p))) {
                System.arraycopy(same.dayBits, p * days, dayBits, p * days, days);
            } else {
                duties.take(person, transfers.get(p), absences[p]);
                duties.write(dayBits, p * days);
            }
        }
        rostered = new int[teams * days];
        absent = new int[teams * days];
        for (int p = 0; p < staff; p++) {
            for (int d = 0; d < days; d++) {
                int bits = dayBits[p * days + d];
                if ((bits & ROSTERED) != 0) {
                    int at = teamOn(p, d) * days + d;
                    rostered[at]++;
                    absent[at] += (bits & AWAY) != 0 ? 1 : 0;
                }
            }
        }
        cap = caps(dataSet);
    }

    /** Transfers of each staff member, by date; of several on one date the last row counts. */
    private List<List<Transfer>> transfers(Keys keys) {
        List<List<Transfer>> byStaff = new ArrayList<>(Collections.nCopies(staff, List.of()));
        for (Transfer transfer : dataSet.transfers()) {
            int p = keys.staff(transfer.staffId());
            List<Transfer> own = new ArrayList<>(byStaff.get(p));
            own.add(transfer);
            own.sort(Comparator.comparing(Transfer::from));
            byStaff.set(p, own);
        }
        return byStaff;
    }

    private int[] teamByDay(Map<String, Integer> teamAt) {
        int[] teamOfDay = new int[staff * calendar.days];
        for (int p = 0; p < staff; p++) {
            for (int d = 0; d < calendar.days; d++) {
                int team = teamOf[p];
                for (Transfer transfer : transfers.get(p)) {
                    team = calendar.dateOf[d].isBefore(transfer.from()) ? team : Ids.at(teamAt, transfer.teamId());
                }
                teamOfDay[p * calendar.days + d] = team;
            }
        }
        return teamOfDay;
    }

    /** {@return the team of a staff member on a training day} */
    public int teamOn(int staff, int day) {
        return teamByDay == null ? teamOf[staff] : teamByDay[staff * calendar.days + day];
    }

    /** Whether days, slots, limits, teams and patterns are the same, so that equal people have equal bits. */
    private boolean isOfSameFrame(DataSet other, Calendar otherCalendar) {
        return dataSet.teams() == other.teams()
                && dataSet.patterns() == other.patterns()
                && calendar.isLike(otherCalendar)
                && dataSet.programme().limits().equals(other.programme().limits());
    }

    private boolean hasDuties(int p, StaffMember person, long[] otherAbsences, List<Transfer> otherTransfers) {
        StaffMember own = dataSet.staff().get(p);
        return (own == person || own.equals(person))
                && Arrays.equals(absences[p], otherAbsences)
                && transfers.get(p).equals(otherTransfers);
    }

    /** Absences of each staff member as disjoint, ascending [from, to) pairs of minutes. */
    private long[][] mergedAbsences(Keys keys) {
        long[][] merged = new long[staff][];
        Arrays.fill(merged, NO_ABSENCES);
        for (Absence absence : dataSet.absences()) {
            int p = keys.staff(absence.staffId());
            merged[p] = merged(merged[p], Time.minute(absence.from(), false), Time.minute(absence.to(), true));
        }
        return merged;
    }

    /** Disjoint, ascending [from, to) pairs and one more; those that overlap or touch become one. */
    private static long[] merged(long[] pairs, long from, long to) {
        long[] all = new long[pairs.length + 2];
        int n = 0;
        int i = 0;
        while (i < pairs.length && pairs[i + 1] < from) {
            all[n++] = pairs[i++];
            all[n++] = pairs[i++];
        }
        long start = from;
        long end = to;
        while (i < pairs.length && pairs[i] <= to) {
            start = Math.min(start, pairs[i]);
            end = Math.max(end, pairs[i + 1]);
            i += 2;
        }
        all[n++] = start;
        all[n++] = end;
        while (i < pairs.length) {
            all[n++] = pairs[i++];
        }
        return n == all.length ? all : Arrays.copyOf(all, n);
    }

    private int[] caps(DataSet dataSet) {
        Programme.Abstraction defaults = dataSet.programme().abstraction();
        int days = calendar.days;
        int[] caps = new int[teams * days];
        for (int t = 0; t < teams; t++) {
            Team team = dataSet.teams().get(t);
            BigDecimal ceiling = team.ceilingPct() != null ? team.ceilingPct() : defaults.ceilingPct();
            BigDecimal strength =
                    team.minimumStrengthPct() != null ? team.minimumStrengthPct() : defaults.minimumStrengthPct();
            List<OperationalDemand> demand = dataSet.demand().stream()
                    .filter(row -> row.scope().covers(team))
                    .toList();
            Map<BigDecimal, Share> shares = new HashMap<>();
            Share ofStrength = new Share(strength);
            for (int d = 0; d < days; d++) {
                BigDecimal factor = BigDecimal.ONE;
                for (OperationalDemand row : demand) {
                    if (row.covers(team, calendar.dateOf[d])
                            && row.ceilingFactor().compareTo(factor) < 0) {
                        factor = row.ceilingFactor();
                    }
                }
                int at = t * days + d;
                if (factor.signum() > 0) {
                    Share ofCeiling = shares.computeIfAbsent(factor, f -> new Share(ceiling.multiply(f)));
                    int byCeiling = Math.max(1, ofCeiling.of(rostered[at]));
                    int byStrength = Math.max(0, rostered[at] - absent[at] - ofStrength.of(rostered[at]));
                    caps[at] = Math.min(byCeiling, byStrength);
                }
            }
        }
        return caps;
    }
}
