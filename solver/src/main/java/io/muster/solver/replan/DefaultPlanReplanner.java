package io.muster.solver.replan;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.data.plan.Unbooked;
import io.muster.solver.PlanLoader;
import io.muster.solver.SearchSettings;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import io.muster.solver.bound.Bounds;
import io.muster.solver.construct.TeamRepair;
import io.muster.solver.construct.TrainerPicker;
import io.muster.solver.model.TrainingPlan;
import io.muster.solver.problem.BaselineBookings;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.PublishedPlan;
import io.muster.solver.problem.Requirements;
import io.muster.solver.search.TrainingSearch;
import io.muster.solver.state.Assignment;
import io.muster.solver.state.PlanState;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Repairs in steps, least disturbance first. Timefold's search goes on from the repaired plan where the lowest cost is
 * asked for, where many had to move, or where somebody found no place. Keep one for several re-plans of a programme: the
 * second is much quicker. Thread-safe.
 */
public final class DefaultPlanReplanner implements PlanReplanner {

    /** Steps of search for each requirement the repair found no place for ... */
    private static final long STEPS_FOR_EACH = 20_000;
    /** ... and for each booking that had to move, where many had ... */
    private static final long STEPS_FOR_EACH_MOVED = 300;
    /** ... and at most. */
    private static final long MOST_STEPS = 3_000_000;
    /** Kinds of move that save money by sending people to other rooms or days: left out where others may move. */
    private static final Map<String, Integer> COVERAGE_ONLY = leftOut(
            "swap days",
            "move day",
            "join days",
            "move one",
            "evacuate",
            "rehouse",
            "move class",
            "pair up",
            "flip class",
            "change day");

    /** Kinds of move that give sessions other trainers, rooms or times: nobody is to be told of those but who was hit. */
    private static final Map<String, Integer> PEOPLE_ONLY = leftOut(
            "rehouse",
            "move class",
            "flip class",
            "change day",
            "pair up",
            "pair trainers",
            "replace trainer",
            "restaff");

    /** How many times its price a change counts where others are moved for coverage: more than any saving is worth. */
    private static final int DEAR = 100;

    /** People planned anew at most, and in vain, for those still without a place, while only those who were hit may move. */
    private static final TeamRepair.Work OWN_WORK = new TeamRepair.Work(10_000, 6_000);
    /** The same when others may: some five seconds. */
    private static final TeamRepair.Work WORK = new TeamRepair.Work(20_000, 6_000);
    /** The same of a first try: half a second each. */
    private static final TeamRepair.Work FIRST_WORK = new TeamRepair.Work(10_000, 2_000);

    /** Bookings that nothing broke and that are moved at most: fewer than fifty people ... */
    private static final int MOST_OTHERS = 49;
    /** ... or one for so many that were hit, where a whole programme was. */
    private static final int HIT_FOR_EACH_OTHER = 10;

    /**
     * Bookings hit from which on a re-plan also looks for places for those whom the published plan left out; bookings
     * moved from which on those change places.
     */
    private static final int LARGE = 50;

    /** The problem of the last re-plan: the next one takes over what the disruptions do not touch. */
    private volatile @Nullable Problem latest;

    private static Map<String, Integer> leftOut(String... kinds) {
        Map<String, Integer> shares = new TreeMap<>();
        for (String kind : kinds) {
            shares.put(kind, 0);
        }
        return Collections.unmodifiableMap(shares);
    }

    @Override
    public Replan replan(ReplanRequest request, SolveListener listener) {
        listener.progress("load", Double.NaN, 0, 0, 0, 0);
        Problem problem = problem(request, request.pinned(), 1);
        PlanState state = PlanState.of(problem, published(request, problem));
        tell(listener, "repair", state);
        Repair repair = new Repair(state, request.policy(), newRequirements(request, problem));
        new LeastDisturbance(repair, mostOthers(request)).run();
        tell(listener, "repair", state);
        if (state.hardPoints() == 0) {
            state = cover(request, repair, state, listener);
            if (request.policy() != ReplanPolicy.FASTEST_COMPLETION) {
                state = settle(request, state, listener);
            }
            if (request.policy() == ReplanPolicy.LOWEST_COST) {
                state = searchForCost(request, state, listener);
            }
        }
        ReplanRows rows = new ReplanRows(request, state, oldBookings(request, problem));
        return new Replan(rows.sessionRows(), rows.bookingRows(), rows.unbookedRows(), rows.changeRows());
    }

