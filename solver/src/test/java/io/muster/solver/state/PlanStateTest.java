package io.muster.solver.state;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import io.muster.data.model.DataSet;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.catalogue.TrainingConstraint.Level;
import io.muster.solver.check.AuditReport;
import io.muster.solver.constraint.Solutions;
import io.muster.solver.problem.Problem;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The state's figures are the auditor's and the streams', whatever the plan, and however it came about. */
class PlanStateTest {

    private static final int WORLDS = 60;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void everyFigureIsTheAuditorsOnRandomPlans(int venues) {
        Set<TrainingConstraint> seen = EnumSet.noneOf(TrainingConstraint.class);
        for (long seed = 100; seed < 100 + WORLDS; seed++) {
            Problem problem = RandomWorld.problem(seed, venues);
            List<ScopeDecision> scope = RandomWorld.scope(seed, venues);
            for (int density = 1; density <= 10; density += 3) {
                Assignment assignment = RandomWorld.suiting(problem, seed * 10 + density, density);
                AuditReport report =
                        expectAuditorsFigures(problem, scope, assignment, "seed " + seed + ", density " + density);
                collect(report.hardViolations(), seen);
                collect(report.cost(), seen);
            }
        }
        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen)))
                .as("constraints that never count: those no assignment can break, those of a re-plan")
                .containsExactly(
                        TrainingConstraint.H02_ONCE,
                        TrainingConstraint.H18_FROZEN,
                        TrainingConstraint.COVERAGE,
                        TrainingConstraint.CHANGE);
    }

    private static void collect(Map<TrainingConstraint, Long> points, Set<TrainingConstraint> seen) {
        points.forEach((constraint, n) -> {
            if (n != 0) {
                seen.add(constraint);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyFigureIsTheAuditorsOnTheSampleProgrammes(SampleProgramme programme) {
        DataSet data = SampleGenerator.generate(programme, programme.minPeople(), 3);
        List<ScopeDecision> scope = Plans.scopeByRules(data);
        Problem problem = Problem.of(data, scope);
        for (int density = 3; density <= 9; density += 6) {
            Assignment assignment = RandomWorld.suiting(problem, density, density);
            expectAuditorsFigures(problem, scope, assignment, programme + ", density " + density);
        }
    }

    private static AuditReport expectAuditorsFigures(
            Problem problem, List<ScopeDecision> scope, Assignment assignment, String name) {
        AuditReport report = Plans.audit(problem, scope, assignment);
        PlanState state = PlanState.of(problem, assignment);
        assertThat(score(state)).as(name).isEqualTo(Plans.score(report));
        assertThat(cost(state)).as(name).isEqualTo(new TreeMap<>(report.cost()));
        assertThat(state.bookings()).as(name).isEqualTo(report.booked());
        assertThat(state.unbookedCount()).as(name).isEqualTo(report.requirements() - report.booked());
        return report;
    }

    @Test
    void everyFigureIsTheStreamsOnPlansWithoutAnySense() {
        for (long seed = 0; seed < 25; seed++) {
            Problem problem = RandomWorld.problem(seed, 3);
            Assignment assignment = RandomWorld.careless(problem, seed);
            PlanState state = PlanState.of(problem, assignment);
            var analysis = Solutions.analyse(problem, assignment);
            assertThat(analysis.score()).as("seed " + seed).isEqualTo(score(state));
            Map<String, Long> points = Solutions.points(analysis);
            for (Map.Entry<TrainingConstraint, Long> line : cost(state).entrySet()) {
                assertThat(points.getOrDefault(line.getKey().id(), 0L))
                        .as("seed " + seed + " " + line.getKey())
                        .isEqualTo(line.getValue());
            }
        }
    }

    /** Books, unbooks and changes modules and trainers at random: the figures stay those of the plan made afresh. */
    @Test
    void figuresFollowEveryChange() {
        for (long seed = 0; seed < 60; seed++) {
            Problem problem = RandomWorld.problem(seed, 3);
            Random random = new Random(seed);
            PlanState state = PlanState.of(problem, RandomWorld.suiting(problem, seed, (int) (seed % 10)));
            for (int step = 0; step < 400; step++) {
                change(problem, state, random);
                if (step % 20 == 19) {
                    expectSame(state, PlanState.of(problem, state.assignment()), "seed " + seed + ", step " + step);
                }
            }
        }
    }

    private static void change(Problem problem, PlanState state, Random random) {
        int r = random.nextInt(problem.requirements.count);
        int place = random.nextInt(problem.estate.digitalBase);
        switch (random.nextInt(4)) {
            case 0 -> {
                if (state.isBooked(r)) {
                    state.unbook(r);
                }
            }
            case 1 -> {
                if (!state.isBooked(r)) {
                    // Few places, so that people meet.
                    int session = random.nextInt(problem.estate.sessions);
                    state.book(r, random.nextBoolean() ? session : session % 8);
                }
            }
            case 2 -> {
                int module = random.nextInt(problem.curriculum.modules);
                int session = random.nextBoolean() ? place : place % 8;
                state.setModule(session, RandomWorld.suits(problem, module, session) ? module : -1);
            }
            default -> {
                int session = random.nextBoolean() ? place : place % 8;
                state.setTrainer(
                        session,
                        random.nextInt(problem.curriculum.maxTrainers),
                        random.nextInt(problem.cadre.trainers + 1) - 1);
            }
        }
    }

    private static void expectSame(PlanState state, PlanState fresh, String name) {
        assertThat(score(state)).as(name).isEqualTo(score(fresh));
        assertThat(cost(state)).as(name).isEqualTo(cost(fresh));
        assertThat(state.bookings()).as(name).isEqualTo(fresh.bookings());
        assertThat(unbooked(state)).as(name).isEqualTo(unbooked(fresh));
        Problem problem = state.problem();
        for (int t = 0; t < problem.workforce.teams; t++) {
            for (int d = 0; d < problem.calendar.days; d++) {
                assertThat(state.headsOf(t, d)).as(name).isEqualTo(fresh.headsOf(t, d));
            }
        }
        for (int s = 0; s < problem.estate.sessions; s++) {
            assertThat(state.countOf(s)).as(name).isEqualTo(fresh.countOf(s));
        }
        for (int m = 0; m < problem.curriculum.modules; m++) {
            for (int d = 0; d < problem.calendar.days; d++) {
                for (int slot = 0; slot < problem.calendar.slots; slot++) {
                    assertThat(open(state, m, d, slot)).as(name).isEqualTo(open(fresh, m, d, slot));
                }
            }
        }
    }

    private static int[] unbooked(PlanState state) {
        int[] list = new int[state.unbookedCount()];
        Arrays.setAll(list, state::unbooked);
        Arrays.sort(list);
        return list;
    }

    private static int[] open(PlanState state, int module, int day, int slot) {
        int[] list = new int[state.openCount(module, day, slot)];
        Arrays.setAll(list, i -> state.openAt(module, day, slot, i));
        Arrays.sort(list);
        return list;
    }

    private static HardMediumSoftLongScore score(PlanState state) {
        return HardMediumSoftLongScore.of(
                -state.hardPoints(), -state.shortfall(), -state.cost().total());
    }

    private static Map<TrainingConstraint, Long> cost(PlanState state) {
        Map<TrainingConstraint, Long> cost = new TreeMap<>();
        for (TrainingConstraint line : TrainingConstraint.values()) {
            if (line.level() == Level.SOFT) {
                cost.put(line, state.cost().of(line));
            }
        }
        return cost;
    }
}
