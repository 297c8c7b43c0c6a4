package io.muster.api.service.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A publication: a version of what holds for a data set.
 *
 * @param dataSetId the data set
 * @param number its number, from 1
 * @param planId the plan
 * @param planName the plan's name
 * @param isCurrent whether it still holds
 * @param revision revision of the data set the plan is of
 * @param ruleSetId rule set that decided scope
 * @param ruleSetHash hash of its files
 * @param seed seed of the solve
 * @param booked requirements booked
 * @param requirements requirements
 * @param costPence cost in all
 * @param note what whoever published it wrote
 * @param publishedAt when
 * @param publishedBy who
 */
record PublicationView(
        String dataSetId,
        int number,
        String planId,
        String planName,
        boolean isCurrent,
        int revision,
        String ruleSetId,
        @Nullable String ruleSetHash,
        long seed,
        @Nullable Integer booked,
        @Nullable Integer requirements,
        @Nullable Long costPence,
        String note,
        Instant publishedAt,
        String publishedBy) {}
