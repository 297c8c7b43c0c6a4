package io.muster.solver.problem;

import io.muster.data.model.DataSet;
import io.muster.data.model.ShiftPattern;
import io.muster.data.model.ShiftPattern.Duty;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Transfer;
import java.util.List;
import java.util.Map;

/**
 * The duties of one staff member after the other, on every date from the day before the first training day to the day
 * after the last (DATASET.md section 2), and the bits of {@link Workforce} that follow from them. On plain numbers, as it
 * is asked for millions of days.
 */
final class DutyDays {

    private static final long FOR_EVER = Long.MAX_VALUE / Time.MINUTES_PER_DAY;

    private final Calendar calendar;
    private final boolean restDayTraining;
    private final Map<String, Integer> teamAt;
    private final Map<String, Integer> patternAt;
    private final List<Team> teams;
    private final Cycle[] cycles;

    private final long firstDate;
    private final boolean[] onDuty;
    private final boolean[] deployable;
    /** Minutes since the epoch; of days on duty only. */
    private final long[] start;

    private final long[] end;
    private long[] absences = {};
    private int notBefore;

    /** A shift pattern on plain numbers. */
    private static final class Cycle {
        private final long startDate;
        private final boolean[] onDuty;
        private final int[] start;
        private final int[] end;

        private Cycle(ShiftPattern pattern) {
            int length = pattern.duties().size();
            startDate = pattern.cycleStart().toEpochDay();
            onDuty = new boolean[length];
            start = new int[length];
            end = new int[length];
            for (int i = 0; i < length; i++) {
                Duty duty = pattern.duties().get(i);
                onDuty[i] = !duty.isRestDay();
                if (onDuty[i] && duty.start() != null && duty.end() != null) {
                    start[i] = duty.start().toSecondOfDay() / 60;
                    end[i] = duty.end().toSecondOfDay() / 60
                            + (duty.end().isBefore(duty.start()) ? Time.MINUTES_PER_DAY : 0);
                }
            }
        }
    }

    DutyDays(DataSet dataSet, Calendar calendar) {
        this.calendar = calendar;
        restDayTraining = dataSet.programme().limits().restDayTraining();
        teams = dataSet.teams();
        teamAt = Ids.positions(teams, Team::id);
        patternAt = Ids.positions(dataSet.patterns(), ShiftPattern::id);
        cycles = dataSet.patterns().stream().map(Cycle::new).toArray(Cycle[]::new);
        int days = calendar.days;
        firstDate = days == 0 ? 0 : calendar.epochDay[0] - 1;
        int dates = days == 0 ? 0 : (int) (calendar.epochDay[days - 1] + 1 - firstDate) + 1;
        onDuty = new boolean[dates];
        deployable = new boolean[dates];
        start = new long[dates];
        end = new long[dates];
    }

    /**
     * Takes the next staff member.
     *
     * @param transfers their changes of team, by date
     * @param absencesMerged their absences: disjoint, ascending [from, to) pairs of minutes
     */
    void take(StaffMember person, List<Transfer> transfers, long[] absencesMerged) {
        absences = absencesMerged;
        notBefore = person.notBefore() == null
                ? 0
                : Math.toIntExact((person.notBefore().toSecondOfDay() + 59) / 60);
        int from = 0;
        String teamId = person.teamId();
        for (Transfer transfer : transfers) {
            int to =
                    (int) Math.max(from, Math.min(onDuty.length, transfer.from().toEpochDay() - firstDate));
            roster(person, teams.get(Ids.at(teamAt, teamId)), from, to);
            from = to;
            teamId = transfer.teamId();
        }
        roster(person, teams.get(Ids.at(teamAt, teamId)), from, onDuty.length);
        long joined = person.joined() == null ? -FOR_EVER : person.joined().toEpochDay();
        long leaves = person.leaves() == null ? FOR_EVER : person.leaves().toEpochDay();
        long statusFrom = person.status().equals(StaffMember.ACTIVE) ? -FOR_EVER : FOR_EVER;
        if (statusFrom > 0 && person.statusUntil() != null) {
            statusFrom = person.statusUntil().toEpochDay() + 1;
        }
        for (int i = 0; i < deployable.length; i++) {
            long date = firstDate + i;
            deployable[i] = date >= joined && date < leaves && date >= statusFrom;
        }
    }

