package io.muster.solver.bound;

import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The least that hire, trainers and travel can cost, by counting whole sessions of each module at the cheapest prices
 * anywhere. Better than fractions where sessions are few.
 */
final class WholeSessions {

    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Estate estate;
    private final Cadre cadre;
    private final Demand demand;
    private final long shortfall;
    /** Rooms of the data set that open on some training day. */
    private final int[] openRooms;

    WholeSessions(Problem problem, Demand demand, long shortfall) {
        this.problem = problem;
        this.demand = demand;
        this.shortfall = shortfall;
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        estate = problem.estate;
        cadre = problem.cadre;
        openRooms = IntStream.range(0, estate.realRooms)
                .filter(room -> IntStream.range(0, calendar.days).anyMatch(d -> estate.open[room * calendar.days + d]))
                .toArray();
    }

    /** {@return a lower bound in pence} */
    long least() {
        return travel() + sessions();
    }

    private long travel() {
        long pence = 0;
        double dearest = 0;
        for (Demand.Region region : demand.regions) {
            long nearest = nearest(region.team, region.venues);
            pence += region.days * nearest;
            dearest = Math.max(dearest, nearest);
        }
        long dropped = Math.max(0, shortfall - demand.soloLoss);
        return Math.max(0, pence - (long) Math.ceil(dropped * demand.faceToFaceSaved * dearest));
    }

    private long nearest(int team, BitSet venues) {
        return venues.stream()
                .mapToLong(v -> estate.travelPence[team * estate.venues + v])
                .min()
                .orElse(0);
    }

    private long sessions() {
        long pence = 0;
        long dropped = Math.max(0, shortfall - demand.impossible);
        for (int m = 0; m < curriculum.modules; m++) {
            if (curriculum.isDigital(m) || demand.wanted[m] == 0) {
                continue;
            }
            int capacity = curriculum.isFaceToFace(m) ? largestRoom(m) : curriculum.maxClass[m];
            if (capacity <= 0) {
                continue;
            }
            // The unbooked may all be of this module.
            long seats = Math.max(0, demand.wanted[m] - dropped);
            long sessions = (seats + capacity - 1) / capacity;
            long hire = curriculum.isFaceToFace(m) ? cheapestRoom() * curriculum.slots[m] : 0;
            long trainers = curriculum.trainers[m] * cheapestTrainer(m) * curriculum.slots[m] / calendar.slots;
            pence += sessions * (hire + trainers);
        }
        return pence;
    }

    private int largestRoom(int module) {
        int most = 0;
        for (int room : openRooms) {
            most = Math.max(most, problem.capacity(room, module));
        }
        return most;
    }

    private long cheapestRoom() {
        return IntStream.of(openRooms)
                .mapToLong(room -> estate.pencePerSlot[room])
                .min()
                .orElse(0);
    }

    private long cheapestTrainer(int module) {
        return IntStream.range(0, cadre.trainers)
                .filter(t -> cadre.accredited[t * curriculum.modules + module])
                .mapToLong(t -> cadre.pencePerDay[t])
                .min()
                .orElse(0);
    }
}
