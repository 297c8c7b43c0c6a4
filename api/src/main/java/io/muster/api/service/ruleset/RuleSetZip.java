package io.muster.api.service.ruleset;

import io.muster.api.service.content.Contents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.util.FileSystemUtils;

/** A rule set's files as the zip the database keeps: our own, so that its names and sizes are known to be harmless. */
final class RuleSetZip {
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private RuleSetZip() {}

    /** Writes files by name as a zip; the same files give the same bytes. */
    static void write(SortedMap<String, byte[]> files, Path zip) {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(FIXED_TIME);
                entries.putNextEntry(entry);
                entries.write(file.getValue());
                entries.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes files by name into a folder, which is made. */
    static void writeFolder(Map<String, byte[]> files, Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the folder with the files of a content that {@link #write} made, unpacked once} */
    static Path unpacked(Contents contents, String sha256, Path parent) {
        Path folder = parent.resolve(sha256);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Path part = Files.createTempDirectory(parent, "part");
            try (InputStream in = Files.newInputStream(contents.file(sha256, ".zip"));
                    ZipInputStream zip = new ZipInputStream(in)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    Files.write(part.resolve(entry.getName()), zip.readAllBytes());
                }
            }
            try {
                Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                // Another request has just unpacked the same files.
                FileSystemUtils.deleteRecursively(part);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
