package io.muster.solver.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The absences of one person, joined where they overlap or touch, so that each question is one binary search. */
final class Absences {

    /** No absence at all. */
    static final Absences NONE = new Absences(List.of());

    private final long[] from;
    private final long[] to;

    Absences(List<Span> spans) {
        Span[] sorted = spans.toArray(new Span[0]);
        Arrays.sort(sorted, Comparator.comparingLong(Span::from));
        long[] starts = new long[sorted.length];
        long[] ends = new long[sorted.length];
        int count = 0;
        for (Span span : sorted) {
            if (count > 0 && span.from() <= ends[count - 1]) {
                ends[count - 1] = Math.max(ends[count - 1], span.to());
            } else {
                starts[count] = span.from();
                ends[count++] = span.to();
            }
        }
        this.from = Arrays.copyOf(starts, count);
        this.to = Arrays.copyOf(ends, count);
    }

    /** {@return whether there is none} */
    boolean areNone() {
        return from.length == 0;
    }

    /** {@return whether an absence overlaps the interval} */
    boolean overlaps(Span span) {
        int index = firstEndingAfter(span.from());
        return index < from.length && from[index] < span.to();
    }

    /** {@return whether absences together cover the whole interval} */
    boolean cover(Span span) {
        int index = firstEndingAfter(span.from());
        return index < from.length && from[index] <= span.from() && to[index] >= span.to();
    }

    private int firstEndingAfter(long second) {
        int low = 0;
        int high = to.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (to[middle] > second) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
