package io.muster.benchmarks.run;

import io.muster.benchmarks.result.SeasonFigures;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.rules.RuleSet;
import io.muster.rules.ScopeService;
import io.muster.solver.SolveOptions;
import io.muster.solver.replan.DefaultPlanReplanner;
import io.muster.solver.replan.ReplanPolicy;
import io.muster.solver.simulate.DisruptionRates;
import io.muster.solver.simulate.FinishDates;
import io.muster.solver.simulate.Outlook;
import io.muster.solver.simulate.Season;
import io.muster.solver.simulate.SeasonRequest;
import io.muster.solver.simulate.SeasonSimulator;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a plan through seasons of disruptions; every plan of a data set meets the same ones. */
final class Robustness {
    private static final long SEED = 1;
    private static final double THOUSAND = 1000;
    private static final double NINETEEN_IN_TWENTY = 0.95;

    private Robustness() {}

    static SeasonFigures measure(DataSet data, RuleSet ruleSet, Plan plan, int count) {
        ScopeService scoping = new ScopeService();
        SeasonRequest request = new SeasonRequest(
                data,
                disrupted -> scoping.decide(disrupted, ruleSet).decisions(),
                plan,
                DisruptionRates.DEFAULT,
                SEED,
                count,
                null,
                ReplanPolicy.LEAST_DISTURBANCE,
                new SolveOptions(SEED, null, 0L));
        List<Season> seasons = new SeasonSimulator(new DefaultPlanReplanner())
                .simulate(request, (phase, fraction, shortfall, cost, booked, requirements) -> {});
        Outlook outlook = Outlook.of(seasons);
        FinishDates finish = outlook.finish();
        LocalDate first = data.programme().firstDay();
        return new SeasonFigures(
                count,
                finish.reached(),
                days(first, finish.p50()),
                days(first, finish.p80()),
                outlook.attendedPerMille() / THOUSAND,
                outlook.peopleMoved(),
                outlook.changePence(),
                outlook.spendPence(),
                replanP95(seasons));
    }

    private static @Nullable Integer days(LocalDate first, @Nullable LocalDate day) {
        return day == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(first, day));
    }

    private static double replanP95(List<Season> seasons) {
        double[] seconds = seasons.stream()
                .flatMap(season -> season.replanSeconds().stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return seconds[(int) Math.ceil(NINETEEN_IN_TWENTY * seconds.length) - 1];
    }
}
