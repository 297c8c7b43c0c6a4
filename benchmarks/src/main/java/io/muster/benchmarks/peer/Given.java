package io.muster.benchmarks.peer;

import io.muster.benchmarks.contender.ContenderPlan;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.Booking;
import io.muster.data.plan.SessionRow;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A plan whose sessions are given to a tool that only books people.
 *
 * @param problem the problem
 * @param offers the plan's sessions and all slots of digital learning, by module
 * @param taken the offer each requirement has in the plan; null: unbooked
 */
record Given(
        Problem problem, List<List<Offer>> offers, @Nullable Offer[] taken) {

    /**
     * Reads a plan.
     *
     * @param problem the problem
     * @param plan a plan of it
     * @return its sessions and bookings
     * @throws IllegalArgumentException if the plan names what the data set does not have
     */
    static Given of(Problem problem, ContenderPlan plan) {
        List<List<Offer>> offers = new ArrayList<>();
        for (int m = 0; m < problem.curriculum.modules; m++) {
            offers.add(new ArrayList<>());
        }
        Reader reader = new Reader(problem);
        Map<String, Offer> byId = new HashMap<>();
        for (SessionRow row : plan.sessions()) {
            Offer offer = reader.offer(row);
            offers.get(offer.module()).add(offer);
            byId.put(row.id(), offer);
        }
        Map<Integer, Offer> digital = new HashMap<>();
        for (int s = problem.estate.digitalBase; s < problem.estate.sessions; s++) {
            int module = problem.estate.digitalModule(s);
            if (problem.curriculum.fitsSlot(module, problem.estate.slotOf(s))) {
                Offer offer = reader.digital(s, module);
                offers.get(module).add(offer);
                digital.put(s, offer);
            }
        }
        @Nullable Offer[] taken = new Offer[problem.requirements.count];
        for (Booking booking : plan.bookings()) {
            taken[reader.requirement(booking)] = booking.sessionId() == null
                    ? digital.get(reader.digitalSession(booking))
                    : byId.get(booking.sessionId());
        }
        return new Given(problem, offers, taken);
    }

    /** {@return modules and trainers of the sessions, with nobody booked} */
    Assignment timetable() {
        Assignment empty = Assignment.empty(problem);
        for (List<Offer> list : offers) {
            for (Offer offer : list) {
                if (!offer.isDigital()) {
                    empty.moduleOf()[offer.session()] = offer.module();
                    for (int k = 0; k < offer.trainers().size(); k++) {
                        empty.trainerAt()[offer.session() * problem.curriculum.maxTrainers + k] =
                                offer.trainers().get(k);
                    }
                }
            }
        }
        return empty;
    }

    /** Turns ids into indices. */
    private static final class Reader {

        private final Problem problem;
        private final Map<String, Integer> staff;
        private final Map<String, Integer> modules;
        private final Map<String, Integer> rooms;
        private final Map<String, Integer> trainers;
        private final Map<String, Integer> slots;
        private final int[] virtualInUse;

        Reader(Problem problem) {
            this.problem = problem;
            staff = positions(problem.dataSet.staff(), StaffMember::id);
            modules = positions(problem.dataSet.modules(), TrainingModule::id);
            rooms = positions(problem.dataSet.rooms(), Room::id);
            trainers = positions(problem.dataSet.trainers(), Trainer::id);
            slots = positions(problem.dataSet.programme().slots(), Programme.Slot::id);
            virtualInUse = new int[problem.calendar.days];
            Arrays.fill(virtualInUse, problem.estate.realRooms);
        }

        private static <T> Map<String, Integer> positions(List<T> list, Function<T, String> id) {
            Map<String, Integer> positions = new HashMap<>();
            for (int i = 0; i < list.size(); i++) {
                positions.put(id.apply(list.get(i)), i);
            }
            return positions;
        }

        private static int at(Map<String, Integer> positions, String id) {
            Integer position = positions.get(id);
            if (position == null) {
                throw new IllegalArgumentException(
                        "The plan names \"" + id + "\", which the data set does not have. Maybe it is another's plan.");
            }
            return position;
        }

        Offer offer(SessionRow row) {
            int module = at(modules, row.moduleId());
            int day = problem.calendar.indexOf(row.date());
            int slot = at(slots, row.slotIds().get(0));
            // A virtual session may stand in any virtual room: they are all alike, and each session gets its own.
            int room = row.roomId() == null ? virtualInUse[day]++ : at(rooms, row.roomId());
            return new Offer(
                    problem,
                    problem.estate.sessionAt(room, day, slot),
                    module,
                    day,
                    problem.curriculum.slotMask(module, slot),
                    problem.estate.venueOf[room],
                    problem.capacity(room, module),
                    row.trainerIds().stream().map(id -> at(trainers, id)).toList());
        }

        Offer digital(int session, int module) {
            return new Offer(
                    problem,
                    session,
                    module,
                    problem.estate.dayOf(session),
                    problem.curriculum.slotMask(module, problem.estate.slotOf(session)),
                    Offer.DIGITAL,
                    Integer.MAX_VALUE,
                    List.of());
        }

        int requirement(Booking booking) {
            return problem.requirements
                    .at[at(staff, booking.staffId()) * problem.curriculum.modules + at(modules, booking.moduleId())];
        }

        int digitalSession(Booking booking) {
            return problem.estate.digitalSession(
                    at(modules, booking.moduleId()),
                    problem.calendar.indexOf(booking.date()),
                    at(slots, booking.slotIds().get(0)));
        }
    }
}
