package io.muster.data.model;

import org.jspecify.annotations.Nullable;

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
     * Reads the text of a cell.
     *
     * @param text such as {@code ALL} or {@code BCU:CN}
     * @return the scope; null: the text is none
     */
    public static @Nullable DemandScope parse(String text) {
        if (text.equals("ALL")) {
            return new DemandScope(Kind.ALL, "");
        }
        for (Kind kind : Kind.values()) {
            String prefix = kind + ":";
            if (kind != Kind.ALL && text.startsWith(prefix) && text.length() > prefix.length()) {
                return new DemandScope(kind, text.substring(prefix.length()));
            }
        }
        return null;
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
