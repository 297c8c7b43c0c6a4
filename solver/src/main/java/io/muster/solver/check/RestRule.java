package io.muster.solver.check;

import io.muster.solver.catalogue.TrainingConstraint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * H07 rest: each pair of neighbouring calendar days of a person, at least one of them booked, once. Neighbours outside
 * the programme count too.
 */
final class RestRule {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    private final DataIndex index;
    private final List<StaffDay> days;
    private final long minRestSeconds;

    RestRule(DataIndex index, PlanIndex plan) {
        this.index = index;
        this.days = plan.staffDays();
        // Intervals are whole seconds, so being short of the exact figure is being short of it rounded up.
        this.minRestSeconds = index.programme()
                .limits()
                .minRestHours()
                .multiply(SECONDS_PER_HOUR)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    void check(Breaches breaches) {
        for (int i = 0; i < days.size(); i++) {
            StaffDay day = days.get(i);
            StaffDay before = i > 0 && isDayBefore(days.get(i - 1), day) ? days.get(i - 1) : null;
            StaffDay after = i + 1 < days.size() && isDayBefore(day, days.get(i + 1)) ? days.get(i + 1) : null;
            Person person = day.person();
            if (before == null && !day.isPast()) {
                pair(person.workingSpanWithoutBooking(day.day() - 1), working(day), day.day() - 1, null, day, breaches);
            }
            if (after == null) {
                if (!day.isPast()) {
                    pair(working(day), person.workingSpanWithoutBooking(day.day() + 1), day.day(), day, null, breaches);
                }
            } else if (!day.isPast() || !after.isPast()) {
                pair(working(day), working(after), day.day(), day, after, breaches);
            }
        }
    }

    private static boolean isDayBefore(StaffDay one, StaffDay other) {
        return one.person() == other.person() && one.day() + 1 == other.day();
    }

    private @Nullable Span working(StaffDay day) {
        return index.slots().outerSpan(day.day(), day.slots(false));
    }

    /** Judges two neighbouring days, of which one or both are booked. */
    private void pair(
            @Nullable Span first,
            @Nullable Span second,
            long firstDay,
            @Nullable StaffDay one,
            @Nullable StaffDay other,
            Breaches breaches) {
        if (first == null || second == null || second.from() - first.to() >= minRestSeconds) {
            return;
        }
        List<PlacedBooking> bookings = Stream.of(one, other)
                .flatMap(Stream::ofNullable)
                .flatMap(day -> day.bookings().stream())
                .toList();
        LocalDate date = LocalDate.ofEpochDay(firstDay);
        breaches.add(
                TrainingConstraint.H07_REST,
                1,
                bookings.get(0).person().id() + " " + date,
                "Rest from " + date + " to the next day is " + Math.floorDiv(second.from() - first.to(), 60L)
                        + " minutes, less than "
                        + index.programme().limits().minRestHours().toPlainString() + " hours.",
                bookings);
    }
}
