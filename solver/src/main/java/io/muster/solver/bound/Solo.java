package io.muster.solver.bound;

import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import java.util.Arrays;

/**
 * The best one staff member could have if nobody else were there. Every choice is tried, day by day: duty, absence, rest
 * between booked and unbooked neighbours, order, days of a week, one venue or none a day. Left out, which only makes the
 * figures smaller: the length of gaps, cohort mates, seats, and whether two rooms of a day share a venue.
 */
public final class Solo {

    /** Beyond so many modules trying every choice takes too long; then only single days are looked at. */
    static final int MOST_MODULES = 12;

    private static final int ENDS = 3;

    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Openings openings;
    private final int weekDays;

    // The staff member at hand.
    private int person;
    private int things;
    private int words;
    private int fullDays;
    private int[] requirementOf = {};
    private int[] needs = {};
    private boolean settledEarly;
    private long[] now = {};
    private long[] next = {};
    private long[] half = {};

    private long loss;
    private int mostSlots;
    private boolean[] possible = {};
    private int[] leastDays = {};
    private int[] leastFaceToFaceDays = {};

    /**
     * A solver for the people of a problem.
     *
     * @param problem the problem
     * @param openings its openings
     */
    public Solo(Problem problem, Openings openings) {
        this.problem = problem;
        this.openings = openings;
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        weekDays = Math.min(7, problem.dataSet.programme().limits().maxTrainingDaysPerStaffPerWeek());
    }

    /**
     * Looks at one staff member.
     *
     * @param p staff member
     */
    public void look(int p) {
        person = p;
        gather();
        if (things > MOST_MODULES) {
            lookAtDaysOnly();
            return;
        }
        prepare();
        run();
        conclude();
    }

    /** {@return the least weight of the staff member's requirements that every plan leaves unbooked} */
    public long loss() {
        return loss;
    }

    /** {@return whether the i-th requirement of the staff member can be booked at all} */
    public boolean isPossible(int i) {
        return possible[i];
    }

    /**
     * The least number of training days.
     *
     * @param more weight that may stay unbooked beyond {@link #loss()}, 0 or more
     * @return days no plan goes below
     */
    public int leastDays(int more) {
        return leastDays[Math.min(more, leastDays.length - 1)];
    }

    /** {@return the least number of face-to-face days, as {@link #leastDays(int)}} */
    public int leastFaceToFaceDays(int more) {
        return leastFaceToFaceDays[Math.min(more, leastFaceToFaceDays.length - 1)];
    }

    /** {@return the most slots that can be booked, whatever their weight} */
    public int mostSlots() {
        return mostSlots;
    }

    /** {@return the largest argument at which the least days still change} */
    public int mostMore() {
        return leastDays.length - 1;
    }

    /** Takes the requirements that no undecided prerequisite blocks. */
    private void gather() {
        int first = requirements.firstOf[person];
        int end = requirements.firstOf[person + 1];
        possible = new boolean[end - first];
        requirementOf = new int[end - first];
        things = 0;
        loss = 0;
        mostSlots = 0;
        for (int r = first; r < end; r++) {
            if (requirements.blocked[r]) {
                loss += weight(r);
            } else {
                requirementOf[things++] = r;
            }
        }
    }

    private int weight(int r) {
        return requirements.weightOf[r];
    }

    private void prepare() {
        words = Subsets.words(things);
        fullDays = days((1 << things) - 1);
        needs = new int[things];
        for (int i = 0; i < things; i++) {
            int module = requirements.moduleOf[requirementOf[i]];
            for (int before : curriculum.after[module]) {
                int q = requirements.at[person * curriculum.modules + before];
                if (q >= 0) {
                    int at = indexOf(q);
                    // A prerequisite that is blocked itself can never be there: -1 is met by no subset.
                    needs[i] = at < 0 || needs[i] < 0 ? -1 : needs[i] | 1 << at;
                }
            }
        }
        int size = (things + 1) * (weekDays + 1) * ENDS * words;
        if (now.length < size) {
            now = new long[size];
            next = new long[size];
            half = new long[1 << MOST_MODULES - 6];
        }
        Arrays.fill(now, 0, size, 0);
        now[at(0, 0, 0)] = 1;
    }

    private int indexOf(int requirement) {
        for (int i = 0; i < things; i++) {
            if (requirementOf[i] == requirement) {
                return i;
            }
        }
        return -1;
    }

    /** Position of the subsets booked on n days, inWeek of them in this week; end is 1 + the last slot of yesterday. */
    private int at(int n, int inWeek, int end) {
        return ((n * (weekDays + 1) + inWeek) * ENDS + end) * words;
    }

    private void run() {
        settledEarly = isSettled();
        int size = at(things + 1, 0, 0);
        int endBits = 0;
        for (int d = 0; d < calendar.days && !settledEarly; d++) {
            if (d > 0 && calendar.weekOf[d] != calendar.weekOf[d - 1]) {
                startWeek();
            }
            Arrays.fill(next, 0, size, 0);
            int bits = workforce.dayBits[person * calendar.days + d];
            leaveFree(endBits);
            book(d, bits);
            endBits = bits;
            long[] swap = now;
            now = next;
            next = swap;
            settledEarly = isSettled();
        }
    }

