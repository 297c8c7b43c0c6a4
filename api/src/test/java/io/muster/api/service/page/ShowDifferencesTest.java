package io.muster.api.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ShowDifferencesTest {
    private final Show show = new Show();

    @Test
    void differencesHaveTheirSign() {
        assertThat(show.difference(1_250)).isEqualTo("+£12.50");
        assertThat(show.difference(-300)).isEqualTo("-£3.00");
        assertThat(show.difference(0)).isEqualTo("£0.00");
        assertThat(show.difference(null)).isEqualTo("–");
    }

    @Test
    void timesAwayEndOnTheLastDayOrAtATime() {
        LocalDateTime monday = LocalDateTime.parse("2025-05-12T00:00");

        assertThat(show.away(monday, monday.plusDays(1))).isEqualTo("Mon 12 May 2025");
        assertThat(show.away(monday, monday.plusDays(5))).isEqualTo("Mon 12 May 2025 to Fri 16 May 2025");
        assertThat(show.away(monday.withHour(9), monday.withHour(17))).isEqualTo("Mon 12 May 2025, 09:00 to 17:00");
        assertThat(show.away(monday.withHour(9), monday.plusDays(1).withHour(17)))
                .isEqualTo("Mon 12 May 2025, 09:00 to Tue 13 May 2025, 17:00");
    }
}
