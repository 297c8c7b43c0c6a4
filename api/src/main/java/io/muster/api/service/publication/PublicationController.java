package io.muster.api.service.publication;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.solver.explain.PlanDifference;
import io.muster.solver.explain.PlanDifference.BookingChange;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is still wrong with a plan, publishing it, and what was published. */
@RestController
@Tag(name = "Publications")
class PublicationController {
    static final Map<String, Comparator<PublicationView>> ORDERS =
            Map.of("number", Comparator.comparing(PublicationView::number));

    private static final Map<String, Comparator<BookingChange>> PEOPLE_ORDERS = Map.of(
            "staffId", Comparator.comparing(BookingChange::staffId),
            "teamId", Comparator.comparing(BookingChange::teamId),
            "kind", Comparator.comparing(BookingChange::kind));

    private final Publications publications;
    private final Checklist checklist;
    private final Differences differences;
    private final Plans plans;
    private final LivePlans livePlans;

    PublicationController(
            Publications publications, Checklist checklist, Differences differences, Plans plans, LivePlans livePlans) {
        this.publications = publications;
        this.checklist = checklist;
        this.differences = differences;
        this.plans = plans;
        this.livePlans = livePlans;
    }

    /**
     * Publishes a plan.
     *
     * @param note why, for those who come after
     * @param acknowledged codes of the checklist that whoever publishes knows of
     */
    record NewPublication(
            @NotNull @Size(max = 1000) String note,
            @Nullable Set<String> acknowledged) {}

    @GetMapping("/v1/plans/{id}/checklist")
    @Operation(summary = "What is still wrong with a plan")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR})
    ResponseEntity<ChecklistView> checklist(@PathVariable String id) {
        StoredPlan plan = plans.get(id);
        return EntityTags.ok(plan.version(), ChecklistView.of(id, checklist.of(plan)));
    }

    @PostMapping("/v1/plans/{id}/publication")
    @Operation(summary = "Publish a plan in place of the one published before; If-Match is the checklist's ETag")
    @Allowed(Role.PLANNER)
    ResponseEntity<PublicationView> publish(
            @PathVariable String id,
            @Valid @RequestBody NewPublication wanted,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        Set<String> acknowledged = wanted.acknowledged() == null ? Set.of() : wanted.acknowledged();
        PublicationView publication = publications.publish(id, wanted.note(), acknowledged, ifMatch, caller);
        return ResponseEntity.created(URI.create("/v1/data-sets/" + publication.dataSetId() + "/publications"))
                .body(publication);
    }

    @GetMapping("/v1/data-sets/{id}/publications")
    @Operation(summary = "List what was published of a data set, the newest first")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    PageView<PublicationView> publications(@PathVariable String id, @ParameterObject PageQuery page) {
        return publications.list(id, page);
    }

    @GetMapping("/v1/plans/{id}/differences")
    @Operation(summary = "What differs between another plan and this one")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    DifferenceView differences(
            @PathVariable String id,
            @RequestParam String from,
            @RequestParam(required = false) @Nullable String team,
            @ParameterObject PageQuery page,
            Caller caller) {
        PlanDifference difference = differences.between(from, id);
        LivePlan plan = livePlans.get(id);
        List<BookingChange> people = difference.people().stream()
                .filter(change -> team == null || change.teamId().equals(team))
                .filter(change -> sees(caller, plan, change))
                .toList();
        return new DifferenceView(
                from,
                id,
                difference.total(),
                difference.byBcu(),
                difference.byTeam(),
                difference.byModule(),
                difference.sessionsOnlyBefore(),
                difference.sessionsOnlyAfter(),
                difference.cost(),
                page.of(people, PEOPLE_ORDERS));
    }

    private static boolean sees(Caller caller, LivePlan plan, BookingChange change) {
        return caller.seesEveryBcu()
                || plan.teamById().containsKey(change.teamId())
                        && Objects.equals(
                                caller.bcu(),
                                plan.teamById().get(change.teamId()).bcu());
    }
}
