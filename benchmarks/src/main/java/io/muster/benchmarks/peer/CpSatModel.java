package io.muster.benchmarks.peer;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All bookings of some people at once, everybody else's as they are: every rule and cost line but {@code mix} and {@code
 * trajectory}. The people's sessions may stand empty in the end.
 */
final class CpSatModel {

    /** Less than this is not worth the time: the plan around is not the best either. */
    private static final double GAP = 0.001;

    private final Problem problem;
    private final PlanState state;
    private final CpModel model = new CpModel();
    private final LinearExprBuilder objective = LinearExpr.newBuilder();
    /** The variables of each requirement, by its choices. */
    private final Map<Integer, List<BoolVar>> takes = new TreeMap<>();

    private final Map<Integer, List<Offer>> choices;
    private final Map<Long, BoolVar> days = new HashMap<>();
    private final Map<Long, BoolVar> venues = new HashMap<>();
    private final Map<Integer, Integer> freed = new HashMap<>();

    /**
     * Makes the model.
     *
     * @param state the plan; unchanged
     * @param people whose bookings are free
     * @param choices the offers of each of their requirements, the one they have included; the rest is checked
     * @param shortfallPence what an unbooked requirement of priority 0 is charged
     */
    CpSatModel(PlanState state, List<Integer> people, Map<Integer, List<Offer>> choices, long shortfallPence) {
        this.state = state;
        this.choices = choices;
        problem = state.problem();
        for (int r : choices.keySet()) {
            if (state.isBooked(r)) {
                freed.merge(state.sessionOf(r), 1, Integer::sum);
            }
        }
        choices.forEach((r, offers) -> take(r, offers, shortfallPence));
        for (int p : people) {
            ruleDays(p);
            ruleOrder(p);
            ruleRest(p);
        }
        ruleCaps(people);
        ruleSessions();
        model.minimize(objective);
    }

    private static long key(int staff, int day, int last) {
        return ((long) staff << 32) | ((long) day << 12) | (last + 2);
    }

    private List<Offer> offersOf(int r) {
        return Objects.requireNonNull(choices.get(r));
    }

    private List<BoolVar> takesOf(int r) {
        return Objects.requireNonNull(takes.get(r));
    }

    private void take(int r, List<Offer> offers, long shortfallPence) {
        List<BoolVar> own = new ArrayList<>();
        int priority = problem.requirements.priorityOf[r];
        for (Offer offer : offers) {
            BoolVar take = bool(state.sessionOf(r) == offer.session());
            own.add(take);
            long late = problem.prices.priorityWeek * priority * problem.calendar.wholeWeeks[offer.day()];
            objective.addTerm(take, late - shortfallPence * (1 + priority));
        }
        model.addAtMostOne(own.toArray(Literal[]::new));
        takes.put(r, own);
    }

    private BoolVar bool(boolean hint) {
        BoolVar variable = model.newBoolVar("");
        model.addHint(variable, hint);
        return variable;
    }

    private BoolVar day(int p, int d) {
        return days.computeIfAbsent(key(p, d, 0), k -> {
            BoolVar day = bool(state.maskOn(p, d) != 0);
            boolean onDuty = (problem.workforce.dayBits[p * problem.calendar.days + d] & Workforce.ON_DUTY) != 0;
            objective.addTerm(day, problem.prices.abstractionDay + (onDuty ? 0 : problem.prices.restDay));
            return day;
        });
    }

    private BoolVar venue(int p, Offer offer) {
        return venues.computeIfAbsent(key(p, offer.day(), offer.venue()), k -> {
            BoolVar venue = bool(isAt(p, offer));
            if (offer.venue() >= 0) {
                objective.addTerm(
                        venue,
                        problem.estate
                                .travelPence[problem.workforce.teamOf[p] * problem.estate.venues + offer.venue()]);
            }
            return venue;
        });
    }

    private boolean isAt(int p, Offer offer) {
        for (int r = problem.requirements.firstOf[p]; r < problem.requirements.firstOf[p + 1]; r++) {
            if (state.isBooked(r)
                    && state.dayOf(r) == offer.day()
                    && !problem.estate.isDigital(state.sessionOf(r))
                    && state.venueOf(state.sessionOf(r)) == offer.venue()) {
                return true;
            }
        }
        return false;
    }

