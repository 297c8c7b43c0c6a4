package io.muster.solver.simulate;

import static io.muster.solver.support.Fixtures.MONDAY;
import static io.muster.solver.support.Fixtures.TUESDAY;
import static io.muster.solver.support.Fixtures.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FinishLineTest {

    private final FinishLine line = new FinishLine(new BigDecimal("95"));

    @Test
    void theDayOnWhichTheTargetIsReachedExactly() {
        line.week(MONDAY, 20, 17, new TreeMap<>(Map.of(TUESDAY, 1, WEDNESDAY, 1)));

        assertThat(line.finished()).isEqualTo(WEDNESDAY);
    }

    @Test
    void oneShortIsNotReached() {
        line.week(MONDAY, 20, 17, new TreeMap<>(Map.of(TUESDAY, 1)));

        assertThat(line.finished()).isNull();
    }

    @Test
    void theMondayWhenRequirementsHaveGone() {
        line.week(MONDAY.minusWeeks(1), 20, 18, new TreeMap<>());
        line.week(MONDAY, 18, 18, new TreeMap<>());

        assertThat(line.finished()).isEqualTo(MONDAY);
    }

    @Test
    void theFirstDayStaysThoughRequirementsComeLater() {
        line.week(MONDAY, 20, 0, new TreeMap<>(Map.of(TUESDAY, 20)));
        line.week(MONDAY.plusWeeks(1), 40, 20, new TreeMap<>(Map.of(WEDNESDAY.plusWeeks(1), 20)));

        assertThat(line.finished()).isEqualTo(TUESDAY);
    }

    @Test
    void nothingToDoIsNotReached() {
        line.week(MONDAY, 0, 0, new TreeMap<>());

        assertThat(line.finished()).isNull();
    }
}
