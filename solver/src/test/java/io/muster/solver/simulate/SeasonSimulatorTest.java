package io.muster.solver.simulate;

import static io.muster.solver.support.Fixtures.AM;
import static io.muster.solver.support.Fixtures.MODULE;
import static io.muster.solver.support.Fixtures.MONDAY;
import static io.muster.solver.support.Fixtures.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import io.muster.solver.replan.PlanReplanner;
import io.muster.solver.replan.Replan;
import io.muster.solver.replan.ReplanPolicy;
import io.muster.solver.replan.ReplanRequest;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Seasons in a world of four people, two of each BCU, who are booked on the first Tuesday (P1, P2), the second Monday (P3)
 * and the third Tuesday (P4).
 */
class SeasonSimulatorTest {

    private static final LocalDate SECOND = MONDAY.plusWeeks(1);
    private static final LocalDate THIRD = MONDAY.plusWeeks(2);
    private static final DisruptionRates NONE = DisruptionRates.NONE;
    private static final Range ALWAYS = Range.exactly(100);

    private final DataSetBuilder builder = Fixtures.dataSet()
            .programme(programme -> {
                programme.lastDay = MONDAY.plusDays(18);
                programme.completionPct = "75";
            })
            .team("T2", team -> team.bcu = "B2")
            .staff("P1", "P2")
            .staff("P3", person -> person.team = "T2")
            .staff("P4", person -> person.team = "T2");
    private final DataSet data = builder.build();
    private final Plan plan = Fixtures.plan(data)
            .session("S1", TUESDAY, AM)
            .session("S2", SECOND, AM)
            .session("S3", THIRD.plusDays(1), AM)
            .book("S1", "P1", "P2")
            .book("S2", "P3")
            .book("S3", "P4")
            .build();
    private final DropsWhatIsBroken replanner = new DropsWhatIsBroken();

    private Season season(DisruptionRates rates) {
        return seasons(rates, 1, plan, null).get(0);
    }

    private List<Season> seasons(DisruptionRates rates, int count, Plan published, Integer weeks) {
        return new SeasonSimulator(replanner)
                .simulate(
                        new SeasonRequest(
                                data,
                                Plans::everythingForAll,
                                published,
                                rates,
                                3,
                                count,
                                weeks,
                                ReplanPolicy.LEAST_DISTURBANCE,
                                new SolveOptions(1, null, 0L)),
                        (phase, fraction, shortfall, cost, booked, requirements) -> {});
    }

    private static DisruptionRates shares(Range noShow, Range withdrawal) {
        return new DisruptionRates(
                1,
                noShow,
                withdrawal,
                NONE.sickness(),
                NONE.court(),
                NONE.leave(),
                NONE.aid(),
                NONE.aidSpikePct(),
                NONE.aidSpike(),
                NONE.trainerSickness(),
                NONE.roomDown(),
                NONE.venueLost(),
                NONE.mobilisation(),
                NONE.transfer(),
                NONE.joiner(),
                NONE.leaverPct());
    }

    @Test
    void withoutDisruptionsEverybodyAttendsAsPlanned() {
        Season season = season(NONE);

        assertThat(season.weeks()).extracting(SeasonWeek::monday).containsExactly(MONDAY, SECOND, THIRD);
        assertThat(season.weeks())
                .extracting(week -> week.progress().attended())
                .containsExactly(2, 3, 4);
        assertThat(season.weeks())
                .extracting(SeasonWeek::byBcu)
                .containsExactly(
                        new TreeMap<>(Map.of("B1", new Progress(2, 2), "B2", new Progress(2, 0))),
                        new TreeMap<>(Map.of("B1", new Progress(2, 2), "B2", new Progress(2, 1))),
                        new TreeMap<>(Map.of("B1", new Progress(2, 2), "B2", new Progress(2, 2))));
        assertThat(season.weeks()).allSatisfy(week -> {
            assertThat(week.broken()).isZero();
            assertThat(week.moved()).isZero();
            assertThat(week.backlog()).isZero();
            assertThat(week.changePence()).isZero();
            assertThat(week.booked()).isEqualTo(4);
        });
        // 75% of four are three, on the second Monday; of each BCU's two they are both.
        assertThat(season.finished()).isEqualTo(SECOND);
        assertThat(season.finishedByBcu())
                .containsExactly(Map.entry("B1", TUESDAY), Map.entry("B2", THIRD.plusDays(1)));
        // Three sessions at 5,000 and a trainer's three days at 30,000.
        assertThat(season.spend()).containsExactly(new YearSpend("2025/26", 15_000, 90_000, null));
    }

