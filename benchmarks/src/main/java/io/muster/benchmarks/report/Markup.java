package io.muster.benchmarks.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes HTML and SVG that is also well-formed XML; every text and attribute is escaped. */
final class Markup {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values in turn. */
    Markup open(String name, Object... attributes) {
        tag(name, attributes);
        text.append('>');
        open.push(name);
        return this;
    }

    /** Closes the element opened last. */
    Markup close() {
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element without content. */
    Markup empty(String name, Object... attributes) {
        tag(name, attributes);
        text.append("/>\n");
        return this;
    }

    /** An element that holds a text. */
    Markup leaf(String name, String content, Object... attributes) {
        return open(name, attributes).text(content).close();
    }

    /** A text. */
    Markup text(String content) {
        text.append(escape(content));
        return this;
    }

    /** Text of our own that needs no escaping, such as a style sheet. */
    Markup raw(String content) {
        text.append(content);
        return this;
    }

    private void tag(String name, Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(value(attributes[i + 1])))
                    .append('"');
        }
    }

    private static String value(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : String.valueOf(value);
    }

    private static String escape(String content) {
        return content.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** {@return all of it} */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Not closed: " + open);
        }
        return text.toString();
    }
}
