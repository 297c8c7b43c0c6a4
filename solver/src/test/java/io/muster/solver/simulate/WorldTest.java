package io.muster.solver.simulate;

import static io.muster.solver.support.Fixtures.MONDAY;
import static io.muster.solver.support.Fixtures.TEAM;
import static io.muster.solver.support.Fixtures.VENUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is drawn: the domain's figures, for the people of a data set, and the same whatever is planned. */
class WorldTest {

    private static final int PEOPLE = 23_000;
    private static final DataSet MET = world(PEOPLE).build();

    private static DataSetBuilder world(int people) {
        DataSetBuilder builder = Fixtures.dataSet()
                .team("T2", team -> {})
                .team("CID", team -> team.function = "CID")
                .venue("V2", 51.4, -0.1)
                .venue("V3", 51.6, -0.1)
                .room("R2", room -> room.venue = "V2")
                .room("R3", room -> room.venue = "V3")
                .trainer("X2", trainer -> {})
                .trainer("X3", trainer -> {});
        for (int i = 0; i < people; i++) {
            String team = List.of(TEAM, "T2", "CID").get(i % 3);
            builder.staff("P" + i, fields -> fields.team = team);
        }
        return builder;
    }

    private static List<Disruption> of(WorldWeek week, String note) {
        return week.disruptions().stream()
                .filter(disruption -> note.equals(disruption.note()))
                .toList();
    }

    private static List<Disruption> of(WorldWeek week, Kind kind) {
        return week.disruptions().stream()
                .filter(disruption -> disruption.kind() == kind)
                .toList();
    }

    private static Stream<WorldWeek> seasons(DataSet data, int seasons) {
        return IntStream.rangeClosed(1, seasons)
                .boxed()
                .flatMap(season -> World.draw(data, DisruptionRates.DEFAULT, 7, season).weeks().stream());
    }

    @Test
    void weeksRunFromTheMondayOfTheFirstDayToThatOfTheLast() {
        DataSet data = Fixtures.dataSet()
                .programme(programme -> {
                    programme.firstDay = MONDAY.plusDays(2);
                    programme.lastDay = MONDAY.plusDays(14);
                })
                .build();

        assertThat(World.mondays(data.programme())).containsExactly(MONDAY, MONDAY.plusDays(7), MONDAY.plusDays(14));
    }

    @Test
    void drawsTheDomainsCountsForItsNumberOfPeople() {
        assertThat(seasons(MET, 5)).hasSize(40).allSatisfy(week -> {
            assertThat(of(week, "sickness")).hasSize(70);
            assertThat(of(week, "court")).hasSize(100);
            assertThat(of(week, "leave")).hasSize(80);
            assertThat(of(week, "aid").size())
                    .satisfiesAnyOf(
                            count -> assertThat(count).isBetween(150, 400),
                            count -> assertThat(count).isBetween(1000, 1500));
            // 300 a month are 69.2 a week; the third who are in the one team of CID have no other to move to.
            assertThat(of(week, Kind.STAFF_MOVED).size()).isBetween(25, 70);
            // 100 to 150 a month are 23.1 to 34.6 a week.
            assertThat(of(week, Kind.STAFF_JOINED).size()).isBetween(23, 35);
            // 0.5 to 0.7% a month of about 23,000 are 26.5 to 37.2 a week.
            assertThat(of(week, Kind.STAFF_LEFT).size()).isBetween(26, 38);
            assertThat(of(week, Kind.TRAINER_ABSENT)).hasSize(2);
            // 2 a month are 0.46 a week.
            assertThat(of(week, Kind.ROOM_CLOSED).size()).isBetween(0, 1);
            assertThat(week.noShowPct()).isBetween(4.0, 6.0);
            assertThat(week.withdrawalPct()).isBetween(5.0, 8.0);
        });
    }

    @Test
    void drawsATenthForATenthOfThePeople() {
        assertThat(seasons(world(PEOPLE / 10).build(), 5)).hasSize(40).allSatisfy(week -> {
            assertThat(of(week, "sickness")).hasSize(7);
            assertThat(of(week, "court")).hasSize(10);
            assertThat(of(week, "leave")).hasSize(8);
            assertThat(of(week, Kind.STAFF_JOINED).size()).isBetween(2, 4);
        });
    }

