package io.muster.api.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table of plain text. */
final class TextTable {
    private static final String INDENT = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; missing cells at its end stay empty. */
    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** Prints the first column to the left and the others, numbers, to the right. */
    void print(PrintWriter out) {
        print(out, true);
    }

    /** Prints every column to the left. */
    void printLeft(PrintWriter out) {
        print(out, false);
    }

    private void print(PrintWriter out, boolean numbers) {
        List<Integer> widths = widths();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String padding = " ".repeat(widths.get(column) - cell.length());
                line.append(INDENT).append(numbers && column > 0 ? padding + cell : cell + padding);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                int length = row.get(column).length();
                if (column == widths.size()) {
                    widths.add(length);
                } else if (length > widths.get(column)) {
                    widths.set(column, length);
                }
            }
        }
        return widths;
    }
}
