package io.muster.solver.constraint;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Workforce;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/**
 * A staff member's day with bookings.
 *
 * @param problem the problem
 * @param staff the staff member
 * @param day the training day
 * @param slots the slots booked, as bits
 * @param clashes bookings beyond the first of a slot, all slots together
 * @param venues the venues of its face-to-face bookings, ascending
 * @param virtual whether a booking is virtual
 */
record StaffDay(Problem problem, int staff, int day, int slots, int clashes, List<Integer> venues, boolean virtual)
        implements Subject {

    /** {@return the day of some bookings of one staff member and day, at least one} */
    static StaffDay of(List<Placement> bookings) {
        Placement any = bookings.get(0);
        int slots = 0;
        int taken = 0;
        boolean virtual = false;
        TreeSet<Integer> venues = new TreeSet<>();
        for (Placement booking : bookings) {
            slots |= booking.place().slots();
            taken += Integer.bitCount(booking.place().slots());
            virtual |= booking.isVirtual();
            if (booking.place().venue() != Place.NONE) {
                venues.add(booking.place().venue());
            }
        }
        return new StaffDay(
                any.problem(),
                any.staff(),
                any.day(),
                slots,
                taken - Integer.bitCount(slots),
                List.copyOf(venues),
                virtual);
    }

    /** {@return whether it is before the day of the re-plan: it breaks no rule, but counts for the others} */
    boolean isPast() {
        return day < problem.baseline.firstFree;
    }

    /** {@return venues, virtual counting as one, beyond the first (H09)} */
    int venuesTooMany() {
        return Math.max(0, venues.size() + (virtual ? 1 : 0) - 1);
    }

    /** {@return whether the first booked slot starts before the staff member's earliest start (H10)} */
    boolean isTooEarly() {
        return has(Workforce.EARLY << Bits.first(slots));
    }

    /** {@return whether the duty is not a rest day} */
    boolean isOnDuty() {
        return has(Workforce.ON_DUTY);
    }

    /** {@return whether it is a rest day that is paid for, which needs permission (cost line restDay)} */
    boolean isPaidRestDay() {
        return !isOnDuty() && problem.dataSet.programme().limits().restDayTraining();
    }

    /** {@return whether the rest before it suffices when the day before is not booked} */
    boolean startsRested() {
        return has(Workforce.START_OK << Bits.first(slots));
    }

    /** {@return whether the rest after it suffices when the day after is not booked} */
    boolean endsRested() {
        return has(Workforce.END_OK << Bits.last(slots));
    }

    /** {@return whether the rest between it and a booked next day suffices} */
    boolean isRestedUntil(StaffDay next) {
        return problem.calendar.restBetween[Bits.last(slots) * problem.calendar.slots + Bits.first(next.slots)];
    }

    private boolean has(int bit) {
        return (problem.workforce.dayBits[staff * problem.calendar.days + day] & bit) != 0;
    }

    /** {@return the staff member's team that day, and the day} */
    TeamDay teamDay() {
        return new TeamDay(problem, problem.workforce.teamOn(staff, day), day);
    }

    /** {@return the staff member and the ISO week} */
    StaffWeek week() {
        return new StaffWeek(problem, staff, problem.calendar.weekOf[day]);
    }

    /** {@return what the day's journey costs, pence; at several venues (which breaks H09) the dearest counts} */
    long travelPence() {
        long pence = 0;
        for (int venue : venues) {
            pence = Math.max(
                    pence,
                    problem.estate.travelPence[problem.workforce.teamOn(staff, day) * problem.estate.venues + venue]);
        }
        return pence;
    }

    /** {@return the date} */
    LocalDate date() {
        return problem.calendar.dateOf[day];
    }

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        return new TrainingJustification.OfStaffDay(
                constraint, amount, problem.dataSet.staff().get(staff).id(), date());
    }
}
