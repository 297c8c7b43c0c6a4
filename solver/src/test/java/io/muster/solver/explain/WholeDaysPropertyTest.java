package io.muster.solver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.solver.PlanLoader;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.construct.Construction;
import io.muster.solver.explain.PlanRows.Edit;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.PlanBuilder;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whole days of real programmes: what is offered is what the auditor finds, and nothing cheaper is missed. */
class WholeDaysPropertyTest {

    private static final int MANY = 1000;

    /** A constructed plan of a data set. */
    private static final class World {
        final DataSet dataSet;
        final Plan plan;
        final PlanAuditor auditor;
        final AuditReport audit;
        final PlanExplainer explainer;

        World(DataSet dataSet, Plan plan) {
            this.dataSet = dataSet;
            this.plan = plan;
            Problem problem = Problem.of(dataSet, plan.scope());
            auditor = new PlanAuditor(dataSet);
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

        static World sample(SampleProgramme programme, int people) {
            DataSet data = SampleGenerator.generate(programme, people, 6);
            return constructed(data, Plans.scopeByRules(data));
        }

        static World constructed(DataSet data, List<ScopeDecision> scope) {
            Problem problem = Problem.of(data, scope);
            return new World(
                    data, Plans.of(problem, scope, Construction.run(problem).assignment()));
        }

        List<DayOptions> days(StaffMember person, int most) {
            return explainer.days(person.id(), null, most);
        }

        AuditReport audit(List<Edit> edits) {
            return auditor.audit(PlanRows.edited(plan, edits), null);
        }
    }

    private static Edit edit(String staffId, String moduleId, Spot to) {
        return new Edit(new BookingKey(staffId, moduleId), to);
    }

