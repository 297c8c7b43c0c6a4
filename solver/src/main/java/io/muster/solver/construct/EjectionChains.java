package io.muster.solver.construct;

import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Books the last unbooked by ejection chains: where somebody could come but for a full team-day, a full class or a clash of
 * their own, whoever is in the way is moved elsewhere, who may push aside others in turn. A chain that does not end well
 * is taken back; one that leaves out somebody of less weight than it books ends well too. Sessions are opened where that
 * is what is missing. The work is bounded by a count, not by the clock, so the plan is the same each time.
 */
public final class EjectionChains {

    /** Whom chains may move. */
    public interface Guard {

        /** Whether somebody's booking may be taken to make room for another. */
        boolean mayPushAside(int requirement);

        /**
         * Whether a chain that ended well may stay.
         *
         * @param moved requirements whose bookings it took out, booked elsewhere meanwhile or not
         */
        boolean accepts(List<Integer> moved);

        /**
         * Whether a change that books nobody more may stay, for what it may lead to.
         *
         * @param moved requirements whose bookings it took out, booked elsewhere meanwhile or not
         */
        default boolean acceptsForNothing(List<Integer> moved) {
            return true;
        }
    }

    /** Anybody may be moved. */
    static final Guard ANYBODY = new Guard() {
        @Override
        public boolean mayPushAside(int requirement) {
            return true;
        }

        @Override
        public boolean accepts(List<Integer> moved) {
            return true;
        }
    };

    private static final long SEED = 20_250_407;

    /** One round over all unbooked: how many may push aside others in a row, and whether sessions may be opened. */
    private record Round(int depth, boolean opening, int work) {}

    /** Cheap ways first. Work counts places looked at, for one requirement. */
    private static final List<Round> ROUNDS = List.of(
            new Round(1, false, 4_000),
            new Round(0, true, 2_000),
            new Round(1, true, 10_000),
            new Round(2, true, 40_000),
            new Round(3, true, 80_000));

    /** Places looked at for each requirement of the problem, and at least this many, before it ends. */
    private static final long WORK_PER_REQUIREMENT = 150;

    private static final long LEAST_WORK = 5_000_000;
    /** Unbooked without priority that a round tries in a row without success before it ends: a shortage, then. */
    private static final int MOST_IN_VAIN = 1_000;
    /** What a booking counts for. */
    private static final int BOOKING_WORK = 10;

    private final PlanState state;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;
    private final TrainerPicker trainers;
    private final SeatFiller seats;
    private final Guard guard;
    private final Journal journal;
    private final List<Integer> roomsByPrice = new ArrayList<>();
    /** Requirements that the chain at hand has placed: they are not pushed aside again. */
    private final boolean[] placed;

    /** The same, in order. */
    private final List<Integer> chain = new ArrayList<>();

    private final Random random = new Random(SEED);
    private long workLeft;
    private boolean opening;
    /** Weight that the chain at hand may still leave out. */
    private int slack;

    EjectionChains(PlanState state, TrainerPicker trainers) {
        this(state, trainers, ANYBODY);
    }

    /**
     * Chains on a plan.
     *
     * @param state the plan
     * @param trainers picks trainers where sessions are opened
     * @param guard whom they may move
     */
    public EjectionChains(PlanState state, TrainerPicker trainers, Guard guard) {
        this.state = state;
        this.trainers = trainers;
        this.guard = guard;
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
        seats = new SeatFiller(state);
        journal = new Journal(state);
        placed = new boolean[requirements.count];
        for (int room = 0; room < estate.rooms; room++) {
            roomsByPrice.add(room);
        }
        roomsByPrice.sort(Comparator.comparingLong(room -> estate.pencePerSlot[room]));
    }

