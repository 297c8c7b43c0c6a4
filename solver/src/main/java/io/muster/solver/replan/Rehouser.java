package io.muster.solver.replan;

import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds other rooms, at the same times, for sessions whose room is closed or became too small: at the same venue, else at
 * another one that most can travel to. The sessions of a room's day move together where they can, so that those who are in
 * several of them stay together. Nobody's date or time changes; those who cannot come along are left to {@link Leavers}.
 */
final class Rehouser {

    /** What it counts when somebody cannot come along and is to be booked anew, pence. */
    private static final long LEAVE_PENCE = 30_000;
    /** What it counts when a trainer cannot come along, pence. */
    private static final long TRAINER_PENCE = 5_000;

    private static final long IMPOSSIBLE = Long.MAX_VALUE / 4;

    /** Sessions of one room's day that need another room. */
    private record Source(int room, List<Integer> sessions) {}

    /** Where they might go: a place for each session. */
    private record Target(List<Integer> places, long pence) {}

    /** A session that has moved, and the trainers it had. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Moved(int place, int[] trainers) {}

    private final Repair repair;
    private final PlanState state;
    private final List<Moved> moved = new ArrayList<>();

    Rehouser(Repair repair) {
        this.repair = repair;
        state = repair.state;
    }

    /** Moves what can be moved. */
    void run() {
        for (int d = repair.baseline.firstFree; d < repair.calendar.days; d++) {
            List<Source> sources = sources(d);
            if (!sources.isEmpty()) {
                assign(sources, d);
                assign(apart(sources), d);
                moved.forEach(this::bringTrainers);
                moved.clear();
            }
        }
    }

    private List<Source> sources(int d) {
        List<Source> sources = new ArrayList<>();
        for (int room = 0; room < repair.estate.realRooms; room++) {
            List<Integer> sessions = new ArrayList<>();
            for (int slot = 0; slot < repair.calendar.slots; slot++) {
                int session = repair.estate.sessionAt(room, d, slot);
                if (needsRoom(session)) {
                    sessions.add(session);
                }
            }
            if (!sessions.isEmpty()) {
                sources.add(new Source(room, sessions));
            }
        }
        return sources;
    }

    private boolean needsRoom(int session) {
        return state.countOf(session) > 0 && (!isOpen(session) || state.countOf(session) > state.capacityOf(session));
    }

    private boolean isOpen(int session) {
        return repair.estate.open[repair.estate.roomOf(session) * repair.calendar.days + repair.estate.dayOf(session)];
    }

    /** What is left of some sources, each session by itself. */
    private List<Source> apart(List<Source> sources) {
        List<Source> single = new ArrayList<>();
        for (Source source : sources) {
            for (int session : source.sessions()) {
                if (source.sessions().size() > 1 && needsRoom(session)) {
                    single.add(new Source(source.room(), List.of(session)));
                }
            }
        }
        return single;
    }

    /** Moves sources one by one: next whoever would lose most by having to take the second best. */
    private void assign(List<Source> sources, int d) {
        List<Source> waiting = new ArrayList<>(sources);
        while (!waiting.isEmpty()) {
            Source next = null;
            Target nextTarget = null;
            long greatestRegret = -1;
            for (Source source : waiting) {
                Target best = null;
                long secondPence = IMPOSSIBLE;
                for (int venue = 0; venue < repair.estate.venues; venue++) {
                    Target target = target(source, venue, d, waiting);
                    if (target != null && (best == null || target.pence() < best.pence())) {
                        secondPence = best == null ? secondPence : best.pence();
                        best = target;
                    } else if (target != null) {
                        secondPence = Math.min(secondPence, target.pence());
                    }
                }
                if (best != null && secondPence - best.pence() > greatestRegret) {
                    greatestRegret = secondPence - best.pence();
                    next = source;
                    nextTarget = best;
                }
            }
            if (next == null || nextTarget == null) {
                return;
            }
            waiting.remove(next);
            for (int i = 0; i < next.sessions().size(); i++) {
                move(next.sessions().get(i), nextTarget.places().get(i));
            }
        }
    }

    /** The rooms a venue has for a source, and what going there counts; null: none, or not worth it. */
    private @Nullable Target target(Source source, int venue, int d, List<Source> waiting) {
        List<Integer> places = new ArrayList<>();
        long pence = 0;
        long leaving = 0;
        int together = roomForAll(source, venue, d);
        for (int session : source.sessions()) {
            int room = together >= 0 ? together : cheapestRoom(session, venue, d);
            if (room < 0) {
                return null;
            }
            int slots = Integer.bitCount(state.sessionMask(session));
            pence += slots
                    * (repair.estate.pencePerSlot[room] - repair.estate.pencePerSlot[repair.estate.roomOf(session)]);
            places.add(repair.estate.sessionAt(room, d, repair.estate.slotOf(session)));
            pence += shortage(session, room, d) * LEAVE_PENCE;
            leaving += isOpen(session) ? state.countOf(session) - state.capacityOf(session) : state.countOf(session);
            pence += comingAlong(source, session, room, d, waiting);
            pence += trainersComingAlong(source, session, venue);
        }
        return pence < leaving * LEAVE_PENCE ? new Target(places, pence) : null;
    }