    @Override
    public LowerBounds bounds(ReplanRequest request, Replan replan) {
        Problem problem = problem(request, request.pinned(), 1);
        long shortfall = 0;
        for (Unbooked row : replan.unbooked()) {
            shortfall +=
                    problem.requirements.weightOf[problem.requirementOf(new BookingKey(row.staffId(), row.moduleId()))];
        }
        return Bounds.ofReplan(problem, shortfall, SettledCost.of(problem, published(request, problem)));
    }

    /** The published plan without what may not be kept. */
    private static Assignment published(ReplanRequest request, Problem problem) {
        List<Booking> kept = request.voided().isEmpty()
                ? request.baseline().bookings()
                : request.baseline().bookings().stream()
                        .filter(booking -> !request.voided().contains(BookingKey.of(booking)))
                        .toList();
        return new PlanLoader(problem).load(request.baseline().sessions(), kept).assignment();
    }

    private Problem problem(ReplanRequest request, Set<BookingKey> pinned, int dearness) {
        PublishedPlan published = new PublishedPlan(
                request.baseline().sessions(),
                request.baseline().bookings(),
                request.broken(),
                request.voided(),
                pinned,
                dearness);
        Problem like = latest;
        Problem problem = like == null
                ? Problem.of(request.dataSet(), request.scope(), published)
                : Problem.of(request.dataSet(), request.scope(), published, like);
        latest = problem;
        return problem;
    }

    /**
     * Where many had to move, the places found for them one after the other are rarely the cheapest for all: they change
     * places among themselves and what is free, and nobody else moves.
     */
    private PlanState settle(ReplanRequest request, PlanState repaired, SolveListener listener) {
        Set<Integer> moved = moved(repaired);
        return moved.size() < LARGE
                ? repaired
                : search(
                        onlyMove(request, moved, repaired),
                        steps(request, STEPS_FOR_EACH_MOVED * moved.size(), PEOPLE_ONLY),
                        repaired,
                        listener);
    }

    /** The requirements whose broken bookings are on another day or slot, or dropped. */
    private static Set<Integer> moved(PlanState state) {
        BaselineBookings baseline = state.problem().baseline;
        Set<Integer> moved = new HashSet<>();
        for (int r = 0; r < state.problem().requirements.count; r++) {
            boolean isThere = state.isBooked(r) && baseline.isSame(r, state.dayOf(r), state.maskOf(r));
            if (baseline.isBooked[r] && !baseline.isPast[r] && baseline.isBroken[r] && !isThere) {
                moved.add(r);
            }
        }
        return moved;
    }

    /** Improves a repaired plan. */
    private PlanState searchForCost(ReplanRequest request, PlanState repaired, SolveListener listener) {
        Integer maxMoved = request.maxMoved();
        return maxMoved == null
                ? search(repaired.problem(), request.options(), repaired, listener)
                : searchWithin(maxMoved, request, repaired, listener);
    }

    /**
     * Improves a repaired plan and keeps to the most bookings that may be moved though nothing broke them. The search
     * cannot count: half of it moves whoever is worth moving, and is only a proposal; for the other half the most
     * worthwhile of those are free, as many as may be moved, and everybody else stays. The plan is never worse than the
     * repair of least disturbance.
     */
    private PlanState searchWithin(int maxMoved, ReplanRequest request, PlanState repaired, SolveListener listener) {
        PlanState start = better(leastDisturbance(request, repaired.problem(), listener), repaired);
        Set<Integer> movable = disturbed(start);
        if (movable.size() >= maxMoved) {
            return search(onlyMove(request, movable, start), request.options(), start, listener);
        }
        SolveOptions half = half(request.options());
        PlanState free = search(start.problem(), half, start, listener);
        Set<Integer> moved = disturbed(free);
        if (moved.size() <= maxMoved) {
            return search(onlyMove(request, moved, free), half, free, listener);
        }
        movable.addAll(new WorthwhileMoves(start, free).choose(maxMoved - movable.size()));
        return search(onlyMove(request, movable, start), half, start, listener);
    }

