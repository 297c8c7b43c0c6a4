package io.muster.benchmarks.peer;

import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody may be booked in: a session of a timetable that is fixed beforehand, or a slot of digital learning. Equal
 * when the session index is.
 *
 * @param problem the problem
 * @param session session index
 * @param module module taught
 * @param day training day
 * @param mask slots taken, as bits
 * @param venue venue; {@link #VIRTUAL} or {@link #DIGITAL} where there is none
 * @param capacity most bookings
 * @param trainers its trainers
 */
public record Offer(
        Problem problem, int session, int module, int day, int mask, int venue, int capacity, List<Integer> trainers) {

    /** Venue of a virtual session. */
    static final int VIRTUAL = -1;
    /** Venue of digital learning. */
    static final int DIGITAL = -2;

    /** Copies the list. */
    public Offer {
        trainers = List.copyOf(trainers);
    }

    /**
     * A trainer's day with a session.
     *
     * @param trainer the trainer
     * @param day training day
     * @param pence what the trainer is paid for it
     */
    record TrainerDay(int trainer, int day, long pence) {}

    /** {@return whether this is digital learning, which has no seats and stands beside anything} */
    boolean isDigital() {
        return venue == DIGITAL;
    }

    /** {@return hire of the room, empty seats and a class too small, pence, when somebody is booked} */
    long pence(int booked) {
        long room = problem.estate.pencePerSlot[problem.estate.roomOf(session)] * Integer.bitCount(mask);
        long empty = Math.max(0, problem.prices.targetSeats[capacity] - booked);
        return room
                + empty * problem.prices.emptySeat
                + (booked < problem.curriculum.minClass[module] ? problem.prices.belowMinimumClass : 0);
    }

    /** {@return the days of its trainers} */
    List<TrainerDay> trainerDays() {
        return trainers.stream()
                .map(trainer -> new TrainerDay(trainer, day, problem.cadre.pencePerDay[trainer]))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Offer offer && offer.session == session;
    }

    @Override
    public int hashCode() {
        return session;
    }

    @Override
    public String toString() {
        return "offer " + session;
    }

    /** {@return the running sessions of a plan, and all slots of digital learning, by module} */
    static List<List<Offer>> of(PlanState timetable) {
        Problem problem = timetable.problem();
        List<List<Offer>> byModule = new ArrayList<>();
        for (int m = 0; m < problem.curriculum.modules; m++) {
            byModule.add(new ArrayList<>());
        }
        for (int s = 0; s < problem.estate.sessions; s++) {
            int module = timetable.moduleOf(s);
            boolean isThere = problem.estate.isDigital(s)
                    ? problem.curriculum.fitsSlot(module, problem.estate.slotOf(s))
                    : module >= 0 && timetable.countOf(s) > 0;
            if (isThere) {
                byModule.get(module).add(of(timetable, s));
            }
        }
        return byModule;
    }

    private static Offer of(PlanState timetable, int session) {
        Problem problem = timetable.problem();
        int module = timetable.moduleOf(session);
        boolean digital = problem.estate.isDigital(session);
        List<Integer> trainers = new ArrayList<>();
        for (int k = 0; !digital && k < problem.curriculum.trainers[module]; k++) {
            trainers.add(timetable.trainerAt(session, k));
        }
        return new Offer(
                problem,
                session,
                module,
                problem.estate.dayOf(session),
                problem.curriculum.slotMask(module, problem.estate.slotOf(session)),
                digital ? DIGITAL : timetable.venueOf(session),
                timetable.capacityOf(session),
                trainers);
    }
}
