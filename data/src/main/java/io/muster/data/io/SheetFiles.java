package io.muster.data.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables row by row, so that a large one needs little memory. A text that a spreadsheet would run as a formula gets
 * an apostrophe in front (DATASET.md, "Bad input").
 */
public final class SheetFiles {
    private static final int FLUSH_ROWS = 1_000;
    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private SheetFiles() {}

    /**
     * Writes RFC 4180 CSV in UTF-8 with a header; lines end with a line feed, as in all files of the format.
     *
     * @param sheet the table
     * @param out where to; stays open
     * @throws IOException when it cannot be written
     */
    public static void writeCsv(Sheet sheet, OutputStream out) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder().setLineSeparator("\n").setUseHeader(true);
        sheet.columns().forEach(schema::addColumn);
        try (CsvGenerator generator = FACTORY.createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.setSchema(schema.build());
            Iterator<List<@Nullable Object>> rows = sheet.rows().iterator();
            if (!rows.hasNext()) {
                generator.writeStartArray();
                generator.writeEndArray();
            }
            while (rows.hasNext()) {
                generator.writeStartArray();
                for (Object cell : rows.next()) {
                    generator.writeString(cell instanceof Number ? cell.toString() : text(cell));
                }
                generator.writeEndArray();
            }
        }
    }

    /**
     * Writes an Excel workbook. Numbers are numbers, everything else is text.
     *
     * @param sheets its sheets, at least one
     * @param out where to; stays open
     * @throws IOException when it cannot be written
     */
    public static void writeWorkbook(List<Sheet> sheets, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Muster", null);
        for (Sheet sheet : sheets) {
            Worksheet worksheet = workbook.newWorksheet(sheet.name());
            for (int c = 0; c < sheet.columns().size(); c++) {
                worksheet.inlineString(0, c, sheet.columns().get(c));
            }
            worksheet.freezePane(0, 1);
            int row = 1;
            for (Iterator<List<@Nullable Object>> rows = sheet.rows().iterator(); rows.hasNext(); row++) {
                int column = 0;
                for (Object cell : rows.next()) {
                    if (cell instanceof Number number) {
                        worksheet.value(row, column, number);
                    } else if (cell != null) {
                        worksheet.inlineString(row, column, text(cell));
                    }
                    column++;
                }
                if (row % FLUSH_ROWS == 0) {
                    worksheet.flush();
                }
            }
            worksheet.finish();
        }
        workbook.finish();
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : FormulaGuard.escape(Texts.writable(cell.toString()));
    }
}
