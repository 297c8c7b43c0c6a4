package io.muster.solver.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.Programme.Slot;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {

    private final DataSetBuilder data = Fixtures.dataSet();

    private Calendar calendar() {
        return Problem.of(data.build(), List.of()).calendar;
    }

    @Test
    void trainingDaysAreOpenTrainingWeekdaysOfTheProgramme() {
        data.programme(p -> p.lastDay = Fixtures.MONDAY.plusDays(8))
                .calendar(Fixtures.WEDNESDAY, "CLOSED")
                .calendar(Fixtures.TUESDAY, "FESTIVAL");
        assertThat(calendar().dateOf)
                .containsExactly(
                        Fixtures.MONDAY,
                        Fixtures.TUESDAY,
                        Fixtures.MONDAY.plusDays(3),
                        Fixtures.FRIDAY,
                        Fixtures.MONDAY.plusDays(7),
                        Fixtures.MONDAY.plusDays(8));
    }

    @Test
    void neighboursAreCalendarDaysThatAreTrainingDays() {
        data.programme(p -> p.lastDay = Fixtures.MONDAY.plusDays(8)).calendar(Fixtures.WEDNESDAY, "CLOSED");
        Calendar calendar = calendar();
        assertThat(calendar.dayBefore).containsExactly(-1, 0, -1, 2, -1, 4);
        assertThat(calendar.dayAfter).containsExactly(1, -1, 3, -1, 5, -1);
    }

    @Test
    void weeksAreIsoWeeksAcrossTheNewYear() {
        // 31 December 2025 is a Wednesday; its week ends on Sunday 4 January 2026.
        data.programme(p -> {
            p.firstDay = LocalDate.of(2025, 12, 31);
            p.lastDay = LocalDate.of(2026, 1, 12);
            p.trainingWeekdays = EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY);
        });
        Calendar calendar = calendar();
        assertThat(calendar.weeks).isEqualTo(3);
        assertThat(calendar.dateOf).extracting(LocalDate::getDayOfMonth).containsExactly(31, 4, 5, 7, 11, 12);
        assertThat(calendar.weekOf).containsExactly(0, 0, 1, 1, 1, 2);
        assertThat(calendar.passedBy).containsExactly(2, 5, 6);
    }

    @Test
    void wholeWeeksCountFromTheFirstDayWhateverItsWeekday() {
        data.programme(p -> {
            p.firstDay = Fixtures.WEDNESDAY;
            p.lastDay = Fixtures.WEDNESDAY.plusDays(14);
            p.trainingWeekdays = EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY);
        });
        assertThat(calendar().wholeWeeks).containsExactly(0, 0, 1, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({
        // From 12:30 or 17:00 to 09:00 or 13:30 of the next day.
        "16, true, true, true, true",
        "16.01, true, true, false, true",
        "20.5, true, true, false, true",
        "20.6, false, true, false, false",
        "25, false, true, false, false",
        "25.01, false, false, false, false"
    })
    void restBetweenBookedDaysIsFromTheLastSlotToTheFirst(
            String hours, boolean amAm, boolean amPm, boolean pmAm, boolean pmPm) {
        data.programme(p -> p.minRestHours = hours);
        assertThat(calendar().restBetween).containsExactly(amAm, amPm, pmAm, pmPm);
    }

    @Test
    void aProgrammeMayHaveOneSlot() {
        data.programme(p -> p.slots = List.of(new Slot("DAY", LocalTime.of(8, 15), LocalTime.of(16, 0))));
        Calendar calendar = calendar();
        assertThat(calendar.slots).isOne();
        assertThat(calendar.slotStart).containsExactly(8 * 60 + 15);
        assertThat(calendar.slotEnd).containsExactly(16 * 60);
        assertThat(calendar.restBetween).containsExactly(true);
    }

    @Test
    void aProgrammeMayHaveNoTrainingDay() {
        data.programme(p -> p.lastDay = p.firstDay).calendar(Fixtures.MONDAY, "CLOSED");
        Calendar calendar = calendar();
        assertThat(calendar.days).isZero();
        assertThat(calendar.weeks).isOne();
        assertThat(calendar.firstOnOrAfter(Fixtures.MONDAY)).isZero();
        assertThat(calendar.lastOnOrBefore(Fixtures.MONDAY)).isEqualTo(-1);
    }

    @Test
    void datesAreFoundBesideTrainingDaysToo() {
        Calendar calendar = calendar();
        LocalDate saturday = Fixtures.FRIDAY.plusDays(1);
        assertThat(calendar.indexOf(Fixtures.FRIDAY)).isEqualTo(4);
        assertThat(calendar.indexOf(saturday)).isEqualTo(-1);
        assertThat(calendar.firstOnOrAfter(Fixtures.FRIDAY)).isEqualTo(4);
        assertThat(calendar.firstOnOrAfter(saturday)).isEqualTo(5);
        assertThat(calendar.lastOnOrBefore(saturday)).isEqualTo(4);
        assertThat(calendar.firstOnOrAfter(Fixtures.LAST_DAY.plusDays(1))).isEqualTo(calendar.days);
        assertThat(calendar.lastOnOrBefore(Fixtures.MONDAY.minusDays(1))).isEqualTo(-1);
    }
}
