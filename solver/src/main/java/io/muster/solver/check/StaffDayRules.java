package io.muster.solver.check;

import io.muster.data.model.TrainingModule.Delivery;
import io.muster.solver.catalogue.TrainingConstraint;
import java.time.LocalTime;
import java.util.List;

/**
 * Rules over the bookings of one person: H02 once, H03 clash, H09 one venue, H10 earliest start, H13 week. H07 rest has
 * {@link RestRule its own class}.
 */
final class StaffDayRules {

    private final DataIndex index;
    private final PlanIndex plan;

    StaffDayRules(DataIndex index, PlanIndex plan) {
        this.index = index;
        this.plan = plan;
    }

    void check(Breaches breaches) {
        once(breaches);
        for (StaffDay day : plan.staffDays()) {
            clash(day, breaches);
            oneVenue(day, breaches);
            earliestStart(day, breaches);
        }
        week(breaches);
    }

    private void once(Breaches breaches) {
        for (int cell = 0; cell < index.cells(); cell++) {
            List<PlacedBooking> bookings = plan.bookingsOf(cell);
            if (bookings.size() < 2) {
                continue;
            }
            int past = (int) bookings.stream().filter(PlacedBooking::past).count();
            int excess = Excess.over(1, bookings.size(), past);
            if (excess > 0) {
                breaches.add(
                        TrainingConstraint.H02_ONCE,
                        excess,
                        bookings.get(0).key().toString(),
                        "Booked " + bookings.size() + " times for the module.",
                        bookings);
            }
        }
    }

    private void clash(StaffDay day, Breaches breaches) {
        if (day.bookings().size() < 2) {
            return;
        }
        for (int slot = 0; slot < index.slots().count(); slot++) {
            int all = day.bookingsOf(slot, false);
            int excess = Excess.over(1, all, day.bookingsOf(slot, true));
            if (excess > 0) {
                breaches.add(
                        TrainingConstraint.H03_CLASH,
                        excess,
                        day.subject() + " " + index.slots().id(slot),
                        all + " bookings in one slot.",
                        inSlots(day, 1 << slot));
            }
        }
    }

    private static List<PlacedBooking> inSlots(StaffDay day, int slots) {
        return day.bookings().stream()
                .filter(booking -> (booking.slots() & slots) != 0)
                .toList();
    }

    private void oneVenue(StaffDay day, Breaches breaches) {
        if (day.bookings().size() < 2) {
            return;
        }
        int excess = Excess.over(1, places(day, false), places(day, true));
        if (excess > 0) {
            breaches.add(
                    TrainingConstraint.H09_ONE_VENUE,
                    excess,
                    day.subject(),
                    "Booked at " + String.join(", ", day.venueIds())
                            + (day.hasVirtual(false) ? " and in a virtual session" : "") + " on one day.",
                    day.bookings().stream()
                            .filter(booking -> !booking.isDelivered(Delivery.DIGITAL))
                            .toList());
        }
    }

    private static int places(StaffDay day, boolean pastOnly) {
        return day.venues(pastOnly) + (day.hasVirtual(pastOnly) ? 1 : 0);
    }

    private void earliestStart(StaffDay day, Breaches breaches) {
        LocalTime notBefore = day.person().member().notBefore();
        if (notBefore != null
                && startsBefore(notBefore, day.slots(false))
                && !startsBefore(notBefore, day.slots(true))) {
            breaches.add(
                    TrainingConstraint.H10_NEEDS,
                    1,
                    day.subject(),
                    "Training starts at " + index.slots().start(day.slots(false)) + ", before " + notBefore + ".",
                    day.bookings().stream()
                            .filter(booking -> startsBefore(notBefore, booking.slots()))
                            .toList());
        }
    }

    private boolean startsBefore(LocalTime notBefore, int slots) {
        LocalTime start = index.slots().start(slots);
        return start != null && start.isBefore(notBefore);
    }

    /** Days are by person and then date, so those of a week follow each other. */
    private void week(Breaches breaches) {
        List<StaffDay> days = plan.staffDays();
        int limit = index.programme().limits().maxTrainingDaysPerStaffPerWeek();
        int from = 0;
        while (from < days.size()) {
            StaffDay first = days.get(from);
            long isoWeek = DataIndex.isoWeek(first.day());
            int to = from;
            int past = 0;
            while (to < days.size()
                    && days.get(to).person() == first.person()
                    && DataIndex.isoWeek(days.get(to).day()) == isoWeek) {
                past += days.get(to++).hasPast() ? 1 : 0;
            }
            int excess = Excess.over(limit, to - from, past);
            if (excess > 0) {
                breaches.add(
                        TrainingConstraint.H13_WEEK,
                        excess,
                        first.person().id() + " week to " + DataIndex.sundayOf(isoWeek),
                        (to - from) + " training days in a week, limit " + limit + ".",
                        days.subList(from, to).stream()
                                .flatMap(day -> day.bookings().stream())
                                .toList());
            }
            from = to;
        }
    }
}
