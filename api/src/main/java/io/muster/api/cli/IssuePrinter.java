package io.muster.api.cli;

import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints issues for people: errors first, grouped by code, long groups shortened. */
final class IssuePrinter {
    /** Groups larger than this are shortened. */
    static final int MOST_LINES = 200;

    private static final int LINES_OF_LONG_GROUP = 20;

    private IssuePrinter() {}

    /**
     * Prints issues and their count.
     *
     * @param issues the issues, in the order they were found
     * @param out where to
     */
    static void print(List<Issue> issues, PrintWriter out) {
        for (Severity severity : Severity.values()) {
            for (Map.Entry<String, List<Issue>> group : byCode(issues, severity).entrySet()) {
                printGroup(severity, group.getKey(), group.getValue(), out);
            }
        }
        out.println(count(issues));
    }

    /** {@return such as {@code 3 errors, 1 warning}} */
    static String count(List<Issue> issues) {
        long errors =
                issues.stream().filter(i -> i.severity() == Severity.ERROR).count();
        long warnings = issues.size() - errors;
        return Figures.count(errors)
                + (errors == 1 ? " error, " : " errors, ")
                + Figures.count(warnings)
                + (warnings == 1 ? " warning" : " warnings");
    }

    /** {@return {@code file:row:column [CODE] id message}, parts that are not known left out} */
    static String line(Issue issue) {
        StringBuilder line = new StringBuilder(issue.file());
        if (issue.row() != null) {
            line.append(':').append(issue.row());
        }
        if (issue.column() != null) {
            line.append(':').append(issue.column());
        }
        line.append(" [").append(issue.code()).append("] ");
        if (issue.id() != null) {
            line.append(issue.id()).append(' ');
        }
        return line.append(issue.message()).toString();
    }

    private static void printGroup(Severity severity, String code, List<Issue> group, PrintWriter out) {
        out.println(severity + " " + code + " (" + Figures.count(group.size()) + ")");
        boolean whole = group.size() <= MOST_LINES;
        group.stream().limit(whole ? group.size() : LINES_OF_LONG_GROUP).forEach(i -> out.println("  " + line(i)));
        if (!whole) {
            out.println("  ... and " + Figures.count(group.size() - LINES_OF_LONG_GROUP) + " more of " + code
                    + "; 'muster validate' lists all with --json or --issues FILE");
        }
    }

    private static Map<String, List<Issue>> byCode(List<Issue> issues, Severity severity) {
        Map<String, List<Issue>> groups = new LinkedHashMap<>();
        for (Issue issue : issues) {
            if (issue.severity() == severity) {
                groups.computeIfAbsent(issue.code(), code -> new ArrayList<>()).add(issue);
            }
        }
        return groups;
    }
}
