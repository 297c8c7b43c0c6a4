package io.muster.solver.check;

import io.muster.data.plan.ScopeDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scope decisions by cell; of two for one cell the first counts. */
final class ScopeCells {

    private final List<ScopeDecision> scope;
    private final int[] cells;
    private final @Nullable ScopeDecision[] decisions;

    ScopeCells(DataIndex index, List<ScopeDecision> scope) {
        this.scope = scope;
        this.cells = new int[scope.size()];
        this.decisions = new @Nullable ScopeDecision[index.cells()];
        CellFinder finder = index.finder();
        int row = 0;
        for (ScopeDecision decision : scope) {
            int cell = finder.cellOf(decision.staffId(), decision.moduleId());
            cells[row++] = cell;
            if (cell != CellFinder.UNKNOWN && decisions[cell] == null) {
                decisions[cell] = decision;
            }
        }
    }

    /** {@return the decisions, by row} */
    List<ScopeDecision> scope() {
        return scope;
    }

    /** {@return the cell of a row, or {@link CellFinder#UNKNOWN}} */
    int cellOf(int row) {
        return cells[row];
    }

    /** {@return the decision of a cell; null: there is none} */
    @Nullable
    ScopeDecision decisionOf(int cell) {
        return decisions[cell];
    }
}
