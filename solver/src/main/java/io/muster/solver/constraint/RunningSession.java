package io.muster.solver.constraint;

import io.muster.data.model.TrainingModule.Delivery;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A session with its trainers and the staff members booked in it.
 *
 * @param place where and when it stands and what it teaches
 * @param bookings how many are booked, at least one
 * @param largestTeam how many of them are of the team with most bookings
 * @param cohorts how many cohorts are among them
 * @param trainers its different trainers, ascending
 */
record RunningSession(Place place, int bookings, int largestTeam, int cohorts, List<Integer> trainers)
        implements Subject {

    private static final int MIX_LEAST_BOOKINGS = 5;

    /** {@return the session of some parts; null when nobody is booked in it} */
    static @Nullable RunningSession of(List<SessionPart> parts) {
        TreeSet<Integer> trainers = new TreeSet<>();
        TreeSet<Integer> cohorts = new TreeSet<>();
        TreeMap<Integer, Integer> byTeam = new TreeMap<>();
        int bookings = 0;
        Place place = null;
        for (SessionPart part : parts) {
            if (part instanceof Placement booking) {
                place = booking.place();
                bookings++;
                byTeam.merge(booking.team(), 1, Integer::sum);
                int cohort = booking.problem().workforce.cohortOf[booking.staff()];
                if (cohort >= 0) {
                    cohorts.add(cohort);
                }
            } else if (part instanceof Teaching teaching) {
                trainers.add(teaching.trainer());
            }
        }
        int largest = byTeam.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return place == null
                ? null
                : new RunningSession(place, bookings, largest, cohorts.size(), List.copyOf(trainers));
    }

    private Problem problem() {
        return place.problem();
    }

    /** {@return bookings over its capacity (H04), {@code >= 0}} */
    int overCapacity() {
        return place.delivery() == Delivery.DIGITAL ? 0 : Math.max(0, bookings - place.capacity());
    }

    /** {@return whether it has a module and is not digital, so that rooms, trainers and cost are asked for} */
    boolean isTaught() {
        return place.module() != Place.NONE && place.delivery() != Delivery.DIGITAL;
    }

    /** {@return whether it is face to face, but in no room or in one that is closed (H14)} */
    boolean lacksOpenRoom() {
        int room = place.room();
        return place.delivery() == Delivery.FACE_TO_FACE
                && (room == Place.NONE || !problem().estate.open[room * problem().calendar.days + place.day()]);
    }

    /** {@return the room and day of a session in a room} */
    RoomDay roomDay() {
        return new RoomDay(problem(), place.room(), place.day());
    }

    /** {@return points of its trainers' number and kind, accreditation and availability (H15)} */
    long trainerPoints() {
        Cadre cadre = problem().cadre;
        int module = place.module();
        long points = Math.abs(trainers.size() - problem().curriculum.trainers[module]);
        int internals = 0;
        for (int trainer : trainers) {
            internals += cadre.internal[trainer] ? 1 : 0;
            points += cadre.accredited[trainer * problem().curriculum.modules + module] ? 0 : 1;
            points += cadre.available[trainer * problem().calendar.days + place.day()] ? 0 : 1;
        }
        return points + Math.max(0, problem().curriculum.internals[module] - internals);
    }

    /** {@return the engagement of each of its trainers} */
    List<Engagement> engagements() {
        List<Engagement> engagements = new ArrayList<>(trainers.size());
        for (int trainer : trainers) {
            engagements.add(new Engagement(trainer, place));
        }
        return engagements;
    }

    /** {@return cohorts beyond the first in a session of a cohort module (H17)} */
    int cohortsTooMany() {
        return problem().curriculum.byCohort[place.module()] ? Math.max(0, cohorts - 1) : 0;
    }

    /** {@return hire of the room, pence} */
    long roomPence() {
        int room = place.room();
        return room == Place.NONE ? 0 : problem().estate.pencePerSlot[room] * Integer.bitCount(place.slots());
    }

    /** {@return price of seats under the target occupancy and of a class under its minimum, pence} */
    long seatsPence() {
        int empty = Math.max(0, problem().prices.targetSeats[place.capacity()] - bookings);
        boolean tooSmall = bookings < problem().curriculum.minClass[place.module()];
        return problem().prices.emptySeat * empty + (tooSmall ? problem().prices.belowMinimumClass : 0);
    }

    /** {@return price of the largest team's bookings over its share, pence} */
    long mixPence() {
        if (bookings < MIX_LEAST_BOOKINGS || problem().curriculum.mixExcepted[place.module()]) {
            return 0;
        }
        return problem().prices.sameTeamOverShare
                * Math.max(0, largestTeam - problem().prices.permittedShare[bookings]);
    }

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        return place.justify(constraint, amount);
    }
}