    /** H03 clash, H09 one venue a day, H13 days a week; a seat taken makes the day, and the way to its venue, one's own. */
    private void ruleDays(int p) {
        Map<Integer, Map<Integer, Literal>> venuesOfDay = new TreeMap<>();
        Map<Integer, Map<Integer, Literal>> daysOfWeek = new TreeMap<>();
        Map<Integer, List<Literal>> bySlot = new TreeMap<>();
        Map<Literal, Map<Integer, List<Literal>>> byVenueAndSlot = new LinkedHashMap<>();
        for (int r : requirementsOf(p)) {
            for (int i = 0; i < offersOf(r).size(); i++) {
                Offer offer = offersOf(r).get(i);
                BoolVar take = takesOf(r).get(i);
                for (int slot = 0; slot < problem.calendar.slots; slot++) {
                    if ((offer.mask() >> slot & 1) != 0) {
                        bySlot.computeIfAbsent(offer.day() * problem.calendar.slots + slot, k -> new ArrayList<>())
                                .add(take);
                        if (!offer.isDigital()) {
                            byVenueAndSlot
                                    .computeIfAbsent(venue(p, offer), k -> new TreeMap<>())
                                    .computeIfAbsent(slot, k -> new ArrayList<>())
                                    .add(take);
                        }
                    }
                }
                if (!offer.isDigital()) {
                    venuesOfDay
                            .computeIfAbsent(offer.day(), k -> new TreeMap<>())
                            .put(offer.venue(), venue(p, offer));
                }
                daysOfWeek
                        .computeIfAbsent(problem.calendar.weekOf[offer.day()], k -> new TreeMap<>())
                        .put(offer.day(), day(p, offer.day()));
            }
        }
        bySlot.forEach((at, list) -> atMost(list, day(p, at / problem.calendar.slots)));
        byVenueAndSlot.forEach((venue, slots) -> slots.values().forEach(list -> atMost(list, venue)));
        venuesOfDay.forEach((d, map) -> atMost(map.values(), day(p, d)));
        int most = problem.dataSet.programme().limits().maxTrainingDaysPerStaffPerWeek();
        daysOfWeek.values().stream()
                .filter(map -> map.size() > most)
                .forEach(map -> model.addLessOrEqual(LinearExpr.sum(map.values().toArray(Literal[]::new)), most));
    }

    /** At most one of some, and none without another: as a sum, which is tighter than one by one. */
    private void atMost(Collection<? extends Literal> some, Literal with) {
        model.addLessOrEqual(LinearExpr.sum(some.toArray(Literal[]::new)), with);
    }

    private List<Integer> requirementsOf(int p) {
        List<Integer> own = new ArrayList<>();
        for (int r = problem.requirements.firstOf[p]; r < problem.requirements.firstOf[p + 1]; r++) {
            if (choices.containsKey(r)) {
                own.add(r);
            }
        }
        return own;
    }

    /** H11 order: an offer may be taken with one that it follows. */
    private void ruleOrder(int p) {
        for (int r : requirementsOf(p)) {
            for (int before : problem.curriculum.after[problem.requirements.moduleOf[r]]) {
                int q = problem.requirements.at[p * problem.curriculum.modules + before];
                if (q < 0) {
                    continue;
                }
                List<Offer> first = choices.getOrDefault(q, List.of());
                for (int i = 0; i < offersOf(r).size(); i++) {
                    List<Literal> enough = new ArrayList<>();
                    for (int j = 0; j < first.size(); j++) {
                        if (offersOf(r).get(i).follows(first.get(j))) {
                            enough.add(takesOf(q).get(j));
                        }
                    }
                    enough.add(takesOf(r).get(i).not());
                    model.addBoolOr(enough.toArray(Literal[]::new));
                }
            }
        }
    }

    /** H07 rest from a booked day to the next; rest around a booked day alone is a matter of the choices. */
    private void ruleRest(int p) {
        List<Integer> own = requirementsOf(p);
        for (int a = 0; a < own.size(); a++) {
            for (int b = a + 1; b < own.size(); b++) {
                List<Offer> some = offersOf(own.get(a));
                List<Offer> others = offersOf(own.get(b));
                for (int i = 0; i < some.size(); i++) {
                    for (int j = 0; j < others.size(); j++) {
                        if (some.get(i).day() != others.get(j).day()
                                && some.get(i).isAtOddsWith(others.get(j))) {
                            model.addAtMostOne(new Literal[] {
                                takesOf(own.get(a)).get(i), takesOf(own.get(b)).get(j)
                            });
                        }
                    }
                }
            }
        }
    }

    /** H12 abstraction. */
    private void ruleCaps(List<Integer> people) {
        Map<Integer, List<Literal>> byTeamDay = new TreeMap<>();
        Map<Integer, Integer> leaving = new HashMap<>();
        int n = problem.calendar.days;
        for (int p : people) {
            for (int d = 0; d < n; d++) {
                int at = problem.workforce.teamOf[p] * n + d;
                if ((problem.workforce.dayBits[p * n + d] & Workforce.ON_DUTY) == 0) {
                    continue;
                }
                if (state.maskOn(p, d) != 0) {
                    leaving.merge(at, 1, Integer::sum);
                }
                BoolVar day = days.get(key(p, d, 0));
                if (day != null) {
                    byTeamDay.computeIfAbsent(at, k -> new ArrayList<>()).add(day);
                }
            }
        }
        byTeamDay.forEach((at, list) -> {
            int room = state.headroom(at / n, at % n) + leaving.getOrDefault(at, 0);
            if (list.size() > room) {
                model.addLessOrEqual(LinearExpr.sum(list.toArray(Literal[]::new)), room);
            }
        });
    }

