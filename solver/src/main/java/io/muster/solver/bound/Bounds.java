package io.muster.solver.bound;

import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.solver.problem.Problem;

/**
 * Lower bounds that hold for every plan. Each is the larger of several, every one valid by itself: what is left out, such
 * as gaps, cohorts and the hours at which sessions run, can only make a bound smaller.
 */
public final class Bounds {

    static final String COVERAGE_DERIVATION =
            "Adds, for each person, the least weight that must stay unbooked if nobody else were there, found by trying"
                    + " every choice of days and half-days under duty, absence, rest, order, weekly days, dates, open"
                    + " rooms in reach and trainers, and for each team what its ceiling costs more in a linear program"
                    + " of days; or takes what a linear program of seats and trainers leaves out, where that is more.";
    static final String COST_DERIVATION =
            "Adds, for each person, the least number of training days at the price of a day and the priority weeks of the"
                    + " first possible day; and a linear program with fractional sessions for hire, trainers and travel"
                    + " together (regions send people to venues, rooms hold so many slots, trainers have so many days),"
                    + " or the fewest whole sessions where that is more; all less what the unbooked of the reported"
                    + " shortfall could save at most.";

    private final Problem problem;
    private final Demand demand;
    private final Openings openings;

    private Bounds(Shortfalls shortfalls) {
        problem = shortfalls.problem();
        openings = shortfalls.openings();
        demand = shortfalls.demand();
    }

    /**
     * The bounds.
     *
     * @param problem the problem
     * @param shortfall the coverage shortfall of the plan the cost bound is for
     * @return bounds that no plan goes below; the cost bound holds for every plan of that shortfall
     */
    public static LowerBounds of(Problem problem, long shortfall) {
        Shortfalls shortfalls = Shortfalls.of(problem);
        long cost = new Bounds(shortfalls).cost(shortfall);
        return new LowerBounds(shortfalls.total(), cost, COVERAGE_DERIVATION, COST_DERIVATION);
    }

    private long cost(long shortfall) {
        long dropped = Math.max(0, shortfall - demand.soloLoss);
        long days = Math.max(0, demand.days - (long) Math.ceil(dropped * demand.daysSaved));
        long late = Math.max(0, demand.priorityPence - (shortfall - demand.impossible) * demand.prioritySaved);
        long sessions = Math.max(
                new SessionProgram(problem, openings, demand, shortfall).leastCost(),
                new WholeSessions(problem, demand, shortfall).least());
        return days * problem.prices.abstractionDay + late + sessions;
    }
}