    /** What it counts who of a session cannot come along to a room, and what the journeys cost more. */
    private long comingAlong(Source source, int session, int room, int d, List<Source> waiting) {
        int venue = repair.estate.venueOf[room];
        long pence = 0;
        for (int i = 0; i < state.countOf(session); i++) {
            int p = repair.requirements.staffOf[state.attendee(session, i)];
            if (!repair.suits(p, d, room) || isHeldElsewhere(p, source, venue, d, waiting)) {
                pence += LEAVE_PENCE;
            } else {
                pence += (repair.travelPence(p, d, venue) - repair.travelPence(p, d, state.venueOf(session)))
                        / source.sessions().size();
            }
        }
        return pence;
    }

    /** Whether a person has another session that day which stays at another venue. */
    private boolean isHeldElsewhere(int p, Source source, int venue, int d, List<Source> waiting) {
        for (int r = repair.requirements.firstOf[p]; r < repair.requirements.firstOf[p + 1]; r++) {
            if (!state.isBooked(r) || state.dayOf(r) != d || repair.estate.isDigital(state.sessionOf(r))) {
                continue;
            }
            int other = state.sessionOf(r);
            if (state.venueOf(other) != venue
                    && !source.sessions().contains(other)
                    && waiting.stream().noneMatch(w -> w.sessions().contains(other))) {
                return true;
            }
        }
        return false;
    }

    private long trainersComingAlong(Source source, int session, int venue) {
        long pence = 0;
        int d = repair.estate.dayOf(session);
        for (int k = 0; k < repair.curriculum.maxTrainers; k++) {
            int trainer = state.trainerAt(session, k);
            boolean held = false;
            for (int i = 0; trainer >= 0 && i < state.trainerSessions(trainer, d); i++) {
                int other = state.trainerSession(trainer, d, i);
                held |= !source.sessions().contains(other)
                        && state.venueOf(other) >= 0
                        && state.venueOf(other) != venue
                        && isOpen(other);
            }
            pence += held ? TRAINER_PENCE : 0;
        }
        return pence;
    }

    /** The cheapest room of a venue that holds all sessions of a source; -1: none. */
    private int roomForAll(Source source, int venue, int d) {
        int best = -1;
        for (int room = 0; room < repair.estate.realRooms; room++) {
            if (repair.estate.venueOf[room] != venue || room == source.room()) {
                continue;
            }
            boolean holdsAll = true;
            for (int session : source.sessions()) {
                holdsAll &= isFree(session, room, d) && shortage(session, room, d) == 0;
            }
            if (holdsAll && (best < 0 || repair.estate.pencePerSlot[room] < repair.estate.pencePerSlot[best])) {
                best = room;
            }
        }
        return best;
    }

    /** The room of a venue that holds most of a session, the cheapest of them; -1: none. */
    private int cheapestRoom(int session, int venue, int d) {
        int best = -1;
        long bestPence = Long.MAX_VALUE;
        for (int room = 0; room < repair.estate.realRooms; room++) {
            if (repair.estate.venueOf[room] == venue
                    && room != repair.estate.roomOf(session)
                    && isFree(session, room, d)) {
                long pence = repair.estate.pencePerSlot[room] + shortage(session, room, d) * LEAVE_PENCE;
                if (pence < bestPence) {
                    best = room;
                    bestPence = pence;
                }
            }
        }
        return best;
    }

    private boolean isFree(int session, int room, int d) {
        return state.isFree(repair.estate.sessionAt(room, d, repair.estate.slotOf(session)), state.moduleOf(session));
    }

    private int shortage(int session, int room, int d) {
        return Math.max(0, state.countOf(session) - repair.problem.capacity(room, state.moduleOf(session), d));
    }

    private void move(int from, int to) {
        int[] attendees = repair.state.attendees(from);
        int[] trainers = new int[repair.curriculum.maxTrainers];
        for (int k = 0; k < trainers.length; k++) {
            trainers[k] = state.trainerAt(from, k);
            state.setTrainer(to, k, -1);
        }
        for (int r : attendees) {
            state.unbook(r);
        }
        state.setModule(to, state.moduleOf(from));
        for (int r : attendees) {
            state.book(r, to);
        }
        moved.add(new Moved(to, trainers));
    }

    /** The trainers come along if nothing else keeps them; {@link Restaffing} finds others for the rest. */
    private void bringTrainers(Moved session) {
        for (int k = 0; k < session.trainers().length; k++) {
            int trainer = session.trainers()[k];
            if (trainer >= 0 && state.isTrainerFree(trainer, state.moduleOf(session.place()), session.place())) {
                state.setTrainer(session.place(), k, trainer);
            }
        }
    }
}
