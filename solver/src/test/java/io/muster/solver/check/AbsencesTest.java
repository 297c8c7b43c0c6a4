package io.muster.solver.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Absences against a second-by-second count. */
class AbsencesTest {

    @Property(seed = "20250407", tries = 500)
    void agreeWithCountingEverySecond(
            @ForAll @Size(max = 6) List<@IntRange(max = 39) Integer> starts,
            @ForAll @IntRange(min = 1, max = 9) int length,
            @ForAll @IntRange(max = 45) int from,
            @ForAll @IntRange(min = 1, max = 12) int duration) {
        List<Span> spans = new ArrayList<>();
        boolean[] away = new boolean[100];
        for (int i = 0; i < starts.size(); i++) {
            int start = starts.get(i);
            int end = start + length + i;
            spans.add(new Span(start, end));
            for (int second = start; second < end; second++) {
                away[second] = true;
            }
        }
        int counted = 0;
        for (int second = from; second < from + duration; second++) {
            counted += away[second] ? 1 : 0;
        }
        Absences absences = new Absences(spans);
        Span asked = new Span(from, from + duration);

        assertThat(absences.overlaps(asked)).isEqualTo(counted > 0);
        assertThat(absences.cover(asked)).isEqualTo(counted == duration);
    }
}
