package io.muster.api.service.booking;

import io.muster.api.service.live.Listing;
import io.muster.api.service.live.LivePlan;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Transfer;
import io.muster.data.plan.Booking;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lists of a plan, made once for each plan in memory. */
final class PlanLists {
    private final Map<String, Person> personById;
    private final Listing<Person> people;
    private final Listing<Placed> bookings;
    private final Listing<SessionRow> sessions;
    private final Listing<Open> unbooked;

    private PlanLists(LivePlan live) {
        Map<String, List<String>> bcus = bcus(live);
        Function<Person, List<?>> bcusOf = person ->
                bcus.getOrDefault(person.member().id(), List.of(person.team().bcu()));
        List<Person> everybody = new ArrayList<>();
        personById = new HashMap<>();
        for (StaffMember member : live.dataSet().staff()) {
            Person person = person(live, member);
            everybody.add(person);
            personById.put(member.id(), person);
        }
        people = new Listing<>(
                everybody,
                Map.of(
                        "staffId",
                                Comparator.comparing(person -> person.member().id()),
                        "teamId", Comparator.comparing(person -> person.team().id()),
                        "role", Comparator.comparing(person -> person.member().role()),
                        "rank", Comparator.comparing(person -> person.member().rank()),
                        "priority",
                                Comparator.comparingInt(
                                        person -> person.member().priority()),
                        "required", Comparator.comparingInt(Person::required),
                        "booked", Comparator.comparingInt(Person::booked),
                        "unbooked", Comparator.comparingInt(person -> person.required() - person.booked()),
                        "firstDay", nullsLast(Person::firstDay),
                        "lastDay", nullsLast(Person::lastDay)),
                Map.of(
                        "team", person -> List.of(person.team().id()),
                        "bcu", bcusOf,
                        "function", person -> List.of(person.team().function()),
                        "role", person -> List.of(person.member().role())));
        bookings = bookings(live, bcusOf);
        sessions = sessions(live);
        unbooked = unbooked(live, bcusOf);
    }

    /** {@return the lists of a plan} */
    static PlanLists of(LivePlan live) {
        return live.once(PlanLists.class, PlanLists::new);
    }

    /** All BCUs of those who change team: they are seen by each. */
    private static Map<String, List<String>> bcus(LivePlan live) {
        Map<String, List<String>> bcus = new HashMap<>();
        for (Transfer transfer : live.dataSet().transfers()) {
            StaffMember member = Objects.requireNonNull(live.staffById().get(transfer.staffId()));
            Team team = Objects.requireNonNull(live.teamById().get(transfer.teamId()));
            List<String> own = bcus.computeIfAbsent(member.id(), any -> new ArrayList<>(List.of(live.bcuOf(member))));
            if (!own.contains(team.bcu())) {
                own.add(team.bcu());
            }
        }
        return bcus;
    }

    private static Person person(LivePlan live, StaffMember member) {
        LocalDate last = live.dataSet().programme().lastDay();
        Set<String> required = new HashSet<>();
        for (ScopeDecision row : live.scopeByStaff().getOrDefault(member.id(), List.of())) {
            if (row.isRequirement(last)) {
                required.add(row.moduleId());
            }
        }
        Set<String> booked = new HashSet<>();
        LocalDate from = null;
        LocalDate to = null;
        for (Booking booking : live.bookingsByStaff().getOrDefault(member.id(), List.of())) {
            if (booking.counts()) {
                from = from == null || booking.date().isBefore(from) ? booking.date() : from;
                to = to == null || booking.date().isAfter(to) ? booking.date() : to;
                if (required.contains(booking.moduleId())) {
                    booked.add(booking.moduleId());
                }
            }
        }
        Team team = Objects.requireNonNull(live.teamById().get(member.teamId()));
        return new Person(member, team, required.size(), booked.size(), from, to);
    }

