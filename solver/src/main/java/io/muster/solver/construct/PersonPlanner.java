package io.muster.solver.construct;

import io.muster.data.model.TrainingModule;
import io.muster.solver.construct.DayChoices.Choice;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Books what one staff member lacks as well as can be while everybody else stays where they are: the most weight first, then
 * the least price, by a dynamic program over days, what is booked, days of the week and the end of the day before. What
 * keeps a gap to a prerequisite is booked after that, as a second step.
 */
final class PersonPlanner {

    private static final int ENDS = 3;
    /** A prerequisite that is not booked and not to be booked now: a bit that nothing sets. */
    private static final int NOT_HERE = 1 << DayChoices.MOST_THINGS;

    private static final long NEVER = Long.MAX_VALUE;

    private final PlanState state;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;
    private final TrainerPicker trainers;
    private final Journal journal;
    private final DayChoices days;
    private final int weekDays;
    private final int allSlots;

    // The staff member at hand.
    private int person;
    private int[] things = {};
    private int[] needs = {};
    /** Whether some of them keep a gap to another of them, and wait until that is booked. */
    private boolean waits;

    private final int[] fixedMask;
    private final int[] fixedVenue;
    private final int[] fixedInWeek;
    private long[] now = {};
    private long[] next = {};
    /** What led to a state: the state of the day before, and the choice. */
    private int[] from = {};

    private @Nullable Choice[] chosen = {};

    PersonPlanner(PlanState state, TrainerPicker trainers, Journal journal) {
        this.state = state;
        this.trainers = trainers;
        this.journal = journal;
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
        days = new DayChoices(state, trainers);
        weekDays = Math.min(7, problem.dataSet.programme().limits().maxTrainingDaysPerStaffPerWeek());
        allSlots = (1 << calendar.slots) - 1;
        fixedMask = new int[calendar.days];
        fixedVenue = new int[calendar.days];
        fixedInWeek = new int[calendar.weeks];
    }

    /** Tells that a session opened or closed on a day. */
    void sessionsChanged(int day) {
        days.sessionsChanged(day);
    }

    /**
     * Books what can be booked of a staff member's unbooked requirements, a cohort's aside.
     *
     * @param p staff member
     * @param dayPence price of a place under the team's ceiling on each day, on top of what a day costs
     * @param opening whether sessions may be opened
     * @return whether a choice was found and booked, or nothing was to be booked; if not, nothing is changed
     */
    boolean book(int p, long[] dayPence, boolean opening) {
        person = p;
        boolean isFirst = true;
        boolean isMore = true;
        while (isMore) {
            gather();
            lookAtFixed();
            int before = state.unbookedCount();
            int best = run(dayPence, opening);
            if (best < 0 || !realise(best)) {
                return !isFirst;
            }
            // With its prerequisite booked, what keeps a gap to it can be looked at.
            isMore = waits && state.unbookedCount() < before;
            isFirst = false;
        }
        return true;
    }

    private void gather() {
        int[] found = new int[DayChoices.MOST_THINGS];
        int n = 0;
        for (int r = requirements.firstOf[person]; r < requirements.firstOf[person + 1]; r++) {
            if (!state.isBooked(r) && !requirements.blocked[r] && !problem.isTogether(r) && n < found.length) {
                found[n++] = r;
            }
        }
        things = Arrays.copyOf(found, n);
        needs = new int[n];
        waits = false;
        for (int i = 0; i < n; i++) {
            for (int a : curriculum.after[requirements.moduleOf[things[i]]]) {
                int q = requirements.at[person * curriculum.modules + a];
                if (q >= 0 && !state.isBooked(q)) {
                    int at = indexOf(q);
                    boolean gap = at >= 0 && keepsGap(requirements.moduleOf[things[i]]);
                    waits |= gap;
                    needs[i] |= at < 0 || gap ? NOT_HERE : 1 << at;
                }
            }
        }
    }

    private boolean keepsGap(int module) {
        TrainingModule row = problem.dataSet.modules().get(module);
        return row.minGapDays() != null || row.maxGapDays() != null;
    }

    private int indexOf(int r) {
        for (int i = 0; i < things.length; i++) {
            if (things[i] == r) {
                return i;
            }
        }
        return -1;
    }

    private void lookAtFixed() {
        Arrays.fill(fixedMask, 0);
        Arrays.fill(fixedVenue, DayChoices.NOWHERE);
        Arrays.fill(fixedInWeek, 0);
        for (int r = requirements.firstOf[person]; r < requirements.firstOf[person + 1]; r++) {
            if (state.isBooked(r)) {
                int d = state.dayOf(r);
                fixedInWeek[calendar.weekOf[d]] += fixedMask[d] == 0 ? 1 : 0;
                fixedMask[d] |= state.maskOf(r);
                if (!estate.isDigital(state.sessionOf(r))) {
                    fixedVenue[d] = state.venueOf(state.sessionOf(r));
                }
            }
        }
    }

    // ---- The dynamic program ---------------------------------------------------------------------------------------

    private int stateAt(int inWeek, int end, int subset) {
        return (inWeek * ENDS + end) << things.length | subset;
    }

    /** {@return the state at the end of all days that books the most weight at the least price; -1: there is none} */
    private int run(long[] dayPence, boolean opening) {
        int size = (weekDays + 1) * ENDS << things.length;
        if (now.length < size) {
            now = new long[size];
            next = new long[size];
        }
        if (from.length < size * calendar.days) {
            from = new int[size * calendar.days];
            chosen = new @Nullable Choice[size * calendar.days];
        }
        Arrays.fill(now, 0, size, NEVER);
        now[0] = 0;
        for (int d = 0; d < calendar.days; d++) {
            Arrays.fill(next, 0, size, NEVER);
            int bits = workforce.dayBits[person * calendar.days + d];
            int free = freeSlots(d, bits);
            List<Choice> choices =
                    free == 0 ? List.of() : days.find(person, d, things, needs, free, fixedVenue[d], opening);
            goOn(d, bits, choices, dayPence[d], size);
            long[] swap = now;
            now = next;
            next = swap;
        }
        return best(size);
    }

