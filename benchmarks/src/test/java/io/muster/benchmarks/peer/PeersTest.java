package io.muster.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.benchmarks.contender.Contender;
import io.muster.benchmarks.contender.ContenderLimits;
import io.muster.benchmarks.contender.ContenderPlan;
import io.muster.benchmarks.contender.Sample;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.rules.RuleSetLoader;
import io.muster.rules.ScopeService;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.PlanAuditor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PeersTest {

    private static final Case NMFL = new Case(SampleProgramme.NMFL_PHASE_2, 200);
    private static final Case LEADERSHIP = new Case(SampleProgramme.LEADERSHIP, 54);

    /** Steps are what ends a run here, not time: enough for the greedies, and for a first pass of the others. */
    private static final long STEPS = 11_300;

    private static final Duration AMPLE = Duration.ofMinutes(1);

    /** A small programme with its scope. */
    private record Case(DataSet data, List<ScopeDecision> scope) {

        Case(SampleProgramme programme, int people) {
            this(SampleGenerator.generate(programme, people, 1));
        }

        Case(DataSet data) {
            this(
                    data,
                    new ScopeService()
                            .decide(
                                    data,
                                    new RuleSetLoader()
                                            .shipped("everyone")
                                            .ruleSet()
                                            .orElseThrow())
                            .decisions());
        }

        ContenderPlan planBy(Contender peer, List<Sample> samples) {
            return peer.plan(data, scope, new ContenderLimits(1, AMPLE, STEPS), samples::add);
        }

        AuditReport audit(ContenderPlan plan) {
            Plan whole = new Plan(scope, plan.sessions(), plan.bookings(), List.of(), List.of(), null);
            return new PlanAuditor(data).audit(whole, null);
        }
    }

    private static List<Contender> peers() {
        return Peers.all();
    }

    /** The share of requirements that each books at least, far below what it books today. */
    private static Stream<Arguments> floors() {
        return Stream.of(
                Arguments.of("first-fit", 0.85),
                Arguments.of("best-fit", 0.9),
                Arguments.of("newcomer", 0.9),
                Arguments.of("cpsolver", 0.7),
                Arguments.of("cp-sat", 0.9));
    }

    private static Contender peer(String id) {
        return peers().stream().filter(peer -> peer.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void everyPeerHasAFloor() {
        assertThat(floors().map(floor -> floor.get()[0]))
                .containsExactlyElementsOf(peers().stream().map(Contender::id).toList());
    }

    @Test
    void idsAndSentencesAreUnique() {
        assertThat(peers()).extracting(Contender::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z-]+"));
        assertThat(peers())
                .extracting(Contender::sentence)
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("floors")
    void breaksNoHardRuleAndBooksMost(String id, double floor) {
        List<Sample> samples = Collections.synchronizedList(new ArrayList<>());

        ContenderPlan plan = NMFL.planBy(peer(id), samples);

        AuditReport report = NMFL.audit(plan);
        assertThat(report.hardViolations().values()).containsOnly(0L);
        assertThat(report.booked()).isGreaterThan((int) (floor * report.requirements()));
        Sample last = samples.get(samples.size() - 1);
        assertThat(last.coverageShortfall()).isEqualTo(report.coverageShortfall());
        assertThat(last.costPence()).isEqualTo(report.totalCost());
    }

    @ParameterizedTest
    @MethodSource("peers")
    void keepsCohortsTogether(Contender peer) {
        AuditReport report = LEADERSHIP.audit(LEADERSHIP.planBy(peer, new ArrayList<>()));

        assertThat(report.hardViolations().values()).containsOnly(0L);
        assertThat(report.booked()).isGreaterThan(report.requirements() / 2);
    }

    @ParameterizedTest
    @MethodSource("peers")
    void handsOverWhatItHasWhenTimeIsUpAtOnce(Contender peer) {
        ContenderPlan plan =
                peer.plan(NMFL.data(), NMFL.scope(), new ContenderLimits(1, Duration.ZERO, null), sample -> {});

        assertThat(NMFL.audit(plan).hardViolations().values()).containsOnly(0L);
    }

    @ParameterizedTest
    @MethodSource("greedies")
    void theSameInputGivesTheSamePlan(Contender greedy) {
        assertThat(NMFL.planBy(greedy, new ArrayList<>())).isEqualTo(NMFL.planBy(greedy, new ArrayList<>()));
    }

    private static List<Contender> greedies() {
        return List.of(new FirstFitGreedy(), new BestFitGreedy());
    }
}
