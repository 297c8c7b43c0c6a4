package io.muster.solver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import io.muster.solver.PlanLoader;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.AuditReport.Violation;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.construct.Construction;
import io.muster.solver.explain.PlanRows.Edit;
import io.muster.solver.explain.UnbookedWhy.Relaxation;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On worlds in which every rule bites: what the explainer says is what the auditor finds. */
class PlanExplainerPropertyTest {

    private static final int MANY = 1000;

    private static java.util.stream.IntStream seeds() {
        return java.util.stream.IntStream.range(0, 4);
    }

    /** A constructed plan of a random world. */
    private static final class World {
        final Problem problem;
        final Plan plan;
        final PlanAuditor auditor;
        final AuditReport audit;
        final PlanExplainer explainer;

        World(int seed) {
            int venues = 1 + seed % 2;
            List<ScopeDecision> scope = RandomWorld.scope(seed, venues);
            problem = RandomWorld.problem(seed, venues);
            plan = Plans.of(problem, scope, Construction.run(problem).assignment());
            auditor = new PlanAuditor(problem.dataSet);
            audit = auditor.audit(plan, null);
            explainer = new PlanExplainer(
                    PlanState.of(
                            problem,
                            new PlanLoader(problem)
                                    .load(plan.sessions(), plan.bookings())
                                    .assignment()),
                    plan,
                    null);
        }

        List<Booking> bookings() {
            return plan.bookings();
        }

        /** A session of a module, whether it suits or not; null: none. */
        @Nullable
        String anySession(String moduleId, Random random) {
            if (moduleId.equals("PLT")) {
                return problem.calendar.dateOf[random.nextInt(problem.calendar.days)] + "-"
                        + problem.dataSet.programme().slots().get(0).id();
            }
            List<String> ids = plan.sessions().stream()
                    .filter(row -> row.moduleId().equals(moduleId))
                    .map(SessionRow::id)
                    .toList();
            return ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
        }

        AuditReport audit(List<Edit> edits) {
            return auditor.audit(PlanRows.edited(plan, edits), null);
        }
    }

    private static List<Edit> edits(List<String> staffIds, String moduleId, @Nullable Spot to) {
        List<Edit> edits = new ArrayList<>();
        for (String staffId : staffIds) {
            edits.add(new Edit(new BookingKey(staffId, moduleId), to));
        }
        return edits;
    }

    private static List<String> with(String staffId, List<String> others) {
        List<String> all = new ArrayList<>(others);
        all.add(staffId);
        return all;
    }

