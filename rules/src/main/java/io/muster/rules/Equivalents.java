package io.muster.rules;

import io.muster.data.issue.Issue;
import io.muster.rules.fact.Equivalent;
import io.muster.rules.sheet.ScopeSheetReader.CellReader;
import io.muster.rules.sheet.Table;
import io.muster.rules.sheet.TableReader;
import io.muster.rules.sheet.Vocabulary;
import io.muster.rules.sheet.Vocabulary.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code equivalents.csv}: kind (TAG or MODULE), held, credited, reason. */
final class Equivalents {
    static final String FILE = "equivalents.csv";
    private static final Set<String> COLUMNS = new LinkedHashSet<>(List.of("kind", "held", "credited", "reason"));

    private Equivalents() {}

    private enum HeldKind {
        TAG,
        MODULE
    }

    static List<Equivalent> read(byte[] content, Vocabulary vocabulary, List<Issue> issues) {
        List<Equivalent> equivalents = new ArrayList<>();
        for (Table.Record record :
                TableReader.read(FILE, content, COLUMNS, issues).records()) {
            CellReader cells = new CellReader(FILE, record, vocabulary, issues);
            HeldKind kind = cells.constant("kind", HeldKind.values());
            List<String> held = cells.known("held", kind == HeldKind.MODULE ? Kind.MODULES : Kind.TAGS);
            List<String> credited = cells.known("credited", Kind.MODULES);
            String reason = cells.sentence("reason");
            for (String from : held) {
                for (String to : credited) {
                    equivalents.add(new Equivalent(kind == HeldKind.TAG, from, to, reason));
                }
            }
        }
        return List.copyOf(equivalents);
    }
}
