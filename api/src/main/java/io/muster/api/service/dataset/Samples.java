package io.muster.api.service.dataset;

import io.muster.api.dataset.DataSetFormat;
import io.muster.api.dataset.GenerateCommand;
import java.nio.file.Path;
import java.util.List;

/** Synthetic data sets as callers ask for them. */
final class Samples {
    private Samples() {}

    /** {@return the command that generates a sample} */
    static GenerateCommand command(ImportRequest.Sample sample, Path out, DataSetFormat format) {
        return new GenerateCommand(
                sample.programme(),
                sample.people(),
                sample.seed() == null ? 1 : sample.seed(),
                sample.variants() == null ? List.of() : sample.variants(),
                out,
                format);
    }
}