    private PlanState leastDisturbance(ReplanRequest request, Problem problem, SolveListener listener) {
        PlanState state = PlanState.of(problem, published(request, problem));
        Repair repair = new Repair(state, ReplanPolicy.LEAST_DISTURBANCE, newRequirements(request, problem));
        new LeastDisturbance(repair, mostOthers(request)).run();
        return state.hardPoints() > 0 ? state : settle(request, cover(request, repair, state, listener), listener);
    }

    /** The first unless the second is better. */
    private static PlanState better(PlanState first, PlanState second) {
        return Comparator.comparingLong(PlanState::hardPoints)
                                .thenComparingLong(PlanState::shortfall)
                                .thenComparingLong(state -> state.cost().total())
                                .compare(second, first)
                        < 0
                ? second
                : first;
    }

    /** The requirements whose bookings a plan moved or dropped though nothing broke them. */
    private static Set<Integer> disturbed(PlanState state) {
        Set<Integer> disturbed = new HashSet<>();
        for (int r = 0; r < state.problem().requirements.count; r++) {
            if (Repair.isDisturbed(state, r)) {
                disturbed.add(r);
            }
        }
        return disturbed;
    }

    private static SolveOptions half(SolveOptions options) {
        Duration time = options.timeLimit();
        Long steps = options.stepLimit();
        return new SolveOptions(
                options.seed(),
                time == null ? null : time.dividedBy(2),
                steps == null ? null : steps / 2,
                options.settings());
    }

    /**
     * Looks for places for those who might still be covered better: those who were hit or are new, and after anything large
     * those too whom the published plan left out. First whole people are planned anew. Where somebody who was hit is left
     * over then, a search goes on, and more people are planned anew.
     */
    private PlanState cover(ReplanRequest request, Repair repair, PlanState repaired, SolveListener listener) {
        int left = leftOver(repair, repaired);
        boolean large = request.broken().size() >= LARGE;
        if (repaired.unbookedCount() == 0 || (left == 0 && !large)) {
            return repaired;
        }
        Lacks lacks = new Lacks(repaired.problem());
        IntPredicate wanted = large ? r -> true : repair::isWanted;
        if (lacks.avoidable(repaired, wanted) == 0) {
            return repaired;
        }
        PlanState state = planAnew(request, repaired, lacks, wanted, FIRST_WORK, FIRST_WORK);
        tell(listener, "repair", state);
        if (lacks.avoidable(state, repair::isWanted) > 0) {
            state = searchForCoverage(request, repair, lacks, state, listener);
            state = planAnew(request, state, lacks, wanted, OWN_WORK, WORK);
            tell(listener, "repair", state);
        }
        return state;
    }

    /**
     * Searches for places for those who were hit or are new: first those who were hit change places, with other rooms and
     * trainers for all; then others are moved too, at a price that coverage alone is worth, unless that moves too many.
     */
    private PlanState searchForCoverage(
            ReplanRequest request, Repair repair, Lacks lacks, PlanState repaired, SolveListener listener) {
        int left = lacks.avoidable(repaired, repair::isWanted);
        PlanState state =
                search(onlyHitMove(request), steps(request, STEPS_FOR_EACH * left, Map.of()), repaired, listener);
        left = lacks.avoidable(state, repair::isWanted);
        if (left > 0 && request.maxMoved() == null) {
            Problem dear = problem(request, request.pinned(), DEAR);
            PlanState others = search(dear, steps(request, STEPS_FOR_EACH * left, COVERAGE_ONLY), state, listener);
            state = disturbed(others).size() <= mostOthers(request) ? others : state;
        }
        return state;
    }

    /**
     * Looks for places for the last by planning whole people anew, first those who were hit; what was published counts so
     * much that nobody leaves it but for coverage.
     */
    private PlanState planAnew(
            ReplanRequest request,
            PlanState state,
            Lacks lacks,
            IntPredicate wanted,
            TeamRepair.Work ownWork,
            TeamRepair.Work work) {
        Problem dear = problem(request, request.pinned(), DEAR);
        Repair repair =
                new Repair(PlanState.of(dear, state.assignment()), request.policy(), newRequirements(request, dear));
        IntPredicate worthIt = r -> wanted.test(r) && lacks.isAvoidable(repair.state, repair.requirements.staffOf[r]);
        Disturbance disturbance = new Disturbance(repair, mostOthers(request));
        TeamRepair teams = new TeamRepair(repair.state, new TrainerPicker(repair.state), disturbance);
        teams.run(worthIt, ownWork);
        if (!disturbance.isUsedUp()) {
            disturbance.permitAnybody();
            teams.run(worthIt, work);
        }
        return PlanState.of(state.problem(), repair.state.assignment());
    }