    /** Notes the duties in a team on some dates. */
    private void roster(StaffMember person, Team team, int from, int to) {
        String ownPattern = person.patternId();
        Cycle cycle = cycles[Ids.at(patternAt, ownPattern != null ? ownPattern : team.patternId())];
        int inherited = ownPattern != null ? 0 : team.offset();
        int offset = person.offset() != null ? person.offset() : inherited;
        for (int i = from; i < to; i++) {
            long date = firstDate + i;
            int at = (int) Math.floorMod(date - cycle.startDate + offset, (long) cycle.onDuty.length);
            onDuty[i] = cycle.onDuty[at];
            start[i] = date * Time.MINUTES_PER_DAY + cycle.start[at];
            end[i] = date * Time.MINUTES_PER_DAY + cycle.end[at];
        }
    }

    /** Writes the staff member's bits of every training day, from a position on. */
    void write(short[] bits, int at) {
        for (int d = 0; d < calendar.days; d++) {
            int i = (int) (calendar.epochDay[d] - firstDate);
            bits[at + d] = (short) (dutyBits(i) | restBits(d, i));
        }
    }

    private int dutyBits(int i) {
        int bits = onDuty[i] ? Workforce.ON_DUTY : 0;
        if (deployable[i] && onDuty[i]) {
            bits |= Workforce.ROSTERED;
            bits |= overlaps(start[i], end[i]) ? Workforce.AWAY : 0;
        }
        if (deployable[i] && (onDuty[i] || restDayTraining)) {
            bits |= Workforce.DUTY_OK;
        }
        long midnight = (firstDate + i) * Time.MINUTES_PER_DAY;
        for (int s = 0; s < calendar.slots; s++) {
            bits |= calendar.slotStart[s] < notBefore ? Workforce.EARLY << s : 0;
            bits |= overlaps(midnight + calendar.slotStart[s], midnight + calendar.slotEnd[s])
                    ? Workforce.ABSENT << s
                    : 0;
            if ((bits & (Workforce.DUTY_OK | Workforce.ABSENT << s | Workforce.EARLY << s)) == Workforce.DUTY_OK) {
                bits |= Workforce.AVAILABLE << s;
            }
        }
        return bits;
    }

    /** Rest against the unbooked neighbours of a day. */
    private int restBits(int d, int i) {
        long midnight = (long) calendar.epochDay[d] * Time.MINUTES_PER_DAY;
        boolean workedBefore = works(i - 1);
        boolean worksAfter = works(i + 1);
        int bits = 0;
        for (int s = 0; s < calendar.slots; s++) {
            if (!workedBefore || midnight + calendar.slotStart[s] - end[i - 1] >= calendar.minRestMinutes) {
                bits |= Workforce.START_OK << s;
            }
            if (!worksAfter || start[i + 1] - (midnight + calendar.slotEnd[s]) >= calendar.minRestMinutes) {
                bits |= Workforce.END_OK << s;
            }
        }
        return bits;
    }

    /** Whether there is a working interval when the day is not booked. */
    private boolean works(int i) {
        return deployable[i] && onDuty[i] && !covers(start[i], end[i]);
    }

    private boolean overlaps(long from, long to) {
        for (int i = 0; i < absences.length && absences[i] < to; i += 2) {
            if (absences[i + 1] > from) {
                return true;
            }
        }
        return false;
    }

    private boolean covers(long from, long to) {
        for (int i = 0; i < absences.length && absences[i] <= from; i += 2) {
            if (absences[i + 1] >= to) {
                return true;
            }
        }
        return false;
    }
}
