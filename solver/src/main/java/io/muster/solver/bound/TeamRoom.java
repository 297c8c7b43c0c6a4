package io.muster.solver.bound;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPVariable;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The room a team's ceiling leaves for training (H12), against what its people need: a linear program of fractional days
 * per person, under the week's training days (H13) and the team's places on each day.
 */
final class TeamRoom {

    /** Far above the tolerances of floating-point simplex, far below one requirement. */
    private static final double TOLERANCE = 1e-4;

    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Openings openings;
    private final Needs needs;
    /** Requirements that are booked on their only day in every plan. */
    private final BitSet frozen;

    private final int weekDays;

    // The team at hand.
    private int team;
    private int[] people = {};
    /** Half-days each person could train on each day if alone: [place in the team * days + day]. */
    private int[] slotsOn = {};
    /** Whether each person is booked on each day in every plan: [place in the team * days + day]. */
    private boolean[] isFrozen = {};

    TeamRoom(Problem problem, Openings openings, Needs needs, BitSet frozen) {
        this.problem = problem;
        this.openings = openings;
        this.needs = needs;
        this.frozen = frozen;
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        weekDays = problem.dataSet.programme().limits().maxTrainingDaysPerStaffPerWeek();
    }

    /**
     * The weight that a team's ceiling keeps unbooked.
     *
     * @param t team
     * @return a lower bound on the weight beyond what its people must leave unbooked even alone
     */
    long loss(int t) {
        look(t);
        if (everybodyFits()) {
            return 0;
        }
        OptionalDouble loss = solve(false);
        return loss.isEmpty() ? 0 : Math.max(0, (long) Math.ceil(loss.getAsDouble() - TOLERANCE));
    }

    /**
     * The places on days that a team lacks.
     *
     * @param t team
     * @return a lower bound on the person-days by which its ceiling must rise before nobody loses anything by it
     */
    long missingDays(int t) {
        look(t);
        if (everybodyFits()) {
            return 0;
        }
        OptionalDouble days = solve(true);
        return days.isEmpty() ? 0 : Math.max(0, (long) Math.ceil(days.getAsDouble() - TOLERANCE));
    }

    private void look(int t) {
        team = t;
        people = IntStream.of(workforce.membersOf[t])
                .filter(p -> needs.mostSlots[p] > 0)
                .toArray();
        slotsOn = new int[people.length * calendar.days];
        isFrozen = new boolean[slotsOn.length];
        for (int i = 0; i < people.length; i++) {
            for (int r = requirements.firstOf[people[i]]; r < requirements.firstOf[people[i] + 1]; r++) {
                if (frozen.get(r) && requirements.firstDay[r] == requirements.lastDay[r]) {
                    isFrozen[i * calendar.days + requirements.firstDay[r]] = true;
                }
            }
        }
        // Rest may hold because the day beside is booked: any may be at first, then only those that can be.
        Arrays.fill(slotsOn, calendar.slots);
        for (int i = 0; i < people.length; i++) {
            boolean again = true;
            while (again) {
                again = false;
                for (int d = 0; d < calendar.days; d++) {
                    int slots = slots(i, d);
                    again |= slots < slotsOn[i * calendar.days + d];
                    slotsOn[i * calendar.days + d] = slots;
                }
            }
        }
    }

