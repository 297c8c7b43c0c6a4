package io.muster.solver.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.solver.DefaultPlanSolver;
import io.muster.solver.SolveOptions;
import io.muster.solver.SolvedPlan;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Problem;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of broken bookings whatever happens. */
class BrokenBookingsPropertyTest {

    /** What a plan of the rest may lack: notice, what was to stay, and rest where a duty is back. */
    private static final Set<TrainingConstraint> NOT_ASKED =
            EnumSet.of(TrainingConstraint.H07_REST, TrainingConstraint.H16_NOTICE, TrainingConstraint.H18_FROZEN);

    private static Set<TrainingConstraint> brokenRules(DataSet data, Plan plan, Baseline baseline) {
        Set<TrainingConstraint> rules = EnumSet.noneOf(TrainingConstraint.class);
        for (Map.Entry<TrainingConstraint, Long> points :
                new PlanAuditor(data).audit(plan, baseline).hardViolations().entrySet()) {
            if (points.getValue() > 0 && !NOT_ASKED.contains(points.getKey())) {
                rules.add(points.getKey());
            }
        }
        return rules;
    }

    /** Random plans break every rule; without their broken bookings they break none, and nothing more is broken. */
    @ParameterizedTest
    @CsvSource({"1", "3"})
    void withoutItsBrokenBookingsAPlanBreaksNoRule(int venues) {
        int broken = 0;
        int kept = 0;
        Set<TrainingConstraint> seen = EnumSet.noneOf(TrainingConstraint.class);
        for (long seed = 0; seed < 40; seed++) {
            Problem problem = RandomWorld.problem(seed, venues);
            List<ScopeDecision> scope = RandomWorld.scope(seed, venues);
            Plan plan = Plans.of(problem, scope, RandomWorld.suiting(problem, seed, 1 + (int) seed % 6));
            LocalDate asOf = problem.dataSet.programme().firstDay().plusDays(seed % 4);
            Disrupted disrupted = Disrupted.by(problem.dataSet, plan, asOf, List.of());
            DataSet data = disrupted.after().dataSet();

            seen.addAll(brokenRules(data, plan, new Baseline(plan.bookings(), disrupted.broken())));
            assertThat(brokenRules(data, disrupted.rest(), new Baseline(plan.bookings(), disrupted.broken())))
                    .as("rules the rest breaks, seed " + seed)
                    .isEmpty();
            assertThat(Disrupted.by(problem.dataSet, disrupted.rest(), asOf, List.of())
                            .broken())
                    .as("broken of the rest, seed " + seed)
                    .allSatisfy(key -> assertThat(hasNeighbourAmong(key, plan, disrupted.broken()))
                            .isTrue());
            for (Booking booking : plan.bookings()) {
                boolean isBroken = disrupted.broken().contains(BookingKey.of(booking));
                assertThat(isBroken && booking.date().isBefore(asOf)).isFalse();
                broken += isBroken ? 1 : 0;
                kept += isBroken ? 0 : 1;
            }
        }
        assertThat(broken).isGreaterThan(100);
        assertThat(kept).isGreaterThan(100);
        assertThat(seen).hasSizeGreaterThan(10);
    }

    /** {@return whether a booking has one of the same person a day before or after it among the broken ones} */
    private static boolean hasNeighbourAmong(BookingKey key, Plan plan, Set<BookingKey> broken) {
        return plan.bookings().stream()
                .filter(booking -> BookingKey.of(booking).equals(key))
                .anyMatch(booking -> plan.bookings().stream()
                        .filter(other -> broken.contains(BookingKey.of(other)))
                        .filter(other -> other.staffId().equals(key.staffId()))
                        .anyMatch(other -> Math.abs(other.date().toEpochDay()
                                        - booking.date().toEpochDay())
                                <= 1));
    }

    private static Plan solved(DataSet data) {
        List<ScopeDecision> scope = Plans.scopeByRules(data);
        SolvedPlan solved = new DefaultPlanSolver()
                .solve(
                        data,
                        scope,
                        new SolveOptions(1, null, 0L),
                        (phase, fraction, shortfall, cost, booked, requirements) -> {});
        return new Plan(scope, solved.sessions(), solved.bookings(), solved.unbooked(), List.of(), null);
    }

