package io.muster.solver.check;

import io.muster.data.model.Programme;
import io.muster.data.model.Programme.ChangeBand;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Notice, band and price of one change (DATASET.md section 4, line {@code change}).
 *
 * @param noticeDays days from the day of the re-plan to the earlier of old and new date; 0 for a past date
 * @param bandMinDays least days of the band, the one with the most days that the notice reaches; 0 below every band
 * @param pence price times the band's factor; 0 below every band
 */
record ChangePrice(int noticeDays, int bandMinDays, long pence) {

    /** {@return the price of a change from one date to another} */
    static ChangePrice of(Programme programme, LocalDate oldDate, @Nullable LocalDate newDate) {
        LocalDate earlier = newDate != null && newDate.isBefore(oldDate) ? newDate : oldDate;
        int notice = (int) Math.max(0, earlier.toEpochDay() - programme.asOf().toEpochDay());
        return programme.prices().changeBands().stream()
                .filter(band -> band.minDays() <= notice)
                .max(Comparator.comparingInt(ChangeBand::minDays))
                .map(band -> new ChangePrice(
                        notice, band.minDays(), programme.prices().change() * band.factor()))
                .orElse(new ChangePrice(notice, 0, 0));
    }
}
