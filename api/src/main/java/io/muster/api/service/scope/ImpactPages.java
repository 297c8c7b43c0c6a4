package io.muster.api.service.scope;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.StoredDataSet;
import io.muster.api.service.page.PageController;
import io.muster.api.service.ruleset.Activation;
import io.muster.api.service.ruleset.RuleSets;
import io.muster.api.service.ruleset.StoredRuleSet;
import io.muster.api.service.web.PageQuery;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a version of a rule set would change, before it is made the active one. */
@PageController
class ImpactPages {
    private final ImpactController impacts;
    private final RuleSets ruleSets;
    private final DataSets dataSets;

    ImpactPages(ImpactController impacts, RuleSets ruleSets, DataSets dataSets) {
        this.impacts = impacts;
        this.ruleSets = ruleSets;
        this.dataSets = dataSets;
    }

    /** The page; deciding the scope of everybody twice takes a while, so the figures are asked for once it is there. */
    @GetMapping("/rules/{id}/{number}/impact")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE})
    String page(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String dataSet,
            Caller caller,
            Model model) {
        StoredRuleSet version = ruleSets.version(id, number);
        List<StoredDataSet> ready = dataSets.list().stream()
                .filter(one -> dataSets.findLatestReady(one.id()).isPresent())
                .toList();
        StoredDataSet chosen = ready.stream()
                .filter(one -> dataSet == null || dataSet.isEmpty() || one.id().equals(dataSet))
                .findFirst()
                .orElse(null);
        model.addAttribute("version", version);
        model.addAttribute("active", ruleSets.get(null));
        model.addAttribute("dataSets", ready);
        model.addAttribute("dataSet", chosen);
        model.addAttribute(
                "canActivate",
                caller.isAny(Role.PLANNER)
                        && (version.state() == StoredRuleSet.State.DRAFT
                                || version.state() == StoredRuleSet.State.RETIRED));
        model.addAttribute(
                "lastActivation",
                ruleSets.findLastActivation().map(Activation::number).orElse(0L));
        return "scope/impact";
    }

    @GetMapping("/rules/{id}/{number}/impact/figures")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE})
    String figures(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam String dataSet,
            Caller caller,
            Model model) {
        ImpactController.ImpactView impact = impacts.impact(id, number, dataSet, null, null);
        SortedSet<String> modules = new TreeSet<>(impact.before().keySet());
        modules.addAll(impact.after().keySet());
        model.addAttribute("impact", impact);
        model.addAttribute("modules", modules);
        model.addAttribute("id", id);
        model.addAttribute("number", number);
        model.addAttribute("dataSet", dataSet);
        model.addAttribute("seesPeople", caller.isAny(Role.PLANNER, Role.LEARNING, Role.AUDITOR));
        return "scope/impact-figures :: figures";
    }

    @GetMapping("/rules/{id}/{number}/impact/people")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String people(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam String dataSet,
            @RequestParam(required = false) @Nullable String module,
            @RequestParam(required = false) @Nullable String bcu,
            PageQuery page,
            Model model) {
        ImpactController.ImpactView impact = impacts.impact(id, number, dataSet, null, null);
        String wantedModule = module == null || module.isEmpty() ? null : module;
        String wantedBcu = bcu == null || bcu.isEmpty() ? null : bcu;
        model.addAttribute("version", ruleSets.version(id, number));
        model.addAttribute("dataSet", dataSets.get(dataSet));
        model.addAttribute("impact", impact);
        model.addAttribute("list", impacts.moves(id, number, dataSet, null, null, page, wantedModule, wantedBcu, null));
        model.addAttribute("module", wantedModule);
        model.addAttribute("bcu", wantedBcu);
        return "scope/impact-people";
    }
}
