package io.muster.rules.fact;

/**
 * Text from a cell in a form that is safe inside a generated rule. The form consists of ASCII letters, digits and
 * {@code _} alone, so no quote, backslash, brace or line end can reach the rule language, whatever was typed. Different
 * texts have different forms.
 */
public final class SafeText {

    private SafeText() {}

    /**
     * The safe form of a text: {@code k_}, then letters and digits as they are and every other UTF-16 unit as
     * {@code _} with four hexadecimal digits.
     *
     * @param text any text
     * @return its safe form
     */
    public static String key(String text) {
        StringBuilder key = new StringBuilder(text.length() + 2).append("k_");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
                key.append(c);
            } else {
                key.append('_');
                String hex = Integer.toHexString(c);
                key.append("0000", hex.length(), 4).append(hex);
            }
        }
        return key.toString();
    }
}
