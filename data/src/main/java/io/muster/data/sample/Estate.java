package io.muster.data.sample;

import io.muster.data.model.Room;
import io.muster.data.model.RoomClosure;
import io.muster.data.model.Venue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Venues, rooms and closures (DOMAIN, "Venues, rooms, cost").
 *
 * @param venues the venues that have a room
 * @param rooms rooms in the order in which they were taken on
 * @param closures days on which a room is closed
 */
record Estate(List<Venue> venues, List<Room> rooms, List<RoomClosure> closures) {

    /** Feature of a room: reached without steps. */
    static final String STEP_FREE = "STEP_FREE";
    /** Feature of a room: hearing loop. */
    static final String HEARING_LOOP = "HEARING_LOOP";

    private static final String PROJECTOR = "PROJECTOR";

    /** Room sizes in the order in which rooms are taken on: 16 to 30, mostly the default class of 20. */
    static final List<Integer> CLASSROOMS = List.of(20, 24, 20, 18, 20, 22, 16, 20, 30, 20);

    /**
     * Sites in the order in which their rooms are taken on; a site named again gives one more room. Internal estate
     * comes first and often, since it costs least; outer London has its share.
     */
    static final List<Site> ALL_LONDON = List.of(
            Site.LAMBETH,
            Site.CENTRAL_HALL,
            Site.HENDON,
            Site.CROYDON,
            Site.EMPRESS_STATE,
            Site.MARLOWE_HOUSE,
            Site.CHURCH_HOUSE,
            Site.FRIENDS_HOUSE,
            Site.HAMMERSMITH,
            Site.HENDON,
            Site.CENTRAL_HALL,
            Site.FAIRFIELD,
            Site.LAMBETH,
            Site.MARLOWE_HOUSE,
            Site.FRIENDS_HOUSE,
            Site.EMPRESS_STATE,
            Site.CROYDON,
            Site.CHURCH_HOUSE,
            Site.HENDON);

    /** Sites within reach of every BCU: 22.6 km from Romford to Westminster are 83 minutes of the 90 permitted. */
    static final List<Site> CENTRAL = List.of(Site.LAMBETH, Site.CENTRAL_HALL, Site.CHURCH_HOUSE, Site.FRIENDS_HOUSE);

    private static final double LIMITED_PERIOD_SHARE = 0.08;
    private static final double CLOSURES_PER_ROOM = 0.8;
    private static final int LONGEST_CLOSURE_DAYS = 3;
    private static final long PENCE_STEP = 500;

    /**
     * Takes on rooms until the seats of their open slots reach what is asked.
     *
     * @param brief what is asked
     * @param usableDays training days on which bookings are possible, in order
     * @param slotsPerDay 1 or 2
     * @param seed the seed
     * @return the estate
     */
    static Estate offering(Brief brief, List<LocalDate> usableDays, int slotsPerDay, long seed) {
        SeededRandom random = SeededRandom.of(seed, "estate");
        List<Venue> venues = new ArrayList<>();
        List<Room> rooms = new ArrayList<>();
        List<RoomClosure> closures = new ArrayList<>();
        int[] roomsAt = new int[Site.values().length];
        long offered = 0;
        while (rooms.size() < brief.fewestRooms() || offered < brief.seats()) {
            Site site = brief.order().get(rooms.size() % brief.order().size());
            int number = ++roomsAt[site.ordinal()];
            if (number == 1) {
                venues.add(site.venue());
            }
            Room room = room(site, number, rooms.size(), brief, usableDays, random);
            List<RoomClosure> closed = closures(room, usableDays, random);
            rooms.add(room);
            closures.addAll(closed);
            long openDays =
                    usableDays.stream().filter(d -> isOpen(room, closed, d)).count();
            offered += openDays * slotsPerDay * Math.min(room.capacity(), brief.classSize());
        }
        return new Estate(List.copyOf(venues), List.copyOf(rooms), List.copyOf(closures));
    }

