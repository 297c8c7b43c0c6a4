package io.muster.solver.explain;

import java.util.List;

/**
 * Why a booking is where it is.
 *
 * @param staffId the staff member
 * @param moduleId the module
 * @param spot where it is
 * @param adds its share of each cost line: the plan with it against the plan without it
 * @param held why it may not be moved: past or inside the frozen period, or pinned by hand; empty when it may
 * @param alternatives the next best places, the cheapest first
 * @param possible how many there are in all
 */
public record BookingWhy(
        String staffId,
        String moduleId,
        Spot spot,
        Price adds,
        List<Hold> held,
        List<Alternative> alternatives,
        int possible) {

    /** Copies the lists. */
    public BookingWhy {
        held = List.copyOf(held);
        alternatives = List.copyOf(alternatives);
    }

    /** What holds a booking where it is. */
    public enum Hold {
        /** Dated before the day of the re-plan. */
        PAST,
        /** Inside the frozen period and not broken by a disruption (H18). */
        FROZEN,
        /** Pinned by hand. */
        PINNED
    }
}
