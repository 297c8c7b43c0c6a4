package io.muster.api.explain;

import io.muster.data.plan.ScopeDecision;
import io.muster.rules.ScopeTrace;
import io.muster.solver.explain.BookingWhy;
import io.muster.solver.explain.UnbookedWhy;
import java.util.List;

/**
 * Everything about one person.
 *
 * @param staffId the staff member
 * @param decisions what the plan's {@code scope.csv} says about each module
 * @param scope how the rules come to it; empty when the plan's rule set is not at hand
 * @param bookings why each booking is where it is
 * @param unbooked why what else they require is not booked
 * @param notes what is worth knowing besides, such as that the plan was made by another rule set
 */
public record PersonWhy(
        String staffId,
        List<ScopeDecision> decisions,
        List<ScopeTrace> scope,
        List<BookingWhy> bookings,
        List<UnbookedWhy> unbooked,
        List<String> notes) {

    /** Copies the lists. */
    public PersonWhy {
        decisions = List.copyOf(decisions);
        scope = List.copyOf(scope);
        bookings = List.copyOf(bookings);
        unbooked = List.copyOf(unbooked);
        notes = List.copyOf(notes);
    }
}
