package io.muster.api.service.replan;

import io.muster.api.service.live.LivePlan;
import io.muster.api.service.replan.Message.Recipient;
import io.muster.data.model.Programme;
import io.muster.data.model.StaffMember;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.Venue;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.SessionRow;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what everybody must be told of a re-plan. The same plans give the same texts. */
final class Messages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private final LivePlan before;
    private final LivePlan after;
    private final Map<String, List<String>> linesByStaff = new TreeMap<>();
    private final List<Message> messages = new ArrayList<>();

    private Messages(LivePlan before, LivePlan after) {
        this.before = before;
        this.after = after;
    }

    /**
     * {@return a text for each who must be told, by kind of recipient and id}
     *
     * @param before the published plan
     * @param after the option that is to take its place
     */
    static List<Message> of(LivePlan before, LivePlan after) {
        Messages messages = new Messages(before, after);
        messages.collect();
        messages.officers();
        messages.managers();
        messages.desks();
        int sessions = messages.trainers();
        messages.venues();
        messages.learning(sessions);
        return List.copyOf(messages.messages);
    }

    // ---- People ----------------------------------------------------------------------------------------------------

    private void collect() {
        for (Change change : after.plan().changes()) {
            add(change.staffId(), line(change));
        }
        Map<BookingKey, Booking> old = new HashMap<>();
        for (Booking booking : before.plan().bookings()) {
            if (booking.counts()) {
                old.put(BookingKey.of(booking), booking);
            }
        }
        for (Booking now : after.plan().bookings()) {
            Booking then = old.get(BookingKey.of(now));
            if (then != null
                    && now.counts()
                    && then.date().equals(now.date())
                    && then.slotIds().equals(now.slotIds())
                    && !Objects.equals(place(before, then.sessionId()), place(after, now.sessionId()))) {
                add(
                        now.staffId(),
                        module(now.moduleId()) + " on " + when(now.date(), now.slotIds()) + " keeps its time and is now"
                                + place(after, now.sessionId()) + ", not" + place(before, then.sessionId()) + ".");
            }
        }
    }

    private void add(String staffId, String line) {
        linesByStaff.computeIfAbsent(staffId, id -> new ArrayList<>()).add(line);
    }

    private String line(Change change) {
        Booking then = booking(before, change, change.oldDate());
        Booking now = booking(after, change, change.newDate());
        String module = module(change.moduleId());
        if (then == null && now != null) {
            return module + " is booked on " + at(after, now) + ".";
        }
        if (then == null) {
            return module + ": your booking has changed.";
        }
        String why = why(change.reason());
        if (now == null) {
            return module + " on " + at(before, then) + " is cancelled: " + why
                    + ". A new date will follow if you still need it.";
        }
        return module + " on " + at(before, then) + " moves to " + at(after, now) + ": " + why + ".";
    }

    private static @Nullable Booking booking(LivePlan plan, Change change, @Nullable LocalDate date) {
        return date == null
                ? null
                : plan.bookingsByStaff().getOrDefault(change.staffId(), List.of()).stream()
                        .filter(booking -> booking.moduleId().equals(change.moduleId())
                                && booking.date().equals(date))
                        .findFirst()
                        .orElse(null);
    }

    private String at(LivePlan plan, Booking booking) {
        return when(booking.date(), booking.slotIds()) + place(plan, booking.sessionId());
    }

    private String when(LocalDate date, List<String> slotIds) {
        List<Programme.Slot> slots = after.dataSet().programme().slots().stream()
                .filter(slot -> slotIds.contains(slot.id()))
                .toList();
        return DAY.format(date) + ", " + slots.get(0).start() + " to "
                + slots.get(slots.size() - 1).end();
    }

    private static String place(LivePlan plan, @Nullable String sessionId) {
        SessionRow session = sessionId == null ? null : plan.sessionById().get(sessionId);
        if (session == null) {
            return " at your own place of work";
        }
        if (session.roomId() == null) {
            return " online";
        }
        return " at " + venue(plan, session.venueId()) + ", room " + session.roomId();
    }

    private static String venue(LivePlan plan, @Nullable String venueId) {
        Venue venue = venueId == null ? null : plan.venueById().get(venueId);
        return venue == null ? "a venue to be confirmed" : venue.name();
    }

    private String module(String moduleId) {
        TrainingModule module = after.moduleById().get(moduleId);
        return module == null ? moduleId : module.name();
    }

    private static String why(String reason) {
        return switch (reason) {
            case "TRAINER_ABSENT" -> "a trainer is not available";
            case "ROOM_CLOSED", "VENUE_CLOSED" -> "the room cannot be used";
            case "ROOM_CAPACITY" -> "the room holds fewer people";
            case "TEAM_CAP", "DEMAND" -> "your team is needed for operations on that day";
            case "STAFF_ABSENT" -> "you are not available then";
            case "STAFF_LEFT", "OUT_OF_SCOPE" -> "you no longer need it";
            case "STAFF_MOVED" -> "you change teams";
            case "MODULE_RELEASE" -> "the module is not released yet";
            case "SESSION_CANCELLED" -> "the session is cancelled";
            case "NO_SHOW" -> "you did not attend";
            case "DEPENDS_ON_MOVED" -> "a module that comes before it has moved";
            case "COHORT_MOVED" -> "your cohort has moved";
            case "MADE_ROOM" -> "somebody who has no other choice needs the place";
            case "CHEAPER" -> "the plan as a whole gets better";
            default -> "something it depends on has changed";
        };
    }

    private void officers() {
        linesByStaff.forEach((staffId, lines) -> messages.add(new Message(
                Recipient.OFFICER,
                staffId,
                bcuOf(staffId),
                lines.size(),
                "Your training bookings have changed",
                "Your training bookings have changed.\n" + String.join("\n", lines)
                        + "\nIf you cannot attend, tell your line manager today.")));
    }

    private String teamOf(String staffId) {
        StaffMember person = after.staffById().get(staffId);
        return person == null ? "" : person.teamId();
    }

    private String bcuOf(String staffId) {
        StaffMember person = after.staffById().get(staffId);
        return person == null ? "" : after.bcuOf(person);
    }

    private void managers() {
        Map<String, List<String>> people = new TreeMap<>();
        linesByStaff
                .keySet()
                .forEach(id -> people.computeIfAbsent(teamOf(id), team -> new ArrayList<>())
                        .add(id));
        people.forEach((teamId, ids) -> messages.add(new Message(
                Recipient.LINE_MANAGER,
                teamId,
                bcuOf(ids.get(0)),
                ids.size(),
                "Training of " + ids.size() + " of your people has changed",
                ids.stream()
                        .map(id -> id + ":\n  " + String.join("\n  ", linesOf(id)))
                        .collect(Collectors.joining(
                                "\n", "Training bookings of people of team " + teamId + " have changed.\n", "")))));
    }

    private List<String> linesOf(String staffId) {
        return linesByStaff.getOrDefault(staffId, List.of());
    }

    private void desks() {
        Map<String, List<String>> people = new TreeMap<>();
        linesByStaff
                .keySet()
                .forEach(id -> people.computeIfAbsent(bcuOf(id), bcu -> new ArrayList<>())
                        .add(id));
        people.forEach((bcu, ids) -> {
            Map<String, Long> byTeam =
                    ids.stream().collect(Collectors.groupingBy(this::teamOf, TreeMap::new, Collectors.counting()));
            messages.add(new Message(
                    Recipient.BCU_RESOURCING,
                    bcu,
                    bcu,
                    ids.size(),
                    "Training of " + ids.size() + " people of " + bcu + " has changed",
                    byTeam.entrySet().stream()
                            .map(team -> "Team " + team.getKey() + ": " + team.getValue() + " people.")
                            .collect(Collectors.joining(
                                    "\n", "Training bookings have changed; correct the duties of those days.\n", ""))));
        });
    }

    // ---- Sessions --------------------------------------------------------------------------------------------------

    /** Who delivers a session, where and when: what a trainer or venue must know of it. */
    private static Map<String, SessionRow> running(LivePlan plan) {
        Map<String, SessionRow> running = new TreeMap<>();
        for (SessionRow session : plan.plan().sessions()) {
            if (session.booked() > 0 && session.status() != SessionRow.Status.CANCELLED) {
                running.put(session.id(), session);
            }
        }
        return running;
    }

    private int trainers() {
        Map<String, SessionRow> old = running(before);
        Map<String, SessionRow> now = running(after);
        TreeSet<String> ids = new TreeSet<>(old.keySet());
        ids.addAll(now.keySet());
        Map<String, List<String>> lines = new TreeMap<>();
        int changed = 0;
        for (String id : ids) {
            SessionRow then = old.get(id);
            SessionRow next = now.get(id);
            List<String> left = then == null ? List.of() : then.trainerIds();
            List<String> come = next == null ? List.of() : next.trainerIds();
            boolean isMoved = then != null && next != null && !Objects.equals(then.roomId(), next.roomId());
            for (String trainer : left) {
                if (then != null && !come.contains(trainer)) {
                    lines.computeIfAbsent(trainer, t -> new ArrayList<>())
                            .add("You no longer deliver " + told(before, then) + ".");
                }
            }
            for (String trainer : come) {
                if (next != null && (isMoved || !left.contains(trainer))) {
                    lines.computeIfAbsent(trainer, t -> new ArrayList<>())
                            .add((left.contains(trainer) ? "It is now: " : "You deliver ") + told(after, next) + ".");
                }
            }
            changed += isMoved || !left.equals(come) ? 1 : 0;
        }
        lines.forEach((trainer, own) -> messages.add(new Message(
                Recipient.TRAINER,
                trainer,
                "",
                own.size(),
                "Your sessions have changed",
                "Your sessions have changed.\n" + String.join("\n", own))));
        return changed;
    }

    private String told(LivePlan plan, SessionRow session) {
        return module(session.moduleId()) + " (session " + session.id() + ") on "
                + when(session.date(), session.slotIds()) + place(plan, session.id());
    }

    private void venues() {
        Map<String, List<String>> lines = new TreeMap<>();
        Map<String, SessionRow> old = running(before);
        Map<String, SessionRow> now = running(after);
        old.forEach((id, then) -> {
            SessionRow next = now.get(id);
            if (then.venueId() != null && (next == null || !Objects.equals(then.roomId(), next.roomId()))) {
                lines.computeIfAbsent(then.venueId(), v -> new ArrayList<>())
                        .add("Room " + then.roomId() + " is no longer needed on " + when(then.date(), then.slotIds())
                                + " (session " + id + ").");
            }
        });
        now.forEach((id, next) -> {
            SessionRow then = old.get(id);
            if (next.venueId() != null && (then == null || !Objects.equals(then.roomId(), next.roomId()))) {
                lines.computeIfAbsent(next.venueId(), v -> new ArrayList<>())
                        .add("Room " + next.roomId() + " is needed on " + when(next.date(), next.slotIds())
                                + " (session " + id + ", " + next.booked() + " people).");
            }
        });
        lines.forEach((venueId, own) -> messages.add(new Message(
                Recipient.VENUE,
                venueId,
                "",
                own.size(),
                "Changes to our room bookings",
                "Our room bookings at " + venue(after, venueId) + " have changed.\n" + String.join("\n", own))));
    }

    private void learning(int sessions) {
        if (messages.isEmpty()) {
            return;
        }
        int changes = after.plan().changes().size();
        messages.add(new Message(
                Recipient.LEARNING,
                "",
                "",
                changes,
                "The training plan has changed",
                "The training plan has changed: " + changes + " bookings of " + linesByStaff.size()
                        + " people, and rooms or"
                        + " trainers of " + sessions + " sessions. Tell the people, trainers and venues that the other"
                        + " messages are for."));
    }
}
