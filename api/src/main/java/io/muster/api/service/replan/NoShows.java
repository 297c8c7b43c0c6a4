package io.muster.api.service.replan;

import io.muster.api.service.replan.RecordedDisruption.State;
import io.muster.api.service.web.ProblemException;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes disruptions of people who did not come to a session. */
@Component
public class NoShows {
    private final RecordedDisruptions disruptions;
    private final Clock clock;

    NoShows(RecordedDisruptions disruptions, Clock clock) {
        this.disruptions = disruptions;
        this.clock = clock;
    }

    /**
     * Somebody did not come: an open disruption that the next re-plan answers. Said twice, it is one. To be called in a
     * transaction that holds the data set's lock.
     *
     * @param dataSetId the data set
     * @param staffId who
     * @param sessionId the session
     * @param bcu their BCU; null: unknown
     * @param userId who says so
     */
    public void missed(String dataSetId, String staffId, String sessionId, @Nullable String bcu, String userId) {
        String id = id(staffId, sessionId);
        RecordedDisruption known = disruptions.find(dataSetId, id).orElse(null);
        if (known == null) {
            disruptions.add(List.of(new RecordedDisruption(
                    dataSetId,
                    new Disruption(id, Kind.NO_SHOW, staffId, null, null, sessionId, null),
                    State.OPEN,
                    bcu,
                    null,
                    clock.instant(),
                    userId)));
        } else if (known.state() == State.WITHDRAWN) {
            disruptions.move(dataSetId, id, State.WITHDRAWN, State.OPEN);
        }
    }

    /**
     * Somebody of whom it was said that they did not come had come.
     *
     * @param dataSetId the data set
     * @param staffId who
     * @param sessionId the session
     * @throws ProblemException 409 {@code no-show-settled} when a published plan has already booked them again
     */
    public void cameAfterAll(String dataSetId, String staffId, String sessionId) {
        String id = id(staffId, sessionId);
        RecordedDisruption known = disruptions.find(dataSetId, id).orElse(null);
        if (known == null || known.state() == State.WITHDRAWN) {
            return;
        }
        if (!disruptions.move(dataSetId, id, State.OPEN, State.WITHDRAWN)) {
            throw ProblemException.conflict(
                    "no-show-settled",
                    "Plan '" + known.planId() + "' has already answered the no-show; cancel what it booked instead.");
        }
    }

    private static String id(String staffId, String sessionId) {
        return "no-show-" + UUID.nameUUIDFromBytes((staffId + "\n" + sessionId).getBytes(StandardCharsets.UTF_8));
    }
}
