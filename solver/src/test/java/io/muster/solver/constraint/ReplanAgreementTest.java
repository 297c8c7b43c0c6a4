package io.muster.solver.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.analysis.ScoreAnalysis;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import io.muster.data.model.CapacityChange;
import io.muster.data.model.DataSet;
import io.muster.data.model.Transfer;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.PlanLoader;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.Baseline;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.PublishedPlan;
import io.muster.solver.state.Assignment;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSets;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** State, streams and auditor give the same figures on random re-plans: past days, notice, frozen bookings, changes. */
class ReplanAgreementTest {

    private static final int WORLDS = 40;
    private static final int ASSIGNMENTS = 4;

    @Test
    void everyFigureAgreesOnRandomReplans() {
        Set<String> seen = new TreeSet<>();
        for (long seed = 0; seed < WORLDS; seed++) {
            for (int i = 0; i < ASSIGNMENTS; i++) {
                Random random = new Random(seed * 100 + i);
                Problem first = RandomWorld.problem(seed, 3);
                List<ScopeDecision> scope = RandomWorld.scope(seed, 3);
                Plan baseline = Plans.of(first, scope, RandomWorld.suiting(first, seed + i, 7));
                LocalDate asOf = first.dataSet.programme().firstDay().plusDays(random.nextInt(8));
                DataSet data = disrupted(first.dataSet, asOf, random);
                List<ScopeDecision> newScope = changed(scope, random);
                Set<BookingKey> broken = some(baseline.bookings(), newScope, asOf, random);
                Problem problem = Problem.of(
                        data,
                        newScope,
                        new PublishedPlan(baseline.sessions(), baseline.bookings(), broken, Set.of(), Set.of()));
                String name = "seed " + seed + ", assignment " + i;
                Assignment assignment = withPast(problem, baseline, seed + 7 * i);
                seen.addAll(expectAgreement(problem, newScope, assignment, baseline, broken, name));
            }
        }
        assertThat(seen).contains("H07", "H11", "H12", "H13", "H14", "H15", "H16", "H17", "H18", "change", "mix");
    }

    private static DataSet disrupted(DataSet data, LocalDate asOf, Random random) {
        List<Transfer> transfers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            transfers.add(new Transfer(
                    data.staff().get(random.nextInt(data.staff().size())).id(),
                    asOf.plusDays(random.nextInt(5) - 1),
                    data.teams().get(random.nextInt(data.teams().size())).id()));
        }
        List<CapacityChange> changes = List.of(new CapacityChange(
                data.rooms().get(random.nextInt(data.rooms().size())).id(),
                asOf,
                asOf.plusDays(random.nextInt(4)),
                1 + random.nextInt(3)));
        return DataSets.with(DataSets.asOf(data, asOf), transfers, changes);
    }

    /** Some decisions turn into credits: their past bookings stay all the same. */
    private static List<ScopeDecision> changed(List<ScopeDecision> scope, Random random) {
        List<ScopeDecision> changed = new ArrayList<>();
        for (ScopeDecision decision : scope) {
            boolean credited = random.nextInt(6) == 0;
            changed.add(
                    credited
                            ? new ScopeDecision(
                                    decision.staffId(),
                                    decision.moduleId(),
                                    Decision.CREDITED,
                                    "TEST-002",
                                    "Attended.",
                                    decision.priority(),
                                    null,
                                    null)
                            : decision);
        }
        return changed;
    }

    /** Every booking to come without a requirement is broken (H01), and some of the others. */
    private static Set<BookingKey> some(
            List<Booking> bookings, List<ScopeDecision> scope, LocalDate asOf, Random random) {
        Set<BookingKey> keys = new HashSet<>();
        Set<BookingKey> required = new HashSet<>();
        for (ScopeDecision decision : scope) {
            if (decision.decision() != Decision.CREDITED) {
                required.add(new BookingKey(decision.staffId(), decision.moduleId()));
            }
        }
        for (Booking booking : bookings) {
            if (!booking.date().isBefore(asOf)
                    && (random.nextInt(3) == 0 || !required.contains(BookingKey.of(booking)))) {
                keys.add(BookingKey.of(booking));
            }
        }
        return keys;
    }

    /** Past days are those of the baseline; of the others, some are as in the baseline, some anywhere. */
    private static Assignment withPast(Problem problem, Plan baseline, long seed) {
        Assignment old = new PlanLoader(problem)
                .load(baseline.sessions(), baseline.bookings())
                .assignment();
        Assignment other = RandomWorld.suiting(problem, seed, 8);
        int free = problem.baseline.firstFree;
        for (int s = 0; s < problem.estate.digitalBase; s++) {
            if (problem.estate.dayOf(s) < free || problem.estate.dayOf(s) % 2 == 0) {
                other.moduleOf()[s] = old.moduleOf()[s];
                for (int k = 0; k < problem.curriculum.maxTrainers; k++) {
                    int at = s * problem.curriculum.maxTrainers + k;
                    other.trainerAt()[at] = old.trainerAt()[at];
                }
            }
        }
        Random random = new Random(seed);
        for (int r = 0; r < problem.requirements.count; r++) {
            int now = other.sessionOf()[r];
            boolean isPast = now >= 0 && problem.estate.dayOf(now) < free;
            boolean fits = now >= 0 && other.moduleOf()[now] == problem.requirements.moduleOf[r];
            if (problem.baseline.isPast[r]) {
                other.sessionOf()[r] = old.sessionOf()[r];
            } else if (isPast || !fits) {
                other.sessionOf()[r] = -1;
            }
            boolean mayStay =
                    old.sessionOf()[r] >= 0 && other.moduleOf()[old.sessionOf()[r]] == problem.requirements.moduleOf[r];
            if (mayStay && random.nextInt(3) > 0) {
                other.sessionOf()[r] = old.sessionOf()[r];
            }
        }
        return other;
    }

    private static Set<String> expectAgreement(
            Problem problem,
            List<ScopeDecision> scope,
            Assignment assignment,
            Plan baseline,
            Set<BookingKey> broken,
            String name) {
        Plan plan = Plans.of(problem, scope, assignment);
        AuditReport report = new PlanAuditor(problem.dataSet).audit(plan, new Baseline(baseline.bookings(), broken));
        ScoreAnalysis<HardMediumSoftLongScore> analysis = Solutions.analyse(problem, assignment);
        PlanState state = PlanState.of(problem, assignment);
        Map<String, Long> expected = new TreeMap<>();
        report.hardViolations().forEach((rule, n) -> expected.put(rule.id(), n));
        report.cost().forEach((line, pence) -> expected.put(line.id(), pence));
        expected.put(TrainingConstraint.COVERAGE.id(), report.coverageShortfall());
        expected.values().removeIf(n -> n == 0);

        assertThat(Solutions.points(analysis)).as(name).isEqualTo(expected);
        assertThat(HardMediumSoftLongScore.of(
                        -state.hardPoints(), -state.shortfall(), -state.cost().total()))
                .as("state of " + name)
                .isEqualTo(Plans.score(report));
        return expected.keySet();
    }
}
