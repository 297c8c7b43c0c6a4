package io.muster.solver.search;

import io.muster.solver.state.PlanState;

/**
 * The sessions of a room's day move to another free room of that day, preferably one that costs less; where it has more
 * seats, some of those who wait take them.
 */
final class RehouseMove implements MoveKind {

    private static final int ROOMS_COMPARED = 4;
    private static final int ROOMS_TRIED = 12;

    private final MoveContext context;
    private final PlanState state;
    private final Rehousing rehousing;
    private final Staffing staffing;
    private final Placer placer;
    /** Trainers of the sessions that move: [slot][position]. */
    private final int[][] teams;

    RehouseMove(MoveContext context) {
        this.context = context;
        state = context.state;
        rehousing = new Rehousing(context);
        staffing = new Staffing(context);
        placer = new Placer(context);
        teams = new int[context.calendar.slots][context.curriculum.maxTrainers];
    }

    @Override
    public String label() {
        return "rehouse";
    }

    @Override
    public boolean attempt() {
        int any = dearest();
        if (any < 0) {
            return false;
        }
        int d = context.estate.dayOf(any);
        int from = context.estate.roomOf(any);
        int to = target(from, d);
        noteTeams(from, d);
        if (to < 0 || !rehousing.move(from, to, d, (1 << context.calendar.slots) - 1)) {
            return false;
        }
        staffing.drawPrices();
        for (int slot = 0; slot < context.calendar.slots; slot++) {
            int session = context.estate.sessionAt(to, d, slot);
            if (state.countOf(session) > 0
                    && state.trainerAt(session, 0) < 0
                    && !bring(session)
                    && !staffing.fill(session)) {
                return false;
            }
        }
        for (int slot = 0; slot < context.calendar.slots; slot++) {
            int session = context.estate.sessionAt(to, d, slot);
            if (state.countOf(session) > 0) {
                placer.fill(session);
            }
        }
        return true;
    }

    private void noteTeams(int room, int d) {
        for (int slot = 0; slot < context.calendar.slots; slot++) {
            for (int k = 0; k < teams[slot].length; k++) {
                teams[slot][k] = state.trainerAt(context.estate.sessionAt(room, d, slot), k);
            }
        }
    }

    /** The trainers come along, where nothing else keeps them. */
    private boolean bring(int session) {
        int[] team = teams[context.estate.slotOf(session)];
        int module = state.moduleOf(session);
        for (int k = 0; k < context.curriculum.trainers[module]; k++) {
            if (team[k] < 0 || !state.isTrainerFree(team[k], module, session)) {
                return false;
            }
        }
        for (int k = 0; k < context.curriculum.trainers[module]; k++) {
            context.trial.staff(session, k, team[k]);
        }
        return true;
    }

    /** Of a few running sessions the one whose room costs most. */
    private int dearest() {
        int best = -1;
        for (int i = 0; i < ROOMS_COMPARED; i++) {
            int session = context.randomRunning();
            if (session >= 0
                    && context.estate.roomOf(session) < context.estate.realRooms
                    && (best < 0 || price(context.estate.roomOf(session)) > price(context.estate.roomOf(best)))) {
                best = session;
            }
        }
        return best;
    }

    private long price(int room) {
        return context.estate.pencePerSlot[room];
    }

    /** A free room for all sessions of a room's day: the cheapest of a few. */
    private int target(int from, int d) {
        int best = -1;
        for (int i = 0; i < ROOMS_TRIED; i++) {
            int room = context.random.nextInt(context.estate.realRooms);
            if (room != from && (best < 0 || price(room) < price(best)) && holds(room, from, d)) {
                best = room;
            }
        }
        return best;
    }

    private boolean holds(int room, int from, int d) {
        for (int slot = 0; slot < context.calendar.slots; slot++) {
            int session = context.estate.sessionAt(from, d, slot);
            int n = state.countOf(session);
            if (n > 0
                    && (!state.isFree(context.estate.sessionAt(room, d, slot), state.moduleOf(session))
                            || context.problem.capacity(room, state.moduleOf(session), d) < n)) {
                return false;
            }
        }
        return true;
    }
}