    /** H04 capacity, and what sessions cost that run, are short of people, or need not run. */
    private void ruleSessions() {
        Map<Integer, List<Literal>> attendees = new TreeMap<>();
        Map<Integer, Offer> offers = new HashMap<>();
        choices.forEach((r, list) -> {
            for (int i = 0; i < list.size(); i++) {
                if (!list.get(i).isDigital()) {
                    offers.put(list.get(i).session(), list.get(i));
                    attendees
                            .computeIfAbsent(list.get(i).session(), k -> new ArrayList<>())
                            .add(takesOf(r).get(i));
                }
            }
        });
        Map<Offer.TrainerDay, BoolVar> trainerDays = new HashMap<>();
        attendees.forEach((session, list) -> {
            Offer offer = Objects.requireNonNull(offers.get(session));
            int others = state.countOf(session) - freed.getOrDefault(session, 0);
            LinearExpr heads = LinearExpr.sum(list.toArray(Literal[]::new));
            if (list.size() > offer.capacity() - others) {
                model.addLessOrEqual(heads, offer.capacity() - others);
            }
            BoolVar runs = others > 0 ? null : bool(state.countOf(session) > 0);
            if (runs != null) {
                list.forEach(take -> model.addImplication(take, runs));
                objective.addTerm(runs, offer.roomPence());
                offer.trainerDays().forEach(day -> {
                    if (isOnly(day, attendees)) {
                        model.addImplication(runs, trainerDays.computeIfAbsent(day, k -> {
                            BoolVar works = bool(true);
                            objective.addTerm(works, day.pence());
                            return works;
                        }));
                    }
                });
            }
            chargeShort(offer, others, heads, runs);
        });
    }

    /** Whether every session of a trainer's day may stand empty, so that the day may be saved. */
    private boolean isOnly(Offer.TrainerDay day, Map<Integer, List<Literal>> attendees) {
        for (int i = 0; i < state.trainerSessions(day.trainer(), day.day()); i++) {
            int session = state.trainerSession(day.trainer(), day.day(), i);
            if (!attendees.containsKey(session) || state.countOf(session) > freed.getOrDefault(session, 0)) {
                return false;
            }
        }
        return true;
    }

    /** Charges empty seats and a class below its minimum. */
    private void chargeShort(Offer offer, int others, LinearExpr heads, @Nullable BoolVar runs) {
        LinearArgument running = runs == null ? LinearExpr.constant(1) : runs;
        boolean runsNow = state.countOf(offer.session()) > 0;
        int target = problem.prices.targetSeats[offer.capacity()];
        if (others < target && problem.prices.emptySeat > 0) {
            IntVar empty = model.newIntVar(0, target, "");
            model.addHint(empty, runsNow ? Math.max(0, target - state.countOf(offer.session())) : 0);
            objective.addTerm(empty, problem.prices.emptySeat);
            model.addGreaterOrEqual(
                    LinearExpr.newBuilder().add(empty).add(heads),
                    LinearExpr.newBuilder().addTerm(running, target).add(-others));
        }
        int least = problem.curriculum.minClass[offer.module()];
        if (others < least && problem.prices.belowMinimumClass > 0) {
            BoolVar small = bool(runsNow && state.countOf(offer.session()) < least);
            objective.addTerm(small, problem.prices.belowMinimumClass);
            model.addGreaterOrEqual(
                    LinearExpr.newBuilder().addTerm(small, least).add(heads),
                    LinearExpr.newBuilder().addTerm(running, least).add(-others));
        }
    }

    /**
     * Solves.
     *
     * @param seconds wall-clock limit
     * @param seed seed
     * @param workers threads
     * @return the offer of each requirement that gets one; empty: nothing was found
     */
    Optional<Map<Integer, Offer>> solve(double seconds, long seed, int workers) {
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setMaxTimeInSeconds(seconds)
                .setNumWorkers(workers)
                .setRandomSeed((int) (seed & Integer.MAX_VALUE))
                .setRelativeGapLimit(GAP);
        CpSolverStatus status = solver.solve(model);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return Optional.empty();
        }
        Map<Integer, Offer> found = new TreeMap<>();
        takes.forEach((r, own) -> {
            for (int i = 0; i < own.size(); i++) {
                if (solver.booleanValue(own.get(i))) {
                    found.put(r, offersOf(r).get(i));
                }
            }
        });
        return Optional.of(found);
    }
}
