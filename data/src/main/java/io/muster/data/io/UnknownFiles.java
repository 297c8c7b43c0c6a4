package io.muster.data.io;

import io.muster.data.issue.IssueCode;
import java.util.List;
import java.util.Locale;

/** Files that look as if they were meant to be read but are not part of the format. */
final class UnknownFiles {
    private UnknownFiles() {}

    static boolean isSuspicious(String name, List<String> knownFiles) {
        String lower = name.toLowerCase(Locale.ROOT);
        return (lower.endsWith(".csv") || lower.endsWith(".json")) && !knownFiles.contains(name);
    }

    static void report(String name, IssueLog log) {
        log.addFile(
                IssueCode.UNKNOWN_FILE,
                name,
                CellTypes.quoted(name) + " is not part of the format and is not read; check its name or leave it.");
    }
}
