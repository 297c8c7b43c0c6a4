package io.muster.data.io;

/** What every writer does to texts. */
final class Texts {
    private Texts() {}

    /**
     * {@return the text with "\n" as its only line break, as it will be read back}
     *
     * @throws IllegalArgumentException when it holds a character that no text has
     */
    static String writable(String text) {
        if (!Characters.areLegal(text)) {
            throw new IllegalArgumentException(CellTypes.quoted(text)
                    + " cannot be written. Maybe it holds a control character or half a surrogate pair?");
        }
        return normaliseLineBreaks(text);
    }

    static String normaliseLineBreaks(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
