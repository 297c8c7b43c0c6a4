package io.muster.solver.explain;

import java.util.List;

/** Somebody asked about an id that the data set or plan does not have. */
public final class UnknownIdException extends UnfitQuestionException {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String id;
    private final List<String> nearest;

    UnknownIdException(String kind, String id, List<String> nearest) {
        super("There is no " + kind + " '" + id + "'."
                + (nearest.isEmpty() ? "" : " Maybe " + String.join(", ", nearest) + "?"));
        this.kind = kind;
        this.id = id;
        this.nearest = List.copyOf(nearest);
    }

    /** {@return what was asked about, such as {@code staff member}} */
    public String kind() {
        return kind;
    }

    /** {@return the id that is not there} */
    public String id() {
        return id;
    }

    /** {@return the ids most like it, the most alike first; possibly none} */
    public List<String> nearest() {
        return nearest;
    }
}
