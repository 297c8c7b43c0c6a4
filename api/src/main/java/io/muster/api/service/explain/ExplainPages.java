package io.muster.api.service.explain;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.page.PageController;
import io.muster.api.service.plan.Plans;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Parts of pages that need a plan open for questions, which takes seconds the first time: pages show a sign of progress and
 * ask for them when they are there themselves. Without a script each is a page of its own.
 */
@PageController
class ExplainPages {
    private static final int ALTERNATIVES = 5;
    private static final int CANDIDATES = 10;

    private final ExplainController explain;
    private final Inquiry.Desk desk;
    private final Plans plans;

    ExplainPages(ExplainController explain, Inquiry.Desk desk, Plans plans) {
        this.explain = explain;
        this.desk = desk;
        this.plans = plans;
    }

    @GetMapping("/plans/{planId}/people/{staffId}/why")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String why(
            @PathVariable String planId,
            @PathVariable String staffId,
            @RequestParam(required = false) @Nullable String module,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Caller caller,
            Model model) {
        WhyView why = explain.why(planId, staffId, module, ALTERNATIVES, null, caller);
        model.addAttribute("why", why);
        model.addAttribute(
                "modules",
                why.modules().stream()
                        .sorted(Comparator.comparing(one -> one.unbooked() == null))
                        .toList());
        common(planId, caller, model);
        return template("why", part);
    }

    @GetMapping("/plans/{planId}/people/{staffId}/relaxation")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String relaxation(
            @PathVariable String planId,
            @PathVariable String staffId,
            @RequestParam String module,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Caller caller,
            Model model) {
        model.addAttribute("why", explain.why(planId, staffId, module, 1, null, caller));
        common(planId, caller, model);
        return template("relaxation", part);
    }

    @GetMapping("/plans/{planId}/people/{staffId}/alternatives")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String alternatives(
            @PathVariable String planId,
            @PathVariable String staffId,
            @RequestParam(required = false) @Nullable String module,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Caller caller,
            Model model) {
        model.addAttribute(
                "alternatives", explain.alternatives(planId, staffId, module, 2 * ALTERNATIVES, null, caller));
        common(planId, caller, model);
        return template("alternatives", part);
    }

    @GetMapping("/plans/{planId}/sessions/{sessionId}/candidates")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String candidates(
            @PathVariable String planId,
            @PathVariable String sessionId,
            @RequestParam(defaultValue = "1") int seats,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Caller caller,
            Model model) {
        int asked = Math.max(0, Math.min(seats, ExplainController.MOST));
        model.addAttribute("candidates", explain.candidates(planId, sessionId, asked, CANDIDATES, null, caller));
        model.addAttribute("seats", asked);
        common(planId, caller, model);
        return template("candidates", part);
    }

    @GetMapping("/plans/{planId}/teams/{teamId}/ledger")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR})
    String team(
            @PathVariable String planId,
            @PathVariable String teamId,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Caller caller,
            Model model) {
        model.addAttribute("ledger", explain.team(planId, teamId, caller));
        common(planId, caller, model);
        return template("team-ledger", part);
    }

    @GetMapping("/plans/{planId}/trainers/{trainerId}/ledger")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String trainer(
            @PathVariable String planId,
            @PathVariable String trainerId,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Caller caller,
            Model model) {
        model.addAttribute("ledger", explain.trainer(planId, trainerId, caller));
        common(planId, caller, model);
        return template("trainer-ledger", part);
    }

    @GetMapping("/plans/{planId}/sessions/{sessionId}/ledger")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String session(
            @PathVariable String planId,
            @PathVariable String sessionId,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Caller caller,
            Model model) {
        model.addAttribute("ledger", explain.session(planId, sessionId, caller));
        common(planId, caller, model);
        return template("session-ledger", part);
    }

    private void common(String planId, Caller caller, Model model) {
        model.addAttribute("planId", planId);
        model.addAttribute("plan", plans.get(planId));
        model.addAttribute("seesEverybody", caller.seesEveryBcu());
        model.addAttribute(
                "tries",
                caller.isAny(Role.PLANNER)
                        ? new TryLinks(desk.about(planId, null, caller).live())
                        : null);
    }

    private static String template(String name, @Nullable String part) {
        return "explain/" + name + (part == null ? "" : " :: part");
    }
}
