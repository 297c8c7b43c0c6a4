package io.muster.benchmarks.peer;

import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes a valid plan of what a tool found that does not know every rule: its bookings are entered again in the order of
 * time, sessions of one slot with most bookings first, and those that would break a hard rule are left out. A session
 * whose trainers are not to be had gets others, or does not run. Nothing is booked elsewhere.
 */
final class Repair {

    private final Problem problem;
    private final Curriculum curriculum;
    private final Assignment found;
    private final PlanState state;
    private final Staffing staffing;
    private final Groups groups;
    private final int[] team;

    private Repair(Problem problem, Assignment found) {
        this.problem = problem;
        this.found = found;
        curriculum = problem.curriculum;
        state = new PlanState(problem);
        staffing = new Staffing(state);
        groups = new Groups(problem);
        team = new int[curriculum.maxTrainers];
    }

    /**
     * Keeps what holds of an assignment.
     *
     * @param problem the problem
     * @param found any assignment
     * @return a valid plan whose bookings are all among those of the assignment
     */
    static PlanState keepWhatHolds(Problem problem, Assignment found) {
        Repair repair = new Repair(problem, found);
        repair.run();
        if (repair.state.hardPoints() != 0) {
            throw new IllegalStateException("The repaired plan still breaks hard rules (" + repair.state.hardPoints()
                    + " points). Maybe the state asks less before a booking than it counts after it.");
        }
        return repair.state;
    }

    private void run() {
        TreeMap<Integer, List<Integer>> attendees = new TreeMap<>();
        for (int r = 0; r < problem.requirements.count; r++) {
            if (found.sessionOf()[r] >= 0) {
                attendees
                        .computeIfAbsent(found.sessionOf()[r], s -> new ArrayList<>())
                        .add(r);
            }
        }
        List<Integer> sessions = new ArrayList<>(attendees.keySet());
        sessions.sort((a, b) -> {
            int byTime = Integer.compare(time(a), time(b));
            return byTime != 0
                    ? byTime
                    : Integer.compare(
                            attendees.getOrDefault(b, List.of()).size(),
                            attendees.getOrDefault(a, List.of()).size());
        });
        // Two bookings on neighbouring days may hold together only in the other order: the duty between them is gone.
        int before;
        do {
            before = state.bookings();
            for (int session : sessions) {
                enter(session, attendees.getOrDefault(session, List.of()));
            }
        } while (state.bookings() > before);
    }

    private int time(int session) {
        return problem.estate.dayOf(session) * problem.calendar.slots + problem.estate.slotOf(session);
    }

    private void enter(int session, List<Integer> attendees) {
        int module = found.moduleOf()[session];
        if (!problem.estate.isDigital(session) && state.countOf(session) == 0) {
            if (module < 0 || !state.isFree(session, module) || !staff(session, module)) {
                return;
            }
            staffing.write(session, module, team);
        }
        int cohort = -1;
        for (int r : attendees) {
            if (state.isBooked(r)) {
                cohort = groups.isOfCohort(r) ? problem.workforce.cohortOf[problem.requirements.staffOf[r]] : cohort;
            }
        }
        for (int r : attendees) {
            if (problem.requirements.moduleOf[r] != module || state.isBooked(r)) {
                continue;
            }
            if (!groups.isOfCohort(r)) {
                bookOne(r, session);
                continue;
            }
            List<Integer> together = groups.of(r);
            int own = problem.workforce.cohortOf[problem.requirements.staffOf[r]];
            if ((cohort < 0 || cohort == own) && bookTogether(together, session)) {
                cohort = own;
            }
        }
    }

    /** Chooses the trainers found where they hold, others where they do not. */
    private boolean staff(int session, int module) {
        int internals = 0;
        TreeSet<Integer> different = new TreeSet<>();
        for (int k = 0; k < team.length; k++) {
            int trainer = found.trainerAt()[session * team.length + k];
            team[k] = trainer;
            if (trainer >= 0 && state.isTrainerFree(trainer, module, session) && different.add(trainer)) {
                internals += problem.cadre.internal[trainer] ? 1 : 0;
            } else if (trainer >= 0) {
                return staffing.pick(session, module, team);
            }
        }
        return (different.size() == curriculum.trainers[module] && internals >= curriculum.internals[module])
                || staffing.pick(session, module, team);
    }

    private boolean bookOne(int r, int session) {
        boolean seat = problem.estate.isDigital(session)
                || state.countOf(session) < problem.capacity(problem.estate.roomOf(session), found.moduleOf()[session]);
        if (!seat || !state.canPlace(r, session)) {
            return false;
        }
        state.book(r, session);
        return true;
    }

    private boolean bookTogether(List<Integer> together, int session) {
        for (int i = 0; i < together.size(); i++) {
            int r = together.get(i);
            if (found.sessionOf()[r] != session || !bookOne(r, session)) {
                together.subList(0, i).forEach(state::unbook);
                return false;
            }
        }
        return true;
    }
}
