package io.muster.solver.check;

import io.muster.data.plan.Change;
import io.muster.solver.support.Fixtures;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Rows of changes.csv at the prices of the fixtures: 1000 pence from 28 days on, then 3000, 10000, 30000. */
final class Changes {

    private Changes() {}

    static Change moved(String staffId, LocalDate from, @Nullable LocalDate to, LocalDate asOf) {
        LocalDate earlier = to != null && to.isBefore(from) ? to : from;
        int notice = (int) Math.max(0, ChronoUnit.DAYS.between(asOf, earlier));
        int band = notice >= 28 ? 28 : notice >= 15 ? 15 : notice >= 8 ? 8 : 0;
        long pence = notice >= 28 ? 1_000 : notice >= 15 ? 3_000 : notice >= 8 ? 10_000 : 30_000;
        return new Change(
                staffId, Fixtures.MODULE, "S1", from, to == null ? null : "S2", to, "TEST", null, notice, band, pence);
    }

    static Change dropped(String staffId, LocalDate from, LocalDate asOf) {
        return moved(staffId, from, null, asOf);
    }
}
