package io.muster.solver.search;

import ai.timefold.solver.core.api.solver.SolverFactory;
import io.muster.solver.SearchSettings;
import io.muster.solver.model.TrainingPlan;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Solvers that search one plan side by side, in rounds. At the start of a round all hold the same plan, which is cut into
 * parts, one for each; at its end each gets what the others made of theirs as one move. The first is the solver that is
 * asked for the plan; the others run in threads of their own and end with it.
 */
final class Crew {

    /** Timefold makes its factories of moves by itself, in the thread that solves: they ask there whom they work for. */
    private static final ThreadLocal<@Nullable Member> AT_WORK = new ThreadLocal<>();

    private final Problem problem;
    private final SearchSettings settings;
    private final Limits limits;
    private final long seed;
    private final SolverFactory<TrainingPlan> others;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CyclicBarrier barrier;
    private final Assignment[] made;
    private final long[] proposals;
    private final boolean[] hasMoved;
    private volatile long finishedProposals;
    private volatile boolean isStopped;
    private BooleanSupplier stop = () -> false;
    private LongConsumer heard = moves -> {};

    // Written by whoever comes last to the barrier, read by all after it.
    private @Nullable Assignment plan;
    private Part.@Nullable Cut cut;
    private int round;

    /**
     * A crew.
     *
     * @param problem the problem
     * @param settings tuning
     * @param limits when to stop
     * @param seed seed of all choices
     * @param others makes the solvers beside the first
     */
    Crew(Problem problem, SearchSettings settings, Limits limits, long seed, SolverFactory<TrainingPlan> others) {
        this.problem = problem;
        this.settings = settings;
        this.limits = limits;
        this.seed = new SplittableRandom(seed).nextLong();
        this.others = others;
        barrier = new CyclicBarrier(settings.parts(), this::joinAndCut);
        made = new Assignment[settings.parts()];
        proposals = new long[settings.parts()];
        hasMoved = new boolean[settings.parts()];
    }

    /** The member that works in this thread. */
    static Member atWork() {
        return Objects.requireNonNull(AT_WORK.get(), "No search runs in this thread.");
    }

    /**
     * Makes this thread the first member's.
     *
     * @param stop asked by all members, time and again, whether to end with what they have
     * @param heard told after each round, in the thread of any member, how many moves all have proposed so far
     */
    void enter(BooleanSupplier stop, LongConsumer heard) {
        this.stop = stop;
        this.heard = heard;
        AT_WORK.set(new Member(0));
    }

    /** Whether all are to end; true once and for all. */
    boolean isStopped() {
        if (!isStopped && stop.getAsBoolean()) {
            isStopped = true;
        }
        return isStopped;
    }

    /** Moves proposed in rounds that are over; may be asked at any time. */
    long finishedProposals() {
        return finishedProposals;
    }

    /** Ends the work of all, wherever they are, and waits for them. */
    void leave() {
        AT_WORK.remove();
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            boolean interrupted = Thread.interrupted();
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Moves proposed so far by all; call when nobody is at work. */
    long proposals() {
        long sum = 0;
        for (long one : proposals) {
            sum += one;
        }
        return sum;
    }

    private void joinAndCut() {
        if (plan != null) {
            plan = Objects.requireNonNull(cut).join(plan, made);
            finishedProposals = proposals();
            heard.accept(finishedProposals);
            round = hasAnybodyMoved() && !isStopped() ? round + 1 : limits.rounds();
        } else {
            plan = made[0];
        }
        if (round < limits.rounds()) {
            cut = new Part.Cut(
                    problem, plan, made.length, new SplittableRandom(seed + (long) round * (made.length + 1)));
        }
    }

    /** Where nobody found a single move in a whole round, there is nothing left to improve. */
    private boolean hasAnybodyMoved() {
        boolean any = false;
        for (boolean one : hasMoved) {
            any |= one;
        }
        return any;
    }

    private void startOthers(Assignment start) {
        for (int i = 1; i < made.length; i++) {
            int index = i;
            Thread thread = new Thread(() -> work(index, start), "search-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void work(int index, Assignment start) {
        AT_WORK.set(new Member(index));
        try {
            others.buildSolver().solve(new TrainingPlan(problem, start));
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            breakBarrier();
        }
    }

    /** Nobody is to wait for this thread any more, now or later: one interrupted while it waits breaks it for good. */
    private void breakBarrier() {
        Thread.currentThread().interrupt();
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            // As intended: whoever waits is told.
        }
    }

    /** One of the solvers. */
    final class Member {

        private final int index;

        private Member(int index) {
            this.index = index;
        }

        SearchSettings settings() {
            return settings;
        }

        /** Whether to end with what there is. */
        boolean isStopped() {
            return Crew.this.isStopped();
        }

        /** The seed of this member's choices. */
        long seed() {
            return seed + 1 + index;
        }

        /** The part of this round. */
        Part part() {
            return Objects.requireNonNull(cut).part(index);
        }

        /** A pace for this round. */
        Pace pace() {
            return limits.pace(
                    round, made.length, () -> Thread.currentThread().isInterrupted() || Crew.this.isStopped());
        }

        /** Begins the work: the first member's plan is everybody's start. */
        void start(PlanState state) {
            made[index] = state.assignment();
            if (index == 0) {
                startOthers(made[0]);
            }
            await();
        }

        /**
         * Ends a round and waits for the others.
         *
         * @param state the plan as this member has it
         * @param proposed moves proposed in the round
         * @param moved whether any of them was made
         * @return what the others made in it
         */
        PlanMove endRound(PlanState state, long proposed, boolean moved) {
            proposals[index] += proposed;
            hasMoved[index] = moved;
            Assignment mine = state.assignment();
            made[index] = mine;
            await();
            return Changes.between(mine, Objects.requireNonNull(plan));
        }

        /**
         * Checks that this member has what all have made together.
         *
         * @param state the plan as this member has it
         * @throws IllegalStateException if not: parts that should keep apart broke a rule together
         */
        void checkStep(PlanState state) {
            boolean isSame = state.hardPoints() == 0;
            int[] sessionOf = Objects.requireNonNull(plan).sessionOf();
            for (int r = 0; isSame && r < sessionOf.length; r++) {
                isSame = state.sessionOf(r) == sessionOf[r];
            }
            if (!isSame) {
                throw new IllegalStateException("The parts (" + made.length + ") of round " + round
                        + " do not fit together: " + state.hardPoints() + " violations.");
            }
        }

        /** Whether there is another round. */
        boolean goesOn() {
            return round < limits.rounds();
        }

        private void await() {
            try {
                barrier.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The search was interrupted.", e);
            } catch (BrokenBarrierException e) {
                throw new IllegalStateException("Another part's search failed or was ended.", failure.get());
            }
        }
    }
}
