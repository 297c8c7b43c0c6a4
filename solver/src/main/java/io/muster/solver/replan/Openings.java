package io.muster.solver.replan;

import io.muster.solver.construct.TrainerPicker;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions for people who wait for a module, and fills them at once: always the session next that books most of them
 * at the least price. What a session is worth only falls while others are opened, so that worths are looked up again only
 * when a session is about to be opened.
 */
final class Openings {

    /** What booking somebody is worth, pence: far more than any difference between places. */
    private static final long BOOKING_PENCE = 400_000;
    /** Beside hire and trainers, what it counts to open a session: full ones are to be preferred. */
    private static final long SESSION_PENCE = 20_000;
    /** Places looked at before it ends. */
    private static final long MOST_WORK = 60_000_000;

    private static final int VIRTUAL = -1;

    /** How full a session has to be to be opened. */
    enum Fill {
        /** Three seats of five, and the module's least class. */
        WELL,
        /** The module's least class. */
        LEAST_CLASS,
        /** One person will do. */
        ANYBODY
    }

    /** Where and when a session might run; {@code pence} is what it was worth when last looked at. */
    private record Candidate(int module, int day, int slot, int venue, long pence) {}

    /** A person who would come, and what it counts. */
    private record Taker(int requirement, long pence) {}

    /** A session that might be opened, with those who would come. */
    private record Opening(int session, List<Taker> takers, long pence) {}

    private final Repair repair;
    private final PlanState state;
    private final Prices prices;
    private final Seats seats;
    private final TrainerPicker trainers;
    private final List<List<Integer>> waiting = new ArrayList<>();
    private final int[] taken;
    private long work;

    Openings(Repair repair, Prices prices, Seats seats) {
        this.repair = repair;
        this.seats = seats;
        this.prices = prices;
        state = repair.state;
        trainers = new TrainerPicker(state);
        taken = new int[repair.workforce.teams];
        for (int m = 0; m < repair.curriculum.modules; m++) {
            waiting.add(new ArrayList<>());
        }
    }

    /**
     * Opens what is worth it.
     *
     * @param requirements who waits; those booked are left out
     * @param fill how full a session has to be
     */
    void run(List<Integer> requirements, Fill fill) {
        waiting.forEach(List::clear);
        for (int r : requirements) {
            int module = repair.requirements.moduleOf[r];
            if (!state.isBooked(r)
                    && !repair.requirements.blocked[r]
                    && !repair.curriculum.isDigital(module)
                    && !repair.problem.isTogether(r)) {
                waiting.get(module).add(r);
            }
        }
        PriorityQueue<Candidate> queue = new PriorityQueue<>(Comparator.<Candidate>comparingLong(c -> -c.pence())
                .thenComparingInt(Candidate::module)
                .thenComparingInt(Candidate::day)
                .thenComparingInt(Candidate::slot)
                .thenComparingInt(Candidate::venue));
        for (int m = 0; m < repair.curriculum.modules; m++) {
            if (!waiting.get(m).isEmpty()) {
                for (int d = repair.baseline.firstFree; d < repair.calendar.days; d++) {
                    look(queue, m, d, fill);
                }
            }
        }
        while (!queue.isEmpty() && work < MOST_WORK) {
            Candidate best = queue.remove();
            Opening opening = opening(best.module(), best.day(), best.slot(), best.venue(), fill);
            if (opening == null) {
                continue;
            }
            Candidate next = queue.peek();
            if (next != null && opening.pence() < next.pence()) {
                queue.add(new Candidate(best.module(), best.day(), best.slot(), best.venue(), opening.pence()));
            } else if (open(opening, best.module())) {
                // Whoever comes that day can come for another half-day at little price.
                for (int m = 0; m < repair.curriculum.modules; m++) {
                    look(queue, m, best.day(), fill);
                }
            }
        }
    }

    private void look(PriorityQueue<Candidate> queue, int module, int d, Fill fill) {
        if (waiting.get(module).isEmpty()) {
            return;
        }
        boolean faceToFace = repair.curriculum.isFaceToFace(module);
        for (int slot = 0; slot < repair.calendar.slots; slot++) {
            if (!repair.curriculum.fitsSlot(module, slot) || !isAnybodyFree(module, d, slot)) {
                continue;
            }
            for (int venue = faceToFace ? 0 : VIRTUAL; venue < (faceToFace ? repair.estate.venues : 0); venue++) {
                Opening opening = opening(module, d, slot, venue, fill);
                if (opening != null) {
                    queue.add(new Candidate(module, d, slot, venue, opening.pence()));
                }
            }
        }
    }

