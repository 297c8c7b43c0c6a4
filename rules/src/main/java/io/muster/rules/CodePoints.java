package io.muster.rules;

import java.util.Comparator;

/** The order of texts by code points, in which every output is sorted. */
final class CodePoints {

    /** Compares code point by code point; a text that another begins with comes first. */
    static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // Surrogates stand for code points above every other UTF-16 unit.
                boolean xHigh = Character.isSurrogate(x);
                return xHigh == Character.isSurrogate(y) ? Character.compare(x, y) : xHigh ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
