package io.muster.solver.replan;

import io.muster.solver.construct.EjectionChains;
import java.util.List;

/**
 * Counts the baseline bookings that were moved or dropped though no disruption broke them, and keeps to the most that are
 * permitted.
 */
final class Disturbance implements EjectionChains.Guard {

    private final Repair repair;
    private final int most;
    private final boolean[] isCounted;
    private int count;
    private boolean anybody;

    /**
     * A count.
     *
     * @param most most that may be moved
     */
    Disturbance(Repair repair, int most) {
        this.repair = repair;
        this.most = most;
        isCounted = new boolean[repair.requirements.count];
        for (int r = 0; r < isCounted.length; r++) {
            isCounted[r] = repair.isDisturbed(r);
            count += isCounted[r] ? 1 : 0;
        }
    }

    /** From now on those may be moved too whom no disruption has hit. */
    void permitAnybody() {
        anybody = true;
    }

    /** Whether nobody else may be moved. */
    boolean isUsedUp() {
        return count >= most;
    }

    @Override
    public boolean mayPushAside(int r) {
        return !repair.baseline.isBooked[r]
                || repair.baseline.isBroken[r]
                || repair.baseline.isVoided[r]
                || anybody
                || isCounted[r];
    }

    private int countWith(List<Integer> moved) {
        int now = count;
        for (int r : moved.stream().distinct().toList()) {
            now += (repair.isDisturbed(r) ? 1 : 0) - (isCounted[r] ? 1 : 0);
        }
        return now;
    }

    /** Nobody else is moved for what books nobody more. */
    @Override
    public boolean acceptsForNothing(List<Integer> moved) {
        return countWith(moved) <= count;
    }

    @Override
    public boolean accepts(List<Integer> moved) {
        int now = countWith(moved);
        if (now > count && now > most) {
            return false;
        }
        for (int r : moved) {
            isCounted[r] = repair.isDisturbed(r);
        }
        count = now;
        return true;
    }
}
