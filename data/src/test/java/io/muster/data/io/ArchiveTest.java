package io.muster.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.data.issue.Issue;
import io.muster.data.model.DataSet;
import io.muster.data.support.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir
    Path temp;

    private final DataSet tiny = Fixtures.tinyDataSet();

    @Test
    void aMissingPathIsAnIssue() {
        ReadResult result = DataSetReader.read(temp.resolve("nowhere"));

        assertThat(result.issues())
                .extracting(Issue::file, Issue::code)
                .containsExactly(tuple("nowhere", "MISSING_PATH"));
        assertThat(result.dataSet()).isEmpty();
    }

    @Test
    void anyOtherFileIsAnIssue() throws IOException {
        Path file = Files.writeString(temp.resolve("programme.xls"), "x");

        assertThat(DataSetReader.read(file).issues()).extracting(Issue::code).containsExactly("UNSUPPORTED_SOURCE");
    }

    @Test
    void damagedArchivesAreAnIssue() throws IOException {
        DataSetWriter.writeZip(tiny, temp.resolve("whole.zip"));
        DataSetWriter.writeWorkbook(tiny, temp.resolve("whole.xlsx"));
        for (String kind : new String[] {".zip", ".xlsx"}) {
            byte[] bytes = Files.readAllBytes(temp.resolve("whole" + kind));
            Path half = Files.write(temp.resolve("half" + kind), Arrays.copyOf(bytes, bytes.length / 2));
            Path text = Files.writeString(temp.resolve("text" + kind), "no archive at all");
            Path empty = Files.createFile(temp.resolve("empty" + kind));
            for (Path damaged : new Path[] {half, text, empty}) {
                assertThat(DataSetReader.read(damaged).issues())
                        .extracting(Issue::file, Issue::code)
                        .containsExactly(tuple(damaged.getFileName().toString(), "CORRUPT_ARCHIVE"));
            }
        }
    }

    @Test
    void aZipThatIsNoWorkbookIsAnIssue() throws IOException {
        Path file = temp.resolve("renamed.xlsx");
        DataSetWriter.writeZip(tiny, file);

        assertThat(DataSetReader.read(file).issues()).extracting(Issue::code).containsExactly("CORRUPT_ARCHIVE");
    }

    @Test
    void entriesThatLeadOutOfTheFolderAreRejected() throws IOException {
        Path zip = temp.resolve("slip.zip");
        Path folder = temp.resolve("folder");
        DataSetWriter.writeFolder(tiny, folder);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String file : DataSetFiles.NAMES) {
                put(out, file, Files.readAllBytes(folder.resolve(file)));
            }
            put(out, "../evil.csv", new byte[] {1});
            put(out, "/etc/evil.csv", new byte[] {1});
        }

        assertThat(DataSetReader.read(zip).issues())
                .extracting(Issue::code)
                .containsExactly("UNSAFE_ARCHIVE_ENTRY", "UNSAFE_ARCHIVE_ENTRY");
    }

    @Test
    void namesWithBackslashesAreReadAsPaths() throws IOException {
        Path zip = temp.resolve("windows.zip");
        Path folder = temp.resolve("folder");
        DataSetWriter.writeFolder(tiny, folder);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String file : DataSetFiles.NAMES) {
                put(out, "tiny\\" + file, Files.readAllBytes(folder.resolve(file)));
            }
        }

        assertThat(DataSetReader.read(zip).issues()).isEmpty();
        assertThat(DataSetReader.read(zip).dataSet()).contains(tiny);
    }

    @Test
    void backslashesDoNotLeadOutOfTheFolder() throws IOException {
        Path zip = temp.resolve("slip.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, "..\\evil.csv", new byte[] {1});
            put(out, "\\\\host\\evil.csv", new byte[] {1});
        }

        assertThat(DataSetReader.read(zip).issues())
                .extracting(Issue::code)
                .contains("UNSAFE_ARCHIVE_ENTRY", "UNSAFE_ARCHIVE_ENTRY");
    }

    @Test
    void aFileThatIsThereTwiceIsAnIssue() throws IOException {
        Path zip = temp.resolve("twice.zip");
        Path folder = temp.resolve("folder");
        DataSetWriter.writeFolder(tiny, folder);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String file : DataSetFiles.NAMES) {
                put(out, file, Files.readAllBytes(folder.resolve(file)));
            }
            put(out, "copy/staff.csv", Files.readAllBytes(folder.resolve("staff.csv")));
        }

        assertThat(DataSetReader.read(zip).issues())
                .extracting(Issue::file, Issue::code)
                .containsExactly(tuple("staff.csv", "DUPLICATE_FILE"));
    }

    @Test
    void archivesBeyondTheLimitsAreNotRead() throws IOException {
        Path zip = temp.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, "staff.csv", new byte[1 << 20]);
        }
        Path workbook = temp.resolve("tiny.xlsx");
        DataSetWriter.writeWorkbook(tiny, workbook);

        assertThat(DataSetReader.read(zip, new ReadLimits(10, 1 << 19, 1 << 30)).issues())
                .extracting(Issue::code)
                .containsExactly("ARCHIVE_TOO_LARGE");
        assertThat(DataSetReader.read(workbook, new ReadLimits(100, 1 << 20, 1 << 10))
                        .issues())
                .extracting(Issue::code)
                .containsExactly("ARCHIVE_TOO_LARGE");
        assertThat(DataSetReader.read(workbook, new ReadLimits(2, 1 << 20, 1 << 20))
                        .issues())
                .extracting(Issue::code)
                .containsExactly("ARCHIVE_TOO_LARGE");
    }

    @Test
    void aWorkbookReadsNoOtherFileAndUnfoldsNoEntities() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret.txt"), "TOP-SECRET");
        String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        String unfolding = "<!DOCTYPE x [<!ENTITY a \"TOP-SECRET\"><!ENTITY e \"&a;&a;&a;&a;\">]>";
        for (String doctype : new String[] {external, unfolding}) {
            Path workbook = temp.resolve("entities.xlsx");
            DataSetWriter.writeWorkbook(tiny, workbook);
            rewriteXml(workbook, doctype);

            ReadResult result = DataSetReader.read(workbook);

            assertThat(result.dataSet()).isEmpty();
            assertThat(result.issues()).isNotEmpty();
            assertThat(result.issues().toString()).doesNotContain("TOP-SECRET");
        }
    }

    /** Puts a document type before each part of a workbook, and its entity into every text. */
    private static void rewriteXml(Path workbook, String doctype) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().startsWith("xl/worksheets/")
                        || entry.getName().contains("sharedStrings")) {
                    xml = xml.replaceFirst("(<\\?xml[^>]*>)?", "$1" + Matcher.quoteReplacement(doctype))
                            .replaceAll("(<t[^>/]*>)", "$1&e;");
                }
                put(out, entry.getName(), xml.getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.write(workbook, changed.toByteArray());
    }

    @Test
    void problemsInAWorkbookNameSheetRowAndColumn() throws IOException {
        Path file = temp.resolve("bad.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            book.newWorksheet("calendar").value(0, 0, "date");
            book.newWorksheet("notes").value(0, 0, "hello");
            var venues = book.newWorksheet("venues");
            String[] header = {"venue", "name", "lat", "lon", "internal"};
            for (int column = 0; column < header.length; column++) {
                venues.value(0, column, header[column]);
            }
            venues.value(2, 0, "LAM");
            venues.formula(2, 1, "1+1");
            venues.value(2, 2, 151.5);
            venues.value(2, 3, -0.1);
            venues.value(2, 4, true);
        }

        assertThat(DataSetReader.read(file).issues())
                .extracting(Issue::file, Issue::row, Issue::column, Issue::code)
                .contains(
                        tuple("notes", null, null, "UNKNOWN_FILE"),
                        tuple("staff.csv", null, null, "MISSING_FILE"),
                        tuple("calendar.csv", 1, "kind", "MISSING_COLUMN"),
                        tuple("venues.csv", 3, "name", "ERROR_CELL"),
                        tuple("venues.csv", 3, "lat", "COORDINATE_OUT_OF_RANGE"));
    }

    private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