    /** Books what can be booked within the work, or until it is stopped. */
    void run(BooleanSupplier isStopped) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < state.unbookedCount(); i++) {
            all.add(state.unbooked(i));
        }
        run(all, Math.max(LEAST_WORK, WORK_PER_REQUIREMENT * requirements.count), isStopped);
    }

    /**
     * Books what can be booked of some requirements.
     *
     * @param wanted the requirements; those booked are left out
     * @param most places looked at before it ends
     */
    public void run(List<Integer> wanted, long most) {
        run(wanted, most, () -> false);
    }

    private void run(List<Integer> wanted, long most, BooleanSupplier isStopped) {
        for (Round round : ROUNDS) {
            long left = most / ROUNDS.size();
            int vain = 0;
            for (int r : unbooked(wanted)) {
                if (left <= 0
                        || (vain >= MOST_IN_VAIN && requirements.priorityOf[r] == 0)
                        || isStopped.getAsBoolean()) {
                    break;
                }
                if (!state.isBooked(r)) {
                    long shortfall = state.shortfall();
                    workLeft = round.work();
                    opening = round.opening();
                    if (!insertFirst(r, round.depth()) && round.depth() > 0) {
                        replan(requirements.staffOf[r], round.depth() - 1);
                    }
                    left -= round.work() - Math.max(0, workLeft);
                    vain = state.shortfall() < shortfall ? 0 : vain + 1;
                }
            }
        }
    }

    /** The unbooked that may be booked one by one: greatest weight first, prerequisites first, then in no order. */
    private List<Integer> unbooked(List<Integer> wanted) {
        List<Integer> list = new ArrayList<>();
        for (int r : wanted) {
            if (!state.isBooked(r) && !requirements.blocked[r] && !problem.isTogether(r)) {
                list.add(r);
            }
        }
        Collections.shuffle(list, random);
        list.sort(Comparator.<Integer>comparingInt(r -> -requirements.priorityOf[r])
                .thenComparingInt(r -> curriculum.rank[requirements.moduleOf[r]]));
        return list;
    }

    private boolean mayTakeOut(int r) {
        return !problem.isTogether(r) && mayMove(r) && state.canUnbook(r);
    }

    private boolean mayMove(int r) {
        return !problem.baseline.isPinned[r] && guard.mayPushAside(r);
    }

    private boolean insertFirst(int r, int depth) {
        slack = requirements.priorityOf[r];
        return end(insert(r, depth));
    }

    /** Ends a chain; what it did stays if that is wanted and permitted. */
    private boolean end(boolean wanted) {
        boolean keep = wanted && guard.accepts(journal.takenSince(0));
        if (!keep) {
            journal.rollBack(0);
        }
        journal.keep();
        for (int r : chain) {
            placed[r] = false;
        }
        chain.clear();
        return keep;
    }

    /** Takes a person's bookings out and books them anew, prerequisites as early as can be. */
    private void replan(int p, int depth) {
        List<Integer> items = new ArrayList<>();
        long before = 0;
        for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
            if (!problem.isTogether(r) && (!state.isBooked(r) || mayMove(r))) {
                items.add(r);
                before += state.isBooked(r) ? 1 + requirements.priorityOf[r] : 0;
            }
        }
        items.sort(Comparator.<Integer>comparingInt(r -> curriculum.rank[requirements.moduleOf[r]])
                .thenComparingInt(r -> -requirements.priorityOf[r])
                .thenComparingInt(r -> r));
        for (int i = items.size() - 1; i >= 0; i--) {
            if (state.isBooked(items.get(i))) {
                if (!mayTakeOut(items.get(i))) {
                    end(false);
                    return;
                }
                journal.unbook(items.get(i));
            }
        }
        slack = 0;
        long after = 0;
        for (int r : items) {
            if (!requirements.blocked[r] && (isFollowed(r) ? insertEarly(r, depth) : insert(r, depth))) {
                after += 1 + requirements.priorityOf[r];
            }
        }
        end(after > before);
    }

    private boolean isFollowed(int r) {
        int p = requirements.staffOf[r];
        for (int n : curriculum.dependents[requirements.moduleOf[r]]) {
            if (requirements.at[p * curriculum.modules + n] >= 0) {
                return true;
            }
        }
        return false;
    }

    // ---- One requirement -------------------------------------------------------------------------------------------

    /** Books a requirement in the cheapest free seat, else on the first day on which others can be moved. */
    private boolean insert(int r, int depth) {
        workLeft -= calendar.days;
        int session = seats.cheapestSeat(r);
        if (session >= 0) {
            place(r, session);
            return true;
        }
        return depth == 0 && !opening ? leaveOut(r) : insertEarly(r, depth);
    }

    /** Books a requirement on the first day that can be had. */
    private boolean insertEarly(int r, int depth) {
        for (int d = requirements.firstDay[r]; d <= requirements.lastDay[r] && workLeft > 0; d++) {
            for (int slot = 0; slot < calendar.slots; slot++) {
                if (insertOn(r, d, slot, depth)) {
                    return true;
                }
            }
        }
        return leaveOut(r);
    }

    private boolean leaveOut(int r) {
        int weight = 1 + requirements.priorityOf[r];
        if (weight > slack) {
            return false;
        }
        slack -= weight;
        return true;
    }

    private void place(int r, int session) {
        workLeft -= BOOKING_WORK;
        journal.book(r, session);
        placed[r] = true;
        chain.add(r);
    }

    private boolean insertOn(int r, int d, int slot, int depth) {
        int p = requirements.staffOf[r];
        int module = requirements.moduleOf[r];
        int mask = curriculum.slotMask(module, slot);
        int bits = workforce.dayBits[p * calendar.days + d];
        workLeft--;
        if ((bits & mask) != mask || !curriculum.fitsSlot(module, slot)) {
            return false;
        }
        int mark = journal.mark();
        if (!takeOutOwn(p, d, mask, depth)) {
            return false;
        }
        boolean blocked = state.maskOn(p, d) == 0
                && (bits & Workforce.ON_DUTY) != 0
                && state.headroom(workforce.teamOn(p, d), d) <= 0;
        if (!blocked) {
            if (seat(r, d, slot, depth, mark)) {
                return true;
            }
        } else if (depth > 0) {
            for (int mate : workforce.membersOf[workforce.teamOn(p, d)]) {
                int from = journal.mark();
                if (mate != p
                        && workforce.teamOn(mate, d) == workforce.teamOn(p, d)
                        && workLeft > 0
                        && state.maskOn(mate, d) != 0
                        && (workforce.dayBits[mate * calendar.days + d] & Workforce.ON_DUTY) != 0) {
                    if (takeOutDay(mate, d) && seat(r, d, slot, depth, mark)) {
                        return true;
                    }
                    journal.rollBack(from);
                }
            }
        }
        journal.rollBack(mark);
        return false;
    }

    /** Takes out a person's bookings that clash with slots of a day; false: there are some that stay. */
    private boolean takeOutOwn(int p, int d, int mask, int depth) {
        if ((state.maskOn(p, d) & mask) == 0) {
            return true;
        }
        int mark = journal.mark();
        for (int q = requirements.firstOf[p]; q < requirements.firstOf[p + 1]; q++) {
            if (state.isBooked(q) && state.dayOf(q) == d && (state.maskOf(q) & mask) != 0) {
                if (depth == 0 || placed[q] || !mayTakeOut(q)) {
                    journal.rollBack(mark);
                    return false;
                }
                journal.unbook(q);
            }
        }
        return true;
    }

    /** Takes out all bookings of a person on a day; false, with some of them out, when one must stay. */
    private boolean takeOutDay(int p, int d) {
        boolean again = true;
        while (again && state.maskOn(p, d) != 0) {
            again = false;
            for (int q = requirements.firstOf[p]; q < requirements.firstOf[p + 1]; q++) {
                if (state.isBooked(q) && state.dayOf(q) == d && !placed[q] && mayTakeOut(q)) {
                    journal.unbook(q);
                    again = true;
                }
            }
        }
        return state.maskOn(p, d) == 0;
    }

    /** Seats a requirement on a day and slot, then books elsewhere whoever was pushed aside since a mark. */
    private boolean seat(int r, int d, int slot, int depth, int mark) {
        int module = requirements.moduleOf[r];
        List<Integer> ejected = journal.takenSince(mark);
        int from = journal.mark();
        if (curriculum.isDigital(module)) {
            int session = estate.digitalSession(module, d, slot);
            return state.canPlace(r, session) && settle(r, session, ejected, depth, from);
        }
        boolean reachable = false;
        for (int i = 0; i < state.openCount(module, d, slot); i++) {
            int session = state.openAt(module, d, slot, i);
            workLeft--;
            if (state.canPlace(r, session)) {
                reachable = true;
                if (state.hasSeat(session) && settle(r, session, ejected, depth, from)) {
                    return true;
                }
            }
        }
        int session = opening ? open(r, d, slot) : -1;
        if (session >= 0) {
            return settle(r, session, ejected, depth, from);
        }
        if (!reachable || depth == 0) {
            return false;
        }
        for (int i = 0; i < state.openCount(module, d, slot) && workLeft > 0; i++) {
            int full = state.openAt(module, d, slot, i);
            if (state.canPlace(r, full) && !state.hasSeat(full) && pushAside(r, full, ejected, depth)) {
                return true;
            }
        }
        return false;
    }

    /** Takes the seat of each attendee of a full session in turn, until everybody has a place. */
    private boolean pushAside(int r, int session, List<Integer> ejected, int depth) {
        int from = journal.mark();
        for (int other : state.attendees(session)) {
            if (workLeft > 0 && !placed[other] && mayTakeOut(other)) {
                journal.unbook(other);
                List<Integer> all = new ArrayList<>(ejected);
                all.add(other);
                if (settle(r, session, all, depth, from)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Books a requirement, and elsewhere those pushed aside for it; takes all back to a mark when that fails. */
    private boolean settle(int r, int session, List<Integer> ejected, int depth, int from) {
        int placedBefore = chain.size();
        int slackBefore = slack;
        place(r, session);
        List<Integer> inOrder = new ArrayList<>(ejected);
        inOrder.sort(Comparator.comparingInt(q -> curriculum.rank[requirements.moduleOf[q]]));
        for (int q : inOrder) {
            if (!insert(q, Math.max(0, depth - 1))) {
                journal.rollBack(from);
                while (chain.size() > placedBefore) {
                    placed[chain.remove(chain.size() - 1)] = false;
                }
                slack = slackBefore;
                return false;
            }
        }
        return true;
    }

    /** Opens a session in the cheapest room of a venue that suits; -1: nowhere. */
    private int open(int r, int d, int slot) {
        int module = requirements.moduleOf[r];
        boolean[] seen = new boolean[estate.venues + 1];
        for (int room : roomsByPrice) {
            int venue = estate.venueOf[room] < 0 ? estate.venues : estate.venueOf[room];
            int session = estate.sessionAt(room, d, slot);
            if (seen[venue] || !state.isFree(session, module)) {
                continue;
            }
            workLeft--;
            if (state.canPlace(r, session)) {
                seen[venue] = true;
                if (trainers.staff(session, module, -1, -1)) {
                    return session;
                }
            }
        }
        return -1;
    }
}
