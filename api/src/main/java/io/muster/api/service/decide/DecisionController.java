package io.muster.api.service.decide;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.explain.Answers;
import io.muster.api.service.explain.Inquiry;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.ProblemException;
import io.muster.solver.explain.Decision;
import io.muster.solver.explain.Judgement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Manual decisions. */
@RestController
@RequestMapping("/v1/plans/{planId}/decisions")
@Tag(name = "Manual decisions")
class DecisionController {
    private final DecisionDesk desk;
    private final Inquiry.Desk inquiries;
    private final ManualDecisions decisions;
    private final Plans plans;

    DecisionController(DecisionDesk desk, Inquiry.Desk inquiries, ManualDecisions decisions, Plans plans) {
        this.desk = desk;
        this.inquiries = inquiries;
        this.decisions = decisions;
        this.plans = plans;
    }

    @PostMapping
    @Operation(
            summary =
                    "Book, move, cancel or pin bookings, or move whole sessions; with dryRun only say what it breaks and costs")
    @Allowed(value = Role.PLANNER, personal = true)
    ResponseEntity<JudgementView> decide(
            @PathVariable String planId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewDecisions wanted,
            Caller caller) {
        Inquiry inquiry = inquiries.about(planId, wanted.asOf(), caller);
        StoredPlan plan = inquiry.stored();
        List<Decision> entries =
                wanted.decisions().stream().map(NewDecisions.Entry::toDecision).toList();
        if (wanted.dryRun()) {
            EntityTags.check(ifMatch, plan.version());
            return ResponseEntity.ok(view(inquiry.answers(), null, desk.judge(plan, entries, wanted.asOf())));
        }
        EntityTags.demand(ifMatch, plan.version());
        String reason = wanted.reason();
        if (reason == null || reason.isBlank()) {
            throw ProblemException.bad("reason-missing", "Say in 'reason' why, for the record.");
        }
        DecisionDesk.Taken taken = desk.take(plan, entries, reason, wanted.name(), wanted.asOf(), caller);
        return created(taken.plan()).body(view(inquiry.answers(), taken.plan().id(), taken.judgement()));
    }

    @GetMapping
    @Operation(summary = "The decisions that made this plan of the one before, in their order")
    @Allowed(
            value = {Role.PLANNER, Role.AUDITOR},
            personal = true)
    List<ManualDecision> list(@PathVariable String planId) {
        return decisions.of(plans.get(planId).id());
    }

    @PostMapping("/undo")
    @Operation(summary = "Take back the decisions that made this plan: the plan before them becomes a draft again")
    @Allowed(Role.PLANNER)
    ResponseEntity<UndoneView> undo(
            @PathVariable String planId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        StoredPlan plan = plans.get(planId);
        EntityTags.demand(ifMatch, plan.version());
        StoredPlan draft = desk.undo(plan, caller);
        return created(draft).body(new UndoneView(draft.id(), plan.id()));
    }

    /**
     * Decisions that were taken back.
     *
     * @param planId the draft as it was before them
     * @param undonePlanId the plan they had made
     */
    record UndoneView(String planId, String undonePlanId) {}

    private static ResponseEntity.BodyBuilder created(StoredPlan plan) {
        return ResponseEntity.created(URI.create("/v1/plans/" + plan.id())).eTag(EntityTags.of(plan.version()));
    }

    /** What decisions do, for the API and for the pages. */
    static JudgementView view(Answers answers, @Nullable String planId, Judgement judgement) {
        return new JudgementView(
                planId,
                judgement.allowed(),
                judgement.changes().stream()
                        .map(change -> new JudgementView.Change(
                                change.staffId(),
                                change.moduleId(),
                                answers.moduleName(change.moduleId()),
                                answers.spotOrNull(change.from()),
                                answers.spotOrNull(change.to()),
                                change.pinned()))
                        .toList(),
                judgement.breaches(),
                answers.priceOrNull(judgement.price()),
                judgement.notes());
    }
}
