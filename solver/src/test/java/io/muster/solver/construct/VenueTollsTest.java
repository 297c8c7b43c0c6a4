package io.muster.solver.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.solver.problem.Problem;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import org.junit.jupiter.api.Test;

/** A venue's toll rises while more want its seats than its rooms at that toll hold. */
class VenueTollsTest {

    /** A room of 20 seats at 5000 pence a slot, and 20,000 pence of trainers a slot: 2500 a head and day. */
    private static final long CHEAPEST = 2_500;

    private static final long DEAR = 10_000;

    private final DataSetBuilder data = Fixtures.dataSet()
            .venue("V2", 51.5, -0.12)
            .room("R2", room -> {
                room.venue = "V2";
                room.pencePerSlot = 80_000;
            });

    private long[] tolls() {
        DataSet built = data.build();
        return VenueTolls.of(Problem.of(built, Plans.everythingForAll(built)));
    }

    private void staff(int people) {
        for (int p = 0; p < people; p++) {
            data.staff("P" + p);
        }
    }

    @Test
    void wherePlentyIsFreeTheTollIsWhatTheCheapestRoomCosts() {
        staff(10);

        assertThat(tolls()).containsExactly(CHEAPEST, DEAR);
    }

    @Test
    void whereMoreWantTheCheapRoomItsTollRisesTowardsTheDearOne() {
        data.room(Fixtures.ROOM, room -> room.to = Fixtures.MONDAY);
        staff(200);

        long[] tolls = tolls();

        assertThat(tolls[0]).isBetween(DEAR - 500, DEAR);
        assertThat(tolls[1]).isEqualTo(DEAR);
    }

    @Test
    void whereThereAreNotEnoughSeatsAtAllNoTollRisesAboveTheDearestRoom() {
        data.room(Fixtures.ROOM, room -> room.to = Fixtures.MONDAY);
        data.room("R2", room -> room.to = Fixtures.MONDAY);
        staff(200);

        assertThat(tolls()).containsExactly(DEAR, DEAR);
    }

    @Test
    void aVenueWithoutARoomAsksNothing() {
        data.venue("V3", 51.5, -0.12);
        staff(10);

        assertThat(tolls()[2]).isZero();
    }
}
