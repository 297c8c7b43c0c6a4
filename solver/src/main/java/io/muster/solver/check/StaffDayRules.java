package io.muster.solver.check;

import io.muster.solver.catalogue.TrainingConstraint;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    void check(Findings findings) {
        once(findings);
        for (StaffDay day : plan.staffDays()) {
            clash(day, findings);
            oneVenue(day, findings);
            earliestStart(day, findings);
        }
        week(findings);
    }

    private void once(Findings findings) {
        for (List<PlacedBooking> bookings : plan.bookingsByKey()) {
            int past = (int) bookings.stream().filter(PlacedBooking::past).count();
            int excess = Excess.over(1, bookings.size(), past);
            if (excess > 0) {
                findings.add(
                        TrainingConstraint.H02_ONCE,
                        excess,
                        bookings.get(0).key().toString(),
                        "Booked " + bookings.size() + " times for the module.");
            }
        }
    }

    private void clash(StaffDay day, Findings findings) {
        for (int slot = 0; slot < index.slots().count(); slot++) {
            int all = day.bookingsOf(slot, false);
            int excess = Excess.over(1, all, day.bookingsOf(slot, true));
            if (excess > 0) {
                findings.add(
                        TrainingConstraint.H03_CLASH,
                        excess,
                        day.subject() + " " + index.slots().id(slot),
                        all + " bookings in one slot.");
            }
        }
    }

    private void oneVenue(StaffDay day, Findings findings) {
        int excess = Excess.over(1, places(day, false), places(day, true));
        if (excess > 0) {
            findings.add(
                    TrainingConstraint.H09_ONE_VENUE,
                    excess,
                    day.subject(),
                    "Booked at " + String.join(", ", day.venueIds(false))
                            + (day.hasVirtual(false) ? " and in a virtual session" : "") + " on one day.");
        }
    }

    private static int places(StaffDay day, boolean pastOnly) {
        return day.venueIds(pastOnly).size() + (day.hasVirtual(pastOnly) ? 1 : 0);
    }

    private void earliestStart(StaffDay day, Findings findings) {
        LocalTime notBefore = day.person().member().notBefore();
        if (notBefore != null
                && startsBefore(notBefore, day.slots(false))
                && !startsBefore(notBefore, day.slots(true))) {
            findings.add(
                    TrainingConstraint.H10_NEEDS,
                    1,
                    day.subject(),
                    "Training starts at " + index.slots().start(day.slots(false)) + ", before " + notBefore + ".");
        }
    }

    private boolean startsBefore(LocalTime notBefore, int slots) {
        LocalTime start = index.slots().start(slots);
        return start != null && start.isBefore(notBefore);
    }

    private void week(Findings findings) {
        record StaffWeek(String staffId, long isoWeek) {}
        Map<StaffWeek, int[]> allAndPast = new LinkedHashMap<>();
        for (StaffDay day : plan.staffDays()) {
            StaffWeek week = new StaffWeek(day.person().id(), DataIndex.isoWeek(day.date()));
            int[] days = allAndPast.computeIfAbsent(week, key -> new int[2]);
            days[0]++;
            days[1] += day.hasPast() ? 1 : 0;
        }
        int limit = index.programme().limits().maxTrainingDaysPerStaffPerWeek();
        allAndPast.forEach((week, days) -> {
            int excess = Excess.over(limit, days[0], days[1]);
            if (excess > 0) {
                findings.add(
                        TrainingConstraint.H13_WEEK,
                        excess,
                        week.staffId() + " week to " + DataIndex.sundayOf(week.isoWeek()),
                        days[0] + " training days in a week, limit " + limit + ".");
            }
        });
    }
}
