package io.muster.data.io;

/** Characters that texts may hold: those that CSV, JSON and a workbook's XML can all carry. */
final class Characters {
    private Characters() {}

    /** {@return whether the character is a control character other than tab and line break, half a pair, or no character} */
    static boolean isIllegal(String text, int index) {
        char c = text.charAt(index);
        if (c < ' ') {
            return c != '\t' && c != '\n' && c != '\r';
        }
        if (c < '\u007f') {
            return false;
        }
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
        }
        return c <= '\u009f' || c >= '\uFFFE';
    }

    /** {@return whether no character of the text is illegal} */
    static boolean areLegal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isIllegal(text, i)) {
                return false;
            }
        }
        return true;
    }
}
