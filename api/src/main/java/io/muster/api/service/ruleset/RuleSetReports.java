package io.muster.api.service.ruleset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.rules.RuleSetLoader;
import io.muster.rules.RuleSetReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Rule sets laid open; compiling one takes a moment, so the last ones stay in memory. */
@Component
class RuleSetReports {
    private static final int MOST_IN_MEMORY = 8;

    private final RuleSets ruleSets;
    private final RuleSetLoader loader = new RuleSetLoader();
    private final Cache<RuleSetRef, RuleSetReport> byRef =
            Caffeine.newBuilder().maximumSize(MOST_IN_MEMORY).build();

    RuleSetReports(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    /** {@return everything about a version, valid or not} */
    RuleSetReport of(StoredRuleSet version) {
        return byRef.get(version.ref(), ref -> report(version));
    }

    private RuleSetReport report(StoredRuleSet version) {
        return version.content() == null
                ? loader.reportShipped(version.ref().id())
                : report(ruleSets.unpacked(version.content()));
    }

    /** {@return everything about the rule set of a folder} */
    RuleSetReport report(Path folder) {
        try {
            return loader.report(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
