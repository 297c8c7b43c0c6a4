package io.muster.solver;

import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.Booking;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.SessionRow;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns an assignment into the rows of a plan (DATASET.md section 5): indices become ids here again.
 *
 * <p>Immutable; may be used from several threads.
 */
public final class PlanMapper {

    private final Problem problem;

    /**
     * A mapper of a problem's assignments.
     *
     * @param problem the problem
     */
    public PlanMapper(Problem problem) {
        this.problem = problem;
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
        sessions.sort(Comparator.comparing(SessionRow::id, CodePointOrder.COMPARATOR));
        bookings.sort(Comparator.comparing(Booking::staffId, CodePointOrder.COMPARATOR)
                .thenComparing(Booking::moduleId, CodePointOrder.COMPARATOR));
        unbooked.sort(Comparator.comparing(this::staffId, CodePointOrder.COMPARATOR)
                .thenComparing(this::moduleId, CodePointOrder.COMPARATOR));
        return new Rows(sessions, bookings, unbooked);
    }

    private Booking booking(int requirement, int session, int module) {
        return new Booking(
                staffId(requirement),
                moduleId(requirement),
                problem.curriculum.isDigital(module) ? null : problem.sessionIds.of(session),
                problem.calendar.dateOf[problem.estate.dayOf(session)],
                slotIds(session, module),
                Booking.Status.PLANNED);
    }

    /**
     * The row of one session.
     *
     * @param assignment the assignment
     * @param session a session index with a module that is not digital
     * @param booked how many are booked in it
     * @return its row, as planned, with the id that {@link io.muster.solver.problem.SessionIds} gives it
     */
    public SessionRow row(Assignment assignment, int session, int booked) {
        int module = assignment.moduleOf()[session];
        Room room = findRoom(session, module);
        return new SessionRow(
                problem.sessionIds.of(session),
                problem.dataSet.modules().get(module).id(),
                problem.calendar.dateOf[problem.estate.dayOf(session)],
                slotIds(session, module),
                room == null ? null : room.id(),
                room == null ? null : room.venueId(),
                trainerIds(assignment, session),
                room == null
                        ? problem.curriculum.maxClass[module]
                        : problem.capacity(problem.estate.roomOf(session), module, problem.estate.dayOf(session)),
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
        Set<String> ids = new TreeSet<>(CodePointOrder.COMPARATOR);
        Arrays.stream(assignment.trainerAt(), session * places, (session + 1) * places)
                .filter(trainer -> trainer >= 0)
                .forEach(trainer ->
                        ids.add(problem.dataSet.trainers().get(trainer).id()));
        return List.copyOf(ids);
    }

    /**
     * The slots of a session or digital booking.
     *
     * @param session a session index
     * @param module the module
     * @return ids, in time order
     */
    public List<String> slotIds(int session, int module) {
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
