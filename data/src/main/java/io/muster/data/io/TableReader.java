package io.muster.data.io;

import io.muster.data.io.CellType.NumericShape;
import io.muster.data.issue.IssueCode;
import io.muster.data.issue.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one table: finds the columns, parses and checks every cell, the key and the row, and reports all
 * that is wrong. Cells that occur again and again (dates, ids, codes) are parsed once.
 */
final class TableReader<R> implements RecordHandler {
    private static final int MAX_REMEMBERED = 20_000;
    private static final int NOT_THERE = -1;
    /** Ends each column of a composite key; no text has it. */
    private static final char KEY_END = '\0';

    private static final int UNREADABLE_HEADER = 0;

    private final Table<R> table;
    private final IssueLog log;
    private final References references;
    private final boolean keepRows;

    private final int[] positions;
    private final List<Map<String, Object>> remembered = new ArrayList<>();
    private final Map<String, Integer> rowByKey = new HashMap<>();
    private final List<R> records = new ArrayList<>();
    private final List<RowValues> rows = new ArrayList<>();
    private int headerCells = NOT_THERE;
    private int recordCount;
    private boolean rowWithoutId;
    private int cellErrorRow = NOT_THERE;
    private int[] columnAt = new int[0];
    private final List<Integer> cellErrorPositions = new ArrayList<>();

    TableReader(Table<R> table, References references, boolean keepRows, IssueLog log) {
        this.table = table;
        this.references = references;
        this.keepRows = keepRows;
        this.log = log;
        this.positions = new int[table.fields().size()];
        Arrays.fill(positions, NOT_THERE);
        for (int i = 0; i < positions.length; i++) {
            remembered.add(new HashMap<>());
        }
    }

    /** Reads the table from where it is; a missing file is an issue. */
    static <R> TableData<R> read(
            Table<R> table, Container container, References references, boolean keepRows, IssueLog log) {
        int errorsBefore = log.errors();
        if (!container.has(table.file())) {
            log.addFile(
                    IssueCode.MISSING_FILE,
                    table.file(),
                    "The file " + table.file() + " is missing; add it, with a header row at least.");
            return TableData.unreadable();
        }
        TableReader<R> reader = new TableReader<>(table, references, keepRows, log);
        boolean complete = container.readRecords(table.file(), reader, log);
        if (complete && reader.headerCells == NOT_THERE) {
            log.addFile(
                    IssueCode.EMPTY_FILE, table.file(), "The file " + table.file() + " is empty; add its header row.");
            complete = false;
        }
        complete &= reader.headerCells != UNREADABLE_HEADER;
        return new TableData<>(
                reader.records,
                reader.rows,
                complete,
                log.errors() == errorsBefore,
                reader.recordCount,
                reader.positions[0] != NOT_THERE && !reader.rowWithoutId);
    }

    @Override
    public NumericShape shapeAt(int position) {
        int column = position < columnAt.length ? columnAt[position] : NOT_THERE;
        return column == NOT_THERE
                ? NumericShape.PLAIN
                : table.fields().get(column).column().type().shape();
    }

    @Override
    public void errorCell(int row, int position, String detail) {
        int column = position < columnAt.length ? columnAt[position] : NOT_THERE;
        if (column != NOT_THERE) {
            if (cellErrorRow != row) {
                cellErrorRow = row;
                cellErrorPositions.clear();
            }
            cellErrorPositions.add(column);
            log.add(
                    IssueCode.ERROR_CELL,
                    table.file(),
                    row,
                    table.fields().get(column).column().name(),
                    null,
                    "The cell holds " + detail + " instead of a value; correct the formula or paste its value.");
        }
    }

    @Override
    public void malformed(int row, String detail) {
        recordCount++;
        rowWithoutId = true;
        log.add(
                IssueCode.MALFORMED_CSV,
                table.file(),
                row,
                null,
                null,
                "The record is not well-formed CSV: " + detail + "; correct its quotes.");
        if (headerCells == NOT_THERE) {
            headerCells = UNREADABLE_HEADER;
        }
    }