    private boolean isAnybodyFree(int module, int d, int slot) {
        int mask = repair.curriculum.slotMask(module, slot);
        for (int r : waiting.get(module)) {
            if (mayCome(r, d, mask)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayCome(int r, int d, int mask) {
        int p = repair.requirements.staffOf[r];
        int bits = repair.workforce.dayBits[p * repair.calendar.days + d];
        return !state.isBooked(r)
                && (bits & mask) == mask
                && ((bits & Workforce.ON_DUTY) == 0
                        || state.headroom(repair.workforce.teamOn(p, d), d) > 0
                        || state.maskOn(p, d) != 0);
    }

    /** The best session of a module at a venue; null: there is none, or too few would come. */
    private @Nullable Opening opening(int module, int d, int slot, int venue, Fill fill) {
        int room = room(module, d, slot, venue);
        if (room < 0) {
            return null;
        }
        int session = repair.estate.sessionAt(room, d, slot);
        List<Taker> takers = takers(module, d, slot, session, venue);
        int seats = repair.problem.capacity(room, module, d);
        int n = Math.min(seats, takers.size());
        int least = repair.curriculum.minClass[module];
        if (n == 0 || (fill != Fill.ANYBODY && n < least) || (fill == Fill.WELL && n * 5 < seats * 3)) {
            return null;
        }
        long staff = trainers.pence(session, module);
        if (staff < 0) {
            return null;
        }
        long pence = -staff
                - SESSION_PENCE
                - repair.estate.pencePerSlot[room] * repair.curriculum.slots[module]
                - (n < least ? repair.problem.prices.belowMinimumClass : 0)
                - repair.problem.prices.emptySeat * Math.max(0, repair.problem.prices.targetSeats[seats] - n);
        for (Taker taker : takers.subList(0, n)) {
            pence += BOOKING_PENCE - taker.pence();
        }
        if (repair.policy == ReplanPolicy.FASTEST_COMPLETION) {
            pence -= Prices.MOST * 100 * d;
        }
        return new Opening(session, takers.subList(0, n), pence);
    }

    /** The free room of a venue that is cheapest for each person who waits; -1: none. */
    private int room(int module, int d, int slot, int venue) {
        int best = -1;
        double bestPence = Double.MAX_VALUE;
        int first = venue == VIRTUAL ? repair.estate.realRooms : 0;
        int end = venue == VIRTUAL ? repair.estate.rooms : repair.estate.realRooms;
        for (int room = first; room < end; room++) {
            if (repair.estate.venueOf[room] == venue && state.isFree(repair.estate.sessionAt(room, d, slot), module)) {
                int come = Math.min(waiting.get(module).size(), repair.problem.capacity(room, module, d));
                double pence = (repair.estate.pencePerSlot[room] + SESSION_PENCE) / (double) Math.max(1, come);
                if (pence < bestPence) {
                    best = room;
                    bestPence = pence;
                }
            }
        }
        return best;
    }

    /** Who would come, the cheapest first: no more of a team than its ceiling permits. */
    private List<Taker> takers(int module, int d, int slot, int session, int venue) {
        int mask = repair.curriculum.slotMask(module, slot);
        List<Taker> takers = new ArrayList<>();
        for (int r : waiting.get(module)) {
            work++;
            if (mayCome(r, d, mask) && state.canPlace(r, session)) {
                takers.add(new Taker(r, prices.of(r, d, mask, venue) / (1 + repair.requirements.priorityOf[r])));
            }
        }
        takers.sort(Comparator.comparingLong(Taker::pence).thenComparingInt(Taker::requirement));
        Arrays.fill(taken, 0);
        takers.removeIf(taker -> {
            int p = repair.requirements.staffOf[taker.requirement()];
            int team = repair.workforce.teamOn(p, d);
            return repair.isOnDuty(p, d) && state.maskOn(p, d) == 0 && ++taken[team] > state.headroom(team, d);
        });
        return takers;
    }

    /** What follows a requirement that is booked again stays where it was, if it can. */
    private void returnFollowers(int r) {
        int p = repair.requirements.staffOf[r];
        for (int n : repair.curriculum.dependents[repair.requirements.moduleOf[r]]) {
            int q = repair.requirements.at[p * repair.curriculum.modules + n];
            if (q >= 0 && state.isBooked(r) && !state.isBooked(q)) {
                seats.bookAtSameTime(q);
            }
        }
    }

    private boolean open(Opening opening, int module) {
        if (!trainers.staff(opening.session(), module, -1, -1)) {
            return false;
        }
        for (Taker taker : opening.takers()) {
            if (state.canPlace(taker.requirement(), opening.session())) {
                state.book(taker.requirement(), opening.session());
            }
        }
        opening.takers().forEach(taker -> returnFollowers(taker.requirement()));
        waiting.get(module).removeIf(state::isBooked);
        return true;
    }
}
