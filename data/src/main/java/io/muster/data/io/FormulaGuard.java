package io.muster.data.io;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would run as a formula. Written ones get an apostrophe in front, which reading takes away
 * again; a text that already looks escaped gets one more, so that every text comes back as it was.
 */
final class FormulaGuard {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private FormulaGuard() {}

    /** {@return whether the text begins like a formula and is not a number} */
    static boolean isFormulaLike(String text) {
        return !text.isEmpty()
                && isTrigger(text.charAt(0))
                && !NUMBER.matcher(text).matches();
    }

    /** {@return whether the text begins like an escaped formula} */
    static boolean isEscaped(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        return i > 0 && i < text.length() && isTrigger(text.charAt(i));
    }

    static String escape(String text) {
        return isFormulaLike(text) || isEscaped(text) ? "'" + text : text;
    }

    static String unescape(String text) {
        return isEscaped(text) ? text.substring(1) : text;
    }

    private static boolean isTrigger(char c) {
        return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
    }
}
