package io.muster.data.io;

import io.muster.data.io.CellType.NumericShape;
import io.muster.data.issue.IssueCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook with a sheet for each file. A sheet is named like its file, with or without the ending, capitals or not.
 * The programme's sheet holds the JSON text in the cells of column A, one below the other.
 */
final class WorkbookContainer implements Container {
    private final ReadableWorkbook workbook;
    private final Map<String, Sheet> sheets = new HashMap<>();

    private WorkbookContainer(ReadableWorkbook workbook) {
        this.workbook = workbook;
    }

    /** {@return the workbook; null: it cannot be read, which was reported} */
    static @Nullable WorkbookContainer open(Path path, List<String> knownFiles, ReadLimits limits, IssueLog log)
            throws IOException {
        String name = Containers.nameOf(path);
        try (ZipFile zip = ZipFiles.open(path, limits, log)) {
            if (zip == null || !ZipFiles.unpacks(zip, ZipFiles.safeEntries(zip, name, log), name, limits, log)) {
                return null;
            }
        }
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(path.toFile());
            WorkbookContainer container = new WorkbookContainer(workbook);
            workbook.getSheets().forEach(sheet -> container.add(sheet, knownFiles, log));
            return container;
        } catch (IOException | RuntimeException e) {
            // Whatever the library makes of a damaged workbook, it is the workbook that is at fault.
            if (workbook != null) {
                workbook.close();
            }
            ZipFiles.corrupt(name, log);
            return null;
        }
    }

    private void add(Sheet sheet, List<String> knownFiles, IssueLog log) {
        String wanted = sheet.getName().toLowerCase(Locale.ROOT);
        for (String file : knownFiles) {
            if (wanted.equals(file) || wanted.equals(Table.sheetOf(file))) {
                if (sheets.putIfAbsent(file, sheet) != null) {
                    log.addFile(
                            IssueCode.DUPLICATE_FILE,
                            file,
                            "The workbook has two sheets for " + file + "; remove one of the two.");
                }
                return;
            }
        }
        UnknownFiles.report(sheet.getName(), log);
    }

    @Override
    public boolean has(String file) {
        return sheets.containsKey(file);
    }

    private Stream<Row> rowsOf(String file) throws IOException {
        try {
            return sheetOf(file).openStream();
        } catch (RuntimeException e) {
            throw new DamagedSheet(e);
        }
    }

    private Sheet sheetOf(String file) {
        Sheet sheet = sheets.get(file);
        if (sheet == null) {
            throw new IllegalStateException("the workbook has no sheet for " + file + ". Maybe has() was not asked?");
        }
        return sheet;
    }

    @Override
    public boolean readRecords(String file, RecordHandler handler, IssueLog log) {
        try (Stream<Row> stream = rowsOf(file)) {
            Iterator<Row> rows = stream.iterator();
            @Nullable String[] cells = new @Nullable String[32];
            for (Row row = next(rows); row != null; row = next(rows)) {
                int count = row.getCellCount();
                if (count > cells.length) {
                    cells = new @Nullable String[count * 2];
                }
                Arrays.fill(cells, 0, count, "");
                for (int i = 0; i < count; i++) {
                    Cell cell = row.getCell(i);
                    if (cell != null) {
                        cells[i] = text(cell, row.getRowNum(), i, handler);
                    }
                }
                handler.record(row.getRowNum(), cells, count, true);
            }
            return true;
        } catch (IOException | DamagedSheet e) {
            ZipFiles.corrupt(file, log);
            return false;
        }
    }

    /** Signals that the library could not read on. */
    private static final class DamagedSheet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DamagedSheet(Throwable cause) {
            super(cause);
        }
    }

    private static @Nullable Row next(Iterator<Row> rows) {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) {
            throw new DamagedSheet(e);
        }
    }

    private String text(Cell cell, int row, int position, RecordHandler handler) {
        if (cell.getType() == CellType.ERROR
                || (cell.getType() == CellType.FORMULA && isFailedFormula(cell.getRawValue()))) {
            String raw = cell.getRawValue();
            handler.errorCell(row, position, raw == null ? "a formula without a stored result" : "the error " + raw);
            return "";
        }
        return plainText(cell, handler.shapeAt(position));
    }

    private static boolean isFailedFormula(@Nullable String raw) {
        return raw == null || raw.startsWith("#");
    }

    private String plainText(Cell cell, NumericShape shape) {
        Object value = cell.getValue();
        if (cell.getType() == CellType.BOOLEAN && value != null) {
            return value.toString().toLowerCase(Locale.ROOT);
        }
        if (value instanceof BigDecimal number) {
            return ExcelNumbers.text(number, shape, workbook.isDate1904());
        }
        if (value != null) {
            return value.toString();
        }
        return cell.getRawValue() == null ? "" : cell.getRawValue();
    }

    @Override
    public @Nullable String readText(String file, IssueLog log) {
        StringBuilder text = new StringBuilder();
        try (Stream<Row> stream = rowsOf(file)) {
            Iterator<Row> rows = stream.iterator();
            int line = 1;
            for (Row row = next(rows); row != null; row = next(rows)) {
                for (; line < row.getRowNum(); line++) {
                    text.append('\n');
                }
                Cell cell = row.hasCell(0) ? row.getCell(0) : null;
                if (cell != null) {
                    text.append(plainText(cell, NumericShape.PLAIN));
                }
            }
            return text.toString();
        } catch (IOException | DamagedSheet e) {
            ZipFiles.corrupt(file, log);
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
