package io.muster.data.sample;

import io.muster.data.model.Programme;
import io.muster.data.model.StaffMember;
import io.muster.data.model.StaffMember.Employment;
import io.muster.data.sample.Organisation.PlannedTeam;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fills planned teams with people. */
final class Workforce {

    /** Joiners of the last six months before the programme are recruits. */
    private static final int RECRUIT_DAYS = 180;

    private static final double DAYS_PER_MONTH = 30.4;
    /** With adjusted duties that rule out early starts only afternoons are left. */
    private static final LocalTime LATE_START = LocalTime.of(10, 0);

    private static final List<String> LONG_ABSENCES =
            List.of("MATERNITY", "MATERNITY", "CAREER_BREAK", "LONG_SICK", "LONG_SICK", "SECONDED");

    private final Programme programme;
    private final WorkforceRates rates;
    private final SeededRandom random;
    private final List<StaffMember> staff = new ArrayList<>();

    Workforce(Programme programme, WorkforceRates rates, long seed) {
        this.programme = programme;
        this.rates = rates;
        this.random = SeededRandom.of(seed, "workforce");
    }

    /** {@return the people of all teams, in the teams' order, which is also the order of their ids} */
    List<StaffMember> fill(List<PlannedTeam> teams) {
        for (PlannedTeam planned : teams) {
            for (int position = 0; position < planned.heads(); position++) {
                staff.add(member(planned, position));
            }
        }
        return List.copyOf(staff);
    }

    private StaffMember member(PlannedTeam planned, int position) {
        RoleFamily family = planned.family();
        boolean special = (family == RoleFamily.ERPT || family == RoleFamily.NEIGHBOURHOOD)
                && position > planned.heads() / 4
                && random.chance(rates.specialConstable());
        boolean policeStaff = random.chance(family.policeStaffShare());
        Employment employment = special
                ? Employment.SPECIAL
                : policeStaff
                        ? Employment.STAFF
                        : family.employment() == Employment.STAFF ? Employment.OFFICER : family.employment();
        String rank = rank(employment, position, planned.heads());
        @Nullable
        String pattern =
                special ? Patterns.SPECIAL : random.chance(rates.flexible()) ? random.pick(Patterns.FLEXIBLE) : null;
        boolean absent = random.chance(rates.longAbsence());
        String status = absent ? random.pick(LONG_ABSENCES) : StaffMember.ACTIVE;
        @Nullable LocalDate statusUntil = absent ? returnDay() : null;
        @Nullable LocalDate joined = joinedDay();
        @Nullable LocalDate leaves = joined == null ? leavingDay() : null;
        return new StaffMember(
                String.format(Locale.ROOT, "P%06d", staff.size() + 1),
                planned.team().id(),
                family.name(),
                rank,
                employment,
                status,
                statusUntil,
                joined,
                leaves,
                pattern,
                null,
                needs(),
                random.chance(rates.lateStart()) ? LATE_START : null,
                tags(family, employment, rank, joined),
                null,
                priority());
    }

    /** One inspector in a team of 24 or more, a sergeant for every eight; the same among police staff. */
    private static String rank(Employment employment, int position, int heads) {
        boolean leads = position == 0 && heads >= 24;
        boolean supervises = position <= heads / 8;
        return switch (employment) {
            case OFFICER -> leads ? "Inspector" : supervises ? "Sergeant" : "PC";
            case STAFF -> leads ? "Band C" : supervises ? "Band D" : "Band E";
            case PCSO -> "PCSO";
            case SPECIAL -> "Special Constable";
        };
    }

    /** A quarter return after the programme or on a day nobody knows yet. */
    private @Nullable LocalDate returnDay() {
        if (random.chance(0.1)) {
            return null;
        }
        int days = (int) ChronoUnit.DAYS.between(programme.asOf(), programme.lastDay());
        return programme.asOf().plusDays(random.between(10, days + days / 5));
    }

    private @Nullable LocalDate joinedDay() {
        int days = (int) ChronoUnit.DAYS.between(programme.firstDay(), programme.lastDay()) + RECRUIT_DAYS;
        if (!random.chance(rates.joinersPerMonth() * days / DAYS_PER_MONTH)) {
            return null;
        }
        return programme.firstDay().minusDays(RECRUIT_DAYS).plusDays(random.below(days));
    }

    private @Nullable LocalDate leavingDay() {
        int days = (int) ChronoUnit.DAYS.between(programme.asOf(), programme.lastDay());
        if (!random.chance(rates.leaversPerMonth() * days / DAYS_PER_MONTH)) {
            return null;
        }
        return programme.asOf().plusDays(random.between(14, days));
    }

    private List<String> needs() {
        List<String> needs = new ArrayList<>();
        if (random.chance(rates.stepFree())) {
            needs.add(Estate.STEP_FREE);
        }
        if (random.chance(rates.hearingLoop())) {
            needs.add(Estate.HEARING_LOOP);
        }
        return needs;
    }

    private List<String> tags(RoleFamily family, Employment employment, String rank, @Nullable LocalDate joined) {
        List<String> tags = new ArrayList<>();
        if (family == RoleFamily.PUBLIC_PROTECTION
                && employment == Employment.OFFICER
                && random.chance(rates.specialistOfficer())) {
            tags.add("SOIT");
        }
        if ((rank.equals("Sergeant") || rank.equals("Inspector")) && random.chance(rates.leadershipPathway())) {
            tags.add("LEADERSHIP_PATHWAY");
        }
        boolean partlyInScope = family == RoleFamily.PCSO || family.businessGroup() != null;
        if (partlyInScope && random.chance(rates.volunteer())) {
            tags.add("VOLUNTEER");
        }
        if (joined != null && employment != Employment.STAFF) {
            tags.add("RECRUIT");
        }
        return tags;
    }

    private int priority() {
        double draw = random.unit();
        return draw < rates.highestPriority() ? 2 : draw < rates.highestPriority() + rates.highPriority() ? 1 : 0;
    }
}