    private static Price difference(AuditReport after, AuditReport before) {
        Map<String, Long> lines = new HashMap<>();
        before.cost().forEach((line, pence) -> {
            long difference = after.cost().get(line) - pence;
            if (difference != 0) {
                lines.put(line.id(), difference);
            }
        });
        return new Price(
                after.totalCost() - before.totalCost(), lines, after.coverageShortfall() - before.coverageShortfall());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyAlternativeIsValidAndCostsWhatItSays(int seed) {
        World world = new World(seed);
        List<BookingKey> keys = new ArrayList<>();
        world.bookings().forEach(booking -> keys.add(BookingKey.of(booking)));
        world.plan.unbooked().forEach(row -> keys.add(new BookingKey(row.staffId(), row.moduleId())));
        for (BookingKey key : keys) {
            PersonOptions options = world.explainer.options(key.staffId(), key.moduleId(), MANY);
            assertThat(options.alternatives()).hasSize(options.possible());
            for (Alternative alternative :
                    options.alternatives().stream().limit(4).toList()) {
                AuditReport after = world.audit(
                        edits(with(key.staffId(), alternative.withStaffIds()), key.moduleId(), alternative.spot()));
                assertThat(after.violations()).as("%s to %s", key, alternative).isEqualTo(world.audit.violations());
                assertThat(difference(after, world.audit))
                        .as("%s to %s", key, alternative)
                        .isEqualTo(alternative.price());
            }
        }
        assertThat(world.audit.isValid()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBookingAddsWhatThePlanWouldSaveWithoutIt(int seed) {
        World world = new World(seed);
        for (Booking booking : world.bookings()) {
            BookingWhy why = world.explainer.whyBooked(booking.staffId(), booking.moduleId(), 0);

            AuditReport without = world.audit(edits(List.of(booking.staffId()), booking.moduleId(), null));

            assertThat(difference(world.audit, without)).isEqualTo(why.adds());
            assertThat(why.spot().sessionId()).isEqualTo(booking.sessionId());
            assertThat(why.spot().date()).isEqualTo(booking.date());
            assertThat(why.spot().slotIds()).isEqualTo(booking.slotIds());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsNamedAsInTheWayIsWhatTheAuditorFindsThere(int seed) {
        World world = new World(seed);
        for (Unbooked row : world.plan.unbooked()) {
            UnbookedWhy why = world.explainer.whyUnbooked(row.staffId(), row.moduleId());
            int first =
                    why.rules().stream().mapToInt(UnbookedWhy.RuleShare::first).sum();
            assertThat(first + why.open()).isEqualTo(why.daySlots());
            for (UnbookedWhy.Miss miss : why.nearest()) {
                AuditReport forced =
                        world.audit(edits(with(row.staffId(), why.withStaffIds()), row.moduleId(), miss.spot()));
                assertThat(broken(forced))
                        .as("%s at %s", row, miss)
                        .isEqualTo(miss.blocks().stream()
                                .map(UnbookedWhy.Block::ruleId)
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
    }

    /** FORMAT is left out: a forced booking may double a room, and a room closed has no other fault. */
    private static Set<String> broken(AuditReport report) {
        return report.violations().stream()
                .map(Violation::ruleId)
                .filter(id -> !id.equals("FORMAT"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofARelaxationOnlyWhatIsGrantedIsBroken(int seed) {
        World world = new World(seed);
        for (Unbooked row : world.plan.unbooked()) {
            UnbookedWhy why = world.explainer.whyUnbooked(row.staffId(), row.moduleId());
            for (Relaxation relaxation : why.relaxations()) {
                List<Edit> edits = edits(with(row.staffId(), why.withStaffIds()), row.moduleId(), relaxation.spot());
                relaxation.steps().stream()
                        .flatMap(step -> step.moves().stream())
                        .forEach(move ->
                                edits.add(new Edit(new BookingKey(move.staffId(), move.moduleId()), move.to())));
                AuditReport forced = world.audit(edits);
                Set<String> granted = relaxation.steps().stream()
                        .filter(step -> step.ruleId() != null)
                        .map(UnbookedWhy.Step::ruleId)
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(broken(forced)).as("%s by %s", row, relaxation).isEqualTo(granted);
                Price price = relaxation.price();
                if (price != null) {
                    assertThat(difference(forced, world.audit))
                            .as("%s by %s", row, relaxation)
                            .isEqualTo(price);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoFillsASessionCostsWhatItSaysOneAfterTheOther(int seed) {
        World world = new World(seed);
        for (var session : world.plan.sessions()) {
            SeatOptions options = world.explainer.seats(session.id(), 3, MANY);
            List<Edit> taken = new ArrayList<>();
            AuditReport before = world.audit;
            for (SeatOptions.Candidate pick : options.picks()) {
                taken.addAll(edits(pick.staffIds(), session.moduleId(), options.session()));
                AuditReport after = world.audit(taken);
                assertThat(after.isValid()).as("%s in %s", pick, session).isTrue();
                assertThat(difference(after, before)).isEqualTo(pick.price());
                before = after;
            }
            for (SeatOptions.Candidate other : options.others()) {
                AuditReport after = world.audit(edits(other.staffIds(), session.moduleId(), options.session()));
                assertThat(after.isValid()).as("%s in %s", other, session).isTrue();
                assertThat(difference(after, world.audit)).isEqualTo(other.price());
            }
        }
        assertThat(world.audit.isValid()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void questionsLeaveThePlanAsItIs(int seed) {
        World world = new World(seed);
        PlanState state = PlanState.of(
                world.problem,
                new PlanLoader(world.problem)
                        .load(world.plan.sessions(), world.plan.bookings())
                        .assignment());
        int[] before = state.assignment().sessionOf();
        PlanExplainer explainer = new PlanExplainer(state, world.plan, null);

        world.bookings().forEach(b -> explainer.whyBooked(b.staffId(), b.moduleId(), 5));
        world.plan.unbooked().forEach(u -> explainer.whyUnbooked(u.staffId(), u.moduleId()));
        world.plan.sessions().forEach(s -> explainer.seats(s.id(), 2, 5));

        assertThat(state.assignment().sessionOf()).isEqualTo(before);
        assertThat(state.hardPoints()).isZero();
        assertThat(state.shortfall()).isEqualTo(world.audit.coverageShortfall());
        for (TrainingConstraint line : world.audit.cost().keySet()) {
            assertThat(state.cost().of(line)).isEqualTo(world.audit.cost().get(line));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void decisionsAreJudgedAsTheWholeAuditWould(int seed) {
        World world = new World(seed);
        Random random = new Random(seed);
        List<Decision> decisions = new ArrayList<>();
        for (Booking booking : world.bookings()) {
            decisions.add(new Decision(Decision.Kind.CANCEL, booking.staffId(), booking.moduleId(), null));
            String to = world.anySession(booking.moduleId(), random);
            if (to != null
                    && !to.equals(booking.sessionId())
                    && !to.equals(booking.date() + "-" + booking.slotIds().get(0))) {
                decisions.add(new Decision(Decision.Kind.MOVE, booking.staffId(), booking.moduleId(), to));
            }
        }
        for (Unbooked row : world.plan.unbooked()) {
            String to = world.anySession(row.moduleId(), random);
            if (to != null) {
                decisions.add(new Decision(Decision.Kind.BOOK, row.staffId(), row.moduleId(), to));
            }
        }
        Collections.shuffle(decisions, random);
        isJudgedAsByTheWholeAudit(world, decisions.subList(0, Math.min(decisions.size(), 60)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sessionsMovedAreJudgedAsTheWholeAuditWould(int seed) {
        World world = new World(seed);
        Random random = new Random(seed);
        List<Decision> possible = new ArrayList<>();
        for (int tries = 0; tries < 60; tries++) {
            SessionRow session = world.plan
                    .sessions()
                    .get(random.nextInt(world.plan.sessions().size()));
            List<String> rooms = world.problem.dataSet.rooms().stream()
                    .map(room -> room.id())
                    .toList();
            Decision decision = Decision.moveSession(
                    session.id(),
                    new Decision.Target(
                            world.problem.calendar.dateOf[random.nextInt(world.problem.calendar.days)],
                            world.problem
                                    .dataSet
                                    .programme()
                                    .slots()
                                    .get(random.nextInt(world.problem.calendar.slots))
                                    .id(),
                            session.roomId() == null ? null : rooms.get(random.nextInt(rooms.size())),
                            List.of()));
            try {
                world.explainer.judge(List.of(decision));
                possible.add(decision);
            } catch (UnfitQuestionException e) {
                // Nothing could run there at all.
            }
        }
        assertThat(possible).isNotEmpty();
        isJudgedAsByTheWholeAudit(world, possible);
    }

    private static void isJudgedAsByTheWholeAudit(World world, List<Decision> decisions) {
        Map<Violation, Long> before = counted(world.audit);
        for (Decision decision : decisions) {
            Judgement judgement = world.explainer.judge(List.of(decision));
            AuditReport after = world.auditor.audit(world.explainer.decided(List.of(decision)), null);

            Map<Violation, Long> broken = counted(after);
            before.forEach((violation, n) -> broken.merge(violation, -n, Long::sum));
            assertThat(judgement.breaches().stream()
                            .map(breach -> breach.ruleId() + " " + breach.subject() + " " + breach.what()))
                    .as("%s", decision)
                    .containsExactlyInAnyOrderElementsOf(broken.entrySet().stream()
                            .filter(entry -> entry.getValue() > 0)
                            .map(entry -> entry.getKey().ruleId() + " "
                                    + entry.getKey().subject() + " "
                                    + entry.getKey().message())
                            .toList());
            assertThat(judgement.allowed()).isEqualTo(after.isValid());
            assertThat(judgement.price()).as("%s", decision).isEqualTo(difference(after, world.audit));
        }
    }

    private static Map<Violation, Long> counted(AuditReport report) {
        Map<Violation, Long> counts = new HashMap<>();
        report.violations().forEach(violation -> counts.merge(violation, 1L, Long::sum));
        return counts;
    }
}