    /** On any day of a valid plan in which nothing happens nothing is broken, and of a session cancelled no more than it. */
    @ParameterizedTest
    @CsvSource({"NMFL_PHASE_2, 100", "ILM_COHORT, 12"})
    void ofAValidPlanNothingIsBrokenButWhatIsVoid(SampleProgramme programme, int people) {
        DataSet data = SampleGenerator.generate(programme, people, 3);
        Plan plan = solved(data);
        LocalDate firstDay = data.programme().firstDay();
        Random random = new Random(7);
        assertThat(plan.bookings()).isNotEmpty();
        for (int days = -30; days < 90; days += 30) {
            assertThat(Disrupted.by(data, plan, firstDay.plusDays(days), List.of())
                            .broken())
                    .isEmpty();
        }
        for (int i = 0; i < 10 && !plan.sessions().isEmpty(); i++) {
            String session =
                    plan.sessions().get(random.nextInt(plan.sessions().size())).id();
            Disrupted cancelled = Disrupted.by(
                    data, plan, firstDay, List.of(Disrupted.of(Kind.SESSION_CANCELLED, session, null, null, null)));
            Set<BookingKey> voided = cancelled.after().voided();
            Set<String> hit = new TreeSet<>();
            voided.forEach(key -> hit.add(key.staffId()));

            assertThat(voided).isNotEmpty();
            assertThat(cancelled.broken()).containsAll(voided);
            assertThat(cancelled.broken())
                    .as("of no more people than those of the session")
                    .allSatisfy(key -> assertThat(hit).contains(key.staffId()));
        }
    }

    @Test
    void afterAnyDisruptionsTheRestBreaksNoRule() {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 100, 5);
        Plan plan = solved(data);
        int broken = 0;
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Disruption> disruptions = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                disruptions.add(random(random, data, plan));
            }
            LocalDate asOf = data.programme().firstDay().plusDays(random.nextInt(100));
            Disrupted disrupted = Disrupted.by(data, plan, asOf, disruptions);

            assertThat(brokenRules(disrupted.after().dataSet(), disrupted.rest(), disrupted.baseline()))
                    .as(disruptions.toString())
                    .isEmpty();
            broken += disrupted.broken().size();
        }
        assertThat(broken).isGreaterThan(50);
    }

    private static Disruption random(Random random, DataSet data, Plan plan) {
        LocalDate from = data.programme().firstDay().plusDays(random.nextInt(140));
        LocalDate to = from.plusDays(random.nextInt(20));
        StaffMember person = data.staff().get(random.nextInt(data.staff().size()));
        Booking booking = plan.bookings().get(random.nextInt(plan.bookings().size()));
        String room = data.rooms().get(random.nextInt(data.rooms().size())).id();
        String team = data.teams().get(random.nextInt(data.teams().size())).id();
        return switch (Kind.values()[random.nextInt(Kind.values().length)]) {
            case TRAINER_ABSENT ->
                Disrupted.of(
                        Kind.TRAINER_ABSENT,
                        data.trainers()
                                .get(random.nextInt(data.trainers().size()))
                                .id(),
                        from,
                        to,
                        null);
            case ROOM_CLOSED -> Disrupted.of(Kind.ROOM_CLOSED, room, from, to, null);
            case VENUE_CLOSED ->
                Disrupted.of(
                        Kind.VENUE_CLOSED,
                        data.venues().get(random.nextInt(data.venues().size())).id(),
                        from,
                        to,
                        null);
            case TEAM_CAP -> Disrupted.of(Kind.TEAM_CAP, team, from, to, "0.5");
            case DEMAND -> Disrupted.of(Kind.DEMAND, "ALL", from, from.plusDays(3), "0.25");
            case STAFF_ABSENT -> Disrupted.of(Kind.STAFF_ABSENT, person.id(), from + "T12:00", to + "T23:00", null);
            case STAFF_LEFT, STAFF_JOINED -> Disrupted.of(Kind.STAFF_LEFT, person.id(), from, null, null);
            case STAFF_MOVED -> Disrupted.of(Kind.STAFF_MOVED, person.id(), from, null, team);
            case ROOM_CAPACITY -> Disrupted.of(Kind.ROOM_CAPACITY, room, from, to, 1 + random.nextInt(8));
            case MODULE_RELEASE ->
                Disrupted.of(
                        Kind.MODULE_RELEASE,
                        booking.moduleId(),
                        null,
                        null,
                        data.programme().firstDay().plusDays(random.nextInt(30)));
            case SESSION_CANCELLED ->
                Disrupted.of(
                        Kind.SESSION_CANCELLED,
                        plan.sessions()
                                .get(random.nextInt(plan.sessions().size()))
                                .id(),
                        null,
                        null,
                        null);
            case NO_SHOW ->
                Disrupted.of(Kind.NO_SHOW, booking.staffId(), null, null, String.valueOf(booking.sessionId()));
        };
    }
}
