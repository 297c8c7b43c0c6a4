package io.muster.benchmarks.peer;

import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.cpsolver.coursett.Constants;
import org.cpsolver.coursett.model.Placement;
import org.cpsolver.coursett.model.RoomLocation;
import org.cpsolver.coursett.model.TimeLocation;
import org.cpsolver.studentsct.model.SctAssignment;
import org.cpsolver.studentsct.model.Section;
import org.cpsolver.studentsct.model.Subpart;

/**
 * A session as a section. Two sections overlap for a student not only in time: everything that keeps one person from
 * taking both of two sessions is an overlap (H03, H07, H09, H11).
 */
final class UniTimeSection extends Section {

    /** UniTime's unit of time. */
    private static final int SLOT_MINUTES = 5;

    private final Offer offer;

    UniTimeSection(Offer offer, int limit, Subpart subpart) {
        super(offer.session(), limit, offer.toString(), subpart, placement(offer), List.of(), null);
        this.offer = offer;
    }

    private static Placement placement(Offer offer) {
        var calendar = offer.problem().calendar;
        int start = calendar.slotStart[Integer.numberOfTrailingZeros(offer.mask())];
        int end = calendar.slotEnd[31 - Integer.numberOfLeadingZeros(offer.mask())];
        var date = calendar.dateOf[offer.day()];
        BitSet dates = new BitSet();
        dates.set(Math.toIntExact(ChronoUnit.DAYS.between(calendar.dateOf[0], date)));
        TimeLocation time = new TimeLocation(
                Constants.DAY_CODES[date.getDayOfWeek().getValue() - 1],
                start / SLOT_MINUTES,
                (end - start) / SLOT_MINUTES,
                0,
                0,
                (long) offer.day(),
                date.toString(),
                dates,
                0);
        return new Placement(null, time, List.<RoomLocation>of());
    }

    Offer offer() {
        return offer;
    }

    @Override
    public boolean isOverlapping(SctAssignment assignment) {
        if (!(assignment instanceof UniTimeSection section)) {
            return super.isOverlapping(assignment);
        }
        Offer other = section.offer;
        return offer.isAtOddsWith(other)
                || (offer.asksFor(other.module()) && !offer.follows(other))
                || (other.asksFor(offer.module()) && !other.follows(offer));
    }

    @Override
    public boolean isOverlapping(Set<? extends SctAssignment> assignments) {
        for (SctAssignment assignment : assignments) {
            if (isOverlapping(assignment)) {
                return true;
            }
        }
        return false;
    }
}
