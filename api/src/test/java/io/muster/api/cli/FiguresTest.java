package io.muster.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void writesPenceAsPounds() {
        assertThat(Figures.pounds(123_456_705)).isEqualTo("£1,234,567.05");
        assertThat(Figures.pounds(0)).isEqualTo("£0.00");
        assertThat(Figures.pounds(-5)).isEqualTo("-£0.05");
    }

    @Test
    void neverRoundsUpToAll() {
        assertThat(Figures.percent(114_999, 115_000)).isEqualTo("99.99%");
        assertThat(Figures.percent(115_000, 115_000)).isEqualTo("100.00%");
    }

    @Test
    void countsNothingAsAllOfNothing() {
        assertThat(Figures.percent(0, 0)).isEqualTo("100.00%");
    }
}
