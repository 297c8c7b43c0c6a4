package io.muster.solver.check;

import io.muster.data.model.Room;
import io.muster.solver.catalogue.TrainingConstraint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

    void check(Breaches breaches) {
        Map<RoomSlot, List<RunningSession>> sessionsByRoomSlot = new LinkedHashMap<>();
        for (RunningSession session : plan.runningSessions()) {
            capacity(session, breaches);
            if (session.isFaceToFace()) {
                room(session, breaches);
                occupy(session, sessionsByRoomSlot);
            }
        }
        sessionsByRoomSlot.forEach((key, sessions) -> {
            int past = (int) sessions.stream().filter(RunningSession::isPast).count();
            int excess = Excess.over(1, sessions.size(), past);
            if (excess > 0) {
                breaches.add(
                        TrainingConstraint.H14_ROOM,
                        excess,
                        key.roomId() + " " + key.date() + " " + index.slots().id(key.slot()),
                        sessions.size() + " sessions in one room and slot.",
                        PlanIndex.bookingsOf(sessions));
            }
        });
    }

    private static void capacity(RunningSession session, Breaches breaches) {
        int all = session.bookings().size();
        int excess = Excess.over(session.capacity(), all, session.pastBookings());
        if (excess > 0) {
            breaches.add(
                    TrainingConstraint.H04_CAPACITY,
                    excess,
                    session.id(),
                    all + " bookings, capacity " + session.capacity() + ".",
                    session.bookings());
        }
    }

    private void room(RunningSession session, Breaches breaches) {
        if (session.isPast()) {
            return;
        }
        Room room = session.room();
        if (room == null) {
            String roomId = session.row().roomId();
            breaches.add(
                    TrainingConstraint.H14_ROOM,
                    1,
                    session.id(),
                    roomId == null ? "A face-to-face session without a room." : "Room " + roomId + " is unknown.",
                    session.bookings());
        } else if (!index.isOpen(room, session.date())) {
            breaches.add(
                    TrainingConstraint.H14_ROOM,
                    1,
                    session.id(),
                    "Room " + room.id() + " is not open on " + session.date() + ".",
                    session.bookings());
        }
    }

    private void occupy(RunningSession session, Map<RoomSlot, List<RunningSession>> sessionsByRoomSlot) {
        Room room = session.room();
        if (room == null) {
            return;
        }
        for (int slot = 0; slot < index.slots().count(); slot++) {
            if ((session.slots() & (1 << slot)) != 0) {
                sessionsByRoomSlot
                        .computeIfAbsent(new RoomSlot(room.id(), session.date(), slot), key -> new ArrayList<>(1))
                        .add(session);
            }
        }
    }
}