    private static Room room(
            Site site, int number, int position, Brief brief, List<LocalDate> usableDays, SeededRandom random) {
        List<String> features = new ArrayList<>();
        features.add(PROJECTOR);
        boolean first = number == 1;
        if (first || random.chance(0.6)) {
            features.add(STEP_FREE);
        }
        if (first || random.chance(0.3)) {
            features.add(HEARING_LOOP);
        }
        @Nullable LocalDate from = null;
        @Nullable LocalDate to = null;
        if (position >= brief.fewestRooms() && random.chance(LIMITED_PERIOD_SHARE)) {
            int lost = random.below(1 + usableDays.size() / 4);
            if (random.chance(0.5)) {
                from = usableDays.get(lost);
            } else {
                to = usableDays.get(usableDays.size() - 1 - lost);
            }
        }
        String id = String.format(Locale.ROOT, "%s-R%02d", site.name(), number);
        int capacity = brief.capacities().get(position % brief.capacities().size());
        return new Room(id, site.name(), capacity, site.pencePerSlot(random), features, from, to);
    }

    private static List<RoomClosure> closures(Room room, List<LocalDate> usableDays, SeededRandom random) {
        List<RoomClosure> closures = new ArrayList<>();
        for (double expected = CLOSURES_PER_ROOM; expected > 0; expected--) {
            if (!random.chance(expected)) {
                continue;
            }
            LocalDate from = random.pick(usableDays);
            LocalDate to = from.plusDays(random.below(LONGEST_CLOSURE_DAYS));
            closures.add(new RoomClosure(room.id(), from, to, random.chance(0.5) ? "MAINTENANCE" : "OTHER_EVENT"));
        }
        return closures;
    }

    private static boolean isOpen(Room room, List<RoomClosure> closures, LocalDate date) {
        LocalDate from = room.from();
        LocalDate to = room.to();
        return (from == null || !date.isBefore(from))
                && (to == null || !date.isAfter(to))
                && closures.stream().noneMatch(c -> !date.isBefore(c.from()) && !date.isAfter(c.to()));
    }

    /**
     * What is asked of an estate.
     *
     * @param order sites in the order in which their rooms are taken on, again and again
     * @param capacities seats of one room after another, again and again
     * @param fewestRooms rooms taken on in any case, {@code >= 1}
     * @param seats seats for one slot each that must be reached
     * @param classSize most people of a class; larger rooms count with this
     */
    record Brief(List<Site> order, List<Integer> capacities, int fewestRooms, long seats, int classSize) {}

    /** The venues of DOMAIN, with the range of their price for one slot (half the day's hire), in pence. */
    enum Site {
        HENDON("Hendon", 51.597, -0.242, true, 0, 2_000),
        EMPRESS_STATE("Empress State Building", 51.487, -0.196, true, 0, 2_000),
        LAMBETH("Lambeth", 51.495, -0.114, true, 0, 2_000),
        MARLOWE_HOUSE("Marlowe House, Sidcup", 51.434, 0.103, true, 0, 2_000),
        CENTRAL_HALL("Central Hall Westminster", 51.500, -0.130, false, 30_000, 70_000),
        CHURCH_HOUSE("Church House", 51.498, -0.129, false, 30_000, 70_000),
        FRIENDS_HOUSE("Friends House", 51.526, -0.131, false, 30_000, 70_000),
        HAMMERSMITH("Hammersmith", 51.492, -0.220, false, 12_500, 25_000),
        CROYDON("Croydon Conference Centre", 51.373, -0.103, false, 12_500, 25_000),
        FAIRFIELD("Fairfield Halls", 51.372, -0.096, false, 12_500, 25_000);

        private final String title;
        private final double lat;
        private final double lon;
        private final boolean internal;
        private final int leastPence;
        private final int mostPence;

        Site(String title, double lat, double lon, boolean internal, int leastPence, int mostPence) {
            this.title = title;
            this.lat = lat;
            this.lon = lon;
            this.internal = internal;
            this.leastPence = leastPence;
            this.mostPence = mostPence;
        }

        Venue venue() {
            return new Venue(name(), title, lat, lon, internal);
        }

        long pencePerSlot(SeededRandom random) {
            return leastPence + PENCE_STEP * random.below((int) ((mostPence - leastPence) / PENCE_STEP) + 1);
        }
    }
}
