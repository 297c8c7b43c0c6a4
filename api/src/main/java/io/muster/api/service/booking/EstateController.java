package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.live.Listing;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.data.model.Room;
import io.muster.data.model.Venue;
import io.muster.data.plan.SessionRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rooms and venues, and how far they are used. */
@RestController
@RequestMapping("/v1/plans/{planId}")
@Tag(name = "Rooms and venues")
class EstateController {
    private final Reading.Desk desk;

    EstateController(Reading.Desk desk) {
        this.desk = desk;
    }

    /** The rooms and venues of a plan as lists. */
    private record Estate(Listing<RoomView> rooms, Listing<VenueView> venues) {
        static Estate of(LivePlan live) {
            Listing<SessionRow> sessions = PlanLists.of(live).sessions();
            List<RoomView> rooms = live.dataSet().rooms().stream()
                    .map(room -> room(live, room, Use.of(sessions, "room", room.id())))
                    .toList();
            List<VenueView> venues = live.dataSet().venues().stream()
                    .map(venue -> venue(
                            venue,
                            rooms.stream()
                                    .filter(room -> room.venueId().equals(venue.id()))
                                    .count(),
                            Use.of(sessions, "venue", venue.id())))
                    .toList();
            return new Estate(
                    new Listing<>(
                            rooms,
                            Map.of(
                                    "roomId", Comparator.comparing(RoomView::roomId),
                                    "venueId", Comparator.comparing(RoomView::venueId),
                                    "capacity", Comparator.comparingInt(RoomView::capacity),
                                    "slotRatePence", Comparator.comparingLong(RoomView::slotRatePence),
                                    "sessions", Comparator.comparingInt(RoomView::sessions),
                                    "occupancy", Comparator.comparingDouble(RoomView::occupancy)),
                            Map.of("venue", room -> List.of(room.venueId()))),
                    new Listing<>(
                            venues,
                            Map.of(
                                    "venueId", Comparator.comparing(VenueView::venueId),
                                    "venueName", Comparator.comparing(VenueView::venueName),
                                    "sessions", Comparator.comparingInt(VenueView::sessions),
                                    "occupancy", Comparator.comparingDouble(VenueView::occupancy)),
                            Map.of()));
        }

        private static RoomView room(LivePlan live, Room room, Use use) {
            return new RoomView(
                    room.id(),
                    room.venueId(),
                    Objects.requireNonNull(live.venueById().get(room.venueId())).name(),
                    room.capacity(),
                    room.pencePerSlot(),
                    room.features(),
                    room.from(),
                    room.to(),
                    use.sessions(),
                    use.slots(),
                    use.seats(),
                    use.booked(),
                    use.occupancy());
        }

        private static VenueView venue(Venue venue, long rooms, Use use) {
            return new VenueView(
                    venue.id(),
                    venue.name(),
                    venue.lat(),
                    venue.lon(),
                    venue.internal(),
                    (int) rooms,
                    use.sessions(),
                    use.seats(),
                    use.booked(),
                    use.occupancy());
        }
    }

    /** How far something is used by sessions that run. */
    private record Use(int sessions, int slots, int seats, int booked) {
        static Use of(Listing<SessionRow> all, String field, String id) {
            List<SessionRow> run =
                    all.all().where(field, id).where(row -> row.booked() > 0).rows();
            return new Use(
                    run.size(),
                    run.stream().mapToInt(row -> row.slotIds().size()).sum(),
                    run.stream().mapToInt(SessionRow::capacity).sum(),
                    run.stream().mapToInt(SessionRow::booked).sum());
        }

        double occupancy() {
            return seats == 0 ? 0 : (double) booked / seats;
        }
    }

    @GetMapping("/rooms")
    @Operation(summary = "Rooms, and how far a plan uses them")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR})
    PageView<RoomView> rooms(
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable String venue,
            @ParameterObject PageQuery page,
            Caller caller) {
        return desk.open(planId, caller)
                .live()
                .once(Estate.class, Estate::of)
                .rooms()
                .all()
                .where("venue", venue)
                .page(page, room -> room);
    }

    @GetMapping("/venues")
    @Operation(summary = "Venues, and how far a plan uses them")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR})
    PageView<VenueView> venues(@PathVariable String planId, @ParameterObject PageQuery page, Caller caller) {
        return desk.open(planId, caller)
                .live()
                .once(Estate.class, Estate::of)
                .venues()
                .all()
                .page(page, venue -> venue);
    }
}