    private int slots(int i, int d) {
        int p = people[i];
        int bits = workforce.dayBits[p * calendar.days + d];
        int free = bits & (1 << calendar.slots) - 1;
        if (free == 0 || slotsOn[i * calendar.days + d] == 0) {
            return 0;
        }
        int halves = 0;
        boolean whole = false;
        for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
            if (openings.isOpen(r, d)) {
                halves += curriculum.slots[requirements.moduleOf[r]] == 1 ? 1 : 0;
                whole |= curriculum.slots[requirements.moduleOf[r]] == 2;
            }
        }
        int most = 0;
        for (int mask = 1; mask < 1 << calendar.slots; mask++) {
            if ((free & mask) == mask && mayRest(i, d, bits, mask)) {
                int held = Integer.bitCount(mask) == 1 ? Math.min(1, halves) : whole ? 2 : Math.min(2, halves);
                most = Math.max(most, held);
            }
        }
        return most;
    }

    /** Rest may also hold because the neighbouring day is booked, if it can be. */
    private boolean mayRest(int i, int d, int bits, int mask) {
        int start = Integer.numberOfTrailingZeros(mask);
        int end = 31 - Integer.numberOfLeadingZeros(mask);
        return ((bits & Workforce.START_OK << start) != 0 || canBeBooked(i, calendar.dayBefore[d]))
                && ((bits & Workforce.END_OK << end) != 0 || canBeBooked(i, calendar.dayAfter[d]));
    }

    private boolean canBeBooked(int i, int d) {
        return d >= 0 && slotsOn[i * calendar.days + d] > 0;
    }

    private boolean isCapped(int p, int d) {
        // Who changes team is counted with one team only; on days in the other nothing is asked.
        return (workforce.dayBits[p * calendar.days + d] & Workforce.ON_DUTY) != 0 && workforce.teamOn(p, d) == team;
    }

    /** Tries to give everybody the days needed, whoever has the fewest first, on the days with the most places left. */
    private boolean everybodyFits() {
        int days = calendar.days;
        int[] left = Arrays.copyOfRange(workforce.cap, team * days, (team + 1) * days);
        for (int i = 0; i < people.length; i++) {
            for (int d = 0; d < days; d++) {
                left[d] -= isFrozen[i * days + d] && isCapped(people[i], d) ? 1 : 0;
            }
        }
        Integer[] order = new Integer[people.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.comparingInt(
                        i -> Arrays.stream(slotsOn, i * days, (i + 1) * days).sum()));
        for (int i : order) {
            int wanted = needs.mostSlots[people[i]];
            int[] inWeek = new int[calendar.weeks];
            boolean[] taken = new boolean[days];
            for (int d = 0; d < days; d++) {
                if (isFrozen[i * days + d]) {
                    wanted -= slotsOn[i * days + d];
                    taken[d] = true;
                    inWeek[calendar.weekOf[d]]++;
                }
            }
            while (wanted > 0) {
                int best = -1;
                int bestWorth = 0;
                for (int d = 0; d < days; d++) {
                    int slots = slotsOn[i * days + d];
                    int places = isCapped(people[i], d) ? left[d] : Integer.MAX_VALUE >> 8;
                    if (taken[d] || slots == 0 || places <= 0 || inWeek[calendar.weekOf[d]] >= weekDays) {
                        continue;
                    }
                    int worth = Math.min(slots, wanted) << 24 | places;
                    if (worth > bestWorth) {
                        bestWorth = worth;
                        best = d;
                    }
                }
                if (best < 0) {
                    return false;
                }
                wanted -= slotsOn[i * days + best];
                taken[best] = true;
                inWeek[calendar.weekOf[best]]++;
                left[best] -= isCapped(people[i], best) ? 1 : 0;
            }
        }
        return true;
    }

    /** Least weight lost; or, with more places at a price of 1 each, the fewest with which none is. */
    private OptionalDouble solve(boolean withMorePlaces) {
        try (LinearProgram program = new LinearProgram()) {
            MPConstraint[] places = new MPConstraint[calendar.days];
            for (int d = 0; d < calendar.days; d++) {
                places[d] = program.atMost(workforce.cap[team * calendar.days + d]);
                // A day with no place at all is closed to the team; its requirements are not open then.
                if (withMorePlaces) {
                    places[d].setCoefficient(program.variable(1), -1);
                }
            }
            for (int i = 0; i < people.length; i++) {
                int p = people[i];
                // The person's half-days, and what it costs to lack some: ratio * (wanted - booked) - loss alone.
                MPConstraint booked = program.atLeast(0);
                MPVariable halfDays = program.variable(needs.mostSlots[p], 0);
                booked.setCoefficient(halfDays, -1);
                double ratio = needs.weightOfSlot[p];
                MPConstraint lost = program.atLeast(
                        withMorePlaces ? ratio * needs.mostSlots[p] : ratio * needs.allSlots[p] - needs.lossOf[p]);
                lost.setCoefficient(halfDays, ratio);
                if (!withMorePlaces) {
                    lost.setCoefficient(program.variable(1), 1);
                }
                MPConstraint[] weeks = new MPConstraint[calendar.weeks];
                for (int d = 0; d < calendar.days; d++) {
                    int slots = slotsOn[i * calendar.days + d];
                    if (slots == 0) {
                        continue;
                    }
                    MPVariable day = program.variable(1, 0);
                    if (isFrozen[i * calendar.days + d]) {
                        day.setLb(1);
                    }
                    booked.setCoefficient(day, slots);
                    int w = calendar.weekOf[d];
                    if (weeks[w] == null) {
                        weeks[w] = program.atMost(weekDays);
                    }
                    weeks[w].setCoefficient(day, 1);
                    if (isCapped(p, d)) {
                        places[d].setCoefficient(day, 1);
                    }
                }
            }
            return program.minimise();
        }
    }
}
