package io.muster.solver.check;

import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.SessionRow.Status;
import io.muster.data.plan.Unbooked;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * FORMAT: whether the rows of a plan hang together (DATASET.md section 5). The rows of changes.csv are the business of
 * {@link ChangeRows}.
 */
final class FormatRules {

    private final DataIndex index;
    private final PlanIndex plan;
    private final Map<String, Integer> countingRows = new HashMap<>();
    private final Set<String> sessionsWithRows = new HashSet<>();

    FormatRules(DataIndex index, PlanIndex plan) {
        this.index = index;
        this.plan = plan;
        for (Booking booking : plan.plan().bookings()) {
            String sessionId = booking.sessionId();
            if (sessionId != null) {
                sessionsWithRows.add(sessionId);
                if (booking.counts()) {
                    countingRows.merge(sessionId, 1, Integer::sum);
                }
            }
        }
    }

    void check(Findings findings) {
        scope(findings);
        sessions(findings);
        int row = 0;
        for (Booking booking : plan.plan().bookings()) {
            booking(booking, plan.cellOfBooking(row++), findings);
        }
        unbooked(findings);
        cancelled(findings);
        new ChangeRows(index, plan).check(findings);
    }

    private void scope(Findings findings) {
        BitSet seen = new BitSet();
        Set<BookingKey> seenUnknown = new HashSet<>();
        int row = 0;
        for (ScopeDecision decision : plan.plan().scope()) {
            int cell = plan.cellOfScope(row++);
            boolean isFirst;
            if (cell == CellFinder.UNKNOWN) {
                BookingKey key = new BookingKey(decision.staffId(), decision.moduleId());
                known(key, "scope.csv", findings);
                isFirst = seenUnknown.add(key);
            } else {
                isFirst = !seen.get(cell);
                seen.set(cell);
            }
            if (!isFirst) {
                findings.addFormat(
                        decision.staffId() + " " + decision.moduleId(), "scope.csv has more than one decision.");
            }
        }
    }

    private void known(BookingKey key, String file, Findings findings) {
        if (index.findPerson(key.staffId()) == null) {
            findings.addFormat(key.toString(), file + " names the unknown staff member " + key.staffId() + ".");
        }
        if (index.findModule(key.moduleId()) == null) {
            findings.addFormat(key.toString(), file + " names the unknown module " + key.moduleId() + ".");
        }
    }

    private void sessions(Findings findings) {
        Set<String> seen = new HashSet<>();
        for (SessionRow row : plan.plan().sessions()) {
            if (!seen.add(row.id())) {
                findings.addFormat(row.id(), "sessions.csv has more than one row of the session.");
            }
            TrainingModule module = index.findModule(row.moduleId());
            if (module == null) {
                findings.addFormat(row.id(), "The session is of the unknown module " + row.moduleId() + ".");
            } else if (module.delivery() == Delivery.DIGITAL) {
                findings.addFormat(row.id(), "The digital module " + row.moduleId() + " has no sessions.");
            } else {
                slots(row::id, row.slotIds(), module, findings);
                place(row, findings);
                capacity(row, findings);
            }
            bookings(row, findings);
        }
    }

    private void slots(Supplier<String> subject, List<String> slotIds, TrainingModule module, Findings findings) {
        if (!index.slots().areInOrder(slotIds)) {
            findings.addFormat(subject.get(), "Slots " + slotIds + " are not known slots in time order.");
        }
        if (slotIds.size() != module.slots()) {
            findings.addFormat(
                    subject.get(),
                    "Slots " + slotIds + ", but module " + module.id() + " takes " + module.slots() + " of them.");
        }
    }

    private void place(SessionRow row, Findings findings) {
        RunningSession session = plan.findSession(row.id());
        if (session == null || session.row() != row) {
            return;
        }
        if (!session.isFaceToFace()) {
            if (row.roomId() != null || row.venueId() != null) {
                findings.addFormat(row.id(), "A virtual session has neither room nor venue.");
            }
        } else if ((row.roomId() == null || session.room() != null)
                && !Objects.equals(row.venueId(), session.venueId())) {
            findings.addFormat(
                    row.id(), "The venue is " + row.venueId() + ", but the room's is " + session.venueId() + ".");
        }
    }

    /** A cancelled session's capacity means nothing; a past one keeps that of its day. */
    private void capacity(SessionRow row, Findings findings) {
        RunningSession session = plan.findSession(row.id());
        if (session != null
                && session.row() == row
                && row.status() != Status.CANCELLED
                && !session.isPast()
                && row.capacity() != session.capacity()) {
            findings.addFormat(
                    row.id(), "The capacity column says " + row.capacity() + ", but it is " + session.capacity() + ".");
        }
    }

