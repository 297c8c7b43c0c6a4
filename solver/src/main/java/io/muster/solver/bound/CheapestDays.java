package io.muster.solver.bound;

import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import java.util.Arrays;

/**
 * The cheapest bookings of one person at given tolls, if nobody else were there: every choice of days and half-days under
 * duty, absence, rest, order, days of a week and one venue a day. Left out, which only makes the figure smaller: the
 * length of gaps and cohort mates.
 */
final class CheapestDays {

    /** Beyond so many modules a person's choices are bounded one by one. */
    static final int MOST_MODULES = 10;

    private static final int NEVER = Integer.MAX_VALUE / 4;
    private static final int BOTH = 3;
    private static final int MOST_WEIGHT = 1000;
    /** What is known of a person with too many choices: nothing. */
    private static final long[] ANYTHING = {0};

    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Demand demand;
    private final Journeys journeys;
    private final Tolls tolls;
    private final int weekDays;
    /** Requirements of a person that may be booked on a day, as bits from the first: [staff * days + day]. */
    private final short[] open;

    // The person at hand.
    private int person;
    private int first;
    private int things;
    private int size;
    private final int[] needs = new int[Short.SIZE];
    private int[][] without = {};
    private int withoutThings = -1;
    /** Least pence of each subset after the day before, by days of this week; and with that day booked up to a slot. */
    private int[] free = {};

    private int[] booked = {};
    private int[] bookedNext = {};
    private boolean anyBooked;
    private boolean anyBookedNext;

    // What may be done on the day at hand.
    private int choices;
    private final int[] firstChoice = new int[BOTH + 2];
    private int[] choiceSet = new int[256];
    private int[] choiceNeeds = new int[256];
    private int[] choiceToll = new int[256];

    /** Least cost by weight left unbooked. */
    private long[] least = {};

    CheapestDays(Problem problem, Openings openings, Demand demand, Tolls tolls) {
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        this.demand = demand;
        this.problem = problem;
        journeys = new Journeys(problem, tolls);
        this.tolls = tolls;
        weekDays = Math.min(7, problem.dataSet.programme().limits().maxTrainingDaysPerStaffPerWeek());
        open = new short[workforce.staff * calendar.days];
        for (int r = 0; r < requirements.count; r++) {
            int p = requirements.staffOf[r];
            int bit = r - requirements.firstOf[p];
            if (bit >= MOST_MODULES || !demand.possible[r]) {
                continue;
            }
            for (int d = demand.earliest[r]; d <= requirements.lastDay[r]; d++) {
                int slots = workforce.dayBits[p * calendar.days + d] & (1 << calendar.slots) - 1;
                if (slots != 0 && openings.isOpen(r, d)) {
                    open[p * calendar.days + d] |= (short) (1 << bit);
                }
            }
        }
    }

    /** {@return whether prices are small enough for the sums of this class} */
    boolean canCount() {
        double day = problem.prices.abstractionDay
                + problem.prices.restDay
                + Arrays.stream(problem.estate.travelPence).max().orElse(0);
        double priority = (double) problem.prices.priorityWeek
                * Arrays.stream(requirements.priorityOf).max().orElse(0)
                * calendar.weeks;
        double seats = Arrays.stream(tolls.seat).max().orElse(0)
                + (double) Arrays.stream(tolls.booking).max().orElse(0);
        return ((day + 2 * priority) * Tolls.PARTS + 2 * seats) * MOST_MODULES < NEVER;
    }

