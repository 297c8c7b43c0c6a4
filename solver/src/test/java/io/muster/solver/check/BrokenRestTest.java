package io.muster.solver.check;

import static io.muster.solver.support.Fixtures.AM;
import static io.muster.solver.support.Fixtures.MODULE;
import static io.muster.solver.support.Fixtures.MONDAY;
import static io.muster.solver.support.Fixtures.PATTERN;
import static io.muster.solver.support.Fixtures.PM;
import static io.muster.solver.support.Fixtures.TRAINER;
import static io.muster.solver.support.Fixtures.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope.Kind;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Plan;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Bookings whose rest holds only while a broken booking replaces the duty of the day beside theirs. Duties are late ones,
 * 14:00 to 23:30, so that 9 1/2 hours are left before 09:00, unless training that ends at 17:00 takes the duty's place.
 */
class BrokenRestTest {

    private final DataSetBuilder data = Fixtures.dataSet()
            .programme(programme -> programme.asOf = MONDAY)
            .pattern(PATTERN, MONDAY, "14:00-23:30")
            .module("M2", module -> {})
            .trainer(TRAINER, trainer -> trainer.modules = List.of(MODULE, "M2"))
            .staff("P1");

    private Set<BookingKey> broken() {
        DataSet disrupted = data.build();
        Plan plan = Fixtures.plan(disrupted)
                .session("S1", MONDAY, PM)
                .session("S2", "M2", TUESDAY, AM, Fixtures.ROOM, TRAINER)
                .book("S1", "P1")
                .book("S2", "P1")
                .build();
        return BrokenBookings.find(disrupted, plan.scope(), plan, Set.of(), Set.of());
    }

    @Test
    void nothingIsBrokenWithoutADisruption() {
        assertThat(broken()).isEmpty();
    }

    @Test
    void theNextMorningIsBrokenWithTheAfternoonThatAFreezeBreaks() {
        data.demand(Kind.ALL, "", MONDAY, MONDAY, "0");

        assertThat(broken()).containsExactly(new BookingKey("P1", MODULE), new BookingKey("P1", "M2"));
    }

    @Test
    void theNextMorningStaysWhereTheDutyOfTheDayIsAwayTooByAnAbsence() {
        data.absence("P1", MONDAY + "T00:00", TUESDAY + "T00:00");

        assertThat(broken()).containsExactly(new BookingKey("P1", MODULE));
    }
}