    private int freeSlots(int d, int bits) {
        int free = bits & allSlots & ~fixedMask[d];
        boolean full = fixedMask[d] == 0
                && (bits & Workforce.ON_DUTY) != 0
                && state.headroom(workforce.teamOn(person, d), d) <= 0;
        return d < problem.baseline.firstFree || full ? 0 : free;
    }

    private void goOn(int d, int bits, List<Choice> choices, long dayPence, int size) {
        boolean newWeek = d == 0 || calendar.weekOf[d] != calendar.weekOf[d - 1];
        int yesterday = d == 0 ? 0 : workforce.dayBits[person * calendar.days + d - 1];
        int fixed = fixedMask[d];
        long price = fixed != 0
                ? 0
                : problem.prices.abstractionDay + ((bits & Workforce.ON_DUTY) != 0 ? dayPence : problem.prices.restDay);
        for (int s = 0; s < size; s++) {
            if (now[s] == NEVER) {
                continue;
            }
            int subset = s & (1 << things.length) - 1;
            int end = (s >> things.length) % ENDS;
            int inWeek = newWeek ? fixedInWeek[calendar.weekOf[d]] : (s >> things.length) / ENDS;
            if (fixed != 0) {
                if (d < problem.baseline.firstFree || rests(d, bits, fixed, end)) {
                    reach(d, stateAt(inWeek, endAfter(d, fixed), subset), now[s], s, null, size);
                }
            } else if (end == 0 || (yesterday & Workforce.END_OK << end - 1) != 0) {
                reach(d, stateAt(inWeek, 0, subset), now[s], s, null, size);
            }
            if (fixed == 0 && inWeek >= weekDays) {
                continue;
            }
            for (Choice choice : choices) {
                if ((choice.subset() & subset) == 0
                        && (choice.needs() & ~subset) == 0
                        && rests(d, bits, choice.mask() | fixed, end)) {
                    int to = stateAt(
                            fixed == 0 ? inWeek + 1 : inWeek,
                            endAfter(d, choice.mask() | fixed),
                            subset | choice.subset());
                    reach(d, to, now[s] + price + choice.pence(), s, choice, size);
                }
            }
        }
    }

    private void reach(int d, int to, long pence, int s, @Nullable Choice choice, int size) {
        if (pence < next[to]) {
            next[to] = pence;
            from[d * size + to] = s;
            chosen[d * size + to] = choice;
        }
    }

    private boolean rests(int d, int bits, int mask, int end) {
        int start = Integer.numberOfTrailingZeros(mask);
        int last = 31 - Integer.numberOfLeadingZeros(mask);
        boolean startOk = end == 0
                ? (bits & Workforce.START_OK << start) != 0
                : calendar.restBetween[(end - 1) * calendar.slots + start];
        return startOk && (calendar.dayAfter[d] >= 0 || (bits & Workforce.END_OK << last) != 0);
    }

    /** 1 + the last slot taken, or 0 where the next day is no training day. */
    private int endAfter(int d, int mask) {
        return calendar.dayAfter[d] < 0 ? 0 : 32 - Integer.numberOfLeadingZeros(mask);
    }

    private int best(int size) {
        int best = -1;
        int bestWeight = -1;
        for (int s = 0; s < size; s++) {
            if (now[s] == NEVER) {
                continue;
            }
            int weight = 0;
            for (int i = 0; i < things.length; i++) {
                weight += (s >> i & 1) != 0 ? requirements.weightOf[things[i]] : 0;
            }
            if (weight > bestWeight || (weight == bestWeight && now[s] < now[best])) {
                best = s;
                bestWeight = weight;
            }
        }
        return best;
    }

    // ---- Booking ---------------------------------------------------------------------------------------------------

    private boolean realise(int best) {
        int size = (weekDays + 1) * ENDS << things.length;
        int mark = journal.mark();
        long points = state.hardPoints();
        int s = best;
        boolean all = true;
        for (int d = calendar.days - 1; d >= 0 && all; d--) {
            Choice choice = chosen[d * size + s];
            s = from[d * size + s];
            all = choice == null || take(choice);
        }
        if (!all || state.hardPoints() > points) {
            journal.rollBack(mark);
            return false;
        }
        return true;
    }

    private boolean take(Choice choice) {
        int first = toOpen(choice.firstSession());
        int second = choice.second() < 0 ? -1 : toOpen(choice.secondSession());
        if (first >= 0 || second >= 0) {
            int firstModule = requirements.moduleOf[things[choice.first()]];
            int secondModule = second < 0 ? -1 : requirements.moduleOf[things[choice.second()]];
            if ((first >= 0 && !state.isFree(first, firstModule))
                    || (second >= 0 && !state.isFree(second, secondModule))
                    || !trainers.staff(first, firstModule, second, secondModule)) {
                return false;
            }
            days.sessionsChanged(estate.dayOf(choice.firstSession()));
        }
        journal.book(things[choice.first()], choice.firstSession());
        if (choice.second() >= 0) {
            journal.book(things[choice.second()], choice.secondSession());
        }
        return true;
    }

    /** {@return the session, if it does not run yet; -1 otherwise} */
    private int toOpen(int session) {
        return !estate.isDigital(session) && state.countOf(session) == 0 ? session : -1;
    }
}
