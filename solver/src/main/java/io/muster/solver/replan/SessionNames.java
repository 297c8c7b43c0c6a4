package io.muster.solver.replan;

import io.muster.data.plan.Booking;
import io.muster.data.plan.SessionRow;
import io.muster.solver.PlanMapper;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names the sessions of a re-plan. One that keeps its module, date and slots keeps its id, wherever it is and whoever
 * teaches: first those in their old room, then those that share most people with an old one. Every other gets an id that
 * the published plan never used, cancelled sessions included.
 */
final class SessionNames {

    /** What two sessions have in common that may be the same. */
    private record Key(String moduleId, LocalDate date, List<String> slotIds) {}

    /** A place, a session of the published plan it might be, and how many are booked in both. */
    private record Match(int place, SessionRow row, int shared) {}

    private final Problem problem;
    private final PlanState state;
    private final PlanMapper mapper;
    private final Map<Integer, SessionRow> rowOf = new HashMap<>();
    private final Map<Integer, String> idOf = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /**
     * Names sessions.
     *
     * @param state the plan
     * @param sessions sessions of the published plan
     * @param cancelled ids of those that may not run again
     * @param oldBookings the published plan's counting booking of each requirement; null entries: none
     */
    SessionNames(PlanState state, List<SessionRow> sessions, Set<String> cancelled, @Nullable Booking[] oldBookings) {
        this.state = state;
        problem = state.problem();
        mapper = new PlanMapper(problem);
        LocalDate asOf = problem.dataSet.programme().asOf();
        Map<Key, List<SessionRow>> free = new HashMap<>();
        for (SessionRow row : sessions) {
            used.add(row.id());
            if (row.status() != SessionRow.Status.CANCELLED
                    && !cancelled.contains(row.id())
                    && !row.date().isBefore(asOf)) {
                free.computeIfAbsent(new Key(row.moduleId(), row.date(), row.slotIds()), key -> new ArrayList<>())
                        .add(row);
            }
        }
        Map<Key, List<Integer>> unnamed = new HashMap<>();
        List<Integer> places = running();
        for (int place : places) {
            Key key = keyOf(place);
            List<SessionRow> rows = free.getOrDefault(key, List.of());
            String room = roomId(place);
            SessionRow same = room == null
                    ? null
                    : rows.stream()
                            .filter(row -> room.equals(row.roomId()))
                            .findFirst()
                            .orElse(null);
            if (same != null) {
                name(place, same, rows);
            } else if (!rows.isEmpty()) {
                unnamed.computeIfAbsent(key, k -> new ArrayList<>()).add(place);
            }
        }
        for (Map.Entry<Key, List<Integer>> entry : unnamed.entrySet()) {
            nameByPeople(entry.getValue(), free.getOrDefault(entry.getKey(), List.of()), oldBookings);
        }
        for (int place : places) {
            if (!idOf.containsKey(place)) {
                idOf.put(place, unused(problem.sessionIds.of(place)));
            }
        }
    }

    /** {@return the places that are not past at which a session runs, ascending} */
    List<Integer> running() {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < problem.estate.digitalBase; place++) {
            if (state.countOf(place) > 0 && problem.estate.dayOf(place) >= problem.baseline.firstFree) {
                places.add(place);
            }
        }
        return places;
    }

    /** {@return the id of the session that runs at a place} */
    String idOf(int place) {
        return Objects.requireNonNull(idOf.get(place));
    }

    /** {@return the session of the published plan that runs at a place; null: it is a new one} */
    @Nullable
    SessionRow findRow(int place) {
        return rowOf.get(place);
    }

    private void name(int place, SessionRow row, List<SessionRow> rows) {
        rows.remove(row);
        rowOf.put(place, row);
        idOf.put(place, row.id());
    }

    private void nameByPeople(List<Integer> places, List<SessionRow> rows, @Nullable Booking[] oldBookings) {
        List<Match> matches = new ArrayList<>();
        for (int place : places) {
            for (SessionRow row : rows) {
                int shared = 0;
                for (int i = 0; i < state.countOf(place); i++) {
                    Booking old = oldBookings[state.attendee(place, i)];
                    shared += old != null && row.id().equals(old.sessionId()) ? 1 : 0;
                }
                if (shared > 0) {
                    matches.add(new Match(place, row, shared));
                }
            }
        }
        matches.sort(Comparator.<Match>comparingInt(match -> -match.shared())
                .thenComparingInt(Match::place)
                .thenComparing(match -> match.row().id()));
        for (Match match : matches) {
            if (!idOf.containsKey(match.place()) && rows.contains(match.row())) {
                name(match.place(), match.row(), rows);
            }
        }
    }

    private Key keyOf(int place) {
        int module = state.moduleOf(place);
        return new Key(
                problem.dataSet.modules().get(module).id(),
                problem.calendar.dateOf[problem.estate.dayOf(place)],
                mapper.slotIds(place, module));
    }

    private @Nullable String roomId(int place) {
        int room = problem.estate.roomOf(place);
        return room < problem.estate.realRooms
                ? problem.dataSet.rooms().get(room).id()
                : null;
    }

    private String unused(String id) {
        String free = id;
        for (int i = 2; !used.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }
}
