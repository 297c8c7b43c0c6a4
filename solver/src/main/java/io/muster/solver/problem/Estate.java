package io.muster.solver.problem;

import io.muster.data.model.CapacityChange;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.RoomClosure;
import io.muster.data.model.Team;
import io.muster.data.model.Venue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Venues and rooms, and the places at which sessions may run.
 *
 * <p>Rooms of the data set come first; virtual rooms follow, one for each virtual session that may run side by side. A
 * session index is {@code (room * days + day) * slots + slot}; from {@link #digitalBase} on there is one index for each
 * digital module, day and slot. A two-slot session stands at slot 0.
 */
public final class Estate {

    private static final double EARTH_RADIUS_KM = 6371.0;
    private static final double AT_BASE_KM = 0.1;

    /** Number of venues. */
    public final int venues;
    /** One-way travel minutes: [team * venues + venue]. */
    public final int[] travelMinutes;
    /** Price of a staff member's day of travel, pence: [team * venues + venue]. */
    public final long[] travelPence;
    /** Rooms of the data set. */
    public final int realRooms;
    /** Rooms and virtual rooms. */
    public final int rooms;
    /** Venue of each room; -1: virtual. */
    public final int[] venueOf;
    /** Whether a room is open: [room * days + day]. */
    public final boolean[] open;
    /** Seats of each room on the day on which it has most; {@link Integer#MAX_VALUE} for virtual ones. */
    public final int[] capacity;
    /** Hire of each room for a slot, pence; 0 for virtual ones. */
    public final long[] pencePerSlot;
    /** Whether a room meets a needs class: [needs * rooms + room]. */
    public final boolean[] meetsNeeds;
    /** First session index of digital learning. */
    public final int digitalBase;
    /** Number of session indices. */
    public final int sessions;

    private final int days;
    private final int slots;
    private final int[] digitalIndex;
    private final int maxTravelMinutes;
    /** Seats by room and day: [room * days + day]; null: the same every day. */
    private final int @Nullable [] capacityByDay;

    Estate(DataSet dataSet, Calendar calendar, Curriculum curriculum, Workforce workforce, int virtualRooms) {
        days = calendar.days;
        slots = calendar.slots;
        maxTravelMinutes = dataSet.programme().limits().maxTravelMinutes();
        venues = dataSet.venues().size();
        travelMinutes = new int[workforce.teams * venues];
        travelPence = new long[workforce.teams * venues];
        fillTravel(dataSet);

        List<Room> list = dataSet.rooms();
        Map<String, Integer> venueAt = Ids.positions(dataSet.venues(), Venue::id);
        realRooms = list.size();
        rooms = realRooms + virtualRooms;
        venueOf = new int[rooms];
        Arrays.fill(venueOf, -1);
        open = new boolean[rooms * days];
        Arrays.fill(open, true);
        capacity = new int[rooms];
        Arrays.fill(capacity, Integer.MAX_VALUE);
        pencePerSlot = new long[rooms];
        meetsNeeds = new boolean[workforce.needs.size() * rooms];
        Arrays.fill(meetsNeeds, true);
        for (int r = 0; r < realRooms; r++) {
            Room room = list.get(r);
            venueOf[r] = Ids.at(venueAt, room.venueId());
            capacity[r] = room.capacity();
            pencePerSlot[r] = room.pencePerSlot();
            for (int n = 0; n < workforce.needs.size(); n++) {
                meetsNeeds[n * rooms + r] = room.features().containsAll(workforce.needs.get(n));
            }
            for (int d = 0; d < days; d++) {
                open[r * days + d] = (room.from() == null || !calendar.dateOf[d].isBefore(room.from()))
                        && (room.to() == null || !calendar.dateOf[d].isAfter(room.to()));
            }
        }
        Map<String, Integer> roomAt = Ids.positions(list, Room::id);
        for (RoomClosure closure : dataSet.roomClosures()) {
            int r = Ids.at(roomAt, closure.roomId());
            int last = calendar.lastOnOrBefore(closure.to());
            for (int d = calendar.firstOnOrAfter(closure.from()); d <= last; d++) {
                open[r * days + d] = false;
            }
        }
        capacityByDay = dataSet.capacityChanges().isEmpty() ? null : capacityByDay(dataSet, calendar, roomAt);
        digitalBase = rooms * days * slots;
        digitalIndex = new int[curriculum.modules];
        int digital = 0;
        for (int m = 0; m < curriculum.modules; m++) {
            digitalIndex[m] = curriculum.isDigital(m) ? digital++ : -1;
        }
        sessions = digitalBase + digital * days * slots;
    }

    /** Also raises {@link #capacity} to the most of any day. */
    private int[] capacityByDay(DataSet dataSet, Calendar calendar, Map<String, Integer> roomAt) {
        int[] seats = new int[rooms * days];
        for (int i = 0; i < seats.length; i++) {
            seats[i] = capacity[i / days];
        }
        boolean[] isChanged = new boolean[seats.length];
        for (CapacityChange change : dataSet.capacityChanges()) {
            int r = Ids.at(roomAt, change.roomId());
            int last = calendar.lastOnOrBefore(change.to());
            for (int d = calendar.firstOnOrAfter(change.from()); d <= last; d++) {
                int at = r * days + d;
                seats[at] = isChanged[at] ? Math.min(seats[at], change.capacity()) : change.capacity();
                isChanged[at] = true;
            }
        }
        for (int r = 0; r < realRooms && days > 0; r++) {
            capacity[r] = Arrays.stream(seats, r * days, (r + 1) * days).max().orElseThrow();
        }
        return seats;
    }

    /** {@return seats of a room on a day; {@link Integer#MAX_VALUE} for virtual ones} */
    public int capacityOn(int room, int day) {
        return capacityByDay == null ? capacity[room] : capacityByDay[room * days + day];
    }

    private void fillTravel(DataSet dataSet) {
        Programme.Prices prices = dataSet.programme().prices();
        for (int t = 0; t < dataSet.teams().size(); t++) {
            for (int v = 0; v < venues; v++) {
                int minutes = minutes(
                        dataSet.programme().travel(),
                        dataSet.teams().get(t),
                        dataSet.venues().get(v));
                travelMinutes[t * venues + v] = minutes;
                travelPence[t * venues + v] = prices.travelMinute() * minutes
                        + prices.longTravelMinute() * Math.max(0, minutes - prices.targetTravelMinutes());
            }
        }
    }

    /** One-way travel minutes (DATASET.md section 2, "Travel minutes"): haversine great circle, rounded half up. */
    private static int minutes(Programme.Travel travel, Team team, Venue venue) {
        double lat1 = Math.toRadians(team.lat());
        double lat2 = Math.toRadians(venue.lat());
        double sinLat = Math.sin((lat2 - lat1) / 2);
        double sinLon = Math.sin(Math.toRadians(venue.lon() - team.lon()) / 2);
        double a = sinLat * sinLat + Math.cos(lat1) * Math.cos(lat2) * sinLon * sinLon;
        double km = 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
        if (km < AT_BASE_KM) {
            return 0;
        }
        double minutes =
                travel.fixedMinutes().doubleValue() + travel.minutesPerKm().doubleValue() * km;
        return Math.toIntExact((long) Math.floor(minutes + 0.5));
    }

    /** {@return the room of a session that is not digital} */
    public int roomOf(int session) {
        return session / (days * slots);
    }

    /** {@return the day of a session} */
    public int dayOf(int session) {
        return (session < digitalBase ? session : session - digitalBase) / slots % days;
    }

    /** {@return the slot at which a session stands} */
    public int slotOf(int session) {
        return (session < digitalBase ? session : session - digitalBase) % slots;
    }

    /** {@return whether a session index stands for digital learning} */
    public boolean isDigital(int session) {
        return session >= digitalBase;
    }

    /** {@return the session index of a room, day and slot} */
    public int sessionAt(int room, int day, int slot) {
        return (room * days + day) * slots + slot;
    }

    /** {@return the session index of a digital module, day and slot} */
    public int digitalSession(int module, int day, int slot) {
        return digitalBase + (digitalIndex[module] * days + day) * slots + slot;
    }

    /** {@return the digital module a session index from {@link #digitalBase} on stands for, by position} */
    public int digitalModule(int session) {
        int index = (session - digitalBase) / (days * slots);
        int module = 0;
        while (digitalIndex[module] != index) {
            module++;
        }
        return module;
    }

    /** {@return whether staff of a team may travel to a room (H08); virtual rooms are everywhere} */
    public boolean reaches(int team, int room) {
        int venue = venueOf[room];
        return venue < 0 || travelMinutes[team * venues + venue] <= maxTravelMinutes;
    }
}
