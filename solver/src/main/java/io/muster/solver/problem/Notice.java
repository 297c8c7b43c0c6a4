package io.muster.solver.problem;

import io.muster.data.model.Programme;
import io.muster.data.model.Programme.ChangeBand;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The notice of a change and what it costs (DATASET.md section 4, line {@code change}).
 *
 * @param days days from the day of the re-plan to the earlier of old and new date, at least 0
 * @param band least days of the band, the one with the most days that the notice reaches; 0 below every band
 * @param pence price times the band's factor; 0 below every band
 */
public record Notice(int days, int band, long pence) {

    /**
     * The notice of a booking that moves or is dropped.
     *
     * @param programme its prices, bands and day of the re-plan
     * @param oldDate the date it had
     * @param newDate the date it gets; null: none
     * @return notice, band and price
     */
    public static Notice ofChange(Programme programme, LocalDate oldDate, @Nullable LocalDate newDate) {
        LocalDate earlier = newDate != null && newDate.isBefore(oldDate) ? newDate : oldDate;
        long days = Math.max(0, earlier.toEpochDay() - programme.asOf().toEpochDay());
        return programme.prices().changeBands().stream()
                .filter(band -> band.minDays() <= days)
                .max(Comparator.comparingInt(ChangeBand::minDays))
                .map(band -> new Notice(
                        (int) days, band.minDays(), programme.prices().change() * band.factor()))
                .orElse(new Notice((int) days, 0, 0));
    }

    /**
     * The notice of a booking that is made anew: it costs nothing.
     *
     * @param programme its bands and day of the re-plan
     * @param date its date
     * @return notice and band
     */
    public static Notice ofBooking(Programme programme, LocalDate date) {
        Notice notice = ofChange(programme, date, date);
        return new Notice(notice.days(), notice.band(), 0);
    }
}
