package io.muster.api.service.scope;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.DataSetCache;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.ruleset.RuleSetRef;
import io.muster.api.service.ruleset.RuleSets;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.rules.ScopeComparison;
import io.muster.rules.ScopeComparison.Count;
import io.muster.rules.ScopeComparison.Estimate;
import io.muster.rules.ScopeComparison.Move;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What would change for a data set if a version of a rule set took the place of another. */
@RestController
@RequestMapping("/v1/rule-sets/{id}/versions/{number}/impact")
@Tag(name = "Rule sets")
class ImpactController {
    private static final int MOST_IN_MEMORY = 4;
    private static final Map<String, Comparator<Move>> ORDERS = Map.of(
            "staffId", Comparator.comparing(Move::staffId),
            "moduleId", Comparator.comparing(Move::moduleId),
            "bcu", Comparator.comparing(Move::bcu),
            "function", Comparator.comparing(Move::function));

    private record Key(String content, String from, String to) {}

    private final DataSets dataSets;
    private final DataSetCache cache;
    private final DecidedScopes scopes;
    private final RuleSets ruleSets;
    private final Cache<Key, ScopeComparison> byKey =
            Caffeine.newBuilder().maximumSize(MOST_IN_MEMORY).build();

    ImpactController(DataSets dataSets, DataSetCache cache, DecidedScopes scopes, RuleSets ruleSets) {
        this.dataSets = dataSets;
        this.cache = cache;
        this.scopes = scopes;
        this.ruleSets = ruleSets;
    }

    /**
     * What would change.
     *
     * @param ruleSet the rule set that would decide
     * @param against the rule set that decides
     * @param moves how many people move in or out, counted by module
     * @param otherChanges decisions that differ without anybody moving
     * @param byBcu moves of each BCU
     * @param byFunction moves of each function
     * @param byModule moves of each module
     * @param before what is implied now, by module
     * @param after what would be, by module
     * @param difference what is added in all
     * @param differencePence what it would cost more, in pence
     */
    record ImpactView(
            String ruleSet,
            String against,
            int moves,
            int otherChanges,
            SortedMap<String, Count> byBcu,
            SortedMap<String, Count> byFunction,
            SortedMap<String, Count> byModule,
            SortedMap<String, Estimate> before,
            SortedMap<String, Estimate> after,
            Estimate difference,
            long differencePence) {}

    @PostMapping
    @Operation(
            summary = "What would change with this version: counts, seats and cost",
            description = "against: a reference to a rule set; without it the active one. revision: without it the"
                    + " newest that is ready.")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE})
    ImpactView impact(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam String dataSet,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam(required = false) @Nullable String against) {
        ScopeComparison comparison = compare(id, number, dataSet, revision, against);
        return new ImpactView(
                new RuleSetRef(id, number).toString(),
                ruleSets.pin(against),
                comparison.moves().size(),
                comparison.otherChanges(),
                comparison.byBcu(),
                comparison.byFunction(),
                comparison.byModule(),
                comparison.before(),
                comparison.after(),
                comparison.difference(),
                comparison.difference().totalPence());
    }

    @GetMapping("/moves")
    @Operation(summary = "Who would move in or out with this version")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR},
            personal = true)
    PageView<Move> moves(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam String dataSet,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam(required = false) @Nullable String against,
            @ParameterObject PageQuery page,
            @RequestParam(required = false) @Nullable String module,
            @RequestParam(required = false) @Nullable String bcu,
            @RequestParam(required = false) @Nullable Boolean in) {
        return page.of(
                compare(id, number, dataSet, revision, against).moves().stream()
                        .filter(move -> module == null || move.moduleId().equals(module))
                        .filter(move -> bcu == null || move.bcu().equals(bcu))
                        .filter(move -> in == null || move.in() == in)
                        .toList(),
                ORDERS);
    }

    private ScopeComparison compare(
            String id, int number, String dataSet, @Nullable Integer revision, @Nullable String against) {
        String to = ruleSets.version(id, number).ref().toString();
        String from = ruleSets.pin(against);
        Revision found = dataSets.readyRevision(dataSet, revision);
        return byKey.get(
                new Key(found.readyContent(), from, to),
                key -> ScopeComparison.compare(
                        scopes.get(found, from).scope().result(),
                        scopes.get(found, to).scope().result(),
                        cache.get(found)));
    }
}
