package io.muster.data.sample;

import io.muster.data.model.Absence;
import io.muster.data.model.Programme;
import io.muster.data.model.ShiftPattern;
import io.muster.data.model.ShiftPattern.Duty;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Grants leave as a duty planner does, team by team: long blocks round rest days first, school holidays in demand, and
 * never more of a team away at once than the quota. Courses, courts and past sickness come after. Covers twelve months
 * from two months before the programme, or to a month after its end when that is later.
 */
final class AbsencePlanner {

    private static final int DAYS_BEFORE_PROGRAMME = 60;
    private static final int DAYS_COVERED = 365;
    private static final int DAYS_AFTER_PROGRAMME = 31;
    /** Half of a person's leave goes in blocks of a week or more, in calendar days. */
    private static final List<Integer> LONG_BLOCK_DAYS = List.of(14, 11, 7, 7);

    private static final double LONG_BLOCK_SHARE = 0.5;
    private static final List<Integer> SHORT_BLOCK_DAYS = List.of(1, 1, 2, 3, 4);
    private static final int MOST_TRIES = 120;
    /** Who finds no long block after so many tries makes do with short ones. */
    private static final int MOST_LONG_TRIES = 40;

    private static final int LONGEST_COURSE_DAYS = 5;
    private static final int LONGEST_SICK_DAYS = 5;
    private static final int SICK_DAYS_KNOWN = 14;
    private static final LocalTime COURT_START = LocalTime.of(8, 0);
    private static final LocalTime COURT_END = LocalTime.of(18, 0);

    private final AbsenceRates rates;
    private final SeededRandom random;
    private final LocalDate firstDay;
    private final int days;
    private final int sickDays;
    private final double[] weightUpTo;
    private final List<Absence> absences = new ArrayList<>();

    AbsencePlanner(Programme programme, AbsenceRates rates, long seed) {
        this.rates = rates;
        this.random = SeededRandom.of(seed, "absences");
        this.firstDay = programme.firstDay().minusDays(DAYS_BEFORE_PROGRAMME);
        this.days = Math.max(
                DAYS_COVERED, (int) ChronoUnit.DAYS.between(firstDay, programme.lastDay()) + 1 + DAYS_AFTER_PROGRAMME);
        this.sickDays = (int) ChronoUnit.DAYS.between(firstDay, programme.asOf()) + SICK_DAYS_KNOWN;
        this.weightUpTo = new double[days];
        double weight = 0;
        for (int d = 0; d < days; d++) {
            weight += CalendarFacts.isSchoolHoliday(firstDay.plusDays(d)) ? rates.schoolHolidayWeight() : 1;
            weightUpTo[d] = weight;
        }
    }

    /**
     * Plans the absences of a team.
     *
     * @param team the team
     * @param members its people
     * @param keptFree days on which none of them is granted time away, possibly empty
     */
    void plan(Team team, List<StaffMember> members, Set<LocalDate> keptFree) {
        TeamDays teamDays = new TeamDays(new int[days], new int[days]);
        List<PersonDays> people = new ArrayList<>();
        for (StaffMember member : members) {
            PersonDays person = personDays(team, member, keptFree);
            people.add(person);
            for (int d = 0; d < days; d++) {
                teamDays.rostered()[d] += person.duty()[d] ? 1 : 0;
            }
        }
        for (PersonDays person : people) {
            planPerson(person, teamDays);
        }
    }

    /** {@return all absences planned so far, in the order of people and time} */
    List<Absence> absences() {
        return List.copyOf(absences);
    }

    private PersonDays personDays(Team team, StaffMember member, Set<LocalDate> keptFree) {
        String patternId = member.patternId();
        ShiftPattern pattern = Patterns.byId(patternId == null ? team.patternId() : patternId);
        Integer ownOffset = member.offset();
        int offset = ownOffset != null ? ownOffset : patternId == null ? team.offset() : 0;
        boolean[] duty = new boolean[days];
        boolean[] blocked = new boolean[days];
        boolean alwaysThere = member.joined() == null
                && member.leaves() == null
                && member.status().equals(StaffMember.ACTIVE);
        int dutyDays = 0;
        for (int d = 0; d < days; d++) {
            LocalDate date = firstDay.plusDays(d);
            duty[d] = !pattern.dutyOn(date, offset).isRestDay() && (alwaysThere || member.isDeployableOn(date));
            blocked[d] = keptFree.contains(date);
            dutyDays += duty[d] ? 1 : 0;
        }
        return new PersonDays(member.id(), pattern, offset, duty, blocked, dutyDays, new ArrayList<>());
    }

    private void planPerson(PersonDays person, TeamDays team) {
        int leaveDays = share(person.dutyDays(), rates.leaveShare());
        int left = leaveDays;
        for (int tries = 0; left > 0 && tries < MOST_TRIES; tries++) {
            boolean longBlock = left > leaveDays * LONG_BLOCK_SHARE && tries < MOST_LONG_TRIES;
            int length = longBlock ? random.pick(LONG_BLOCK_DAYS) : random.pick(SHORT_BLOCK_DAYS);
            int start = weightedDay();
            if (longBlock) {
                start = firstDutyAfterRest(person, start);
            }
            left -= grant(person, team, start, length, left, "LEAVE", true);
        }
        spread(person, team, share(person.dutyDays(), rates.courseShare()), LONGEST_COURSE_DAYS, days, "COURSE", true);
        planCourts(person, team);
        int sickDutyDays = share((int) ((long) person.dutyDays() * sickDays / days), rates.sickShare());
        spread(person, team, sickDutyDays, LONGEST_SICK_DAYS, sickDays, "SICK", false);
        person.rows().sort(Comparator.comparing(Absence::from).thenComparing(Absence::to));
        absences.addAll(person.rows());
    }