    @Test
    void theReplannerIsAskedOnEachMondayAboutThePlanAsItWasLived() {
        season(NONE);

        assertThat(replanner.requests)
                .extracting(request -> request.dataSet().programme().asOf())
                .containsExactly(MONDAY, SECOND, THIRD);
        assertThat(replanner.requests.get(1).baseline().bookings())
                .extracting(Booking::status)
                .containsExactly(
                        Booking.Status.ATTENDED,
                        Booking.Status.ATTENDED,
                        Booking.Status.PLANNED,
                        Booking.Status.PLANNED);
        assertThat(replanner.requests.get(1).baseline().sessions())
                .extracting(SessionRow::status)
                .containsExactly(SessionRow.Status.DELIVERED, SessionRow.Status.PLANNED, SessionRow.Status.PLANNED);
    }

    @Test
    void whoDoesNotTurnUpIsANoShowOnTheNextMonday() {
        Season season = season(shares(ALWAYS, Range.exactly(0)));

        assertThat(season.weeks()).extracting(SeasonWeek::noShows).containsExactly(2, 1, 1);
        assertThat(season.weeks()).extracting(SeasonWeek::broken).containsExactly(0, 2, 1);
        assertThat(season.weeks()).extracting(SeasonWeek::backlog).containsExactly(0, 2, 3);
        assertThat(season.weeks()).extracting(SeasonWeek::backlogUnbooked).containsExactly(0, 2, 3);
        assertThat(season.weeks()).extracting(SeasonWeek::shortfall).containsExactly(0L, 2L, 3L);
        // Nobody was moved: they did not come.
        assertThat(season.weeks()).extracting(SeasonWeek::moved).containsOnly(0);
        assertThat(season.last().progress()).isEqualTo(new Progress(4, 0));
        assertThat(season.finished()).isNull();
        assertThat(season.finishedByBcu()).isEmpty();
        assertThat(replanner.requests.get(1).disruptions())
                .extracting(Disruption::kind, Disruption::subject, Disruption::value)
                .containsExactly(tuple(Kind.NO_SHOW, "P1", "S1"), tuple(Kind.NO_SHOW, "P2", "S1"));
        assertThat(replanner.requests.get(1).voided())
                .containsExactlyInAnyOrder(new BookingKey("P1", MODULE), new BookingKey("P2", MODULE));
        // Rooms and trainers were there all the same.
        assertThat(season.spendPence()).isEqualTo(105_000);
    }

    @Test
    void whoWithdrawsIsAbsentOnTheDaysOfThatWeek() {
        Season season = season(shares(Range.exactly(0), ALWAYS));

        assertThat(season.weeks()).extracting(SeasonWeek::withdrawals).containsExactly(2, 1, 1);
        assertThat(season.weeks()).extracting(SeasonWeek::broken).containsExactly(2, 1, 1);
        assertThat(season.weeks()).extracting(SeasonWeek::moved).containsExactly(2, 1, 1);
        assertThat(season.weeks()).extracting(SeasonWeek::dropped).containsExactly(2, 1, 1);
        assertThat(season.weeks()).extracting(SeasonWeek::undisturbedMoved).containsOnly(0);
        assertThat(season.peopleMoved()).isEqualTo(4);
        // All within 7 days: band 0, 30 times 1,000 pence each.
        assertThat(season.movedByBand()).containsExactly(Map.entry(0, 4));
        assertThat(season.weeks()).extracting(SeasonWeek::changePence).containsExactly(60_000L, 30_000L, 30_000L);
        assertThat(replanner.requests.get(0).disruptions())
                .extracting(Disruption::kind, Disruption::subject, Disruption::from, Disruption::to)
                .containsExactly(
                        tuple(Kind.STAFF_ABSENT, "P1", "2025-04-08T09:00", "2025-04-08T17:00"),
                        tuple(Kind.STAFF_ABSENT, "P2", "2025-04-08T09:00", "2025-04-08T17:00"));
        assertThat(season.spendPence()).isZero();
    }

    @Test
    void aSeasonCutShortHasWhatIsStillPlannedInItsSpendOnly() {
        Season season = seasons(NONE, 1, plan, 1).get(0);

        assertThat(season.weeks()).hasSize(1);
        assertThat(season.last().progress()).isEqualTo(new Progress(4, 2));
        assertThat(season.finished()).isNull();
        assertThat(season.spendPence()).isEqualTo(105_000);
    }

