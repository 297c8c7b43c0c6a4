package io.muster.solver.bound;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.model.Transfer;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.PlanLoader;
import io.muster.solver.construct.TrainerPicker;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.PublishedPlan;
import io.muster.solver.replan.SettledCost;
import io.muster.solver.state.Assignment;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.DataSets;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.PlanBuilder;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplanBoundsTest {

    private static final int WORLDS = 200;
    private static final int STEPS = 150;

    private final DataSetBuilder data = Fixtures.dataSet().staff("P1");
    private final Set<BookingKey> broken = new HashSet<>();
    private final Set<BookingKey> voided = new HashSet<>();

    /** The re-plan of P1's booking onto the fixtures' module, if there is one, on a day in the morning. */
    private Problem replan(LocalDate asOf, @Nullable LocalDate booked) {
        DataSet dataSet = data.programme(p -> p.asOf = asOf).build();
        PlanBuilder plan = Fixtures.plan(dataSet).require(Fixtures.MODULE, "P1");
        if (booked != null) {
            plan.session("S1", booked, Fixtures.AM).book("S1", "P1");
        }
        Plan published = plan.build();
        return Problem.of(
                dataSet,
                published.scope(),
                new PublishedPlan(published.sessions(), published.bookings(), broken, voided, Set.of()));
    }

    @Test
    void pastBookingsCostWhatTheyCostAndNothingMore() {
        Problem problem = replan(Fixtures.TUESDAY, Fixtures.MONDAY);
        LowerBounds bounds = Bounds.ofReplan(problem, 0, 49_000);
        assertThat(bounds.coverageShortfall()).isZero();
        assertThat(bounds.cost()).isEqualTo(49_000);
    }

    @Test
    void newBookingsNeedNotice() {
        data.programme(p -> p.lastDay = Fixtures.FRIDAY);
        assertThat(Bounds.ofReplan(replan(Fixtures.MONDAY, null), 1, 0).coverageShortfall())
                .isEqualTo(1);
    }

    @Test
    void brokenBookingsMayComeBackTheDayAfter() {
        data.programme(p -> p.lastDay = Fixtures.TUESDAY);
        broken.add(new BookingKey("P1", Fixtures.MODULE));
        assertThat(Bounds.ofReplan(replan(Fixtures.MONDAY, Fixtures.TUESDAY), 0, 0)
                        .coverageShortfall())
                .isZero();
    }

    @Test
    void missedBookingsMustChange() {
        voided.add(new BookingKey("P1", Fixtures.MODULE));
        assertThat(Remainder.of(replan(Fixtures.TUESDAY, Fixtures.MONDAY)).leastChange())
                .isEqualTo(30_000);
    }

    @Test
    void bookingsOnADayOfAbsenceMustChange() {
        LocalDate later = Fixtures.MONDAY.plusDays(15);
        assertThat(Remainder.of(replan(Fixtures.MONDAY, later)).leastChange()).isZero();
        data.absence("P1", later + "T08:00", later + "T12:00");
        assertThat(Remainder.of(replan(Fixtures.MONDAY, later)).leastChange()).isEqualTo(3_000);
    }

    @Test
    void trainingBeforeTheFirstDayLeftReplacedTheDutyThatWouldForbidRest() {
        data.programme(p -> p.lastDay = Fixtures.TUESDAY)
                .pattern(Fixtures.PATTERN, Fixtures.MONDAY, "22:00-07:30", "09:00-17:00")
                .module("M2", m -> {})
                .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of(Fixtures.MODULE, "M2"));
        DataSet dataSet = data.programme(p -> p.asOf = Fixtures.TUESDAY).build();
        Plan published = Fixtures.plan(dataSet)
                .require(Fixtures.MODULE, "P1")
                .require("M2", "P1")
                .session("S1", Fixtures.MONDAY, Fixtures.AM)
                .session("S2", "M2", Fixtures.TUESDAY, Fixtures.AM, Fixtures.ROOM, Fixtures.TRAINER)
                .book("S1", "P1")
                .book("S2", "P1")
                .build();
        Problem problem = Problem.of(
                dataSet,
                published.scope(),
                new PublishedPlan(published.sessions(), published.bookings(), Set.of(), Set.of(), Set.of()));
        assertThat(Bounds.ofReplan(problem, 0, 0).coverageShortfall()).isZero();
    }

    @Test
    void noReplanOfARandomWorldGoesBelow() {
        int plans = 0;
        int tight = 0;
        int paid = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            Problem first = RandomWorld.problem(seed, 3);
            List<ScopeDecision> scope = RandomWorld.scope(seed, 3);
            Plan published = Plans.of(first, scope, anyPlan(first, random));
            LocalDate asOf = first.dataSet.programme().firstDay().plusDays(random.nextInt(10));
            DataSet data = moved(DataSets.asOf(first.dataSet, asOf), asOf, random);
            Set<BookingKey> broken = new HashSet<>();
            Set<BookingKey> voided = new HashSet<>();
            for (Booking booking : published.bookings()) {
                int luck = random.nextInt(6);
                if (luck < 3) {
                    broken.add(BookingKey.of(booking));
                }
                if (luck == 0) {
                    voided.add(BookingKey.of(booking));
                }
            }
            List<ScopeDecision> now = credited(scope, random);
            Problem problem = Problem.of(
                    data, now, new PublishedPlan(published.sessions(), published.bookings(), broken, voided, Set.of()));
            List<Booking> kept = published.bookings().stream()
                    .filter(booking -> !voided.contains(BookingKey.of(booking)))
                    .toList();
            Assignment loaded =
                    new PlanLoader(problem).load(published.sessions(), kept).assignment();
            long settled = SettledCost.of(problem, loaded);
            String name = "world " + seed;
            for (Map.Entry<Long, Long> plan : wander(problem, loaded, random).entrySet()) {
                LowerBounds bounds = Bounds.ofReplan(problem, plan.getKey(), settled);
                assertThat(bounds.coverageShortfall()).as(name).isLessThanOrEqualTo(plan.getKey());
                assertThat(bounds.cost()).as(name).isLessThanOrEqualTo(plan.getValue());
                plans++;
                tight += plan.getKey() > 0 && plan.getKey().equals(bounds.coverageShortfall()) ? 1 : 0;
                paid += bounds.cost() > settled ? 1 : 0;
            }
        }
        assertThat(plans).as("plans of several shortfalls").isGreaterThan(60);
        assertThat(tight).as("the coverage bound is reached at times").isGreaterThan(4);
        assertThat(paid).as("the cost bound is more than the past").isGreaterThan(50);
    }

    private static DataSet moved(DataSet data, LocalDate asOf, Random random) {
        List<Transfer> transfers = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            transfers.add(new Transfer(
                    data.staff().get(random.nextInt(data.staff().size())).id(),
                    asOf.plusDays(random.nextInt(5) - 1),
                    data.teams().get(random.nextInt(data.teams().size())).id()));
        }
        return DataSets.with(data, transfers, List.of());
    }

    private static List<ScopeDecision> credited(List<ScopeDecision> scope, Random random) {
        return scope.stream()
                .map(one -> random.nextInt(12) > 0
                        ? one
                        : new ScopeDecision(
                                one.staffId(),
                                one.moduleId(),
                                Decision.CREDITED,
                                "TEST-002",
                                "Attended.",
                                one.priority(),
                                null,
                                null))
                .toList();
    }

    private static Assignment anyPlan(Problem problem, Random random) {
        PlanState state = new PlanState(problem);
        TrainerPicker trainers = new TrainerPicker(state);
        for (int r = 0; r < problem.requirements.count; r++) {
            place(state, trainers, r, random);
        }
        return state.assignment();
    }

    /** {@return the cheapest cost of each shortfall that a valid plan on the way has} */
    private static Map<Long, Long> wander(Problem problem, Assignment start, Random random) {
        PlanState state = PlanState.of(problem, start);
        TrainerPicker trainers = new TrainerPicker(state);
        Map<Long, Long> cheapest = new TreeMap<>();
        for (int r = 0; r < problem.requirements.count; r++) {
            if (state.isBooked(r) && problem.baseline.isBroken[r] && random.nextInt(4) > 0) {
                state.unbook(r);
            }
        }
        for (int i = 0; i < STEPS && problem.requirements.count > 0; i++) {
            if (state.hardPoints() == 0) {
                cheapest.merge(state.shortfall(), state.cost().total(), Math::min);
            }
            int r = random.nextInt(problem.requirements.count);
            if (!state.isBooked(r)) {
                place(state, trainers, r, random);
            } else if (!problem.baseline.isPinned[r] && random.nextInt(3) == 0) {
                state.unbook(r);
            }
        }
        return cheapest;
    }

    private static void place(PlanState state, TrainerPicker trainers, int r, Random random) {
        Problem problem = state.problem();
        int module = problem.requirements.moduleOf[r];
        int from = random.nextInt(problem.estate.sessions);
        for (int i = 0; i < problem.estate.sessions; i++) {
            int session = (from + i) % problem.estate.sessions;
            if (!RandomWorld.suits(problem, module, session) || !state.canPlace(r, session)) {
                continue;
            }
            boolean runs = problem.estate.isDigital(session)
                    || (state.countOf(session) > 0 && state.moduleOf(session) == module && state.hasSeat(session));
            if (runs
                    || (state.countOf(session) == 0
                            && state.isFree(session, module)
                            && trainers.staff(session, module, -1, -1))) {
                state.book(r, session);
                return;
            }
        }
    }
}
