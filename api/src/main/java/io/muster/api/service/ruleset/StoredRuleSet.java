package io.muster.api.service.ruleset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule set, shipped or uploaded.
 *
 * @param ref which
 * @param version the author's version
 * @param name name for people
 * @param hash hash of its files, as in {@code summary.json}
 * @param content its files as a zip; null: shipped
 * @param state where it stands
 * @param errorCount errors the checks found
 * @param warningCount warnings the checks found
 * @param createdAt when it was uploaded; null: shipped
 * @param createdBy who uploaded it; null: shipped
 */
public record StoredRuleSet(
        RuleSetRef ref,
        String version,
        String name,
        String hash,
        @Nullable String content,
        State state,
        int errorCount,
        int warningCount,
        @Nullable Instant createdAt,
        @Nullable String createdBy) {

    /** Where a version stands. */
    public enum State {
        /** It passed its checks and was never active. */
        DRAFT,
        /** It decides scope of new plans that name no other; exactly one version does. */
        ACTIVE,
        /** It was active. */
        RETIRED,
        /** It has errors; the issues name each. */
        INVALID
    }
}
