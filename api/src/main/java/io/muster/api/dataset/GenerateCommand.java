package io.muster.api.dataset;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a synthetic data set.
 *
 * @param programmeId which programme, such as {@code nmfl-phase-2}
 * @param people how many people; null: the programme's usual number
 * @param seed the same seed gives the same bytes
 * @param variants ids of what it is short of on purpose, such as {@code tight-ceilings}; empty: nothing
 * @param out where to write it
 * @param format how to write it
 */
public record GenerateCommand(
        String programmeId,
        @Nullable Integer people,
        long seed,
        List<String> variants,
        Path out,
        DataSetFormat format) {

    /** Copies the list. */
    public GenerateCommand {
        variants = List.copyOf(variants);
    }
}
