package io.muster.api.service.publication;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.page.PageController;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.PlanView;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.publication.PublicationController.NewPublication;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.muster.solver.explain.PlanDifference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Publishing a plan: its checklist, the decision, what was published so far, and what differs between two plans. */
@PageController
class PublishPages {
    private static final int TEAMS_A_PAGE = 20;

    private final PublicationController api;
    private final Plans plans;

    PublishPages(PublicationController api, Plans plans) {
        this.api = api;
        this.plans = plans;
    }

    /**
     * The page. What takes long on a plan that nobody has looked at for a while, its checklist, comes when the page is there
     * and asks for it with {@code part=checklist}.
     */
    @GetMapping("/plans/{planId}/publish")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR})
    String publish(
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable String part,
            PageQuery page,
            Caller caller,
            Model model) {
        StoredPlan plan = plans.get(planId);
        requireComplete(plan);
        StoredPlan published = plans.findPublished(plan.dataSetId()).orElse(null);
        model.addAttribute("plan", PlanView.of(plan));
        model.addAttribute("version", plan.version());
        model.addAttribute("published", published == null ? null : PlanView.of(published));
        model.addAttribute("isPlanner", caller.isAny(Role.PLANNER));
        model.addAttribute("caller", caller);
        model.addAttribute("publications", api.publications(plan.dataSetId(), page));
        boolean isAsked = "checklist".equals(part) && plan.state() == PlanState.DRAFT;
        model.addAttribute("checklist", isAsked ? api.checklist(planId).getBody() : null);
        return "publication/publish";
    }

    @PostMapping("/plans/{planId}/publish")
    @Allowed(Role.PLANNER)
    String publish(
            @PathVariable String planId,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable Set<String> acknowledged,
            Caller caller,
            RedirectAttributes redirect) {
        try {
            PublicationView publication = Objects.requireNonNull(
                    api.publish(planId, new NewPublication(note, acknowledged), EntityTags.of(version), caller)
                            .getBody());
            redirect.addFlashAttribute(
                    "done", "Published as version " + publication.number() + ". This plan holds from now on.");
        } catch (ProblemException e) {
            // Whoever wanted to publish it sees the checklist as it is now, and why nothing was published.
            redirect.addFlashAttribute("refused", e.getMessage());
        }
        return "redirect:/plans/" + planId + "/publish";
    }

    /**
     * What differs.
     *
     * @param from the plan to compare with; null: the published one, or else the one this plan was made from
     * @param team one team's people; null or empty: all
     * @param teamPage page of the teams
     */
    @GetMapping("/plans/{planId}/differences")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    String differences(
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(defaultValue = "0") int teamPage,
            PageQuery page,
            Caller caller,
            Model model) {
        StoredPlan plan = plans.get(planId);
        requireComplete(plan);
        List<PlanView> others = plans.list(plan.dataSetId()).stream()
                .filter(other -> other.state().isComplete() && !other.id().equals(planId))
                .map(PlanView::of)
                .toList();
        String before = from == null || from.isEmpty() ? usual(plan).orElse(null) : from;
        String wantedTeam = team == null || team.isBlank() ? null : team.strip();
        model.addAttribute("plan", PlanView.of(plan));
        model.addAttribute("others", others);
        model.addAttribute("from", before);
        model.addAttribute("team", wantedTeam);
        model.addAttribute("sort", Objects.requireNonNullElse(page.sort(), ""));
        if (before != null) {
            DifferenceView difference = api.differences(planId, before, wantedTeam, page, caller);
            model.addAttribute("before", PlanView.of(plans.get(before)));
            model.addAttribute("difference", difference);
            model.addAttribute("teams", teams(difference, teamPage));
        }
        return "publication/differences";
    }

    private Optional<String> usual(StoredPlan plan) {
        Predicate<String> isOther = id -> !id.equals(plan.id());
        return plans.findPublished(plan.dataSetId())
                .map(StoredPlan::id)
                .filter(isOther)
                .or(() -> Optional.ofNullable(plan.parentId()).filter(isOther));
    }

    /** A page of the teams, those with most people affected first. */
    private static PageView<Map.Entry<String, PlanDifference.Counts>> teams(DifferenceView difference, int number) {
        return new PageQuery(number, TEAMS_A_PAGE, null)
                .of(
                        difference.byTeam().entrySet().stream()
                                .sorted(Comparator.comparingInt((Map.Entry<String, PlanDifference.Counts> entry) ->
                                        -entry.getValue().people()))
                                .toList(),
                        Map.of());
    }

    private static void requireComplete(StoredPlan plan) {
        if (!plan.state().isComplete()) {
            throw ProblemException.conflict(
                    "plan-not-complete",
                    "Plan '" + plan.name() + "' is " + plan.state() + "; it can be published when it is solved.");
        }
    }
}
