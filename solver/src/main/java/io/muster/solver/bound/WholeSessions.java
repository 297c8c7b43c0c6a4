package io.muster.solver.bound;

import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import java.util.List;
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
        return parts().stream().mapToLong(BoundReport.Part::pence).sum();
    }

    /** {@return the bound by cost line} */
    List<BoundReport.Part> parts() {
        List<SessionPrice> sessions = IntStream.range(0, curriculum.modules)
                .filter(m -> !curriculum.isDigital(m) && demand.wanted[m] > 0)
                .mapToObj(this::sessions)
                .toList();
        return List.of(
                new BoundReport.Part(
                        "room", sessions.stream().mapToLong(SessionPrice::hire).sum()),
                new BoundReport.Part(
                        "trainer",
                        sessions.stream().mapToLong(SessionPrice::trainers).sum()),
                new BoundReport.Part("travel", travel()),
                new BoundReport.Part(
                        "seats",
                        sessions.stream().mapToLong(SessionPrice::seats).sum()));
    }

    private long travel() {
        long pence = 0;
        double dearest = 0;
        for (Demand.Region region : demand.regions) {
            long nearest = nearest(region);
            pence += region.days * nearest;
            dearest = Math.max(dearest, nearest);
        }
        long dropped = Math.max(0, shortfall - demand.soloLoss);
        return Math.max(0, pence - (long) Math.ceil(dropped * demand.faceToFaceSaved * dearest));
    }

    private static long nearest(Demand.Region region) {
        return region.venues.stream().mapToLong(v -> region.pence[v]).min().orElse(0);
    }

    /** Pence of one session or more, by cost line. */
    private record SessionPrice(long hire, long trainers, long seats) {
        private static final SessionPrice NOTHING = new SessionPrice(0, 0, 0);

        private long total() {
            return hire + trainers + seats;
        }

        private SessionPrice plus(SessionPrice other) {
            return new SessionPrice(hire + other.hire, trainers + other.trainers, seats + other.seats);
        }

        /** Takes off first from seats, then from trainers, then from hire. */
        private SessionPrice less(long saved) {
            long offSeats = Math.min(seats, saved);
            long offTrainers = Math.min(trainers, saved - offSeats);
            return new SessionPrice(hire - (saved - offSeats - offTrainers), trainers - offTrainers, seats - offSeats);
        }

        private SessionPrice times(long sessions) {
            return new SessionPrice(hire * sessions, trainers * sessions, seats * sessions);
        }
    }

    private SessionPrice sessions(int m) {
        SessionPrice byNumber = byNumber(m);
        SessionPrice byCohort = curriculum.byCohort[m] ? byCohort(m) : SessionPrice.NOTHING;
        return byCohort.total() > byNumber.total() ? byCohort : byNumber;
    }

    /** As many full sessions as the bookings need, at the cheapest prices anywhere. */
    private SessionPrice byNumber(int m) {
        int capacity = curriculum.isFaceToFace(m) ? largestRoom(m) : curriculum.maxClass[m];
        if (capacity <= 0) {
            return SessionPrice.NOTHING;
        }
        // The unbooked may all be of this module.
        long dropped = Math.max(0, shortfall - demand.impossible);
        long seats = Math.max(0, demand.wanted[m] - dropped);
        long hire = curriculum.isFaceToFace(m) ? cheapestRoom() * curriculum.slots[m] : 0;
        return new SessionPrice(hire, trainers(m), 0).times((seats + capacity - 1) / capacity);
    }

    /**
     * A session for each cohort, since two never share one (H17): in the room that costs least, empty seats included.
     * Whoever has no cohort may fill seats, and cohorts may be among the unbooked; both are taken to save what they can.
     */
    private SessionPrice byCohort(int m) {
        Requirements requirements = problem.requirements;
        int[] members = new int[problem.workforce.cohorts];
        boolean[] dead = new boolean[problem.workforce.cohorts];
        boolean anySingle = false;
        for (int r = 0; r < requirements.count; r++) {
            if (requirements.moduleOf[r] != m) {
                continue;
            }
            int cohort = problem.workforce.cohortOf[requirements.staffOf[r]];
            if (cohort < 0) {
                anySingle = true;
            } else {
                members[cohort]++;
                dead[cohort] |= !demand.possible[r];
            }
        }
        SessionPrice sum = SessionPrice.NOTHING;
        long dearest = 0;
        for (int c = 0; c < members.length; c++) {
            if (members[c] > 0 && !dead[c]) {
                SessionPrice one = ofCohort(m, members[c], anySingle);
                sum = sum.plus(one);
                dearest = Math.max(dearest, (one.total() + members[c] - 1) / members[c]);
            }
        }
        // A point of weight is a member at most.
        long saved = dearest * Math.max(0, shortfall - demand.impossible);
        return saved >= sum.total() ? SessionPrice.NOTHING : sum.less(saved);
    }

    private SessionPrice ofCohort(int m, int members, boolean fillers) {
        if (!curriculum.isFaceToFace(m)) {
            return new SessionPrice(0, trainers(m), fillers ? 0 : seats(m, curriculum.maxClass[m], members));
        }
        SessionPrice best = SessionPrice.NOTHING;
        for (int room : openRooms) {
            int capacity = problem.capacity(room, m);
            if (capacity >= members) {
                SessionPrice one = new SessionPrice(
                        estate.pencePerSlot[room] * curriculum.slots[m],
                        trainers(m),
                        fillers ? 0 : seats(m, capacity, members));
                best = best == SessionPrice.NOTHING || one.total() < best.total() ? one : best;
            }
        }
        return best;
    }

    private long seats(int m, int capacity, int bookings) {
        // On days on which a room has fewer seats, fewer stay empty.
        int empty = problem.dataSet.capacityChanges().isEmpty() ? problem.prices.targetSeats[capacity] - bookings : 0;
        return problem.prices.emptySeat * Math.max(0, empty)
                + (bookings < curriculum.minClass[m] ? problem.prices.belowMinimumClass : 0);
    }

    /** The trainers of a session at the cheapest prices, a full day shared by the sessions of its slots. */
    private long trainers(int m) {
        return curriculum.trainers[m] * cheapestTrainer(m) * curriculum.slots[m] / calendar.slots;
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