    @Test
    void digitalLearningHasNoNoShows() {
        DataSet digital = Fixtures.dataSet()
                .programme(programme -> programme.lastDay = MONDAY.plusDays(4))
                .module("D", module -> module.digital())
                .staff("P1")
                .build();
        Plan learning = Fixtures.plan(digital)
                .require(MODULE, "P1")
                .bookDigital("P1", "D", TUESDAY, AM)
                .build();

        Season season = new SeasonSimulator(replanner)
                .simulate(
                        new SeasonRequest(
                                digital,
                                Plans::everythingForAll,
                                learning,
                                shares(ALWAYS, Range.exactly(0)),
                                3,
                                1,
                                null,
                                ReplanPolicy.LEAST_DISTURBANCE,
                                new SolveOptions(1, null, 0L)),
                        (phase, fraction, shortfall, cost, booked, requirements) -> {})
                .get(0);

        assertThat(season.last().progress()).isEqualTo(new Progress(2, 1));
        assertThat(season.last().noShows()).isZero();
    }

    @Test
    void twoPlansMeetTheSameWorld() {
        DisruptionRates rates = new DisruptionRates(
                100,
                DisruptionRates.DEFAULT.noShowPct(),
                DisruptionRates.DEFAULT.withdrawalPct(),
                DisruptionRates.DEFAULT.sickness(),
                DisruptionRates.DEFAULT.court(),
                DisruptionRates.DEFAULT.leave(),
                DisruptionRates.DEFAULT.aid(),
                DisruptionRates.DEFAULT.aidSpikePct(),
                DisruptionRates.DEFAULT.aidSpike(),
                DisruptionRates.DEFAULT.trainerSickness(),
                DisruptionRates.DEFAULT.roomDown(),
                DisruptionRates.DEFAULT.venueLost(),
                NONE.mobilisation(),
                DisruptionRates.DEFAULT.transfer(),
                DisruptionRates.DEFAULT.joiner(),
                DisruptionRates.DEFAULT.leaverPct());
        Plan empty = Fixtures.plan(data).require(MODULE, "P1", "P2", "P3", "P4").build();

        seasons(rates, 2, plan, null);
        seasons(rates, 2, empty, null);

        List<List<Disruption>> worlds = replanner.requests.stream()
                .map(request -> request.disruptions().stream()
                        .filter(disruption -> disruption.id().startsWith("W"))
                        .toList())
                .toList();
        assertThat(worlds).hasSize(12);
        assertThat(worlds.subList(0, 6)).isEqualTo(worlds.subList(6, 12)).anyMatch(week -> week.size() > 1);
        assertThat(worlds.subList(0, 3)).isNotEqualTo(worlds.subList(3, 6));
    }

    @Test
    void whoJoinsIsInTheDataSetFromThenOn() {
        DisruptionRates rates = new DisruptionRates(
                4,
                Range.exactly(0),
                Range.exactly(0),
                NONE.sickness(),
                NONE.court(),
                NONE.leave(),
                NONE.aid(),
                NONE.aidSpikePct(),
                NONE.aidSpike(),
                NONE.trainerSickness(),
                NONE.roomDown(),
                NONE.venueLost(),
                NONE.mobilisation(),
                NONE.transfer(),
                new Happening(Range.exactly(52.0 / 12), Range.exactly(0), Range.exactly(1)),
                NONE.leaverPct());

        Season season = season(rates);

        assertThat(replanner.requests)
                .extracting(request -> request.dataSet().staff().size())
                .containsExactly(5, 6, 7);
        assertThat(season.weeks())
                .extracting(week -> week.progress().requirements())
                .containsExactly(5, 6, 7);
        assertThat(season.last().shortfall()).isEqualTo(3);
    }

    @Test
    void equalRequestsGiveEqualSeasons() {
        List<Season> first = seasons(shares(new Range(30, 60), new Range(30, 60)), 4, plan, null);
        List<Season> second = seasons(shares(new Range(30, 60), new Range(30, 60)), 4, plan, null);

        assertThat(second)
                .extracting(Season::weeks)
                .isEqualTo(first.stream().map(Season::weeks).toList());
        assertThat(first.get(0).weeks()).isNotEqualTo(first.get(1).weeks());
    }

    @Test
    void aReplanThatBreaksARuleIsABug() {
        PlanReplanner forgetful = new DropsWhatIsBroken() {
            @Override
            public Replan replan(ReplanRequest request, SolveListener listener) {
                Replan kept = super.replan(request, listener);
                return new Replan(kept.sessions(), List.of(), kept.unbooked(), kept.changes());
            }
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> new SeasonSimulator(forgetful)
                        .simulate(
                                new SeasonRequest(
                                        data,
                                        Plans::everythingForAll,
                                        plan,
                                        NONE,
                                        3,
                                        1,
                                        null,
                                        ReplanPolicy.LEAST_DISTURBANCE,
                                        new SolveOptions(1, null, 0L)),
                                (phase, fraction, shortfall, cost, booked, requirements) -> {}))
                .withMessageContaining("2025-04-07");
    }
}
