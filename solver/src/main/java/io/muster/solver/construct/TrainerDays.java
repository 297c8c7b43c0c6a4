package io.muster.solver.construct;

import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Hands the sessions of whole trainers' days over to other trainers where that is worth it: to somebody who already
 * delivers at that venue that day, or to somebody cheaper. The plan stays valid, and coverage as it is.
 */
final class TrainerDays {

    private static final int MOST_ROUNDS = 4;

    private record TrainerDay(int trainer, int day, long pence) {}

    private final PlanState state;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Cadre cadre;
    /** Sessions of the day at hand, positions of its trainer in them, and who takes over. */
    private int[] sessions = new int[8];

    private int[] positions = new int[8];

    TrainerDays(PlanState state) {
        this.state = state;
        calendar = state.problem().calendar;
        curriculum = state.problem().curriculum;
        cadre = state.problem().cadre;
    }

    /**
     * Saves what can be saved, the dearest days first.
     *
     * @param internalPence what an internal trainer's day is worth beside its price: 0 where they are plentiful
     */
    void save(long internalPence) {
        boolean again = true;
        for (int round = 0; again && round < MOST_ROUNDS; round++) {
            again = false;
            for (TrainerDay day : dearestFirst(internalPence)) {
                again |= handOver(day, internalPence);
            }
        }
    }

    private List<TrainerDay> dearestFirst(long internalPence) {
        List<TrainerDay> list = new ArrayList<>();
        for (int t = 0; t < cadre.trainers; t++) {
            long pence = priceOf(t, internalPence);
            for (int d = 0; d < calendar.days && pence > 0; d++) {
                if (state.trainerSessions(t, d) > 0) {
                    list.add(new TrainerDay(t, d, pence));
                }
            }
        }
        list.sort(Comparator.comparingLong(TrainerDay::pence)
                .reversed()
                .thenComparingInt(day -> state.trainerSessions(day.trainer(), day.day()))
                .thenComparingInt(TrainerDay::day)
                .thenComparingInt(TrainerDay::trainer));
        return list;
    }

    private long priceOf(int trainer, long internalPence) {
        return cadre.pencePerDay[trainer] + (cadre.internal[trainer] ? internalPence : 0);
    }

    private boolean handOver(TrainerDay day, long internalPence) {
        int n = state.trainerSessions(day.trainer(), day.day());
        if (n > sessions.length) {
            sessions = new int[n];
            positions = new int[n];
        }
        for (int i = 0; i < n; i++) {
            sessions[i] = state.trainerSession(day.trainer(), day.day(), i);
        }
        long left = day.pence();
        for (int i = 0; i < n; i++) {
            positions[i] = positionIn(sessions[i], day.trainer());
            int other = cheapest(sessions[i], day, internalPence, left);
            if (other < 0) {
                for (int k = 0; k < i; k++) {
                    state.setTrainer(sessions[k], positions[k], day.trainer());
                }
                return false;
            }
            left -= state.trainerWorks(other, day.day()) ? 0 : priceOf(other, internalPence);
            state.setTrainer(sessions[i], positions[i], other);
        }
        return n > 0;
    }

    /** The cheapest other trainer for a session whose day costs less than a limit; -1: there is none. */
    private int cheapest(int session, TrainerDay day, long internalPence, long limit) {
        int module = state.moduleOf(session);
        boolean internalAsked = cadre.internal[day.trainer()] && internalsOf(session) <= curriculum.internals[module];
        int best = -1;
        long bestPence = limit;
        for (int t : cadre.able[module * calendar.days + day.day()]) {
            if (t == day.trainer() || (internalAsked && !cadre.internal[t])) {
                continue;
            }
            long pence = state.trainerWorks(t, day.day()) ? 0 : priceOf(t, internalPence);
            if (pence < bestPence && positionIn(session, t) < 0 && state.isTrainerFree(t, module, session)) {
                best = t;
                bestPence = pence;
            }
        }
        return best;
    }

    private int internalsOf(int session) {
        int internals = 0;
        for (int k = 0; k < curriculum.trainers[state.moduleOf(session)]; k++) {
            internals += cadre.internal[state.trainerAt(session, k)] ? 1 : 0;
        }
        return internals;
    }

    private int positionIn(int session, int trainer) {
        for (int k = 0; k < curriculum.maxTrainers; k++) {
            if (state.trainerAt(session, k) == trainer) {
                return k;
            }
        }
        return -1;
    }
}
