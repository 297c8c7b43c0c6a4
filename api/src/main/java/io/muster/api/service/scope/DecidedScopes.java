package io.muster.api.service.scope;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.scope.ScopingService;
import io.muster.api.service.dataset.DataSetCache;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.ruleset.RuleSets;
import io.muster.data.model.DataSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Scopes in memory, a few at a time; the first question about a data set and rule set decides it. */
@Component
class DecidedScopes {
    private record Key(String content, String reference) {}

    private final DataSetCache dataSets;
    private final RuleSets ruleSets;
    private final ScopingService scoping;
    private final Cache<Key, Scoped> byKey;

    DecidedScopes(DataSetCache dataSets, RuleSets ruleSets, ScopingService scoping, ScopeSettings settings) {
        this.dataSets = dataSets;
        this.ruleSets = ruleSets;
        this.scoping = scoping;
        byKey = Caffeine.newBuilder().maximumSize(settings.inMemory()).build();
    }

    /**
     * The scope of a revision.
     *
     * @param revision the revision
     * @param ruleSet a reference to a rule set; null: the active one
     * @return the scope
     * @throws io.muster.api.error.BadInputException when the rule set does not fit the data set
     */
    Scoped get(Revision revision, @Nullable String ruleSet) {
        String pinned = ruleSets.pin(ruleSet);
        String files = ruleSets.resolve(pinned);
        return byKey.get(new Key(revision.readyContent(), pinned), key -> {
            DataSet dataSet = dataSets.get(revision);
            return Scoped.of(pinned, dataSet, scoping.decide(dataSet, files));
        });
    }
}
