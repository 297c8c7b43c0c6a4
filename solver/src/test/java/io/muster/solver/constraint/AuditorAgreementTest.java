package io.muster.solver.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.analysis.ScoreAnalysis;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.Venue;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.solver.PlanMapper;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
        Plan plan = plan(problem, scope, assignment);
        AuditReport report = new PlanAuditor(problem.dataSet).audit(plan, null);
        ScoreAnalysis<HardMediumSoftLongScore> analysis = Solutions.analyse(problem, assignment);
        Map<String, Long> points = Solutions.points(analysis);
        long moreJourneys = moreJourneys(problem, plan);

        assertThat(report.violations())
                .as("rows of " + name)
                .noneMatch(violation -> violation.ruleId().equals("FORMAT"));
        assertThat(points).as(name).isEqualTo(points(report, moreJourneys));
        assertThat(analysis.score()).isEqualTo(score(report, moreJourneys));
        return points.keySet();
    }

    private static Plan plan(Problem problem, List<ScopeDecision> scope, Assignment assignment) {
        PlanMapper.Rows rows = new PlanMapper(problem).map(assignment);
        List<Unbooked> unbooked = new ArrayList<>();
        for (int r : rows.unbooked()) {
            unbooked.add(new Unbooked(
                    problem.dataSet.staff().get(problem.requirements.staffOf[r]).id(),
                    problem.dataSet
                            .modules()
                            .get(problem.requirements.moduleOf[r])
                            .id(),
                    "NO_PLACE",
                    "None."));
        }
        return new Plan(scope, rows.sessions(), rows.bookings(), unbooked, List.of(), null);
    }

    /**
     * What a journey to each venue costs more than one to the farthest. DATASET.md leaves open what a day at several
     * venues costs, which breaks H09: the streams charge each venue, the auditor the farthest.
     */
    private static long moreJourneys(Problem problem, Plan plan) {
        record StaffDate(String staffId, LocalDate date) {}
        Map<String, SessionRow> sessions = new TreeMap<>();
        plan.sessions().forEach(row -> sessions.put(row.id(), row));
        Map<StaffDate, Set<String>> venues = new HashMap<>();
        for (Booking booking : plan.bookings()) {
            SessionRow session = booking.sessionId() == null ? null : sessions.get(booking.sessionId());
            if (session != null && session.venueId() != null) {
                venues.computeIfAbsent(new StaffDate(booking.staffId(), booking.date()), key -> new TreeSet<>())
                        .add(session.venueId());
            }
        }
        List<String> staffIds =
                problem.dataSet.staff().stream().map(StaffMember::id).toList();
        List<String> venueIds = problem.dataSet.venues().stream().map(Venue::id).toList();
        long more = 0;
        for (Map.Entry<StaffDate, Set<String>> day : venues.entrySet()) {
            int team = problem.workforce.teamOf[staffIds.indexOf(day.getKey().staffId())];
            long[] pence = day.getValue().stream()
                    .mapToLong(id -> problem.estate.travelPence[team * problem.estate.venues + venueIds.indexOf(id)])
                    .sorted()
                    .toArray();
            more += Arrays.stream(pence, 0, pence.length - 1).sum();
        }
        return more;
    }

    private static Map<String, Long> points(AuditReport report, long moreJourneys) {
        Map<String, Long> points = new TreeMap<>();
        report.hardViolations().forEach((rule, n) -> points.put(rule.id(), n));
        report.cost().forEach((line, pence) -> points.put(line.id(), pence));
        points.merge(TrainingConstraint.TRAVEL.id(), moreJourneys, Long::sum);
        points.put(TrainingConstraint.COVERAGE.id(), report.coverageShortfall());
        points.values().removeIf(n -> n == 0);
        return points;
    }

    private static HardMediumSoftLongScore score(AuditReport report, long moreJourneys) {
        long hard = report.hardViolations().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return HardMediumSoftLongScore.of(-hard, -report.coverageShortfall(), -report.totalCost() - moreJourneys);
    }
}
