package io.muster.api.service.scope;

import io.muster.api.check.CheckService;
import io.muster.api.check.CheckView;
import io.muster.api.dataset.DataSetService;
import io.muster.api.scope.ScopingService;
import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.DataSetCache;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.ScopeTrace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who needs which module, and why. */
@RestController
@RequestMapping("/v1/data-sets/{id}/revisions/{revision}")
@Tag(name = "Scope")
class ScopeController {
    private static final Map<String, Comparator<ScopeDecision>> ORDERS = Map.of(
            "staffId", Comparator.comparing(ScopeDecision::staffId),
            "moduleId", Comparator.comparing(ScopeDecision::moduleId),
            "decision", Comparator.comparing(ScopeDecision::decision),
            "ruleId", Comparator.comparing(ScopeDecision::ruleId),
            "priority", Comparator.comparing(ScopeDecision::priority));

    private final DataSets dataSets;
    private final DataSetCache cache;
    private final DecidedScopes scopes;
    private final CheckService checks;

    ScopeController(DataSets dataSets, DataSetCache cache, DecidedScopes scopes, ScopingService scoping) {
        this.dataSets = dataSets;
        this.cache = cache;
        this.scopes = scopes;
        checks = new CheckService(new DataSetService(), scoping);
    }

    /**
     * How the decisions about a staff member came about.
     *
     * @param staffId the staff member
     * @param bcu BCU of the team
     * @param ruleSet the rule set that decided
     * @param traces one for each module
     */
    record PersonScopeView(String staffId, String bcu, String ruleSet, List<ScopeTrace> traces) {}

    /**
     * How many decisions are alike.
     *
     * @param moduleId the module
     * @param decision the decision
     * @param ruleId id of the rule that decided
     * @param ruleName its full name
     * @param people how many
     */
    record CountView(String moduleId, Decision decision, String ruleId, String ruleName, long people) {}

    @GetMapping("/scope")
    @Operation(summary = "The decisions who needs which module")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    PageView<ScopeDecision> scope(
            @PathVariable String id,
            @PathVariable int revision,
            @ParameterObject PageQuery page,
            @RequestParam(required = false) @Nullable String ruleSet,
            @RequestParam(required = false) @Nullable String module,
            @RequestParam(required = false) @Nullable Decision decision,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String bcu,
            @RequestParam(required = false) @Nullable String staff,
            Caller caller) {
        Scoped scoped = scopes.get(dataSets.revision(id, revision), ruleSet);
        Predicate<ScopeDecision> wanted =
                one -> (module == null || one.moduleId().equals(module))
                        && (decision == null || one.decision() == decision)
                        && (rule == null || one.ruleId().equals(rule))
                        && (staff == null || one.staffId().equals(staff))
                        && (bcu == null || bcu.equals(scoped.bcuByStaff().get(one.staffId())))
                        && isFor(caller, scoped, one.staffId());
        return page.of(scoped.scope().decisions().stream().filter(wanted).toList(), ORDERS);
    }

    @GetMapping("/scope/{staffId}")
    @Operation(summary = "How the decisions about a staff member came about")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    PersonScopeView person(
            @PathVariable String id,
            @PathVariable int revision,
            @PathVariable String staffId,
            @RequestParam(required = false) @Nullable String ruleSet,
            Caller caller) {
        Scoped scoped = scopes.get(dataSets.revision(id, revision), ruleSet);
        String bcu = scoped.bcuByStaff().get(staffId);
        if (bcu == null || !isFor(caller, scoped, staffId)) {
            throw ProblemException.notFound("staff-member", staffId);
        }
        return new PersonScopeView(
                staffId, bcu, scoped.reference(), scoped.scope().result().explain(staffId));
    }

    @GetMapping("/scope-summary")
    @Operation(summary = "How many people each rule puts in or out of each module")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    List<CountView> summary(
            @PathVariable String id,
            @PathVariable int revision,
            @RequestParam(required = false) @Nullable String ruleSet) {
        Scoped scoped = scopes.get(dataSets.revision(id, revision), ruleSet);
        Map<List<String>, Long> counts = new TreeMap<>(Comparator.comparing((List<String> key) -> key.get(0))
                .thenComparing(key -> key.get(1))
                .thenComparing(key -> key.get(2)));
        for (ScopeDecision one : scoped.scope().decisions()) {
            counts.merge(List.of(one.moduleId(), one.decision().name(), one.ruleId()), 1L, Long::sum);
        }
        return counts.entrySet().stream()
                .map(count -> new CountView(
                        count.getKey().get(0),
                        Decision.valueOf(count.getKey().get(1)),
                        count.getKey().get(2),
                        scoped.scope()
                                .result()
                                .ruleSet()
                                .ruleName(count.getKey().get(2)),
                        count.getValue()))
                .toList();
    }

    @GetMapping("/feasibility")
    @Operation(summary = "What rules out full coverage before anything is planned, and what would lift it")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR},
            personal = true)
    CheckView feasibility(
            @PathVariable String id,
            @PathVariable int revision,
            @RequestParam(required = false) @Nullable String ruleSet) {
        var found = dataSets.revision(id, revision);
        return checks.check(cache.get(found), scopes.get(found, ruleSet).scope());
    }

    private static boolean isFor(Caller caller, Scoped scoped, String staffId) {
        return caller.seesEveryBcu()
                || caller.bcu() != null
                        && caller.bcu().equals(scoped.bcuByStaff().get(staffId));
    }
}
