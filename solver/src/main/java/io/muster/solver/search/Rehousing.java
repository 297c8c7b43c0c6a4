package io.muster.solver.search;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.state.PlanState;
import java.util.Arrays;

/**
 * Moves sessions of a room's day to another room of that day, at whatever venue. Whoever cannot come along, or is at the
 * old venue for another session too and finds no seat there, changes places with somebody who trains in the same modules
 * elsewhere on that day. The new sessions have no trainers yet.
 */
final class Rehousing {

    private static final int PARTNERS_COMPARED = 12;
    private static final int NOBODY = -1;
    /** Pence by which trainers, mix and whatever else changes may make up for longer journeys: hardly ever more. */
    private static final long SIDE_EFFECTS = 20_000;

    private final MoveContext context;
    private final PlanState state;
    /** Everybody in the sessions, and what they have in sessions of that day: [person * MOST_ITEMS + item]. */
    private int[] people = new int[64];

    private int[] itemsOf = new int[64 * MoveContext.MOST_ITEMS];
    private int[] itemCount = new int[64];
    private boolean[] isOnlyHere = new boolean[64];
    private int count;
    /** The slots of the sessions that move. */
    private final boolean[] isMoved;

    private final int[] theirs = new int[MoveContext.MOST_ITEMS];
    private final int[] theirSessions = new int[MoveContext.MOST_ITEMS];

    Rehousing(MoveContext context) {
        this.context = context;
        state = context.state;
        isMoved = new boolean[context.calendar.slots];
    }

