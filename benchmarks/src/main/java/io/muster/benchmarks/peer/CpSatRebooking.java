package io.muster.benchmarks.peer;

import com.google.ortools.Loader;
import io.muster.benchmarks.contender.Contender;
import io.muster.benchmarks.contender.ContenderLimits;
import io.muster.benchmarks.contender.ContenderPlan;
import io.muster.benchmarks.contender.Sample;
import io.muster.data.model.DataSet;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.Assignment;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * OR-Tools CP-SAT as a capable operations researcher uses it where the whole is too large: fix and optimise. The greedy's
 * plan is the first; again and again some people's bookings are freed, all others kept, and the best for these is found
 * with what they had as a hint. A move is an offer that a part may choose.
 */
public final class CpSatRebooking implements Contender {

    /** People of one part; with the offers below some 5,000 choices. */
    private static final int PEOPLE = 20;
    /** Offers a requirement chooses from besides the one it has. */
    private static final int MOST_CHOICES = 40;
    /** Longest time for one part. */
    private static final double PART_SECONDS = 4;
    /** One for each core of the machine that the figures are for. */
    private static final int WORKERS = 2;
    /** Days over which the people of a part are looked for: they meet at one venue. */
    private static final int DAYS = 10;

    private final Contender first;

    /** Starts from the greedy best-fit. */
    public CpSatRebooking() {
        this(new BestFitGreedy());
    }

    /**
     * Starts from another's plan.
     *
     * @param first makes the plan whose sessions are given and whose bookings are the first
     */
    public CpSatRebooking(Contender first) {
        this.first = first;
    }

    @Override
    public String id() {
        return "cp-sat";
    }

    @Override
    public String sentence() {
        return "OR-Tools CP-SAT in fix and optimise: from the plan of the greedy best-fit, whose sessions it may empty but"
                + " not move, the bookings of " + PEOPLE + " people who meet at a venue are freed and solved with two"
                + " workers, part after part.";
    }

    @Override
    public ContenderPlan plan(
            DataSet dataSet, List<ScopeDecision> scope, ContenderLimits limits, Consumer<Sample> progress) {
        Run run = new Run(dataSet, scope, limits, progress);
        ContenderPlan greedy = first.plan(dataSet, scope, limits, progress);
        run.count(greedy.moves());
        Given given = Given.of(run.problem, greedy);
        Assignment start = given.timetable();
        for (int r = 0; r < run.problem.requirements.count; r++) {
            Offer taken = given.taken()[r];
            start.sessionOf()[r] = taken == null ? -1 : taken.session();
        }
        PlanState state = Repair.keepWhatHolds(run.problem, start);
        if (!run.isOver()) {
            Loader.loadNativeLibraries();
            new Improvement(run, given, state).run();
        }
        return run.result(state);
    }

    /** The parts, one after the other. */
    private static final class Improvement {

        private final Run run;
        private final Given given;
        private final PlanState state;
        private final Problem problem;
        private final Eligibility eligibility;
        private final Random random;

        Improvement(Run run, Given given, PlanState state) {
            this.run = run;
            this.given = given;
            this.state = state;
            problem = run.problem;
            eligibility = new Eligibility(problem, given.offers());
            random = new Random(run.seed());
        }

        void run() {
            while (!run.isOver()) {
                List<Integer> people = people();
                Map<Integer, List<Offer>> choices = choices(people);
                if (choices.isEmpty()) {
                    return;
                }
                double seconds = Math.min(PART_SECONDS, run.left().toMillis() / 1000.0);
                Optional<Map<Integer, Offer>> found = new CpSatModel(state, people, choices, shortfallPence())
                        .solve(seconds, random.nextInt(Integer.MAX_VALUE), WORKERS);
                run.count(choices.values().stream().mapToInt(List::size).sum());
                if (found.isPresent() && apply(choices, found.get())) {
                    run.tell(state);
                }
            }
        }

