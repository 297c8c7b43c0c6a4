package io.muster.solver;

import java.util.Comparator;

/** The order of rows and lists in a plan's files: by code points (DATASET.md section 5). */
final class CodePoints {

    /** Unlike the order of strings, it puts characters beyond the basic plane last. */
    static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return Integer.compare(a.codePointAt(i), b.codePointAt(i));
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
