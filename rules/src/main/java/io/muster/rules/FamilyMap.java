package io.muster.rules;

import io.muster.data.issue.Issue;
import io.muster.rules.sheet.RuleIssue;
import io.muster.rules.sheet.ScopeSheetReader.CellReader;
import io.muster.rules.sheet.Table;
import io.muster.rules.sheet.TableReader;
import io.muster.rules.sheet.Vocabulary;
import io.muster.rules.sheet.Vocabulary.Kind;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which role family a role and function belong to ({@code families.csv}: role, function, family; roles and
 * functions may be lists, and an empty one means any). A row that names both wins over one that names the role, and that over one that names the
 * function. Without the file the role is the family.
 */
final class FamilyMap {
    static final String FILE = "families.csv";
    private static final Set<String> COLUMNS = new LinkedHashSet<>(List.of("role", "function", "family"));

    private final boolean roleIsFamily;
    private final Map<Key, String> families;

    private FamilyMap(boolean roleIsFamily, Map<Key, String> families) {
        this.roleIsFamily = roleIsFamily;
        this.families = Map.copyOf(families);
    }

    private record Key(String role, String function) {}

    /** The map of a rule set without the file. */
    static FamilyMap byRole() {
        return new FamilyMap(true, Map.of());
    }

    static FamilyMap read(byte[] content, Vocabulary vocabulary, List<Issue> issues) {
        Map<Key, String> families = new HashMap<>();
        for (Table.Record record :
                TableReader.read(FILE, content, COLUMNS, issues).records()) {
            CellReader cells = new CellReader(FILE, record, vocabulary, issues);
            cells.known("family", Kind.FAMILIES);
            List<String> roles = orAny(cells.known("role", Kind.ROLES));
            List<String> functions = orAny(cells.known("function", Kind.FUNCTIONS));
            String family = record.text("family");
            if (family.isEmpty()) {
                issues.add(RuleIssue.RULE_VALUE_MISSING.in(
                        FILE, record.row(), "family", null, "family is empty. Write the role family."));
                continue;
            }
            for (String role : roles) {
                for (String function : functions) {
                    put(families, record.row(), new Key(role, function), family, issues);
                }
            }
        }
        return new FamilyMap(false, families);
    }

    private static List<String> orAny(List<String> values) {
        return values.isEmpty() ? List.of("") : values;
    }

    private static void put(Map<Key, String> families, int row, Key key, String family, List<Issue> issues) {
        if (key.role().isEmpty() && key.function().isEmpty()) {
            issues.add(RuleIssue.RULE_VALUE_MISSING.in(
                    FILE,
                    row,
                    "role",
                    null,
                    "role and function are both empty, so the row would take everybody. Write one of them."));
        } else if (families.putIfAbsent(key, family) != null) {
            issues.add(RuleIssue.RULE_DUPLICATE.in(
                    FILE,
                    row,
                    "role",
                    key.role(),
                    "Role '" + key.role() + "' with function '" + key.function()
                            + "' already has a family. Remove one of the rows."));
        }
    }

    /** The family of a role in a function; empty when there is none. */
    String familyOf(String role, String function) {
        if (roleIsFamily) {
            return role;
        }
        for (Key key : List.of(new Key(role, function), new Key(role, ""), new Key("", function))) {
            String family = families.get(key);
            if (family != null) {
                return family;
            }
        }
        return "";
    }

    /** Whether somebody of a function may be of a family. */
    boolean possible(String family, String function) {
        return roleIsFamily
                || families.entrySet().stream()
                        .anyMatch(entry -> entry.getValue().equals(family)
                                && (entry.getKey().function().isEmpty()
                                        || entry.getKey().function().equals(function)));
    }

    /** Every family that the file names; empty without the file. */
    SortedSet<String> families() {
        return new TreeSet<>(families.values());
    }
}
