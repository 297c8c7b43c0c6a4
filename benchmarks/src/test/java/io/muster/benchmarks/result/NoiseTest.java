package io.muster.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoiseTest {

    /** By hand: variances 100 and 100 of 3 each, standard error sqrt(200/3) = 8.165, 4 degrees of freedom, t = 4.604. */
    @Test
    void isWelchsTest() {
        Spread before = Spread.of(90, 100, 110);
        Spread now = Spread.of(190, 200, 210);

        assertThat(Noise.tolerance(before, now, 0)).isCloseTo(37.59, within(0.01));
    }

    @Test
    void isNeverUnderTheFloor() {
        assertThat(Noise.tolerance(Spread.of(5, 5, 5), Spread.of(5, 5, 5), 3)).isEqualTo(3);
    }

    @Test
    void ofSingleSeedsIsAWiderFloor() {
        assertThat(Noise.tolerance(Spread.of(5), Spread.of(7), 3)).isEqualTo(12);
    }

    @Test
    void ofASingleSeedAgainstManyTakesTheSpreadOfTheMany() {
        double tolerance = Noise.tolerance(Spread.of(100), Spread.of(90, 100, 110), 0);

        assertThat(tolerance).isGreaterThan(10);
    }
}
