package io.muster.api.service.replan;

import io.muster.data.plan.BookingKey;
import java.util.Set;

/** Says which requirements are of high priority in a re-plan, whatever the rules say. */
@FunctionalInterface
public interface UrgentRequirements {

    /**
     * Urgent requirements.
     *
     * @param dataSetId the data set
     * @return their keys
     */
    Set<BookingKey> of(String dataSetId);
}
