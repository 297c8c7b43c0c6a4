package io.muster.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ParetoTest {

    @Test
    void dominatesWhereBetterInOneAndWorseInNone() {
        assertThat(Pareto.dominates(List.of(1.0, 2.0), List.of(1.0, 3.0))).isTrue();
    }

    @Test
    void equalsDoNotDominate() {
        assertThat(Pareto.dominates(List.of(1.0, 2.0), List.of(1.0, 2.0))).isFalse();
    }

    @Test
    void doesNotDominateWhereWorseInOne() {
        assertThat(Pareto.dominates(List.of(0.0, 3.0), List.of(1.0, 2.0))).isFalse();
    }

    @Test
    void refusesFiguresOfDifferentKinds() {
        assertThatThrownBy(() -> Pareto.dominates(List.of(1.0), List.of(1.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPointBeatenByAnyIsNotEfficient() {
        List<List<Double>> figures = List.of(List.of(1.0, 5.0), List.of(5.0, 1.0), List.of(5.0, 5.0));

        assertThat(IntStream.range(0, 3).filter(i -> Pareto.isEfficient(figures, i)))
                .containsExactly(0, 1);
    }

    @Property(tries = 200, seed = "1")
    void somethingIsAlwaysEfficient(
            @ForAll @Size(min = 1, max = 8) List<@Size(3) List<@IntRange(max = 4) Integer>> points) {
        List<List<Double>> figures = points.stream()
                .map(point -> point.stream().map(Integer::doubleValue).toList())
                .toList();

        assertThat(IntStream.range(0, figures.size()).anyMatch(i -> Pareto.isEfficient(figures, i)))
                .isTrue();
    }
}
