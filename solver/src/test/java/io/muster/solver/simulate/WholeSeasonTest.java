package io.muster.solver.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.disruption.Disruptions;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.sample.SampleGenerator;
import io.muster.solver.DefaultPlanSolver;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import io.muster.solver.SolvedPlan;
import io.muster.solver.profile.PlanningPolicy;
import io.muster.solver.replan.DefaultPlanReplanner;
import io.muster.solver.replan.PlanReplanner;
import io.muster.solver.replan.ReplanPolicy;
import io.muster.solver.support.Plans;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whole seasons of a small flagship programme, at the domain's rates for ten times as many people. The simulator audits
 * every weekly plan and throws at a violation.
 */
class WholeSeasonTest {

    private static final SolveListener NOBODY = (phase, fraction, shortfall, cost, booked, requirements) -> {};
    private static final DataSet DATA = SampleGenerator.generate("nmfl-phase-2", 120, 1);
    private static final List<ScopeDecision> SCOPE = Plans.scopeByRules(DATA);

    private static Plan noSlack;
    private static Plan frontLoaded;

    @BeforeAll
    static void solve() {
        noSlack = plan(PlanningPolicy.NO_SLACK);
        frontLoaded = plan(new PlanningPolicy(4, 0));
    }

    private static Plan plan(PlanningPolicy policy) {
        SolvedPlan solved =
                new DefaultPlanSolver().solve(policy.shown(DATA), SCOPE, new SolveOptions(1, null, 0L), NOBODY);
        return PlanningPolicy.published(DATA, SCOPE, solved.sessions(), solved.bookings(), solved.unbooked());
    }

    /** The default rates, as if their counts were for a tenth of the people. */
    private static DisruptionRates tenfold() {
        DisruptionRates d = DisruptionRates.DEFAULT;
        return new DisruptionRates(
                d.people() / 10,
                d.noShowPct(),
                d.withdrawalPct(),
                d.sickness(),
                d.court(),
                d.leave(),
                d.aid(),
                d.aidSpikePct(),
                d.aidSpike(),
                d.trainerSickness(),
                d.roomDown(),
                d.venueLost(),
                d.mobilisation(),
                d.transfer(),
                d.joiner(),
                d.leaverPct());
    }

    private static List<Season> seasons(Plan plan, PlanReplanner replanner, int count, @Nullable Integer weeks) {
        return seasons(DATA, plan, replanner, count, weeks);
    }

    private static List<Season> seasons(
            DataSet data, Plan plan, PlanReplanner replanner, int count, @Nullable Integer weeks) {
        return new SeasonSimulator(replanner)
                .simulate(
                        new SeasonRequest(
                                data,
                                Plans::scopeByRules,
                                plan,
                                tenfold(),
                                5,
                                count,
                                weeks,
                                ReplanPolicy.LEAST_DISTURBANCE,
                                new SolveOptions(1, null, 0L)),
                        NOBODY);
    }

    @Test
    void theSeasonOfAReplanBeginsAfterItsDayWithWhatWasAttendedBefore() {
        LocalDate wednesday = DATA.programme().firstDay().plusWeeks(8).with(DayOfWeek.WEDNESDAY);
        DataSet later = Disruptions.apply(DATA, wednesday, List.of(), noSlack).dataSet();
        LocalDate monday = wednesday.plusDays(5);
        long before = noSlack.bookings().stream()
                .filter(booking -> booking.date().isBefore(monday))
                .count();

        Season season =
                seasons(later, noSlack, new DefaultPlanReplanner(), 1, 2).get(0);

        assertThat(season.weeks()).extracting(SeasonWeek::monday).containsExactly(monday, monday.plusWeeks(1));
        assertThat(before).isPositive();
        assertThat(season.weeks().get(0).progress().attended()).isGreaterThan((int) before);
        assertThat(SeasonSimulator.hasWeeks(
                        Disruptions.apply(DATA, DATA.programme().lastDay().plusDays(1), List.of(), noSlack)
                                .dataSet()
                                .programme()))
                .isFalse();
    }

    @Test
    void everyWeeklyPlanPassesTheAuditAndCatchesUp() {
        Season season = seasons(noSlack, new DefaultPlanReplanner(), 1, null).get(0);
        Season dropped = seasons(noSlack, new DropsWhatIsBroken(), 1, null).get(0);

        assertThat(season.weeks()).hasSize(21);
        assertThat(season.sum(SeasonWeek::noShows)).isPositive();
        assertThat(season.sum(SeasonWeek::withdrawals)).isPositive();
        assertThat(season.sum(SeasonWeek::moved)).isPositive();
        // Both meet the same season; only one of them books again who did not come or could not.
        assertThat(season.last().progress().requirements())
                .isEqualTo(dropped.last().progress().requirements());
        assertThat(season.last().progress().attended())
                .isGreaterThan(dropped.last().progress().attended() + 100);
    }

    @Test
    void droppingAllThatIsBrokenIsAlwaysValid() {
        List<Season> seasons = seasons(noSlack, new DropsWhatIsBroken(), 2, null);

        assertThat(seasons)
                .hasSize(2)
                .allSatisfy(
                        season -> assertThat(season.sum(SeasonWeek::dropped)).isPositive());
    }

    @Test
    void theSameSeasonTwiceIsTheSame() {
        Season first = seasons(frontLoaded, new DefaultPlanReplanner(), 1, 5).get(0);
        Season second = seasons(frontLoaded, new DefaultPlanReplanner(), 1, 5).get(0);

        assertThat(second.weeks()).isEqualTo(first.weeks());
        assertThat(second.finished()).isEqualTo(first.finished());
        assertThat(second.finishedByBcu()).isEqualTo(first.finishedByBcu());
        assertThat(second.spend()).isEqualTo(first.spend());
        assertThat(second.peopleMoved()).isEqualTo(first.peopleMoved());
    }

    @Test
    void theFrontLoadedPlanEndsBeforeItsReserve() {
        LocalDate last = DATA.programme().lastDay().minusWeeks(4);

        assertThat(frontLoaded.bookings())
                .isNotEmpty()
                .allSatisfy(booking -> assertThat(booking.date()).isBeforeOrEqualTo(last));
        assertThat(noSlack.bookings())
                .anySatisfy(booking -> assertThat(booking.date()).isAfter(last));
    }
}
