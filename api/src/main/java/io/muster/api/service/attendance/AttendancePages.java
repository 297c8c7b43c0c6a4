package io.muster.api.service.attendance;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.attendance.AttendanceController.ImportedView;
import io.muster.api.service.attendance.AttendanceView.SeatView;
import io.muster.api.service.attendance.Register.Standing;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.page.PageController;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.IssueView;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.ProblemException;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.Venue;
import io.muster.data.plan.Booking;
import io.muster.data.plan.SessionRow;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages on which attendance is taken: what still lacks it, and the class list of a session. */
@PageController
class AttendancePages {
    private static final String DAY = "/plans/{planId}/attendance";
    private static final String SESSION = "/plans/{planId}/sessions/{sessionId}/attendance";
    private static final String CAME = "came.";
    private static final int DAYS_SHOWN = 20;

    private final Register register;
    private final AttendanceController attendance;

    AttendancePages(Register register, AttendanceController attendance) {
        this.register = register;
        this.attendance = attendance;
    }

    /**
     * A day with sessions that lack attendance.
     *
     * @param date the day
     * @param sessions how many sessions lack it
     */
    record Day(LocalDate date, int sessions) {}

    /**
     * A session of the day.
     *
     * @param session the session
     * @param module name of its module
     * @param place where it was
     * @param seats people who were booked, whom the caller may see
     * @param recorded those of them of whom it is known
     */
    record Row(SessionRow session, String module, String place, int seats, int recorded) {}

    /**
     * Somebody on the class list.
     *
     * @param seat the seat
     * @param team name of their team; empty: not for this caller
     */
    record Attendee(SeatView seat, String team) {}

    @GetMapping(DAY)
    @Allowed({Role.TRAINER, Role.LEARNING, Role.PLANNER, Role.BCU_RESOURCING, Role.AUDITOR})
    String day(
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(defaultValue = "false") boolean all,
            PageQuery query,
            Caller caller,
            Model model) {
        show(planId, date, all, query, caller, model);
        return "attendance/day";
    }

    private void show(
            String planId, @Nullable LocalDate date, boolean all, PageQuery query, Caller caller, Model model) {
        LivePlan plan = register.holding(planId);
        List<Standing> standings = register.standings(plan, caller);
        Map<LocalDate, Integer> lacking = new TreeMap<>(Comparator.reverseOrder());
        standings.stream()
                .filter(Standing::isLacking)
                .forEach(standing -> lacking.merge(standing.session().date(), 1, Integer::sum));
        LocalDate day =
                date != null ? date : lacking.keySet().stream().findFirst().orElseGet(() -> register.today(plan));
        List<Row> rows = standings.stream()
                .filter(standing -> standing.session().date().equals(day) && (all || standing.isLacking()))
                .map(standing -> row(plan, standing))
                .toList();
        model.addAttribute("planId", planId);
        model.addAttribute("date", day);
        model.addAttribute("all", all);
        model.addAttribute("rows", query.of(rows, Map.of()));
        model.addAttribute(
                "ofDay",
                standings.stream()
                        .filter(standing -> standing.session().date().equals(day))
                        .count());
        List<Day> days = new ArrayList<>();
        lacking.forEach((when, sessions) -> days.add(new Day(when, sessions)));
        model.addAttribute("days", days.subList(0, Math.min(DAYS_SHOWN, days.size())));
        model.addAttribute("daysLacking", days.size());
        model.addAttribute(
                "sessionsLacking",
                lacking.values().stream().mapToInt(Integer::intValue).sum());
        model.addAttribute("mayImport", caller.isAny(Role.LEARNING, Role.PLANNER));
        model.addAttribute("mayRecord", mayRecord(caller));
        model.addAttribute("issues", List.of());
    }

    private static boolean mayRecord(Caller caller) {
        return caller.isAny(Role.TRAINER, Role.LEARNING, Role.PLANNER, Role.BCU_RESOURCING);
    }

    private static Row row(LivePlan plan, Standing standing) {
        SessionRow session = standing.session();
        return new Row(session, module(plan, session), place(plan, session), standing.seats(), standing.recorded());
    }

    private static String module(LivePlan plan, SessionRow session) {
        TrainingModule module = plan.moduleById().get(session.moduleId());
        return module == null ? session.moduleId() : module.name();
    }

    private static String place(LivePlan plan, SessionRow session) {
        Venue venue = session.venueId() == null ? null : plan.venueById().get(session.venueId());
        return venue == null ? "Online" : venue.name() + ", room " + session.roomId();
    }

