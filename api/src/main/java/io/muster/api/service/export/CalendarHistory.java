package io.muster.api.service.export;

import io.muster.api.service.export.CalendarEvent.Entry;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.Venue;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each publication of a data set changed in each calendar. Sequence numbers and cancellations follow from it alone, so
 * that they are the same whenever, and by whichever instance, a calendar is asked for. Safe to use by several threads.
 */
final class CalendarHistory {
    private final String dataSetId;
    private final Map<CalendarOwner, Map<String, List<Version>>> calendars = new HashMap<>();
    private int last;

    /**
     * No publication yet.
     *
     * @param dataSetId the data set, part of every event's uid
     */
    CalendarHistory(String dataSetId) {
        this.dataSetId = dataSetId;
    }

    /** An event since a publication; an entry of null: it was gone then. */
    private record Version(
            int publication, Instant told, @Nullable Entry entry) {}

    /** {@return number of the last publication taken in; 0: none} */
    synchronized int last() {
        return last;
    }

    /**
     * Takes in the next publication.
     *
     * @param number its number, above the last one's
     * @param told when it came out
     * @param dataSet the plan's data set
     * @param plan the plan
     */
    synchronized void add(int number, Instant told, DataSet dataSet, Plan plan) {
        if (number <= last) {
            throw new IllegalArgumentException("Publication " + number + " comes after " + last + ".");
        }
        Map<CalendarOwner, Map<String, Entry>> now = entries(dataSet, plan);
        now.forEach((owner, entries) -> {
            Map<String, List<Version>> known = calendars.computeIfAbsent(owner, key -> new LinkedHashMap<>());
            entries.forEach((uid, entry) -> {
                List<Version> versions = known.computeIfAbsent(uid, key -> new ArrayList<>(1));
                if (versions.isEmpty() || !entry.equals(lastOf(versions).entry())) {
                    versions.add(new Version(number, told, entry));
                }
            });
        });
        calendars.forEach((owner, known) -> {
            Map<String, Entry> entries = now.getOrDefault(owner, Map.of());
            known.forEach((uid, versions) -> {
                if (!entries.containsKey(uid) && lastOf(versions).entry() != null) {
                    versions.add(new Version(number, told, null));
                }
            });
        });
        last = number;
    }

    /**
     * A calendar as a publication left it.
     *
     * @param owner whose
     * @param publication number of the publication; later ones are left out
     * @return its events and those that were cancelled, in time order
     */
    synchronized List<CalendarEvent> events(CalendarOwner owner, int publication) {
        Map<String, CalendarEvent> events = new TreeMap<>();
        calendars.getOrDefault(owner, Map.of()).forEach((uid, versions) -> {
            Entry shown = null;
            Version current = null;
            for (Version version : versions) {
                if (version.publication() <= publication) {
                    current = version;
                    shown = version.entry() == null ? shown : version.entry();
                }
            }
            if (current != null && shown != null) {
                events.put(
                        shown.date() + " " + shown.start() + " " + uid,
                        new CalendarEvent(
                                uid, current.publication() - 1, current.told(), shown, current.entry() == null));
            }
        });
        return List.copyOf(events.values());
    }

    /**
     * Owners of calendars that are not empty.
     *
     * @param kind which
     * @return their ids, sorted
     */
    synchronized Set<String> owners(CalendarOwner.Kind kind) {
        return calendars.keySet().stream()
                .filter(owner -> owner.kind() == kind)
                .map(CalendarOwner::id)
                .collect(Collectors.toCollection(() -> new TreeSet<>(CodePointOrder.COMPARATOR)));
    }

    private static Version lastOf(List<Version> versions) {
        return versions.get(versions.size() - 1);
    }

