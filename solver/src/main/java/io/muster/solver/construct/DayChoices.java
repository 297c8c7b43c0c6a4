package io.muster.solver.construct;

import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What one staff member could do on a day while everybody else stays: one requirement, or two on different half-days, in
 * sessions that run and have seats, or in such that could be opened. The order of days, rest and the week's limit are not
 * asked here.
 */
final class DayChoices {

    /** Most requirements of a person that are looked at together. */
    static final int MOST_THINGS = 8;

    /** Venue of somebody who is in no room and in no virtual session on a day. */
    static final int NOWHERE = -2;

    private static final int NOTHING = -1;

    private final PlanState state;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;
    private final TrainerPicker trainers;
    private final int places;
    /** Rooms of each place (a venue, or all virtual rooms), the cheapest first. */
    private final List<List<Integer>> roomsOf = new ArrayList<>();

    /** Where each module could be opened: [((place * days + day) * slots + slot) * modules + module]. */
    private final int[] roomToOpen;

    private final long[] openingPence;
    private final int[] knownSince;
    /** Counts, by week, what opened and closed: what was known before does not hold any more. */
    private final int[] changes;

    // The day at hand.
    private final int[] sessionAt;
    private final long[] penceAt;

    private final List<Choice> choices = new ArrayList<>();

    /**
     * A choice.
     *
     * @param subset positions of what is booked, as bits
     * @param needs positions, as bits, of what must be booked before
     * @param mask slots taken, as bits
     * @param pence price beyond that of the day
     * @param first position of the first thing
     * @param firstSession its session
     * @param second position of the second thing; -1: none
     * @param secondSession its session
     */
    record Choice(
            int subset, int needs, int mask, long pence, int first, int firstSession, int second, int secondSession) {}

    DayChoices(PlanState state, TrainerPicker trainers) {
        this.state = state;
        this.trainers = trainers;
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
        places = estate.venues + 1;
        for (int place = 0; place < places; place++) {
            roomsOf.add(new ArrayList<>());
        }
        for (int room = 0; room < estate.rooms; room++) {
            roomsOf.get(placeOf(estate.venueOf[room])).add(room);
        }
        roomsOf.forEach(rooms -> rooms.sort(Comparator.comparingLong(room -> estate.pencePerSlot[room])));
        int keys = places * calendar.days * calendar.slots * curriculum.modules;
        roomToOpen = new int[keys];
        openingPence = new long[keys];
        knownSince = new int[keys];
        changes = new int[calendar.weeks];
        Arrays.fill(changes, 1);
        sessionAt = new int[places * calendar.slots * MOST_THINGS];
        penceAt = new long[sessionAt.length];
    }

    private int placeOf(int venue) {
        return venue < 0 ? estate.venues : venue;
    }

    /** Tells that a session opened or closed on a day. */
    void sessionsChanged(int day) {
        changes[calendar.weekOf[day]]++;
    }

    /**
     * Finds the choices of a day.
     *
     * @param p staff member
     * @param d day
     * @param things requirements, unbooked
     * @param needs positions, as bits, of the things each must come after
     * @param free slots, as bits, on which nothing is booked and the person may be
     * @param venue venue of what is booked already; -1: virtual; {@link #NOWHERE}
     * @param opening whether sessions may be opened
     * @return the choices; of those that book the same on the same slots the cheapest
     */
    List<Choice> find(int p, int d, int[] things, int[] needs, int free, int venue, boolean opening) {
        choices.clear();
        Arrays.fill(sessionAt, NOTHING);
        for (int i = 0; i < things.length; i++) {
            for (int slot = 0; slot < calendar.slots; slot++) {
                int module = requirements.moduleOf[things[i]];
                int mask = curriculum.slotMask(module, slot);
                if ((free & mask) == mask && curriculum.fitsSlot(module, slot) && state.isInTime(things[i], d, mask)) {
                    long change = problem.baseline.changePence(things[i], d, mask);
                    if (curriculum.isDigital(module)) {
                        put(0, slot, i, estate.digitalSession(module, d, slot), change);
                    } else {
                        seats(p, d, slot, i, module, venue, change);
                        if (opening) {
                            openings(p, d, slot, i, module, venue, change);
                        }
                    }
                }
            }
        }
        combine(things, needs, free);
        return choices;
    }

    private int at(int place, int slot, int i) {
        return (place * calendar.slots + slot) * MOST_THINGS + i;
    }

    private void put(int place, int slot, int i, int session, long pence) {
        int at = at(place, slot, i);
        if (sessionAt[at] == NOTHING || pence < penceAt[at]) {
            sessionAt[at] = session;
            penceAt[at] = pence;
        }
    }

    private boolean suits(int p, int d, int room) {
        return estate.venueOf[room] < 0
                || (estate.reaches(workforce.teamOn(p, d), room)
                        && estate.meetsNeeds[workforce.needsOf[p] * estate.rooms + room]);
    }

