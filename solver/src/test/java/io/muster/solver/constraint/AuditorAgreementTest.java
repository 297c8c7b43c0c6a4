package io.muster.solver.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.analysis.ScoreAnalysis;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.check.AuditReport;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The streams and the auditor, which share no code, give the same figures on random assignments. */
class AuditorAgreementTest {

    private static final int WORLDS = 20;
    private static final int ASSIGNMENTS = 5;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void everyFigureAgreesOnRandomAssignments(int venues) {
        Set<String> seen = new TreeSet<>();
        for (long seed = 0; seed < WORLDS; seed++) {
            Problem problem = RandomWorld.problem(seed, venues);
            List<ScopeDecision> scope = RandomWorld.scope(seed, venues);
            for (int i = 0; i < ASSIGNMENTS; i++) {
                Assignment assignment = RandomWorld.sayable(problem, seed * 100 + i, 2 * i);
                seen.addAll(expectAgreement(problem, scope, assignment, "seed " + seed + ", assignment " + i));
            }
        }
        Set<String> all = new TreeSet<>();
        for (TrainingConstraint constraint : TrainingConstraint.values()) {
            all.add(constraint.id());
        }
        all.removeAll(CatalogueTest.WITHOUT_STREAM.keySet());
        all.removeAll(Set.of("H18", "change"));
        assertThat(seen).as("constraints the assignments break").isEqualTo(all);
    }

    @ParameterizedTest
    @EnumSource
    void everyFigureAgreesOnTheSampleProgrammes(SampleProgramme programme) {
        DataSet data = SampleGenerator.generate(programme, programme.minPeople(), 7);
        List<ScopeDecision> scope = scope(data);
        Problem problem = Problem.of(data, scope);
        for (int i = 0; i < 2; i++) {
            Assignment assignment = RandomWorld.sayable(problem, i, 4 + 5 * i);
            Set<String> seen = expectAgreement(problem, scope, assignment, programme + ", assignment " + i);
            assertThat(seen).contains("coverage", "abstraction", "H12", "H15");
        }
    }

    /** {@return a decision for everybody and every module: credited where completed, else in scope} */
    private static List<ScopeDecision> scope(DataSet data) {
        Set<String> completed = new HashSet<>();
        data.completions().forEach(row -> completed.add(row.staffId() + " " + row.moduleId()));
        List<ScopeDecision> scope = new ArrayList<>();
        for (StaffMember person : data.staff()) {
            for (TrainingModule module : data.modules()) {
                Decision decision =
                        completed.contains(person.id() + " " + module.id()) ? Decision.CREDITED : Decision.IN_SCOPE;
                scope.add(new ScopeDecision(
                        person.id(), module.id(), decision, "SCOPE-001", "because", person.priority(), null, null));
            }
        }
        return scope;
    }

    /** {@return the ids of the constraints that count} */
    private static Set<String> expectAgreement(
            Problem problem, List<ScopeDecision> scope, Assignment assignment, String name) {
        AuditReport report = Plans.audit(problem, scope, assignment);
        ScoreAnalysis<HardMediumSoftLongScore> analysis = Solutions.analyse(problem, assignment);
        Map<String, Long> points = Solutions.points(analysis);

        assertThat(report.violations())
                .as("rows of " + name)
                .noneMatch(violation -> violation.ruleId().equals("FORMAT"));
        assertThat(points).as(name).isEqualTo(points(report));
        assertThat(analysis.score()).isEqualTo(Plans.score(report));
        return points.keySet();
    }

    private static Map<String, Long> points(AuditReport report) {
        Map<String, Long> points = new TreeMap<>();
        report.hardViolations().forEach((rule, n) -> points.put(rule.id(), n));
        report.cost().forEach((line, pence) -> points.put(line.id(), pence));
        points.put(TrainingConstraint.COVERAGE.id(), report.coverageShortfall());
        points.values().removeIf(n -> n == 0);
        return points;
    }
}
