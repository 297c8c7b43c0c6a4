package io.muster.solver.bound;

import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Lower bounds that hold for every plan, by looking at each person (coverage) and at each person's least number of days
 * (cost) alone. Simple, and so loose: what people do to each other is left out, which can only make the bound smaller.
 */
public final class Bounds {

    static final String COVERAGE_DERIVATION =
            "Counts the requirements that no plan can book: blocked by an undecided prerequisite, or with no training day"
                    + " in their dates on which the person is on duty, present and rested, the team may spare anybody,"
                    + " and an open room in reach, with enough accredited trainers, has what the person needs; and, of"
                    + " people with fewer such days than their modules take, the cheapest of those too many.";
    static final String COST_DERIVATION =
            "Adds, for each person, the least number of training days at the price of a day, and of face-to-face days at"
                    + " the price of travel to the nearest venue that ever opens; and the least hire and trainers' day"
                    + " rates of the fewest sessions that hold everybody; all less what the unbooked of the reported"
                    + " shortfall could save at most.";

    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;
    private final Cadre cadre;
    /** Whether a module can be taught on a day at all, as far as trainers go: [module * days + day]. */
    private final boolean[] canTeach;
    /** Rooms of the data set that open on some training day. */
    private final int[] openRooms;

    private Bounds(Problem problem) {
        this.problem = problem;
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
        cadre = problem.cadre;
        canTeach = new boolean[curriculum.modules * calendar.days];
        for (int m = 0; m < curriculum.modules; m++) {
            for (int d = 0; d < calendar.days; d++) {
                canTeach[m * calendar.days + d] = enoughTrainers(m, d);
            }
        }
        openRooms = IntStream.range(0, estate.realRooms)
                .filter(room -> IntStream.range(0, calendar.days).anyMatch(d -> estate.open[room * calendar.days + d]))
                .toArray();
    }

    /**
     * The bounds.
     *
     * @param problem the problem
     * @param shortfall the coverage shortfall of the plan the cost bound is for
     * @return bounds that no plan goes below; the cost bound holds for every plan of that shortfall
     */
    public static LowerBounds of(Problem problem, long shortfall) {
        Bounds bounds = new Bounds(problem);
        return new LowerBounds(bounds.coverage(), bounds.cost(shortfall), COVERAGE_DERIVATION, COST_DERIVATION);
    }

    private boolean enoughTrainers(int module, int d) {
        int able = 0;
        int internals = 0;
        for (int t = 0; t < cadre.trainers; t++) {
            if (cadre.accredited[t * curriculum.modules + module]
                    && cadre.available[t * calendar.days + d]
                    && cadre.maxDaysPerWeek[t] > 0) {
                able++;
                internals += cadre.internal[t] ? 1 : 0;
            }
        }
        return able >= curriculum.trainers[module] && internals >= curriculum.internals[module];
    }

