package io.muster.api.service.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job is to import.
 *
 * @param dataSetId the data set
 * @param revision the revision it makes
 * @param extension how the name of what was uploaded ends: {@code .zip} or {@code .xlsx}
 * @param sample what to generate in place of an upload; null: nothing
 */
record ImportRequest(
        String dataSetId,
        int revision,
        String extension,
        @Nullable Sample sample) {

    /** A synthetic data set that is asked for; null: the usual number of people, seed 1, no variants. */
    record Sample(
            String programme,
            @Nullable Integer people,
            @Nullable Long seed,
            @Nullable List<String> variants) {}
}