    /** The most bookings that may be moved though nothing broke them. */
    private static int mostOthers(ReplanRequest request) {
        Integer maxMoved = request.maxMoved();
        return maxMoved == null ? Math.max(MOST_OTHERS, request.broken().size() / HIT_FOR_EACH_OTHER) : maxMoved;
    }

    /** How many requirements that lost their booking, or are new, a plan has no place for. */
    private static int leftOver(Repair repair, PlanState state) {
        int left = 0;
        for (int i = 0; i < state.unbookedCount(); i++) {
            int r = state.unbooked(i);
            left += repair.isWanted(r) && repair.canEverBeBooked(r) ? 1 : 0;
        }
        return left;
    }

    private static SolveOptions steps(ReplanRequest request, long steps, Map<String, Integer> moveShares) {
        SearchSettings tuning = SearchSettings.DEFAULT;
        return new SolveOptions(
                request.options().seed(),
                null,
                Math.min(MOST_STEPS, steps),
                new SearchSettings(
                        tuning.startingPence(),
                        tuning.endingPence(),
                        tuning.parts(),
                        tuning.roundSeconds(),
                        moveShares));
    }

    private Problem onlyHitMove(ReplanRequest request) {
        return problem(request, everybody(request), 1);
    }

    /** A problem in which only those move who were hit, and some requirements of a plan. */
    private Problem onlyMove(ReplanRequest request, Set<Integer> movable, PlanState plan) {
        DataSet data = request.dataSet();
        Requirements requirements = plan.problem().requirements;
        Set<BookingKey> stay = everybody(request);
        for (int r : movable) {
            stay.remove(new BookingKey(
                    data.staff().get(requirements.staffOf[r]).id(),
                    data.modules().get(requirements.moduleOf[r]).id()));
        }
        stay.addAll(request.pinned());
        return problem(request, stay, 1);
    }

    private static Set<BookingKey> everybody(ReplanRequest request) {
        Set<BookingKey> everybody = new HashSet<>();
        request.baseline().bookings().forEach(booking -> everybody.add(BookingKey.of(booking)));
        return everybody;
    }

    /** Improves a repaired plan as a problem that differs from its own in pins and prices alone. */
    private static PlanState search(
            Problem searched, SolveOptions options, PlanState repaired, SolveListener listener) {
        TrainingPlan best =
                TrainingSearch.from(searched, options, repaired.assignment()).solve(listener);
        return PlanState.of(repaired.problem(), best.assignment());
    }

    private static void tell(SolveListener listener, String phase, PlanState state) {
        listener.progress(
                phase,
                Double.NaN,
                state.shortfall(),
                state.cost().total(),
                state.bookings(),
                state.problem().requirements.count);
    }

    /** The published plan's counting booking of each requirement; null entries: none. */
    private static @Nullable Booking[] oldBookings(ReplanRequest request, Problem problem) {
        @Nullable Booking[] old = new @Nullable Booking[problem.requirements.count];
        for (Booking booking : request.baseline().bookings()) {
            if (booking.counts()) {
                int r = problem.requirementOf(BookingKey.of(booking));
                if (r >= 0) {
                    old[r] = booking;
                }
            }
        }
        return old;
    }

    /** Which requirements the published plan did not know, or knew of a no-show or a cancelled booking. */
    private static boolean[] newRequirements(ReplanRequest request, Problem problem) {
        boolean[] isNew = new boolean[problem.requirements.count];
        Arrays.fill(isNew, true);
        for (Unbooked row : request.baseline().unbooked()) {
            mark(isNew, problem, new BookingKey(row.staffId(), row.moduleId()), false);
        }
        Set<BookingKey> catchUp = new HashSet<>();
        for (Booking booking : request.baseline().bookings()) {
            if (!booking.counts()) {
                catchUp.add(BookingKey.of(booking));
            }
        }
        catchUp.forEach(key -> mark(isNew, problem, key, true));
        return isNew;
    }

    private static void mark(boolean[] isNew, Problem problem, BookingKey key, boolean value) {
        int r = problem.requirementOf(key);
        if (r >= 0) {
            isNew[r] = value;
        }
    }
}