    /** Whether everything can be booked on as few days as its slots allow: nothing better is to be found. */
    private boolean isSettled() {
        int all = (1 << things) - 1;
        for (int inWeek = 0; inWeek <= weekDays; inWeek++) {
            if (Subsets.has(now, at(fullDays, inWeek, 0), all)) {
                return true;
            }
        }
        return false;
    }

    private void startWeek() {
        for (int n = 0; n <= things; n++) {
            for (int end = 0; end < ENDS; end++) {
                for (int inWeek = 1; inWeek <= weekDays; inWeek++) {
                    int from = at(n, inWeek, end);
                    Subsets.join(now, from, now, at(n, 0, end), words);
                    Arrays.fill(now, from, from + words, 0);
                }
            }
        }
    }

    /** The day is not booked: yesterday's training, where there was one, must leave rest before the day's duty. */
    private void leaveFree(int yesterday) {
        for (int n = 0; n <= things; n++) {
            for (int inWeek = 0; inWeek <= weekDays; inWeek++) {
                for (int end = 0; end < ENDS; end++) {
                    if (end == 0 || (yesterday & Workforce.END_OK << end - 1) != 0) {
                        Subsets.join(now, at(n, inWeek, end), next, at(n, inWeek, 0), words);
                    }
                }
            }
        }
    }

    private void book(int d, int bits) {
        int open = 0;
        for (int i = 0; i < things; i++) {
            open |= openings.isOpen(requirementOf[i], d) ? 1 << i : 0;
        }
        int free = bits & (1 << calendar.slots) - 1;
        if (open == 0 || free == 0) {
            return;
        }
        for (int n = 0; n < things; n++) {
            for (int inWeek = 0; inWeek < weekDays; inWeek++) {
                for (int end = 0; end < ENDS; end++) {
                    int from = at(n, inWeek, end);
                    if (!Subsets.isEmpty(now, from, words)) {
                        book(d, bits, free, open, from, n, inWeek, end);
                    }
                }
            }
        }
    }

    private void book(int d, int bits, int free, int open, int from, int n, int inWeek, int end) {
        for (int mask = 1; mask < 1 << calendar.slots; mask++) {
            if ((free & mask) != mask || !rests(d, bits, mask, end)) {
                continue;
            }
            int last = 31 - Integer.numberOfLeadingZeros(mask);
            boolean mayGoOn = calendar.dayAfter[d] >= 0;
            if (!mayGoOn && (bits & Workforce.END_OK << last) == 0) {
                continue;
            }
            int to = at(n + 1, inWeek + 1, mayGoOn ? last + 1 : 0);
            for (int i = 0; i < things; i++) {
                if ((open >> i & 1) == 0 || needs[i] < 0) {
                    continue;
                }
                if (mask < 3) {
                    if (slots(i) == 1) {
                        Subsets.addThing(now, from, i, needs[i], next, to, words);
                    }
                } else if (slots(i) == 2) {
                    Subsets.addThing(now, from, i, needs[i], next, to, words);
                } else {
                    bookPairs(i, open, from, to);
                }
            }
        }
    }

    private void bookPairs(int i, int open, int from, int to) {
        Arrays.fill(half, 0, words, 0);
        Subsets.addThing(now, from, i, needs[i], half, 0, words);
        for (int j = 0; j < things; j++) {
            if (j != i && (open >> j & 1) != 0 && needs[j] >= 0 && slots(j) == 1 && goTogether(i, j)) {
                Subsets.addThing(half, 0, j, needs[j], next, to, words);
            }
        }
    }

    /** Whether one may stand in the first slot and the other in the second of one day (H09, H11). */
    private boolean goTogether(int i, int j) {
        int first = requirements.moduleOf[requirementOf[i]];
        int second = requirements.moduleOf[requirementOf[j]];
        boolean apart = !curriculum.isDigital(first)
                && !curriculum.isDigital(second)
                && curriculum.delivery[first] != curriculum.delivery[second];
        boolean dependent = (needs[j] >> i & 1) != 0;
        return !apart && (!dependent || (curriculum.minGap[second] <= 0 && curriculum.maxGap[second] >= 0));
    }

    private boolean rests(int d, int bits, int mask, int end) {
        int start = Integer.numberOfTrailingZeros(mask);
        return end == 0
                ? (bits & Workforce.START_OK << start) != 0
                : calendar.dayBefore[d] >= 0 && calendar.restBetween[(end - 1) * calendar.slots + start];
    }

    private int slots(int i) {
        return curriculum.slots[requirements.moduleOf[requirementOf[i]]];
    }

