package io.muster.data.io;

import io.muster.data.issue.IssueCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Opens zips, and workbooks as the zips they are, within limits. */
final class ZipFiles {
    private ZipFiles() {}

    /** {@return the opened zip; null: it is damaged or too large, which was reported} */
    static @Nullable ZipFile open(Path path, ReadLimits limits, IssueLog log) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            corrupt(Containers.nameOf(path), log);
            return null;
        }
        if (!hasReadableNames(zip)) {
            corrupt(Containers.nameOf(path), log);
            zip.close();
            return null;
        }
        if (zip.size() > limits.maxEntries()) {
            tooLarge(Containers.nameOf(path), "has " + zip.size() + " entries", log);
            zip.close();
            return null;
        }
        return zip;
    }

    /** Names are decoded one by one, and only then found to be no UTF-8. */
    private static boolean hasReadableNames(ZipFile zip) {
        try {
            return zip.stream().allMatch(entry -> !entry.getName().isEmpty());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** {@return the entries that are files and have safe names; the others were reported} */
    static List<ZipEntry> safeEntries(ZipFile zip, String archive, IssueLog log) {
        List<ZipEntry> entries = new ArrayList<>();
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
            if (isSafe(nameOf(entry))) {
                entries.add(entry);
            } else {
                log.addFile(
                        IssueCode.UNSAFE_ARCHIVE_ENTRY,
                        archive,
                        "The entry " + CellTypes.quoted(entry.getName())
                                + " is absolute or leads out of the folder; pack the folder again.");
            }
        });
        return entries;
    }

    /** {@return an entry's name with slashes, also where a program on Windows wrote backslashes} */
    static String nameOf(ZipEntry entry) {
        return entry.getName().replace('\\', '/');
    }

    private static boolean isSafe(String name) {
        return !name.startsWith("/")
                && name.indexOf(':') < 0
                && !List.of(name.split("/", -1)).contains("..");
    }

    /** {@return whether every entry unpacks, within the limits; if not, that was reported} */
    static boolean unpacks(ZipFile zip, List<ZipEntry> entries, String archive, ReadLimits limits, IssueLog log) {
        long total = 0;
        for (ZipEntry entry : entries) {
            long limit = Math.min(limits.maxEntryBytes(), limits.maxTotalBytes() - total);
            try (CrcStream in = new CrcStream(zip.getInputStream(entry), entry, limit)) {
                total += in.transferTo(OutputStream.nullOutputStream());
            } catch (CrcStream.TooLarge e) {
                tooLarge(archive, "unpacks to " + e.getMessage(), log);
                return false;
            } catch (IOException e) {
                corrupt(archive, log);
                return false;
            }
        }
        return true;
    }

    /** {@return the entry's bytes, checked as they are read} */
    static InputStream stream(ZipFile zip, ZipEntry entry, ReadLimits limits) throws IOException {
        return new CrcStream(zip.getInputStream(entry), entry, limits.maxEntryBytes());
    }

    static void corrupt(String name, IssueLog log) {
        log.addFile(
                IssueCode.CORRUPT_ARCHIVE,
                name,
                CellTypes.quoted(name) + " is damaged or not of its kind; copy or export it again.");
    }

    static void tooLarge(String name, String detail, IssueLog log) {
        log.addFile(
                IssueCode.ARCHIVE_TOO_LARGE,
                name,
                CellTypes.quoted(name) + " " + detail
                        + ", beyond the limits; check that it is what it seems, or give the unpacked folder.");
    }
}
