package io.muster.api.service.publication;

import java.util.Map;
import java.util.TreeMap;

/**
 * One thing to look at before a plan is published.
 *
 * @param code its stable name
 * @param state whether it stands in the way
 * @param count how much of it there is; 0: nothing is wrong
 * @param message a sentence
 * @param details counts by part, such as priority; possibly none
 */
public record ChecklistItem(String code, State state, long count, String message, Map<String, Long> details) {

    /** Copies the map. */
    public ChecklistItem {
        details = java.util.Collections.unmodifiableMap(new TreeMap<>(details));
    }

    /** Whether something stands in the way. */
    public enum State {
        /** Nothing is wrong. */
        OK,
        /** Whoever publishes says that they know of it. */
        ACKNOWLEDGE,
        /** Nobody can publish the plan. */
        BLOCKING
    }

    /** Something that whoever publishes is to know of, if there is any of it. */
    static ChecklistItem known(String code, long count, String message, Map<String, Long> details) {
        return new ChecklistItem(code, count == 0 ? State.OK : State.ACKNOWLEDGE, count, message, details);
    }
}
