package io.muster.solver.check;

import io.muster.data.plan.Booking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The counting bookings of a baseline by key; without a baseline there are none. */
final class BaselineIndex {

    private final boolean present;
    private final LocalDate asOf;
    private final Map<StaffModule, List<Booking>> bookings = new LinkedHashMap<>();
    private final Set<StaffModule> broken = new HashSet<>();

    BaselineIndex(@Nullable Baseline baseline, LocalDate asOf) {
        this.present = baseline != null;
        this.asOf = asOf;
        if (baseline != null) {
            for (Booking booking : baseline.bookings()) {
                if (booking.counts()) {
                    bookings.computeIfAbsent(keyOf(booking), key -> new ArrayList<>())
                            .add(booking);
                }
            }
            baseline.broken().forEach(key -> broken.add(new StaffModule(key.staffId(), key.moduleId())));
        }
    }

    /** {@return whether this is a re-plan} */
    boolean isPresent() {
        return present;
    }

    /** {@return every counting booking of the baseline} */
    List<Booking> all() {
        return bookings.values().stream().flatMap(List::stream).toList();
    }

    /** {@return the counting bookings of a staff member and module} */
    List<Booking> of(StaffModule key) {
        return bookings.getOrDefault(key, List.of());
    }

    boolean isBroken(StaffModule key) {
        return broken.contains(key);
    }

    /** {@return whether the baseline has the same booking} */
    boolean has(Booking booking) {
        return present && of(keyOf(booking)).stream().anyMatch(old -> isSame(old, booking));
    }

    /** {@return whether the booking is one of the baseline dated before the day of the re-plan} */
    boolean isPast(Booking booking) {
        return present && booking.date().isBefore(asOf) && has(booking);
    }

    /** {@return whether staff member, module, date and slots of two bookings are equal} */
    static boolean isSame(Booking one, Booking other) {
        return one.staffId().equals(other.staffId())
                && one.moduleId().equals(other.moduleId())
                && one.date().equals(other.date())
                && one.slotIds().equals(other.slotIds());
    }

    static StaffModule keyOf(Booking booking) {
        return new StaffModule(booking.staffId(), booking.moduleId());
    }
}
