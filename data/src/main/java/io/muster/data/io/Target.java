package io.muster.data.io;

/** What ids may refer to. */
enum Target {
    PATTERN("pattern", "patterns.csv"),
    MODULE("module", "modules.csv"),
    TEAM("team", "teams.csv"),
    BCU("BCU", "teams.csv"),
    FUNCTION("function", "teams.csv"),
    VENUE("venue", "venues.csv"),
    ROOM("room", "rooms.csv"),
    STAFF("staff member", "staff.csv"),
    TRAINER("trainer", "trainers.csv"),
    SESSION("session", "sessions.csv");

    private final String noun;
    private final String file;

    Target(String noun, String file) {
        this.noun = noun;
        this.file = file;
    }

    String noun() {
        return noun;
    }

    String file() {
        return file;
    }
}