    private void conclude() {
        long[] reached = new long[words];
        int subsets = 1 << things;
        int[] daysOf = new int[subsets];
        Arrays.fill(daysOf, Integer.MAX_VALUE);
        int together = 0;
        for (int n = 0; n <= things; n++) {
            Arrays.fill(reached, 0);
            for (int inWeek = 0; inWeek <= weekDays; inWeek++) {
                Subsets.join(now, at(n, inWeek, 0), reached, 0, words);
            }
            for (int subset = 0; subset < subsets; subset++) {
                if (daysOf[subset] == Integer.MAX_VALUE && (settledEarly || Subsets.has(reached, 0, subset))) {
                    daysOf[subset] = settledEarly ? days(subset) : n;
                    together |= subset;
                }
            }
        }
        int total = 0;
        for (int i = 0; i < things; i++) {
            total += weight(requirementOf[i]);
            possible[requirementOf[i] - requirements.firstOf[person]] = (together >> i & 1) != 0;
        }
        fillLeast(daysOf, total);
    }

    private void fillLeast(int[] daysOf, int total) {
        int[] allDays = new int[total + 1];
        int[] roomDays = new int[total + 1];
        Arrays.fill(allDays, Integer.MAX_VALUE);
        Arrays.fill(roomDays, Integer.MAX_VALUE);
        int least = total;
        for (int subset = 0; subset < daysOf.length; subset++) {
            if (daysOf[subset] == Integer.MAX_VALUE) {
                continue;
            }
            int lost = total;
            int slots = 0;
            for (int i = 0; i < things; i++) {
                if ((subset >> i & 1) != 0) {
                    lost -= weight(requirementOf[i]);
                    slots += slots(i);
                }
            }
            mostSlots = Math.max(mostSlots, slots);
            least = Math.min(least, lost);
            allDays[lost] = Math.min(allDays[lost], daysOf[subset]);
            roomDays[lost] = Math.min(roomDays[lost], faceToFaceDays(subset));
        }
        loss += least;
        leastDays = runningLeast(allDays, least);
        leastFaceToFaceDays = runningLeast(roomDays, least);
    }

    private static int[] runningLeast(int[] values, int from) {
        int[] least = Arrays.copyOfRange(values, from, values.length);
        for (int i = 1; i < least.length; i++) {
            least[i] = Math.min(least[i], least[i - 1]);
        }
        return least;
    }

    /** The fewest days that hold a subset's slots: half-days pair up, but never in a room and virtually on one day. */
    private int days(int subset) {
        int long2 = 0;
        int room = 0;
        int virtual = 0;
        int digital = 0;
        for (int i = 0; i < things; i++) {
            if ((subset >> i & 1) == 0) {
                continue;
            }
            int module = requirements.moduleOf[requirementOf[i]];
            if (curriculum.slots[module] == 2 || calendar.slots == 1) {
                long2++;
            } else if (curriculum.isDigital(module)) {
                digital++;
            } else if (curriculum.isFaceToFace(module)) {
                room++;
            } else {
                virtual++;
            }
        }
        int places = room % 2 + virtual % 2;
        return long2 + (room + 1) / 2 + (virtual + 1) / 2 + (Math.max(0, digital - places) + 1) / 2;
    }

    private int faceToFaceDays(int subset) {
        int whole = 0;
        int halves = 0;
        for (int i = 0; i < things; i++) {
            int module = requirements.moduleOf[requirementOf[i]];
            if ((subset >> i & 1) != 0 && curriculum.isFaceToFace(module)) {
                if (curriculum.slots[module] == 2 || calendar.slots == 1) {
                    whole++;
                } else {
                    halves++;
                }
            }
        }
        return whole + (halves + 1) / 2;
    }

    /** With too many modules to try every choice: what has no day at all is lost. */
    private void lookAtDaysOnly() {
        int weightLeft = 0;
        for (int i = 0; i < things; i++) {
            int r = requirementOf[i];
            boolean any = false;
            for (int d = Math.max(0, requirements.firstDay[r]); d <= requirements.lastDay[r] && !any; d++) {
                int bits = workforce.dayBits[person * calendar.days + d];
                int free = Integer.bitCount(bits & (1 << calendar.slots) - 1);
                any = free >= slots(i) && openings.isOpen(r, d);
            }
            possible[r - requirements.firstOf[person]] = any;
            if (any) {
                weightLeft += weight(r);
            } else {
                loss += weight(r);
            }
        }
        // A day a slot-full of modules is all that is sure here, and that only while nothing more is dropped.
        leastDays = new int[weightLeft + 1];
        leastFaceToFaceDays = new int[weightLeft + 1];
        int slots = 0;
        int roomSlots = 0;
        int largest = 1;
        mostSlots = 0;
        for (int i = 0; i < things; i++) {
            int r = requirementOf[i];
            if (possible[r - requirements.firstOf[person]]) {
                slots += slots(i);
                roomSlots += curriculum.isFaceToFace(requirements.moduleOf[r]) ? slots(i) : 0;
                largest = Math.max(largest, slots(i));
            }
        }
        mostSlots = slots;
        for (int more = 0; more <= weightLeft; more++) {
            leastDays[more] = ceil(Math.max(0, slots - more * largest), calendar.slots);
            leastFaceToFaceDays[more] = ceil(Math.max(0, roomSlots - more * largest), calendar.slots);
        }
    }

    private static int ceil(int value, int by) {
        return (value + by - 1) / by;
    }
}
