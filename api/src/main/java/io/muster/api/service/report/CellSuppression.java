package io.muster.api.service.report;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Decides which cells of a table of counts with row and column totals must not be shown.
 *
 * <p>A cell under the threshold is suppressed, zeros too. Then further cells are, until no suppressed cell can be computed
 * from what is shown: counts are not negative, rows and columns add up, and everything an outsider knows follows from
 * that. Such a table is a circulation: each cell is an arc between its row and its column, each total one between its row
 * (or column) and the column (or row) of totals. Two tables that show the same differ by a closed walk through suppressed
 * cells along which counts may go up and down by one, so a suppressed cell is safe exactly if there is such a walk through
 * it. For each cell under the threshold the cheapest walk is found, and all cells on it are suppressed with it.
 *
 * <p>Totals of columns, and the total of all, are always shown: they are the same in every table of a report. Mutable,
 * used once.
 */
final class CellSuppression {
    private static final long FORBIDDEN = Long.MAX_VALUE / 4;
    /** Rather than a row's total, suppress cells within. */
    private static final long TOTAL_PENALTY = 1_000_000_000L;

    private final int rows;
    private final int columns;
    /** With a last row of column totals and a last column of row totals. */
    private final long[][] counts;

    private final boolean[][] suppressed;

    private CellSuppression(long[][] inner) {
        rows = inner.length;
        columns = rows == 0 ? 0 : inner[0].length;
        counts = new long[rows + 1][columns + 1];
        suppressed = new boolean[rows + 1][columns + 1];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                counts[r][c] = inner[r][c];
                counts[r][columns] += inner[r][c];
                counts[rows][c] += inner[r][c];
                counts[rows][columns] += inner[r][c];
            }
        }
    }

    /**
     * Which cells to suppress.
     *
     * @param inner counts by row and column, without totals, {@code >= 0}; at least one column if there is a row
     * @param threshold counts under it are suppressed
     * @param forced further cells that must be suppressed, of the size of the result; null: none
     * @return by row and column, with a last row of column totals (never suppressed) and a last column of row totals; null:
     *     there is no safe way, so that nothing but column totals may be shown
     */
    static boolean @Nullable [][] of(long[][] inner, int threshold, boolean @Nullable [][] forced) {
        CellSuppression table = new CellSuppression(inner);
        return table.suppress(threshold, forced) ? table.suppressed : null;
    }

    private boolean suppress(int threshold, boolean @Nullable [][] forced) {
        record Cell(int row, int column, long count) {}
        Deque<Cell> unsafe = new ArrayDeque<>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c <= columns; c++) {
                if (counts[r][c] < threshold || (forced != null && forced[r][c])) {
                    suppressed[r][c] = true;
                    unsafe.add(new Cell(r, c, counts[r][c]));
                }
            }
        }
        // The largest first: their walks often make the smaller ones safe.
        return unsafe.stream()
                .sorted(Comparator.comparingLong(Cell::count).reversed())
                .allMatch(cell -> makeSafe(cell.row(), cell.column()));
    }

    /** Suppresses the cheapest walk through a cell, in whichever direction is cheaper; whether there is one. */
    private boolean makeSafe(int row, int column) {
        Walk up = walk(row, column, true);
        Walk down = counts[row][column] > 0 ? walk(row, column, false) : null;
        Walk best = up == null || (down != null && down.cost() < up.cost()) ? down : up;
        if (best == null) {
            return false;
        }
        for (int[] cell : best.cells()) {
            suppressed[cell[0]][cell[1]] = true;
        }
        return true;
    }

    /** A closed walk: its price, and the cells on it. */
    private record Walk(long cost, int[][] cells) {}

    /**
     * The cheapest closed walk on which a cell goes up (or down) by one. Nodes are rows, then columns, then the column of
     * totals; the row of totals is no node, as its cells are always shown and never change.
     */
    private @Nullable Walk walk(int row, int column, boolean up) {
        int nodes = rows + columns + 1;
        // A cell within leads from its row to its column when it goes up; a row's total from its column to its row.
        boolean isTotal = column == columns;
        int rowNode = row;
        int columnNode = rows + column;
        boolean fromRow = up != isTotal;
        int start = fromRow ? columnNode : rowNode;
        int goal = fromRow ? rowNode : columnNode;
        long[] distance = new long[nodes];
        int[] before = new int[nodes];
        Arrays.fill(distance, FORBIDDEN);
        Arrays.fill(before, -1);
        distance[start] = 0;
        record Reached(int node, long distance) {}
        PriorityQueue<Reached> queue =
                new PriorityQueue<>(Comparator.comparingLong(Reached::distance).thenComparingInt(Reached::node));
        queue.add(new Reached(start, 0));
        while (!queue.isEmpty()) {
            Reached reached = queue.remove();
            int node = reached.node();
            if (reached.distance() > distance[node] || node == goal) {
                continue;
            }
            int first = node < rows ? rows : 0;
            int last = node < rows ? nodes : rows;
            for (int next = first; next < last; next++) {
                int r = Math.min(node, next);
                int c = Math.max(node, next) - rows;
                if (r == row && c == column) {
                    continue;
                }
                boolean goesUp = (node < rows) != (c == columns);
                long price = price(r, c, goesUp);
                if (price < FORBIDDEN && distance[node] + price < distance[next]) {
                    distance[next] = distance[node] + price;
                    before[next] = node;
                    queue.add(new Reached(next, distance[next]));
                }
            }
        }
        if (distance[goal] >= FORBIDDEN) {
            return null;
        }
        int length = 0;
        for (int node = goal; node != start; node = before[node]) {
            length++;
        }
        int[][] cells = new int[length][];
        for (int node = goal; node != start; node = before[node]) {
            cells[--length] = new int[] {Math.min(node, before[node]), Math.max(node, before[node]) - rows};
        }
        return new Walk(distance[goal], cells);
    }

    /** What it costs to suppress a cell as one that goes up or down by one. */
    private long price(int row, int column, boolean up) {
        if (!up && counts[row][column] == 0) {
            return FORBIDDEN;
        }
        if (suppressed[row][column]) {
            return 0;
        }
        return 1 + counts[row][column] + (column == columns ? TOTAL_PENALTY : 0);
    }
}
