package io.muster.solver.replan;

import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses whom a search may move when it may move few: of the moves that a free search made, those that save most for each
 * booking moved. A room's day is looked at first, as it pays to empty a class; what is left of the budget goes to single
 * people's days. What a choice is worth is only its rank: the search that follows decides what is done.
 */
final class WorthwhileMoves {

    private final PlanState state;
    private final PlanState free;
    private final Problem problem;

    /**
     * A choice.
     *
     * @param state the plan that is to be improved; it is as it was afterwards
     * @param free the plan that a free search made of it
     */
    WorthwhileMoves(PlanState state, PlanState free) {
        this.state = state;
        this.free = free;
        problem = state.problem();
    }

    /**
     * Moves that are looked at together.
     *
     * @param counted those of them that count against the budget
     * @param saving what all of them save together, pence; negative: they cost
     */
    private record Group(List<Integer> counted, long saving) {
        double each() {
            return (double) saving / counted.size();
        }
    }

    private static final Comparator<Group> DEAREST_FIRST = Comparator.comparingDouble(Group::each)
            .reversed()
            .thenComparing(group -> group.counted().get(0));

    /** {@return at most so many requirements that nothing broke, and that the free search moved} */
    Set<Integer> choose(int most) {
        Map<Integer, List<Integer>> byRoom = new TreeMap<>();
        Map<Integer, List<Integer>> byPerson = new TreeMap<>();
        for (int r = 0; r < problem.requirements.count; r++) {
            int from = state.sessionOf(r);
            if (from >= 0 && free.isBooked(r) && free.sessionOf(r) != from) {
                int day = problem.estate.dayOf(from);
                if (!problem.estate.isDigital(from)) {
                    byRoom.computeIfAbsent(
                                    problem.estate.roomOf(from) * problem.calendar.days + day, key -> new ArrayList<>())
                            .add(r);
                }
                byPerson.computeIfAbsent(
                                problem.requirements.staffOf[r] * problem.calendar.days + day, key -> new ArrayList<>())
                        .add(r);
            }
        }
        Set<Integer> chosen = new HashSet<>();
        for (Group group : groups(byRoom, chosen)) {
            if (group.saving() > 0 && chosen.size() + group.counted().size() <= most) {
                chosen.addAll(group.counted());
            }
        }
        for (Group group : groups(byPerson, chosen)) {
            if (chosen.size() + group.counted().size() <= most) {
                chosen.addAll(group.counted());
            }
        }
        return chosen;
    }

    private List<Group> groups(Map<Integer, List<Integer>> moves, Set<Integer> chosen) {
        List<Group> groups = new ArrayList<>();
        for (List<Integer> together : moves.values()) {
            List<Integer> counted = together.stream()
                    .filter(r -> counts(r) && !chosen.contains(r))
                    .toList();
            if (!counted.isEmpty()) {
                groups.add(new Group(counted, saving(together)));
            }
        }
        groups.sort(DEAREST_FIRST);
        return groups;
    }

    private boolean counts(int r) {
        return Repair.isDisturbed(free, r) && !Repair.isDisturbed(state, r);
    }

    /** A session that was opened to see what it costs, and what stood there before. */
    private record Opened(int place, int module, int[] trainers) {}

    /** What the plan saves when some bookings go where the free search took them, whatever rule that breaks. */
    private long saving(List<Integer> moves) {
        long before = state.cost().total();
        int[] from = moves.stream().mapToInt(state::sessionOf).toArray();
        moves.forEach(state::unbook);
        List<Opened> opened = new ArrayList<>();
        List<Integer> booked = new ArrayList<>();
        for (int r : moves) {
            int to = free.sessionOf(r);
            if (!problem.estate.isDigital(to) && state.countOf(to) == 0) {
                opened.add(open(to));
            }
            if (problem.estate.isDigital(to) || state.moduleOf(to) == problem.requirements.moduleOf[r]) {
                state.book(r, to);
                booked.add(r);
            }
        }
        long saving = booked.size() == moves.size() ? before - state.cost().total() : Long.MIN_VALUE / 2;
        booked.forEach(state::unbook);
        for (int i = opened.size() - 1; i >= 0; i--) {
            set(opened.get(i));
        }
        for (int i = 0; i < from.length; i++) {
            state.book(moves.get(i), from[i]);
        }
        return saving;
    }

    private Opened open(int place) {
        int most = problem.curriculum.maxTrainers;
        Opened former = new Opened(place, state.moduleOf(place), new int[most]);
        Opened wanted = new Opened(place, free.moduleOf(place), new int[most]);
        for (int k = 0; k < most; k++) {
            former.trainers()[k] = state.trainerAt(place, k);
            wanted.trainers()[k] = free.trainerAt(place, k);
        }
        set(wanted);
        return former;
    }

    private void set(Opened session) {
        state.setModule(session.place(), session.module());
        for (int k = 0; k < session.trainers().length; k++) {
            state.setTrainer(session.place(), k, session.trainers()[k]);
        }
    }
}
