package io.muster.rules.sheet;

import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.muster.data.model.StaffMember.Employment;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.sheet.Table.Record;
import io.muster.rules.sheet.Vocabulary.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the business sheet cell by cell: every cell is checked, and every problem names file, row and column. */
public final class ScopeSheetReader {

    /** The columns of the sheet. */
    public static final Set<String> COLUMNS = new LinkedHashSet<>(List.of(
            "module",
            "role_families",
            "ranks",
            "employment",
            "functions",
            "tags",
            "decision",
            "priority",
            "earliest",
            "latest",
            "reason"));

    private final Vocabulary vocabulary;
    private final List<Issue> issues;

    private ScopeSheetReader(Vocabulary vocabulary, List<Issue> issues) {
        this.vocabulary = vocabulary;
        this.issues = issues;
    }

    /**
     * Reads a sheet.
     *
     * @param file name of the file, {@code scope.csv} or {@code scope.xlsx}
     * @param content its bytes
     * @param vocabulary the values that cells may hold
     * @param issues where problems go
     * @return the sheet, of the rows that could be read
     */
    public static ScopeSheet read(String file, byte[] content, Vocabulary vocabulary, List<Issue> issues) {
        Table table = TableReader.read(file, content, COLUMNS, issues);
        ScopeSheetReader reader = new ScopeSheetReader(vocabulary, issues);
        List<ScopeRow> rows = new ArrayList<>();
        for (Record record : table.records()) {
            ScopeRow row = reader.row(file, record);
            if (row != null) {
                rows.add(row);
            }
        }
        return new ScopeSheet(file, rows);
    }

    private @Nullable ScopeRow row(String file, Record record) {
        int before = issues.size();
        CellReader cells = new CellReader(file, record, vocabulary, issues);
        List<String> modules = cells.known("module", Kind.MODULES);
        List<String> families = cells.known("role_families", Kind.FAMILIES);
        List<String> ranks = cells.known("ranks", Kind.RANKS);
        List<String> employment = cells.oneOf("employment", Employment.values());
        List<String> functions = cells.known("functions", Kind.FUNCTIONS);
        List<String> tags = cells.known("tags", Kind.TAGS);
        Decision decision = cells.constant("decision", Decision.values());
        Integer priority = cells.priority("priority");
        LocalDate earliest = cells.date("earliest");
        LocalDate latest = cells.date("latest");
        String reason = cells.sentence("reason");
        if (earliest != null && latest != null && latest.isBefore(earliest)) {
            issues.add(RuleIssue.RULE_DATES_REVERSED.in(
                    file,
                    record.row(),
                    "latest",
                    null,
                    "latest (" + latest + ") lies before earliest (" + earliest + "). Exchange or correct them."));
        }
        boolean usable =
                issues.subList(before, issues.size()).stream().allMatch(issue -> issue.severity() == Severity.WARNING);
        return usable && decision != null
                ? new ScopeRow(
                        record.row(),
                        modules,
                        families,
                        ranks,
                        employment,
                        functions,
                        tags,
                        decision,
                        priority,
                        earliest,
                        latest,
                        reason)
                : null;
    }

    /** Reads the typed cells of one record. */
    public static final class CellReader {
        private final String file;
        private final Record record;
        private final Vocabulary vocabulary;
        private final List<Issue> issues;

        /**
         * Makes the reader of a record.
         *
         * @param file name of the file
         * @param record the record
         * @param vocabulary the values that cells may hold
         * @param issues where problems go
         */
        public CellReader(String file, Record record, Vocabulary vocabulary, List<Issue> issues) {
            this.file = file;
            this.record = record;
            this.vocabulary = vocabulary;
            this.issues = issues;
        }

