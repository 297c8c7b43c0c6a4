package io.muster.data.io;

import io.muster.data.issue.Issue;
import io.muster.data.issue.IssueCode;
import io.muster.data.issue.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the issues of one reading. */
final class IssueLog {
    private final List<Issue> issues = new ArrayList<>();
    private int errors;

    void add(
            IssueCode code,
            String file,
            @Nullable Integer row,
            @Nullable String column,
            @Nullable String id,
            String message) {
        issues.add(new Issue(file, row, column, id, code.name(), code.severity(), message));
        if (code.severity() == Severity.ERROR) {
            errors++;
        }
    }

    /** An issue of a whole file. */
    void addFile(IssueCode code, String file, String message) {
        add(code, file, null, null, null, message);
    }

    int errors() {
        return errors;
    }

    boolean hasErrors() {
        return errors > 0;
    }

    List<Issue> issues() {
        return issues;
    }
}
