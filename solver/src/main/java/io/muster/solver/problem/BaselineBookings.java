package io.muster.solver.problem;

import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The counting bookings of the published plan that a re-plan starts from, by requirement, and what changing them costs
 * (DATASET.md section 4, line {@code change}). Without a published plan no requirement has one.
 */
public final class BaselineBookings {

    private static final int NOT_BOOKED = -1;

    /** First training day that is not past: 0 without a published plan. Sessions before it stay as they are. */
    public final int firstFree;
    /** Place of each requirement's baseline booking; -1: none, or it has no place, see {@link SessionPlaces}. */
    public final int[] sessionAt;
    /** Training day of each requirement's baseline booking; -1: none, or not on a training day. */
    public final int[] dayAt;
    /** Slots, as bits, of each requirement's baseline booking; 0: none. */
    public final int[] maskAt;
    /** Whether each requirement has a baseline booking. */
    public final boolean[] isBooked;
    /** Whether a disruption broke it. */
    public final boolean[] isBroken;
    /** Whether it may not be kept. */
    public final boolean[] isVoided;
    /** Whether it is dated before the day of the re-plan and kept: it breaks no rule. */
    public final boolean[] isPast;
    /** Whether it has to stay (H18): past, or inside the frozen period and not broken. */
    public final boolean[] isFrozen;
    /** Whether it is never to be moved: frozen, or pinned by hand and not broken. */
    public final boolean[] isPinned;
    /** Baseline bookings that have to go, having no requirement any more. */
    public final List<Dropped> dropped;

    private final boolean present;
    private final int[] epochDay;
    private final long[] penceOfDropping;
    private final long[] penceAtDay;
    private final int[] epochOfDay;

    BaselineBookings(
            DataSet dataSet,
            PublishedPlan published,
            Calendar calendar,
            Requirements requirements,
            SessionPlaces places,
            Keys keys) {
        Programme programme = dataSet.programme();
        LocalDate asOf = programme.asOf();
        present = published != PublishedPlan.NONE;
        firstFree = present ? calendar.firstOnOrAfter(asOf) : 0;
        epochOfDay = calendar.epochDay;
        int count = requirements.count;
        sessionAt = filled(count);
        dayAt = filled(count);
        maskAt = new int[count];
        isBooked = new boolean[count];
        isBroken = new boolean[count];
        isVoided = new boolean[count];
        isPast = new boolean[count];
        isFrozen = new boolean[count];
        isPinned = new boolean[count];
        epochDay = new int[count];
        penceOfDropping = new long[count];
        penceAtDay = new long[calendar.days];
        for (int d = 0; d < calendar.days; d++) {
            penceAtDay[d] = published.dearness() * price(programme, calendar.dateOf[d]);
        }
        LocalDate thaw = asOf.plusDays(programme.notice().frozenDays());
        List<Dropped> gone = new ArrayList<>();
        boolean[] broken = keys.requirements(published.broken(), requirements);
        boolean[] voided = keys.requirements(published.voided(), requirements);
        boolean[] pinned = keys.requirements(published.pinned(), requirements);
        for (Booking booking : published.bookings()) {
            if (!booking.counts()) {
                continue;
            }
            int r = keys.requirement(BookingKey.of(booking), requirements);
            if (r < 0) {
                gone.add(new Dropped(booking, published.dearness() * price(programme, booking.date())));
                continue;
            }
            boolean before = booking.date().isBefore(asOf);
            isBooked[r] = true;
            sessionAt[r] = places.of(booking);
            dayAt[r] = calendar.indexOf(booking.date());
            maskAt[r] = keys.mask(booking.slotIds());
            epochDay[r] = Math.toIntExact(booking.date().toEpochDay());
            penceOfDropping[r] =
                    dayAt[r] < 0 ? published.dearness() * price(programme, booking.date()) : penceAtDay[dayAt[r]];
            isVoided[r] = voided[r];
            isPast[r] = before && !voided[r];
            isBroken[r] = broken[r] && !isPast[r];
            isFrozen[r] = isPast[r] || (booking.date().isBefore(thaw) && !isBroken[r] && !voided[r]);
            isPinned[r] = isFrozen[r] || (pinned[r] && !isBroken[r] && !voided[r]);
        }
        dropped = List.copyOf(gone);
    }

    /**
     * A baseline booking that has to go.
     *
     * @param booking the booking
     * @param pence what that costs (cost line change)
     */
    public record Dropped(Booking booking, long pence) {}

    private static int[] filled(int count) {
        int[] none = new int[count];
        Arrays.fill(none, NOT_BOOKED);
        return none;
    }

    /** Price of a change whose earlier date this is. */
    private static long price(Programme programme, LocalDate earlier) {
        return Notice.ofChange(programme, earlier, null).pence();
    }

    /** {@return whether this is a re-plan} */
    public boolean isPresent() {
        return present;
    }

    /** {@return whether a requirement's baseline booking is on a day and on these slots, as bits} */
    public boolean isSame(int requirement, int day, int mask) {
        return maskAt[requirement] == mask && dayAt[requirement] == day;
    }

    /**
     * What it costs that a requirement is where it is, pence; 0 without a baseline booking.
     *
     * @param requirement a requirement
     * @param day the training day on which it is booked; -1: unbooked
     * @param mask its slots, as bits; 0: unbooked
     * @return 0 where the baseline booking stays
     */
    public long changePence(int requirement, int day, int mask) {
        if (!isBooked[requirement] || (day >= 0 && isSame(requirement, day, mask))) {
            return 0;
        }
        return day >= 0 && epochOfDay[day] < epochDay[requirement] ? penceAtDay[day] : penceOfDropping[requirement];
    }

    /** {@return days since 1970 of a requirement's baseline booking} */
    public int epochDay(int requirement) {
        return epochDay[requirement];
    }
}
