package io.muster.api.service.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What webhooks tell of. */
public enum EventKind {
    /** A plan was solved: it is a draft. */
    PLAN_COMPLETED("plan.completed"),
    /** A plan's job failed. */
    PLAN_FAILED("plan.failed"),
    /** A plan was published. */
    PLAN_PUBLISHED("plan.published"),
    /** The options of a re-plan can be compared. */
    REPLAN_READY("replan.ready"),
    /** A revision of a data set can be planned. */
    DATA_SET_READY("data-set.ready");

    private final String code;

    EventKind(String code) {
        this.code = code;
    }

    /** {@return its stable name} */
    @JsonValue
    public String code() {
        return code;
    }

    /**
     * The event of a name.
     *
     * @param code the name
     * @return the event
     * @throws IllegalArgumentException when there is none
     */
    @JsonCreator
    public static EventKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no event '" + code + "', only "
                        + Arrays.stream(values()).map(EventKind::code).collect(Collectors.joining(", ")) + "."));
    }
}
