package io.muster.data.io;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.data.issue.IssueCode;
import io.muster.data.issue.Severity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object and reports what is wrong with each, with its dotted path as the column. Fields
 * that are wrong come back as null.
 */
final class JsonObjectReader {
    private final String file;
    private final String path;
    private final @Nullable JsonNode node;
    private final IssueLog log;
    private final Set<String> known = new LinkedHashSet<>();

    /** A node that is null stands for an object that is not there and was reported. */
    JsonObjectReader(String file, String path, @Nullable JsonNode node, IssueLog log) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.log = log;
    }

    void issue(IssueCode code, @Nullable String field, String message) {
        log.add(code, file, null, field == null ? (path.isEmpty() ? null : path) : pathOf(field), null, message);
    }

    private String pathOf(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private @Nullable JsonNode field(String name) {
        known.add(name);
        if (node == null) {
            return null;
        }
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            issue(IssueCode.MISSING_FIELD, name, "The field " + pathOf(name) + " is missing; add it.");
            return null;
        }
        return value;
    }

    /** {@return the text; null: reported} */
    @Nullable
    String text(String name) {
        JsonNode value = field(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            wrongType(name, value, "a text in quotes");
            return null;
        }
        String text = value.textValue();
        if (text.indexOf(Utf8Reader.NOT_UTF8) >= 0) {
            issue(
                    IssueCode.NOT_UTF8,
                    name,
                    "The field " + pathOf(name) + " holds bytes that are not UTF-8; save the file as UTF-8.");
            return null;
        }
        if (!Characters.areLegal(text)) {
            issue(
                    IssueCode.ILLEGAL_CHARACTER,
                    name,
                    "The field " + pathOf(name) + " holds a control character; remove it.");
            return null;
        }
        if (Blanks.strip(text).isEmpty()) {
            issue(IssueCode.MISSING_VALUE, name, "The field " + pathOf(name) + " is empty; fill it in.");
            return null;
        }
        return text;
    }

    /** {@return the text read as a cell of the type is; null: reported} */
    <T> @Nullable T cell(String name, CellType<T> type) {
        String text = text(name);
        return text == null ? null : parse(name, text, type);
    }

    private <T> @Nullable T parse(String name, String text, CellType<T> type) {
        boolean[] bad = new boolean[1];
        T value = type.parser().parse(text, (code, message) -> {
            bad[0] |= code.severity() == Severity.ERROR;
            issue(code, name, message);
        });
        return bad[0] ? null : value;
    }

    /** {@return the number read as a cell of the type is; null: reported} */
    <T> @Nullable T number(String name, CellType<T> type) {
        JsonNode value = field(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            wrongType(name, value, "a number");
            return null;
        }
        if (value.isIntegralNumber()) {
            BigInteger whole = value.bigIntegerValue();
            return parse(name, whole.toString(), type);
        }
        BigDecimal decimal = value.decimalValue();
        if (Math.abs((long) decimal.scale()) > 30 || decimal.precision() > 30) {
            issue(IssueCode.VALUE_OUT_OF_RANGE, name, "The number has too many digits; correct it.");
            return null;
        }
        return parse(name, decimal.toPlainString(), type);
    }

    /** {@return the boolean; null: reported} */
    @Nullable
    Boolean bool(String name) {
        JsonNode value = field(name);
        if (value != null && !value.isBoolean()) {
            wrongType(name, value, "true or false");
            return null;
        }
        return value == null ? null : value.booleanValue();
    }

    /** {@return a reader of the object; of nothing when it is missing or no object, which was reported} */
    JsonObjectReader object(String name) {
        JsonNode value = field(name);
        if (value != null && !value.isObject()) {
            wrongType(name, value, "an object in braces");
            value = null;
        }
        return new JsonObjectReader(file, pathOf(name), value, log);
    }

    /** {@return a reader of each object of the array; null: it is missing or no array of objects, which was reported} */
    @Nullable
    List<JsonObjectReader> objects(String name) {
        return array(name, (value, itemPath) -> {
            if (!value.isObject()) {
                log.add(
                        IssueCode.UNPARSABLE_VALUE,
                        file,
                        null,
                        itemPath,
                        null,
                        CellTypes.quoted(value.toString()) + " is not an object in braces; correct it.");
                return null;
            }
            return new JsonObjectReader(file, itemPath, value, log);
        });
    }

    /** {@return the texts of the array; null: it is missing or no array of texts, which was reported} */
    @Nullable
    List<String> texts(String name) {
        return array(name, (value, itemPath) -> {
            if (!value.isTextual()) {
                log.add(
                        IssueCode.UNPARSABLE_VALUE,
                        file,
                        null,
                        itemPath,
                        null,
                        CellTypes.quoted(value.toString()) + " is not a text in quotes; correct it.");
                return null;
            }
            return value.textValue();
        });
    }

    private <T> @Nullable List<T> array(String name, BiFunction<JsonNode, String, @Nullable T> reader) {
        JsonNode value = field(name);
        if (value == null) {
            return null;
        }
        if (!value.isArray()) {
            wrongType(name, value, "a list in brackets");
            return null;
        }
        List<T> items = new ArrayList<>();
        boolean whole = true;
        for (int i = 0; i < value.size(); i++) {
            T item = reader.apply(value.get(i), pathOf(name) + "[" + i + "]");
            if (item == null) {
                whole = false;
            } else {
                items.add(item);
            }
        }
        return whole ? items : null;
    }

    private void wrongType(String name, JsonNode value, String expected) {
        issue(
                IssueCode.UNPARSABLE_VALUE,
                name,
                CellTypes.quoted(value.toString()) + " is not " + expected + "; correct it.");
    }

    /** Reports the fields that were not asked for. */
    void finish() {
        if (node == null) {
            return;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                issue(
                        IssueCode.UNKNOWN_FIELD,
                        name,
                        "The field " + CellTypes.quoted(pathOf(name))
                                + " is not part of the format and is not read; check its name or leave it.");
            }
        });
    }
}
