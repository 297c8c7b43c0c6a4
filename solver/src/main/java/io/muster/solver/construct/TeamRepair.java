package io.muster.solver.construct;

import io.muster.solver.bound.Alone;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Books those who lack more than they would if alone: they and some of those who share their team's ceiling, or who hold
 * the seats they need, lose their bookings, and each is planned anew as a whole, whoever has the fewest days first. Days on
 * which many of them could come are dear. What covers less is undone. It ends when nobody lacks more than alone, or when
 * the work is done, which is a count and not the clock: the plan is the same each time.
 */
public final class TeamRepair {

    private static final long SEED = 20_250_407;
    /** People planned anew before it ends: some five seconds. */
    private static final int MOST_PLANNED = 20_000;
    /** People planned anew without a better coverage before it ends: at most this many ... */
    private static final int MOST_IN_VAIN = 6_000;
    /** ... and in small programmes this many, and one more for each requirement. */
    private static final int LEAST_IN_VAIN = 600;
    /** How many others are taken out: one of these, at random. Few mostly do; now and then it takes half a team. */
    private static final int[] OTHERS = {1, 2, 3, 4, 6, 8, 12};
    /** Looks for each of them before fewer will do. */
    private static final int LOOKS = 4;
    /** One attempt in so many takes out holders of seats rather than mates of the team. */
    private static final int SEATS_EVERY = 4;
    /** One attempt in so many opens no session. */
    private static final int NO_OPENING_EVERY = 3;
    /** Price of a day on which one more of those who wait could come for each place, pence: some days' worth. */
    private static final double SCARCE_PENCE = 30_000;
    /** Share of the cost by which it may grow while coverage stays, so that the plan can change its shape. */
    private static final double DRIFT = 0.005;

    private final PlanState state;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final EjectionChains.Guard guard;
    private final Journal journal;
    private final PersonPlanner planner;
    private final Alone alone;
    private final long[] dayPence;
    private final Random random = new Random(SEED);
    private int planned;

    TeamRepair(PlanState state, TrainerPicker trainers) {
        this(state, trainers, EjectionChains.ANYBODY);
    }

    /**
     * A repair of a plan.
     *
     * @param state the plan
     * @param trainers picks trainers where sessions are opened
     * @param guard whom it may move
     */
    public TeamRepair(PlanState state, TrainerPicker trainers, EjectionChains.Guard guard) {
        this.state = state;
        this.guard = guard;
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        journal = new Journal(state);
        planner = new PersonPlanner(state, trainers, journal);
        alone = Alone.of(problem);
        dayPence = new long[calendar.days];
    }

    /**
     * How long it goes on.
     *
     * @param most people planned anew before it ends
     * @param mostInVain the same without a better coverage; small programmes end sooner
     */
    public record Work(int most, int mostInVain) {}

    /** Books what can be booked within the work. */
    void run() {
        run(r -> true, new Work(MOST_PLANNED, MOST_IN_VAIN));
    }

    /**
     * Books what can be booked of some requirements.
     *
     * @param isWanted which unbooked requirements are to be booked
     * @param work how long it goes on
     */
    public void run(IntPredicate isWanted, Work work) {
        planned = 0;
        int successAt = 0;
        int mostInVain = Math.min(work.mostInVain(), LEAST_IN_VAIN + requirements.count);
        long mostCost = mostCost();
        int p = randomShort(isWanted);
        while (p >= 0 && planned < work.most() && planned - successAt < mostInVain) {
            long shortfall = state.shortfall();
            List<Integer> people = with(p);
            people.forEach(this::takeOut);
            planAnew(people);
            boolean better = state.shortfall() < shortfall;
            List<Integer> moved = journal.takenSince(0);
            boolean equal = state.shortfall() == shortfall
                    && state.cost().total() <= mostCost
                    && guard.acceptsForNothing(moved);
            boolean keep = state.hardPoints() == 0 && (better || equal) && guard.accepts(moved);
            if (!keep) {
                journal.rollBack(0);
            } else if (better) {
                successAt = planned;
                mostCost = mostCost();
            }
            journal.keep();
            p = randomShort(isWanted);
        }
    }

    private long mostCost() {
        long cost = state.cost().total();
        return cost + (long) (cost * DRIFT);
    }

    // ---- Who is short ----------------------------------------------------------------------------------------------

    /** Whether nobody lacks more than alone: no plan covers more. */
    boolean isDone() {
        for (int i = 0; i < state.unbookedCount(); i++) {
            if (isShort(requirements.staffOf[state.unbooked(i)])) {
                return false;
            }
        }
        return true;
    }

    /** Somebody, at random, who lacks more than alone, and lacks a requirement that is wanted; -1: nobody. */
    private int randomShort(IntPredicate isWanted) {
        int n = state.unbookedCount();
        int from = n == 0 ? 0 : random.nextInt(n);
        for (int i = 0; i < n; i++) {
            int r = state.unbooked((from + i) % n);
            if (!problem.isTogether(r) && isWanted.test(r) && isShort(requirements.staffOf[r])) {
                return requirements.staffOf[r];
            }
        }
        return -1;
    }