    @Override
    public void record(int row, @Nullable String[] cells, int count, boolean ragged) {
        if (headerCells == NOT_THERE) {
            if (!isBlank(cells, count)) {
                header(row, cells, count);
            }
        } else if (headerCells == UNREADABLE_HEADER) {
            return;
        } else if (isBlank(cells, count) && cellErrorRow != row) {
            blank(row, count);
        } else {
            recordCount++;
            if (isCount(count, cells, ragged)) {
                row(row, cells, count);
            } else {
                wrongCount(row, cells, count);
            }
        }
    }

    private static boolean isBlank(@Nullable String[] cells, int count) {
        for (int i = 0; i < count; i++) {
            if (!textAt(cells, i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String textAt(@Nullable String[] cells, int position) {
        String text = cells[position];
        return text == null ? "" : text;
    }

    /** An empty line at the end is not worth a word; a row of commas is. */
    private void blank(int row, int count) {
        if (count > 1) {
            log.add(
                    IssueCode.BLANK_ROW,
                    table.file(),
                    row,
                    null,
                    null,
                    "The row has no value and is not read; delete it.");
        }
    }

    private void header(int row, @Nullable String[] cells, int count) {
        for (int i = 0; i < count; i++) {
            if (textAt(cells, i).indexOf(Utf8Reader.NOT_UTF8) >= 0) {
                notUtf8(row, null, null);
                headerCells = UNREADABLE_HEADER;
                return;
            }
        }
        headerCells = count;
        columnAt = new int[count];
        Arrays.fill(columnAt, NOT_THERE);
        Map<String, Integer> known = new HashMap<>();
        table.fields()
                .forEach(
                        field -> known.put(field.column().name(), field.column().index()));
        for (int i = 0; i < count; i++) {
            String name = Blanks.strip(textAt(cells, i));
            Integer column = known.get(name);
            if (column == null) {
                if (!name.isEmpty() || i < count - 1) {
                    unknownColumn(row, name, i, known);
                }
            } else if (positions[column] != NOT_THERE) {
                log.add(
                        IssueCode.DUPLICATE_COLUMN,
                        table.file(),
                        row,
                        name,
                        null,
                        "The column " + name + " is there twice; remove or rename one of them.");
            } else {
                positions[column] = i;
                columnAt[i] = column;
            }
        }
        for (Table.Field<R, ?> field : table.fields()) {
            if (positions[field.column().index()] == NOT_THERE) {
                String name = field.column().name();
                log.add(
                        IssueCode.MISSING_COLUMN,
                        table.file(),
                        row,
                        name,
                        null,
                        "The column " + name + " is missing; add it"
                                + (field.column().required() ? "." : ", its cells may be empty."));
            }
        }
    }

    private void unknownColumn(int row, String name, int position, Map<String, Integer> known) {
        String hint = known.keySet().stream()
                .filter(column -> column.equalsIgnoreCase(name))
                .findFirst()
                .map(column -> "; write it as " + column + ".")
                .orElse("; check its name or leave it.");
        log.add(
                IssueCode.UNKNOWN_COLUMN,
                table.file(),
                row,
                name.isEmpty() ? null : name,
                null,
                "The column "
                        + (name.isEmpty() ? "number " + (position + 1) + " without a name" : CellTypes.quoted(name))
                        + " is not part of the format and is not read" + hint);
    }

    private boolean isCount(int count, @Nullable String[] cells, boolean ragged) {
        if (!ragged) {
            return count == headerCells;
        }
        for (int i = headerCells; i < count; i++) {
            if (!textAt(cells, i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The cells may have slipped, so nothing but the key is looked at: it is likely meant. */
    private void wrongCount(int row, @Nullable String[] cells, int count) {
        int position = positions[0];
        String id = position != NOT_THERE && position < count ? Blanks.strip(textAt(cells, position)) : "";
        for (int i = 0; i < count; i++) {
            if (textAt(cells, i).indexOf(Utf8Reader.NOT_UTF8) >= 0) {
                notUtf8(row, null, id.isEmpty() ? null : readable(id));
                break;
            }
        }
        log.add(
                IssueCode.WRONG_CELL_COUNT,
                table.file(),
                row,
                null,
                id.isEmpty() ? null : readable(id),
                "The record has " + count + " cells but the header has " + headerCells
                        + "; give one for each column and quote cells with a comma.");
        rowWithoutId |= id.isEmpty();
        if (keepRows) {
            @Nullable Object[] values = new @Nullable Object[positions.length];
            boolean[] bad = new boolean[positions.length];
            Arrays.fill(bad, true);
            values[0] = id;
            bad[0] = id.isEmpty();
            rows.add(new RowValues(row, id, values, bad));
        }
    }

    private void row(int row, @Nullable String[] cells, int count) {
        int errorsBefore = log.errors();
        String id = keyText(cells, count);
        @Nullable Object[] values = new @Nullable Object[positions.length];
        boolean[] bad = new boolean[positions.length];
        boolean whole = true;
        for (int i = 0; i < positions.length; i++) {
            int position = positions[i];
            if (position == NOT_THERE || (cellErrorRow == row && cellErrorPositions.contains(i))) {
                bad[i] = true;
                whole = false;
            } else {
                cell(
                        table.fields().get(i).column(),
                        position < count ? textAt(cells, position) : "",
                        row,
                        id,
                        values,
                        bad);
            }
        }
        RowValues rowValues = new RowValues(row, id, values, bad);
        if (table.keyColumns() > 0) {
            checkKey(row, id, cells, count, bad);
        }
        checkUnread(row, id, cells, count);
        table.check().check(rowValues, new RowContext(table.file(), log, references, rowValues));
        if (whole && log.errors() == errorsBefore) {
            records.add(table.factory().apply(rowValues));
        }
        if (keepRows) {
            rows.add(rowValues);
        }
    }

    private String keyText(@Nullable String[] cells, int count) {
        int columns = Math.max(1, table.keyColumns());
        if (columns == 1) {
            return keyPart(0, cells, count);
        }
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            String part = keyPart(i, cells, count);
            if (i > 0 && !part.isEmpty()) {
                key.append(' ');
            }
            key.append(part);
        }
        return key.toString();
    }

    private String keyPart(int column, @Nullable String[] cells, int count) {
        int position = positions[column];
        String text = position == NOT_THERE || position >= count ? "" : textAt(cells, position);
        return FormulaGuard.unescape(Blanks.strip(text));
    }

    /** A file that is not UTF-8 was exported wrongly, even where it shows only in cells that nobody reads. */
    private void checkUnread(int row, String id, @Nullable String[] cells, int count) {
        for (int i = 0; i < Math.min(count, headerCells); i++) {
            if (columnAt[i] == NOT_THERE && textAt(cells, i).indexOf(Utf8Reader.NOT_UTF8) >= 0) {
                notUtf8(row, null, id.isEmpty() ? null : readable(id));
                return;
            }
        }
    }

    private void checkKey(int row, String id, @Nullable String[] cells, int count, boolean[] bad) {
        // Not the id that messages show: with blanks in ids, "A B" and "C" would be the same there as "A" and "B C".
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < table.keyColumns(); i++) {
            if (bad[i]) {
                return;
            }
            key.append(keyPart(i, cells, count)).append(KEY_END);
        }
        Integer first = rowByKey.putIfAbsent(key.toString(), row);
        if (first != null) {
            log.add(
                    IssueCode.DUPLICATE_KEY,
                    table.file(),
                    row,
                    table.fields().get(0).column().name(),
                    id,
                    "The key " + CellTypes.quoted(id) + " is already in row " + first + "; remove one of the rows or"
                            + " give it a key of its own.");
        }
    }

    private void cell(Column<?> column, String raw, int row, String id, @Nullable Object[] values, boolean[] bad) {
        int index = column.index();
        if (!raw.isEmpty()) {
            Map<String, Object> seen = remembered.get(index);
            Object value = seen.get(raw);
            if (value == null) {
                Cell parsed = new Cell(column, row, id);
                value = parsed.parse(raw);
                if (value != null && parsed.isClean() && seen.size() < MAX_REMEMBERED) {
                    seen.put(raw, value);
                }
                bad[index] = parsed.isBad();
            }
            values[index] = value;
        }
        if (values[index] == null && !bad[index] && column.required()) {
            bad[index] = true;
            log.add(
                    IssueCode.MISSING_VALUE,
                    table.file(),
                    row,
                    column.name(),
                    id.isEmpty() ? null : id,
                    "The cell is empty; fill in " + column.name() + ".");
        }
    }

    private void notUtf8(int row, @Nullable String column, @Nullable String id) {
        log.add(
                IssueCode.NOT_UTF8,
                table.file(),
                row,
                column,
                id,
                "The record holds bytes that are not UTF-8; export the file as CSV UTF-8.");
    }

    /** Parses one cell and keeps what was wrong with it. */
    private final class Cell implements CellType.Problems {
        private final Column<?> column;
        private final int row;
        private final String id;
        private boolean clean = true;
        private boolean bad;

        Cell(Column<?> column, int row, String id) {
            this.column = column;
            this.row = row;
            this.id = id;
        }

        boolean isClean() {
            return clean;
        }

        boolean isBad() {
            return bad;
        }

        @Override
        public void add(IssueCode code, String message) {
            clean = false;
            bad |= code.severity() == Severity.ERROR;
            log.add(code, table.file(), row, column.name(), id.isEmpty() ? null : readable(id), message);
        }

        @Nullable
        Object parse(String raw) {
            if (!checkCharacters(raw)) {
                return null;
            }
            String text = raw;
            if (column.type().textual()) {
                if (FormulaGuard.isFormulaLike(raw)) {
                    add(
                            IssueCode.FORMULA_TEXT,
                            "The text " + CellTypes.quoted(raw)
                                    + " begins like a formula; put ' in front if it is meant as text.");
                }
                text = FormulaGuard.unescape(raw);
            }
            text = Texts.normaliseLineBreaks(text);
            String stripped = Blanks.strip(text);
            if (stripped.isEmpty()) {
                return null;
            }
            if (column.type().trimmed() && stripped.length() != text.length()) {
                add(
                        IssueCode.TEXT_TRIMMED,
                        "The value " + CellTypes.quoted(text) + " has blanks around it and is read without them;"
                                + " remove them.");
                text = stripped;
            }
            Object value = column.type().parser().parse(text, this);
            return value == null ? null : resolve(value);
        }

        private Object resolve(Object value) {
            Target target = column.target();
            if (target == null) {
                return value;
            }
            if (value instanceof String) {
                String known = references.resolve(target, (String) value);
                if (known != null) {
                    return known;
                }
                unknown(target, (String) value);
                return value;
            }
            for (Object item : (List<?>) value) {
                if (!references.knows(target, (String) item)) {
                    unknown(target, (String) item);
                }
            }
            return value;
        }

        private void unknown(Target target, String unknownId) {
            clean = false;
            RowValues values = new RowValues(row, id, new @Nullable Object[0], new boolean[0]);
            new RowContext(table.file(), log, references, values).unknown(target, column, unknownId);
        }

        private boolean checkCharacters(String raw) {
            for (int i = 0; i < raw.length(); i++) {
                char c = raw.charAt(i);
                if (c == Utf8Reader.NOT_UTF8) {
                    clean = false;
                    bad = true;
                    notUtf8(row, column.name(), id.isEmpty() ? null : readable(id));
                    return false;
                }
                if (Characters.isIllegal(raw, i)) {
                    add(
                            IssueCode.ILLEGAL_CHARACTER,
                            "The cell holds the character " + String.format("U+%04X", (int) c)
                                    + ", which no text has; remove it.");
                    return false;
                }
            }
            return true;
        }
    }

    private static String readable(String id) {
        return id.replace(Utf8Reader.NOT_UTF8, '\uFFFD');
    }
}
