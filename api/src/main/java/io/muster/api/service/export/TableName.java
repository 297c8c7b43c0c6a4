package io.muster.api.service.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A table that can be exported. */
enum TableName {
    /** Bookings with what became of them. */
    BOOKINGS,
    /** Sessions. */
    SESSIONS,
    /** Requirements without a booking, and why. */
    UNBOOKED,
    /** Scope decisions. */
    SCOPE,
    /** Changes against the plan before. */
    CHANGES,
    /** Training as duties. */
    DUTY_MANAGEMENT,
    /** Teams' days. */
    ABSTRACTION,
    /** Abstraction as it is published. */
    ABSTRACTION_PUBLIC;

    /** {@return its name in URLs and files, in kebab-case} */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return whether it says something about single people} */
    boolean isPersonal() {
        return this != SESSIONS && this != ABSTRACTION && this != ABSTRACTION_PUBLIC;
    }

    /** {@return the table of a name; empty: there is none} */
    static Optional<TableName> find(String text) {
        return Arrays.stream(values()).filter(name -> name.text().equals(text)).findFirst();
    }
}