    @Test
    void someWeeksHaveASpikeOfCallUpsAllOnTheSameDays() {
        List<WorldWeek> spikes =
                seasons(MET, 8).filter(week -> of(week, "aid").size() >= 1000).toList();

        // 5% of 64 weeks are 3.2.
        assertThat(spikes)
                .hasSizeBetween(1, 10)
                .allSatisfy(week -> assertThat(of(week, "aid"))
                        .extracting(Disruption::from)
                        .containsOnly(of(week, "aid").get(0).from()));
    }

    @Test
    void aSeasonHasUpToTwoMobilisationsThatStopAllTraining() {
        Set<Integer> counts = new HashSet<>();
        for (int season = 1; season <= 20; season++) {
            List<Disruption> all = World.draw(world(30).build(), DisruptionRates.DEFAULT, 7, season).weeks().stream()
                    .flatMap(week -> of(week, Kind.DEMAND).stream())
                    .toList();
            counts.add(all.size());
            assertThat(all).allSatisfy(disruption -> {
                assertThat(disruption.subject()).isEqualTo("ALL");
                assertThat(disruption.value()).isEqualTo("0");
                assertThat(days(disruption)).isBetween(1L, 5L);
            });
        }

        assertThat(counts).containsExactlyInAnyOrder(0, 1, 2);
    }

    private static long days(Disruption disruption) {
        return ChronoUnit.DAYS.between(
                        LocalDate.parse(Objects.requireNonNull(disruption.from())),
                        LocalDate.parse(Objects.requireNonNull(disruption.to())))
                + 1;
    }

    @Test
    void aSeasonLosesOneVenueForGood() {
        for (int season = 1; season <= 5; season++) {
            assertThat(World.draw(world(30).build(), DisruptionRates.DEFAULT, 7, season)
                            .weeks())
                    .flatExtracting(week -> of(week, Kind.VENUE_CLOSED))
                    .singleElement()
                    .satisfies(lost -> assertThat(LocalDate.parse(Objects.requireNonNull(lost.to())))
                            .isAfter(Fixtures.LAST_DAY));
        }
    }

    @Test
    void theLastVenueStays() {
        DataSet data = Fixtures.dataSet().staff("P1").build();

        assertThat(data.rooms()).extracting("venueId").containsOnly(VENUE);
        assertThat(World.draw(data, DisruptionRates.DEFAULT, 7, 1).weeks())
                .flatExtracting(week -> of(week, Kind.VENUE_CLOSED))
                .isEmpty();
    }

    @Test
    void courtIsOnAWeekdayAndTheRestBeginsWithinItsLead() {
        assertThat(seasons(world(2000).build(), 3)).allSatisfy(week -> {
            assertThat(of(week, "court")).allSatisfy(disruption -> {
                LocalDate day = LocalDateTime.parse(Objects.requireNonNull(disruption.from()))
                        .toLocalDate();
                assertThat(day.getDayOfWeek().getValue()).isLessThanOrEqualTo(5);
                // 7 to 42 days ahead, and to the Monday after from a Saturday or Sunday.
                assertThat(ChronoUnit.DAYS.between(week.monday(), day)).isBetween(7L, 44L);
            });
            assertThat(of(week, "sickness")).allSatisfy(disruption -> {
                LocalDateTime from = LocalDateTime.parse(Objects.requireNonNull(disruption.from()));
                LocalDateTime to = LocalDateTime.parse(Objects.requireNonNull(disruption.to()));
                assertThat(ChronoUnit.DAYS.between(week.monday().atStartOfDay(), from))
                        .isBetween(0L, 6L);
                assertThat(ChronoUnit.DAYS.between(from, to)).isBetween(1L, 10L);
            });
        });
    }

