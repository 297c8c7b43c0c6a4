package io.muster.api.service.scope;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.page.PageController;
import io.muster.api.service.ruleset.RuleSets;
import io.muster.api.service.ruleset.StoredRuleSet;
import io.muster.api.service.web.PageQuery;
import io.muster.data.plan.ScopeDecision.Decision;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is in scope of what, and how the decisions about a person came about. */
@PageController
class ScopePages {
    private static final int MOST_FOUND = 50;

    private final ScopeController scopes;
    private final DecidedScopes decided;
    private final DataSets dataSets;
    private final RuleSets ruleSets;

    ScopePages(ScopeController scopes, DecidedScopes decided, DataSets dataSets, RuleSets ruleSets) {
        this.scopes = scopes;
        this.decided = decided;
        this.dataSets = dataSets;
        this.ruleSets = ruleSets;
    }

    @GetMapping("/programmes/{dataSetId}/scope")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    String scope(
            @PathVariable String dataSetId,
            @RequestParam(required = false) @Nullable String ruleSet,
            Caller caller,
            Model model) {
        frame(dataSetId, ruleSet, model);
        model.addAttribute("seesPeople", caller.seesEveryBcu() || caller.isAny(Role.BCU_RESOURCING));
        return "scope/scope";
    }

    /** Counts; deciding everybody's scope takes a while the first time, so the page asks for them once it is there. */
    @GetMapping("/programmes/{dataSetId}/scope-summary")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    String summary(
            @PathVariable String dataSetId,
            @RequestParam(required = false) @Nullable String ruleSet,
            Caller caller,
            Model model) {
        Revision revision = dataSets.readyRevision(dataSetId, null);
        model.addAttribute("dataSetId", dataSetId);
        model.addAttribute("ruleSet", ruleSet == null ? "" : ruleSet);
        model.addAttribute("counts", scopes.summary(dataSetId, revision.number(), textOrNull(ruleSet)));
        model.addAttribute("seesPeople", caller.seesEveryBcu() || caller.isAny(Role.BCU_RESOURCING));
        return "scope/scope :: summary";
    }

    @GetMapping("/programmes/{dataSetId}/scope/people")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    String people(
            @PathVariable String dataSetId,
            @RequestParam(defaultValue = "") String staff,
            @RequestParam(required = false) @Nullable String ruleSet,
            @RequestParam(required = false) @Nullable String module,
            @RequestParam(required = false) @Nullable Decision decision,
            @RequestParam(required = false) @Nullable String rule,
            PageQuery page,
            Caller caller,
            Model model) {
        String wanted = staff.strip();
        Revision revision = dataSets.readyRevision(dataSetId, null);
        frame(dataSetId, ruleSet, model);
        model.addAttribute("staff", wanted);
        if (module == null && !wanted.isEmpty()) {
            List<String> found = find(revision, wanted, textOrNull(ruleSet), caller);
            if (found.size() == 1) {
                return "redirect:/programmes/" + dataSetId + "/scope/" + found.get(0)
                        + (textOrNull(ruleSet) == null ? "" : "?ruleSet=" + ruleSet);
            }
            model.addAttribute("found", found);
            model.addAttribute("most", MOST_FOUND);
            return "scope/people";
        }
        model.addAttribute("module", module);
        model.addAttribute("decision", decision);
        model.addAttribute("rule", rule);
        model.addAttribute(
                "list",
                scopes.scope(
                        dataSetId,
                        revision.number(),
                        page,
                        textOrNull(ruleSet),
                        module,
                        decision,
                        rule,
                        null,
                        null,
                        caller));
        return "scope/people";
    }

    @GetMapping("/programmes/{dataSetId}/scope/{staffId}")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    String person(
            @PathVariable String dataSetId,
            @PathVariable String staffId,
            @RequestParam(required = false) @Nullable String ruleSet,
            Caller caller,
            Model model) {
        Revision revision = dataSets.readyRevision(dataSetId, null);
        frame(dataSetId, ruleSet, model);
        model.addAttribute("person", scopes.person(dataSetId, revision.number(), staffId, textOrNull(ruleSet), caller));
        return "scope/person";
    }

    private List<String> find(Revision revision, String wanted, @Nullable String ruleSet, Caller caller) {
        Map<String, String> bcuByStaff = decided.get(revision, ruleSet).bcuByStaff();
        if (bcuByStaff.containsKey(wanted) && maySee(caller, bcuByStaff.get(wanted))) {
            return List.of(wanted);
        }
        String part = wanted.toLowerCase(Locale.UK);
        return bcuByStaff.entrySet().stream()
                .filter(one -> one.getKey().toLowerCase(Locale.UK).contains(part) && maySee(caller, one.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .limit(MOST_FOUND)
                .toList();
    }

    private static boolean maySee(Caller caller, @Nullable String bcu) {
        return caller.seesEveryBcu() || bcu != null && bcu.equals(caller.bcu());
    }

    private void frame(String dataSetId, @Nullable String ruleSet, Model model) {
        model.addAttribute("dataSet", dataSets.get(dataSetId));
        model.addAttribute("dataSetId", dataSetId);
        model.addAttribute("revision", dataSets.findLatestReady(dataSetId).orElse(null));
        model.addAttribute("ruleSet", ruleSet == null ? "" : ruleSet);
        model.addAttribute(
                "ruleSets",
                ruleSets.list().stream()
                        .filter(one -> one.state() != StoredRuleSet.State.INVALID)
                        .toList());
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
