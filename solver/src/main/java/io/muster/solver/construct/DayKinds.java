package io.muster.solver.construct;

import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a staff member may do on one training day: two half-days that go together, one two-slot module, or a single
 * half-day. Modules are bits of a long here, so one object looks at no more than {@link #MOST_MODULES} of them.
 */
final class DayKinds {

    static final int NOTHING = -1;
    static final int MOST_MODULES = Long.SIZE;

    /**
     * One way to spend a day.
     *
     * @param first module of slot 0, or of both slots; {@link #NOTHING}: none
     * @param second module of slot 1; {@link #NOTHING}: none, or the first takes both slots
     * @param slots the slots taken, as bits
     */
    record Kind(int first, int second, int slots) {

        boolean isSingle() {
            return Integer.bitCount(slots) == 1;
        }
    }

    private final Curriculum curriculum;
    private final int firstModule;
    private final int endModule;
    private final List<Kind> kinds = new ArrayList<>();

    /** The kinds of a run of modules that begins with {@code firstModule}. */
    DayKinds(Problem problem, int firstModule) {
        curriculum = problem.curriculum;
        this.firstModule = firstModule;
        endModule = Math.min(curriculum.modules, firstModule + MOST_MODULES);
        for (int a = firstModule; a < endModule; a++) {
            if (curriculum.slots[a] == 2) {
                kinds.add(new Kind(a, NOTHING, 3));
                continue;
            }
            kinds.add(new Kind(a, NOTHING, 1));
            if (problem.calendar.slots == 1) {
                continue;
            }
            kinds.add(new Kind(NOTHING, a, 2));
            for (int b = firstModule; b < endModule; b++) {
                boolean roomAndVirtual = !curriculum.isDigital(a)
                        && !curriculum.isDigital(b)
                        && curriculum.delivery[a] != curriculum.delivery[b];
                if (a != b && curriculum.slots[b] == 1 && !roomAndVirtual) {
                    kinds.add(new Kind(a, b, 3));
                }
            }
        }
    }

    /** The bit of a module; 0 where it is not looked at here. */
    long bit(int module) {
        return module >= firstModule && module < endModule ? 1L << (module - firstModule) : 0;
    }

    int count() {
        return kinds.size();
    }

    Kind get(int kind) {
        return kinds.get(kind);
    }

    /** Whether a kind needs no session at all. */
    boolean isDigitalOnly(Kind kind) {
        return (kind.first() < 0 || curriculum.isDigital(kind.first()))
                && (kind.second() < 0 || curriculum.isDigital(kind.second()));
    }

    /**
     * Whether a kind fits what a staff member still needs.
     *
     * @param kind the kind
     * @param open modules that may be booked on the day, as bits
     * @param unbooked modules not yet booked, as bits: prerequisites among them must come first
     */
    boolean fits(Kind kind, long open, long unbooked) {
        return fits(kind.first(), open, unbooked, DayKinds.NOTHING)
                && fits(kind.second(), open, unbooked, kind.first());
    }

    private boolean fits(int module, long open, long unbooked, int earlierThatDay) {
        if (module < 0) {
            return true;
        }
        if ((open & bit(module)) == 0) {
            return false;
        }
        for (int a : curriculum.after[module]) {
            if (a != earlierThatDay && (unbooked & bit(a)) != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether what is left after a kind is digital learning and modules that all must come after it.
     *
     * @param kind the kind
     * @param unbooked modules not yet booked before it, as bits
     */
    boolean leavesMorning(Kind kind, long unbooked) {
        long left = unbooked & ~bit(kind.first()) & ~bit(kind.second());
        for (int m = firstModule; m < endModule; m++) {
            if ((left & bit(m)) != 0 && curriculum.isDigital(m) && left != bit(m) && needAll(left & ~bit(m), m)) {
                return true;
            }
        }
        return false;
    }

    private boolean needAll(long modules, int earlier) {
        for (int m = firstModule; m < endModule; m++) {
            if ((modules & bit(m)) != 0 && Arrays.stream(curriculum.after[m]).noneMatch(a -> a == earlier)) {
                return false;
            }
        }
        return true;
    }

    /** Whether one half of a kind is digital and the other is not. */
    boolean isDigitalInPart(Kind kind) {
        return kind.first() >= 0
                && kind.second() >= 0
                && curriculum.isDigital(kind.first()) != curriculum.isDigital(kind.second());
    }

    /** Whether one digital module is left, and others that make whole days among themselves. */
    boolean isInPairs(long unbooked) {
        int digital = 0;
        int slots = 0;
        for (long left = unbooked; left != 0; left &= left - 1) {
            int m = firstModule + Long.numberOfTrailingZeros(left);
            digital += curriculum.isDigital(m) ? 1 : 0;
            slots += curriculum.isDigital(m) ? 0 : curriculum.slots[m];
        }
        return digital == 1 && slots > 0 && slots % 2 == 0;
    }

    /** The first digital module of some; {@link #NOTHING}: there is none. */
    int digital(long modules) {
        for (long left = modules; left != 0; left &= left - 1) {
            int m = firstModule + Long.numberOfTrailingZeros(left);
            if (curriculum.isDigital(m)) {
                return m;
            }
        }
        return NOTHING;
    }

    /** Whether, of the modules left, no two are without one that must come after a module. */
    boolean isAwaited(int module, long unbooked) {
        int others = 0;
        for (long left = unbooked & ~bit(module); left != 0; left &= left - 1) {
            int m = firstModule + Long.numberOfTrailingZeros(left);
            others += Arrays.stream(curriculum.after[m]).noneMatch(a -> a == module) ? 1 : 0;
        }
        return others < 2;
    }
}
