package io.muster.data.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a table as RFC 4180 CSV: UTF-8, "\n" line ends, quotes where needed. */
final class CsvText {
    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private CsvText() {}

    /** Writes the header and every row; the stream stays open. */
    static void write(TableContent<?> content, OutputStream out) throws IOException {
        try (CsvGenerator generator = generator(content.header(), content.rows().isEmpty(), out)) {
            content.<IOException>forEachRow(cells -> {
                generator.writeStartArray();
                for (String cell : cells) {
                    generator.writeString(Texts.writable(cell));
                }
                generator.writeEndArray();
            });
        }
    }

    /**
     * Writes the header and every row of texts; the stream stays open. Texts that look like formulas stay as they are, so
     * that whoever reads them is warned.
     */
    static void write(FileTable table, OutputStream out) throws IOException {
        try (CsvGenerator generator =
                generator(table.columns().toArray(String[]::new), table.rows().isEmpty(), out)) {
            for (List<String> row : table.rows()) {
                generator.writeStartArray();
                for (String cell : row) {
                    generator.writeString(Texts.writable(FormulaGuard.isEscaped(cell) ? "'" + cell : cell));
                }
                generator.writeEndArray();
            }
        }
    }

    private static CsvGenerator generator(String[] header, boolean isEmpty, OutputStream out) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder().setLineSeparator("\n").setUseHeader(true);
        for (String column : header) {
            schema.addColumn(column);
        }
        CsvGenerator generator = FACTORY.createGenerator(out);
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        generator.setSchema(schema.build());
        if (isEmpty) {
            generator.writeStartArray();
            generator.writeEndArray();
        }
        return generator;
    }
}