    /** Shares the days over random blocks of one day up, within the first {@code within} days. */
    private void spread(
            PersonDays person, TeamDays team, int dutyDays, int longest, int within, String reason, boolean quota) {
        int left = dutyDays;
        for (int tries = 0; left > 0 && tries < MOST_TRIES; tries++) {
            left -= grant(person, team, random.below(within), random.between(1, longest), left, reason, quota);
        }
    }

    private void planCourts(PersonDays person, TeamDays team) {
        int courtDays = share(person.dutyDays(), rates.courtShare());
        for (int tries = 0; courtDays > 0 && tries < MOST_TRIES; tries++) {
            int day = random.below(days);
            if (!isFree(person, day) || !isGranted(team, day)) {
                continue;
            }
            LocalDate date = firstDay.plusDays(day);
            Duty duty = person.pattern().dutyOn(date, person.offset());
            if (overnight(duty) || date.getDayOfWeek().getValue() > 5) {
                continue;
            }
            take(person, team, day);
            person.rows().add(new Absence(person.staffId(), date.atTime(COURT_START), date.atTime(COURT_END), "COURT"));
            courtDays--;
        }
    }

    /**
     * Grants a block when every duty day in it is free and within the quota.
     *
     * @return the duty days granted, 0 when the block is refused
     */
    private int grant(
            PersonDays person, TeamDays team, int start, int length, int mostDutyDays, String reason, boolean quota) {
        int first = -1;
        int last = -1;
        int dutyDays = 0;
        for (int d = start; d < Math.min(days, start + length) && dutyDays < mostDutyDays; d++) {
            if (person.blocked()[d]) {
                return 0;
            }
            if (!person.duty()[d]) {
                continue;
            }
            if (quota && !isGranted(team, d)) {
                return 0;
            }
            first = first < 0 ? d : first;
            last = d;
            dutyDays++;
        }
        if (dutyDays == 0) {
            return 0;
        }
        for (int d = first; d <= last; d++) {
            if (person.duty()[d]) {
                take(person, team, d);
            }
        }
        person.rows().add(row(person, first, last, reason));
        return dutyDays;
    }

    /** From midnight, or the end of the night duty before; to midnight, or the end of the last night duty. */
    private Absence row(PersonDays person, int first, int last, String reason) {
        LocalDate firstDate = firstDay.plusDays(first);
        LocalDate dayAfter = firstDay.plusDays(last + 1L);
        Duty before = person.pattern().dutyOn(firstDate.minusDays(1), person.offset());
        Duty ending = person.pattern().dutyOn(firstDay.plusDays(last), person.offset());
        LocalDateTime from = firstDate.atTime(endNextDay(before));
        LocalDateTime to = dayAfter.atTime(endNextDay(ending));
        return new Absence(person.staffId(), from, to, reason);
    }

    private static LocalTime endNextDay(Duty duty) {
        LocalTime end = duty.end();
        return end != null && overnight(duty) ? end : LocalTime.MIDNIGHT;
    }

    private static boolean overnight(Duty duty) {
        LocalTime start = duty.start();
        LocalTime end = duty.end();
        return start != null && end != null && end.isBefore(start);
    }

    private boolean isGranted(TeamDays team, int day) {
        int most = Math.max(1, (int) (rates.quota() * team.rostered()[day]));
        return team.away()[day] < most;
    }

    private static boolean isFree(PersonDays person, int day) {
        return person.duty()[day] && !person.blocked()[day];
    }

    /** A day taken is blocked for any other row and no longer counts as a duty day that could be granted. */
    private static void take(PersonDays person, TeamDays team, int day) {
        person.blocked()[day] = true;
        team.away()[day]++;
    }

    private static int firstDutyAfterRest(PersonDays person, int start) {
        int day = start;
        while (day > 0 && person.duty()[day] && person.duty()[day - 1]) {
            day--;
        }
        return day;
    }

    private int weightedDay() {
        double draw = random.unit() * weightUpTo[days - 1];
        int low = 0;
        int high = days - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (weightUpTo[middle] > draw) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** {@return that share of the days, give or take a tenth, rounded up or down at random so that the mean is kept} */
    private int share(int dutyDays, double share) {
        double exact = dutyDays * share * (0.9 + 0.2 * random.unit());
        int whole = (int) exact;
        return whole + (random.chance(exact - whole) ? 1 : 0);
    }

    /** Days of a person: on duty, taken or kept free, and the rows planned. Arrays are filled while planning. */
    @SuppressWarnings("ArrayRecordComponent")
    private record PersonDays(
            String staffId,
            ShiftPattern pattern,
            int offset,
            boolean[] duty,
            boolean[] blocked,
            int dutyDays,
            List<Absence> rows) {}

    /** Heads of a team rostered and away on each day. Arrays are filled while planning. */
    @SuppressWarnings("ArrayRecordComponent")
    private record TeamDays(int[] rostered, int[] away) {}
}
