package io.muster.solver.construct;

import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;

/**
 * Opens the last sessions that idle trainers can take, for those who still wait; and where a session has more internal
 * trainers than its module asks for, an external one takes over if that opens another. Coverage never falls, and the plan
 * stays valid.
 */
final class IdleTrainers {

    private final PlanState state;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Cadre cadre;
    private final Estate estate;
    private final TrainerPicker trainers;
    private final Journal journal;
    private final WaitingList waiting;

    IdleTrainers(PlanState state, TrainerPicker trainers) {
        this.state = state;
        this.trainers = trainers;
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        cadre = problem.cadre;
        estate = problem.estate;
        journal = new Journal(state);
        waiting = new WaitingList(state, journal);
    }

    /** Opens what can be opened. */
    void employ() {
        for (int d = 0; d < calendar.days; d++) {
            for (int slot = 0; slot < calendar.slots; slot++) {
                openOn(d, slot);
            }
        }
        for (int session = 0; session < estate.digitalBase; session++) {
            if (state.countOf(session) > 0) {
                spareInternals(session);
            }
        }
        journal.keep();
    }

    /** Opens sessions at a time for as long as there are trainers, a room and somebody who waits; whether one was. */
    private boolean openOn(int d, int slot) {
        boolean opened = false;
        for (int m = 0; m < curriculum.modules; m++) {
            if (curriculum.isDigital(m) || curriculum.byCohort[m] || !curriculum.fitsSlot(m, slot)) {
                continue;
            }
            for (int venue = -1; venue < estate.venues && !waiting.of(m).isEmpty(); venue++) {
                int session = largestFree(m, venue, d, slot);
                int r = session < 0 ? -1 : waiting.anybodyFor(m, session);
                if (r >= 0 && trainers.staff(session, m, -1, -1)) {
                    journal.book(r, session);
                    waiting.fill(session);
                    opened = true;
                }
            }
        }
        return opened;
    }

    /** The free place with most seats at a venue and time, -1: virtual; -1: there is none. */
    private int largestFree(int module, int venue, int d, int slot) {
        int best = -1;
        int most = 0;
        for (int room = 0; room < estate.rooms; room++) {
            int place = estate.sessionAt(room, d, slot);
            int seats = estate.venueOf[room] == venue && state.isFree(place, module)
                    ? problem.capacity(room, module, d)
                    : 0;
            if (seats > most) {
                best = place;
                most = seats;
            }
        }
        return best;
    }

    private void spareInternals(int session) {
        int module = state.moduleOf(session);
        int d = estate.dayOf(session);
        for (int k = 0; k < curriculum.trainers[module] && internalsOf(session) > curriculum.internals[module]; k++) {
            int internal = state.trainerAt(session, k);
            int external = cadre.internal[internal] ? external(session, module, d) : -1;
            if (external >= 0) {
                state.setTrainer(session, k, external);
                if (!openOn(d, estate.slotOf(session))) {
                    state.setTrainer(session, k, internal);
                }
            }
        }
    }

    private int external(int session, int module, int d) {
        for (int t : cadre.able[module * calendar.days + d]) {
            if (!cadre.internal[t] && state.isTrainerFree(t, module, session)) {
                return t;
            }
        }
        return -1;
    }

    private int internalsOf(int session) {
        int internals = 0;
        for (int k = 0; k < curriculum.trainers[state.moduleOf(session)]; k++) {
            internals += cadre.internal[state.trainerAt(session, k)] ? 1 : 0;
        }
        return internals;
    }
}