    @PostMapping(DAY)
    @Allowed({Role.LEARNING, Role.PLANNER})
    String importFile(
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after)
            throws IOException {
        if (file == null || file.isEmpty()) {
            throw ProblemException.bad("file-missing", "Choose a file that has at least a header row.");
        }
        try {
            ImportedView imported = attendance.importCsv(planId, file.getBytes(), caller);
            after.addFlashAttribute(
                    "done",
                    "Attendance of " + imported.recorded() + (imported.recorded() == 1 ? " person" : " people")
                            + " in " + imported.sessions() + (imported.sessions() == 1 ? " session" : " sessions")
                            + " is recorded.");
            return "redirect:/plans/{planId}/attendance";
        } catch (ProblemException e) {
            if (e.issues().isEmpty()) {
                throw e;
            }
            response.setStatus(e.status().value());
            show(planId, null, false, new PageQuery(null, null, null), caller, model);
            model.addAttribute("issues", e.issues().stream().map(IssueView::of).toList());
            return "attendance/day";
        }
    }

    @GetMapping(SESSION)
    @Allowed(
            value = {Role.TRAINER, Role.LEARNING, Role.PLANNER, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    String session(@PathVariable String planId, @PathVariable String sessionId, Caller caller, Model model) {
        Register.Page page = register.page(planId, sessionId, caller);
        LivePlan plan = page.plan();
        boolean seesTeams = caller.seesEveryBcu() || caller.isAny(Role.BCU_RESOURCING);
        List<Attendee> attendees = register.view(page).seats().stream()
                .map(seat -> new Attendee(seat, seesTeams ? team(plan, seat.staffId()) : ""))
                .toList();
        model.addAttribute("planId", planId);
        model.addAttribute("held", page.session());
        model.addAttribute("module", module(plan, page.session()));
        model.addAttribute("place", place(plan, page.session()));
        model.addAttribute("version", page.version());
        model.addAttribute("attendees", attendees);
        model.addAttribute("attended", count(attendees, Booking.Status.ATTENDED));
        model.addAttribute("missed", count(attendees, Booking.Status.NO_SHOW));
        model.addAttribute("seesTeams", seesTeams);
        boolean isOver = !page.session().date().isAfter(register.today(plan));
        model.addAttribute("isOver", isOver);
        model.addAttribute("mayRecord", isOver && mayRecord(caller));
        model.addAttribute(
                "next",
                register.standings(plan, caller).stream()
                        .filter(Standing::isLacking)
                        .map(Standing::session)
                        .filter(other -> !other.id().equals(sessionId)
                                && other.date().equals(page.session().date()))
                        .findFirst()
                        .orElse(null));
        return "attendance/session";
    }

    private static long count(List<Attendee> attendees, Booking.Status status) {
        return attendees.stream()
                .filter(attendee -> attendee.seat().status() == status)
                .count();
    }

    private static String team(LivePlan plan, String staffId) {
        StaffMember person = plan.staffById().get(staffId);
        Team team = person == null ? null : plan.teamById().get(person.teamId());
        return team == null ? "" : team.name();
    }

    @PostMapping(SESSION)
    @Allowed({Role.TRAINER, Role.LEARNING, Role.PLANNER, Role.BCU_RESOURCING})
    String record(
            @PathVariable String planId,
            @PathVariable String sessionId,
            @RequestParam Map<String, String> fields,
            Caller caller,
            RedirectAttributes after) {
        Register.Page page = register.page(planId, sessionId, caller);
        Map<String, Boolean> attendedByStaff = new LinkedHashMap<>();
        if (fields.containsKey("everyone")) {
            page.bookings().stream()
                    .filter(Booking::counts)
                    .forEach(booking -> attendedByStaff.put(booking.staffId(), true));
        } else {
            fields.forEach((name, value) -> {
                if (name.startsWith(CAME) && !value.isEmpty()) {
                    attendedByStaff.put(name.substring(CAME.length()), value.equals("yes"));
                }
            });
        }
        if (attendedByStaff.isEmpty()) {
            throw ProblemException.bad("marks-missing", "Say of at least one person whether they attended.");
        }
        String version = Objects.requireNonNullElse(fields.get("version"), "0");
        register.record(page, attendedByStaff, EntityTags.of(Long.parseLong(version)), caller);
        long came =
                attendedByStaff.values().stream().filter(attended -> attended).count();
        long missed = attendedByStaff.size() - came;
        after.addFlashAttribute(
                "done",
                "Saved: " + came + " attended, " + missed + " did not."
                        + (missed > 0 ? " Whoever did not is booked again by the next re-plan." : ""));
        return "redirect:" + SESSION;
    }
}
