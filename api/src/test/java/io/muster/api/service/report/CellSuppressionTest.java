package io.muster.api.service.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class CellSuppressionTest {
    private static final int THRESHOLD = 10;

    @Test
    void aTableWithoutSmallCountsIsShownWhole() {
        boolean[][] suppressed = CellSuppression.of(new long[][] {{20, 30}, {40, 50}}, THRESHOLD, null);

        assertThat(suppressed).isDeepEqualTo(new boolean[3][3]);
    }

    /** 4 of 94 is small: its row's 90 goes with it, and of the other rows the one with fewer people, 70 and 20. */
    @Test
    void aSmallCountTakesTheCheapestOthersWithIt() {
        boolean[][] suppressed = CellSuppression.of(new long[][] {{90, 4}, {70, 20}, {100, 12}}, THRESHOLD, null);

        assertThat(suppressed).isDeepEqualTo(new boolean[][] {
            {true, true, false},
            {true, true, false},
            {false, false, false},
            {false, false, false}
        });
    }

    /** All 30 are done, so 0 are open: whoever sees 30 of 30 knows the zero. */
    @Test
    void aZeroIsNotToldByTheOthersAddingUp() {
        boolean[][] suppressed = CellSuppression.of(new long[][] {{30, 0}, {40, 25}}, THRESHOLD, null);

        assertThat(suppressed[0]).containsExactly(true, true, false);
        assertThat(suppressed[1]).containsExactly(true, true, false);
    }

    /** A row of 6 people: their number is small too, and another row's must go with it. */
    @Test
    void aSmallRowHidesItsTotalBehindAnothers() {
        long[][] counts = {{4, 2}, {40, 25}, {50, 60}};

        boolean[][] suppressed = CellSuppression.of(counts, THRESHOLD, null);

        assertThat(suppressed[0]).containsExactly(true, true, true);
        assertThat(suppressed[1][2] || suppressed[2][2]).isTrue();
        assertNothingCanBeComputed(counts, suppressed);
    }

    @Test
    void whatIsForcedIsHiddenAndProtectedToo() {
        boolean[][] forced = new boolean[3][3];
        forced[0][0] = true;

        boolean[][] suppressed = CellSuppression.of(new long[][] {{20, 30}, {40, 50}}, THRESHOLD, forced);

        assertThat(suppressed)
                .isDeepEqualTo(new boolean[][] {{true, true, false}, {true, true, false}, {false, false, false}});
    }

    @Test
    void aSingleSmallRowLeavesNothingToHideBehind() {
        assertThat(CellSuppression.of(new long[][] {{4, 3}}, THRESHOLD, null)).isNull();
    }

    /**
     * The attack: all tables of counts, whole or not, that show the same figures. By linear programming, the least and the
     * greatest value each suppressed cell has in them; if they are the same, the cell is known.
     */
    @Property(tries = 150, seed = "20250407")
    void noSuppressedCellCanBeComputedFromWhatIsShown(@ForAll("tables") long[][] counts) {
        boolean[][] suppressed = CellSuppression.of(counts, THRESHOLD, null);

        if (suppressed != null) {
            for (int r = 0; r < counts.length; r++) {
                for (int c = 0; c < counts[r].length; c++) {
                    assertThat(suppressed[r][c] || counts[r][c] >= THRESHOLD).isTrue();
                }
                assertThat(suppressed[r][counts[r].length]
                                || Arrays.stream(counts[r]).sum() >= THRESHOLD)
                        .isTrue();
            }
            assertNothingCanBeComputed(counts, suppressed);
        } else {
            assertThat(counts).hasDimensions(1, counts[0].length);
        }
    }

    /** Columns hold at least the threshold, as those of a report do. */
    @Provide
    Arbitrary<long[][]> tables() {
        Arbitrary<Long> count = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.longs().between(0, 3)),
                Tuple.of(2, Arbitraries.longs().between(0, 15)),
                Tuple.of(3, Arbitraries.longs().between(10, 200)));
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(rows -> Arbitraries.integers()
                        .between(1, 4)
                        .flatMap(columns -> count.array(Long[].class)
                                .ofSize(columns)
                                .array(Long[][].class)
                                .ofSize(rows)
                                .map(CellSuppressionTest::withFullColumns)));
    }

    private static long[][] withFullColumns(Long[][] cells) {
        long[][] counts = Arrays.stream(cells)
                .map(row -> Arrays.stream(row).mapToLong(Long::longValue).toArray())
                .filter(row -> Arrays.stream(row).sum() > 0)
                .toArray(long[][]::new);
        if (counts.length == 0) {
            counts = new long[][] {new long[cells[0].length]};
        }
        for (int c = 0; c < counts[0].length; c++) {
            int column = c;
            long sum = Arrays.stream(counts).mapToLong(row -> row[column]).sum();
            counts[counts.length - 1][c] += Math.max(0, THRESHOLD - sum);
        }
        return counts;
    }

    private static void assertNothingCanBeComputed(long[][] counts, boolean[][] suppressed) {
        int columns = counts[0].length;
        for (int r = 0; r < counts.length; r++) {
            for (int c = 0; c <= columns; c++) {
                if (suppressed[r][c]) {
                    assertThat(extreme(counts, suppressed, r, c, true) - extreme(counts, suppressed, r, c, false))
                            .as("range of cell %d, %d of %s", r, c, Arrays.deepToString(counts))
                            .isGreaterThanOrEqualTo(1 - 1e-6);
                }
            }
        }
    }

    /** The greatest or least value a cell can have, given what is shown. */
    private static double extreme(long[][] counts, boolean[][] suppressed, int row, int column, boolean greatest) {
        Loader.loadNativeLibraries();
        MPSolver solver = MPSolver.createSolver("GLOP");
        int rows = counts.length;
        int columns = counts[0].length;
        MPVariable[][] cells = new MPVariable[rows][columns + 1];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c <= columns; c++) {
                double shown = c == columns ? Arrays.stream(counts[r]).sum() : counts[r][c];
                cells[r][c] = suppressed[r][c]
                        ? solver.makeNumVar(0, Double.POSITIVE_INFINITY, "")
                        : solver.makeNumVar(shown, shown, "");
            }
            MPConstraint adds = solver.makeConstraint(0, 0);
            for (int c = 0; c < columns; c++) {
                adds.setCoefficient(cells[r][c], 1);
            }
            adds.setCoefficient(cells[r][columns], -1);
        }
        for (int c = 0; c <= columns; c++) {
            int of = c;
            long total = Arrays.stream(counts)
                    .mapToLong(line -> of == columns ? Arrays.stream(line).sum() : line[of])
                    .sum();
            MPConstraint adds = solver.makeConstraint(total, total);
            for (int r = 0; r < rows; r++) {
                adds.setCoefficient(cells[r][c], 1);
            }
        }
        MPObjective objective = solver.objective();
        objective.setCoefficient(cells[row][column], 1);
        objective.setOptimizationDirection(greatest);
        assertThat(solver.solve()).isEqualTo(MPSolver.ResultStatus.OPTIMAL);
        double value = objective.value();
        solver.delete();
        return value;
    }
}
