package io.muster.data.io;

import io.muster.data.issue.IssueCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds out what a path is and opens it. */
final class Containers {
    private Containers() {}

    /**
     * Opens a folder, zip or workbook.
     *
     * @return the container; null: it cannot be opened, which was reported
     */
    static @Nullable Container open(Path path, List<String> knownFiles, ReadLimits limits, IssueLog log)
            throws IOException {
        String name = nameOf(path);
        if (!Files.exists(path)) {
            log.addFile(
                    IssueCode.MISSING_PATH,
                    name,
                    "There is no file or folder " + CellTypes.quoted(name) + "; check the path.");
            return null;
        }
        if (Files.isDirectory(path)) {
            return FolderContainer.open(path, knownFiles, log);
        }
        if (endsWith(name, ".zip")) {
            return ZipContainer.open(path, knownFiles, limits, log);
        }
        if (endsWith(name, ".xlsx")) {
            return WorkbookContainer.open(path, knownFiles, limits, log);
        }
        log.addFile(
                IssueCode.UNSUPPORTED_SOURCE,
                name,
                CellTypes.quoted(name)
                        + " is neither a folder, nor a .zip file, nor an .xlsx workbook; give one of these.");
        return null;
    }

    static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static boolean endsWith(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