    private void bookings(SessionRow row, Findings findings) {
        int booked = countingRows.getOrDefault(row.id(), 0);
        if (row.booked() != booked) {
            findings.addFormat(row.id(), "The booked column says " + row.booked() + ", but there are " + booked + ".");
        }
        if (row.status() == Status.CANCELLED) {
            if (booked > 0) {
                findings.addFormat(row.id(), "A cancelled session has " + booked + " bookings.");
            }
        } else if (!sessionsWithRows.contains(row.id())) {
            findings.addFormat(row.id(), "sessions.csv lists a session that nobody is booked into.");
        }
    }

    private void booking(Booking booking, int cell, Findings findings) {
        if (cell == CellFinder.UNKNOWN) {
            known(BookingKey.of(booking), "bookings.csv", findings);
        }
        TrainingModule module = index.findModule(booking.moduleId());
        if (module == null || !booking.counts()) {
            return;
        }
        Supplier<String> subject = () -> BookingKey.of(booking) + " " + booking.date();
        slots(subject, booking.slotIds(), module, findings);
        String sessionId = booking.sessionId();
        if (module.delivery() == Delivery.DIGITAL) {
            if (sessionId != null) {
                findings.addFormat(subject.get(), "A digital booking has no session, but names " + sessionId + ".");
            }
        } else if (sessionId == null) {
            findings.addFormat(subject.get(), "The booking names no session.");
        } else {
            session(booking, subject, sessionId, plan.findSession(sessionId), findings);
        }
    }

    private static void session(
            Booking booking,
            Supplier<String> subject,
            String sessionId,
            @Nullable RunningSession session,
            Findings findings) {
        if (session == null) {
            findings.addFormat(subject.get(), "The booking names the unknown session " + sessionId + ".");
            return;
        }
        SessionRow row = session.row();
        if (!row.moduleId().equals(booking.moduleId())) {
            findings.addFormat(subject.get(), "Session " + sessionId + " is of module " + row.moduleId() + ".");
        }
        if (!row.date().equals(booking.date())) {
            findings.addFormat(subject.get(), "Session " + sessionId + " is on " + row.date() + ".");
        }
        if (!row.slotIds().equals(booking.slotIds())) {
            findings.addFormat(
                    subject.get(),
                    "Session " + sessionId + " has slots " + row.slotIds() + ", not " + booking.slotIds() + ".");
        }
    }

    private void unbooked(Findings findings) {
        BitSet listed = new BitSet();
        Set<BookingKey> listedUnknown = new HashSet<>();
        CellFinder finder = index.finder();
        for (Unbooked row : plan.plan().unbooked()) {
            BookingKey key = new BookingKey(row.staffId(), row.moduleId());
            int cell = finder.cellOf(row.staffId(), row.moduleId());
            boolean known = cell != CellFinder.UNKNOWN;
            if (known ? listed.get(cell) : !listedUnknown.add(key)) {
                findings.addFormat(key.toString(), "unbooked.csv lists the requirement more than once.");
            } else if (!known || !isUnbooked(cell)) {
                findings.addFormat(key.toString(), "unbooked.csv lists what is booked or not a requirement.");
            }
            if (known) {
                listed.set(cell);
            }
        }
        for (int cell = 0; cell < index.cells(); cell++) {
            if (!listed.get(cell) && isUnbooked(cell)) {
                findings.addFormat(
                        index.personOf(cell).id() + " " + index.moduleOf(cell).id(),
                        "unbooked.csv lacks an unbooked requirement.");
            }
        }
    }

    private boolean isUnbooked(int cell) {
        return plan.bookingsOf(cell).isEmpty() && plan.isRequirement(cell);
    }

    /** What disruptions cancelled: "neither may be kept, and the session id may not run again". */
    private void cancelled(Findings findings) {
        for (String sessionId : plan.baseline().cancelledSessions()) {
            int booked = countingRows.getOrDefault(sessionId, 0);
            if (booked > 0) {
                findings.addFormat(
                        sessionId,
                        "A disruption cancelled the session, so it may not run again, but it has " + booked
                                + " bookings.");
            }
        }
        for (BaselineIndex.Old old : plan.baseline().all()) {
            if (plan.baseline().isVoided(old.key()) && !plan.isChanged(old)) {
                findings.addFormat(
                        old.key() + " " + old.booking().date(),
                        "A disruption made the baseline booking void, so it may not be kept.");
            }
        }
    }
}