    /** Takes some people's whole days by rows; returns how many there were. */
    private static int assertOffersHold(World world, int people) {
        int offers = 0;
        for (StaffMember person : world.dataSet.staff().subList(0, people)) {
            for (DayOptions options : world.days(person, 3)) {
                for (DayOptions.Day day : options.alternatives()) {
                    List<Edit> edits = new ArrayList<>();
                    for (int i = 0; i < day.spots().size(); i++) {
                        String moduleId = options.moduleIds().get(i);
                        edits.add(edit(person.id(), moduleId, day.spots().get(i)));
                        for (String other : options.withStaffIds().get(i)) {
                            edits.add(edit(other, moduleId, day.spots().get(i)));
                        }
                    }
                    AuditReport after = world.audit(edits);
                    assertThat(after.violations()).as("%s", day).isEmpty();
                    assertThat(difference(after, world.audit)).as("%s", day).isEqualTo(day.price());
                    assertThat(day.spots())
                            .extracting(Spot::date)
                            .containsOnly(day.spots().get(0).date());
                    offers++;
                }
            }
        }
        return offers;
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

    @Test
    void everyWholeDayIsValidAndCostsWhatItSays() {
        assertThat(assertOffersHold(World.sample(SampleProgramme.NMFL_PHASE_2, 120), 8))
                .isGreaterThan(10);
    }

    @Test
    void membersOfACohortGoAlong() {
        int offers = 0;
        for (int seed = 0; seed < 3; seed++) {
            DataSet data = RandomWorld.problem(seed, 2).dataSet;
            World world = World.constructed(data, RandomWorld.scope(seed, 2));
            offers += assertOffersHold(world, data.staff().size());
        }
        assertThat(offers).isPositive();
    }

    @Test
    void noTwoSessionsThatRunAreCheaperThanWhatIsOffered() {
        World world = crowded();
        int pairs = 0;
        for (StaffMember person : world.dataSet.staff()) {
            for (DayOptions options : world.days(person, MANY)) {
                if (options.moduleIds().size() == 2) {
                    pairs += assertNothingCheaper(world, options);
                }
            }
        }
        assertThat(pairs).isGreaterThan(50);
    }

    /** Twelve people, four days, two venues of two rooms; in each room two modules take turns at random. */
    private static World crowded() {
        Random random = new Random(11);
        DataSetBuilder data = Fixtures.dataSet()
                .programme(p -> p.lastDay = Fixtures.MONDAY.plusDays(3))
                .module("M2", module -> module.maxClass = 5)
                .venue("V2", 51.6, -0.2);
        for (int room = 1; room <= 4; room++) {
            String venue = room < 3 ? Fixtures.VENUE : "V2";
            data.room("R" + room, fields -> fields.venue = venue);
            data.trainer("X" + room, fields -> fields.modules = List.of(Fixtures.MODULE, "M2"));
        }
        for (int person = 10; person < 22; person++) {
            data.staff("P" + person);
        }
        DataSet dataSet = data.build();
        PlanBuilder plan = Fixtures.plan(dataSet);
        Map<String, List<String>> sessions = new TreeMap<>();
        for (int day = 0; day < 4; day++) {
            for (int half = 0; half < 8; half++) {
                String module = random.nextBoolean() ? Fixtures.MODULE : "M2";
                String id = "S" + day + half;
                plan.session(
                        id,
                        module,
                        Fixtures.MONDAY.plusDays(day),
                        half < 4 ? Fixtures.AM : Fixtures.PM,
                        "R" + (1 + half % 4),
                        "X" + (1 + half % 4));
                sessions.computeIfAbsent(module, key -> new ArrayList<>()).add(id);
            }
        }
        for (int person = 0; person < 12; person++) {
            List<String> first = sessions.get(Fixtures.MODULE);
            String one = first.get(person % first.size());
            String other = sessions.get("M2").stream()
                    .filter(id -> id.charAt(1) != one.charAt(1))
                    .skip(random.nextInt(3))
                    .findFirst()
                    .orElseThrow();
            plan.book(one, "P" + (10 + person)).book(other, "P" + (10 + person));
        }
        Plan built = plan.buildWithSessions(
                rows -> rows.stream().filter(row -> row.booked() > 0).toList());
        World world = new World(dataSet, built);
        assertThat(world.audit.violations()).isEmpty();
        return world;
    }

    /** Books both modules in each two sessions of one day, by rows; returns how many of those are valid. */
    private static int assertNothingCheaper(World world, DayOptions options) {
        int valid = 0;
        for (SessionRow one : sessions(world, options.moduleIds().get(0))) {
            for (SessionRow other : sessions(world, options.moduleIds().get(1))) {
                if (!one.date().equals(other.date()) || (isNow(options, 0, one) && isNow(options, 1, other))) {
                    continue;
                }
                AuditReport after = world.audit(List.of(
                        edit(options.staffId(), one.moduleId(), spot(one)),
                        edit(options.staffId(), other.moduleId(), spot(other))));
                if (after.isValid()) {
                    valid++;
                    assertThat(options.alternatives())
                            .as("%s and %s", one, other)
                            .anyMatch(day -> day.spots().get(0).date().equals(one.date())
                                    && day.spots().get(0).slotIds().equals(one.slotIds())
                                    && day.spots().get(1).slotIds().equals(other.slotIds())
                                    && day.price().pence() <= after.totalCost() - world.audit.totalCost());
                }
            }
        }
        return valid;
    }

    private static boolean isNow(DayOptions options, int i, SessionRow session) {
        Spot now = options.now().get(i);
        return now != null && session.id().equals(now.sessionId());
    }

    private static List<SessionRow> sessions(World world, String moduleId) {
        return world.plan.sessions().stream()
                .filter(row -> row.moduleId().equals(moduleId))
                .toList();
    }

    private static Spot spot(SessionRow row) {
        return new Spot(
                row.id(),
                false,
                row.date(),
                row.slotIds(),
                row.roomId(),
                row.venueId(),
                row.trainerIds(),
                row.booked(),
                row.capacity());
    }
}
