package io.muster.data.io;

import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.ScopeDecision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Writes scope decisions on their own, as the {@code scope.csv} of a plan (DATASET.md section 5). */
public final class ScopeWriter {
    private ScopeWriter() {}

    /**
     * Writes decisions.
     *
     * @param decisions the decisions, in any order; written by the code points of staff and module
     * @param file the file; replaced when it is there, as a whole
     * @throws IOException when it cannot be written
     */
    public static void write(List<ScopeDecision> decisions, Path file) throws IOException {
        List<ScopeDecision> sorted = decisions.stream()
                .sorted(Comparator.comparing(ScopeDecision::staffId, CodePointOrder.COMPARATOR)
                        .thenComparing(ScopeDecision::moduleId, CodePointOrder.COMPARATOR))
                .toList();
        AtomicFiles.write(file, out -> CsvText.write(new TableContent<>(PlanTables.SCOPE, sorted), out));
    }
}
