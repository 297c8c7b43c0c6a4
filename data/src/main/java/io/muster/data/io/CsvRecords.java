package io.muster.data.io;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads CSV as RFC 4180 has it, record by record. */
final class CsvRecords {
    private static final CsvFactory FACTORY = new CsvFactory();

    private CsvRecords() {}

    /**
     * Reads every record.
     *
     * @return whether the end was reached; false: the last record reported as malformed was not closed
     * @throws IOException when the stream cannot be read
     */
    static boolean read(InputStream in, RecordHandler handler) throws IOException {
        @Nullable String[] cells = new @Nullable String[32];
        int row = 0;
        try (CsvParser parser = FACTORY.createParser(new Utf8Reader(in))) {
            String malformed = null;
            int count = 0;
            while (true) {
                JsonToken token;
                try {
                    token = parser.nextToken();
                } catch (JsonEOFException e) {
                    handler.malformed(Math.max(row, 1), "a quote is opened but never closed");
                    return false;
                } catch (JsonParseException e) {
                    malformed = "there is text between a closing quote and the next comma";
                    continue;
                } catch (JsonProcessingException e) {
                    handler.malformed(Math.max(row, 1), "it cannot be read as CSV");
                    return false;
                }
                if (token == null) {
                    return true;
                }
                if (token == JsonToken.START_ARRAY) {
                    row++;
                    count = 0;
                    malformed = null;
                } else if (token == JsonToken.END_ARRAY) {
                    if (malformed != null) {
                        handler.malformed(row, malformed);
                    } else {
                        handler.record(row, cells, count, false);
                    }
                } else {
                    if (count == cells.length) {
                        cells = Arrays.copyOf(cells, count * 2);
                    }
                    cells[count++] = parser.getText();
                }
            }
        }
    }
}
