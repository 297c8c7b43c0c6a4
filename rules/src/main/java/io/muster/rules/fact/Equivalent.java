package io.muster.rules.fact;

/** A row of {@code equivalents.csv}: who holds this is credited with that. */
public final class Equivalent {
    private final boolean tag;
    private final String held;
    private final String credited;
    private final String reason;

    /**
     * Makes the fact.
     *
     * @param tag whether {@code held} is a tag; otherwise it is a completed module
     * @param held the tag or module that is held
     * @param credited the module it stands for
     * @param reason a sentence
     */
    public Equivalent(boolean tag, String held, String credited, String reason) {
        this.tag = tag;
        this.held = held;
        this.credited = credited;
        this.reason = reason;
    }

    /** {@return whether {@link #getHeld} is a tag; otherwise it is a completed module} */
    public boolean isTag() {
        return tag;
    }

    /** {@return the tag or module that is held} */
    public String getHeld() {
        return held;
    }

    /** {@return the module it stands for} */
    public String getCredited() {
        return credited;
    }

    /** {@return a sentence saying why} */
    public String getReason() {
        return reason;
    }
}
