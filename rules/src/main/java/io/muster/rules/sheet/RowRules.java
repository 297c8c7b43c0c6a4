package io.muster.rules.sheet;

import io.muster.rules.fact.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.drools.template.ObjectDataCompiler;

/**
 * Turns the rows of the sheet into rules, by a template. Only row numbers and {@link SafeText} keys go into the rule
 * text, so nothing typed in a cell can run; sentences, dates and decisions stay in {@link ScopeSheet}.
 */
public final class RowRules {
    private static final String TEMPLATE = "/io/muster/rules/engine/scope-row.drt";

    private RowRules() {}

    /**
     * The rules of a sheet.
     *
     * @param sheet the sheet
     * @return rule text, one rule a row, each with the row's number as metadata {@code SheetRow}
     */
    public static String drl(ScopeSheet sheet) {
        List<Map<String, Object>> data =
                sheet.rows().stream().map(RowRules::variables).toList();
        try (InputStream template = Objects.requireNonNull(RowRules.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new ObjectDataCompiler().compile(data, template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> variables(ScopeRow row) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("id", row.ruleId());
        variables.put("row", Integer.toString(row.row()));
        variables.put("families", literals(row.roleFamilies()));
        variables.put("ranks", literals(row.ranks()));
        variables.put("employment", literals(row.employment()));
        variables.put("functions", literals(row.functions()));
        variables.put(
                "tags",
                row.tags().stream()
                        .map(tag -> "keys.tags contains " + literal(tag))
                        .collect(Collectors.joining(" || ")));
        return variables;
    }

    private static String literals(List<String> values) {
        return values.stream().map(RowRules::literal).collect(Collectors.joining(", "));
    }

    private static String literal(String value) {
        return '"' + SafeText.key(value) + '"';
    }
}
