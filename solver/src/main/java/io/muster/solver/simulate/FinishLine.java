package io.muster.solver.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Watches for the day on which a part of the people reaches the target completion. Mutable. */
final class FinishLine {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final BigDecimal targetPct;
    private @Nullable LocalDate finished;

    FinishLine(BigDecimal targetPct) {
        this.targetPct = targetPct;
    }

    /**
     * Takes in a week. Requirements may have gone since the week before, so the Monday may be the day.
     *
     * @param monday the week's Monday
     * @param requirements requirements of the part, by the scope of the Monday
     * @param before those of them attended before the Monday
     * @param byDay those of them attended in the week, by day
     */
    void week(LocalDate monday, int requirements, int before, SortedMap<LocalDate, Integer> byDay) {
        if (finished != null || requirements == 0) {
            return;
        }
        TreeMap<LocalDate, Integer> days = new TreeMap<>(byDay);
        days.merge(monday, before, Integer::sum);
        int attended = 0;
        for (var day : days.entrySet()) {
            attended += day.getValue();
            if (BigDecimal.valueOf(attended)
                            .multiply(HUNDRED)
                            .compareTo(targetPct.multiply(BigDecimal.valueOf(requirements)))
                    >= 0) {
                finished = day.getKey();
                return;
            }
        }
    }

    /** {@return the day on which the target was reached first; null: it was not} */
    @Nullable
    LocalDate finished() {
        return finished;
    }
}