    private Listing<Placed> bookings(LivePlan live, Function<Person, List<?>> bcusOf) {
        List<Placed> rows = new ArrayList<>();
        for (Booking booking : live.plan().bookings()) {
            Person person = personById.get(booking.staffId());
            if (person != null) {
                String session = booking.sessionId();
                rows.add(new Placed(
                        booking,
                        person,
                        session == null ? null : live.sessionById().get(session)));
            }
        }
        return new Listing<>(
                rows,
                Map.of(
                        "staffId", Comparator.comparing(row -> row.booking().staffId()),
                        "teamId",
                                Comparator.comparing(row -> row.person().team().id()),
                        "moduleId", Comparator.comparing(row -> row.booking().moduleId()),
                        "date",
                                Comparator.comparing(
                                                (Placed row) -> row.booking().date())
                                        .thenComparing(row -> live.startOf(
                                                row.booking().date(),
                                                row.booking().slotIds().get(0))),
                        "sessionId", nullsLast(row -> row.booking().sessionId()),
                        "venueId",
                                nullsLast(row -> row.session() == null
                                        ? null
                                        : row.session().venueId()),
                        "status", Comparator.comparing(row -> row.booking().status())),
                Map.of(
                        "staff", row -> List.of(row.booking().staffId()),
                        "team", row -> List.of(row.person().team().id()),
                        "bcu", row -> bcusOf.apply(row.person()),
                        "module", row -> List.of(row.booking().moduleId()),
                        "session", row -> optional(row.booking().sessionId()),
                        "date", row -> List.of(row.booking().date()),
                        "venue",
                                row -> row.session() == null
                                        ? List.of()
                                        : optional(row.session().venueId()),
                        "room",
                                row -> row.session() == null
                                        ? List.of()
                                        : optional(row.session().roomId()),
                        "trainer",
                                row -> row.session() == null
                                        ? List.of()
                                        : row.session().trainerIds(),
                        "status", row -> List.of(row.booking().status())));
    }

    private static Listing<SessionRow> sessions(LivePlan live) {
        return new Listing<>(
                live.plan().sessions(),
                Map.of(
                        "sessionId", Comparator.comparing(SessionRow::id),
                        "date",
                                Comparator.comparing(SessionRow::date)
                                        .thenComparing(row -> live.startOf(
                                                row.date(), row.slotIds().get(0))),
                        "moduleId", Comparator.comparing(SessionRow::moduleId),
                        "venueId", nullsLast(SessionRow::venueId),
                        "roomId", nullsLast(SessionRow::roomId),
                        "booked", Comparator.comparingInt(SessionRow::booked),
                        "freeSeats", Comparator.comparingInt(row -> row.capacity() - row.booked()),
                        "occupancy", Comparator.comparingDouble(PlanLists::occupancy)),
                Map.of(
                        "module", row -> List.of(row.moduleId()),
                        "date", row -> List.of(row.date()),
                        "venue", row -> optional(row.venueId()),
                        "room", row -> optional(row.roomId()),
                        "trainer", SessionRow::trainerIds,
                        "status", row -> List.of(row.status())));
    }

    private Listing<Open> unbooked(LivePlan live, Function<Person, List<?>> bcusOf) {
        List<Open> rows = new ArrayList<>();
        for (Unbooked row : live.plan().unbooked()) {
            Person person = personById.get(row.staffId());
            if (person != null) {
                int priority = live.scopeByStaff().getOrDefault(row.staffId(), List.of()).stream()
                        .filter(decision -> decision.moduleId().equals(row.moduleId()))
                        .mapToInt(ScopeDecision::priority)
                        .findFirst()
                        .orElse(0);
                rows.add(new Open(row, person, priority));
            }
        }
        return new Listing<>(
                rows,
                Map.of(
                        "staffId", Comparator.comparing(open -> open.row().staffId()),
                        "teamId",
                                Comparator.comparing(
                                        open -> open.person().team().id()),
                        "moduleId", Comparator.comparing(open -> open.row().moduleId()),
                        "priority", Comparator.comparingInt(Open::priority),
                        "reason", Comparator.comparing(open -> open.row().reason())),
                Map.of(
                        "staff", open -> List.of(open.row().staffId()),
                        "team", open -> List.of(open.person().team().id()),
                        "bcu", open -> bcusOf.apply(open.person()),
                        "function", open -> List.of(open.person().team().function()),
                        "module", open -> List.of(open.row().moduleId()),
                        "priority", open -> List.of(open.priority()),
                        "reason", open -> List.of(open.row().reason())));
    }

    /** {@return bookings for each seat of a session; 0 where it has none} */
    static double occupancy(SessionRow row) {
        return row.capacity() == 0 ? 0 : (double) row.booked() / row.capacity();
    }

    private static List<?> optional(@Nullable Object value) {
        return value == null ? List.of() : List.of(value);
    }

    private static <R, C extends Comparable<? super C>> Comparator<R> nullsLast(Function<R, @Nullable C> field) {
        return (a, b) -> {
            C x = field.apply(a);
            C y = field.apply(b);
            return x == null ? (y == null ? 0 : 1) : y == null ? -1 : x.compareTo(y);
        };
    }

    /** {@return a staff member; null: there is none} */
    @Nullable
    Person findPerson(String staffId) {
        return personById.get(staffId);
    }

    /** {@return staff members, in file order} */
    Listing<Person> people() {
        return people;
    }

    /** {@return bookings, by staff member and module} */
    Listing<Placed> bookings() {
        return bookings;
    }

    /** {@return sessions, by id} */
    Listing<SessionRow> sessions() {
        return sessions;
    }

    /** {@return unbooked requirements, by staff member and module} */
    Listing<Open> unbooked() {
        return unbooked;
    }
}
