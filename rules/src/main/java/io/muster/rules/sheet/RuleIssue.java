package io.muster.rules.sheet;

import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import org.jspecify.annotations.Nullable;

/** What may be wrong with a rule set, by stable code; the codes of {@link Issue#code()} that rule sets use. */
public enum RuleIssue {
    /** A file that every rule set has is not there. */
    RULE_FILE_MISSING(Severity.ERROR, "A rule set needs ruleset.json and one of scope.csv and scope.xlsx. Add it."),
    /** A file cannot be read. */
    RULE_FILE_UNREADABLE(
            Severity.ERROR,
            "The file is not UTF-8 text, not CSV as in RFC 4180, not a workbook or not JSON. Save it again."),
    /** A column is missing. */
    RULE_COLUMN_MISSING(Severity.ERROR, "Every column of the file must be there, though its cells may be empty."),
    /** A column that nothing reads. */
    RULE_COLUMN_UNKNOWN(Severity.WARNING, "The column is ignored. Correct its name, or remove it."),
    /** A value that cannot be read, such as a date that is none. */
    RULE_VALUE_UNPARSABLE(Severity.ERROR, "The cell does not hold what its column holds. Correct it."),
    /** A value that is not known. */
    RULE_VALUE_UNKNOWN(
            Severity.ERROR,
            "The cell names something that the rule set's vocabulary, or the data set, does not have. Correct the"
                    + " spelling, or add the value to the vocabulary in ruleset.json."),
    /** A module of the rule set that this data set does not have. */
    RULE_VALUE_UNUSED(
            Severity.WARNING,
            "The rule set names something that is in its vocabulary but not in this data set; the row does nothing"
                    + " here. That is right when the rule set serves several data sets."),
    /** A cell that is empty and may not be. */
    RULE_VALUE_MISSING(Severity.ERROR, "The cell may not be empty."),
    /** A text that a spreadsheet would run as a formula. */
    RULE_TEXT_LIKE_FORMULA(
            Severity.WARNING,
            "The text begins with =, +, -, @, a tab or a return, which a spreadsheet may run. Rephrase it."),
    /** A key that stands twice. */
    RULE_DUPLICATE(Severity.ERROR, "The same thing is said twice. Remove one of the rows or names."),
    /** A date range that ends before it starts. */
    RULE_DATES_REVERSED(Severity.ERROR, "latest lies before earliest. Exchange or correct them."),
    /** Two rows that disagree. */
    RULE_ROWS_OVERLAP(
            Severity.ERROR,
            "Two rows decide differently about the same person and module, and neither is narrower than the other."
                    + " Narrow one of them: the narrower row wins."),
    /** A family that no row covers. */
    RULE_FAMILY_UNCOVERED(
            Severity.ERROR,
            "No row covers the role family, and the rule set does not say what the default is. Add a row, or a"
                    + " \"default\" to ruleset.json."),
    /** A role of the data set that no row covers. */
    RULE_ROLE_UNCOVERED(
            Severity.ERROR,
            "The data set has a role that no row covers, and the rule set does not say what the default is. Map the"
                    + " role to a family, add a row, or a \"default\" to ruleset.json."),
    /** A module of the data set that no rule is about. */
    RULE_MODULE_UNCOVERED(
            Severity.WARNING,
            "No rule is about the module, so nobody takes it. That may be meant; or its name is spelt in two ways."),
    /** A row that can never decide. */
    RULE_ROW_NEVER_FIRES(
            Severity.ERROR,
            "Nobody can match the row, or narrower rows decide about everybody whom it matches. Remove or correct it."),
    /** A clause that does not compile or is not named as clauses are. */
    RULE_CLAUSE_INVALID(Severity.ERROR, "The clause file is not accepted. Correct the line that the message names."),
    /** A clause that failed while it ran. */
    RULE_CLAUSE_FAILED(
            Severity.ERROR, "A clause stopped with an error, often because a parameter is missing. Correct it."),
    /** A clause or row that no scenario makes fire. */
    RULE_UNTESTED(Severity.WARNING, "No scenario makes this rule propose anything. Add one to scenarios.csv."),
    /** A scenario that gave another decision. */
    RULE_SCENARIO_FAILED(
            Severity.ERROR, "A scenario gave another decision than it expects. Correct the rules or the scenario.");

    private final Severity severity;
    private final String explanation;

    RuleIssue(Severity severity, String explanation) {
        this.severity = severity;
        this.explanation = explanation;
    }

    /** {@return how bad it is} */
    public Severity severity() {
        return severity;
    }

    /** {@return what the code means and what to do, for people} */
    public String explanation() {
        return explanation;
    }

    /**
     * Makes an issue of this kind.
     *
     * @param file the file
     * @param row record number, 1 is the header; null: the whole file
     * @param column the column or field; null: the whole row
     * @param id what is concerned; null: unknown
     * @param message what is wrong and what to do
     * @return the issue
     */
    public Issue in(String file, @Nullable Integer row, @Nullable String column, @Nullable String id, String message) {
        return new Issue(file, row, column, id, name(), severity, message);
    }
}
