package io.muster.benchmarks.report;

import io.muster.benchmarks.result.Row;
import io.muster.benchmarks.result.RunKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Names of rows among others: only the parts of the key in which they differ. */
final class RowNames {
    private static final List<Function<RunKey, String>> PARTS =
            List.of(RunKey::caseId, RunKey::contender, RunKey::settings, RunKey::profile, RunKey::limit);

    private final List<Function<RunKey, String>> differing = new ArrayList<>();

    RowNames(List<Row> rows) {
        for (Function<RunKey, String> part : PARTS) {
            if (rows.stream()
                            .map(row -> part.apply(row.key()))
                            .filter(text -> !text.equals(RunKey.NO_SETTINGS))
                            .distinct()
                            .count()
                    > 1) {
                differing.add(part);
            }
        }
        if (differing.isEmpty()) {
            differing.add(RunKey::contender);
        }
    }

    String of(Row row) {
        return String.join(
                ", ",
                differing.stream()
                        .map(part -> part.apply(row.key()))
                        .filter(text -> !text.equals(RunKey.NO_SETTINGS))
                        .toList());
    }
}
