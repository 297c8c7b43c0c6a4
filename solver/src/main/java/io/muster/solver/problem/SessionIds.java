package io.muster.solver.problem;

import io.muster.data.model.DataSet;
import io.muster.data.model.Room;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ids of sessions: where and when one is, such as {@code 2025-04-07-AM-R012}. One that is in no room of the data set ends
 * in {@code V} and a number instead. A two-slot session is named after its first slot. Ids depend on the problem alone,
 * so that they are the same in every plan of it.
 */
public final class SessionIds {

    private final DataSet dataSet;
    private final Calendar calendar;
    private final Estate estate;
    private final String prefix;

    SessionIds(DataSet dataSet, Calendar calendar, Estate estate) {
        this.dataSet = dataSet;
        this.calendar = calendar;
        this.estate = estate;
        Set<String> roomIds = dataSet.rooms().stream().map(Room::id).collect(Collectors.toSet());
        String free = "V";
        while (isTaken(free, roomIds)) {
            free += "V";
        }
        prefix = free;
    }

    private static boolean isTaken(String prefix, Set<String> roomIds) {
        return roomIds.stream()
                .anyMatch(id -> id.startsWith(prefix)
                        && id.substring(prefix.length()).chars().allMatch(Character::isDigit));
    }

    /**
     * The id of the session at an index.
     *
     * @param session a session index, see {@link Estate}
     * @return its id
     */
    public String of(int session) {
        String slotId = dataSet.programme().slots().get(estate.slotOf(session)).id();
        return calendar.dateOf[estate.dayOf(session)] + "-" + slotId + "-" + label(session);
    }

    private String label(int session) {
        // Digital places are numbered after the virtual rooms, as if each digital module were one more of them.
        int room = session / (calendar.days * calendar.slots);
        return room < estate.realRooms
                ? dataSet.rooms().get(room).id()
                : prefix + String.format(Locale.ROOT, "%02d", room - estate.realRooms + 1);
    }
}