    /**
     * Moves sessions.
     *
     * @param from a room of the data set
     * @param to another, free at the slots of the sessions and big enough
     * @param d the day
     * @param slots which sessions of the room move, by slot, as bits
     * @return whether everybody found a place
     */
    boolean move(int from, int to, int d, int slots) {
        if (!gather(from, d, slots)) {
            return false;
        }
        long mostPence = context.state.cost().of(TrainingConstraint.TRAVEL) + hireSaved(from, to, d, slots);
        for (int i = 0; i < count; i++) {
            isOnlyHere[i] = true;
            for (int k = 0; k < itemCount[i]; k++) {
                int session = state.sessionOf(item(i, k));
                isOnlyHere[i] &=
                        context.estate.roomOf(session) == from && (slots >> context.estate.slotOf(session) & 1) != 0;
            }
        }
        for (int slot = 0; slot < context.calendar.slots; slot++) {
            int old = context.estate.sessionAt(from, d, slot);
            isMoved[slot] = (slots >> slot & 1) != 0 && state.countOf(old) > 0;
            if (isMoved[slot]) {
                int session = context.estate.sessionAt(to, d, slot);
                context.trial.teach(session, state.moduleOf(old));
                context.trial.unstaff(session);
            }
        }
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < itemCount[i]; k++) {
                context.trial.unbook(item(i, k));
            }
        }
        // Who had something in another room of the venue as well had better stay there.
        int venue = context.estate.venueOf[from];
        for (int i = 0; i < count; i++) {
            boolean isPlaced = !isOnlyHere[i] && stay(i, d, venue, from);
            itemCount[i] = isPlaced ? 0 : itemCount[i];
        }
        for (int i = 0; i < count; i++) {
            if (itemCount[i] > 0
                    && (!comeOrChangePlaces(i, to, d)
                            || context.isTooDear(state.cost().of(TrainingConstraint.TRAVEL) - mostPence))) {
                return false;
            }
        }
        return true;
    }

    /** What journeys may cost more for it: hire saved, and a little for what else may come of it. */
    private long hireSaved(int from, int to, int d, int slots) {
        long saved = SIDE_EFFECTS;
        for (int slot = 0; slot < context.calendar.slots; slot++) {
            if ((slots >> slot & 1) != 0 && state.countOf(context.estate.sessionAt(from, d, slot)) > 0) {
                saved += context.estate.pencePerSlot[from] - context.estate.pencePerSlot[to];
            }
        }
        return saved;
    }

    /** Whichever journeys cost less. */
    private boolean comeOrChangePlaces(int i, int to, int d) {
        long own = context.estate.reaches(context.workforce.teamOn(people[i], d), to)
                ? travelTo(people[i], to, d)
                : Long.MAX_VALUE;
        return changePlaces(i, to, d, own)
                || come(i, to, d)
                || (own < Long.MAX_VALUE && changePlaces(i, to, d, Long.MAX_VALUE));
    }

    private int item(int i, int k) {
        return itemsOf[i * MoveContext.MOST_ITEMS + k];
    }

    /** Notes everybody in the sessions with all they have in sessions of that day; false when one may not move. */
    private boolean gather(int room, int d, int slots) {
        count = 0;
        for (int slot = 0; slot < context.calendar.slots; slot++) {
            int session = context.estate.sessionAt(room, d, slot);
            int n = (slots >> slot & 1) == 0 ? 0 : state.countOf(session);
            for (int i = 0; i < n; i++) {
                int p = context.requirements.staffOf[state.attendee(session, i)];
                if (!isNoted(p)) {
                    makeRoom();
                    people[count] = p;
                    itemCount[count] = context.sessionItemsOn(p, d, theirs);
                    if (itemCount[count] <= 0) {
                        return false;
                    }
                    System.arraycopy(theirs, 0, itemsOf, count * MoveContext.MOST_ITEMS, itemCount[count]);
                    count++;
                }
            }
        }
        return count > 0;
    }

    private boolean isNoted(int p) {
        for (int i = 0; i < count; i++) {
            if (people[i] == p) {
                return true;
            }
        }
        return false;
    }

    private void makeRoom() {
        if (count == people.length) {
            people = Arrays.copyOf(people, count * 2);
            itemCount = Arrays.copyOf(itemCount, count * 2);
            isOnlyHere = Arrays.copyOf(isOnlyHere, count * 2);
            itemsOf = Arrays.copyOf(itemsOf, count * 2 * MoveContext.MOST_ITEMS);
        }
    }

    /** Books all of a person's items in other rooms of a venue. */
    private boolean stay(int i, int d, int venue, int butRoom) {
        for (int k = 0; k < itemCount[i]; k++) {
            int r = item(i, k);
            if (!bookAtVenue(r, d, venue, butRoom)) {
                takeBack(i, k);
                return false;
            }
        }
        return true;
    }

    private boolean bookAtVenue(int r, int d, int venue, int butRoom) {
        int module = context.requirements.moduleOf[r];
        for (int slot = 0; slot < context.calendar.slots; slot++) {
            for (int j = 0; j < state.openCount(module, d, slot); j++) {
                int session = state.openAt(module, d, slot, j);
                int room = context.estate.roomOf(session);
                if (room != butRoom && context.estate.venueOf[room] == venue && context.bookIn(r, session)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Books all of a person's items in the new room. */
    private boolean come(int i, int to, int d) {
        for (int k = 0; k < itemCount[i]; k++) {
            int r = item(i, k);
            if (!bookInRoom(r, to, d)) {
                takeBack(i, k);
                return false;
            }
        }
        return true;
    }

    private boolean bookInRoom(int r, int room, int d) {
        for (int slot = 0; slot < context.calendar.slots; slot++) {
            int session = context.estate.sessionAt(room, d, slot);
            if (isMoved[slot]
                    && state.moduleOf(session) == context.requirements.moduleOf[r]
                    && context.bookIn(r, session)) {
                return true;
            }
        }
        return false;
    }

    private void takeBack(int i, int booked) {
        for (int k = 0; k < booked; k++) {
            context.trial.unbook(item(i, k));
        }
    }

    /** Sends somebody else to the new room, who trains in the same modules elsewhere that day, and takes their places. */
    private boolean changePlaces(int i, int to, int d, long limit) {
        int p = people[i];
        int first = item(i, 0);
        int module = context.requirements.moduleOf[first];
        int best = NOBODY;
        long bestTravel = limit;
        int compared = 0;
        for (int slot = 0; slot < context.calendar.slots; slot++) {
            int open = state.openCount(module, d, slot);
            int start = open == 0 ? 0 : context.random.nextInt(open);
            for (int j = 0; j < open && compared < PARTNERS_COMPARED; j++) {
                int session = state.openAt(module, d, slot, (start + j) % open);
                if (context.estate.roomOf(session) == to
                        || !context.estate.reaches(context.workforce.teamOn(p, d), context.estate.roomOf(session))) {
                    continue;
                }
                for (int seat = 0; seat < state.countOf(session); seat++) {
                    int q = context.requirements.staffOf[state.attendee(session, seat)];
                    if (context.estate.reaches(context.workforce.teamOn(q, d), to) && hasSameModules(q, i, d)) {
                        compared++;
                        long travel = travelTo(q, to, d) - context.travel(q, session) + context.travel(p, session);
                        if (travel < bestTravel) {
                            bestTravel = travel;
                            best = q;
                        }
                    }
                }
            }
        }
        return best != NOBODY && swap(i, best, to, d);
    }

    private long travelTo(int p, int room, int d) {
        return context.estate
                .travelPence[context.workforce.teamOn(p, d) * context.estate.venues + context.estate.venueOf[room]];
    }

    private boolean hasSameModules(int q, int i, int d) {
        int n = context.sessionItemsOn(q, d, theirs);
        if (n != itemCount[i]) {
            return false;
        }
        for (int k = 0; k < n; k++) {
            if (context.requirements.moduleOf[theirs[k]] != context.requirements.moduleOf[item(i, k)]) {
                return false;
            }
        }
        return true;
    }

    private boolean swap(int i, int q, int to, int d) {
        int mark = context.trial.mark();
        boolean isDone = tryToSwap(i, q, to, d);
        if (!isDone) {
            context.trial.takeBackTo(mark);
        }
        return isDone;
    }

    private boolean tryToSwap(int i, int q, int to, int d) {
        int n = context.sessionItemsOn(q, d, theirs);
        for (int k = 0; k < n; k++) {
            theirSessions[k] = state.sessionOf(theirs[k]);
        }
        for (int k = 0; k < n; k++) {
            context.trial.unbook(theirs[k]);
        }
        for (int k = 0; k < n; k++) {
            if (!bookInRoom(theirs[k], to, d)) {
                return false;
            }
        }
        for (int k = 0; k < n; k++) {
            if (!context.bookIn(item(i, k), theirSessions[k])) {
                return false;
            }
        }
        return true;
    }
}