    private long coverage() {
        long bound = 0;
        boolean[] usable = new boolean[calendar.days];
        for (int p = 0; p < workforce.staff; p++) {
            Arrays.fill(usable, false);
            int slotsNeeded = 0;
            int leastWeight = Integer.MAX_VALUE;
            int largest = 1;
            for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
                int weight = 1 + requirements.priorityOf[r];
                if (requirements.blocked[r] || !hasDay(p, r, usable)) {
                    bound += weight;
                    continue;
                }
                leastWeight = Math.min(leastWeight, weight);
                slotsNeeded += curriculum.slots[requirements.moduleOf[r]];
                largest = Math.max(largest, curriculum.slots[requirements.moduleOf[r]]);
            }
            int slotsThere = 0;
            for (int d = 0; d < calendar.days; d++) {
                if (usable[d]) {
                    slotsThere +=
                            Integer.bitCount(workforce.dayBits[p * calendar.days + d] & (1 << calendar.slots) - 1);
                }
            }
            int over = slotsNeeded - slotsThere;
            if (over > 0) {
                bound += (long) leastWeight * ((over + largest - 1) / largest);
            }
        }
        return bound;
    }

    /** Whether a requirement could be booked on some day if everybody else made way; notes the days in {@code usable}. */
    private boolean hasDay(int p, int r, boolean[] usable) {
        int module = requirements.moduleOf[r];
        boolean any = false;
        for (int d = Math.max(0, requirements.firstDay[r]); d <= requirements.lastDay[r]; d++) {
            int bits = workforce.dayBits[p * calendar.days + d];
            boolean spared =
                    (bits & Workforce.ON_DUTY) == 0 || workforce.cap[workforce.teamOf[p] * calendar.days + d] > 0;
            if (!spared || !canTeach[module * calendar.days + d] || !hasRoom(p, module, d)) {
                continue;
            }
            for (int slot = 0; slot < calendar.slots; slot++) {
                int mask = curriculum.slotMask(module, slot);
                boolean fits = mask >> calendar.slots == 0 && (slot == 0 || curriculum.slots[module] == 1);
                if (fits && (bits & mask) == mask && restMayHold(d, bits, mask)) {
                    usable[d] = true;
                    any = true;
                }
            }
        }
        return any;
    }

    /** Rest may also hold because the neighbouring day is booked, or another slot of the day is not. */
    private boolean restMayHold(int d, int bits, int mask) {
        int start = Integer.numberOfTrailingZeros(mask);
        int end = 31 - Integer.numberOfLeadingZeros(mask);
        boolean startOk = (bits & Workforce.START_OK << start) != 0 || calendar.dayBefore[d] >= 0;
        boolean endOk = (bits & Workforce.END_OK << end) != 0 || calendar.dayAfter[d] >= 0;
        return startOk && endOk;
    }

    private boolean hasRoom(int p, int module, int d) {
        if (!curriculum.isFaceToFace(module)) {
            return true;
        }
        for (int room : openRooms) {
            if (estate.open[room * calendar.days + d]
                    && estate.reaches(workforce.teamOf[p], room)
                    && estate.meetsNeeds[workforce.needsOf[p] * estate.rooms + room]) {
                return true;
            }
        }
        return false;
    }

    private long cost(long shortfall) {
        long[] nearest = nearestTravel();
        long dayPence = 0;
        long dearestTravel = 0;
        int[] seatsNeeded = new int[curriculum.modules];
        for (int p = 0; p < workforce.staff; p++) {
            int slots = 0;
            int faceToFace = 0;
            for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
                int module = requirements.moduleOf[r];
                slots += curriculum.slots[module];
                faceToFace += curriculum.isFaceToFace(module) ? curriculum.slots[module] : 0;
                seatsNeeded[module]++;
            }
            long travel = nearest[workforce.teamOf[p]];
            dayPence += days(slots) * problem.prices.abstractionDay + days(faceToFace) * travel;
            if (faceToFace > 0) {
                dearestTravel = Math.max(dearestTravel, travel);
            }
        }
        // One unbooked requirement saves at most one day and one journey.
        dayPence -= shortfall * (problem.prices.abstractionDay + dearestTravel);
        return Math.max(0, dayPence) + sessionPence(seatsNeeded, shortfall);
    }

    private long days(int slots) {
        return (slots + calendar.slots - 1) / calendar.slots;
    }

    private long[] nearestTravel() {
        long[] nearest = new long[workforce.teams];
        for (int t = 0; t < workforce.teams; t++) {
            long least = Long.MAX_VALUE;
            for (int room : openRooms) {
                if (estate.reaches(t, room)) {
                    least = Math.min(least, estate.travelPence[t * estate.venues + estate.venueOf[room]]);
                }
            }
            nearest[t] = least == Long.MAX_VALUE ? 0 : least;
        }
        return nearest;
    }

    private long sessionPence(int[] seatsNeeded, long shortfall) {
        long pence = 0;
        long left = shortfall;
        for (int m = 0; m < curriculum.modules; m++) {
            if (curriculum.isDigital(m) || seatsNeeded[m] == 0) {
                continue;
            }
            int capacity = curriculum.isFaceToFace(m) ? largestRoom(m) : curriculum.maxClass[m];
            if (capacity <= 0) {
                continue;
            }
            // The unbooked may all be of this module.
            long seats = Math.max(0, seatsNeeded[m] - left);
            long sessions = (seats + capacity - 1) / capacity;
            long hire = curriculum.isFaceToFace(m) ? cheapestRoom() * curriculum.slots[m] : 0;
            long trainers = curriculum.trainers[m] * cheapestTrainer(m) * curriculum.slots[m] / calendar.slots;
            pence += sessions * (hire + trainers);
        }
        return pence;
    }

    private int largestRoom(int module) {
        int most = 0;
        for (int room : openRooms) {
            most = Math.max(most, problem.capacity(room, module));
        }
        return most;
    }

    private long cheapestRoom() {
        long least = Long.MAX_VALUE;
        for (int room : openRooms) {
            least = Math.min(least, estate.pencePerSlot[room]);
        }
        return least == Long.MAX_VALUE ? 0 : least;
    }

    private long cheapestTrainer(int module) {
        long least = Long.MAX_VALUE;
        for (int t = 0; t < cadre.trainers; t++) {
            if (cadre.accredited[t * curriculum.modules + module]) {
                least = Math.min(least, cadre.pencePerDay[t]);
            }
        }
        return least == Long.MAX_VALUE ? 0 : least;
    }
}
