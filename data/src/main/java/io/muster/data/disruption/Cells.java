package io.muster.data.disruption;

import io.muster.data.plan.Disruption;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The cells of a disruption that its kind needs. */
final class Cells {
    private Cells() {}

    /** {@return the value, which the kind needs} */
    static String value(Disruption disruption) {
        return required(disruption, "value", disruption.value());
    }

    /** {@return the day it starts, which the kind needs} */
    static LocalDate start(Disruption disruption) {
        return LocalDate.parse(required(disruption, "from", disruption.from()));
    }

    private static String required(Disruption disruption, String cell, @Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("Disruption " + disruption.id() + " of kind " + disruption.kind()
                    + " has no " + cell + ". Maybe read it by DisruptionReader, which reports that?");
        }
        return text;
    }
}
