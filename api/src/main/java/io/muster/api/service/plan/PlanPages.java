package io.muster.api.service.plan;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.job.Job;
import io.muster.api.service.job.Jobs;
import io.muster.api.service.page.PageController;
import io.muster.api.service.ruleset.RuleSets;
import io.muster.api.service.ruleset.StoredRuleSet;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.ProblemException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans of a programme: started, watched while they are solved, looked at, compared and discarded. */
@PageController
class PlanPages {
    private static final int MOST_COMPARED = 4;

    private final PlanController api;
    private final ProfileController profiles;
    private final PlanDetails details;
    private final Plans plans;
    private final DataSets dataSets;
    private final RuleSets ruleSets;
    private final Jobs jobs;

    PlanPages(
            PlanController api,
            ProfileController profiles,
            PlanDetails details,
            Plans plans,
            DataSets dataSets,
            RuleSets ruleSets,
            Jobs jobs) {
        this.api = api;
        this.profiles = profiles;
        this.details = details;
        this.plans = plans;
        this.dataSets = dataSets;
        this.ruleSets = ruleSets;
        this.jobs = jobs;
    }

    @GetMapping("/programmes/{dataSetId}/plans")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    String list(
            @PathVariable String dataSetId,
            @RequestParam(required = false) @Nullable PlanState state,
            PageQuery page,
            Caller caller,
            Model model) {
        model.addAttribute("dataSet", dataSets.get(dataSetId));
        model.addAttribute("plans", api.list(page, dataSetId, state));
        model.addAttribute("state", state);
        model.addAttribute("states", PlanState.values());
        model.addAttribute("sort", Objects.requireNonNullElse(page.sort(), ""));
        model.addAttribute("isPlanner", caller.isAny(Role.PLANNER));
        if (caller.isAny(Role.PLANNER)) {
            model.addAttribute("profiles", profiles.list());
            model.addAttribute(
                    "revisions",
                    dataSets.revisions(dataSetId).stream()
                            .filter(revision -> revision.state() == Revision.State.READY)
                            .toList());
            model.addAttribute(
                    "ruleSets",
                    ruleSets.list().stream()
                            .filter(version -> version.state() != StoredRuleSet.State.INVALID)
                            .toList());
        }
        return "plan/plans";
    }

    @PostMapping("/programmes/{dataSetId}/plans")
    @Allowed(Role.PLANNER)
    String start(@PathVariable String dataSetId, PlanForm form, Caller caller) {
        PlanView plan = Objects.requireNonNull(
                api.create(form.wanted(dataSetId), caller).getBody());
        return "redirect:/plans/" + plan.id();
    }

    @GetMapping("/programmes/{dataSetId}/plans/compare")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    String compare(
            @PathVariable String dataSetId,
            @RequestParam(name = "plan", defaultValue = "") List<String> ids,
            Model model) {
        List<StoredPlan> wanted = ids.stream().distinct().map(plans::get).toList();
        if (wanted.size() < 2 || wanted.size() > MOST_COMPARED) {
            throw ProblemException.bad(
                    "comparison-size", "Choose two to four plans to compare; " + wanted.size() + " were chosen.");
        }
        for (StoredPlan plan : wanted) {
            if (!plan.dataSetId().equals(dataSetId)) {
                throw ProblemException.notFound("plan", plan.id());
            }
            if (!plan.state().isComplete()) {
                throw ProblemException.conflict(
                        "plan-not-complete",
                        "Plan '" + plan.name() + "' is " + plan.state() + "; only complete plans are compared.");
            }
        }
        model.addAttribute("dataSet", dataSets.get(dataSetId));
        model.addAttribute(
                "comparison", PlanComparison.of(wanted.stream().map(details::of).toList()));
        return "plan/compare";
    }

    @GetMapping("/plans/{planId}")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    String plan(@PathVariable String planId, Caller caller, Model model) {
        StoredPlan stored = plans.get(planId);
        model.addAttribute("version", stored.version());
        model.addAttribute("isPlanner", caller.isAny(Role.PLANNER));
        model.addAttribute("seesScores", caller.isAny(Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE));
        model.addAttribute("seesPeople", caller.isAny(Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.BCU_RESOURCING));
        model.addAttribute("hasContent", caller.isAny(Role.PLANNER, Role.AUDITOR));
        model.addAttribute("plan", PlanView.of(stored));
        if (stored.state().isComplete()) {
            PlanDetailView view = details.of(stored);
            PlanDetailView.Result result = Objects.requireNonNull(view.result());
            model.addAttribute("result", result);
            model.addAttribute("lines", CostLine.of(result.cost()));
            model.addAttribute("total", result.cost().getOrDefault("total", stored.costPence()));
            return "plan/plan";
        }
        Job job = stored.jobId() == null ? null : jobs.find(stored.jobId()).orElse(null);
        model.addAttribute("job", job);
        if (stored.state() == PlanState.QUEUED || stored.state() == PlanState.SOLVING) {
            model.addAttribute("moment", api.moment(planId));
            return "plan/solving";
        }
        return "plan/ended";
    }

    @PostMapping("/plans/{planId}/stop")
    @Allowed(Role.PLANNER)
    String stop(@PathVariable String planId, Caller caller, RedirectAttributes redirect) {
        api.stop(planId, caller);
        redirect.addFlashAttribute("done", "The search comes to its end; the best plan so far is kept.");
        return "redirect:/plans/" + planId;
    }

    @PostMapping("/plans/{planId}/discard")
    @Allowed(Role.PLANNER)
    String discard(
            @PathVariable String planId, @RequestParam long version, Caller caller, RedirectAttributes redirect) {
        StoredPlan plan = plans.get(planId);
        api.discard(planId, EntityTags.of(version), caller);
        redirect.addFlashAttribute("done", "Plan '" + plan.name() + "' was discarded.");
        return "redirect:/programmes/" + plan.dataSetId() + "/plans";
    }
}
