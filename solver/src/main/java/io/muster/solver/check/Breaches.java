package io.muster.solver.check;

import io.muster.solver.catalogue.TrainingConstraint;
import java.util.List;

/** Takes what rules find broken. */
interface Breaches {

    /**
     * Notes a broken hard rule.
     *
     * @param rule the rule
     * @param points magnitude in its unit, more than 0
     * @param subject ids concerned
     * @param message a sentence saying what is broken, with the figures
     * @param bookings the bookings that break it together, past ones included
     */
    void add(TrainingConstraint rule, long points, String subject, String message, List<PlacedBooking> bookings);
}
