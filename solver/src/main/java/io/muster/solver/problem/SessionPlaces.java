package io.muster.solver.problem;

import io.muster.data.model.Programme.Slot;
import io.muster.data.model.Room;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.Booking;
import io.muster.data.plan.SessionRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the sessions and bookings of a plan's rows stand: the way back from {@link SessionIds}, for plans of any origin.
 * Virtual sessions take virtual rooms in the order of their rows.
 */
public final class SessionPlaces {

    /** No place: not a training day, not the module's slots, in no known room, or another session stands there. */
    public static final int NONE = -1;

    private final Problem problem;
    private final Map<String, Integer> moduleAt;
    private final Map<String, Integer> slotAt;
    private final Map<String, Integer> placeOf = new HashMap<>();

    /**
     * Finds the places of some sessions.
     *
     * @param problem the problem
     * @param sessions rows; cancelled ones have no place
     */
    public SessionPlaces(Problem problem, List<SessionRow> sessions) {
        this.problem = problem;
        moduleAt = Ids.positions(problem.dataSet.modules(), TrainingModule::id);
        slotAt = Ids.positions(problem.dataSet.programme().slots(), Slot::id);
        Map<String, Integer> roomAt = Ids.positions(problem.dataSet.rooms(), Room::id);
        boolean[] taken = new boolean[problem.estate.digitalBase];
        for (SessionRow row : sessions) {
            if (row.status() == SessionRow.Status.CANCELLED) {
                continue;
            }
            int day = problem.calendar.indexOf(row.date());
            int slot = slot(row.moduleId(), row.slotIds());
            if (day < 0 || slot < 0) {
                continue;
            }
            int place = row.roomId() == null
                    ? virtualPlace(taken, day, slot, row.slotIds().size())
                    : realPlace(roomAt.get(row.roomId()), day, slot);
            if (place != NONE && !taken[place]) {
                for (int i = 0; i < row.slotIds().size(); i++) {
                    taken[place + i] = true;
                }
                placeOf.put(row.id(), place);
            }
        }
    }

    /**
     * The place of a session.
     *
     * @param sessionId id of a row
     * @return a session index, see {@link Estate}; {@link #NONE}
     */
    public int of(String sessionId) {
        return placeOf.getOrDefault(sessionId, NONE);
    }

    /**
     * The place of a booking.
     *
     * @param booking a booking
     * @return its session's place, or the digital one; {@link #NONE}
     */
    public int of(Booking booking) {
        String sessionId = booking.sessionId();
        if (sessionId != null) {
            return of(sessionId);
        }
        int day = problem.calendar.indexOf(booking.date());
        int slot = slot(booking.moduleId(), booking.slotIds());
        Integer module = moduleAt.get(booking.moduleId());
        return module == null || day < 0 || slot < 0 || !problem.curriculum.isDigital(module)
                ? NONE
                : problem.estate.digitalSession(module, day, slot);
    }

    /** First slot of a module's slots; -1: they are not its slots. */
    private int slot(String moduleId, List<String> slotIds) {
        Integer module = moduleAt.get(moduleId);
        Integer slot = slotAt.get(slotIds.get(0));
        return module == null
                        || slot == null
                        || slotIds.size() != problem.curriculum.slots[module]
                        || !problem.curriculum.fitsSlot(module, slot)
                ? -1
                : slot;
    }

    private int realPlace(@Nullable Integer room, int day, int slot) {
        return room == null ? NONE : problem.estate.sessionAt(room, day, slot);
    }

    private int virtualPlace(boolean[] taken, int day, int slot, int slots) {
        for (int room = problem.estate.realRooms; room < problem.estate.rooms; room++) {
            int place = problem.estate.sessionAt(room, day, slot);
            boolean isFree = true;
            for (int i = 0; i < slots; i++) {
                isFree &= !taken[place + i];
            }
            if (isFree) {
                return place;
            }
        }
        return NONE;
    }
}
