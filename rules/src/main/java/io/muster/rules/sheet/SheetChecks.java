package io.muster.rules.sheet;

import io.muster.data.issue.Issue;
import java.util.List;

/** Checks of the rows of a sheet against each other. */
public final class SheetChecks {

    private SheetChecks() {}

    /**
     * Reports rows that disagree and rows that never decide because another does.
     *
     * @param sheet the sheet
     * @param issues where problems go
     */
    public static void check(ScopeSheet sheet, List<Issue> issues) {
        List<ScopeRow> rows = sheet.rows();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                overlap(sheet.file(), rows.get(i), rows.get(j), issues);
            }
            shadowed(sheet.file(), rows.get(i), rows, issues);
        }
    }

    private static void overlap(String file, ScopeRow one, ScopeRow other, List<Issue> issues) {
        if (one.overlaps(other) && !one.decidesLike(other) && !one.narrows(other) && !other.narrows(one)) {
            issues.add(RuleIssue.RULE_ROWS_OVERLAP.in(
                    file,
                    other.row(),
                    "decision",
                    other.ruleId(),
                    "Rows " + one.row() + " and " + other.row() + " may match the same person and module, decide"
                            + " differently (" + one.decision() + ", " + other.decision() + ", or other dates or"
                            + " priority), and neither is narrower. Narrow one of them: the narrower row wins."));
        }
    }

    /** A row that another, or several narrower ones together, keep from ever deciding. */
    private static void shadowed(String file, ScopeRow row, List<ScopeRow> rows, List<Issue> issues) {
        for (ScopeRow other : rows) {
            if (other.row() < row.row() && other.matchesLike(row)) {
                issues.add(neverFires(
                        file, row, "Row " + other.row() + " matches the same people and modules. Remove one of them."));
                return;
            }
        }
        List<ScopeRow> narrower =
                rows.stream().filter(other -> other.narrows(row)).toList();
        if (!narrower.isEmpty() && row.coveredBy(narrower)) {
            issues.add(neverFires(
                    file, row, "Narrower rows decide about everybody whom it matches. Remove it or widen it."));
        }
    }

    /**
     * The issue of a row that can never decide.
     *
     * @param file name of the file
     * @param row the row
     * @param why a sentence
     * @return the issue
     */
    public static Issue neverFires(String file, ScopeRow row, String why) {
        return RuleIssue.RULE_ROW_NEVER_FIRES.in(
                file, row.row(), null, row.ruleId(), "Row " + row.row() + " can never decide. " + why);
    }
}