    @Test
    void whoJoinsIsNewAndLikeSomebodyThere() {
        DataSet data = world(2000).staff("NEW00001").build();
        Set<String> ids =
                new HashSet<>(data.staff().stream().map(StaffMember::id).toList());

        assertThat(World.draw(data, DisruptionRates.DEFAULT, 7, 1).weeks())
                .anySatisfy(week -> assertThat(week.joiners()).isNotEmpty());
        for (WorldWeek week : World.draw(data, DisruptionRates.DEFAULT, 7, 1).weeks()) {
            assertThat(of(week, Kind.STAFF_JOINED))
                    .extracting(Disruption::subject)
                    .containsExactlyElementsOf(
                            week.joiners().stream().map(StaffMember::id).toList());
            assertThat(week.joiners()).allSatisfy(joiner -> {
                assertThat(ids.add(joiner.id())).isTrue();
                assertThat(joiner.joined())
                        .isBetween(week.monday(), week.monday().plusDays(6));
                assertThat(joiner.teamId()).isIn(TEAM, "T2", "CID");
                assertThat(joiner.role()).isEqualTo("ERPT");
            });
        }
    }

    @Test
    void nobodyLeavesTwiceAndMovesStayWithinTheFunction() {
        List<WorldWeek> weeks = World.draw(MET, DisruptionRates.DEFAULT, 7, 1).weeks();

        assertThat(weeks.stream().flatMap(week -> of(week, Kind.STAFF_LEFT).stream()))
                .extracting(Disruption::subject)
                .doesNotHaveDuplicates();
        assertThat(weeks.stream().flatMap(week -> of(week, Kind.STAFF_MOVED).stream()))
                .isNotEmpty()
                .extracting(Disruption::value)
                .containsOnly(TEAM, "T2");
    }

    @Test
    void whoHasLeftIsNotSickAnyMore() {
        List<WorldWeek> weeks = World.draw(MET, DisruptionRates.DEFAULT, 7, 1).weeks();
        Set<String> gone = new HashSet<>();
        for (WorldWeek week : weeks) {
            assertThat(of(week, Kind.STAFF_ABSENT)).noneMatch(disruption -> gone.contains(disruption.subject()));
            // Whoever leaves does so within 28 days.
            weeks.stream()
                    .filter(earlier -> !earlier.monday().isAfter(week.monday().minusDays(28 - 7)))
                    .flatMap(earlier -> of(earlier, Kind.STAFF_LEFT).stream())
                    .forEach(left -> gone.add(left.subject()));
        }

        assertThat(gone).isNotEmpty();
    }

    @Test
    void noShowsAndWithdrawalsAreAsManyAsTheWeekSays() {
        World world = World.draw(MET, DisruptionRates.DEFAULT, 7, 1);
        LocalDate tuesday = MONDAY.plusDays(1);
        WorldWeek week = world.weeks().get(0);

        long noShows = MET.staff().stream()
                .filter(person -> world.isNoShow(person.id(), tuesday))
                .count();
        long withdrawals = MET.staff().stream()
                .filter(person -> world.withdraws(person.id(), tuesday))
                .count();

        // Half a per cent of 23,000 is more than three standard deviations.
        assertThat(100.0 * noShows / PEOPLE).isBetween(week.noShowPct() - 0.5, week.noShowPct() + 0.5);
        assertThat(100.0 * withdrawals / PEOPLE).isBetween(week.withdrawalPct() - 0.5, week.withdrawalPct() + 0.5);
    }

    @Test
    void theSameSeedAndSeasonAreTheSameWorldAndOthersAreOthers() {
        DataSet data = world(500).build();
        List<WorldWeek> weeks = World.draw(data, DisruptionRates.DEFAULT, 7, 1).weeks();

        assertThat(World.draw(data, DisruptionRates.DEFAULT, 7, 1).weeks()).isEqualTo(weeks);
        assertThat(World.draw(data, DisruptionRates.DEFAULT, 7, 2).weeks()).isNotEqualTo(weeks);
        assertThat(World.draw(data, DisruptionRates.DEFAULT, 8, 1).weeks()).isNotEqualTo(weeks);
    }

    @Test
    void nothingHappensWithoutRates() {
        World world = World.draw(MET, DisruptionRates.NONE, 7, 1);

        assertThat(world.weeks()).flatExtracting(WorldWeek::disruptions).isEmpty();
        assertThat(MET.staff())
                .noneMatch(person -> world.isNoShow(person.id(), MONDAY))
                .noneMatch(person -> world.withdraws(person.id(), MONDAY));
    }
}
