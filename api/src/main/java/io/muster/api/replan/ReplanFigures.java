package io.muster.api.replan;

import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import io.muster.solver.replan.Replan;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a re-plan changes for people.
 *
 * @param moved bookings that moved to another date or slots
 * @param dropped bookings that are gone
 * @param added bookings that the published plan does not have
 * @param people people with a booking that moved or is gone
 * @param peopleNotHit those of them whom no disruption had hit
 * @param byReason moved, dropped and added bookings by reason
 * @param byBand moved and dropped bookings by the least days of their notice band, the longest notice first
 * @param newPlace people who are to be told of another room or venue only
 * @param trainers trainers whose sessions change
 * @param changePence price of all changes
 * @param lastDate date of the last booking; null: there is none
 */
public record ReplanFigures(
        int moved,
        int dropped,
        int added,
        int people,
        int peopleNotHit,
        SortedMap<String, Integer> byReason,
        SortedMap<Integer, Integer> byBand,
        int newPlace,
        int trainers,
        long changePence,
        @Nullable LocalDate lastDate) {

    /** Copies the maps. */
    public ReplanFigures {
        byReason = Collections.unmodifiableSortedMap(new TreeMap<>(byReason));
        byBand = Collections.unmodifiableSortedMap(new TreeMap<>(byBand));
    }

    /**
     * Counts a re-plan.
     *
     * @param baseline the published plan
     * @param replan the plan that takes its place
     * @param broken keys of the baseline bookings that the disruptions broke
     * @return the figures
     */
    static ReplanFigures of(Plan baseline, Replan replan, Set<BookingKey> broken) {
        int moved = 0;
        int dropped = 0;
        int added = 0;
        long pence = 0;
        Set<String> people = new HashSet<>();
        Set<String> hit = new HashSet<>();
        SortedMap<String, Integer> byReason = new TreeMap<>();
        SortedMap<Integer, Integer> byBand = new TreeMap<>(Comparator.reverseOrder());
        broken.forEach(key -> hit.add(key.staffId()));
        for (Change change : replan.changes()) {
            byReason.merge(change.reason(), 1, Integer::sum);
            pence += change.pence();
            if (change.oldDate() == null) {
                added++;
                continue;
            }
            moved += change.newDate() == null ? 0 : 1;
            dropped += change.newDate() == null ? 1 : 0;
            byBand.merge(change.noticeBand(), 1, Integer::sum);
            people.add(change.staffId());
        }
        int notHit = (int) people.stream().filter(id -> !hit.contains(id)).count();
        return new ReplanFigures(
                moved,
                dropped,
                added,
                people.size(),
                notHit,
                byReason,
                byBand,
                newPlace(baseline, replan, people),
                trainers(baseline.sessions(), replan.sessions()),
                pence,
                replan.bookings().stream()
                        .filter(Booking::counts)
                        .map(Booking::date)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static int newPlace(Plan baseline, Replan replan, Set<String> peopleMoved) {
        Map<String, String> oldRoom = rooms(baseline.sessions());
        Map<String, String> newRoom = rooms(replan.sessions());
        Map<BookingKey, Booking> before = new HashMap<>();
        baseline.bookings().stream().filter(Booking::counts).forEach(b -> before.put(BookingKey.of(b), b));
        Set<String> told = new HashSet<>();
        for (Booking now : replan.bookings()) {
            Booking old = before.get(BookingKey.of(now));
            if (old != null
                    && now.counts()
                    && old.date().equals(now.date())
                    && !Objects.equals(roomOf(old, oldRoom), roomOf(now, newRoom))
                    && !peopleMoved.contains(now.staffId())) {
                told.add(now.staffId());
            }
        }
        return told.size();
    }

    private static @Nullable String roomOf(Booking booking, Map<String, String> rooms) {
        return booking.sessionId() == null ? null : rooms.get(booking.sessionId());
    }

    private static Map<String, String> rooms(List<SessionRow> sessions) {
        Map<String, String> rooms = new HashMap<>();
        for (SessionRow session : sessions) {
            if (session.roomId() != null) {
                rooms.put(session.id(), session.roomId());
            }
        }
        return rooms;
    }

    /** Trainers of sessions that run in one plan and not, elsewhere or not with them in the other. */
    private static int trainers(List<SessionRow> before, List<SessionRow> after) {
        Set<String> told = new TreeSet<>(duties(before));
        Set<String> now = duties(after);
        Set<String> both = new HashSet<>(told);
        both.retainAll(now);
        told.addAll(now);
        told.removeAll(both);
        return (int) told.stream()
                .map(duty -> duty.substring(0, duty.indexOf('\n')))
                .distinct()
                .count();
    }

    private static Set<String> duties(List<SessionRow> sessions) {
        Set<String> duties = new HashSet<>();
        for (SessionRow session : sessions) {
            if (session.booked() > 0) {
                session.trainerIds()
                        .forEach(trainer -> duties.add(trainer + "\n" + session.id() + "\n" + session.roomId()));
            }
        }
        return duties;
    }
}
