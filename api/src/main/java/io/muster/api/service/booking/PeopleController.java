package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.data.model.Absence;
import io.muster.data.model.StaffMember;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People and their pages. */
@RestController
@RequestMapping("/v1/plans/{planId}/people")
@Tag(name = "People")
class PeopleController {
    private final Reading.Desk desk;
    private final PublishedHistory history;

    PeopleController(Reading.Desk desk, PublishedHistory history) {
        this.desk = desk;
        this.history = history;
    }

    /**
     * Which people; what is left out does not matter.
     *
     * @param q part of an id, team, role or BCU, whatever the case
     * @param team id of a team
     * @param function function of a team
     * @param bcu a BCU
     * @param role a role
     * @param booked {@code true}: everything they require is booked; {@code false}: something is not
     */
    record PeopleFilter(
            @Nullable String q,
            @Nullable String team,
            @Nullable String function,
            @Nullable String bcu,
            @Nullable String role,
            @Nullable Boolean booked) {}

    @GetMapping
    @Operation(summary = "People of a plan, with how far they are booked")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    PageView<PersonRow> people(
            @PathVariable String planId,
            @ParameterObject PeopleFilter filter,
            @ParameterObject PageQuery page,
            Caller caller) {
        Reading reading = desk.open(planId, caller);
        var selection = reading.lists()
                .people()
                .all()
                .where("bcu", reading.sight().bcu())
                .where("team", filter.team())
                .where("function", filter.function())
                .where("bcu", filter.bcu())
                .where("role", filter.role());
        String wanted = filter.q();
        if (wanted != null && !wanted.isBlank()) {
            String part = wanted.strip();
            selection.where(person -> isFound(person, part));
        }
        Boolean isBooked = filter.booked();
        if (isBooked != null) {
            selection.where(person -> isBooked == person.booked() >= person.required());
        }
        return selection.page(page, reading.views()::person);
    }

    private static boolean isFound(Person person, String part) {
        return StringUtils.containsIgnoreCase(person.member().id(), part)
                || StringUtils.containsIgnoreCase(person.team().id(), part)
                || StringUtils.containsIgnoreCase(person.team().name(), part)
                || StringUtils.containsIgnoreCase(person.member().role(), part)
                || person.team().bcu().equalsIgnoreCase(part);
    }

    @GetMapping("/{staffId}")
    @Operation(summary = "A person's page: bookings, what is unbooked and why, scope, history")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    PersonView person(@PathVariable String planId, @PathVariable String staffId, Caller caller) {
        Reading reading = desk.open(planId, caller);
        LivePlan live = reading.live();
        StaffMember member = reading.sight().member(staffId);
        Person person = Objects.requireNonNull(reading.lists().findPerson(staffId));
        return new PersonView(
                reading.views().person(person),
                member.status().equals(StaffMember.ACTIVE),
                member.statusUntil(),
                member.cohort(),
                member.needs(),
                member.notBefore(),
                member.tags(),
                live.once(Absences.class, Absences::of).byStaff().getOrDefault(staffId, List.of()).stream()
                        .map(absence -> new PersonView.Away(absence.from(), absence.to()))
                        .sorted(Comparator.comparing(PersonView.Away::from).thenComparing(PersonView.Away::to))
                        .toList(),
                reading.lists().bookings().all().where("staff", staffId).rows().stream()
                        .map(reading.views()::booking)
                        .sorted(Comparator.comparing(BookingView::start).thenComparing(BookingView::moduleId))
                        .toList(),
                reading.lists().unbooked().all().where("staff", staffId).rows().stream()
                        .map(reading.views()::unbooked)
                        .toList(),
                live.scopeByStaff().getOrDefault(staffId, List.of()).stream()
                        .map(row -> new PersonView.Scope(
                                row.moduleId(),
                                reading.views().moduleName(row.moduleId()),
                                row.decision(),
                                row.ruleId(),
                                row.reason(),
                                row.priority(),
                                row.earliest(),
                                row.latest()))
                        .toList(),
                history.of(live.stored().dataSetId(), staffId).stream()
                        .map(step -> reading.views().history(step))
                        .toList());
    }

    /**
     * Absences by staff member.
     *
     * @param byStaff them
     */
    record Absences(Map<String, List<Absence>> byStaff) {
        static Absences of(LivePlan live) {
            return new Absences(live.dataSet().absences().stream().collect(Collectors.groupingBy(Absence::staffId)));
        }
    }
}
