package io.muster.data.model;

/**
 * Which teams operational demand covers: {@code ALL}, {@code BCU:x}, {@code FUNCTION:x} or {@code TEAM:x}.
 *
 * @param kind how the teams are named
 * @param name the BCU, function or team id; empty for {@code ALL}
 */
public record DemandScope(Kind kind, String name) {

    /** How the teams are named. */
    public enum Kind {
        /** Every team. */
        ALL,
        /** The teams of a BCU. */
        BCU,
        /** The teams with a function. */
        FUNCTION,
        /** One team. */
        TEAM
    }

    /**
     * Whether a team is covered.
     *
     * @param team the team
     * @return whether it is
     */
    public boolean covers(Team team) {
        return switch (kind) {
            case ALL -> true;
            case BCU -> team.bcu().equals(name);
            case FUNCTION -> team.function().equals(name);
            case TEAM -> team.id().equals(name);
        };
    }

    /** {@return the text of the file's cell, such as {@code BCU:CN}} */
    @Override
    public String toString() {
        return kind == Kind.ALL ? "ALL" : kind + ":" + name;
    }
}
