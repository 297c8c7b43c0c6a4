package io.muster.data.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.support.Fixtures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetRoundTripTest {
    @TempDir
    Path temp;

    private final DataSet tiny = Fixtures.tinyDataSet();

    @Test
    void folderZipAndWorkbookReadBackAsTheSameDataSetWithTheSameHash() throws IOException {
        DataSetWriter.writeFolder(tiny, temp.resolve("folder"));
        DataSetWriter.writeZip(tiny, temp.resolve("tiny.zip"));
        DataSetWriter.writeWorkbook(tiny, temp.resolve("tiny.xlsx"));

        List<ReadResult> results = Stream.of("folder", "tiny.zip", "tiny.xlsx")
                .map(name -> DataSetReader.read(temp.resolve(name)))
                .toList();

        assertThat(results).allSatisfy(result -> {
            assertThat(result.issues()).isEmpty();
            assertThat(result.dataSet()).contains(tiny);
            assertThat(result.inputHash()).matches("[0-9a-f]{64}");
        });
        assertThat(results)
                .extracting(ReadResult::inputHash)
                .containsOnly(results.get(0).inputHash());
    }

    @Test
    void writingTwiceGivesTheSameBytes() throws IOException {
        for (String run : List.of("one", "two")) {
            DataSetWriter.writeFolder(tiny, temp.resolve(run));
            DataSetWriter.writeZip(tiny, temp.resolve(run + ".zip"));
            DataSetWriter.writeWorkbook(tiny, temp.resolve(run + ".xlsx"));
        }
        for (String file : DataSetFiles.NAMES) {
            assertThat(temp.resolve("two").resolve(file))
                    .hasSameBinaryContentAs(temp.resolve("one").resolve(file));
        }
        assertThat(temp.resolve("two.zip")).hasSameBinaryContentAs(temp.resolve("one.zip"));
        assertThat(temp.resolve("two.xlsx")).hasSameBinaryContentAs(temp.resolve("one.xlsx"));
    }

    @Test
    void filesAreAsTheFormatHasThem() throws IOException {
        DataSetWriter.writeFolder(tiny, temp.resolve("folder"));

        assertThat(temp.resolve("folder/teams.csv")).hasContent("""
                        team,bcu,function,name,lat,lon,pattern,offset,ceiling_pct,minimum_strength_pct
                        CN-A,CN,ERPT,Camden A,51.521,-0.117,RELIEF,0,12.5,
                        SE-N,SE,NHT,"Lewisham, ""north""\",51.458,-0.013,OFFICE,-3,,
                        """);
        assertThat(Files.readString(temp.resolve("folder/absences.csv"))).isEqualTo("""
                        staff,from,to,reason
                        P1,2025-05-12T00:00,2025-05-19T00:00,ANNUAL_LEAVE
                        P2,2025-06-02T09:30,2025-06-02T12:00,COURT
                        """);
    }

    @Test
    void emptyTablesAreWrittenAsAHeader() throws IOException {
        DataSet bare = new DataSet(
                tiny.programme(),
                tiny.modules(),
                tiny.teams(),
                tiny.patterns(),
                tiny.staff(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                tiny.venues(),
                tiny.rooms(),
                List.of(),
                tiny.trainers(),
                List.of());
        DataSetWriter.writeFolder(bare, temp.resolve("folder"));
        DataSetWriter.writeWorkbook(bare, temp.resolve("bare.xlsx"));

        assertThat(Files.readString(temp.resolve("folder/absences.csv"))).isEqualTo("staff,from,to,reason\n");
        assertThat(DataSetReader.read(temp.resolve("folder")).dataSet()).contains(bare);
        assertThat(DataSetReader.read(temp.resolve("bare.xlsx")).dataSet()).contains(bare);
    }

    @Test
    void byteOrderMarkLineEndsColumnOrderAndDecimalZeroesDoNotChangeTheHash() throws IOException {
        Path folder = temp.resolve("folder");
        DataSetWriter.writeFolder(tiny, folder);
        String hash = DataSetReader.read(folder).inputHash();

        String venues = "\uFEFFname,internal,lon,lat,venue\r\nLambeth,TRUE,-0.1140,51.495,LAM\r\n"
                + "Friends House,false,-0.131,51.526,FRI\r\n";
        Files.writeString(folder.resolve("venues.csv"), venues);
        Path teams = folder.resolve("teams.csv");
        Files.writeString(teams, Files.readString(teams).replace("12.5", "12.50"));

        ReadResult result = DataSetReader.read(folder);
        assertThat(result.issues()).isEmpty();
        assertThat(result.inputHash()).isEqualTo(hash);
    }

    @Test
    void anotherValueChangesTheHash() throws IOException {
        Path folder = temp.resolve("folder");
        DataSetWriter.writeFolder(tiny, folder);
        String hash = DataSetReader.read(folder).inputHash();
        Path rooms = folder.resolve("rooms.csv");
        Files.writeString(rooms, Files.readString(rooms).replace("45000", "45001"));

        assertThat(DataSetReader.read(folder).inputHash()).isNotEqualTo(hash).hasSize(64);
    }

    @Test
    void aZipMayHaveOneTopFolder() throws IOException {
        Path folder = temp.resolve("folder");
        DataSetWriter.writeFolder(tiny, folder);
        Path zip = temp.resolve("nested.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String file : DataSetFiles.NAMES) {
                out.putNextEntry(new ZipEntry("phase-2/" + file));
                Files.copy(folder.resolve(file), out);
                out.closeEntry();
            }
        }

        assertThat(DataSetReader.read(zip).dataSet()).contains(tiny);
    }

    @Test
    void aWorkbookMayHoldRealDatesTimesNumbersAndBooleans() throws IOException {
        Path workbook = temp.resolve("real.xlsx");
        try (OutputStream out = Files.newOutputStream(workbook);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            writeSheets(book);
        }

        ReadResult result = DataSetReader.read(workbook);

        assertThat(result.issues()).isEmpty();
        assertThat(result.dataSet()).contains(tiny);
    }

    /** Every cell that looks like a number, date, time or boolean becomes one; sheets are named in other ways. */
    private void writeSheets(Workbook book) {
        Worksheet programme = book.newWorksheet("programme.json");
        programme.value(0, 0, Json.write(ProgrammeJson.toJson(tiny.programme())));
        for (TableContent<?> content : DataSetFiles.contents(tiny)) {
            Worksheet sheet =
                    book.newWorksheet(content.table().sheet().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                            + content.table().sheet().substring(1));
            String[] header = content.header();
            for (int column = 0; column < header.length; column++) {
                sheet.value(0, column, header[column]);
            }
            int[] row = new int[1];
            content.<RuntimeException>forEachRow(cells -> {
                row[0]++;
                for (int column = 0; column < cells.length; column++) {
                    putTyped(sheet, row[0], column, cells[column]);
                }
            });
        }
    }

    private static void putTyped(Worksheet sheet, int row, int column, String text) {
        if (text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            sheet.value(row, column, Double.parseDouble(text));
        } else if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            sheet.value(row, column, java.time.LocalDate.parse(text));
        } else if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")) {
            sheet.value(row, column, java.time.LocalDateTime.parse(text));
        } else if (text.matches("[0-9]{2}:[0-9]{2}")) {
            sheet.value(row, column, java.time.LocalTime.parse(text).toSecondOfDay() / 86_400.0);
        } else if (text.equals("true") || text.equals("false")) {
            sheet.value(row, column, Boolean.valueOf(text));
        } else if (!text.isEmpty()) {
            sheet.value(row, column, text);
        }
    }

    @Test
    void formulaTextsAreEscapedInTheFileAndComeBackAsTheyWere() throws IOException {
        List<io.muster.data.model.Venue> venues = List.of(
                new io.muster.data.model.Venue("LAM", "=cmd()", 51.495, -0.114, true),
                new io.muster.data.model.Venue("FRI", "'@x", 51.526, -0.131, false));
        DataSet odd = new DataSet(
                tiny.programme(),
                tiny.modules(),
                tiny.teams(),
                tiny.patterns(),
                tiny.staff(),
                tiny.completions(),
                tiny.absences(),
                tiny.demand(),
                tiny.calendar(),
                venues,
                tiny.rooms(),
                tiny.roomClosures(),
                tiny.trainers(),
                tiny.trainerAbsences());
        DataSetWriter.writeFolder(odd, temp.resolve("folder"));

        assertThat(Files.readString(temp.resolve("folder/venues.csv"), StandardCharsets.UTF_8))
                .contains("LAM,'=cmd(),")
                .contains("FRI,''@x,");
        ReadResult result = DataSetReader.read(temp.resolve("folder"));
        assertThat(result.issues()).isEmpty();
        assertThat(result.dataSet()).contains(odd);
    }
}
