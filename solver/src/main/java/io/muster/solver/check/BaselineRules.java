package io.muster.solver.check;

import io.muster.data.model.Programme;
import io.muster.data.plan.Booking;
import io.muster.solver.catalogue.TrainingConstraint;
import java.time.LocalDate;

/** Rules about notice and the baseline of a re-plan: H16 notice, H18 frozen. */
final class BaselineRules {

    private final Programme programme;
    private final PlanIndex plan;

    BaselineRules(DataIndex index, PlanIndex plan) {
        this.programme = index.programme();
        this.plan = plan;
    }

    void check(Findings findings) {
        for (PlacedBooking booking : plan.bookings()) {
            notice(booking, findings);
        }
        for (Booking old : plan.baseline().all()) {
            frozen(old, findings);
        }
    }

    private void notice(PlacedBooking booking, Findings findings) {
        if (plan.baseline().has(booking.booking())) {
            return;
        }
        int days =
                plan.baseline().isBroken(booking.key()) ? 1 : programme.notice().newBookingDays();
        LocalDate first = programme.asOf().plusDays(days);
        if (booking.date().isBefore(first)) {
            findings.add(
                    TrainingConstraint.H16_NOTICE,
                    1,
                    booking.subject(),
                    "Newly booked on " + booking.date() + ", but the first date with notice is " + first + ".");
        }
    }

    private void frozen(Booking old, Findings findings) {
        LocalDate thaw = programme.asOf().plusDays(programme.notice().frozenDays());
        StaffModule key = BaselineIndex.keyOf(old);
        if (old.date().isBefore(thaw) && !plan.baseline().isBroken(key) && plan.isChanged(old)) {
            findings.add(
                    TrainingConstraint.H18_FROZEN,
                    1,
                    key + " " + old.date(),
                    "The baseline booking is dated before " + thaw + ", is not broken, and did not stay.");
        }
    }
}
