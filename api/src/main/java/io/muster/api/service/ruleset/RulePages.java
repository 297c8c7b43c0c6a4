package io.muster.api.service.ruleset;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.page.PageController;
import io.muster.api.service.ruleset.RuleSetViews.ActiveView;
import io.muster.api.service.ruleset.RuleSetViews.ScenariosView;
import io.muster.api.service.ruleset.RuleSetViews.VersionDetailView;
import io.muster.api.service.ruleset.RuleSetViews.VersionView;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.ProblemException;
import java.util.Objects;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rule sets: which there are, what each says, what its scenarios give, and which one is active. */
@PageController
class RulePages {
    private static final int LAST_ACTIVATIONS = 10;

    private final RuleSetController controller;
    private final RuleSets ruleSets;

    RulePages(RuleSetController controller, RuleSets ruleSets) {
        this.controller = controller;
        this.ruleSets = ruleSets;
    }

    @GetMapping("/rules")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    String list(PageQuery page, Caller caller, Model model) {
        model.addAttribute("list", controller.list(page));
        model.addAttribute("active", active());
        if (caller.isAny(Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE)) {
            model.addAttribute(
                    "activations",
                    controller
                            .activations(new PageQuery(0, LAST_ACTIVATIONS, null))
                            .items());
        }
        model.addAttribute("canUpload", caller.isAny(Role.PLANNER));
        return "ruleset/rules";
    }

    @PostMapping("/rules")
    @Allowed(Role.PLANNER)
    String upload(MultipartHttpServletRequest form, Caller caller, RedirectAttributes messages) {
        VersionView made = Objects.requireNonNull(controller.form(form, caller).getBody());
        messages.addFlashAttribute(
                "done",
                "“" + made.name() + "” was stored as version " + made.number()
                        + (made.errorCount() > 0
                                ? "; its errors stand beside its cells."
                                : ". See what it would change before you make it the active one."));
        return page(made);
    }

    @GetMapping("/rules/{id}/{number}")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    String version(@PathVariable String id, @PathVariable int number, Caller caller, Model model) {
        VersionDetailView detail =
                Objects.requireNonNull(controller.version(id, number).getBody());
        ScenariosView scenarios = controller.scenarios(id, number);
        boolean seesChecks = caller.isAny(Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE);
        model.addAttribute("detail", detail);
        model.addAttribute("version", detail.version());
        model.addAttribute(
                "versions", ruleSets.versions(id).stream().map(VersionView::of).toList());
        model.addAttribute("scenarios", scenarios);
        model.addAttribute("seesChecks", seesChecks);
        model.addAttribute("canDownload", caller.isAny(Role.PLANNER, Role.LEARNING, Role.AUDITOR));
        model.addAttribute("canActivate", caller.isAny(Role.PLANNER) && isUsable(detail.version()));
        model.addAttribute("lastActivation", lastActivation());
        return "ruleset/version";
    }

    @PostMapping("/rules/{id}/{number}/activate")
    @Allowed(Role.PLANNER)
    String activate(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam long lastActivation,
            @RequestParam(defaultValue = "") String note,
            Caller caller,
            RedirectAttributes messages) {
        ActiveView active = Objects.requireNonNull(controller
                .activate(id, number, EntityTags.of(lastActivation), note, caller)
                .getBody());
        messages.addFlashAttribute(
                "done",
                "“" + active.version().name()
                        + "” decides the scope of new plans now. Plans that are there keep theirs;"
                        + " activate the former rule set to undo it.");
        return "redirect:/rules";
    }

    private static boolean isUsable(VersionView version) {
        return version.state() == StoredRuleSet.State.DRAFT || version.state() == StoredRuleSet.State.RETIRED;
    }

    private static String page(VersionView version) {
        return "redirect:/rules/" + version.ruleSetId() + "/" + version.number();
    }

    private long lastActivation() {
        return ruleSets.findLastActivation().map(Activation::number).orElse(0L);
    }

    private ActiveView active() {
        ActiveView active = controller.active().getBody();
        if (active == null) {
            throw ProblemException.notFound("rule-set", "active");
        }
        return active;
    }
}