        /** More than all that booking one more requirement can cost. */
        private long shortfallPence() {
            return 100 * (problem.prices.abstractionDay + problem.prices.belowMinimumClass + problem.prices.restDay)
                    + 10_000_000;
        }

        /** People of whom some have nothing booked and others meet at a venue within some days. */
        private List<Integer> people() {
            Set<Integer> people = new LinkedHashSet<>();
            if (state.unbookedCount() > 0) {
                add(people, state.unbooked(random.nextInt(state.unbookedCount())));
            }
            List<Integer> anyone = new ArrayList<>();
            int anchor = random.nextInt(problem.requirements.count);
            for (int tries = 0; tries < problem.requirements.count && !isTaught(anchor); tries++) {
                anchor = random.nextInt(problem.requirements.count);
            }
            if (isTaught(anchor)) {
                int venue = state.venueOf(state.sessionOf(anchor));
                for (int r = 0; r < problem.requirements.count; r++) {
                    if (isTaught(r)
                            && state.venueOf(state.sessionOf(r)) == venue
                            && Math.abs(state.dayOf(r) - state.dayOf(anchor)) <= DAYS / 2) {
                        anyone.add(r);
                    }
                }
            } else {
                for (int r = 0; r < problem.requirements.count; r++) {
                    anyone.add(r);
                }
            }
            Collections.shuffle(anyone, random);
            for (int r : anyone) {
                if (people.size() < PEOPLE) {
                    add(people, r);
                }
            }
            return new ArrayList<>(people);
        }

        private boolean isTaught(int r) {
            return state.isBooked(r) && !problem.estate.isDigital(state.sessionOf(r));
        }

        /** Adds who has a requirement, unless a cohort or a day that holds only with its neighbour stands against it. */
        private void add(Set<Integer> people, int r) {
            int p = problem.requirements.staffOf[r];
            if (problem.workforce.cohortOf[p] >= 0) {
                return;
            }
            for (int q = problem.requirements.firstOf[p]; q < problem.requirements.firstOf[p + 1]; q++) {
                if (state.isBooked(q) && !restsAlone(p, state.dayOf(q), state.maskOf(q))) {
                    return;
                }
            }
            people.add(p);
        }

        private boolean restsAlone(int p, int day, int mask) {
            int bits = problem.workforce.dayBits[p * problem.calendar.days + day];
            return (bits & Workforce.START_OK << Integer.numberOfTrailingZeros(mask)) != 0
                    && (bits & Workforce.END_OK << 31 - Integer.numberOfLeadingZeros(mask)) != 0;
        }

        private Map<Integer, List<Offer>> choices(List<Integer> people) {
            Map<Integer, List<Offer>> choices = new TreeMap<>();
            for (int p : people) {
                for (int r = problem.requirements.firstOf[p]; r < problem.requirements.firstOf[p + 1]; r++) {
                    if (problem.requirements.blocked[r]) {
                        continue;
                    }
                    List<Offer> own = eligibility.of(r, MOST_CHOICES);
                    for (Offer offer : given.offers().get(problem.requirements.moduleOf[r])) {
                        if (offer.session() == state.sessionOf(r) && !own.contains(offer)) {
                            own.add(offer);
                        }
                    }
                    choices.put(r, own);
                }
            }
            return choices;
        }

        /** Books as found where that is better; all is as it was where it is not. */
        private boolean apply(Map<Integer, List<Offer>> choices, Map<Integer, Offer> found) {
            long shortfall = state.shortfall();
            long pence = state.cost().total();
            Map<Integer, Integer> before = new TreeMap<>();
            for (int r : choices.keySet()) {
                if (state.isBooked(r)) {
                    before.put(r, state.sessionOf(r));
                    state.unbook(r);
                }
            }
            found.forEach((r, offer) -> state.book(r, offer.session()));
            boolean better = state.hardPoints() == 0
                    && (state.shortfall() < shortfall
                            || (state.shortfall() == shortfall && state.cost().total() < pence));
            if (!better) {
                found.keySet().forEach(state::unbook);
                before.forEach(state::book);
            }
            return better;
        }
    }
}
