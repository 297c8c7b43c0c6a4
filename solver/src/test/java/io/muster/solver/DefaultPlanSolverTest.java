package io.muster.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import io.muster.data.model.DataSet;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.model.TrainingPlan;
import io.muster.solver.problem.Problem;
import io.muster.solver.search.TrainingSearch;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultPlanSolverTest {

    private static final SolveListener SILENT = (phase, fraction, shortfall, cost, booked, requirements) -> {};

    private static SolvedPlan solve(DataSet data, List<ScopeDecision> scope, long seed, long steps) {
        return new DefaultPlanSolver().solve(data, scope, new SolveOptions(seed, null, steps), SILENT);
    }

    @ParameterizedTest
    @CsvSource({"NMFL_PHASE_2, 200", "LEADERSHIP, 54", "METCC, 100"})
    void theSameInputSeedAndStepsGiveTheSamePlan(SampleProgramme programme, int people) {
        DataSet data = SampleGenerator.generate(programme, people, 11);
        List<ScopeDecision> scope = Plans.scopeByRules(data);

        SolvedPlan first = solve(data, scope, 42, 1000);

        assertThat(solve(data, scope, 42, 1000)).isEqualTo(first);
        assertThat(Plans.audit(data, scope, first).violations()).isEmpty();
    }

    @Test
    void anotherSeedGivesAnotherPlanOfTheSameValidity() {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 100, 11);
        List<ScopeDecision> scope = Plans.scopeByRules(data);

        SolvedPlan other = solve(data, scope, 43, 1000);

        assertThat(other).isNotEqualTo(solve(data, scope, 42, 1000));
        assertThat(Plans.audit(data, scope, other).violations()).isEmpty();
    }

    /** The last figures the listener hears are those of the plan, as the auditor counts them. */
    @Test
    void theFiguresReportedAreTheAuditors() {
        DataSet data = SampleGenerator.generate(SampleProgramme.METCC, 200, 4);
        List<ScopeDecision> scope = Plans.scopeByRules(data);
        List<List<Long>> heard = new ArrayList<>();

        SolvedPlan solved = new DefaultPlanSolver()
                .solve(
                        data,
                        scope,
                        new SolveOptions(1, null, 5000L),
                        (phase, fraction, shortfall, cost, booked, requirements) ->
                                heard.add(List.of(shortfall, cost, (long) booked, (long) requirements)));

        AuditReport report = Plans.audit(data, scope, solved);
        assertThat(report.violations()).isEmpty();
        assertThat(heard.get(heard.size() - 1))
                .containsExactly(report.coverageShortfall(), report.totalCost(), (long) report.booked(), (long)
                        report.requirements());
        assertThat(solved.lowerBounds().coverageShortfall()).isLessThanOrEqualTo(report.coverageShortfall());
        assertThat(solved.lowerBounds().cost()).isLessThanOrEqualTo(report.totalCost());
    }

    @Test
    void searchIsNoWorseThanNoSearch() {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 100, 2);
        List<ScopeDecision> scope = Plans.scopeByRules(data);

        AuditReport constructed = Plans.audit(data, scope, solve(data, scope, 1, 1));
        AuditReport searched = Plans.audit(data, scope, solve(data, scope, 1, 5000));

        assertThat(Plans.score(searched)).isGreaterThan(Plans.score(constructed));
    }

    @Test
    void randomWorldsAreSolvedValidly() {
        for (long seed = 0; seed < 12; seed++) {
            List<ScopeDecision> scope = RandomWorld.scope(seed, 3);
            DataSet data = RandomWorld.problem(seed, 3).dataSet;

            SolvedPlan solved = solve(data, scope, seed, 1000);

            AuditReport report = Plans.audit(data, scope, solved);
            assertThat(report.violations()).as("seed " + seed).isEmpty();
            assertThat(solved.unbooked()).hasSize(report.requirements() - report.booked());
        }
    }

    /** The cohorts' programme is solved to its bound at once: ten million moves are not needed. */
    @Test
    void aPlanThatMeetsItsBoundsIsNotSearchedFurther() {
        DataSet data =
                SampleGenerator.generate(SampleProgramme.ILM_COHORT, SampleProgramme.ILM_COHORT.defaultPeople(), 1);
        SolvedPlan solved = solve(data, Plans.scopeByRules(data), 1, 10_000_000L);

        assertThat(solved.moves()).isLessThan(1_000_000);
    }

    /** Stopped at any moment, before the first booking too, it gives a valid plan with a reason for whoever is left. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 40, 400, 4000, 40_000})
    void aSolveThatIsStoppedGivesWhatItHas(long questions) {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 200, 11);
        List<ScopeDecision> scope = Plans.scopeByRules(data);
        AtomicLong asked = new AtomicLong();
        SolveListener stops = new SolveListener() {
            @Override
            public void progress(
                    String phase, double fraction, long shortfall, long cost, int booked, int requirements) {
                // Not of interest here.
            }

            @Override
            public boolean isStopped() {
                return asked.incrementAndGet() > questions;
            }
        };

        SolvedPlan solved =
                new DefaultPlanSolver().solve(data, scope, new SolveOptions(1, null, 1_000_000_000_000L), stops);

        AuditReport report = Plans.audit(data, scope, solved);
        assertThat(report.violations()).isEmpty();
        assertThat(solved.unbooked()).hasSize(report.requirements() - report.booked());
        assertThat(solved.bookings()).hasSize(report.booked());
    }

    @Test
    void aListenersErrorEndsTheSolve() {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 100, 11);
        List<ScopeDecision> scope = Plans.scopeByRules(data);
        AtomicLong asked = new AtomicLong();
        SolveListener fails = new SolveListener() {
            @Override
            public void progress(
                    String phase, double fraction, long shortfall, long cost, int booked, int requirements) {
                // Not of interest here.
            }

            @Override
            public boolean isStopped() {
                if (asked.incrementAndGet() > 20_000) {
                    throw new IllegalStateException("lost");
                }
                return false;
            }
        };

        assertThatThrownBy(() -> new DefaultPlanSolver()
                        .solve(data, scope, new SolveOptions(1, null, 1_000_000_000_000L), fails))
                .isInstanceOf(IllegalStateException.class);
    }

    /** In this world, trying those who are left in vain makes the plan dearer: that is not what the solve may end with. */
    @Test
    void aSolveIsNoWorseThanItsSearch() {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 200, 11);
        List<ScopeDecision> scope = Plans.scopeByRules(data);
        Problem problem = Problem.of(data, scope);
        TrainingPlan searched = new TrainingSearch(problem, new SolveOptions(1, null, 200_000L), null).solve(SILENT);
        PlanState found = PlanState.of(problem, searched.assignment());

        AuditReport report = Plans.audit(data, scope, solve(data, scope, 1, 200_000));

        assertThat(Plans.score(report))
                .isGreaterThanOrEqualTo(HardMediumSoftLongScore.of(
                        0, -found.shortfall(), -found.cost().total()));
    }

    /** What a listener kept, read from it long after, is a valid plan that a later solve goes on from. */
    @Test
    void aSolveGoesOnFromTheBestPlanOfAnother() {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 200, 11);
        List<ScopeDecision> scope = Plans.scopeByRules(data);
        List<Supplier<SolveListener.BestSoFar>> kept = new ArrayList<>();
        SolveOptions options = new SolveOptions(1, null, 200_000L);
        SolvedPlan whole = new DefaultPlanSolver().solve(data, scope, options, new SolveListener() {
            @Override
            public void progress(
                    String phase, double fraction, long shortfall, long cost, int booked, int requirements) {
                // Not of interest here.
            }

            @Override
            public void improved(Supplier<BestSoFar> best) {
                kept.add(best);
            }
        });

        SolveListener.BestSoFar best = kept.get(kept.size() - 1).get();
        Plan start = new Plan(scope, best.sessions(), best.bookings(), List.of(), List.of(), null);
        SolvedPlan resumed = new DefaultPlanSolver()
                .resume(data, scope, start, options.after(Duration.ZERO, best.moves(), 1000), SILENT);

        AuditReport report = Plans.audit(data, scope, resumed);
        assertThat(report.violations()).isEmpty();
        assertThat(Plans.score(report)).isGreaterThanOrEqualTo(Plans.score(new PlanAuditor(data).audit(start, null)));
        assertThat(best.moves()).isBetween(0L, 200_000L);
        assertThat(solve(data, scope, 1, 200_000)).isEqualTo(whole);
    }

    @Test
    void aPlanOfAnotherDataSetIsNoStart() {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 100, 11);
        List<ScopeDecision> scope = Plans.scopeByRules(data);
        SolvedPlan solved = solve(data, scope, 1, 100);
        Plan start = new Plan(scope, solved.sessions(), solved.bookings(), List.of(), List.of(), null);
        List<ScopeDecision> nothing = scope.stream()
                .map(d -> new ScopeDecision(
                        d.staffId(),
                        d.moduleId(),
                        ScopeDecision.Decision.OUT_OF_SCOPE,
                        d.ruleId(),
                        d.reason(),
                        0,
                        null,
                        null))
                .toList();

        assertThatThrownBy(() ->
                        new DefaultPlanSolver().resume(data, nothing, start, new SolveOptions(1, null, 10L), SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another data set");
    }

    @Test
    void whatIsLeftOfASolveIsShorterAndCooler() {
        SolveOptions options = new SolveOptions(7, Duration.ofSeconds(100), 1000L);

        SolveOptions left = options.after(Duration.ofSeconds(25), 500, 1000);

        assertThat(left.seed()).isEqualTo(7);
        assertThat(left.timeLimit()).isEqualTo(Duration.ofSeconds(75));
        assertThat(left.stepLimit()).isEqualTo(500);
        assertThat(left.settings().startingPence()).isEqualTo(100);
        assertThat(options.after(Duration.ofSeconds(200), 2000, 1000).timeLimit())
                .isEqualTo(Duration.ZERO);
        assertThat(options.after(Duration.ofSeconds(200), 2000, 1000).stepLimit())
                .isZero();
        assertThat(options.after(Duration.ofSeconds(200), 2000, 1000).settings().startingPence())
                .isEqualTo(SearchSettings.DEFAULT.endingPence());
        assertThat(new SolveOptions(7, null, null)
                        .after(Duration.ofSeconds(1), 5, 10_000)
                        .timeLimit())
                .isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void aWorldWithoutRequirementsIsSolved() {
        SolvedPlan solved = solve(Fixtures.dataSet().staff("P1").build(), List.of(), 1, 10);

        assertThat(solved.sessions()).isEmpty();
        assertThat(solved.bookings()).isEmpty();
        assertThat(solved.unbooked()).isEmpty();
    }

    @Test
    void aWorldWithoutATrainingDayIsSolved() {
        DataSet data = Fixtures.dataSet()
                .staff("P1")
                .programme(p -> p.lastDay = p.firstDay)
                .calendar(Fixtures.MONDAY, "CLOSED")
                .build();

        SolvedPlan solved = solve(data, Plans.everythingForAll(data), 1, 10);

        assertThat(solved.bookings()).isEmpty();
        assertThat(solved.unbooked()).hasSize(1);
    }

    @Test
    void aWorldOfDigitalLearningAloneIsSolved() {
        DataSet data = new DataSetBuilder()
                .pattern(Fixtures.PATTERN, Fixtures.MONDAY, "09:00-17:00")
                .team(Fixtures.TEAM, team -> {})
                .module("PLT", m -> m.digital())
                .staff("P1", "P2")
                .build();
        List<ScopeDecision> scope = Plans.everythingForAll(data);

        SolvedPlan solved = solve(data, scope, 1, 500);

        assertThat(Plans.audit(data, scope, solved).violations()).isEmpty();
        assertThat(solved.bookings()).hasSize(2);
        assertThat(solved.sessions()).isEmpty();
    }

    @Test
    void aWorldWithoutTrainersIsSolved() {
        DataSet data = Fixtures.dataSet()
                .staff("P1", "P2")
                .module("WEB", m -> {
                    m.delivery = Delivery.VIRTUAL;
                    m.trainers = 0;
                })
                .build();
        DataSet without = new DataSet(
                data.programme(),
                data.modules(),
                data.teams(),
                data.patterns(),
                data.staff(),
                data.completions(),
                data.absences(),
                data.demand(),
                data.calendar(),
                data.venues(),
                data.rooms(),
                data.roomClosures(),
                List.of(),
                List.of());
        List<ScopeDecision> scope = Plans.everythingForAll(without);

        SolvedPlan solved = solve(without, scope, 1, 500);

        assertThat(Plans.audit(without, scope, solved).violations()).isEmpty();
        assertThat(solved.bookings()).hasSize(2);
    }
}
