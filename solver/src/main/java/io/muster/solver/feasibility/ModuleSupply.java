package io.muster.solver.feasibility;

import java.util.List;

/**
 * Supply of one module against its demand.
 *
 * @param module module id
 * @param required requirements
 * @param possible those of them that can be booked at all
 * @param mostSeats seats if all rooms and trainers were for this module alone; {@link Long#MAX_VALUE}: no limit
 * @param trainerDaysNeeded trainer days that the fewest sessions for the possible ones take
 * @param trainerDays days of its accredited trainers, if they taught nothing else
 * @param internalDaysNeeded of the days needed, those of internal trainers at least
 * @param internalDays days of its internal trainers
 * @param seatsByMonth {@code mostSeats}, month by month
 * @param openByMonth requirements with a day in each month on which they could be booked
 */
public record ModuleSupply(
        String module,
        long required,
        long possible,
        long mostSeats,
        long trainerDaysNeeded,
        long trainerDays,
        long internalDaysNeeded,
        long internalDays,
        List<Long> seatsByMonth,
        List<Long> openByMonth) {

    /** Copies the lists. */
    public ModuleSupply {
        seatsByMonth = List.copyOf(seatsByMonth);
        openByMonth = List.copyOf(openByMonth);
    }
}
