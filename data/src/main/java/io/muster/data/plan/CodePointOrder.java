package io.muster.data.plan;

import java.util.Comparator;

/**
 * The order of texts by code points (DATASET.md section 5). {@link String#compareTo} compares UTF-16 units, which
 * differs for characters beyond U+FFFF.
 */
public final class CodePointOrder {
    /** Compares by code points; a text comes before the longer ones it begins. */
    public static final Comparator<String> COMPARATOR = CodePointOrder::compare;

    private CodePointOrder() {}

    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // Surrogates stand for characters above all others.
                boolean surrogateX = Character.isSurrogate(x);
                boolean surrogateY = Character.isSurrogate(y);
                return surrogateX == surrogateY ? Character.compare(x, y) : Boolean.compare(surrogateX, surrogateY);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
