package io.muster.rules.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.muster.data.issue.Issue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Reads the tables of a rule set from CSV or from the first sheet of a workbook. Problems become issues. */
public final class TableReader {

    private TableReader() {}

    /**
     * Reads a table.
     *
     * @param file name of the file; one that ends in {@code .xlsx} is a workbook, every other is CSV
     * @param content bytes of the file
     * @param columns the columns that must be there
     * @param issues where problems go
     * @return the table; without records when it cannot be read
     */
    public static Table read(String file, byte[] content, Set<String> columns, List<Issue> issues) {
        try {
            List<List<String>> raw = file.endsWith(".xlsx") ? workbook(file, content, issues) : csv(content);
            return Table.of(file, raw, columns, issues);
        } catch (CharacterCodingException e) {
            issues.add(unreadable(file, "The file is not UTF-8. Save it as UTF-8."));
        } catch (JsonProcessingException e) {
            issues.add(unreadable(file, "The file is not CSV: " + e.getOriginalMessage() + ". Save it again."));
        } catch (IOException | RuntimeException e) {
            // The workbook reader reports broken workbooks with exceptions of many kinds.
            issues.add(unreadable(file, "The file cannot be read: " + e.getMessage() + ". Save it again."));
        }
        return new Table(file, List.of());
    }

    private static Issue unreadable(String file, String message) {
        return RuleIssue.RULE_FILE_UNREADABLE.in(file, null, null, null, message);
    }

    private static List<List<String>> csv(byte[] content) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        CsvMapper mapper =
                CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
        List<List<String>> raw = new ArrayList<>();
        try (MappingIterator<String[]> records =
                mapper.readerFor(String[].class).readValues(text)) {
            while (records.hasNextValue()) {
                raw.add(List.of(records.nextValue()));
            }
        }
        return raw;
    }

    private static List<List<String>> workbook(String file, byte[] content, List<Issue> issues) throws IOException {
        List<List<String>> raw = new ArrayList<>();
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, false))) {
            for (Row row : workbook.getFirstSheet().read()) {
                while (raw.size() < row.getRowNum() - 1) {
                    raw.add(List.of());
                }
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(row.getOptionalCell(i)
                            .map(cell -> text(file, cell, issues))
                            .orElse(""));
                }
                raw.add(cells);
            }
        }
        return raw;
    }

    private static String text(String file, Cell cell, List<Issue> issues) {
        if (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR) {
            issues.add(RuleIssue.RULE_VALUE_UNPARSABLE.in(
                    file,
                    cell.getAddress().getRow() + 1,
                    null,
                    cell.getAddress().toString(),
                    "The cell holds a formula. Replace it by its value: cells are data."));
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            String format = cell.getDataFormatString();
            if (format != null && format.contains("y")) {
                LocalDateTime date = cell.asDate();
                return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? date.toLocalDate().toString()
                        : date.toString();
            }
            BigDecimal number = cell.asNumber();
            return number.stripTrailingZeros().toPlainString();
        }
        return cell.getText();
    }
}