    /** {@return whether anybody may be booked on a day} */
    boolean isUsed(int d) {
        for (int p = 0; p < workforce.staff; p++) {
            if (open[p * calendar.days + d] != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The least a person costs, tolls included.
     *
     * @param p staff member
     * @return never more than in any plan, by the weight left unbooked; {@link Long#MAX_VALUE} where that is impossible
     */
    long[] least(int p) {
        person = p;
        first = requirements.firstOf[p];
        things = requirements.firstOf[p + 1] - first;
        long all = 0;
        for (int r = first; r < requirements.firstOf[p + 1]; r++) {
            all += requirements.weightOf[r];
        }
        if (things > MOST_MODULES || all > MOST_WEIGHT) {
            return ANYTHING;
        }
        least = new long[(int) all + 1];
        Arrays.fill(least, Long.MAX_VALUE);
        prepare();
        for (int d = 0; d < calendar.days; d++) {
            if (d > 0 && calendar.weekOf[d] != calendar.weekOf[d - 1]) {
                startWeek();
            }
            day(d);
        }
        conclude();
        return least;
    }

    private void prepare() {
        size = 1 << things;
        for (int i = 0; i < things; i++) {
            int module = requirements.moduleOf[first + i];
            needs[i] = 0;
            for (int earlier : curriculum.after[module]) {
                int q = requirements.at[person * curriculum.modules + earlier];
                if (q >= 0) {
                    needs[i] |= 1 << q - first;
                }
            }
        }
        if (withoutThings != things) {
            withoutThings = things;
            without = new int[size][];
        }
        int layers = weekDays + 1;
        if (free.length < layers * size) {
            free = new int[layers * size];
            booked = new int[2 * layers * size];
            bookedNext = new int[2 * layers * size];
        }
        Arrays.fill(free, 0, layers * size, NEVER);
        Arrays.fill(booked, 0, 2 * layers * size, NEVER);
        Arrays.fill(bookedNext, 0, 2 * layers * size, NEVER);
        anyBooked = false;
        anyBookedNext = false;
        free[0] = 0;
    }

    private int[] without(int set) {
        int[] list = without[set];
        if (list == null) {
            int[] all = new int[size];
            int n = 0;
            for (int subset = 0; subset < size; subset++) {
                if ((subset & set) == 0) {
                    all[n++] = subset;
                }
            }
            list = Arrays.copyOf(all, n);
            without[set] = list;
        }
        return list;
    }

    private void startWeek() {
        for (int n = 1; n <= weekDays; n++) {
            join(free, n * size, free, 0);
            Arrays.fill(free, n * size, (n + 1) * size, NEVER);
            if (anyBooked) {
                for (int e = 0; e < 2; e++) {
                    int from = (e * (weekDays + 1) + n) * size;
                    join(booked, from, booked, e * (weekDays + 1) * size);
                    Arrays.fill(booked, from, from + size, NEVER);
                }
            }
        }
    }

    private void join(int[] from, int fromAt, int[] to, int toAt) {
        for (int s = 0; s < size; s++) {
            to[toAt + s] = Math.min(to[toAt + s], from[fromAt + s]);
        }
    }

    private void day(int d) {
        int at = person * calendar.days + d;
        int slots = workforce.dayBits[at] & (1 << calendar.slots) - 1;
        choices = 0;
        if (open[at] != 0 && slots != 0) {
            for (int mask = 1; mask < 1 << calendar.slots; mask++) {
                firstChoice[mask] = choices;
                if ((slots & mask) == mask && mayBook(d, mask)) {
                    gather(d, mask);
                }
            }
            firstChoice[1 << calendar.slots] = choices;
            // From the fullest weeks on, so that nobody is booked twice on one day.
            for (int n = weekDays - 1; choices > 0 && n >= 0; n--) {
                for (int mask = 1; mask < 1 << calendar.slots; mask++) {
                    if (firstChoice[mask] < firstChoice[mask + 1]) {
                        book(d, mask, n);
                    }
                }
            }
        }
        leaveFree(d);
    }

    /** Yesterday's bookings, where there were some, must leave rest before today's duty. */
    private void leaveFree(int d) {
        int layers = weekDays + 1;
        if (anyBooked) {
            int yesterday = workforce.dayBits[person * calendar.days + d - 1];
            for (int e = 0; e < calendar.slots; e++) {
                if ((yesterday & Workforce.END_OK << e) != 0) {
                    for (int n = 0; n <= weekDays; n++) {
                        join(booked, (e * layers + n) * size, free, n * size);
                    }
                }
            }
            Arrays.fill(booked, 0, 2 * layers * size, NEVER);
        }
        int[] swap = booked;
        booked = bookedNext;
        bookedNext = swap;
        anyBooked = anyBookedNext;
        anyBookedNext = false;
    }

    private boolean mayBook(int d, int mask) {
        int bits = workforce.dayBits[person * calendar.days + d];
        int start = Integer.numberOfTrailingZeros(mask);
        int last = 31 - Integer.numberOfLeadingZeros(mask);
        return ((bits & Workforce.START_OK << start) != 0 || anyBooked)
                && ((bits & Workforce.END_OK << last) != 0 || mayBookAfter(d));
    }

    private boolean mayBookAfter(int d) {
        return calendar.dayAfter[d] >= 0 && open[person * calendar.days + d + 1] != 0;
    }

    private void book(int d, int mask, int n) {
        int bits = workforce.dayBits[person * calendar.days + d];
        int start = Integer.numberOfTrailingZeros(mask);
        int last = 31 - Integer.numberOfLeadingZeros(mask);
        // Where tomorrow may be booked just as well after a free day, nobody need know that today is not one.
        boolean settled = (bits & Workforce.END_OK << last) != 0 && (!mayBookAfter(d) || startsAnyway(d + 1, last));
        int layers = weekDays + 1;
        int to = settled ? (n + 1) * size : (last * layers + n + 1) * size;
        int[] target = settled ? free : bookedNext;
        if ((bits & Workforce.START_OK << start) != 0) {
            extend(mask, free, n * size, target, to);
        }
        for (int e = 0; anyBooked && e < calendar.slots; e++) {
            if (calendar.restBetween[e * calendar.slots + start]) {
                extend(mask, booked, (e * layers + n) * size, target, to);
            }
        }
        anyBookedNext |= !settled;
    }

    private boolean startsAnyway(int d, int yesterdaysLast) {
        int bits = workforce.dayBits[person * calendar.days + d];
        for (int s = 0; s < calendar.slots; s++) {
            if ((bits & Workforce.START_OK << s) == 0 || !calendar.restBetween[yesterdaysLast * calendar.slots + s]) {
                return false;
            }
        }
        return true;
    }

    private void extend(int mask, int[] from, int fromAt, int[] to, int toAt) {
        for (int c = firstChoice[mask]; c < firstChoice[mask + 1]; c++) {
            int set = choiceSet[c];
            int needed = choiceNeeds[c];
            int toll = choiceToll[c];
            for (int subset : without(set)) {
                int sum = from[fromAt + subset] + toll;
                int reached = toAt + (subset | set);
                if (sum < to[reached] && (subset & needed) == needed) {
                    to[reached] = sum;
                }
            }
        }
    }

    /** What may be booked on a day in exactly the slots of a mask, and at which toll. */
    private void gather(int d, int mask) {
        int at = person * calendar.days + d;
        boolean onDuty = (workforce.dayBits[at] & Workforce.ON_DUTY) != 0;
        long base = (problem.prices.abstractionDay + (onDuty ? 0 : problem.prices.restDay)) * Tolls.PARTS;
        for (int i = 0; i < things; i++) {
            if ((open[at] >> i & 1) == 0) {
                continue;
            }
            int module = requirements.moduleOf[first + i];
            boolean inRoom = curriculum.isFaceToFace(module);
            if (mask == BOTH && curriculum.slots[module] == 1) {
                for (int j = 0; j < things; j++) {
                    int second = requirements.moduleOf[first + j];
                    if (j != i && (open[at] >> j & 1) != 0 && curriculum.slots[second] == 1 && goTogether(i, j)) {
                        int seats = (inRoom ? 1 : 0) + (curriculum.isFaceToFace(second) ? 1 : 0);
                        add(d, mask, 1 << i | 1 << j, base + own(i, d) + own(j, d), seats);
                    }
                }
            } else if (Integer.bitCount(mask) == curriculum.slots[module]) {
                add(d, mask, 1 << i, base + own(i, d), inRoom ? curriculum.slots[module] : 0);
            }
        }
    }

    private long own(int i, int d) {
        int module = requirements.moduleOf[first + i];
        return tolls.booking[module]
                + problem.prices.priorityWeek
                        * requirements.priorityOf[first + i]
                        * calendar.wholeWeeks[d]
                        * Tolls.PARTS;
    }

    private void add(int d, int mask, int set, long toll, int seats) {
        long sum = toll
                + (seats == 0 ? 0 : journeys.least(workforce.teamOn(person, d), workforce.needsOf[person], d, seats));
        if (sum >= Journeys.NONE) {
            return;
        }
        int needed = 0;
        for (int i = 0; i < things; i++) {
            needed |= (set >> i & 1) != 0 ? needs[i] : 0;
        }
        // Two may have been there already, the other way round; it costs the same.
        for (int c = firstChoice[mask]; c < choices; c++) {
            if (choiceSet[c] == set) {
                return;
            }
        }
        choiceSet[choices] = set;
        choiceNeeds[choices] = needed & ~set;
        choiceToll[choices++] = (int) sum;
    }

    /** Whether one may stand in the first slot and the other in the second of one day (H09, H11). */
    private boolean goTogether(int i, int j) {
        int before1 = requirements.moduleOf[first + i];
        int after1 = requirements.moduleOf[first + j];
        boolean apart = !curriculum.isDigital(before1)
                && !curriculum.isDigital(after1)
                && curriculum.delivery[before1] != curriculum.delivery[after1];
        if (apart || (needs[i] >> j & 1) != 0) {
            return false;
        }
        boolean dependent = (needs[j] >> i & 1) != 0;
        return !dependent || (curriculum.minGap[after1] <= 0 && curriculum.maxGap[after1] >= 0);
    }

    private void conclude() {
        int layers = weekDays + 1;
        if (anyBooked) {
            int lastDay = workforce.dayBits[person * calendar.days + calendar.days - 1];
            for (int e = 0; e < calendar.slots; e++) {
                for (int n = 0; n <= weekDays && (lastDay & Workforce.END_OK << e) != 0; n++) {
                    join(booked, (e * layers + n) * size, free, n * size);
                }
            }
        }
        for (int n = 1; n <= weekDays; n++) {
            join(free, n * size, free, 0);
        }
        for (int subset = 0; subset < size; subset++) {
            if (free[subset] < NEVER) {
                int weight = Math.toIntExact(Math.max(weight(~subset), demand.needs.lossOf[person]));
                least[weight] = Math.min(least[weight], free[subset]);
            }
        }
    }

    private long weight(int subset) {
        long weight = 0;
        for (int i = 0; i < things; i++) {
            weight += (subset >> i & 1) * (long) requirements.weightOf[first + i];
        }
        return weight;
    }
}
