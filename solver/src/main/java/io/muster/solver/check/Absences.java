package io.muster.solver.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The absences of one person, joined where they overlap or touch, so that each question is one binary search. */
final class Absences {

    private final List<Span> joined = new ArrayList<>();

    Absences(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingLong(Span::from));
        for (Span span : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && span.from() <= joined.get(last).to()) {
                Span before = joined.get(last);
                joined.set(last, new Span(before.from(), Math.max(before.to(), span.to())));
            } else {
                joined.add(span);
            }
        }
    }

    /** {@return whether there is none} */
    boolean areNone() {
        return joined.isEmpty();
    }

    /** {@return whether an absence overlaps the interval} */
    boolean overlaps(Span span) {
        int index = firstEndingAfter(span.from());
        return index < joined.size() && joined.get(index).from() < span.to();
    }

    /** {@return whether absences together cover the whole interval} */
    boolean cover(Span span) {
        int index = firstEndingAfter(span.from());
        return index < joined.size()
                && joined.get(index).from() <= span.from()
                && joined.get(index).to() >= span.to();
    }

    private int firstEndingAfter(long second) {
        int low = 0;
        int high = joined.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (joined.get(middle).to() > second) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
