package io.muster.solver.search;

import io.muster.solver.state.PlanState;

/** All sessions of a room's day move to another free room, everybody and their trainers with them. */
final class MoveClassMove implements MoveKind {

    private static final int ROOMS_TRIED = 6;

    private final MoveContext context;
    private final PlanState state;
    private final int[][] attendees;
    private final int[][] teams;
    private final int[] modules;

    MoveClassMove(MoveContext context) {
        this.context = context;
        state = context.state;
        attendees = new int[context.calendar.slots][];
        teams = new int[context.calendar.slots][context.curriculum.maxTrainers];
        modules = new int[context.calendar.slots];
    }

    @Override
    public String label() {
        return "move class";
    }

    @Override
    public boolean attempt() {
        int any = context.randomRunning();
        if (any < 0 || context.estate.roomOf(any) >= context.estate.realRooms) {
            return false;
        }
        int d = context.estate.dayOf(any);
        int from = context.estate.roomOf(any);
        note(from, d);
        for (int i = 0; i < ROOMS_TRIED; i++) {
            int to = context.random.nextInt(context.estate.realRooms);
            if (to != from && isBigEnough(to, d)) {
                return move(to, d);
            }
        }
        return false;
    }

    private void note(int room, int d) {
        for (int slot = 0; slot < context.calendar.slots; slot++) {
            int session = context.estate.sessionAt(room, d, slot);
            attendees[slot] = context.state.attendees(session);
            modules[slot] = state.moduleOf(session);
            for (int k = 0; k < teams[slot].length; k++) {
                teams[slot][k] = state.trainerAt(session, k);
            }
        }
    }

    private boolean isBigEnough(int to, int d) {
        for (int slot = 0; slot < context.calendar.slots; slot++) {
            if (attendees[slot].length > 0
                    && (!state.isFree(context.estate.sessionAt(to, d, slot), modules[slot])
                            || context.problem.capacity(to, modules[slot], d) < attendees[slot].length)) {
                return false;
            }
        }
        return true;
    }

    private boolean move(int to, int d) {
        for (int[] list : attendees) {
            for (int r : list) {
                context.trial.unbook(r);
            }
        }
        for (int slot = 0; slot < context.calendar.slots; slot++) {
            if (attendees[slot].length == 0) {
                continue;
            }
            int session = context.estate.sessionAt(to, d, slot);
            for (int trainer : teams[slot]) {
                if (trainer >= 0 && !state.isTrainerFree(trainer, modules[slot], session)) {
                    return false;
                }
            }
            context.trial.teach(session, modules[slot]);
            for (int k = 0; k < teams[slot].length; k++) {
                context.trial.staff(session, k, teams[slot][k]);
            }
            for (int r : attendees[slot]) {
                if (!state.canPlace(r, session)) {
                    return false;
                }
                context.trial.book(r, session);
            }
        }
        return true;
    }
}
