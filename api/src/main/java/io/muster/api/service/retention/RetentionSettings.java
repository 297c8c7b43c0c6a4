package io.muster.api.service.retention;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept. The trail is kept for ever, and so is the published plan.
 *
 * @param at when the job runs each day, UTC
 * @param draftDays days that plans are kept which were never published, failed ones too, {@code >= 1}
 * @param supersededVersions versions of a data set's plan that are kept after another was published, {@code >= 0}
 * @param jobDays days that jobs are kept once they are over, {@code >= 1}
 * @param contentDays days that files are kept which nothing refers to, {@code >= 1}
 */
@ConfigurationProperties("muster.retention")
record RetentionSettings(
        @DefaultValue("02:30") LocalTime at,
        @DefaultValue("90") int draftDays,
        @DefaultValue("20") int supersededVersions,
        @DefaultValue("30") int jobDays,
        @DefaultValue("7") int contentDays) {

    /** Checks the bounds. */
    RetentionSettings {
        if (draftDays < 1 || supersededVersions < 0 || jobDays < 1 || contentDays < 1) {
            throw new IllegalArgumentException(
                    "muster.retention: days must be at least 1, and superseded-versions at least 0.");
        }
    }
}
