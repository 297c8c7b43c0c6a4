package io.muster.solver.explain;

import static io.muster.solver.catalogue.TrainingConstraint.H01_SCOPE;
import static io.muster.solver.catalogue.TrainingConstraint.H03_CLASH;
import static io.muster.solver.catalogue.TrainingConstraint.H04_CAPACITY;
import static io.muster.solver.catalogue.TrainingConstraint.H05_DUTY;
import static io.muster.solver.catalogue.TrainingConstraint.H06_ABSENCE;
import static io.muster.solver.catalogue.TrainingConstraint.H07_REST;
import static io.muster.solver.catalogue.TrainingConstraint.H08_TRAVEL;
import static io.muster.solver.catalogue.TrainingConstraint.H09_ONE_VENUE;
import static io.muster.solver.catalogue.TrainingConstraint.H10_NEEDS;
import static io.muster.solver.catalogue.TrainingConstraint.H11_ORDER;
import static io.muster.solver.catalogue.TrainingConstraint.H12_ABSTRACTION;
import static io.muster.solver.catalogue.TrainingConstraint.H13_WEEK;
import static io.muster.solver.catalogue.TrainingConstraint.H14_ROOM;
import static io.muster.solver.catalogue.TrainingConstraint.H15_TRAINERS;
import static io.muster.solver.catalogue.TrainingConstraint.H16_NOTICE;
import static io.muster.solver.catalogue.TrainingConstraint.H17_COHORT;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.List;

/**
 * Which hard rules a valid plan would break when unbooked requirements were booked at a place: the hurdles there. Sets of
 * rules are bits, see {@link #bit}.
 */
final class Hurdles {

    /** The rules in the order in which a planner would ask: may they, can they, have they time, is there a class. */
    static final List<TrainingConstraint> ORDER = List.of(
            H01_SCOPE,
            H16_NOTICE,
            H05_DUTY,
            H06_ABSENCE,
            H10_NEEDS,
            H07_REST,
            H03_CLASH,
            H13_WEEK,
            H11_ORDER,
            H12_ABSTRACTION,
            H14_ROOM,
            H08_TRAVEL,
            H09_ONE_VENUE,
            H17_COHORT,
            H15_TRAINERS,
            H04_CAPACITY);

    private final PlanState state;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;
    private final Staffing staffing;

    Hurdles(PlanState state) {
        this.state = state;
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
        staffing = new Staffing(state);
    }

    /** {@return the bit of a hard rule} */
    static int bit(TrainingConstraint rule) {
        return 1 << rule.ordinal();
    }

    /** {@return whether a rule is in a set} */
    static boolean has(int rules, TrainingConstraint rule) {
        return (rules & bit(rule)) != 0;
    }

    // ---- Who and when ----------------------------------------------------------------------------------------------

    /**
     * The rules that a day and slot breaks, wherever the session is.
     *
     * @param party unbooked requirements of one module
     * @param day a training day
     * @param slot a slot at which the module may start
     * @return the rules
     */
    int ofTime(int[] party, int day, int slot) {
        int rules = 0;
        for (int r : party) {
            rules |= ofTime(r, day, slot);
            if (takesPlace(r, day) && placesShort(party, workforce.teamOn(requirements.staffOf[r], day), day) > 0) {
                rules |= bit(H12_ABSTRACTION);
            }
        }
        return rules;
    }

    /** The same of one requirement, abstraction aside. */
    int ofTime(int r, int day, int slot) {
        int p = requirements.staffOf[r];
        int module = requirements.moduleOf[r];
        int mask = curriculum.slotMask(module, slot);
        int rules = 0;
        if (day < requirements.firstInScope[r] || day > requirements.lastDay[r]) {
            rules |= bit(H01_SCOPE);
        }
        if (day < requirements.firstWithNotice[r] && !problem.baseline.isSame(r, day, mask)) {
            rules |= bit(H16_NOTICE);
        }
        int bits = workforce.dayBits[p * calendar.days + day];
        if ((bits & Workforce.DUTY_OK) == 0) {
            rules |= bit(H05_DUTY);
        }
        for (int s = 0; s < calendar.slots; s++) {
            if ((mask >> s & 1) != 0 && (bits & Workforce.ABSENT << s) != 0) {
                rules |= bit(H06_ABSENCE);
            }
        }
        if ((bits & Workforce.EARLY << slot) != 0) {
            rules |= bit(H10_NEEDS);
        }
        if (!state.restHolds(p, day, mask)) {
            rules |= bit(H07_REST);
        }
        int booked = state.maskOn(p, day);
        if ((booked & mask) != 0) {
            rules |= bit(H03_CLASH);
        }
        if (booked == 0 && daysInWeek(p, day) >= maxDaysInWeek()) {
            rules |= bit(H13_WEEK);
        }
        return isInOrder(r, day, mask) ? rules : rules | bit(H11_ORDER);
    }

    /** Training days of a staff member in the week of a day. */
    int daysInWeek(int p, int day) {
        int days = 0;
        int week = calendar.weekOf[day];
        for (int d = day; d >= 0 && calendar.weekOf[d] == week; d--) {
            days += state.maskOn(p, d) != 0 ? 1 : 0;
        }
        for (int d = day + 1; d < calendar.days && calendar.weekOf[d] == week; d++) {
            days += state.maskOn(p, d) != 0 ? 1 : 0;
        }
        return days;
    }

    int maxDaysInWeek() {
        return problem.dataSet.programme().limits().maxTrainingDaysPerStaffPerWeek();
    }

