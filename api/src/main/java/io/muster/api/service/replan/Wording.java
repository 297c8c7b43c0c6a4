package io.muster.api.service.replan;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Disruption.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells disruptions, changes and steps in words. */
final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<Kind, Map<String, String>> names = new HashMap<>();
    private final Map<String, String> teams = new HashMap<>();

    /** For a data set. */
    Wording(DataSet dataSet) {
        Map<String, String> venues = new HashMap<>();
        dataSet.venues().forEach(venue -> venues.put(venue.id(), venue.name()));
        Map<String, String> rooms = new HashMap<>();
        dataSet.rooms()
                .forEach(room ->
                        rooms.put(room.id(), room.id() + ", " + venues.getOrDefault(room.venueId(), room.venueId())));
        Map<String, String> modules = new HashMap<>();
        dataSet.modules().forEach(module -> modules.put(module.id(), module.name()));
        dataSet.teams().forEach(team -> teams.put(team.id(), team.name()));
        names.put(Kind.VENUE_CLOSED, venues);
        names.put(Kind.ROOM_CLOSED, rooms);
        names.put(Kind.ROOM_CAPACITY, rooms);
        names.put(Kind.MODULE_RELEASE, modules);
        names.put(Kind.TEAM_CAP, teams);
    }

    /**
     * A disruption in words.
     *
     * @param row the disruption
     * @param title what happened
     * @param subject what it happened to
     * @param when when; empty: the kind has no dates
     * @param detail what else is known of it; empty: nothing
     */
    record Told(DisruptionView row, String title, String subject, String when, String detail) {

        /** {@return all of it in one line} */
        public String line() {
            String tail = (when.isEmpty() ? "" : ", " + when) + (detail.isEmpty() ? "" : ", " + detail);
            return title + ": " + subject + tail;
        }
    }

    /** {@return a disruption in words} */
    Told tell(DisruptionView row) {
        Kind kind = row.kind();
        return new Told(
                row,
                KindGuide.of(kind).title(),
                names.getOrDefault(kind, Map.of()).getOrDefault(row.subject(), row.subject()),
                when(row),
                detail(row));
    }

    private static String when(DisruptionView row) {
        String from = row.from();
        String to = row.to();
        return switch (KindGuide.of(row.kind()).period()) {
            case NONE -> "";
            case START -> from == null ? "" : "from " + moment(from);
            case DAYS, ANY_DAYS, TIMES -> {
                if (from == null) {
                    yield to == null ? "until further notice" : "until " + moment(to);
                }
                yield to == null
                        ? "from " + moment(from)
                        : from.equals(to) ? moment(from) : moment(from) + " to " + moment(to);
            }
        };
    }

    private static String moment(String text) {
        try {
            return text.indexOf('T') < 0 ? DAY.format(LocalDate.parse(text)) : MOMENT.format(LocalDateTime.parse(text));
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    private String detail(DisruptionView row) {
        String value = row.value();
        if (value == null) {
            return "";
        }
        return switch (row.kind()) {
            case TEAM_CAP, DEMAND -> factor(value);
            case ROOM_CAPACITY -> value + " seats";
            case MODULE_RELEASE -> "released " + moment(value);
            case STAFF_MOVED -> "to " + teams.getOrDefault(value, value);
            case NO_SHOW -> "session " + value;
            case TRAINER_ABSENT, ROOM_CLOSED, VENUE_CLOSED, STAFF_ABSENT, STAFF_LEFT, STAFF_JOINED, SESSION_CANCELLED ->
                value;
        };
    }

    private static String factor(String value) {
        BigDecimal factor = new BigDecimal(value);
        return factor.signum() == 0
                ? "nobody can be spared"
                : factor.multiply(HUNDRED).stripTrailingZeros().toPlainString() + "% of the usual ceiling";
    }

    /**
     * Why a booking changed.
     *
     * @param reason its code (docs/REPLAN.md); null: not known
     * @return a few words
     */
    static String why(@Nullable String reason) {
        if (reason == null) {
            return "–";
        }
        return switch (reason) {
            case "TRAINER_ABSENT" -> "Trainer away";
            case "ROOM_CLOSED" -> "Room closed";
            case "VENUE_CLOSED" -> "Venue closed";
            case "ROOM_CAPACITY" -> "Room holds fewer";
            case "TEAM_CAP" -> "Team can spare fewer";
            case "DEMAND" -> "Needed for operations";
            case "STAFF_ABSENT" -> "Away";
            case "STAFF_LEFT" -> "Leaves";
            case "STAFF_JOINED" -> "Joined";
            case "STAFF_MOVED" -> "Changes team";
            case "MODULE_RELEASE" -> "Module not released yet";
            case "SESSION_CANCELLED" -> "Session cancelled";
            case "NO_SHOW" -> "Did not attend";
            case "DEPENDS_ON_MOVED" -> "An earlier module moved";
            case "COHORT_MOVED" -> "Cohort moved";
            case "RULE_BROKEN" -> "Too many for a rule together";
            case "MADE_ROOM" -> "Makes room for somebody else";
            case "CHEAPER" -> "Makes the plan cheaper";
            case "OUT_OF_SCOPE" -> "No longer required";
            case "NEW_REQUIREMENT" -> "Newly required";
            case "CATCH_UP" -> "Catch-up booking";
            default -> reason;
        };
    }

    /**
     * What a re-plan is at.
     *
     * @param phase the phase of its job; empty: it has not begun
     * @return a few words
     */
    static String phase(String phase) {
        return switch (phase) {
            case "" -> "Waiting to start";
            case "load" -> "Reading the data";
            case "read plan" -> "Reading the published plan";
            case "scope" -> "Deciding who needs what";
            case "find broken" -> "Finding what is broken";
            case "repair" -> "Repairing the plan";
            case "audit" -> "Checking every rule";
            case "bounds" -> "Working out how good it could be";
            case "write" -> "Storing the option";
            default -> phase;
        };
    }

    /**
     * A notice band in words.
     *
     * @param least least days of the band
     * @param next least days of the next longer band; null: it is the longest
     * @return such as {@code 15 to 27 days}
     */
    static String band(int least, @Nullable Integer next) {
        if (next == null) {
            return least + " days or more";
        }
        return least == 0 ? "Less than " + next + " days" : least + " to " + (next - 1) + " days";
    }
}