        /**
         * A list of known values.
         *
         * @param column the column
         * @param kind what they are
         * @return the values, those that are not known reported
         */
        public List<String> known(String column, Kind kind) {
            List<String> values = distinct(column);
            for (String value : values) {
                if (!vocabulary.knows(kind, value)) {
                    report(
                            RuleIssue.RULE_VALUE_UNKNOWN,
                            column,
                            value,
                            "'" + value + "' is not among the known " + kind.field() + " ("
                                    + shown(vocabulary.known(kind))
                                    + "). Correct the spelling, or add it to the vocabulary in ruleset.json.");
                }
            }
            return values;
        }

        private static String shown(@Nullable Set<String> known) {
            List<String> all = known == null ? List.of() : List.copyOf(known);
            return all.size() <= 20
                    ? String.join(", ", all)
                    : String.join(", ", all.subList(0, 20)) + " and " + (all.size() - 20) + " more";
        }

        /**
         * A list of constants.
         *
         * @param column the column
         * @param constants those that may stand there
         * @return the values, others reported
         */
        public List<String> oneOf(String column, Enum<?>[] constants) {
            List<String> names = Arrays.stream(constants).map(Enum::name).toList();
            List<String> values = distinct(column);
            for (String value : values) {
                if (!names.contains(value)) {
                    report(
                            RuleIssue.RULE_VALUE_UNKNOWN,
                            column,
                            value,
                            "'" + value + "' is none of " + String.join(", ", names) + ". Correct it.");
                }
            }
            return values;
        }

        /**
         * One constant.
         *
         * @param column the column
         * @param constants those that may stand there
         * @param <T> their type
         * @return the constant; null: reported as missing or unknown
         */
        public <T extends Enum<T>> @Nullable T constant(String column, T[] constants) {
            String text = record.text(column);
            for (T constant : constants) {
                if (constant.name().equals(text)) {
                    return constant;
                }
            }
            String names =
                    String.join(", ", Arrays.stream(constants).map(Enum::name).toList());
            if (text.isEmpty()) {
                report(RuleIssue.RULE_VALUE_MISSING, column, null, column + " is empty. Write one of " + names + ".");
            } else {
                report(
                        RuleIssue.RULE_VALUE_UNKNOWN,
                        column,
                        text,
                        "'" + text + "' is none of " + names + ". Correct it.");
            }
            return null;
        }

        /**
         * A date.
         *
         * @param column the column
         * @return the date; null: empty, or reported
         */
        public @Nullable LocalDate date(String column) {
            String text = record.text(column);
            if (text.isEmpty()) {
                return null;
            }
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                report(
                        RuleIssue.RULE_VALUE_UNPARSABLE,
                        column,
                        text,
                        "'" + text + "' is not a date. Write it like 2025-04-07.");
                return null;
            }
        }

        /**
         * A priority.
         *
         * @param column the column
         * @return 0 to 2; null: {@code staff} or empty, which is the staff member's, or reported
         */
        public @Nullable Integer priority(String column) {
            String text = record.text(column);
            switch (text) {
                case "", "staff":
                    return null;
                case "0", "1", "2":
                    return Integer.valueOf(text);
                default:
                    report(
                            RuleIssue.RULE_VALUE_UNPARSABLE,
                            column,
                            text,
                            "'" + text + "' is not a priority. Write 0, 1, 2 or staff.");
                    return null;
            }
        }

        /**
         * A sentence for people.
         *
         * @param column the column
         * @return the text as it is; reported when empty, or when it begins like a formula
         */
        public String sentence(String column) {
            String text = record.text(column);
            if (text.isEmpty()) {
                report(
                        RuleIssue.RULE_VALUE_MISSING,
                        column,
                        null,
                        column + " is empty. Write a sentence that a superintendent understands.");
            } else if ("=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
                report(
                        RuleIssue.RULE_TEXT_LIKE_FORMULA,
                        column,
                        text,
                        "The text begins like a formula, which a spreadsheet may run. Rephrase it.");
            }
            return text;
        }

        private List<String> distinct(String column) {
            return record.list(column).stream().distinct().toList();
        }

        private void report(RuleIssue kind, String column, @Nullable String id, String message) {
            issues.add(kind.in(file, record.row(), column, id, message));
        }
    }
}
