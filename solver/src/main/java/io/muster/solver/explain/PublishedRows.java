package io.muster.solver.explain;

import io.muster.data.model.Programme;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.Plan;
import io.muster.solver.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps {@code changes.csv} of a published plan true while bookings are changed by hand. */
final class PublishedRows {

    /** Reason of a change that a planner made. */
    static final String BY_HAND = "BY_HAND";

    private final Programme programme;
    private final Map<BookingKey, Booking> published = new HashMap<>();

    PublishedRows(Problem problem, List<Booking> bookings) {
        programme = problem.dataSet.programme();
        bookings.stream().filter(Booking::counts).forEach(row -> published.put(BookingKey.of(row), row));
    }

    /** {@return the plan with the rows of some bookings' changes made anew} */
    Plan withChanges(Plan plan, Set<BookingKey> keys) {
        List<Change> changes = new ArrayList<>(plan.changes());
        changes.removeIf(row -> keys.contains(new BookingKey(row.staffId(), row.moduleId())));
        Map<BookingKey, Booking> now = new HashMap<>();
        plan.bookings().stream()
                .filter(row -> row.counts() && keys.contains(BookingKey.of(row)))
                .forEach(row -> now.put(BookingKey.of(row), row));
        for (BookingKey key : keys) {
            Booking before = published.get(key);
            Booking after = now.get(key);
            if (before != null ? !isSame(before, after) : after != null) {
                changes.add(change(key, before, after));
            }
        }
        changes.sort(Comparator.comparing(Change::staffId, CodePointOrder.COMPARATOR)
                .thenComparing(Change::moduleId, CodePointOrder.COMPARATOR));
        return new Plan(
                plan.scope(), plan.sessions(), plan.bookings(), plan.unbooked(), changes, plan.pins(), plan.summary());
    }

    private static boolean isSame(Booking before, @Nullable Booking after) {
        return after != null
                && before.date().equals(after.date())
                && before.slotIds().equals(after.slotIds());
    }

    private Change change(BookingKey key, @Nullable Booking before, @Nullable Booking after) {
        LocalDate oldDate = before == null ? null : before.date();
        LocalDate newDate = after == null ? null : after.date();
        LocalDate earlier = oldDate == null || (newDate != null && newDate.isBefore(oldDate)) ? newDate : oldDate;
        int notice = earlier == null
                ? 0
                : (int) Math.max(0, earlier.toEpochDay() - programme.asOf().toEpochDay());
        Programme.ChangeBand band = programme.prices().changeBands().stream()
                .filter(one -> one.minDays() <= notice)
                .max(Comparator.comparingInt(Programme.ChangeBand::minDays))
                .orElse(new Programme.ChangeBand(0, 0));
        return new Change(
                key.staffId(),
                key.moduleId(),
                before == null ? null : before.sessionId(),
                oldDate,
                after == null ? null : after.sessionId(),
                newDate,
                BY_HAND,
                null,
                notice,
                band.minDays(),
                before == null ? 0 : programme.prices().change() * band.factor());
    }
}
