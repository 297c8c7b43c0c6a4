package io.muster.solver;

import java.util.Arrays;
import java.util.Comparator;

/** The order of rows and lists in a plan's files: by code points (DATASET.md section 5). */
final class CodePoints {

    /** Unlike the order of strings, it puts characters beyond the basic plane last. */
    static final Comparator<String> ORDER =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    private CodePoints() {}
}
