package io.muster.api.service.replan;

import io.muster.data.plan.Disruption.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of disruption is called, and what its form asks for: nothing that the kind does not need (docs/DATASET.md
 * section 5).
 *
 * @param kind the kind
 * @param group the heading it stands below
 * @param title what happened, a few words
 * @param sentence what Muster makes of it
 * @param subject what is picked as its subject
 * @param subjectLabel label of that field
 * @param period which dates are asked for
 * @param value what else is asked for; null: nothing
 */
record KindGuide(
        Kind kind,
        String group,
        String title,
        String sentence,
        Picker subject,
        String subjectLabel,
        Period period,
        @Nullable Value value) {
    private static final Map<Kind, KindGuide> BY_KIND = all();

    /** Things of a programme or a plan that are picked, not typed. */
    enum Picker {
        /** A venue. */
        VENUE,
        /** A room. */
        ROOM,
        /** A trainer. */
        TRAINER,
        /** A module. */
        MODULE,
        /** A session of the published plan. */
        SESSION,
        /** A team. */
        TEAM,
        /** Whom operational demand is for: everybody, a BCU, a function or a team. */
        SCOPE,
        /** A staff member. */
        PERSON
    }

    /** Which dates a form asks for. */
    enum Period {
        /** None. */
        NONE,
        /** The day on which it begins. */
        START,
        /** A first and a last day; without a last one it goes on. */
        DAYS,
        /** A first and a last day, each of which may be left out. */
        ANY_DAYS,
        /** Two moments. */
        TIMES
    }

    /**
     * What else a form asks for.
     *
     * @param label label of the field
     * @param help how to fill it in
     * @param type type of the HTML input; empty where something is picked
     * @param picker what is picked; null: it is typed
     */
    record Value(
            String label,
            String help,
            String type,
            @Nullable Picker picker) {}

    /** {@return the guide to a kind} */
    static KindGuide of(Kind kind) {
        return Objects.requireNonNull(BY_KIND.get(kind), () -> "no guide to " + kind);
    }

    /** {@return the guide to each kind} */
    static Map<Kind, KindGuide> byKind() {
        return BY_KIND;
    }

    /** {@return the guides by their groups, in the order in which people look for them} */
    static Map<String, List<KindGuide>> groups() {
        Map<String, List<KindGuide>> groups = new LinkedHashMap<>();
        for (KindGuide guide : guides()) {
            groups.computeIfAbsent(guide.group(), group -> new ArrayList<>()).add(guide);
        }
        return groups;
    }

    private static Map<Kind, KindGuide> all() {
        Map<Kind, KindGuide> all = new EnumMap<>(Kind.class);
        guides().forEach(guide -> all.put(guide.kind(), guide));
        return all;
    }

    private static List<KindGuide> guides() {
        String places = "Places";
        String training = "Training";
        String operations = "Operations";
        String people = "People";
        Value factor = new Value(
                "Share of the usual ceiling that may still train",
                "0 means that nobody may be away for training, 0.5 half as many as usual, 1 as many as usual.",
                "number",
                null);
        return List.of(
                new KindGuide(
                        Kind.VENUE_CLOSED,
                        places,
                        "A venue is closed",
                        "Every session in its rooms on those days needs another room or another day.",
                        Picker.VENUE,
                        "Venue",
                        Period.DAYS,
                        null),
                new KindGuide(
                        Kind.ROOM_CLOSED,
                        places,
                        "A room is closed",
                        "Every session in it on those days needs another room or another day.",
                        Picker.ROOM,
                        "Room",
                        Period.DAYS,
                        null),
                new KindGuide(
                        Kind.ROOM_CAPACITY,
                        places,
                        "A room holds more or fewer people",
                        "Sessions with more people than seats on those days need a larger room, or some move.",
                        Picker.ROOM,
                        "Room",
                        Period.DAYS,
                        new Value("Seats from then on", "A whole number.", "number", null)),
                new KindGuide(
                        Kind.TRAINER_ABSENT,
                        training,
                        "A trainer is away",
                        "Another trainer who is free and accredited takes over, or the sessions move.",
                        Picker.TRAINER,
                        "Trainer",
                        Period.DAYS,
                        null),
                new KindGuide(
                        Kind.SESSION_CANCELLED,
                        training,
                        "A session is cancelled",
                        "Everybody in it is booked into another one.",
                        Picker.SESSION,
                        "Session",
                        Period.NONE,
                        null),
                new KindGuide(
                        Kind.MODULE_RELEASE,
                        training,
                        "A module is released on another day",
                        "Sessions of it before that day move to later.",
                        Picker.MODULE,
                        "Module",
                        Period.NONE,
                        new Value("New release date", "The first day on which it may be taught.", "date", null)),
                new KindGuide(
                        Kind.DEMAND,
                        operations,
                        "Officers are needed for operations",
                        "On those days fewer of them may be away for training than usual, or none.",
                        Picker.SCOPE,
                        "Who is needed",
                        Period.DAYS,
                        factor),
                new KindGuide(
                        Kind.TEAM_CAP,
                        operations,
                        "A team can spare fewer people",
                        "On those days fewer of the team may be away for training than usual, or none.",
                        Picker.TEAM,
                        "Team",
                        Period.DAYS,
                        factor),
                new KindGuide(
                        Kind.STAFF_ABSENT,
                        people,
                        "Somebody is away",
                        "Their bookings in that time move. Say until when, never why.",
                        Picker.PERSON,
                        "Staff member",
                        Period.TIMES,
                        null),
                new KindGuide(
                        Kind.STAFF_MOVED,
                        people,
                        "Somebody changes team",
                        "From that day team, base and shift pattern are those of the new team.",
                        Picker.PERSON,
                        "Staff member",
                        Period.START,
                        new Value("New team", "", "", Picker.TEAM)),
                new KindGuide(
                        Kind.STAFF_LEFT,
                        people,
                        "Somebody leaves",
                        "Bookings from that day on are dropped, and nothing is asked of them any more.",
                        Picker.PERSON,
                        "Staff member",
                        Period.START,
                        null),
                new KindGuide(
                        Kind.STAFF_JOINED,
                        people,
                        "Somebody joins",
                        "They are in the newest data already; the next re-plan books what they need.",
                        Picker.PERSON,
                        "Staff member",
                        Period.ANY_DAYS,
                        null),
                new KindGuide(
                        Kind.NO_SHOW,
                        people,
                        "Somebody did not attend",
                        "They are booked again. Attendance lists record this by themselves.",
                        Picker.PERSON,
                        "Staff member",
                        Period.NONE,
                        new Value("Session that they missed", "", "", Picker.SESSION)));
    }
}
