package io.muster.solver.check;

import io.muster.data.model.TrainingModule;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.catalogue.TrainingConstraint;
import java.util.List;

/** H11 order: prerequisites and the gaps after them. */
final class OrderRule {

    private final DataIndex index;
    private final PlanIndex plan;

    OrderRule(DataIndex index, PlanIndex plan) {
        this.index = index;
        this.plan = plan;
    }

    void check(Breaches breaches) {
        for (PlacedBooking booking : plan.bookings()) {
            if (!booking.past()) {
                for (String before : booking.module().after()) {
                    check(booking, before, breaches);
                }
            }
        }
    }

    private void check(PlacedBooking booking, String prerequisite, Breaches breaches) {
        int cell = index.cellOf(booking.person(), prerequisite);
        if (isSettled(cell)) {
            return;
        }
        List<PlacedBooking> earlier = plan.bookingsOf(cell);
        if (!isInOrder(earlier, booking)) {
            breaches.add(
                    TrainingConstraint.H11_ORDER,
                    1,
                    booking.subject() + " after " + prerequisite,
                    earlier.isEmpty()
                            ? "Prerequisite " + prerequisite + " is neither settled nor booked."
                            : "Prerequisite " + prerequisite + " is booked on "
                                    + earlier.get(0).date() + ", not in order before " + booking.date() + gap(booking)
                                    + ".",
                    List.of(booking));
        }
    }

    private static boolean isInOrder(List<PlacedBooking> earlier, PlacedBooking booking) {
        for (PlacedBooking one : earlier) {
            if (one.endsBefore(booking) && isWithinGap(one, booking)) {
                return true;
            }
        }
        return false;
    }

    /** Completed, credited or out of scope: nothing to wait for. */
    boolean isSettled(int cell) {
        ScopeDecision decision = plan.decisionOf(cell);
        return index.isCompleted(cell)
                || (decision != null
                        && (decision.decision() == Decision.CREDITED || decision.decision() == Decision.OUT_OF_SCOPE));
    }

    private static boolean isWithinGap(PlacedBooking earlier, PlacedBooking later) {
        long days = later.day() - earlier.day();
        Integer min = later.module().minGapDays();
        Integer max = later.module().maxGapDays();
        return (min == null || days >= min) && (max == null || days <= max);
    }

    private static String gap(PlacedBooking booking) {
        TrainingModule module = booking.module();
        String min = module.minGapDays() == null ? "" : " at least " + module.minGapDays() + " days";
        String max = module.maxGapDays() == null ? "" : " at most " + module.maxGapDays() + " days";
        return min.isEmpty() && max.isEmpty() ? "" : " (gap:" + min + max + ")";
    }
}
