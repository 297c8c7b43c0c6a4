package io.muster.solver;

import io.muster.data.model.Trainer;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.SessionRow;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.SessionPlaces;
import io.muster.solver.state.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the rows of a plan into an assignment: the way back from {@link PlanMapper}, for plans of any origin. */
public final class PlanLoader {

    private final Problem problem;
    private final Map<String, Integer> trainerAt = new HashMap<>();

    /**
     * A loader of a problem's plans.
     *
     * @param problem the problem
     */
    public PlanLoader(Problem problem) {
        this.problem = problem;
        for (Trainer trainer : problem.dataSet.trainers()) {
            trainerAt.put(trainer.id(), trainerAt.size());
        }
    }

    /**
     * What some rows stand for.
     *
     * @param assignment the bookings that count and have a place, with their sessions' modules and trainers
     * @param places where the sessions stand
     * @param unplaced keys of counting bookings that are not in the assignment: they are no requirement, or have no
     *     place (see {@link SessionPlaces})
     */
    public record Loaded(Assignment assignment, SessionPlaces places, List<BookingKey> unplaced) {

        /** Copies the list. */
        public Loaded {
            unplaced = List.copyOf(unplaced);
        }
    }

    /**
     * Loads a plan. It need not be valid.
     *
     * @param sessions its sessions; cancelled ones are left out
     * @param bookings its bookings; those that do not count are left out
     * @return its assignment
     * @throws IllegalArgumentException if a row names a trainer, staff member or module that the data set does not have
     */
    public Loaded load(List<SessionRow> sessions, List<Booking> bookings) {
        Assignment assignment = Assignment.empty(problem);
        SessionPlaces places = new SessionPlaces(problem, sessions);
        for (SessionRow row : sessions) {
            int place = places.of(row.id());
            if (place >= 0) {
                assignment.moduleOf()[place] = problem.moduleAt(row.moduleId());
                staff(assignment, place, row);
            }
        }
        List<BookingKey> unplaced = new ArrayList<>();
        for (Booking booking : bookings) {
            if (!booking.counts()) {
                continue;
            }
            BookingKey key = BookingKey.of(booking);
            int r = problem.requirementOf(key);
            int place = places.of(booking);
            if (r >= 0 && place >= 0 && assignment.sessionOf()[r] < 0) {
                assignment.sessionOf()[r] = place;
            } else {
                unplaced.add(key);
            }
        }
        return new Loaded(assignment, places, unplaced);
    }

    /** Trainers beyond the places there are, which break H15, are left out. */
    private void staff(Assignment assignment, int place, SessionRow row) {
        int most = problem.curriculum.maxTrainers;
        for (int k = 0; k < Math.min(most, row.trainerIds().size()); k++) {
            Integer trainer = trainerAt.get(row.trainerIds().get(k));
            if (trainer == null) {
                throw new IllegalArgumentException(
                        "The trainer (" + row.trainerIds().get(k) + ") of session (" + row.id()
                                + ") is unknown. Maybe the plan belongs to another data set.");
            }
            assignment.trainerAt()[place * most + k] = trainer;
        }
    }
}
