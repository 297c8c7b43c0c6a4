package io.muster.solver.search;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * How long a search goes on, and how hot it is meanwhile: simulated annealing with a temperature that falls
 * geometrically with the share of the limit that is used. Strict arithmetic: the same on every Java.
 */
final class Pace {

    private static final int LOOK_AT_CLOCK_EVERY = 64;

    private final long mostProposals;
    private final long nanos;
    private final double hottest;
    private final double fall;
    private final BooleanSupplier isStopped;
    private long proposals;
    private long startedAt;
    private double temperature;
    private boolean isOver;

    /**
     * A pace.
     *
     * @param mostProposals moves proposed at most
     * @param nanos time at most, from the first proposal on; {@link Long#MAX_VALUE}: no limit
     * @param fromPence temperature at the start, {@code > 0}
     * @param toPence temperature at the end, {@code > 0}
     * @param isStopped asked now and then whether to stop at once
     */
    Pace(long mostProposals, long nanos, double fromPence, double toPence, BooleanSupplier isStopped) {
        this.mostProposals = mostProposals;
        this.nanos = nanos;
        this.isStopped = isStopped;
        hottest = fromPence;
        fall = StrictMath.log(toPence / fromPence);
        temperature = fromPence;
    }

    /** Whether another move may be proposed; counts it if so. */
    boolean goesOn() {
        if (proposals % LOOK_AT_CLOCK_EVERY == 0) {
            if (proposals == 0) {
                startedAt = System.nanoTime();
            }
            lookAtClock();
        }
        if (isOver || proposals >= mostProposals) {
            return false;
        }
        proposals++;
        return true;
    }

    private void lookAtClock() {
        double share = (double) proposals / mostProposals;
        if (nanos != Long.MAX_VALUE) {
            long spent = System.nanoTime() - startedAt;
            isOver |= spent >= nanos;
            share = Math.max(share, (double) spent / nanos);
        }
        isOver |= isStopped.getAsBoolean();
        temperature = hottest * StrictMath.exp(fall * Math.min(1, share));
    }

    /** Draws by how many pence at most the next move may make the plan dearer. */
    long patience(SplittableRandom random) {
        return (long) (-temperature * StrictMath.log(1 - random.nextDouble()));
    }

    /** Moves proposed so far. */
    long proposals() {
        return proposals;
    }
}