    private boolean isInOrder(int r, int day, int mask) {
        int p = requirements.staffOf[r];
        int module = requirements.moduleOf[r];
        if (requirements.blocked[r]) {
            return false;
        }
        for (int before : curriculum.after[module]) {
            int q = requirements.at[p * curriculum.modules + before];
            if (q >= 0 && !state.follows(q, day, mask, module)) {
                return false;
            }
        }
        for (int next : curriculum.dependents[module]) {
            int q = requirements.at[p * curriculum.modules + next];
            if (q >= 0 && state.isBooked(q) && !precedes(day, mask, q)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a booking on a day ends before a booked one of a module that comes after, within its gaps. */
    boolean precedes(int day, int mask, int next) {
        int nextDay = state.dayOf(next);
        int nextMask = state.maskOf(next);
        if (day > nextDay || (day == nextDay && mask >= Integer.lowestOneBit(nextMask))) {
            return false;
        }
        int module = requirements.moduleOf[next];
        int gap = calendar.epochDay[nextDay] - calendar.epochDay[day];
        return gap >= curriculum.minGap[module] && gap <= curriculum.maxGap[module];
    }

    /** Whether booking a requirement on a day takes one more place of its team's cap. */
    private boolean takesPlace(int r, int day) {
        int p = requirements.staffOf[r];
        return state.maskOn(p, day) == 0 && (workforce.dayBits[p * calendar.days + day] & Workforce.ON_DUTY) != 0;
    }

    /** {@return places that a team's cap of a day lacks for a party; 0 when it has enough} */
    int placesShort(int[] party, int team, int day) {
        int wanted = 0;
        for (int r : party) {
            wanted += workforce.teamOn(requirements.staffOf[r], day) == team && takesPlace(r, day) ? 1 : 0;
        }
        return wanted == 0 ? 0 : Math.max(0, wanted - Math.max(0, state.headroom(team, day)));
    }

    // ---- Where -----------------------------------------------------------------------------------------------------

    /**
     * The rules that a place breaks, whatever the time.
     *
     * @param party unbooked requirements of one module
     * @param site a place where the module runs, or could
     * @return the rules
     */
    int ofSite(int[] party, Site site) {
        int place = site.place();
        if (estate.isDigital(place)) {
            return 0;
        }
        int module = requirements.moduleOf[party[0]];
        int room = estate.roomOf(place);
        int day = estate.dayOf(place);
        int rules = 0;
        if (seatsShort(party, site) > 0) {
            rules |= bit(H04_CAPACITY);
        }
        if (site.opens()) {
            if (!estate.open[room * calendar.days + day] || !isUnused(place, module)) {
                rules |= bit(H14_ROOM);
            }
            if (staffing.missing(module, site.trainers()) > 0
                    || staffing.missingInternals(module, site.trainers()) > 0) {
                rules |= bit(H15_TRAINERS);
            }
        } else if (mixesCohorts(party, place)) {
            rules |= bit(H17_COHORT);
        }
        int venue = estate.venueOf[room];
        for (int r : party) {
            int p = requirements.staffOf[r];
            if (!estate.reaches(workforce.teamOn(p, day), room)) {
                rules |= bit(H08_TRAVEL);
            }
            if (!estate.meetsNeeds[workforce.needsOf[p] * estate.rooms + room]) {
                rules |= bit(H10_NEEDS);
            }
            if (isElsewhere(p, day, venue)) {
                rules |= bit(H09_ONE_VENUE);
            }
        }
        return rules;
    }

    /** {@return seats that a session lacks for a party; 0 when it has enough} */
    int seatsShort(int[] party, Site site) {
        return Math.max(0, booked(site) + party.length - capacity(site, requirements.moduleOf[party[0]]));
    }

    /** {@return the bookings at a site} */
    int booked(Site site) {
        return site.opens() ? 0 : state.countOf(site.place());
    }

    /** {@return the most bookings at a site} */
    int capacity(Site site, int module) {
        return problem.capacity(estate.roomOf(site.place()), module, estate.dayOf(site.place()));
    }

    /** Whether nothing runs in the room of a place while a module would. */
    boolean isUnused(int place, int module) {
        int room = estate.roomOf(place);
        int day = estate.dayOf(place);
        int mask = curriculum.slotMask(module, estate.slotOf(place));
        for (int slot = 0; slot < calendar.slots; slot++) {
            int other = estate.sessionAt(room, day, slot);
            if (state.countOf(other) > 0 && (state.sessionMask(other) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a staff member trains on a day at another venue, or one there and the other virtually. */
    private boolean isElsewhere(int p, int day, int venue) {
        for (int q = requirements.firstOf[p]; q < requirements.firstOf[p + 1]; q++) {
            if (state.isBooked(q)
                    && state.dayOf(q) == day
                    && !estate.isDigital(state.sessionOf(q))
                    && state.venueOf(state.sessionOf(q)) != venue) {
                return true;
            }
        }
        return false;
    }

    private boolean mixesCohorts(int[] party, int place) {
        int module = requirements.moduleOf[party[0]];
        int cohort = workforce.cohortOf[requirements.staffOf[party[0]]];
        if (!curriculum.byCohort[module] || cohort < 0) {
            return false;
        }
        for (int seat = 0; seat < state.countOf(place); seat++) {
            int other = workforce.cohortOf[requirements.staffOf[state.attendee(place, seat)]];
            if (other >= 0 && other != cohort) {
                return true;
            }
        }
        return false;
    }
}
