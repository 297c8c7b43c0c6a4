package io.muster.api.service.replan;

import io.muster.api.service.replan.RecordedDisruption.State;
import io.muster.api.service.web.ProblemException;
import io.muster.data.plan.Booking;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The disruptions of a re-plan: those it is to answer, and those that an earlier one answered and that go on. A venue that
 * is closed for good, a transfer or a leaver holds for every later plan, so each re-plan is told of all of them again; a
 * cancelled session and a no-show are settled with the plan that answered them.
 *
 * @param asked those to answer, by the code points of their ids
 * @param standing those that still hold, likewise
 */
record Selection(List<Disruption> asked, List<Disruption> standing) {

    /** Copies the lists. */
    Selection {
        asked = List.copyOf(asked);
        standing = List.copyOf(standing);
    }

    /** {@return all that hold, by the code points of their ids} */
    List<Disruption> all() {
        List<Disruption> all = new ArrayList<>(asked);
        all.addAll(standing);
        all.sort(Comparator.comparing(Disruption::id, CodePointOrder.COMPARATOR));
        return all;
    }

    /**
     * Selects disruptions.
     *
     * @param open open disruptions of the data set
     * @param applied its applied ones
     * @param ids which of the open ones to answer; no-shows are always among them. Null: all
     * @param published the published plan
     * @return the selection
     * @throws ProblemException 409 when one of the ids is not open
     */
    static Selection of(
            List<RecordedDisruption> open,
            List<RecordedDisruption> applied,
            @Nullable Set<String> ids,
            Plan published) {
        if (ids != null) {
            Set<String> known = open.stream().map(row -> row.disruption().id()).collect(Collectors.toSet());
            List<String> unknown =
                    ids.stream().filter(id -> !known.contains(id)).sorted().toList();
            if (!unknown.isEmpty()) {
                throw ProblemException.conflict(
                        "disruption-not-open",
                        "There are no open disruptions " + String.join(", ", unknown) + "; a re-plan answers "
                                + State.OPEN + " ones.");
            }
        }
        Set<Seat> seats = new HashSet<>();
        for (Booking booking : published.bookings()) {
            if (booking.counts()) {
                seats.add(new Seat(booking.staffId(), booking.sessionId()));
            }
        }
        List<Disruption> asked = open.stream()
                .map(RecordedDisruption::disruption)
                .filter(row -> ids == null || row.kind() == Kind.NO_SHOW || ids.contains(row.id()))
                .filter(row -> row.kind() != Kind.NO_SHOW || seats.contains(new Seat(row.subject(), row.value())))
                .toList();
        Set<String> released = asked.stream()
                .filter(row -> row.kind() == Kind.MODULE_RELEASE)
                .map(Disruption::subject)
                .collect(Collectors.toSet());
        List<Disruption> standing = applied.stream()
                .map(RecordedDisruption::disruption)
                .filter(row -> RecordedDisruption.lasts(row.kind()))
                // A newer release date takes the place of an older one.
                .filter(row -> row.kind() != Kind.MODULE_RELEASE || !released.contains(row.subject()))
                .toList();
        return new Selection(asked, standing);
    }

    private record Seat(String staffId, @Nullable String sessionId) {}
}
