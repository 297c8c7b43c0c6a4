package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.booking.SessionController.SessionFilter;
import io.muster.api.service.page.PageController;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.PageQuery;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.Trainer;
import io.muster.data.plan.SessionRow;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** A week or two of sessions, by room or by trainer, as a timeline or as a table; and one session with what can be done. */
@PageController
class TimetablePages {
    private static final int MOST_WEEKS = 2;

    private final SessionController sessions;
    private final Reading.Desk desk;
    private final Clock clock;

    TimetablePages(SessionController sessions, Reading.Desk desk, Clock clock) {
        this.sessions = sessions;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/plans/{planId}/timetable")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR})
    String timetable(
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(defaultValue = "1") int weeks,
            @RequestParam(defaultValue = "rooms") String by,
            @RequestParam(defaultValue = "timeline") String view,
            @RequestParam(defaultValue = "") String venue,
            @RequestParam(defaultValue = "") String module,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "date") String sort,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller,
            Model model) {
        Reading reading = desk.open(planId, caller);
        Programme programme = reading.live().dataSet().programme();
        int shownWeeks = weeks >= MOST_WEEKS ? MOST_WEEKS : 1;
        LocalDate monday = monday(shown(programme, from));
        LocalDate last = monday.plusWeeks(shownWeeks).minusDays(1);
        boolean isByTrainer = by.equals("trainers");
        boolean isTable = view.equals("table");
        SessionFilter filter = new SessionFilter(monday, last, venue, null, null, module, null, null, null, null);
        List<SessionRow> run = run(reading, monday, last, venue, module);
        model.addAttribute("planId", planId);
        model.addAttribute("stored", reading.live().stored());
        model.addAttribute("isDecided", reading.live().stored().kind() == StoredPlan.Kind.DECISION);
        model.addAttribute("mayDecide", caller.isAny(Role.PLANNER));
        model.addAttribute("mayListTrainers", caller.isAny(Role.PLANNER, Role.LEARNING, Role.AUDITOR));
        model.addAttribute("monday", monday);
        model.addAttribute("last", last);
        model.addAttribute("weeks", shownWeeks);
        model.addAttribute("by", isByTrainer ? "trainers" : "rooms");
        model.addAttribute("view", isTable ? "table" : "timeline");
        model.addAttribute("venue", venue);
        model.addAttribute("module", module);
        model.addAttribute("opened", session);
        model.addAttribute("sort", sort);
        model.addAttribute("venues", reading.live().dataSet().venues());
        model.addAttribute("modules", reading.live().dataSet().modules());
        model.addAttribute("slots", programme.slots());
        model.addAttribute("sessionCount", run.size());
        model.addAttribute("seats", run.stream().mapToInt(SessionRow::capacity).sum());
        model.addAttribute("booked", run.stream().mapToInt(SessionRow::booked).sum());
        model.addAttribute("earlier", monday.isAfter(programme.firstDay()) ? monday.minusWeeks(shownWeeks) : null);
        model.addAttribute("later", last.isBefore(programme.lastDay()) ? monday.plusWeeks(shownWeeks) : null);
        model.addAttribute(
                "firstWeek",
                reading.live().plan().sessions().stream()
                        .map(SessionRow::date)
                        .min(Comparator.naturalOrder())
                        .map(TimetablePages::monday)
                        .orElse(null));
        model.addAttribute(
                "href",
                UriComponentsBuilder.fromPath("/plans/{planId}/timetable")
                        .queryParam("weeks", shownWeeks)
                        .queryParam("by", isByTrainer ? "trainers" : "rooms")
                        .queryParam("view", isTable ? "table" : "timeline")
                        .queryParam("venue", "{venue}")
                        .queryParam("module", "{module}")
                        .encode()
                        .buildAndExpand(planId, venue, module)
                        .toUriString());
        if (isTable) {
            model.addAttribute("list", sessions.sessions(planId, filter, new PageQuery(page, null, sort), caller));
        }
        return "booking/timetable";
    }

    @GetMapping("/plans/{planId}/timetable/{sessionId}")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String session(@PathVariable String planId, @PathVariable String sessionId, Caller caller, Model model) {
        Reading reading = desk.open(planId, caller);
        SessionRow row = reading.sight().session(sessionId);
        SessionView view = reading.views().session(row);
        List<Placed> all = reading.lists().bookings().all().where("session", sessionId).rows().stream()
                .filter(placed -> placed.booking().counts())
                .toList();
        List<BookingView> seen = all.stream()
                .filter(placed -> reading.sight().sees(placed.person().member()))
                .map(reading.views()::booking)
                .toList();
        model.addAttribute("planId", planId);
        model.addAttribute("shown", view);
        model.addAttribute("attendees", seen);
        model.addAttribute("hidden", all.size() - seen.size());
        model.addAttribute("pinned", seen.stream().filter(BookingView::pinned).count());
        model.addAttribute("mayDecide", caller.isAny(Role.PLANNER));
        model.addAttribute("monday", monday(row.date()));
        model.addAttribute("slots", reading.live().dataSet().programme().slots());
        model.addAttribute("rooms", rooms(reading));
        model.addAttribute("trainers", trainers(reading, row.moduleId()));
        return "booking/timetable-session";
    }

    /**
     * A room that can be chosen.
     *
     * @param id the room
     * @param label it, its venue and its seats
     */
    record RoomChoice(String id, String label) {}

    private static List<RoomChoice> rooms(Reading reading) {
        return reading.live().dataSet().rooms().stream()
                .sorted(Comparator.comparing(Room::venueId).thenComparing(Room::id))
                .map(room -> new RoomChoice(
                        room.id(),
                        reading.views().venueName(room.venueId()) + ", " + room.id() + ", " + room.capacity()
                                + " seats"))
                .toList();
    }

    private static List<String> trainers(Reading reading, String moduleId) {
        return reading.live().dataSet().trainers().stream()
                .filter(trainer -> trainer.moduleIds().contains(moduleId))
                .map(Trainer::id)
                .sorted()
                .toList();
    }

    private static List<SessionRow> run(Reading reading, LocalDate from, LocalDate to, String venue, String module) {
        return reading.lists()
                .sessions()
                .all()
                .where("venue", venue)
                .where("module", module)
                .where(row -> row.booked() > 0 && Days.isWithin(row.date(), from, to))
                .rows();
    }

    private LocalDate shown(Programme programme, @Nullable LocalDate asked) {
        LocalDate wanted = Objects.requireNonNullElseGet(asked, () -> LocalDate.now(clock));
        if (Days.isWithin(wanted, programme.firstDay(), programme.lastDay())) {
            return wanted;
        }
        return asked != null && wanted.isAfter(programme.lastDay()) ? programme.lastDay() : programme.firstDay();
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
