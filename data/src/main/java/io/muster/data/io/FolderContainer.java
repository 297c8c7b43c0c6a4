package io.muster.data.io;

import io.muster.data.issue.IssueCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder. */
final class FolderContainer implements Container {
    private final Path folder;

    private FolderContainer(Path folder) {
        this.folder = folder;
    }

    static FolderContainer open(Path folder, List<String> knownFiles, IssueLog log) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> UnknownFiles.isSuspicious(name, knownFiles))
                    .sorted()
                    .forEach(name -> UnknownFiles.report(name, log));
        }
        return new FolderContainer(folder);
    }

    @Override
    public boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    @Override
    public boolean readRecords(String file, RecordHandler handler, IssueLog log) {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return CsvRecords.read(in, handler);
        } catch (IOException e) {
            unreadable(file, log);
            return false;
        }
    }

    @Override
    public @Nullable String readText(String file, IssueLog log) {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return readAll(in);
        } catch (IOException e) {
            unreadable(file, log);
            return null;
        }
    }

    static String readAll(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        try (BufferedReader reader = new BufferedReader(new Utf8Reader(in))) {
            char[] buffer = new char[1 << 13];
            int read = reader.read(buffer);
            while (read >= 0) {
                text.append(buffer, 0, read);
                read = reader.read(buffer);
            }
        }
        return text.toString();
    }

    static void unreadable(String file, IssueLog log) {
        log.addFile(
                IssueCode.UNREADABLE_FILE,
                file,
                "The file " + file + " could not be read; check that it is an ordinary file you may read.");
    }

    @Override
    public void close() {}
}
