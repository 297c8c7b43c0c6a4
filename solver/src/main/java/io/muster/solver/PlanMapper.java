package io.muster.solver;

import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.Booking;
import io.muster.data.plan.SessionRow;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns an assignment into the rows of a plan (DATASET.md section 5): indices become ids here again.
 *
 * <p>A session's id says where and when it is, such as {@code 2025-04-07-AM-R012}; one without a room ends in {@code V}
 * and a number instead. A two-slot session is named after its first slot. Ids depend on the problem alone, never on the
 * assignment.
 *
 * <p>Immutable; may be used from several threads.
 */
public final class PlanMapper {

    private final Problem problem;
    private final String virtualPrefix;

    /**
     * A mapper of a problem's assignments.
     *
     * @param problem the problem
     */
    public PlanMapper(Problem problem) {
        this.problem = problem;
        Set<String> roomIds = problem.dataSet.rooms().stream().map(Room::id).collect(Collectors.toSet());
        String prefix = "V";
        while (isTaken(prefix, roomIds)) {
            prefix += "V";
        }
        virtualPrefix = prefix;
    }

    private static boolean isTaken(String prefix, Set<String> roomIds) {
        return roomIds.stream()
                .anyMatch(id ->
                        id.startsWith(prefix) && id.substring(prefix.length()).matches("\\d+"));
    }

    /**
     * The rows of an assignment.
     *
     * @param sessions sessions with a booking, by id; digital learning has none
     * @param bookings bookings, by staff member and module
     * @param unbooked the requirements without one, by staff member and module: indices of
     *     {@link io.muster.solver.problem.Requirements}
     */
    public record Rows(List<SessionRow> sessions, List<Booking> bookings, List<Integer> unbooked) {

        /** Copies the lists. */
        public Rows {
            sessions = List.copyOf(sessions);
            bookings = List.copyOf(bookings);
            unbooked = List.copyOf(unbooked);
        }
    }

    /**
     * Maps an assignment. It need not be valid, but every session with a booking has a module.
     *
     * @param assignment the assignment; the trainers of a session are written once each, whatever their order
     * @return its rows, sorted by the code points of their keys
     * @throws IllegalArgumentException if a requirement is booked in a session without a module
     */
    public Rows map(Assignment assignment) {
        List<Booking> bookings = new ArrayList<>();
        List<Integer> unbooked = new ArrayList<>();
        TreeMap<Integer, Integer> bookedIn = new TreeMap<>();
        for (int r = 0; r < problem.requirements.count; r++) {
            int session = assignment.sessionOf()[r];
            if (session < 0) {
                unbooked.add(r);
                continue;
            }
            int module = assignment.moduleOf()[session];
            if (module < 0) {
                throw new IllegalArgumentException("Requirement (" + r + ") is booked in session (" + session
                        + "), which has no module. Maybe the assignment was not checked before it was mapped.");
            }
            if (!problem.curriculum.isDigital(module)) {
                bookedIn.merge(session, 1, Integer::sum);
            }
            bookings.add(booking(r, session, module));
        }
        List<SessionRow> sessions = new ArrayList<>(bookedIn.size());
        bookedIn.forEach((session, booked) -> sessions.add(row(assignment, session, booked)));
        sessions.sort(Comparator.comparing(SessionRow::id, CodePoints.ORDER));
        bookings.sort(Comparator.comparing(Booking::staffId, CodePoints.ORDER)
                .thenComparing(Booking::moduleId, CodePoints.ORDER));
        unbooked.sort(
                Comparator.comparing(this::staffId, CodePoints.ORDER).thenComparing(this::moduleId, CodePoints.ORDER));
        return new Rows(sessions, bookings, unbooked);
    }

    /**
     * The id of the session at an index.
     *
     * @param session a session index
     * @return its id, the same for every assignment
     */
    public String sessionId(int session) {
        Estate estate = problem.estate;
        return problem.calendar.dateOf[estate.dayOf(session)] + "-"
                + problem.dataSet
                        .programme()
                        .slots()
                        .get(estate.slotOf(session))
                        .id()
                + "-" + placeLabel(session);
    }

    /** The room's id, or a number for a place that is no room of the data set. */
    private String placeLabel(int session) {
        Estate estate = problem.estate;
        // Digital places are numbered after the virtual rooms, as if each digital module were one more of them.
        int room = session / (problem.calendar.days * problem.calendar.slots);
        return room < estate.realRooms
                ? problem.dataSet.rooms().get(room).id()
                : virtualPrefix + String.format(Locale.ROOT, "%02d", room - estate.realRooms + 1);
    }

    private Booking booking(int requirement, int session, int module) {
        return new Booking(
                staffId(requirement),
                moduleId(requirement),
                problem.curriculum.isDigital(module) ? null : sessionId(session),
                problem.calendar.dateOf[problem.estate.dayOf(session)],
                slotIds(session, module),
                Booking.Status.PLANNED);
    }

    private SessionRow row(Assignment assignment, int session, int booked) {
        int module = assignment.moduleOf()[session];
        Room room = findRoom(session, module);
        return new SessionRow(
                sessionId(session),
                problem.dataSet.modules().get(module).id(),
                problem.calendar.dateOf[problem.estate.dayOf(session)],
                slotIds(session, module),
                room == null ? null : room.id(),
                room == null ? null : room.venueId(),
                trainerIds(assignment, session),
                room == null
                        ? problem.curriculum.maxClass[module]
                        : problem.capacity(problem.estate.roomOf(session), module),
                booked,
                SessionRow.Status.PLANNED);
    }

    /** The room of a face-to-face session; null: not face to face, or it stands in no room of the data set. */
    private @Nullable Room findRoom(int session, int module) {
        Estate estate = problem.estate;
        boolean inRealRoom = !estate.isDigital(session) && estate.roomOf(session) < estate.realRooms;
        return inRealRoom && problem.curriculum.delivery[module] == Delivery.FACE_TO_FACE
                ? problem.dataSet.rooms().get(estate.roomOf(session))
                : null;
    }

    private List<String> trainerIds(Assignment assignment, int session) {
        if (problem.estate.isDigital(session)) {
            return List.of();
        }
        int places = problem.curriculum.maxTrainers;
        Set<String> ids = new TreeSet<>(CodePoints.ORDER);
        Arrays.stream(assignment.trainerAt(), session * places, (session + 1) * places)
                .filter(trainer -> trainer >= 0)
                .forEach(trainer ->
                        ids.add(problem.dataSet.trainers().get(trainer).id()));
        return List.copyOf(ids);
    }

    private List<String> slotIds(int session, int module) {
        List<Programme.Slot> slots = problem.dataSet.programme().slots();
        int mask = problem.curriculum.slotMask(module, problem.estate.slotOf(session));
        List<String> ids = new ArrayList<>(slots.size());
        for (int s = 0; s < slots.size(); s++) {
            if ((mask & 1 << s) != 0) {
                ids.add(slots.get(s).id());
            }
        }
        return ids;
    }

    private String staffId(int requirement) {
        DataSet dataSet = problem.dataSet;
        StaffMember person = dataSet.staff().get(problem.requirements.staffOf[requirement]);
        return person.id();
    }

    private String moduleId(int requirement) {
        TrainingModule module = problem.dataSet.modules().get(problem.requirements.moduleOf[requirement]);
        return module.id();
    }
}
