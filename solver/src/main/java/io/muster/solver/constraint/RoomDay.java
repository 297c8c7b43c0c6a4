package io.muster.solver.constraint;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Problem;
import java.util.List;

/**
 * A room's day.
 *
 * @param problem the problem
 * @param room the room
 * @param day the training day
 */
record RoomDay(Problem problem, int room, int day) implements Subject {

    /** {@return sessions beyond the first of a slot, all slots together (H14)} */
    static long overlaps(List<Place> sessions) {
        int slots = 0;
        int taken = 0;
        for (Place session : sessions) {
            slots |= session.slots();
            taken += Integer.bitCount(session.slots());
        }
        return taken - Integer.bitCount(slots);
    }

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        return new TrainingJustification.OfRoomDay(
                constraint, amount, problem.dataSet.rooms().get(room).id(), problem.calendar.dateOf[day]);
    }
}
