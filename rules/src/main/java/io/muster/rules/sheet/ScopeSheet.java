package io.muster.rules.sheet;

import io.muster.rules.fact.Ground;
import io.muster.rules.fact.PersonFacts;
import io.muster.rules.fact.Proposal;
import io.muster.rules.fact.RowProposals;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rows of the business sheet, read and typed. Of the rows that match a person and module the narrowest wins; the
 * rows' places among each other are fixed here.
 */
public final class ScopeSheet implements RowProposals {
    private final String file;
    private final List<ScopeRow> rows;
    private final Map<Integer, ScopeRow> byRow = new HashMap<>();
    private final Map<Integer, Integer> places = new HashMap<>();

    /**
     * Makes the sheet.
     *
     * @param file name of the file
     * @param rows its rows, in file order
     */
    ScopeSheet(String file, List<ScopeRow> rows) {
        this.file = file;
        this.rows = List.copyOf(rows);
        // A row that narrows another also narrows what that one narrows, so counting places narrower rows first.
        List<ScopeRow> narrowestFirst = rows.stream()
                .sorted(Comparator.<ScopeRow>comparingLong(
                                row -> -rows.stream().filter(row::narrows).count())
                        .thenComparing(ScopeRow::row))
                .toList();
        for (int i = 0; i < narrowestFirst.size(); i++) {
            places.put(narrowestFirst.get(i).row(), i);
        }
        rows.forEach(row -> byRow.put(row.row(), row));
    }

    /** {@return name of the file} */
    public String file() {
        return file;
    }

    /** {@return the rows, in file order} */
    public List<ScopeRow> rows() {
        return rows;
    }

    /** {@return whether any row names role families or functions} */
    public boolean namesRoles() {
        return rows.stream().anyMatch(ScopeRow::namesRoles);
    }

    @Override
    public Proposal propose(PersonFacts person, int number) {
        ScopeRow row = Objects.requireNonNull(byRow.get(number), "no row " + number);
        Proposal proposal = Proposal.of(row.ruleId(), person, Ground.SHEET, row.decision(), row.reason())
                .from(row.earliest())
                .until(row.latest())
                .priority(row.priority())
                .inOrder(Objects.requireNonNull(places.get(number)))
                .using(row.factsUsed(person).toArray(String[]::new));
        return row.modules().isEmpty() ? proposal : proposal.forModules(row.modules());
    }
}
