package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.attendance.AttendanceMarks;
import io.muster.api.service.attendance.Attendances;
import io.muster.api.service.booking.PeopleController.PeopleFilter;
import io.muster.api.service.page.PageController;
import io.muster.api.service.page.Show;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.ProblemException;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.Booking;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** People: the list with its search, and a person's page. */
@PageController
class PeoplePages {
    private final PeopleController people;
    private final TeamController teams;
    private final Reading.Desk desk;
    private final Plans plans;
    private final Attendances attendances;
    private final Show show;

    PeoplePages(
            PeopleController people,
            TeamController teams,
            Reading.Desk desk,
            Plans plans,
            Attendances attendances,
            Show show) {
        this.people = people;
        this.teams = teams;
        this.desk = desk;
        this.plans = plans;
        this.attendances = attendances;
        this.show = show;
    }

    @GetMapping("/plans/{planId}/people")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String people(@PathVariable String planId, PeopleFilter filter, PageQuery page, Caller caller, Model model) {
        Reading reading = desk.open(planId, caller);
        Facets facets = Facets.of(reading);
        model.addAttribute("planId", planId);
        model.addAttribute("filter", filter);
        model.addAttribute("facets", facets);
        model.addAttribute("teams", facets.teamsToChoose(filter.bcu(), filter.team()));
        model.addAttribute("found", Found.of(reading, teams, filter.q()));
        model.addAttribute("list", people.people(planId, filter, page, caller));
        model.addAttribute(
                "address",
                ListAddress.of("/plans/" + planId + "/people")
                        .with("q", filter.q())
                        .with("bcu", filter.bcu())
                        .with("team", filter.team())
                        .with("function", filter.function())
                        .with("role", filter.role())
                        .with("booked", filter.booked())
                        .with("sort", page.sort()));
        return "booking/people";
    }

    @GetMapping("/plans/{planId}/people/{staffId}/places")
    @Allowed(Role.PLANNER)
    String places(
            @PathVariable String planId,
            @PathVariable String staffId,
            @RequestParam String module,
            @RequestParam LocalDate date,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Caller caller,
            Model model) {
        Reading reading = desk.open(planId, caller);
        String id = reading.sight().member(staffId).id();
        model.addAttribute("planId", planId);
        model.addAttribute("staffId", id);
        model.addAttribute("date", date);
        model.addAttribute("module", module);
        model.addAttribute("moduleName", reading.views().moduleName(module));
        model.addAttribute(
                "isBooked",
                reading.live().bookingsByStaff().getOrDefault(id, List.of()).stream()
                        .anyMatch(booking ->
                                booking.counts() && booking.moduleId().equals(module)));
        model.addAttribute("places", places(reading, module, date));
        return "booking/places" + (part == null ? "" : " :: part");
    }

    @GetMapping("/plans/{planId}/people/{staffId}")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String person(@PathVariable String planId, @PathVariable String staffId, Caller caller, Model model) {
        PersonView view = people.person(planId, staffId, caller);
        StoredPlan plan = plans.get(planId);
        model.addAttribute("plan", plan);
        model.addAttribute("view", view);
        model.addAttribute("statuses", statuses(plan, desk.open(planId, caller), staffId));
        model.addAttribute("mayDecide", caller.isAny(Role.PLANNER));
        model.addAttribute("isPublished", plan.state() == PlanState.PUBLISHED);
        model.addAttribute(
                "isDecided", plan.kind() == StoredPlan.Kind.DECISION && caller.isAny(Role.PLANNER, Role.AUDITOR));
        return "booking/person";
    }

    /** Where each booking stands, by module: what was recorded of attendance, or what the plan says. */
    private Map<String, Booking.Status> statuses(StoredPlan plan, Reading reading, String staffId) {
        AttendanceMarks marks = plan.state() == PlanState.PUBLISHED ? attendances.marks(plan.dataSetId()) : null;
        Map<String, Booking.Status> statusByModule = new HashMap<>();
        for (Booking booking : reading.live().bookingsByStaff().getOrDefault(staffId, List.of())) {
            statusByModule.put(booking.moduleId(), marks == null ? booking.status() : marks.statusOf(booking));
        }
        return statusByModule;
    }

    /**
     * Where something can be booked by hand on a day.
     *
     * @param decisionId what the decision names
     * @param text where and when
     */
    record Place(String decisionId, String text) {}

    /** All sessions of a module on a day, full ones too; of digital learning each slot. */
    private List<Place> places(Reading reading, String moduleId, LocalDate date) {
        TrainingModule module = reading.live().moduleById().get(moduleId);
        if (module == null) {
            throw ProblemException.notFound("module", moduleId);
        }
        if (module.delivery() == TrainingModule.Delivery.DIGITAL) {
            return reading.live().dataSet().programme().slots().stream()
                    .map(slot -> new Place(
                            date + "-" + slot.id(),
                            show.clock(slot.start()) + " to " + show.clock(slot.end()) + ", digital learning"))
                    .toList();
        }
        return reading.lists().sessions().all().where("module", moduleId).where("date", date).rows().stream()
                .map(reading.views()::session)
                .map(one -> new Place(
                        one.sessionId(),
                        show.time(one.start()) + " to " + show.time(one.end()) + ", "
                                + (one.venueName() == null ? "virtual" : one.venueName() + ", " + one.roomId()) + ", "
                                + one.booked() + " of " + one.capacity() + " seats taken"))
                .toList();
    }
}