    private long travel(int p, int d, int place) {
        return place == estate.venues ? 0 : estate.travelPence[workforce.teamOn(p, d) * estate.venues + place];
    }

    private void seats(int p, int d, int slot, int i, int module, int venue, long change) {
        for (int k = 0; k < state.openCount(module, d, slot); k++) {
            int session = state.openAt(module, d, slot, k);
            int room = estate.roomOf(session);
            if (state.hasSeat(session) && (venue == NOWHERE || venue == estate.venueOf[room]) && suits(p, d, room)) {
                int place = placeOf(estate.venueOf[room]);
                put(place, slot, i, session, change + travel(p, d, place));
            }
        }
    }

    private void openings(int p, int d, int slot, int i, int module, int venue, long change) {
        for (int place = 0; place < places; place++) {
            if (sessionAt[at(place, slot, i)] != NOTHING || (venue != NOWHERE && placeOf(venue) != place)) {
                continue;
            }
            int key = ((place * calendar.days + d) * calendar.slots + slot) * curriculum.modules + module;
            int since = changes[calendar.weekOf[d]];
            if (knownSince[key] != since) {
                knownSince[key] = since;
                lookForRoom(key, place, d, slot, module);
            }
            int room = roomToOpen[key];
            if (room >= 0 && suits(p, d, room)) {
                put(place, slot, i, estate.sessionAt(room, d, slot), change + openingPence[key] + travel(p, d, place));
            }
        }
    }

    private void lookForRoom(int key, int place, int d, int slot, int module) {
        roomToOpen[key] = NOTHING;
        for (int room : roomsOf.get(place)) {
            int session = estate.sessionAt(room, d, slot);
            if (state.isFree(session, module) && problem.capacity(room, module, d) > 0) {
                long pence = trainers.pence(session, module);
                if (pence >= 0) {
                    roomToOpen[key] = room;
                    openingPence[key] = pence
                            + estate.pencePerSlot[room] * curriculum.slots[module]
                            + problem.prices.emptySeat * problem.capacity(room, module, d)
                            + problem.prices.belowMinimumClass;
                }
                return;
            }
        }
    }

    // ---- One or two things -----------------------------------------------------------------------------------------

    private void combine(int[] things, int[] needs, int free) {
        for (int i = 0; i < things.length; i++) {
            for (int slot = 0; slot < calendar.slots; slot++) {
                single(things, needs, i, slot);
            }
        }
        if (calendar.slots == 2 && free == 3) {
            for (int i = 0; i < things.length; i++) {
                for (int j = 0; j < things.length; j++) {
                    if (i != j && (needs[i] >> j & 1) == 0 && isHalf(things[i]) && isHalf(things[j])) {
                        pair(things, needs, i, j);
                    }
                }
            }
        }
    }

    private boolean isHalf(int r) {
        return curriculum.slots[requirements.moduleOf[r]] == 1;
    }

    private boolean isDigital(int r) {
        return curriculum.isDigital(requirements.moduleOf[r]);
    }

    private int cheapest(int slot, int i) {
        int best = NOTHING;
        for (int place = 0; place < places; place++) {
            int at = at(place, slot, i);
            if (sessionAt[at] != NOTHING && (best == NOTHING || penceAt[at] < penceAt[best])) {
                best = at;
            }
        }
        return best;
    }

    private void single(int[] things, int[] needs, int i, int slot) {
        int best = cheapest(slot, i);
        if (best != NOTHING) {
            int mask = curriculum.slotMask(requirements.moduleOf[things[i]], slot);
            choices.add(new Choice(1 << i, needs[i], mask, penceAt[best], i, sessionAt[best], NOTHING, NOTHING));
        }
    }

    private void pair(int[] things, int[] needs, int i, int j) {
        int first = NOTHING;
        int second = NOTHING;
        long pence = Long.MAX_VALUE;
        if (isDigital(things[i]) || isDigital(things[j])) {
            first = cheapest(0, i);
            second = cheapest(1, j);
            if (first == NOTHING || second == NOTHING) {
                return;
            }
            pence = penceAt[first] + penceAt[second];
        } else {
            for (int place = 0; place < places; place++) {
                int one = at(place, 0, i);
                int two = at(place, 1, j);
                if (sessionAt[one] != NOTHING && sessionAt[two] != NOTHING && penceAt[one] + penceAt[two] < pence) {
                    first = one;
                    second = two;
                    pence = penceAt[one] + penceAt[two];
                }
            }
        }
        if (first != NOTHING) {
            choices.add(new Choice(
                    1 << i | 1 << j,
                    needs[i] | needs[j] & ~(1 << i),
                    3,
                    pence,
                    i,
                    sessionAt[first],
                    j,
                    sessionAt[second]));
        }
    }
}
