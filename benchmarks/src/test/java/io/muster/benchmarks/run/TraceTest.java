package io.muster.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.benchmarks.contender.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest {

    @Test
    void nearFinalIsTheFirstWithinOnePercentOfTheLastAndItsCoverage() {
        List<Sample> samples = List.of(
                new Sample(1, 50, 90_000),
                new Sample(2, 10, 130_000),
                new Sample(3, 10, 101_500),
                new Sample(4, 10, 100_900),
                new Sample(5, 10, 100_000));

        assertThat(Trace.nearFinal(samples).seconds()).isEqualTo(4);
    }

    @Test
    void firstFullIsTheFirstWithAlmostTheLastCoverage() {
        Trace trace = new Trace(() -> 0);
        trace.add(new Sample(1, 900, 10_000));
        trace.add(new Sample(2, 15, 130_000));
        trace.add(new Sample(3, 10, 100_000));

        assertThat(Trace.firstFull(trace.points(), 1_000).sample().seconds()).isEqualTo(2);
        assertThat(Trace.firstFull(trace.points(), 100).sample().seconds()).isEqualTo(3);
    }

    @Test
    void keepsTheProcessorTimeOfEachSample() {
        double[] cpu = {0};
        Trace trace = new Trace(() -> cpu[0] += 1.5);
        trace.add(new Sample(1, 0, 2));
        trace.add(new Sample(2, 0, 1));

        assertThat(trace.points()).extracting(Trace.Point::cpuSeconds).containsExactly(1.5, 3.0);
    }

    @Test
    void thinningKeepsFirstAndLastAndOrder() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            samples.add(new Sample(i / 5.0, 0, 1_000_000 - i));
        }

        List<Sample> thinned = Trace.thinned(samples);

        assertThat(thinned).hasSizeBetween(100, 210).isSubsetOf(samples);
        assertThat(thinned.get(0)).isEqualTo(samples.get(0));
        assertThat(thinned.get(thinned.size() - 1)).isEqualTo(samples.get(2_999));
        assertThat(thinned).isSortedAccordingTo((a, b) -> Double.compare(a.seconds(), b.seconds()));
    }

    @Test
    void thinningLeavesAShortTraceAlone() {
        List<Sample> samples = List.of(new Sample(1, 0, 2), new Sample(2, 0, 1));

        assertThat(Trace.thinned(samples)).isEqualTo(samples);
    }
}
