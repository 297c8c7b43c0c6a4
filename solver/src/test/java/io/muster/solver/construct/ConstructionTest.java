package io.muster.solver.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.data.sample.SampleVariant;
import io.muster.solver.bound.Shortfalls;
import io.muster.solver.check.AuditReport;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The first full plan is valid wherever it is made, and books nearly everybody in the sample programmes. */
class ConstructionTest {

    private static PlanState phase2;

    @BeforeAll
    static void planPhase2() {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 3_000, 1);
        phase2 = Construction.run(Problem.of(data, Plans.scopeByRules(data)));
    }

    @ParameterizedTest
    @CsvSource({
        "NMFL_PHASE_2, 1000, 1, 98.5",
        "NMFL_PHASE_2, 1000, 2, 98.5",
        "NMFL_PHASE_2, 100, 3, 90",
        "NMFL_PHASE_1, 1000, 1, 98.5",
        "NMFL_PHASE_1, 1000, 2, 98.5",
        "METCC, 1000, 1, 95",
        "METCC, 300, 2, 95",
        "ILM_COHORT, 12, 1, 100",
        "ILM_COHORT, 12, 2, 100",
        "ILM_COHORT, 23, 3, 100",
        "COACHING_APPRENTICESHIP, 46, 1, 100",
        "COACHING_APPRENTICESHIP, 46, 2, 100",
        "COACHING_APPRENTICESHIP, 92, 3, 100",
        "LEADERSHIP, 324, 1, 100",
        "LEADERSHIP, 324, 2, 100",
        "LEADERSHIP, 54, 3, 100",
    })
    void sampleProgrammesArePlannedAlmostInFull(SampleProgramme programme, int people, long seed, double percent) {
        DataSet data = SampleGenerator.generate(programme, people, seed);
        List<ScopeDecision> scope = Plans.scopeByRules(data);

        AuditReport report = plan(Problem.of(data, scope), scope);

        assertThat(100.0 * report.booked() / report.requirements()).isGreaterThanOrEqualTo(percent);
    }

    @Test
    void randomWorldsGetValidPlansWithBookings() {
        int booked = 0;
        for (long seed = 0; seed < 200; seed++) {
            for (int venues = 1; venues <= 3; venues += 2) {
                booked += plan(RandomWorld.problem(seed, venues), RandomWorld.scope(seed, venues))
                        .booked();
            }
        }
        assertThat(booked).isGreaterThan(400);
    }

    /** Coverage where something is short on purpose is near its bound: within 3, and one in 500 requirements. */
    @ParameterizedTest
    @EnumSource
    void whatIsShortIsUsedAlmostInFull(SampleVariant variant) {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 1_000, 1, EnumSet.of(variant));
        List<ScopeDecision> scope = Plans.scopeByRules(data);
        Problem problem = Problem.of(data, scope);

        AuditReport report = plan(problem, scope);

        long proven = Shortfalls.of(problem).total();
        assertThat(report.coverageShortfall()).isBetween(proven, proven + 3 + report.requirements() / 500);
    }

    /** Digital learning comes before Op Soteria, yet not all may spend the first half of their day on it. */
    @Test
    void sessionsAreSpreadEvenlyOverTheHalvesOfTheDay() {
        PlanState state = phase2;
        int[] sessions = new int[2];
        for (int session = 0; session < state.problem().estate.digitalBase; session++) {
            if (state.countOf(session) > 0) {
                sessions[state.sessionMask(session) >> 1]++;
            }
        }

        assertThat(Math.abs(sessions[0] - sessions[1])).isLessThan((sessions[0] + sessions[1]) / 20);
    }

    /** Whoever has an even number of half-days elsewhere often learns digitally on a day of its own, in no whole day's way. */
    @Test
    void digitalLearningKeepsOutOfTheWayOfWholeDays() {
        PlanState state = phase2;
        Requirements requirements = state.problem().requirements;
        int alone = 0;
        int people = 0;
        for (int p = 0; p < state.problem().workforce.staff; p++) {
            int digital = -1;
            int sessions = 0;
            for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
                boolean isDigital = state.problem().curriculum.isDigital(requirements.moduleOf[r]);
                digital = isDigital ? r : digital;
                sessions += isDigital ? 0 : 1;
            }
            if (digital >= 0 && state.isBooked(digital) && sessions > 0 && sessions % 2 == 0) {
                people++;
                alone += state.maskOn(p, state.dayOf(digital)) == state.maskOf(digital) ? 1 : 0;
            }
        }
        // Without heed to it, one in seven.
        assertThat(alone).isGreaterThan(people / 3);
    }

    /** {@return the auditor's report on the constructed plan, which is valid} */
    static AuditReport plan(Problem problem, List<ScopeDecision> scope) {
        PlanState state = Construction.run(problem);
        AuditReport report = Plans.audit(problem, scope, state.assignment());
        assertThat(state.hardPoints()).isZero();
        assertThat(report.violations()).isEmpty();
        assertThat(report.booked()).isEqualTo(state.bookings());
        return report;
    }
}
