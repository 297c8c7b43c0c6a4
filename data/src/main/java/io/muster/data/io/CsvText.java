package io.muster.data.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a table as RFC 4180 CSV: UTF-8, "\n" line ends, quotes where needed. */
final class CsvText {
    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private CsvText() {}

    /** Writes the header and every row; the stream stays open. */
    static void write(TableContent<?> content, OutputStream out) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder().setLineSeparator("\n").setUseHeader(true);
        for (String column : content.header()) {
            schema.addColumn(column);
        }
        try (CsvGenerator generator = FACTORY.createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.setSchema(schema.build());
            if (content.rows().isEmpty()) {
                generator.writeStartArray();
                generator.writeEndArray();
            }
            content.<IOException>forEachRow(cells -> {
                generator.writeStartArray();
                for (String cell : cells) {
                    generator.writeString(Texts.writable(cell));
                }
                generator.writeEndArray();
            });
        }
    }
}
