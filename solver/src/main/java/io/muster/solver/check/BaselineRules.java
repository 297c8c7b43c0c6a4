package io.muster.solver.check;

import io.muster.data.model.Programme;
import io.muster.solver.catalogue.TrainingConstraint;
import java.time.LocalDate;
import java.util.List;

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
            if (!plan.baseline().has(booking.booking(), booking.cell())) {
                notice(booking, findings);
            }
        }
        LocalDate thaw = programme.asOf().plusDays(programme.notice().frozenDays());
        for (BaselineIndex.Old old : plan.baseline().all()) {
            if (old.booking().date().isBefore(thaw) && plan.isChanged(old)) {
                frozen(old, thaw, findings);
            }
        }
    }

    private void notice(PlacedBooking booking, Findings findings) {
        boolean broken = plan.baseline().isPresent() && plan.baseline().isBroken(booking.key());
        LocalDate first =
                programme.asOf().plusDays(broken ? 1 : programme.notice().newBookingDays());
        if (booking.date().isBefore(first)) {
            findings.add(
                    TrainingConstraint.H16_NOTICE,
                    1,
                    booking.subject(),
                    "Newly booked on " + booking.date() + ", but the first date with notice is " + first + ".",
                    List.of(booking));
        }
    }

    private void frozen(BaselineIndex.Old old, LocalDate thaw, Findings findings) {
        if (!plan.baseline().isBroken(old.key())) {
            findings.add(
                    TrainingConstraint.H18_FROZEN,
                    1,
                    old.key() + " " + old.booking().date(),
                    "The baseline booking is dated before " + thaw + ", is not broken, and did not stay.",
                    List.of());
        }
    }
}
