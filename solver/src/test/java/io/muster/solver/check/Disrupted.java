package io.muster.solver.check;

import io.muster.data.disruption.DisruptedDataSet;
import io.muster.data.disruption.Disruptions;
import io.muster.data.model.DataSet;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A published plan, what happened to it, and what that broke.
 *
 * @param after what the disruptions made of the data set
 * @param plan the published plan
 * @param broken the broken bookings
 */
record Disrupted(DisruptedDataSet after, Plan plan, SortedSet<BookingKey> broken) {

    static Disruption of(
            Kind kind, String subject, @Nullable Object from, @Nullable Object to, @Nullable Object value) {
        return new Disruption(
                kind + " " + subject + " " + from, kind, subject, text(from), text(to), text(value), null);
    }

    private static @Nullable String text(@Nullable Object cell) {
        return cell == null ? null : cell.toString();
    }

    static Disrupted by(DataSet data, Plan plan, LocalDate asOf, List<Disruption> disruptions) {
        DisruptedDataSet after = Disruptions.apply(data, asOf, disruptions, plan);
        return new Disrupted(
                after,
                plan,
                BrokenBookings.find(after.dataSet(), plan.scope(), plan, after.cancelledSessions(), after.voided()));
    }

    /** {@return the baseline as the auditor asks for it} */
    Baseline baseline() {
        return new Baseline(plan.bookings(), broken, after.cancelledSessions(), after.voided());
    }

    /** {@return the baseline without its broken bookings, nothing in their place} */
    Plan rest() {
        Set<BookingKey> gone = broken;
        return new Plan(
                plan.scope(),
                plan.sessions(),
                plan.bookings().stream()
                        .filter(booking -> !gone.contains(BookingKey.of(booking)))
                        .toList(),
                List.of(),
                List.of(),
                null);
    }
}
