package io.muster.solver.constraint;

import io.muster.data.model.TrainingModule.Delivery;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import java.time.LocalDate;

/**
 * A session index and the module it teaches: where, when and how.
 *
 * <p>Where the module does not suit the index, the module decides: a digital module needs no session wherever it stands,
 * a virtual one no room, and a face-to-face one that stands in no room of the data set has none (H14). A session without
 * a module is held as its index suggests, in one slot.
 *
 * @param problem the problem
 * @param session the session index
 * @param module the module taught; {@link #NONE}: none
 */
record Place(Problem problem, int session, int module) implements Subject {

    /** No module, room or venue. */
    static final int NONE = -1;

    /** {@return the training day} */
    int day() {
        return problem.estate.dayOf(session);
    }

    /** {@return the date} */
    LocalDate date() {
        return problem.calendar.dateOf[day()];
    }

    /** {@return whether it is before the day of the re-plan: it breaks no rule, but counts for the others} */
    boolean isPast() {
        return day() < problem.baseline.firstFree;
    }

    /** {@return the slots taken, as bits; only slots the programme has} */
    int slots() {
        int start = problem.estate.slotOf(session);
        int mask = module == NONE ? 1 << start : problem.curriculum.slotMask(module, start);
        return mask & (1 << problem.calendar.slots) - 1;
    }

    /** {@return whether the module fits the slot: one of two slots stands at the first of two} */
    boolean fitsSlot() {
        return module == NONE
                || problem.curriculum.slots[module] == 1
                || (problem.calendar.slots == 2 && problem.estate.slotOf(session) == 0);
    }

    /** {@return how it is delivered} */
    Delivery delivery() {
        if (module != NONE) {
            return problem.curriculum.delivery[module];
        }
        if (problem.estate.isDigital(session)) {
            return Delivery.DIGITAL;
        }
        return isInRealRoom() ? Delivery.FACE_TO_FACE : Delivery.VIRTUAL;
    }

    /** {@return the room of a face-to-face session; {@link #NONE}: not face to face, or it stands in no room} */
    int room() {
        return delivery() == Delivery.FACE_TO_FACE && isInRealRoom() ? problem.estate.roomOf(session) : NONE;
    }

    /** {@return the venue of a face-to-face session; {@link #NONE}: no room} */
    int venue() {
        int room = room();
        return room == NONE ? NONE : problem.estate.venueOf[room];
    }

    /** {@return the most bookings (H04); 0 without a module} */
    int capacity() {
        if (module == NONE) {
            return 0;
        }
        int room = room();
        return room == NONE ? problem.curriculum.maxClass[module] : problem.capacity(room, module, day());
    }

    private boolean isInRealRoom() {
        Estate estate = problem.estate;
        return !estate.isDigital(session) && estate.roomOf(session) < estate.realRooms;
    }

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        return new TrainingJustification.OfSession(
                constraint,
                amount,
                problem.sessionIds.of(session),
                module == NONE ? null : problem.dataSet.modules().get(module).id());
    }
}
