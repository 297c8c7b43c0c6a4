package io.muster.solver.replan;

import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Transfer;
import io.muster.data.plan.Booking;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.SessionRow;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the disruption that broke a baseline booking, by subject, scope and date; of several the first by id. */
final class Causes {

    private final List<Disruption> disruptions;
    private final Map<String, SessionRow> sessionById = new HashMap<>();
    private final Map<String, StaffMember> staffById = new HashMap<>();
    private final Map<String, Team> teamById = new HashMap<>();
    private final Map<String, List<Transfer>> transfersOf = new HashMap<>();

    /**
     * The causes there may be.
     *
     * @param dataSet the data set with the disruptions applied
     * @param disruptions what happened
     * @param sessions sessions of the published plan
     */
    Causes(DataSet dataSet, List<Disruption> disruptions, List<SessionRow> sessions) {
        this.disruptions = new ArrayList<>(disruptions);
        this.disruptions.sort(Comparator.comparing(Disruption::id, CodePointOrder.COMPARATOR));
        sessions.forEach(session -> sessionById.put(session.id(), session));
        dataSet.staff().forEach(person -> staffById.put(person.id(), person));
        dataSet.teams().forEach(team -> teamById.put(team.id(), team));
        dataSet.transfers()
                .forEach(transfer -> transfersOf
                        .computeIfAbsent(transfer.staffId(), id -> new ArrayList<>())
                        .add(transfer));
    }

    /** {@return the first disruption that hit a baseline booking; null: none did by itself} */
    @Nullable
    Disruption of(Booking booking) {
        for (Disruption disruption : disruptions) {
            if (hits(disruption, booking)) {
                return disruption;
            }
        }
        return null;
    }

    /** {@return the disruption by which somebody joined; null: there is none} */
    @Nullable
    Disruption ofJoining(String staffId) {
        for (Disruption disruption : disruptions) {
            if (disruption.kind() == Disruption.Kind.STAFF_JOINED
                    && disruption.subject().equals(staffId)) {
                return disruption;
            }
        }
        return null;
    }

    /** {@return the only disruption there is; null: there are several, or none} */
    @Nullable
    Disruption only() {
        return disruptions.size() == 1 ? disruptions.get(0) : null;
    }

    private boolean hits(Disruption disruption, Booking booking) {
        SessionRow session = booking.sessionId() == null ? null : sessionById.get(booking.sessionId());
        String subject = disruption.subject();
        boolean isStaff = subject.equals(booking.staffId());
        return switch (disruption.kind()) {
            case TRAINER_ABSENT ->
                session != null && session.trainerIds().contains(subject) && covers(disruption, booking.date());
            case ROOM_CLOSED, ROOM_CAPACITY ->
                session != null && subject.equals(session.roomId()) && covers(disruption, booking.date());
            case VENUE_CLOSED ->
                session != null && subject.equals(session.venueId()) && covers(disruption, booking.date());
            case TEAM_CAP -> subject.equals(teamOf(booking)) && covers(disruption, booking.date());
            case DEMAND -> {
                Team team = teamById.get(teamOf(booking));
                DemandScope scope = DemandScope.parse(subject);
                yield team != null && scope != null && scope.covers(team) && covers(disruption, booking.date());
            }
            case STAFF_ABSENT -> isStaff && overlaps(disruption, booking.date());
            case STAFF_LEFT, STAFF_MOVED -> isStaff && covers(disruption, booking.date());
            case STAFF_JOINED -> false;
            case MODULE_RELEASE ->
                subject.equals(booking.moduleId())
                        && disruption.value() != null
                        && booking.date().isBefore(LocalDate.parse(disruption.value()));
            case SESSION_CANCELLED -> subject.equals(booking.sessionId());
            case NO_SHOW -> isStaff && Objects.equals(disruption.value(), booking.sessionId());
        };
    }

    private @Nullable String teamOf(Booking booking) {
        StaffMember person = staffById.get(booking.staffId());
        String team = person == null ? null : person.teamId();
        LocalDate since = LocalDate.MIN;
        for (Transfer transfer : transfersOf.getOrDefault(booking.staffId(), List.of())) {
            if (!transfer.from().isAfter(booking.date()) && !transfer.from().isBefore(since)) {
                team = transfer.teamId();
                since = transfer.from();
            }
        }
        return team;
    }

    /** Whether a disruption's inclusive dates cover one; an end that is not given is open. */
    private static boolean covers(Disruption disruption, LocalDate date) {
        String from = disruption.from();
        String to = disruption.to();
        return (from == null || !date.isBefore(dateOf(from))) && (to == null || !date.isAfter(dateOf(to)));
    }

    /** Whether a disruption's date-times touch a date or the day before or after it: a rest may be too short (H07). */
    private static boolean overlaps(Disruption disruption, LocalDate date) {
        String from = disruption.from();
        String to = disruption.to();
        return (from == null || date.plusDays(1).atTime(23, 59).isAfter(timeOf(from)))
                && (to == null || date.minusDays(1).atStartOfDay().isBefore(timeOf(to)));
    }

    private static LocalDate dateOf(String text) {
        return timeOf(text).toLocalDate();
    }

    private static LocalDateTime timeOf(String text) {
        return text.indexOf('T') < 0 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
    }
}
