package io.muster.solver.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares are rounded up, and exact however many digits a percentage has. */
class ShareTest {

    @ParameterizedTest
    @CsvSource({
        "7, 100, 7",
        "15, 20, 3",
        "15, 21, 4",
        "12.5, 8, 1",
        "12.5, 9, 2",
        "0, 40, 0",
        "100, 40, 40",
        "33.33333333333333, 3, 1",
        "33.33333333333334, 3, 2",
        "66.666666666, 150000, 100000",
        "1E+2, 17, 17"
    })
    void aShareIsRoundedUp(BigDecimal percent, int count, int expected) {
        assertThat(new Share(percent).of(count)).isEqualTo(expected);
    }

    @Test
    void anyShareIsThatOfExactDecimals() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal percent = BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), random.nextInt(12))
                    .remainder(BigDecimal.valueOf(200));
            int count = random.nextInt(i % 2 == 0 ? 60 : 1_000_000);

            assertThat(new Share(percent).of(count))
                    .as("%s%% of %d", percent, count)
                    .isEqualTo(percent.multiply(BigDecimal.valueOf(count))
                            .movePointLeft(2)
                            .setScale(0, RoundingMode.CEILING)
                            .intValueExact());
        }
    }
}
