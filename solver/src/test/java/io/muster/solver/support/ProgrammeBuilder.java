package io.muster.solver.support;

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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Fields of a programme: the example of DATASET.md section 1, but eight weeks long and without ceilings. */
public final class ProgrammeBuilder {
    public LocalDate firstDay = Fixtures.MONDAY;
    public LocalDate lastDay = Fixtures.LAST_DAY;
    public LocalDate asOf = Fixtures.AS_OF;
    public Set<DayOfWeek> trainingWeekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    public List<Slot> slots = List.of(
            new Slot("AM", LocalTime.of(9, 0), LocalTime.of(12, 30)),
            new Slot("PM", LocalTime.of(13, 30), LocalTime.of(17, 0)));
    public int newBookingDays = 28;
    public int frozenDays = 15;
    public String completionPct = "95";
    public String occupancyPct = "85";
    public List<Budget> budget = List.of();
    public String minRestHours = "11";
    public int maxTrainingDaysPerStaffPerWeek = 2;
    public int maxTravelMinutes = 90;
    public boolean restDayTraining = false;
    public String fixedMinutes = "15";
    public String minutesPerKm = "3.0";
    public String ceilingPct = "100";
    public String minimumStrengthPct = "0";
    public long travelMinute = 40;
    public long longTravelMinute = 100;
    public int targetTravelMinutes = 60;
    public long abstractionDay = 6000;
    public long restDay = 25_000;
    public long emptySeat = 500;
    public long belowMinimumClass = 20_000;
    public long sameTeamOverShare = 1000;
    public String sameTeamSharePct = "40";
    public long priorityWeek = 200;
    public long behindTrajectory = 50;
    public long change = 1000;
    public List<ChangeBand> changeBands =
            List.of(new ChangeBand(28, 1), new ChangeBand(15, 3), new ChangeBand(8, 10), new ChangeBand(0, 30));

    /** {@return the programme} */
    public Programme build() {
        return new Programme(
                "1",
                "test",
                "Test programme",
                ZoneId.of("Europe/London"),
                firstDay,
                lastDay,
                asOf,
                trainingWeekdays,
                slots,
                new Notice(newBookingDays, frozenDays),
                new Target(new BigDecimal(completionPct), lastDay, new BigDecimal(occupancyPct)),
                budget,
                new Limits(
                        new BigDecimal(minRestHours),
                        maxTrainingDaysPerStaffPerWeek,
                        maxTravelMinutes,
                        restDayTraining),
                new Travel(new BigDecimal(fixedMinutes), new BigDecimal(minutesPerKm)),
                new Abstraction(new BigDecimal(ceilingPct), new BigDecimal(minimumStrengthPct)),
                new Prices(
                        travelMinute,
                        longTravelMinute,
                        targetTravelMinutes,
                        abstractionDay,
                        restDay,
                        emptySeat,
                        belowMinimumClass,
                        sameTeamOverShare,
                        new BigDecimal(sameTeamSharePct),
                        priorityWeek,
                        behindTrajectory,
                        change,
                        changeBands));
    }
}
