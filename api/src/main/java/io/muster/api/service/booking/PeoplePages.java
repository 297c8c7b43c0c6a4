package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.booking.PeopleController.PeopleFilter;
import io.muster.api.service.page.PageController;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.PageQuery;
import java.time.LocalDate;
import java.util.List;
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

    PeoplePages(PeopleController people, TeamController teams, Reading.Desk desk, Plans plans) {
        this.people = people;
        this.teams = teams;
        this.desk = desk;
        this.plans = plans;
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
        model.addAttribute(
                "sessions",
                reading.lists().sessions().all().where("module", module).where("date", date).rows().stream()
                        .map(reading.views()::session)
                        .toList());
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
        model.addAttribute("mayDecide", caller.isAny(Role.PLANNER));
        model.addAttribute("isPublished", plan.state() == PlanState.PUBLISHED);
        model.addAttribute(
                "isDecided", plan.kind() == StoredPlan.Kind.DECISION && caller.isAny(Role.PLANNER, Role.AUDITOR));
        return "booking/person";
    }
}
