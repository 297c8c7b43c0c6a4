package io.muster.data.io;

import io.muster.data.issue.IssueCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A zip with the files at its root or in one top folder. */
final class ZipContainer implements Container {
    private final ZipFile zip;
    private final ReadLimits limits;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    private ZipContainer(ZipFile zip, ReadLimits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    /** {@return the zip; null: it cannot be read, which was reported} */
    static @Nullable ZipContainer open(Path path, List<String> knownFiles, ReadLimits limits, IssueLog log)
            throws IOException {
        ZipFile zip = ZipFiles.open(path, limits, log);
        if (zip == null) {
            return null;
        }
        ZipContainer container = new ZipContainer(zip, limits);
        List<ZipEntry> files = ZipFiles.safeEntries(zip, Containers.nameOf(path), log);
        if (!ZipFiles.unpacks(zip, files, Containers.nameOf(path), limits, log)) {
            zip.close();
            return null;
        }
        for (ZipEntry entry : files) {
            container.add(entry, knownFiles, log);
        }
        return container;
    }

    private void add(ZipEntry entry, List<String> knownFiles, IssueLog log) {
        String[] parts = ZipFiles.nameOf(entry).split("/");
        String name = parts[parts.length - 1];
        if (parts[0].equals("__MACOSX")) {
            return;
        }
        if (parts.length > 2 || !knownFiles.contains(name)) {
            if (UnknownFiles.isSuspicious(entry.getName(), List.of())) {
                UnknownFiles.report(entry.getName(), log);
            }
        } else if (entries.putIfAbsent(name, entry) != null) {
            log.addFile(IssueCode.DUPLICATE_FILE, name, "The zip has " + name + " twice; remove one of the two.");
        }
    }

    @Override
    public boolean has(String file) {
        return entries.containsKey(file);
    }

    @Override
    public boolean readRecords(String file, RecordHandler handler, IssueLog log) {
        try (InputStream in = open(file)) {
            return CsvRecords.read(in, handler);
        } catch (IOException e) {
            ZipFiles.corrupt(file, log);
            return false;
        }
    }

    @Override
    public @Nullable String readText(String file, IssueLog log) {
        try (InputStream in = open(file)) {
            return FolderContainer.readAll(in);
        } catch (IOException e) {
            ZipFiles.corrupt(file, log);
            return null;
        }
    }

    private InputStream open(String file) throws IOException {
        ZipEntry entry = entries.get(file);
        if (entry == null) {
            throw new IllegalStateException("the zip has no " + file + ". Maybe has() was not asked?");
        }
        return ZipFiles.stream(zip, entry, limits);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
