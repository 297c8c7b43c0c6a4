package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.data.plan.SessionRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sessions and their class lists. */
@RestController
@RequestMapping("/v1/plans/{planId}/sessions")
@Tag(name = "Sessions")
class SessionController {
    private final Reading.Desk desk;

    SessionController(Reading.Desk desk) {
        this.desk = desk;
    }

    /**
     * Which sessions; what is left out does not matter.
     *
     * @param from first day
     * @param to last day
     * @param venue id of a venue
     * @param room id of a room
     * @param trainer id of a trainer
     * @param module id of a module
     * @param status where it stands
     * @param minOccupancy least seats taken of its seats, a fraction
     * @param maxOccupancy most seats taken of its seats, a fraction
     * @param minFreeSeats least seats left
     */
    record SessionFilter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String venue,
            @Nullable String room,
            @Nullable String trainer,
            @Nullable String module,
            SessionRow.@Nullable Status status,
            @Nullable Double minOccupancy,
            @Nullable Double maxOccupancy,
            @Nullable Integer minFreeSeats) {}

    @GetMapping
    @Operation(summary = "Sessions of a plan; a trainer sees their own")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR, Role.TRAINER})
    PageView<SessionView> sessions(
            @PathVariable String planId,
            @ParameterObject SessionFilter filter,
            @ParameterObject PageQuery page,
            Caller caller) {
        Reading reading = desk.open(planId, caller);
        var selection = reading.lists()
                .sessions()
                .all()
                .where("trainer", reading.sight().trainer())
                .where("venue", filter.venue())
                .where("room", filter.room())
                .where("trainer", filter.trainer())
                .where("module", filter.module())
                .where("status", filter.status());
        Days.within(selection, filter.from(), filter.to(), SessionRow::date);
        Double least = filter.minOccupancy();
        if (least != null) {
            selection.where(row -> PlanLists.occupancy(row) >= least);
        }
        Double most = filter.maxOccupancy();
        if (most != null) {
            selection.where(row -> PlanLists.occupancy(row) <= most);
        }
        Integer free = filter.minFreeSeats();
        if (free != null) {
            selection.where(row -> row.capacity() - row.booked() >= free);
        }
        return selection.page(page, reading.views()::session);
    }

    @GetMapping("/{sessionId}")
    @Operation(summary = "A session with its class list, as far as the caller may see it; a trainer sees names only")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR, Role.TRAINER},
            personal = true)
    ClassView session(@PathVariable String planId, @PathVariable String sessionId, Caller caller) {
        Reading reading = desk.open(planId, caller);
        return classOf(reading, reading.sight().session(sessionId));
    }

    /** A session with those on its class list whom the caller may see. */
    static ClassView classOf(Reading reading, SessionRow session) {
        Sight sight = reading.sight();
        boolean isTheirs = sight.teaches(session);
        List<Placed> booked = reading.lists().bookings().all().where("session", session.id()).rows().stream()
                .filter(row -> row.booking().counts())
                .toList();
        List<AttendeeView> attendees = booked.stream()
                .filter(row -> isTheirs || sight.sees(row.person().member()))
                .map(row ->
                        reading.views().attendee(row, !sight.sees(row.person().member())))
                .toList();
        return new ClassView(
                reading.live().stored().dataSetId(),
                reading.live().stored().id(),
                reading.views().session(session),
                attendees,
                booked.size() - attendees.size());
    }
}
