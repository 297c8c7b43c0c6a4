package io.muster.solver.simulate;

import static io.muster.solver.support.Fixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Percentiles by nearest rank. */
class FinishDatesTest {

    private static SeasonWeek week(String... bcus) {
        TreeMap<String, Progress> progress = new TreeMap<>();
        Arrays.stream(bcus).forEach(bcu -> progress.put(bcu, new Progress(10, 10)));
        return new SeasonWeek(
                MONDAY, progress, 0, 0, Map.of(), 0, 0, 0, 0, 0, 0, new TreeMap<>(), 0, 0, 0, 0, Map.of());
    }

    /** Seasons that finish so many days after the first Monday; null: never. */
    private static List<Season> seasons(@Nullable Integer... days) {
        List<Season> seasons = new ArrayList<>();
        for (Integer day : days) {
            LocalDate finished = day == null ? null : MONDAY.plusDays(day);
            TreeMap<String, LocalDate> byBcu = new TreeMap<>();
            if (finished != null) {
                byBcu.put("B1", finished);
            }
            seasons.add(new Season(
                    seasons.size() + 1, List.of(week("B1", "B2")), finished, byBcu, List.of(), 0, List.of()));
        }
        return seasons;
    }

    @Test
    void ofTenSeasonsTheFifthAndTheEighthCount() {
        FinishDates dates = FinishDates.of(seasons(90, 10, 20, 80, 30, 40, 70, 50, 60, 0));

        assertThat(dates).isEqualTo(new FinishDates(10, 10, MONDAY.plusDays(40), MONDAY.plusDays(70)));
    }

    @Test
    void ofThreeSeasonsTheSecondAndTheThirdCount() {
        // 50% of 3 are 1.5, so the second; 80% are 2.4, so the third.
        assertThat(FinishDates.of(seasons(30, 10, 20)))
                .isEqualTo(new FinishDates(3, 3, MONDAY.plusDays(20), MONDAY.plusDays(30)));
    }

    @Test
    void theOnlySeasonIsBoth() {
        assertThat(FinishDates.of(seasons(5))).isEqualTo(new FinishDates(1, 1, MONDAY.plusDays(5), MONDAY.plusDays(5)));
    }

    @Test
    void seasonsThatDoNotFinishComeLast() {
        assertThat(FinishDates.of(seasons(10, null, 20, null, 30)))
                .isEqualTo(new FinishDates(5, 3, MONDAY.plusDays(30), null));
        assertThat(FinishDates.of(seasons(10, 20, 30, 40, null)))
                .isEqualTo(new FinishDates(5, 4, MONDAY.plusDays(30), MONDAY.plusDays(40)));
    }

    @Test
    void aBcuThatNeverFinishesIsListed() {
        assertThat(FinishDates.byBcu(seasons(10, 20)))
                .containsExactly(
                        Map.entry("B1", new FinishDates(2, 2, MONDAY.plusDays(10), MONDAY.plusDays(20))),
                        Map.entry("B2", new FinishDates(2, 0, null, null)));
    }
}
