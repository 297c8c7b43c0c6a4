package io.muster.api.service.dataset;

import io.muster.api.service.web.ProblemException;
import io.muster.data.io.DataSetTables;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts of callers. */
final class Texts {
    private Texts() {}

    /** {@return whether a text contains another, whatever the case} */
    static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    /** {@return a text as it may be stored; the default where nothing was given} */
    static String checked(String field, @Nullable String text, int most, String otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (text.length() > most || !DataSetTables.isWritable(text)) {
            throw ProblemException.bad(
                    field + "-invalid",
                    "The " + field + " has more than " + most + " characters, or a control character among them.");
        }
        return text.strip();
    }
}