    private boolean isShort(int p) {
        long lacking = 0;
        for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
            lacking += state.isBooked(r) ? 0 : requirements.weightOf[r];
        }
        return lacking > alone.loss(p);
    }

    // ---- Who is taken out ------------------------------------------------------------------------------------------

    /** A staff member, and some who may be in the way. */
    private List<Integer> with(int p) {
        Set<Integer> people = new LinkedHashSet<>();
        people.add(p);
        int others = OTHERS[random.nextInt(OTHERS.length)];
        boolean seats = random.nextInt(SEATS_EVERY) == 0;
        for (int i = 0; i < LOOKS * others && people.size() <= others; i++) {
            int other = seats ? holderOfSeat(p) : mate(p);
            if (other >= 0) {
                people.add(other);
            }
        }
        return new ArrayList<>(people);
    }

    private int mate(int p) {
        int[] members = workforce.membersOf[workforce.teamOf[p]];
        return members[random.nextInt(members.length)];
    }

    /** Somebody in a session of something that a staff member lacks, when he or she could come; -1: none there. */
    private int holderOfSeat(int p) {
        int r = requirements.firstOf[p] + random.nextInt(requirements.firstOf[p + 1] - requirements.firstOf[p]);
        int span = requirements.lastDay[r] - requirements.firstDay[r] + 1;
        int module = requirements.moduleOf[r];
        if (state.isBooked(r) || span <= 0 || curriculum.isDigital(module)) {
            return -1;
        }
        int d = requirements.firstDay[r] + random.nextInt(span);
        int slot = random.nextInt(calendar.slots);
        int mask = curriculum.slotMask(module, slot);
        int open = state.openCount(module, d, slot);
        if (open == 0 || (workforce.dayBits[p * calendar.days + d] & mask) != mask) {
            return -1;
        }
        int session = state.openAt(module, d, slot, random.nextInt(open));
        return requirements.staffOf[state.attendee(session, random.nextInt(state.countOf(session)))];
    }

    /** Takes out a staff member's bookings, but for those that stay and what these rest on. */
    private void takeOut(int p) {
        List<Integer> booked = new ArrayList<>();
        for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
            if (state.isBooked(r)) {
                booked.add(r);
            }
        }
        booked.sort(Comparator.comparingInt(r -> -curriculum.rank[requirements.moduleOf[r]]));
        for (int r : booked) {
            if (mayMove(r) && !isFollowed(r)) {
                int session = state.sessionOf(r);
                if (!problem.estate.isDigital(session) && state.countOf(session) == 1) {
                    planner.sessionsChanged(state.dayOf(r));
                }
                journal.unbook(r);
            }
        }
    }

    private boolean isFollowed(int r) {
        for (int n : curriculum.dependents[requirements.moduleOf[r]]) {
            int q = requirements.at[requirements.staffOf[r] * curriculum.modules + n];
            if (q >= 0 && state.isBooked(q)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayMove(int r) {
        return !problem.baseline.isPinned[r] && !problem.isTogether(r) && guard.mayPushAside(r);
    }

    // ---- Planned anew ----------------------------------------------------------------------------------------------

    /** Plans people in turn: next whoever has the fewest days left by then, more or less. */
    private void planAnew(List<Integer> people) {
        List<Integer> waiting = new ArrayList<>(people);
        double[] luck =
                people.stream().mapToDouble(p -> 0.5 + random.nextDouble()).toArray();
        boolean opening = random.nextInt(NO_OPENING_EVERY) > 0;
        while (!waiting.isEmpty()) {
            int p = waiting.remove(mostPressed(waiting, people, luck));
            priceDays(p, waiting);
            // Two halves of a day may want the same trainer: then seats that are there will do.
            if (!planner.book(p, dayPence, opening) && opening) {
                planner.book(p, dayPence, false);
            }
            planned++;
        }
    }

    private int mostPressed(List<Integer> waiting, List<Integer> people, double[] luck) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < waiting.size(); i++) {
            double days = daysLeft(waiting.get(i)) * luck[people.indexOf(waiting.get(i))];
            if (days < least) {
                least = days;
                best = i;
            }
        }
        return best;
    }

    private boolean mayCome(int p, int d) {
        int bits = workforce.dayBits[p * calendar.days + d];
        return (bits & (1 << calendar.slots) - 1) != 0
                && ((bits & Workforce.ON_DUTY) == 0 || state.headroom(workforce.teamOn(p, d), d) > 0);
    }

    private int daysLeft(int p) {
        int days = 0;
        for (int d = problem.baseline.firstFree; d < calendar.days; d++) {
            days += mayCome(p, d) ? 1 : 0;
        }
        return days;
    }

    /** Prices a staff member's days by how many of those who wait could come on them, for each place left. */
    private void priceDays(int p, List<Integer> waiting) {
        Arrays.fill(dayPence, 0);
        for (int d = problem.baseline.firstFree; d < calendar.days; d++) {
            if (mayCome(p, d)) {
                int team = workforce.teamOn(p, d);
                int rivals = 0;
                for (int q : waiting) {
                    rivals += workforce.teamOn(q, d) == team && mayCome(q, d) ? 1 : 0;
                }
                double scarcity = (double) rivals / Math.max(1, state.headroom(team, d));
                dayPence[d] = (long) (SCARCE_PENCE * scarcity * (0.5 + random.nextDouble()));
            }
        }
    }
}
