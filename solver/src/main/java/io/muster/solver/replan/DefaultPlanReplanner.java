package io.muster.solver.replan;

import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.data.plan.Unbooked;
import io.muster.solver.PlanLoader;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import io.muster.solver.bound.Bounds;
import io.muster.solver.model.TrainingPlan;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.PublishedPlan;
import io.muster.solver.search.TrainingSearch;
import io.muster.solver.state.Assignment;
import io.muster.solver.state.PlanState;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Repairs in steps, least disturbance first. Timefold's search goes on from the repaired plan where the lowest cost is
 * asked for, or where somebody found no place: then it moves only those who were hit anyway. Keep one for several re-plans of a programme: the second is much quicker. Thread-safe.
 */
public final class DefaultPlanReplanner implements PlanReplanner {

    /** Steps of search for each requirement the repair found no place for ... */
    private static final long STEPS_FOR_EACH = 20_000;
    /** ... and at most. */
    private static final long MOST_STEPS = 4_000_000;

    /** The problem of the last re-plan: the next one takes over what the disruptions do not touch. */
    private volatile @Nullable Problem latest;

    @Override
    public Replan replan(ReplanRequest request, SolveListener listener) {
        listener.progress("load", Double.NaN, 0, 0, 0, 0);
        Problem problem = problem(request, request.pinned());
        PlanState state = PlanState.of(problem, published(request, problem));
        tell(listener, "repair", state);
        Repair repair = new Repair(state, request.policy(), newRequirements(request, problem));
        new LeastDisturbance(repair, request.maxMoved()).run();
        tell(listener, "repair", state);
        if (state.hardPoints() == 0) {
            if (request.policy() == ReplanPolicy.LOWEST_COST) {
                state = search(request, request.maxMoved() == null, request.options(), state, listener);
            } else if (leftOver(repair) > 0) {
                long steps = Math.min(MOST_STEPS, STEPS_FOR_EACH * leftOver(repair));
                SolveOptions options = new SolveOptions(request.options().seed(), null, steps);
                state = search(request, false, options, state, listener);
            }
        }
        ReplanRows rows = new ReplanRows(request, state, oldBookings(request, problem));
        return new Replan(rows.sessionRows(), rows.bookingRows(), rows.unbookedRows(), rows.changeRows());
    }

    @Override
    public LowerBounds bounds(ReplanRequest request, Replan replan) {
        Problem problem = problem(request, request.pinned());
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

    private Problem problem(ReplanRequest request, Set<BookingKey> pinned) {
        PublishedPlan published = new PublishedPlan(
                request.baseline().sessions(),
                request.baseline().bookings(),
                request.broken(),
                request.voided(),
                pinned);
        Problem like = latest;
        Problem problem = like == null
                ? Problem.of(request.dataSet(), request.scope(), published)
                : Problem.of(request.dataSet(), request.scope(), published, like);
        latest = problem;
        return problem;
    }

    /** How many requirements that lost their booking, or are new, the repair found no place for. */
    private static int leftOver(Repair repair) {
        int left = 0;
        for (int i = 0; i < repair.state.unbookedCount(); i++) {
            int r = repair.state.unbooked(i);
            left += repair.isWanted(r) && repair.canEverBeBooked(r) ? 1 : 0;
        }
        return left;
    }

    /**
     * Improves a repaired plan. The search cannot count whom it moves: either anybody, or only what was broken, and what
     * is new, with other rooms and trainers for all.
     */
    private PlanState search(
            ReplanRequest request,
            boolean mayMoveAnybody,
            SolveOptions options,
            PlanState repaired,
            SolveListener listener) {
        Problem problem = repaired.problem();
        Problem searched = problem;
        if (!mayMoveAnybody) {
            Set<BookingKey> everybody = new HashSet<>();
            request.baseline().bookings().forEach(booking -> everybody.add(BookingKey.of(booking)));
            searched = problem(request, everybody);
        }
        TrainingPlan best =
                TrainingSearch.from(searched, options, repaired.assignment()).solve(listener);
        return PlanState.of(problem, best.assignment());
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
