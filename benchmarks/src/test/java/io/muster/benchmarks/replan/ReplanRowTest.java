package io.muster.benchmarks.replan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Several re-plans after the same kind of disruption in one row. */
class ReplanRowTest {

    private static ReplanRun run(int millis, int moved, int notHit, int overBound) {
        return new ReplanRun(millis, 2.0 * millis, 10, moved, moved, notHit, -1, overBound, 500, 0);
    }

    @Test
    void tellsMediansAndOfWhatMustBeSmallTheMost() {
        ReplanRow row = ReplanRow.of("kind", List.of(run(300, 5, 0, 2), run(100, 7, 4, 0), run(200, 1, 1, 0)));

        assertThat(row).isEqualTo(new ReplanRow("kind", 3, 200, 300, 400, 600, 10, 5, 5, 4, -1, 2, 500, 0));
    }
}
