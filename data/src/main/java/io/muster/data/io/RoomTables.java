package io.muster.data.io;

import io.muster.data.model.Room;
import io.muster.data.model.Venue;
import java.time.LocalDate;
import java.util.List;

/** {@code venues.csv} and {@code rooms.csv}. */
final class RoomTables {
    private static final Table.Builder<Room> ROOM_BUILDER = new Table.Builder<>("rooms.csv");

    static final Column<String> ROOM = ROOM_BUILDER.required("room", CellTypes.ID, Room::id);
    private static final Column<String> ROOM_VENUE =
            ROOM_BUILDER.reference("venue", CellTypes.ID, Target.VENUE, Room::venueId);
    static final Column<Integer> CAPACITY = ROOM_BUILDER.required("capacity", CellTypes.CAPACITY, Room::capacity);
    private static final Column<Long> PENCE_PER_SLOT =
            ROOM_BUILDER.required("pence_per_slot", CellTypes.PENCE, Room::pencePerSlot);
    static final Column<List<String>> FEATURES = ROOM_BUILDER.optional("features", CellTypes.LIST, Room::features);
    private static final Column<LocalDate> FROM = ROOM_BUILDER.optional("from", CellTypes.DATE, Room::from);
    private static final Column<LocalDate> TO = ROOM_BUILDER.optional("to", CellTypes.DATE, Room::to);

    static final Table<Room> ROOMS = ROOM_BUILDER.build(
            1,
            (row, context) -> context.checkInclusive(FROM, TO),
            row -> new Room(
                    row.get(ROOM),
                    row.get(ROOM_VENUE),
                    row.get(CAPACITY),
                    row.get(PENCE_PER_SLOT),
                    row.getOr(FEATURES, List.of()),
                    row.find(FROM),
                    row.find(TO)));

    private static final Table.Builder<Venue> VENUE_BUILDER = new Table.Builder<>("venues.csv");

    static final Column<String> VENUE = VENUE_BUILDER.required("venue", CellTypes.ID, Venue::id);
    private static final Column<String> NAME = VENUE_BUILDER.required("name", CellTypes.TEXT, Venue::name);
    private static final Column<Double> LAT = VENUE_BUILDER.required("lat", CellTypes.LATITUDE, Venue::lat);
    private static final Column<Double> LON = VENUE_BUILDER.required("lon", CellTypes.LONGITUDE, Venue::lon);
    private static final Column<Boolean> INTERNAL =
            VENUE_BUILDER.required("internal", CellTypes.BOOLEAN, Venue::internal);

    static final Table<Venue> VENUES = VENUE_BUILDER.build(
            1,
            (row, context) -> {},
            row -> new Venue(row.get(VENUE), row.get(NAME), row.get(LAT), row.get(LON), row.get(INTERNAL)));

    private RoomTables() {}
}
