package io.muster.data.io;

import io.muster.data.model.DataSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a data set as a folder, a zip or a workbook. The same data set gives the same bytes; what is written reads back
 * as an equal data set. Texts may not hold control characters; line breaks in them become "\n".
 */
public final class DataSetWriter {
    private DataSetWriter() {}

    /**
     * Writes the files of a data set into a folder, which is made when it is not there. Files of the format that are
     * there are replaced, each as a whole; other files stay.
     *
     * @param dataSet the data set
     * @param folder the folder
     * @throws IOException when a file cannot be written
     */
    public static void writeFolder(DataSet dataSet, Path folder) throws IOException {
        Files.createDirectories(folder);
        AtomicFiles.write(
                folder.resolve(ProgrammeJson.FILE),
                out -> out.write(json(dataSet).getBytes(StandardCharsets.UTF_8)));
        for (TableContent<?> content : DataSetFiles.contents(dataSet)) {
            AtomicFiles.write(folder.resolve(content.table().file()), out -> CsvText.write(content, out));
        }
    }

    /**
     * Writes a data set as a zip with the files at its root.
     *
     * @param dataSet the data set
     * @param zip the file; replaced when it is there
     * @throws IOException when it cannot be written
     */
    public static void writeZip(DataSet dataSet, Path zip) throws IOException {
        AtomicFiles.write(
                zip, out -> ZipText.write(ProgrammeJson.FILE, json(dataSet), DataSetFiles.contents(dataSet), out));
    }

    /**
     * Writes a data set as an .xlsx workbook with a sheet for each file, every cell a text.
     *
     * @param dataSet the data set
     * @param workbook the file; replaced when it is there
     * @throws IOException when it cannot be written, or a file has more rows than a sheet may have
     */
    public static void writeWorkbook(DataSet dataSet, Path workbook) throws IOException {
        AtomicFiles.write(
                workbook,
                out -> WorkbookText.write(ProgrammeJson.FILE, json(dataSet), DataSetFiles.contents(dataSet), out));
    }

    private static String json(DataSet dataSet) {
        return Json.write(ProgrammeJson.toJson(dataSet.programme()));
    }
}
