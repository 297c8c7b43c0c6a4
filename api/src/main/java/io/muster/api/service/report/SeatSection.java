package io.muster.api.service.report;

import io.muster.api.service.report.OversightReport.AttendanceGroup;
import io.muster.api.service.report.OversightReport.Dimension;
import io.muster.api.service.report.OversightReport.OccupancyGroup;
import io.muster.data.plan.Booking;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.SessionRow;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of bookings, and how full sessions are. */
final class SeatSection {
    private SeatSection() {}

    /** {@return all bookings, then those of each BCU and module} */
    static List<AttendanceGroup> attendance(PlanFacts facts) {
        Map<Dimension, Map<String, int[]>> sums = new TreeMap<>();
        counts(sums, Dimension.ALL, "", 3);
        for (Booking booking : facts.bookings()) {
            if (booking.status() == Booking.Status.CANCELLED) {
                continue;
            }
            for (int[] counts : List.of(
                    counts(sums, Dimension.ALL, "", 3),
                    counts(sums, Dimension.BCU, facts.bcuOf(booking.staffId()), 3),
                    counts(sums, Dimension.MODULE, booking.moduleId(), 3))) {
                counts[0]++;
                counts[1] += booking.status() == Booking.Status.ATTENDED ? 1 : 0;
                counts[2] += booking.status() == Booking.Status.NO_SHOW ? 1 : 0;
            }
        }
        List<AttendanceGroup> groups = new ArrayList<>();
        sums.forEach((dimension, byName) -> byName.forEach((name, counts) -> groups.add(new AttendanceGroup(
                dimension,
                name,
                counts[0],
                counts[1],
                counts[2],
                counts[0] - counts[1] - counts[2],
                Percent.orNull(counts[2], (long) counts[1] + counts[2])))));
        return groups;
    }

    /** {@return all sessions that run, then those of each module and week} */
    static List<OccupancyGroup> occupancy(PlanFacts facts) {
        Map<String, int[]> bySession = new HashMap<>();
        for (Booking booking : facts.bookings()) {
            if (booking.sessionId() != null && booking.status() != Booking.Status.CANCELLED) {
                int[] counts = bySession.computeIfAbsent(booking.sessionId(), id -> new int[2]);
                counts[0]++;
                counts[1] += booking.status() == Booking.Status.ATTENDED ? 1 : 0;
            }
        }
        Map<Dimension, Map<String, int[]>> sums = new TreeMap<>();
        counts(sums, Dimension.ALL, "", 4);
        for (SessionRow session : facts.paidSessions()) {
            int[] booked = bySession.getOrDefault(session.id(), new int[2]);
            String week = session.date()
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .toString();
            for (int[] counts : List.of(
                    counts(sums, Dimension.ALL, "", 4),
                    counts(sums, Dimension.MODULE, session.moduleId(), 4),
                    counts(sums, Dimension.WEEK, week, 4))) {
                counts[0]++;
                counts[1] += session.capacity();
                counts[2] += booked[0];
                counts[3] += booked[1];
            }
        }
        List<OccupancyGroup> groups = new ArrayList<>();
        sums.forEach((dimension, byName) -> byName.forEach((name, counts) -> groups.add(new OccupancyGroup(
                dimension, name, counts[0], counts[1], counts[2], counts[3], Percent.orNull(counts[2], counts[1])))));
        return groups;
    }

    private static int[] counts(
            Map<Dimension, Map<String, int[]>> sums, Dimension dimension, String name, int columns) {
        return sums.computeIfAbsent(dimension, key -> new TreeMap<>(CodePointOrder.COMPARATOR))
                .computeIfAbsent(name, key -> new int[columns]);
    }
}
