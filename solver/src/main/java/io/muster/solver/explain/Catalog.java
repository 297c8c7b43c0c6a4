package io.muster.solver.explain;

import io.muster.data.model.DataSet;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Indices of the problem as ids of the plan's rows, and back. */
final class Catalog {

    final DataSet dataSet;
    final IdTable staff;
    final IdTable modules;
    final IdTable teams;
    final IdTable rooms;
    final IdTable trainers;

    private final Problem problem;
    private final PlanState state;
    private final Map<BookingKey, ScopeDecision> decisions = new HashMap<>();
    private final Map<String, SessionRow> rowOf = new TreeMap<>();
    private final Map<String, Integer> placeOf = new HashMap<>();
    private final Map<Integer, String> sessionAt = new HashMap<>();

    Catalog(PlanState state, Plan plan) {
        this.state = state;
        problem = state.problem();
        dataSet = problem.dataSet;
        staff = IdTable.of("staff member", dataSet.staff(), StaffMember::id);
        modules = IdTable.of("module", dataSet.modules(), TrainingModule::id);
        teams = IdTable.of("team", dataSet.teams(), Team::id);
        rooms = IdTable.of("room", dataSet.rooms(), Room::id);
        trainers = IdTable.of("trainer", dataSet.trainers(), Trainer::id);
        plan.scope().forEach(row -> decisions.put(new BookingKey(row.staffId(), row.moduleId()), row));
        plan.sessions().forEach(row -> rowOf.put(row.id(), row));
        for (Booking booking : plan.bookings()) {
            String sessionId = booking.sessionId();
            if (booking.counts() && sessionId != null) {
                int r = problem.requirementOf(BookingKey.of(booking));
                if (r >= 0 && state.isBooked(r)) {
                    placeOf.put(sessionId, state.sessionOf(r));
                    sessionAt.put(state.sessionOf(r), sessionId);
                }
            }
        }
    }

    // ---- Staff and modules -----------------------------------------------------------------------------------------

    String staffId(int r) {
        return dataSet.staff().get(problem.requirements.staffOf[r]).id();
    }

    List<String> staffIds(int[] requirements) {
        return IntStream.of(requirements).mapToObj(this::staffId).toList();
    }

    String moduleId(int r) {
        return dataSet.modules().get(problem.requirements.moduleOf[r]).id();
    }

    String teamId(int team) {
        return dataSet.teams().get(team).id();
    }

    /** {@return the decision about a requirement; null: none} */
    @Nullable
    ScopeDecision decision(int r) {
        return decisions.get(new BookingKey(staffId(r), moduleId(r)));
    }

    @Nullable
    ScopeDecision decision(String staffId, String moduleId) {
        return decisions.get(new BookingKey(staffId, moduleId));
    }

    // ---- Sessions --------------------------------------------------------------------------------------------------

    /** {@return the place of a session that runs} */
    int runningPlace(String sessionId) {
        Integer place = placeOf.get(sessionId);
        if (place == null) {
            throw new UnknownIdException("running session", sessionId, IdTable.nearest(sessionId, sessionIds()));
        }
        return place;
    }

    @Nullable
    Integer findRunningPlace(String sessionId) {
        return placeOf.get(sessionId);
    }

    List<String> sessionIds() {
        return List.copyOf(rowOf.keySet());
    }

    @Nullable
    SessionRow findRow(String sessionId) {
        return rowOf.get(sessionId);
    }

    /** The id of the session that runs at a place. */
    String sessionId(int place) {
        return state.countOf(place) > 0 ? sessionAt.getOrDefault(place, openedId(place)) : openedId(place);
    }

    /** The id a session would get that opens at a place: one that no session of the plan has, cancelled or not. */
    String openedId(int place) {
        String id = problem.sessionIds.of(place);
        String free = id;
        for (int n = 2; rowOf.containsKey(free); n++) {
            free = id + "-" + n;
        }
        return free;
    }

    List<String> slotIds(int module, int place) {
        int mask = problem.curriculum.slotMask(module, problem.estate.slotOf(place));
        List<String> ids = new ArrayList<>();
        for (int slot = 0; slot < problem.calendar.slots; slot++) {
            if ((mask >> slot & 1) != 0) {
                ids.add(dataSet.programme().slots().get(slot).id());
            }
        }
        return ids;
    }

    /** A site as people know it; of a session that runs, as the plan has it now. */
    Spot spot(Site site, int module) {
        Estate estate = problem.estate;
        int place = site.place();
        if (estate.isDigital(place)) {
            return new Spot(
                    null,
                    false,
                    problem.calendar.dateOf[estate.dayOf(place)],
                    slotIds(module, place),
                    null,
                    null,
                    List.of(),
                    0,
                    0);
        }
        int room = estate.roomOf(place);
        Room row = room < estate.realRooms ? dataSet.rooms().get(room) : null;
        return new Spot(
                site.opens() ? openedId(place) : sessionId(place),
                site.opens(),
                problem.calendar.dateOf[estate.dayOf(place)],
                slotIds(module, place),
                row == null ? null : row.id(),
                row == null ? null : row.venueId(),
                trainerIds(site),
                site.opens() ? 0 : state.countOf(place),
                problem.capacity(room, module, estate.dayOf(place)));
    }

    private List<String> trainerIds(Site site) {
        IntStream team = site.opens()
                ? IntStream.of(site.trainers())
                : IntStream.range(0, problem.curriculum.maxTrainers).map(k -> state.trainerAt(site.place(), k));
        return team.filter(trainer -> trainer >= 0)
                .mapToObj(trainer -> dataSet.trainers().get(trainer).id())
                .distinct()
                .sorted(io.muster.data.plan.CodePointOrder.COMPARATOR)
                .toList();
    }
}
