package io.muster.solver.construct;

import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;

/** Takes people and classes from their places and puts them into others; what it books goes to a journal. */
final class Reseating {

    private final PlanState state;
    private final Problem problem;
    private final SeatFiller seats;
    private final Journal journal;

    Reseating(PlanState state, Journal journal) {
        this.state = state;
        this.journal = journal;
        problem = state.problem();
        seats = new SeatFiller(state);
    }

    Journal journal() {
        return journal;
    }

    /** {@return whether a booking may be taken out, not to come back: it is no cohort's and nothing rests on it} */
    boolean mayTakeOut(int r) {
        return !problem.isTogether(r) && state.canUnbook(r);
    }

    /** Books an unbooked requirement in the cheapest free seat; nothing where there is none. */
    void bookInSeat(int r) {
        int seat = seats.cheapestSeat(r);
        if (seat >= 0) {
            journal.book(r, seat);
        }
    }

    /** {@return the trainers of a running session, by position} */
    int[] team(int session) {
        int[] team = new int[problem.curriculum.trainers[state.moduleOf(session)]];
        for (int k = 0; k < team.length; k++) {
            team[k] = state.trainerAt(session, k);
        }
        return team;
    }

    /** Makes a session of a place at which nothing runs; somebody is to be booked at once. */
    void run(int place, int module, int[] team) {
        state.setModule(place, module);
        for (int k = 0; k < team.length; k++) {
            state.setTrainer(place, k, team[k]);
        }
    }
}
