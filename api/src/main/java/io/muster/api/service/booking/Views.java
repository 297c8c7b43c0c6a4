package io.muster.api.service.booking;

import io.muster.api.service.live.LivePlan;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.Venue;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.SessionRow;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes views of a plan's rows. */
final class Views {
    private final LivePlan live;
    private final Set<BookingKey> pins;

    Views(LivePlan live) {
        this.live = live;
        pins = new HashSet<>(live.plan().pins());
    }

    static Views of(LivePlan live) {
        return live.once(Views.class, Views::new);
    }

    BookingView booking(Placed row) {
        Booking booking = row.booking();
        Team team = row.person().team();
        SessionRow session = row.session();
        String venueId = session == null ? null : session.venueId();
        return new BookingView(
                booking.staffId(),
                team.id(),
                team.name(),
                team.bcu(),
                booking.moduleId(),
                module(booking.moduleId()).name(),
                booking.sessionId(),
                booking.date(),
                booking.slotIds(),
                live.startOf(booking.date(), booking.slotIds().get(0)),
                end(booking),
                venueId,
                venueName(venueId),
                session == null ? null : session.roomId(),
                session == null ? List.of() : session.trainerIds(),
                booking.status(),
                pins.contains(BookingKey.of(booking)));
    }

    private OffsetDateTime end(Booking booking) {
        return live.endOf(
                booking.date(), booking.slotIds().get(booking.slotIds().size() - 1));
    }

    SessionView session(SessionRow row) {
        TrainingModule module = module(row.moduleId());
        return new SessionView(
                row.id(),
                row.moduleId(),
                module.name(),
                module.delivery(),
                row.date(),
                row.slotIds(),
                live.startOf(row.date(), row.slotIds().get(0)),
                live.endOf(row.date(), row.slotIds().get(row.slotIds().size() - 1)),
                row.venueId(),
                venueName(row.venueId()),
                row.roomId(),
                row.trainerIds(),
                row.capacity(),
                row.booked(),
                Math.max(0, row.capacity() - row.booked()),
                PlanLists.occupancy(row),
                row.status());
    }

    PersonRow person(Person person) {
        return new PersonRow(
                person.member().id(),
                person.team().id(),
                person.team().name(),
                person.team().bcu(),
                person.team().function(),
                person.member().role(),
                person.member().rank(),
                person.member().employment(),
                person.member().priority(),
                person.required(),
                person.booked(),
                person.required() - person.booked(),
                person.firstDay(),
                person.lastDay());
    }

    UnbookedView unbooked(Open open) {
        Team team = open.person().team();
        return new UnbookedView(
                open.row().staffId(),
                team.id(),
                team.name(),
                team.bcu(),
                team.function(),
                open.person().member().role(),
                open.row().moduleId(),
                module(open.row().moduleId()).name(),
                open.priority(),
                open.row().reason(),
                open.row().detail());
    }

    /** A class list entry; with the name alone for who may see no more. */
    AttendeeView attendee(Placed row, boolean isNameOnly) {
        Person person = row.person();
        return isNameOnly
                ? new AttendeeView(
                        person.member().id(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        row.booking().status())
                : new AttendeeView(
                        person.member().id(),
                        person.team().id(),
                        person.team().name(),
                        person.team().bcu(),
                        person.member().role(),
                        person.member().rank(),
                        row.booking().status());
    }

    HistoryView history(PublishedHistory.Step step) {
        return new HistoryView(
                step.version(),
                step.planId(),
                step.publishedAt(),
                step.moduleId(),
                moduleName(step.moduleId()),
                step.fromSessionId(),
                step.fromDate(),
                step.toSessionId(),
                step.toDate());
    }

    /** The name of a module; its id where a later revision of the data set no longer has it. */
    String moduleName(String id) {
        TrainingModule module = live.moduleById().get(id);
        return module == null ? id : module.name();
    }

    private TrainingModule module(String id) {
        return Objects.requireNonNull(live.moduleById().get(id), () -> "the data set has no module " + id);
    }

    @Nullable
    String venueName(@Nullable String venueId) {
        Venue venue = venueId == null ? null : live.venueById().get(venueId);
        return venue == null ? null : venue.name();
    }
}
