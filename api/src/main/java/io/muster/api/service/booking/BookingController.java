package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.live.Listing;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.data.plan.Booking;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bookings, and requirements without one. */
@RestController
@RequestMapping("/v1/plans/{planId}")
@Tag(name = "Bookings")
class BookingController {
    private final Reading.Desk desk;

    BookingController(Reading.Desk desk) {
        this.desk = desk;
    }

    /**
     * Which bookings; what is left out does not matter.
     *
     * @param staff id of a staff member
     * @param team id of a team
     * @param bcu a BCU
     * @param module id of a module
     * @param session id of a session
     * @param venue id of a venue
     * @param room id of a room
     * @param trainer id of a trainer
     * @param from first day
     * @param to last day
     * @param status where it stands
     */
    record BookingFilter(
            @Nullable String staff,
            @Nullable String team,
            @Nullable String bcu,
            @Nullable String module,
            @Nullable String session,
            @Nullable String venue,
            @Nullable String room,
            @Nullable String trainer,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Booking.@Nullable Status status) {}

    @GetMapping("/bookings")
    @Operation(summary = "Bookings of a plan")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    PageView<BookingView> bookings(
            @PathVariable String planId,
            @ParameterObject BookingFilter filter,
            @ParameterObject PageQuery page,
            Caller caller) {
        Reading reading = desk.open(planId, caller);
        var selection = reading.lists()
                .bookings()
                .all()
                .where("bcu", reading.sight().bcu())
                .where("staff", filter.staff())
                .where("team", filter.team())
                .where("bcu", filter.bcu())
                .where("module", filter.module())
                .where("session", filter.session())
                .where("venue", filter.venue())
                .where("room", filter.room())
                .where("trainer", filter.trainer())
                .where("status", filter.status());
        Days.within(selection, filter.from(), filter.to(), row -> row.booking().date());
        return selection.page(page, reading.views()::booking);
    }

    /**
     * Which unbooked requirements; what is left out does not matter.
     *
     * @param staff id of a staff member
     * @param team id of a team
     * @param function function of a team
     * @param bcu a BCU
     * @param module id of a module
     * @param priority 0 normal, 1 high, 2 highest
     * @param reason a stable code
     */
    record UnbookedFilter(
            @Nullable String staff,
            @Nullable String team,
            @Nullable String function,
            @Nullable String bcu,
            @Nullable String module,
            @Nullable Integer priority,
            @Nullable String reason) {

        /** Everything. */
        static final UnbookedFilter ANY = new UnbookedFilter(null, null, null, null, null, null, null);

        /** {@return the same, whatever the reason} */
        UnbookedFilter withoutReason() {
            return new UnbookedFilter(staff, team, function, bcu, module, priority, null);
        }
    }

    @GetMapping("/unbooked")
    @Operation(summary = "Work list: requirements of a plan that are not booked, and why")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    PageView<UnbookedView> unbooked(
            @PathVariable String planId,
            @ParameterObject UnbookedFilter filter,
            @ParameterObject PageQuery page,
            Caller caller) {
        Reading reading = desk.open(planId, caller);
        return select(reading, filter).page(page, reading.views()::unbooked);
    }

    /** Narrows the work list down to what a caller may see and asks for. */
    static Listing<Open>.Selection select(Reading reading, UnbookedFilter filter) {
        return reading.lists()
                .unbooked()
                .all()
                .where("bcu", reading.sight().bcu())
                .where("staff", filter.staff())
                .where("team", filter.team())
                .where("function", filter.function())
                .where("bcu", filter.bcu())
                .where("module", filter.module())
                .where("priority", filter.priority())
                .where("reason", filter.reason());
    }
}
