package io.muster.solver.constraint;

import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All bookings of one staff member, by day.
 *
 * @param days the days with a booking, ascending, at least one
 * @param bookings the bookings
 */
record StaffDays(List<StaffDay> days, List<Placement> bookings) {

    /** {@return the days of all bookings of one staff member, at least one} */
    static StaffDays of(List<Placement> bookings) {
        TreeMap<Integer, List<Placement>> byDay = new TreeMap<>();
        for (Placement booking : bookings) {
            byDay.computeIfAbsent(booking.day(), day -> new ArrayList<>()).add(booking);
        }
        return new StaffDays(byDay.values().stream().map(StaffDay::of).toList(), List.copyOf(bookings));
    }

    /**
     * The pairs of neighbouring calendar days, at least one of them booked, with too little rest between them (H07).
     *
     * @return for each pair a booked day of it; a day stands for at most two pairs
     */
    List<Breach> restBreaches() {
        List<Breach> breaches = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            StaffDay day = days.get(i);
            if (day.isPast()) {
                // The pair with a booked next day that is not past is asked for by that one.
                continue;
            }
            boolean bookedBefore = i > 0 && days.get(i - 1).day() == day.problem().calendar.dayBefore[day.day()];
            boolean bookedAfter =
                    i + 1 < days.size() && days.get(i + 1).day() == day.problem().calendar.dayAfter[day.day()];
            int pairs = 0;
            if (bookedBefore ? days.get(i - 1).isPast() && !days.get(i - 1).isRestedUntil(day) : !day.startsRested()) {
                pairs++;
            }
            if (bookedAfter ? !day.isRestedUntil(days.get(i + 1)) : !day.endsRested()) {
                pairs++;
            }
            if (pairs > 0) {
                breaches.add(new Breach(day, pairs));
            }
        }
        return breaches;
    }

    /**
     * The bookings and prerequisite modules that are not in order (H11).
     *
     * @return one for each booking and prerequisite
     */
    List<OrderBreach> orderBreaches() {
        List<OrderBreach> breaches = new ArrayList<>();
        for (Placement booking : bookings) {
            if (booking.isPast()) {
                continue;
            }
            Problem problem = booking.problem();
            for (int before : problem.curriculum.after[booking.module()]) {
                int earlier = problem.requirements.at[booking.staff() * problem.curriculum.modules + before];
                if (earlier != Requirements.NONE && !isInOrder(find(earlier), booking)) {
                    breaches.add(new OrderBreach(booking, before));
                }
            }
        }
        return breaches;
    }

    private @Nullable Placement find(int requirement) {
        for (Placement booking : bookings) {
            if (booking.requirement() == requirement) {
                return booking;
            }
        }
        return null;
    }

    private static boolean isInOrder(@Nullable Placement earlier, Placement later) {
        if (earlier == null || !earlier.endsBefore(later)) {
            return false;
        }
        Problem problem = later.problem();
        int gap = problem.calendar.epochDay[later.day()] - problem.calendar.epochDay[earlier.day()];
        return gap >= problem.curriculum.minGap[later.module()] && gap <= problem.curriculum.maxGap[later.module()];
    }
}
