package io.muster.api.cli;

import io.muster.solver.explain.PlanDifference;
import io.muster.solver.explain.PlanDifference.BookingChange;
import io.muster.solver.explain.PlanDifference.Counts;
import io.muster.solver.explain.PlanDifference.Place;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The difference of two plans for people. */
final class DiffText {
    private DiffText() {}

    static void print(PlanDifference difference, int people, PrintWriter out) {
        Counts total = difference.total();
        out.println("Bookings: " + Figures.count(total.same()) + " the same, " + Figures.count(total.otherPlace())
                + " in another session at the same time, " + Figures.count(total.moved()) + " moved, "
                + Figures.count(total.added()) + " added, " + Figures.count(total.dropped()) + " dropped; "
                + Figures.count(total.people()) + " people have another date");
        out.println("Sessions: " + Figures.count(difference.sessionsOnlyBefore()) + " gone, "
                + Figures.count(difference.sessionsOnlyAfter()) + " new");
        counts("By BCU", difference.byBcu(), out);
        counts("By team", difference.byTeam(), out);
        counts("By module", difference.byModule(), out);
        out.println();
        out.println("Cost");
        TextTable cost = new TextTable();
        cost.row("", "before", "after", "difference");
        difference
                .cost()
                .forEach((line, change) -> cost.row(
                        line,
                        Figures.pounds(change.before()),
                        Figures.pounds(change.after()),
                        AnswerText.signed(change.difference())));
        cost.print(out);
        Long listed = difference.listedChange();
        long paid = difference.changeAfter();
        if (listed != null && listed != paid) {
            out.println("changes.csv of the second plan adds up to " + Figures.pounds(listed) + " for changes, not "
                    + Figures.pounds(paid) + ": it tells of another day, or of changes from another plan.");
        }
        if (!difference.people().isEmpty()) {
            out.println();
            out.println("People");
            difference.people().stream().limit(people).forEach(change -> out.println("  " + line(change)));
            int more = difference.people().size() - people;
            if (more > 0) {
                out.println("  ... and " + Figures.count(more) + " more; --people shows more of them");
            }
        }
    }

    private static void counts(String title, Map<String, Counts> counts, PrintWriter out) {
        if (counts.isEmpty()) {
            return;
        }
        out.println();
        out.println(title);
        TextTable table = new TextTable();
        table.row("", "same", "other session", "moved", "added", "dropped", "people");
        counts.forEach((name, count) -> table.row(
                name,
                Figures.count(count.same()),
                Figures.count(count.otherPlace()),
                Figures.count(count.moved()),
                Figures.count(count.added()),
                Figures.count(count.dropped()),
                Figures.count(count.people())));
        table.print(out);
    }

    private static String line(BookingChange change) {
        return change.staffId() + " " + change.moduleId() + " of " + change.teamId() + ": "
                + change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + place(change.before())
                + " -> " + place(change.after());
    }

    private static String place(@Nullable Place place) {
        return place == null
                ? "nothing"
                : place.date() + " " + String.join(" and ", place.slotIds())
                        + (place.sessionId() == null ? "" : " " + place.sessionId());
    }
}
