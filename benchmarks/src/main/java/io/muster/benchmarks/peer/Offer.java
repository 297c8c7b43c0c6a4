package io.muster.benchmarks.peer;

import io.muster.solver.problem.Problem;
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

    /** {@return whether one person cannot take both: H03 clash, H09 one venue a day, H07 rest from day to day} */
    boolean isAtOddsWith(Offer other) {
        if (day == other.day) {
            return (mask & other.mask) != 0 || (venue != other.venue && !isDigital() && !other.isDigital());
        }
        Offer first = day < other.day ? this : other;
        Offer second = day < other.day ? other : this;
        int end = 31 - Integer.numberOfLeadingZeros(first.mask);
        int start = Integer.numberOfTrailingZeros(second.mask);
        return problem.calendar.dayBefore[second.day] == first.day
                && !problem.calendar.restBetween[end * problem.calendar.slots + start];
    }

    /** {@return whether this module has to come after another} */
    boolean asksFor(int otherModule) {
        for (int before : problem.curriculum.after[module]) {
            if (before == otherModule) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether this comes after another as this module asks, gaps included (H11)} */
    boolean follows(Offer other) {
        int gap = problem.calendar.epochDay[day] - problem.calendar.epochDay[other.day];
        return (other.day < day || (other.day == day && other.mask < Integer.lowestOneBit(mask)))
                && gap >= problem.curriculum.minGap[module]
                && gap <= problem.curriculum.maxGap[module];
    }

    /** {@return hire of the room, pence} */
    long roomPence() {
        return problem.estate.pencePerSlot[problem.estate.roomOf(session)] * Integer.bitCount(mask);
    }

    /** {@return hire of the room, empty seats and a class too small, pence, when somebody is booked} */
    long pence(int booked) {
        long empty = Math.max(0, problem.prices.targetSeats[capacity] - booked);
        return roomPence()
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
}
