package io.muster.data.sample;

import io.muster.data.model.Programme;
import io.muster.data.model.Programme.Abstraction;
import io.muster.data.model.Programme.Budget;
import io.muster.data.model.Programme.ChangeBand;
import io.muster.data.model.Programme.Limits;
import io.muster.data.model.Programme.Notice;
import io.muster.data.model.Programme.Prices;
import io.muster.data.model.Programme.Slot;
import io.muster.data.model.Programme.Target;
import io.muster.data.model.Programme.Travel;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * What differs between the programmes' {@code programme.json}; slots, notice, travel and prices are those of DATASET
 * section 1 in all of them.
 *
 * @param programme which programme
 * @param firstDay first day of training
 * @param lastDay last day of training
 * @param asOf the day of planning, at least the notice of a new booking before {@code firstDay}
 * @param weekdays training weekdays
 * @param completionPct completion aimed at, per cent
 * @param completeBy day by which it is aimed at
 * @param ceilingPct default ceiling, per cent
 * @param minimumStrengthPct default minimum strength, per cent
 * @param budget money by financial year
 */
record ProgrammeFrame(
        SampleProgramme programme,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate asOf,
        Set<DayOfWeek> weekdays,
        String completionPct,
        LocalDate completeBy,
        String ceilingPct,
        String minimumStrengthPct,
        List<Budget> budget) {

    /** Monday to Friday. */
    static final Set<DayOfWeek> WORKING_WEEK =
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    private static final List<Slot> SLOTS = List.of(
            new Slot("AM", LocalTime.of(9, 0), LocalTime.of(12, 30)),
            new Slot("PM", LocalTime.of(13, 30), LocalTime.of(17, 0)));

    private static final Prices PRICES = new Prices(
            40,
            100,
            60,
            6_000,
            25_000,
            500,
            20_000,
            1_000,
            new BigDecimal("40"),
            200,
            50,
            1_000,
            List.of(new ChangeBand(28, 1), new ChangeBand(15, 3), new ChangeBand(8, 10), new ChangeBand(0, 30)));

    Programme toProgramme() {
        return new Programme(
                "1",
                programme.id(),
                programme.title(),
                ZoneId.of("Europe/London"),
                firstDay,
                lastDay,
                asOf,
                weekdays,
                SLOTS,
                new Notice(28, 15),
                new Target(new BigDecimal(completionPct), completeBy, new BigDecimal("85")),
                budget,
                new Limits(new BigDecimal("11"), 2, 90, false),
                new Travel(new BigDecimal("15"), new BigDecimal("3.0")),
                new Abstraction(new BigDecimal(ceilingPct), new BigDecimal(minimumStrengthPct)),
                PRICES);
    }
}
