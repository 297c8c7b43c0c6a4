package io.muster.api.service.decide;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.page.PageController;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.ProblemException;
import io.muster.solver.explain.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Decisions by hand: first tried, then taken with a reason, and undone where they were wrong. */
@PageController
class DecisionPages {
    private static final int MOST = 500;

    private final DecisionController decisions;
    private final Plans plans;

    DecisionPages(DecisionController decisions, Plans plans) {
        this.decisions = decisions;
        this.plans = plans;
    }

    @GetMapping("/plans/{planId}/decisions/try")
    @Allowed(value = Role.PLANNER, personal = true)
    String tryOut(
            @PathVariable String planId,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller,
            Model model) {
        StoredPlan plan = plans.get(planId);
        List<NewDecisions.Entry> entries = entries(form);
        NewDecisions wanted = new NewDecisions(entries, null, true, null, asOf);
        model.addAttribute("plan", plan);
        model.addAttribute("entries", entries);
        model.addAttribute("asOf", asOf);
        model.addAttribute(
                "judgement",
                Objects.requireNonNull(
                        decisions.decide(planId, null, wanted, caller).getBody()));
        return "decide/try";
    }

    @PostMapping("/plans/{planId}/decisions")
    @Allowed(value = Role.PLANNER, personal = true)
    String take(
            @PathVariable String planId,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller,
            RedirectAttributes flash) {
        List<NewDecisions.Entry> entries = entries(form);
        NewDecisions wanted = new NewDecisions(entries, reason.strip(), false, null, asOf);
        JudgementView taken = Objects.requireNonNull(
                decisions.decide(planId, EntityTags.of(version), wanted, caller).getBody());
        flash.addFlashAttribute(
                "done",
                "Done, in a new draft of the plan: this one. The plan before is as it was; undo goes back to it.");
        flash.addAttribute("draftId", Objects.requireNonNull(taken.planId(), "a decision that was taken made a draft"));
        flash.addAttribute("personId", entries.get(0).staffId());
        return "redirect:/plans/{draftId}/people/{personId}";
    }

    @GetMapping("/plans/{planId}/decisions")
    @Allowed(
            value = {Role.PLANNER, Role.AUDITOR},
            personal = true)
    String list(
            @PathVariable String planId,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Caller caller,
            Model model) {
        model.addAttribute("plan", plans.get(planId));
        model.addAttribute("decisions", decisions.list(planId));
        model.addAttribute("mayUndo", caller.isAny(Role.PLANNER));
        return part == null ? "decide/decisions" : "decide/decisions :: part";
    }

    @PostMapping("/plans/{planId}/decisions/undo")
    @Allowed(Role.PLANNER)
    String undo(
            @PathVariable String planId,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable String staffId,
            Caller caller,
            RedirectAttributes flash) {
        DecisionController.UndoneView undone = Objects.requireNonNull(
                decisions.undo(planId, EntityTags.of(version), caller).getBody());
        flash.addFlashAttribute("done", "Undone: this draft is the plan as it was before those decisions.");
        flash.addAttribute("draftId", undone.planId());
        if (staffId == null || staffId.isEmpty()) {
            return "redirect:/plans/{draftId}/people";
        }
        flash.addAttribute("personId", staffId);
        return "redirect:/plans/{draftId}/people/{personId}";
    }

    /** The decisions of a form: its fields kind, staffId, moduleId and sessionId, each as often as there are decisions. */
    private static List<NewDecisions.Entry> entries(MultiValueMap<String, String> form) {
        List<String> kinds = form.getOrDefault("kind", List.of());
        List<String> staffIds = form.getOrDefault("staffId", List.of());
        List<String> moduleIds = form.getOrDefault("moduleId", List.of());
        List<String> sessionIds = form.getOrDefault("sessionId", List.of());
        int count = kinds.size();
        if (count == 0
                || count > MOST
                || staffIds.size() != count
                || moduleIds.size() != count
                || (!sessionIds.isEmpty() && sessionIds.size() != count)) {
            throw ProblemException.bad(
                    "decision-incomplete",
                    "Each decision has a kind, a person and a module, and where to, at most " + MOST + " at once.");
        }
        List<NewDecisions.Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String session = sessionIds.isEmpty() ? "" : sessionIds.get(i);
            entries.add(new NewDecisions.Entry(
                    kind(kinds.get(i)), staffIds.get(i), moduleIds.get(i), session.isEmpty() ? null : session, null));
        }
        return entries;
    }

    private static Decision.Kind kind(String text) {
        try {
            return Decision.Kind.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.bad(
                    "decision-kind-unknown", "A decision is BOOK, MOVE, CANCEL, PIN or UNPIN, not '" + text + "'.");
        }
    }
}
