package io.muster.solver.check;

import io.muster.solver.catalogue.TrainingConstraint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * H07 rest: each pair of neighbouring calendar days of a person, at least one of them booked, once. Neighbours outside
 * the programme count too.
 */
final class RestRule {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    private final DataIndex index;
    private final PlanIndex plan;
    private final long minRestSeconds;

    RestRule(DataIndex index, PlanIndex plan) {
        this.index = index;
        this.plan = plan;
        // Intervals are whole seconds, so being short of the exact figure is being short of it rounded up.
        this.minRestSeconds = index.programme()
                .limits()
                .minRestHours()
                .multiply(SECONDS_PER_HOUR)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    void check(Findings findings) {
        List<StaffDay> days = plan.staffDays();
        for (int i = 0; i < days.size(); i++) {
            StaffDay day = days.get(i);
            StaffDay before = i > 0 && isDayBefore(days.get(i - 1), day) ? days.get(i - 1) : null;
            StaffDay after = i + 1 < days.size() && isDayBefore(day, days.get(i + 1)) ? days.get(i + 1) : null;
            if (before == null && !day.isPast()) {
                LocalDate date = day.date().minusDays(1);
                pair(day, date, day.person().workingSpanWithoutBooking(date), working(day), findings);
            }
            if (after == null) {
                if (!day.isPast()) {
                    LocalDate next = day.date().plusDays(1);
                    pair(day, day.date(), working(day), day.person().workingSpanWithoutBooking(next), findings);
                }
            } else if (!day.isPast() || !after.isPast()) {
                pair(day, day.date(), working(day), working(after), findings);
            }
        }
    }

    private static boolean isDayBefore(StaffDay one, StaffDay other) {
        return one.person() == other.person() && one.date().plusDays(1).equals(other.date());
    }

    private @Nullable Span working(StaffDay day) {
        return index.slots().outerSpan(day.date(), day.slots(false));
    }

    private void pair(
            StaffDay day, LocalDate firstDate, @Nullable Span first, @Nullable Span second, Findings findings) {
        if (first == null || second == null) {
            return;
        }
        long rest = second.from() - first.to();
        if (rest < minRestSeconds) {
            findings.add(
                    TrainingConstraint.H07_REST,
                    1,
                    day.person().id() + " " + firstDate,
                    "Rest from " + firstDate + " to the next day is " + Math.floorDiv(rest, 60L)
                            + " minutes, less than "
                            + index.programme().limits().minRestHours().toPlainString() + " hours.");
        }
    }
}
