package io.muster.solver.problem;

import io.muster.data.model.Absence;
import io.muster.data.model.DataSet;
import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Programme;
import io.muster.data.model.ShiftPattern;
import io.muster.data.model.ShiftPattern.Duty;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Transfer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
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

    private final Calendar calendar;
    /** Team by staff member and day: [staff * days + day]; null: nobody changes team. */
    private final int @Nullable [] teamByDay;

    Workforce(DataSet dataSet, Calendar calendar) {
        this.calendar = calendar;
        Programme programme = dataSet.programme();
        List<StaffMember> people = dataSet.staff();
        List<Team> teamList = dataSet.teams();
        Map<String, Integer> teamAt = Ids.positions(teamList, Team::id);
        Map<String, Integer> patternAt = Ids.positions(dataSet.patterns(), ShiftPattern::id);
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

        long[][] absences = mergedAbsences(dataSet);
        int days = calendar.days;
        List<List<Transfer>> transfers = transfers(dataSet);
        teamByDay = dataSet.transfers().isEmpty() ? null : teamByDay(transfers, teamAt);
        dayBits = new short[staff * days];
        int[] rostered = new int[teams * days];
        int[] absent = new int[teams * days];
        DutyView duty = new DutyView();
        for (int p = 0; p < staff; p++) {
            StaffMember person = people.get(p);
            Team team = teamList.get(teamOf[p]);
            duty.person = person;
            duty.absences = absences[p];
            duty.rosters.clear();
            duty.rosters.add(roster(dataSet, patternAt, person, team, LocalDate.MIN));
            for (Transfer transfer : transfers.get(p)) {
                Team next = teamList.get(Ids.at(teamAt, transfer.teamId()));
                duty.rosters.add(roster(dataSet, patternAt, person, next, transfer.from()));
            }
            int notBefore = person.notBefore() == null
                    ? 0
                    : Math.toIntExact((person.notBefore().toSecondOfDay() + 59) / 60);
            for (int d = 0; d < days; d++) {
                duty.move(calendar.dateOf[d]);
                int bits = 0;
                if (duty.onDuty) {
                    bits |= ON_DUTY;
                }
                if (duty.deployable && duty.onDuty) {
                    int at = teamOn(p, d) * days + d;
                    rostered[at]++;
                    if (overlaps(duty.absences, duty.start, duty.end)) {
                        absent[at]++;
                    }
                }
                if (duty.deployable && (duty.onDuty || programme.limits().restDayTraining())) {
                    bits |= DUTY_OK;
                }
                bits |= slotBits(duty, d, notBefore);
                for (int s = 0; s < calendar.slots; s++) {
                    if ((bits & (DUTY_OK | ABSENT << s | EARLY << s)) == DUTY_OK) {
                        bits |= AVAILABLE << s;
                    }
                }
                bits |= restBits(duty, d);
                dayBits[p * days + d] = (short) bits;
            }
        }
        cap = caps(dataSet, rostered, absent);
    }

    /** Transfers of each staff member, by date; of several on one date the last row counts. */
    private List<List<Transfer>> transfers(DataSet dataSet) {
        List<List<Transfer>> transfers = new ArrayList<>(Collections.nCopies(staff, List.of()));
        if (!dataSet.transfers().isEmpty()) {
            Map<String, Integer> staffAt = Ids.positions(dataSet.staff(), StaffMember::id);
            for (Transfer transfer : dataSet.transfers()) {
                int p = Ids.at(staffAt, transfer.staffId());
                List<Transfer> own = new ArrayList<>(transfers.get(p));
                own.add(transfer);
                own.sort(Comparator.comparing(Transfer::from));
                transfers.set(p, own);
            }
        }
        return transfers;
    }

    private int[] teamByDay(List<List<Transfer>> transfers, Map<String, Integer> teamAt) {
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

    private static Roster roster(
            DataSet dataSet, Map<String, Integer> patternAt, StaffMember person, Team team, LocalDate from) {
        String ownPattern = person.patternId();
        int inherited = ownPattern != null ? 0 : team.offset();
        return new Roster(
                from,
                dataSet.patterns().get(Ids.at(patternAt, ownPattern != null ? ownPattern : team.patternId())),
                person.offset() != null ? person.offset() : inherited);
    }

    /** Which duties somebody has from a date on. */
    private record Roster(LocalDate from, ShiftPattern pattern, int offset) {}

    private int slotBits(DutyView duty, int d, int notBefore) {
        long midnight = (long) calendar.epochDay[d] * Time.MINUTES_PER_DAY;
        int bits = 0;
        for (int s = 0; s < calendar.slots; s++) {
            long start = midnight + calendar.slotStart[s];
            long end = midnight + calendar.slotEnd[s];
            if (calendar.slotStart[s] < notBefore) {
                bits |= EARLY << s;
            }
            if (overlaps(duty.absences, start, end)) {
                bits |= ABSENT << s;
            }
        }
        return bits;
    }

    /** Rest against the unbooked neighbours of a day; moves the view. */
    private int restBits(DutyView duty, int d) {
        long midnight = (long) calendar.epochDay[d] * Time.MINUTES_PER_DAY;
        int bits = 0;
        duty.move(calendar.dateOf[d].minusDays(1));
        boolean workedBefore = duty.works();
        long endBefore = duty.end;
        duty.move(calendar.dateOf[d].plusDays(1));
        boolean worksAfter = duty.works();
        long startAfter = duty.start;
        for (int s = 0; s < calendar.slots; s++) {
            if (!workedBefore || midnight + calendar.slotStart[s] - endBefore >= calendar.minRestMinutes) {
                bits |= START_OK << s;
            }
            if (!worksAfter || startAfter - (midnight + calendar.slotEnd[s]) >= calendar.minRestMinutes) {
                bits |= END_OK << s;
            }
        }
        return bits;
    }

    /** The duty of one staff member on one date; moved from date to date to keep the mapping free of garbage. */
    private static final class DutyView {
        private @Nullable StaffMember person;
        private final List<Roster> rosters = new ArrayList<>();
        private long[] absences = {};
        private boolean deployable;
        private boolean onDuty;
        private long start;
        private long end;

        private void move(LocalDate date) {
            StaffMember member = java.util.Objects.requireNonNull(person);
            int i = rosters.size() - 1;
            while (date.isBefore(rosters.get(i).from())) {
                i--;
            }
            Duty duty = rosters.get(i).pattern().dutyOn(date, rosters.get(i).offset());
            deployable = member.isDeployableOn(date);
            onDuty = !duty.isRestDay();
            if (onDuty && duty.start() != null && duty.end() != null) {
                long midnight = date.toEpochDay() * Time.MINUTES_PER_DAY;
                start = midnight + duty.start().toSecondOfDay() / 60;
                end = midnight
                        + duty.end().toSecondOfDay() / 60
                        + (duty.end().isBefore(duty.start()) ? Time.MINUTES_PER_DAY : 0);
            }
        }

        /** Whether there is a working interval when the day is not booked. */
        private boolean works() {
            return deployable && onDuty && !covers(absences, start, end);
        }
    }

    /** Absences of each staff member as disjoint, ascending [from, to) pairs of minutes. */
    private long[][] mergedAbsences(DataSet dataSet) {
        Map<String, Integer> staffAt = Ids.positions(dataSet.staff(), StaffMember::id);
        List<List<long[]>> rows = new ArrayList<>(staff);
        for (int p = 0; p < staff; p++) {
            rows.add(List.of());
        }
        for (Absence absence : dataSet.absences()) {
            int p = Ids.at(staffAt, absence.staffId());
            if (rows.get(p).isEmpty()) {
                rows.set(p, new ArrayList<>());
            }
            rows.get(p).add(new long[] {Time.minute(absence.from(), false), Time.minute(absence.to(), true)});
        }
        long[][] merged = new long[staff][];
        for (int p = 0; p < staff; p++) {
            List<long[]> own = new ArrayList<>(rows.get(p));
            own.sort(Comparator.comparingLong(a -> a[0]));
            long[] flat = new long[own.size() * 2];
            int n = 0;
            for (long[] row : own) {
                if (n > 0 && row[0] <= flat[n - 1]) {
                    flat[n - 1] = Math.max(flat[n - 1], row[1]);
                } else {
                    flat[n++] = row[0];
                    flat[n++] = row[1];
                }
            }
            merged[p] = Arrays.copyOf(flat, n);
        }
        return merged;
    }

    private static boolean overlaps(long[] absences, long from, long to) {
        for (int i = 0; i < absences.length && absences[i] < to; i += 2) {
            if (absences[i + 1] > from) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(long[] absences, long from, long to) {
        for (int i = 0; i < absences.length && absences[i] <= from; i += 2) {
            if (absences[i + 1] >= to) {
                return true;
            }
        }
        return false;
    }

    private int[] caps(DataSet dataSet, int[] rostered, int[] absent) {
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
                    int byCeiling = Math.max(1, share(ceiling.multiply(factor), rostered[at]));
                    int byStrength = Math.max(0, rostered[at] - absent[at] - share(strength, rostered[at]));
                    caps[at] = Math.min(byCeiling, byStrength);
                }
            }
        }
        return caps;
    }

    /** {@return percent of heads, rounded up, exactly} */
    static int share(BigDecimal percent, int heads) {
        return percent.multiply(BigDecimal.valueOf(heads))
                .divide(BigDecimal.valueOf(100))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }
}
