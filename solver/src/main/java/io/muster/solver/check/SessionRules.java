package io.muster.solver.check;

import io.muster.data.model.Room;
import io.muster.solver.catalogue.TrainingConstraint;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rules over sessions that run and their rooms: H04 capacity, H14 room. */
final class SessionRules {

    private final DataIndex index;
    private final PlanIndex plan;

    SessionRules(DataIndex index, PlanIndex plan) {
        this.index = index;
        this.plan = plan;
    }

    private record RoomSlot(String roomId, LocalDate date, int slot) {}

    void check(Findings findings) {
        Map<RoomSlot, int[]> allAndPast = new LinkedHashMap<>();
        for (RunningSession session : plan.runningSessions()) {
            capacity(session, findings);
            if (session.isFaceToFace()) {
                room(session, findings);
                occupy(session, allAndPast);
            }
        }
        allAndPast.forEach((key, sessions) -> {
            int excess = Excess.over(1, sessions[0], sessions[1]);
            if (excess > 0) {
                findings.add(
                        TrainingConstraint.H14_ROOM,
                        excess,
                        key.roomId() + " " + key.date() + " " + index.slots().id(key.slot()),
                        sessions[0] + " sessions in one room and slot.");
            }
        });
    }

    private static void capacity(RunningSession session, Findings findings) {
        int all = session.bookings().size();
        int past = (int) session.bookings().stream().filter(PlacedBooking::past).count();
        int excess = Excess.over(session.capacity(), all, past);
        if (excess > 0) {
            findings.add(
                    TrainingConstraint.H04_CAPACITY,
                    excess,
                    session.id(),
                    all + " bookings, capacity " + session.capacity() + ".");
        }
    }

    private void room(RunningSession session, Findings findings) {
        if (session.isPast()) {
            return;
        }
        Room room = session.room();
        if (room == null) {
            String roomId = session.row().roomId();
            findings.add(
                    TrainingConstraint.H14_ROOM,
                    1,
                    session.id(),
                    roomId == null ? "A face-to-face session without a room." : "Room " + roomId + " is unknown.");
        } else if (!index.isOpen(room, session.date())) {
            findings.add(
                    TrainingConstraint.H14_ROOM,
                    1,
                    session.id(),
                    "Room " + room.id() + " is not open on " + session.date() + ".");
        }
    }

    private void occupy(RunningSession session, Map<RoomSlot, int[]> allAndPast) {
        Room room = session.room();
        if (room == null) {
            return;
        }
        for (int slot = 0; slot < index.slots().count(); slot++) {
            if ((session.slots() & (1 << slot)) != 0) {
                int[] sessions =
                        allAndPast.computeIfAbsent(new RoomSlot(room.id(), session.date(), slot), key -> new int[2]);
                sessions[0]++;
                sessions[1] += session.isPast() ? 1 : 0;
            }
        }
    }
}
