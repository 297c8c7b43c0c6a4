package io.muster.solver.check;

import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The counting bookings of a baseline by cell; without a baseline there are none. */
final class BaselineIndex {

    private final boolean present;
    private final long asOf;
    private final Set<BookingKey> broken;
    private final Set<BookingKey> voided;
    private final Set<String> cancelledSessions;
    private final List<Old> all = new ArrayList<>();
    private final List<List<Booking>> byCell;

    /**
     * A counting booking of the baseline.
     *
     * @param booking the booking
     * @param cell number of its staff member and module, or {@link CellFinder#UNKNOWN}
     */
    record Old(Booking booking, int cell) {

        BookingKey key() {
            return BookingKey.of(booking);
        }
    }

    BaselineIndex(DataIndex index, @Nullable Baseline baseline) {
        this.present = baseline != null;
        this.asOf = index.programme().asOf().toEpochDay();
        this.broken = baseline == null ? Set.of() : baseline.broken();
        this.voided = baseline == null ? Set.of() : baseline.voided();
        this.cancelledSessions = baseline == null ? Set.of() : baseline.cancelledSessions();
        this.byCell =
                baseline == null ? List.of() : new ArrayList<>(Collections.nCopies(index.cells(), List.<Booking>of()));
        if (baseline != null) {
            CellFinder finder = index.finder();
            for (Booking booking : baseline.bookings()) {
                if (booking.counts()) {
                    add(new Old(booking, finder.cellOf(booking.staffId(), booking.moduleId())));
                }
            }
        }
    }

    private void add(Old old) {
        all.add(old);
        if (old.cell() != CellFinder.UNKNOWN) {
            byCell.set(old.cell(), PlanIndex.with(byCell.get(old.cell()), old.booking()));
        }
    }

    /** {@return whether this is a re-plan} */
    boolean isPresent() {
        return present;
    }

    /** {@return every counting booking of the baseline} */
    List<Old> all() {
        return all;
    }

    /** {@return ids of sessions that may not run again} */
    Set<String> cancelledSessions() {
        return cancelledSessions;
    }

    boolean isBroken(BookingKey key) {
        return broken.contains(key) || isVoided(key);
    }

    /** {@return whether the booking may not be kept} */
    boolean isVoided(BookingKey key) {
        return voided.contains(key);
    }

    /** {@return whether the baseline has the same booking} */
    boolean has(Booking booking, int cell) {
        if (present) {
            for (Booking old : byCell.get(cell)) {
                if (isSame(old, booking)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@return whether the booking is one of the baseline dated before the day of the re-plan, and not voided} */
    boolean isPast(Booking booking, int cell, long day) {
        return present && day < asOf && has(booking, cell) && !isVoided(BookingKey.of(booking));
    }

    /** {@return whether date and slots of two bookings of one cell are equal} */
    static boolean isSame(Booking one, Booking other) {
        return one.date().equals(other.date()) && one.slotIds().equals(other.slotIds());
    }
}
