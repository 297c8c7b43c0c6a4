package io.muster.api.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShowTest {
    private final Show show = new Show();

    @Test
    void differencesHaveTheirSignAndNothingHasNone() {
        assertThat(show.change(23_000)).isEqualTo("+23,000");
        assertThat(show.change(-5)).isEqualTo("−5");
        assertThat(show.change(0)).isEqualTo("0");
        assertThat(show.change(null)).isEqualTo("–");
        assertThat(show.poundsChange(123_400L)).isEqualTo("+£1,234");
        assertThat(show.poundsChange(-123_400L)).isEqualTo("−£1,234");
    }
}
