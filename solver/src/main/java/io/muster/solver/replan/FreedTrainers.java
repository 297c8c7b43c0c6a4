package io.muster.solver.replan;

import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where internal trainers are what sessions cannot be opened for: hands their days in classes that have more of them than
 * they need over to others, and gives back afterwards what was not used. Nobody is moved.
 */
final class FreedTrainers {

    private static final int NOBODY = -1;

    /** A day that was handed over. */
    private record Loan(int trainer, List<Place> places) {}

    /** A place in a session, and who took it over. */
    private record Place(int session, int module, int position, int substitute) {}

    private final Repair repair;
    private final List<Loan> loans = new ArrayList<>();

    FreedTrainers(Repair repair) {
        this.repair = repair;
    }

    /**
     * Frees whoever could teach what is wanted, those first who could teach most of it.
     *
     * @param wanted requirements without a booking; those that are booked do not count
     */
    void free(List<Integer> wanted) {
        int[] waiting = new int[repair.curriculum.modules];
        for (int r : wanted) {
            int module = repair.requirements.moduleOf[r];
            waiting[module] += !repair.state.isBooked(r) && repair.curriculum.internals[module] > 0 ? 1 : 0;
        }
        List<Integer> trainers = new ArrayList<>();
        long[] use = new long[repair.cadre.trainers];
        for (int t = 0; t < repair.cadre.trainers; t++) {
            for (int m = 0; m < waiting.length; m++) {
                use[t] += repair.cadre.accredited[t * waiting.length + m] ? waiting[m] : 0;
            }
            if (repair.cadre.internal[t] && use[t] > 0) {
                trainers.add(t);
            }
        }
        trainers.sort(Comparator.<Integer>comparingLong(t -> -use[t]).thenComparingInt(t -> t));
        for (int t : trainers) {
            for (int d = repair.baseline.firstFree; d < repair.calendar.days; d++) {
                if (repair.state.trainerSessions(t, d) > 0) {
                    handOver(t, d);
                }
            }
        }
    }

    private void handOver(int trainer, int d) {
        PlanState state = repair.state;
        int[] sessions = new int[state.trainerSessions(trainer, d)];
        for (int i = 0; i < sessions.length; i++) {
            sessions[i] = state.trainerSession(trainer, d, i);
            if (internalsOf(sessions[i]) <= repair.curriculum.internals[state.moduleOf(sessions[i])]) {
                return;
            }
        }
        List<Place> places = new ArrayList<>();
        for (int session : sessions) {
            int module = state.moduleOf(session);
            int other = cheapestExternal(session, module, d);
            if (other == NOBODY) {
                places.forEach(place -> state.setTrainer(place.session(), place.position(), trainer));
                return;
            }
            int position = positionOf(state, session, trainer);
            state.setTrainer(session, position, other);
            places.add(new Place(session, module, position, other));
        }
        loans.add(new Loan(trainer, places));
    }

    private int internalsOf(int session) {
        int internals = 0;
        for (int k = 0; k < repair.curriculum.maxTrainers; k++) {
            int trainer = repair.state.trainerAt(session, k);
            internals += trainer != NOBODY && repair.cadre.internal[trainer] ? 1 : 0;
        }
        return internals;
    }

    private int cheapestExternal(int session, int module, int d) {
        PlanState state = repair.state;
        int best = NOBODY;
        long bestPence = Long.MAX_VALUE;
        for (int t : repair.cadre.able[module * repair.calendar.days + d]) {
            long pence = state.trainerWorks(t, d) ? 0 : repair.cadre.pencePerDay[t];
            if (!repair.cadre.internal[t]
                    && pence < bestPence
                    && positionOf(state, session, t) == NOBODY
                    && state.isTrainerFree(t, module, session)) {
                best = t;
                bestPence = pence;
            }
        }
        return best;
    }

    private int positionOf(PlanState state, int session, int trainer) {
        for (int k = 0; k < repair.curriculum.maxTrainers; k++) {
            if (state.trainerAt(session, k) == trainer) {
                return k;
            }
        }
        return NOBODY;
    }

    /**
     * Gives days back to whoever has not been needed elsewhere.
     *
     * @param state the plan, or one that a search has made of it
     */
    void giveBack(PlanState state) {
        for (int i = loans.size() - 1; i >= 0; i--) {
            Loan loan = loans.get(i);
            List<Place> places = loan.places().stream()
                    .filter(place -> state.countOf(place.session()) > 0)
                    .toList();
            int back = 0;
            while (back < places.size() && giveBack(state, loan.trainer(), places.get(back))) {
                back++;
            }
            if (back < places.size()) {
                places.subList(0, back)
                        .forEach(place -> state.setTrainer(place.session(), place.position(), place.substitute()));
            }
        }
        loans.clear();
    }

    private static boolean giveBack(PlanState state, int trainer, Place place) {
        boolean may = state.moduleOf(place.session()) == place.module()
                && state.trainerAt(place.session(), place.position()) == place.substitute()
                && state.isTrainerFree(trainer, place.module(), place.session());
        if (may) {
            state.setTrainer(place.session(), place.position(), trainer);
        }
        return may;
    }
}
