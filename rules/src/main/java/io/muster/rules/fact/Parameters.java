package io.muster.rules.fact;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of a rule set ({@code ruleset.json}, {@code parameters}): whole numbers, texts or lists of texts. */
public final class Parameters {
    private final Map<String, Object> values;

    /**
     * Wraps the values.
     *
     * @param values by name; each an {@code Integer}, a {@code String} or a {@code List} of {@code String}
     */
    public Parameters(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** {@return every parameter, by name} */
    public Map<String, Object> asMap() {
        return values;
    }

    /**
     * A whole number.
     *
     * @param name of the parameter
     * @return its value
     * @throws IllegalArgumentException if the rule set has no such number
     */
    public int number(String name) {
        return typed(name, Integer.class);
    }

    /**
     * A text.
     *
     * @param name of the parameter
     * @return its value
     * @throws IllegalArgumentException if the rule set has no such text
     */
    public String text(String name) {
        return typed(name, String.class);
    }

    /**
     * A list of texts.
     *
     * @param name of the parameter
     * @return its value, possibly empty
     * @throws IllegalArgumentException if the rule set has no such list
     */
    public List<String> list(String name) {
        return typed(name, List.class).stream().map(String.class::cast).toList();
    }

    /**
     * The same parameters with some values replaced.
     *
     * @param texts new values by name; each becomes of the kind that the parameter has
     * @return the parameters with them
     * @throws IllegalArgumentException if a name is unknown, or a text does not fit a whole number
     */
    public Parameters with(Map<String, String> texts) {
        Map<String, Object> replaced = new TreeMap<>(values);
        texts.forEach((name, text) -> {
            Object value = values.get(name);
            if (value instanceof Integer) {
                replaced.put(name, Integer.valueOf(text));
            } else if (value instanceof String) {
                replaced.put(name, text);
            } else {
                throw new IllegalArgumentException(
                        "The rule set has no number or text '" + name + "'. Maybe one of " + values.keySet() + "?");
            }
        });
        return new Parameters(replaced);
    }

    private <T> T typed(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("A clause needs the parameter '" + name + "' as "
                    + type.getSimpleName() + ", but ruleset.json gives " + value
                    + ". Maybe it is missing from \"parameters\".");
        }
        return type.cast(value);
    }
}
