package io.muster.api.service.replan;

import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A disruption as the API shows it.
 *
 * @param id its id in the data set
 * @param kind what happened
 * @param subject what it happened to
 * @param from start; null: open
 * @param to end; null: open
 * @param value what the kind needs; null: nothing
 * @param note free text; null: none
 * @param bcu the BCU it is about; null: none in particular
 * @param state whether a plan has answered it
 * @param planId the plan that answered it; null: none has
 * @param recordedAt when it was recorded
 * @param recordedBy who recorded it
 */
record DisruptionView(
        String id,
        Kind kind,
        String subject,
        @Nullable String from,
        @Nullable String to,
        @Nullable String value,
        @Nullable String note,
        @Nullable String bcu,
        RecordedDisruption.State state,
        @Nullable String planId,
        Instant recordedAt,
        String recordedBy) {

    static DisruptionView of(RecordedDisruption row) {
        Disruption disruption = row.disruption();
        return new DisruptionView(
                disruption.id(),
                disruption.kind(),
                disruption.subject(),
                disruption.from(),
                disruption.to(),
                disruption.value(),
                disruption.note(),
                row.bcu(),
                row.state(),
                row.planId(),
                row.recordedAt(),
                row.recordedBy());
    }
}
