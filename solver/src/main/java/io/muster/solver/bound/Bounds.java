package io.muster.solver.bound;

import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.solver.bound.BoundReport.Part;
import io.muster.solver.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lower bounds that hold for every plan. Each is the larger of several, every one valid by itself: what is left out, such
 * as the hours at which sessions run, can only make a bound smaller. The same problem and shortfall give the same bounds.
 */
public final class Bounds {

    static final String COVERAGE_DERIVATION =
            "Adds, for each person, the least weight that must stay unbooked if nobody else were there, found by trying"
                    + " every choice of days and half-days under duty, absence, rest, order, weekly days, dates, open"
                    + " rooms in reach and trainers, and for each team what its ceiling costs more in a linear program"
                    + " of days; or takes what a linear program of seats and trainers leaves out, at least as many of each"
                    + " priority as people alone must leave out, where that is more.";
    static final String COST_DERIVATION =
            "Adds, for each person, the least number of training days at the price of a day and the priority weeks of the"
                    + " first possible day; and a linear program with fractional sessions for hire, trainers and travel"
                    + " together (regions send people to venues, rooms hold so many slots, trainers have so many days),"
                    + " or the fewest whole sessions, a cohort's by itself, where that is more; all less what the"
                    + " unbooked of the reported shortfall could save at most. Or takes, where that is more, what"
                    + " everybody's cheapest days alone cost when seats and trainers are paid for at the dual prices of"
                    + " that program, less what rooms and trainers could earn at them (a Lagrangian bound).";

    static final String SETTLED =
            " Past bookings are settled: what is left of the re-plan is bounded as a problem by itself, in"
                    + " which a booking has the notice that any of its requirement may have, past prerequisites ask for no gap,"
                    + " what is frozen stays on its day, and the past takes nothing of a week.";
    static final String SETTLED_COST =
            " What past days cost in every plan is added, and the change of baseline bookings that cannot stay.";

    private final Problem problem;
    private final Demand demand;
    private final Openings openings;
    private final long shortfall;

    private Bounds(Shortfalls shortfalls, long shortfall) {
        this.shortfall = shortfall;
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
        return report(problem, shortfall).bounds();
    }

    /**
     * The bounds, with what the cost bound is made of.
     *
     * @param problem the problem
     * @param shortfall the coverage shortfall of the plan the cost bound is for
     * @return the same bounds as {@link #of}, and the parts
     */
    public static BoundReport report(Problem problem, long shortfall) {
        return report(Shortfalls.of(problem), shortfall);
    }

    private static BoundReport report(Shortfalls shortfalls, long shortfall) {
        List<Part> parts = new Bounds(shortfalls, shortfall).parts();
        long cost = parts.stream().mapToLong(Part::pence).sum();
        return new BoundReport(new LowerBounds(shortfalls.total(), cost, COVERAGE_DERIVATION, COST_DERIVATION), parts);
    }

    /**
     * The bounds of a re-plan: of every plan that keeps to the published plan as it must.
     *
     * @param problem the problem of the re-plan
     * @param shortfall the coverage shortfall of the plan the cost bound is for
     * @param settledPence what bookings on past days cost, which every plan has: all lines but trajectory and change, pence;
     *     0 where that is not known
     * @return bounds that no plan goes below; without a published plan the same as {@link #of}
     */
    public static LowerBounds ofReplan(Problem problem, long shortfall, long settledPence) {
        if (!problem.baseline.isPresent()) {
            return of(problem, shortfall);
        }
        Remainder left = Remainder.of(problem);
        BoundReport report = report(Shortfalls.of(left.problem(), left.frozen()), shortfall);
        long cost = report.parts().stream().mapToLong(Part::pence).sum() + settledPence + left.leastChange();
        return new LowerBounds(
                report.bounds().coverageShortfall(),
                cost,
                COVERAGE_DERIVATION + SETTLED,
                COST_DERIVATION + SETTLED + SETTLED_COST);
    }

    private List<Part> parts() {
        long dropped = Math.max(0, shortfall - demand.soloLoss);
        long days = Math.max(0, demand.days - (long) Math.ceil(dropped * demand.daysSaved));
        long late = Math.max(0, demand.priorityPence - (shortfall - demand.impossible) * demand.prioritySaved);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("abstraction", days * problem.prices.abstractionDay));
        parts.add(new Part("priority", late));
        SessionProgram program = new SessionProgram(problem, openings, demand, shortfall);
        WholeSessions whole = new WholeSessions(problem, demand, shortfall);
        long fractional = program.leastCost();
        parts.addAll(fractional >= whole.least() ? program.parts() : whole.parts());
        Optional<Tolls> tolls = program.tolls();
        if (tolls.isPresent()) {
            long apart = parts.stream().mapToLong(Part::pence).sum();
            long together = new TollBound(problem, openings, demand, tolls.get()).least(shortfall);
            parts.add(new Part(BoundReport.TOGETHER, Math.max(0, together - apart)));
        }
        return parts;
    }
}
