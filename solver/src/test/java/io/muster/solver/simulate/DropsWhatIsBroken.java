package io.muster.solver.simulate;

import io.muster.data.model.Programme;
import io.muster.data.model.Programme.ChangeBand;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import io.muster.solver.SolveListener;
import io.muster.solver.replan.PlanReplanner;
import io.muster.solver.replan.Replan;
import io.muster.solver.replan.ReplanRequest;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what is not broken and drops the rest: a valid re-plan, if a poor one. Remembers what it was asked. */
class DropsWhatIsBroken implements PlanReplanner {

    final List<ReplanRequest> requests = new ArrayList<>();

    @Override
    public Replan replan(ReplanRequest request, SolveListener listener) {
        requests.add(request);
        Programme programme = request.dataSet().programme();
        List<Booking> kept = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Booking booking : request.baseline().bookings()) {
            if (request.broken().contains(BookingKey.of(booking))) {
                changes.add(dropped(booking, programme));
            } else {
                kept.add(booking);
            }
        }
        Set<BookingKey> booked = new HashSet<>();
        Map<String, Integer> heads = new HashMap<>();
        for (Booking booking : kept) {
            booked.add(BookingKey.of(booking));
            if (booking.sessionId() != null) {
                heads.merge(booking.sessionId(), 1, Integer::sum);
            }
        }
        return new Replan(
                request.baseline().sessions().stream()
                        .filter(session -> heads.containsKey(session.id()))
                        .map(session -> counted(session, heads.getOrDefault(session.id(), 0)))
                        .toList(),
                kept,
                request.scope().stream()
                        .filter(decision -> decision.isRequirement(programme.lastDay()))
                        .filter(decision -> !booked.contains(key(decision)))
                        .map(d -> new Unbooked(d.staffId(), d.moduleId(), "DROPPED", "It was dropped."))
                        .toList(),
                changes);
    }

    @Override
    public LowerBounds bounds(ReplanRequest request, Replan replan) {
        return new LowerBounds(0L, null, "nothing is less", "none");
    }

    private static BookingKey key(ScopeDecision decision) {
        return new BookingKey(decision.staffId(), decision.moduleId());
    }

    private static Change dropped(Booking booking, Programme programme) {
        int notice = (int) Math.max(0, ChronoUnit.DAYS.between(programme.asOf(), booking.date()));
        ChangeBand band = programme.prices().changeBands().stream()
                .filter(one -> one.minDays() <= notice)
                .findFirst()
                .orElseThrow();
        return new Change(
                booking.staffId(),
                booking.moduleId(),
                booking.sessionId(),
                booking.date(),
                null,
                null,
                "DROPPED",
                null,
                notice,
                band.minDays(),
                programme.prices().change() * band.factor());
    }

    private static SessionRow counted(SessionRow row, int booked) {
        return new SessionRow(
                row.id(),
                row.moduleId(),
                row.date(),
                row.slotIds(),
                row.roomId(),
                row.venueId(),
                row.trainerIds(),
                row.capacity(),
                booked,
                row.status());
    }
}
