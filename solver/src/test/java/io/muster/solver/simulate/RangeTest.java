package io.muster.solver.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.muster.data.sample.SeededRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RangeTest {

    private final SeededRandom random = SeededRandom.of(1, "range");

    @Test
    void drawsEveryWholeNumberOfTheRangeAndNoOther() {
        TreeSet<Integer> drawn = new TreeSet<>();
        IntStream.range(0, 200).forEach(i -> drawn.add(new Range(0, 2).drawWhole(random)));

        assertThat(drawn).containsExactly(0, 1, 2);
    }

    @Test
    void wholeCountIsAlwaysTheSame() {
        assertThat(IntStream.range(0, 100).map(i -> Range.exactly(70).drawCount(random, 1)))
                .containsOnly(70);
    }

    @Test
    void scaledCountIsOneOfItsNeighboursAndRightInTheMean() {
        // 70 a week of 23,000 people are 3.04 a week of 1,000.
        int[] counts = IntStream.range(0, 10_000)
                .map(i -> Range.exactly(70).drawCount(random, 1000.0 / 23_000))
                .toArray();

        assertThat(counts).containsOnly(3, 4);
        assertThat(IntStream.of(counts).average().orElseThrow()).isBetween(3.03, 3.06);
    }

    @Test
    void refusesWhatDoesNotRunUp() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(2, 1)).withMessageContaining("2.0 to 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(Double.NaN, 1));
    }
}
