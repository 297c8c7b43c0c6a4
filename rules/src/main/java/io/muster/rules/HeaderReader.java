package io.muster.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.data.issue.Issue;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.fact.Parameters;
import io.muster.rules.sheet.RuleIssue;
import io.muster.rules.sheet.Vocabulary;
import io.muster.rules.sheet.Vocabulary.Kind;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code ruleset.json}. */
final class HeaderReader {
    private static final String FILE = RuleSetFiles.HEADER;
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> FIELDS = Set.of(
            "id", "name", "version", "default", "defaultReason", "parameters", "vocabulary", "scenarioProgramme");

    private final List<Issue> issues;

    private HeaderReader(List<Issue> issues) {
        this.issues = issues;
    }

    /** Reads the file; null when it cannot be read at all. Other problems are reported and replaced by something. */
    static RuleSet.@Nullable Header read(byte[] content, List<Issue> issues) {
        HeaderReader reader = new HeaderReader(issues);
        try {
            JsonNode root = MAPPER.readTree(content);
            if (root.isObject()) {
                return reader.header(root);
            }
            reader.report(RuleIssue.RULE_FILE_UNREADABLE, null, "The file must hold one JSON object.");
        } catch (JsonProcessingException e) {
            reader.report(
                    RuleIssue.RULE_FILE_UNREADABLE, null, "The file is not JSON: " + e.getOriginalMessage() + ".");
        } catch (IOException e) {
            reader.report(RuleIssue.RULE_FILE_UNREADABLE, null, "The file cannot be read: " + e.getMessage() + ".");
        }
        return null;
    }

    private RuleSet.Header header(JsonNode root) {
        root.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                report(RuleIssue.RULE_COLUMN_UNKNOWN, field, "The field '" + field + "' is not known and is ignored.");
            }
        });
        Decision defaultDecision =
                root.hasNonNull("default") ? constant(root.get("default"), "default", Decision.values()) : null;
        String defaultReason = root.path("defaultReason").asText("");
        if (defaultDecision != null && defaultReason.isBlank()) {
            report(
                    RuleIssue.RULE_VALUE_MISSING,
                    "defaultReason",
                    "A \"default\" needs a \"defaultReason\": a sentence that a superintendent understands.");
        }
        return new RuleSet.Header(
                text(root, "id"),
                text(root, "name"),
                text(root, "version"),
                defaultDecision,
                defaultReason,
                parameters(root.path("parameters")),
                vocabulary(root.path("vocabulary")),
                frame(root.path("scenarioProgramme")));
    }

    private Parameters parameters(JsonNode node) {
        Map<String, Object> values = new TreeMap<>();
        node.fields().forEachRemaining(entry -> {
            JsonNode value = entry.getValue();
            if (value.isInt()) {
                values.put(entry.getKey(), value.intValue());
            } else if (value.isTextual()) {
                values.put(entry.getKey(), value.textValue());
            } else if (value.isArray()) {
                values.put(entry.getKey(), texts(value, "parameters." + entry.getKey()));
            } else {
                report(
                        RuleIssue.RULE_VALUE_UNPARSABLE,
                        "parameters." + entry.getKey(),
                        "A parameter is a whole number, a text or a list of texts.");
            }
        });
        return new Parameters(values);
    }

    private Vocabulary vocabulary(JsonNode node) {
        Map<Kind, SortedSet<String>> values = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (node.hasNonNull(kind.field())) {
                values.put(kind, new TreeSet<>(texts(node.get(kind.field()), "vocabulary." + kind.field())));
            }
        }
        node.fieldNames().forEachRemaining(field -> {
            if (Arrays.stream(Kind.values()).noneMatch(kind -> kind.field().equals(field))) {
                report(
                        RuleIssue.RULE_COLUMN_UNKNOWN,
                        "vocabulary." + field,
                        "The field '" + field + "' is not known and is ignored.");
            }
        });
        return new Vocabulary(values);
    }

    private Scenario.Frame frame(JsonNode node) {
        LocalDate first = date(node, "firstDay");
        LocalDate last = date(node, "lastDay");
        List<Scenario.FrameModule> modules = new ArrayList<>();
        for (JsonNode module : node.path("modules")) {
            Delivery delivery =
                    constant(module.path("delivery"), "scenarioProgramme.modules.delivery", Delivery.values());
            modules.add(new Scenario.FrameModule(
                    text(module, "module"),
                    delivery == null ? Delivery.FACE_TO_FACE : delivery,
                    texts(module.path("after"), "scenarioProgramme.modules.after")));
        }
        Set<String> ids = new TreeSet<>();
        modules.forEach(module -> {
            if (!ids.add(module.id())) {
                report(
                        RuleIssue.RULE_DUPLICATE,
                        "scenarioProgramme.modules",
                        "The module '" + module.id() + "' is there twice.");
            }
        });
        modules.stream()
                .flatMap(module -> module.after().stream())
                .filter(id -> !ids.contains(id))
                .forEach(id -> report(
                        RuleIssue.RULE_VALUE_UNKNOWN,
                        "scenarioProgramme.modules.after",
                        "'" + id + "' is no module of the scenario programme."));
        return new Scenario.Frame(first, last, modules);
    }

    private LocalDate date(JsonNode node, String field) {
        String text = node.path(field).asText("");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            report(
                    RuleIssue.RULE_VALUE_UNPARSABLE,
                    "scenarioProgramme." + field,
                    "'" + text + "' is not a date. Write it like 2025-04-07.");
            return LocalDate.EPOCH;
        }
    }

    private String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            report(RuleIssue.RULE_VALUE_MISSING, field, "\"" + field + "\" is missing. Give it a text.");
            return "";
        }
        return value.textValue();
    }

    private List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        if (!node.isArray() && !node.isMissingNode()) {
            report(RuleIssue.RULE_VALUE_UNPARSABLE, field, "A list of texts is needed, such as [\"C\", \"D\"].");
        }
        for (JsonNode element : node) {
            if (element.isTextual()) {
                texts.add(element.textValue());
            } else {
                report(RuleIssue.RULE_VALUE_UNPARSABLE, field, "Each element must be a text, in quotes.");
            }
        }
        return List.copyOf(texts);
    }

    private <T extends Enum<T>> @Nullable T constant(JsonNode node, String field, T[] constants) {
        for (T constant : constants) {
            if (constant.name().equals(node.asText())) {
                return constant;
            }
        }
        report(
                RuleIssue.RULE_VALUE_UNKNOWN,
                field,
                "'" + node.asText() + "' is none of " + Arrays.toString(constants) + ".");
        return null;
    }

    private void report(RuleIssue kind, @Nullable String field, String message) {
        issues.add(kind.in(FILE, null, field, null, message));
    }
}