    private Map<CalendarOwner, Map<String, Entry>> entries(DataSet dataSet, Plan plan) {
        Entries entries = new Entries(dataSet);
        Map<CalendarOwner, Map<String, Entry>> result = new HashMap<>();
        Map<String, SessionRow> sessions = new HashMap<>();
        plan.sessions().forEach(session -> sessions.put(session.id(), session));
        for (Booking booking : current(plan.bookings())) {
            SessionRow session = booking.sessionId() == null ? null : sessions.get(booking.sessionId());
            result.computeIfAbsent(
                            new CalendarOwner(CalendarOwner.Kind.PERSON, booking.staffId()), owner -> new HashMap<>(8))
                    .put(uid("person", booking.staffId(), booking.moduleId()), entries.ofBooking(booking, session));
        }
        for (SessionRow session : plan.sessions()) {
            if (session.status() == SessionRow.Status.CANCELLED) {
                continue;
            }
            Entry entry = entries.ofSession(session);
            for (String trainer : session.trainerIds()) {
                result.computeIfAbsent(new CalendarOwner(CalendarOwner.Kind.TRAINER, trainer), owner -> new HashMap<>())
                        .put(uid("trainer", trainer, session.id()), entry);
            }
            if (session.roomId() != null) {
                result.computeIfAbsent(
                                new CalendarOwner(CalendarOwner.Kind.ROOM, session.roomId()), owner -> new HashMap<>())
                        .put(uid("room", session.roomId(), session.id()), entry);
            }
        }
        return result;
    }

    /** One booking for each person and module: the one that counts, or else one that was missed. */
    private static Collection<Booking> current(List<Booking> bookings) {
        Map<BookingKey, Booking> current = new HashMap<>();
        for (Booking booking : bookings) {
            if (booking.counts()) {
                current.put(BookingKey.of(booking), booking);
            } else if (booking.status() == Booking.Status.NO_SHOW) {
                current.putIfAbsent(BookingKey.of(booking), booking);
            }
        }
        return current.values();
    }

    private String uid(String kind, String owner, String what) {
        return String.join("/", kind, part(dataSetId), part(owner), part(what)) + "@muster";
    }

    private static String part(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** Makes entries; equal ones of a session are one object. */
    private static final class Entries {
        private final Map<String, Programme.Slot> slots;
        private final Map<String, TrainingModule> modules;
        private final Map<String, Venue> venues;
        private final Map<String, Entry> ofSessions = new HashMap<>();

        Entries(DataSet dataSet) {
            slots = dataSet.programme().slots().stream().collect(Collectors.toMap(Programme.Slot::id, slot -> slot));
            modules = dataSet.modules().stream().collect(Collectors.toMap(TrainingModule::id, module -> module));
            venues = dataSet.venues().stream().collect(Collectors.toMap(Venue::id, venue -> venue));
        }

        Entry ofSession(SessionRow session) {
            return ofSessions.computeIfAbsent(session.id(), id -> {
                Venue venue = session.venueId() == null ? null : venues.get(session.venueId());
                String room = session.roomId() == null ? "" : session.roomId();
                return entry(
                        session.moduleId(),
                        session.date(),
                        session.slotIds(),
                        venue == null ? room : venue.name() + ", " + room,
                        "Session " + session.id());
            });
        }

        Entry ofBooking(Booking booking, @Nullable SessionRow session) {
            return session != null
                    ? ofSession(session)
                    : entry(
                            booking.moduleId(),
                            booking.date(),
                            booking.slotIds(),
                            "",
                            "Protected learning time for digital training");
        }

        private Entry entry(
                String moduleId, LocalDate date, List<String> slotIds, String location, String description) {
            TrainingModule module = modules.get(moduleId);
            return new Entry(
                    date,
                    slot(slotIds.get(0)).start(),
                    slot(slotIds.get(slotIds.size() - 1)).end(),
                    module == null ? moduleId : module.name(),
                    location,
                    description);
        }

        private Programme.Slot slot(String id) {
            Programme.Slot slot = slots.get(id);
            if (slot == null) {
                throw new IllegalStateException("Slot " + id + " is unknown. Maybe the plan is of another data set.");
            }
            return slot;
        }
    }
}
