package io.muster.solver.replan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Change;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.PlanBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Each kind of disruption, of a plan in which P1, P2 and P3 learn M1 together on Wednesday 30 April 2025. The day of the
 * re-plan is 7 April: 23 days' notice, at three times 1000 pence. 28 April is the first day of that week: 21 days.
 */
class KindsOfDisruptionTest {

    private static final LocalDate AS_OF = Fixtures.MONDAY;
    private static final LocalDate DAY = LocalDate.of(2025, 4, 30);
    private static final LocalDate SAME_WEEK = LocalDate.of(2025, 4, 28);
    private static final String S1 = "S1";

    private static DataSetBuilder world() {
        return Fixtures.dataSet().staff("P1", "P2", "P3");
    }

    private static PlanBuilder plan(DataSet data) {
        return Fixtures.plan(data)
                .require(Fixtures.MODULE, "P1", "P2", "P3")
                .session(S1, DAY, Fixtures.AM)
                .book(S1, "P1", "P2", "P3");
    }

    private static Season replan(DataSet data, Plan plan, LocalDate asOf, Disruption... disruptions) {
        Season season = Season.replan(
                data, plan.scope(), plan, asOf, List.of(disruptions), ReplanPolicy.LEAST_DISTURBANCE, Set.of(), null);
        assertThat(season.audit().violations()).isEmpty();
        return season;
    }

    private static Season replan(DataSet data, Disruption... disruptions) {
        return replan(data, plan(data).build(), AS_OF, disruptions);
    }

    private static Disruption that(Kind kind, String subject, String from, String to, String value) {
        return new Disruption(
                "D1",
                kind,
                subject,
                from.isEmpty() ? null : from,
                to.isEmpty() ? null : to,
                value.isEmpty() ? null : value,
                null);
    }

    private static Disruption onTheDay(Kind kind, String subject, String value) {
        return that(kind, subject, DAY.toString(), DAY.toString(), value);
    }

    private static SessionRow session(Season season, String id) {
        return season.after().sessions().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Booking booking(Season season, String staffId, String moduleId) {
        return season.after().bookings().stream()
                .filter(row -> row.staffId().equals(staffId) && row.moduleId().equals(moduleId))
                .findFirst()
                .orElseThrow();
    }

    /** All three move to the first day of the week, where one session is opened for them. */
    private static void assertAllMoveWithinTheWeek(Season season, Kind reason) {
        assertThat(season.after().changes())
                .extracting(
                        Change::staffId,
                        Change::oldDate,
                        Change::newDate,
                        Change::reason,
                        Change::disruptionId,
                        Change::noticeDays,
                        Change::noticeBand,
                        Change::pence)
                .containsExactly(
                        tuple("P1", DAY, SAME_WEEK, reason.name(), "D1", 21, 15, 3000L),
                        tuple("P2", DAY, SAME_WEEK, reason.name(), "D1", 21, 15, 3000L),
                        tuple("P3", DAY, SAME_WEEK, reason.name(), "D1", 21, 15, 3000L));
        assertThat(season.after().changes()).extracting(Change::newSessionId).containsOnly("2025-04-28-AM-R1");
        assertThat(session(season, S1).status()).isEqualTo(SessionRow.Status.CANCELLED);
        assertThat(session(season, S1).booked()).isZero();
    }

    @Test
    void trainerAbsent_anotherTeaches() {
        DataSet data = world().trainer("X2", trainer -> {}).build();
        Season season = replan(data, onTheDay(Kind.TRAINER_ABSENT, Fixtures.TRAINER, ""));
        assertThat(season.after().changes()).isEmpty();
        assertThat(session(season, S1).trainerIds()).containsExactly("X2");
        assertThat(session(season, S1).booked()).isEqualTo(3);
    }

    @Test
    void trainerAbsent_withoutAnother_allMoveWithinTheWeek() {
        Season season = replan(world().build(), onTheDay(Kind.TRAINER_ABSENT, Fixtures.TRAINER, ""));
        assertAllMoveWithinTheWeek(season, Kind.TRAINER_ABSENT);
    }

    @Test
    void trainerAbsent_whoeverIsBusyHandsOver() {
        // X2 may teach M1 and M2, X3 only M2: X3 takes over from X2, who takes over from X1.
        DataSet data = world().module("M2", module -> {})
                .room("R2", room -> {})
                .staff("P4")
                .trainer("X2", trainer -> trainer.modules = List.of(Fixtures.MODULE, "M2"))
                .trainer("X3", trainer -> trainer.modules = List.of("M2"))
                .build();
        Plan plan = plan(data)
                .require("M2", "P4")
                .session("S2", "M2", DAY, Fixtures.AM, "R2", "X2")
                .book("S2", "P4")
                .build();
        Season season = replan(data, plan, AS_OF, onTheDay(Kind.TRAINER_ABSENT, Fixtures.TRAINER, ""));
        assertThat(season.after().changes()).isEmpty();
        assertThat(session(season, S1).trainerIds()).containsExactly("X2");
        assertThat(session(season, "S2").trainerIds()).containsExactly("X3");
    }

    @Test
    void roomClosed_sessionKeepsItsIdInAnotherRoom() {
        DataSet data = world().room("R2", room -> {}).build();
        Season season = replan(data, onTheDay(Kind.ROOM_CLOSED, Fixtures.ROOM, ""));
        assertThat(season.after().changes()).isEmpty();
        assertThat(session(season, S1).roomId()).isEqualTo("R2");
        assertThat(session(season, S1).trainerIds()).containsExactly(Fixtures.TRAINER);
    }

    @Test
    void venueClosed_sessionMovesToAnotherVenue() {
        DataSet data = world().venue("V2", 51.6, -0.12)
                .room("R2", room -> room.venue = "V2")
                .build();
        Season season = replan(data, onTheDay(Kind.VENUE_CLOSED, Fixtures.VENUE, ""));
        assertThat(season.after().changes()).isEmpty();
        assertThat(session(season, S1).venueId()).isEqualTo("V2");
    }

    @Test
    void venueClosed_withoutAnother_allMoveWithinTheWeek() {
        Season season = replan(world().build(), onTheDay(Kind.VENUE_CLOSED, Fixtures.VENUE, ""));
        assertAllMoveWithinTheWeek(season, Kind.VENUE_CLOSED);
    }

    @Test
    void roomCapacity_asManyAsNeededMove() {
        // To the afternoon: the trainer is there anyway.
        Season season = replan(world().build(), onTheDay(Kind.ROOM_CAPACITY, Fixtures.ROOM, "2"));
        assertThat(season.after().changes())
                .extracting(Change::staffId, Change::newDate, Change::reason, Change::pence)
                .containsExactly(tuple("P1", DAY, "ROOM_CAPACITY", 3000L));
        assertThat(session(season, S1).booked()).isEqualTo(2);
        assertThat(session(season, S1).capacity()).isEqualTo(2);
    }

    @Test
    void teamCap_ofNothing_movesTheTeam() {
        Season season = replan(world().build(), onTheDay(Kind.TEAM_CAP, Fixtures.TEAM, "0"));
        assertAllMoveWithinTheWeek(season, Kind.TEAM_CAP);
    }

    @Test
    void teamCap_movesAsFewAsNeeded() {
        // A third of three people may train: one stays.
        Season season = replan(world().build(), onTheDay(Kind.TEAM_CAP, Fixtures.TEAM, "0.33"));
        assertThat(season.after().changes()).extracting(Change::staffId).containsExactly("P1", "P2");
    }

    @Test
    void demand_movesWhomItCovers() {
        Season season = replan(world().build(), onTheDay(Kind.DEMAND, "BCU:B1", "0"));
        assertAllMoveWithinTheWeek(season, Kind.DEMAND);
    }

    @Test
    void staffAbsent_onlyTheAbsentMove() {
        Season season = replan(world().build(), that(Kind.STAFF_ABSENT, "P2", DAY + "T08:00", DAY + "T18:00", ""));
        assertThat(season.after().changes())
                .extracting(Change::staffId, Change::newDate, Change::reason, Change::pence)
                .containsExactly(tuple("P2", SAME_WEEK, "STAFF_ABSENT", 3000L));
    }

    @Test
    void staffLeft_losesTheBooking() {
        Season season = replan(world().build(), that(Kind.STAFF_LEFT, "P2", "2025-04-08", "", ""));
        assertThat(season.after().changes())
                .extracting(Change::staffId, Change::newDate, Change::reason, Change::noticeDays, Change::pence)
                .containsExactly(tuple("P2", null, "STAFF_LEFT", 23, 3000L));
        assertThat(season.after().unbooked()).extracting(Unbooked::staffId).containsExactly("P2");
    }

    @Test
    void staffJoined_isBookedWithNotice() {
        DataSet data = world().staff("P4").build();
        Plan plan = plan(data).build();
        Plan scoped = plan(data).require(Fixtures.MODULE, "P4").build();
        Season season = Season.replan(
                data,
                scoped.scope(),
                plan,
                AS_OF,
                List.of(that(Kind.STAFF_JOINED, "P4", "", "", "")),
                ReplanPolicy.LEAST_DISTURBANCE,
                Set.of(),
                null);
        assertThat(season.audit().violations()).isEmpty();
        assertThat(season.after().changes())
                .extracting(Change::staffId, Change::newDate, Change::reason, Change::disruptionId, Change::pence)
                .containsExactly(tuple("P4", AS_OF.plusDays(28), "NEW_REQUIREMENT", "D1", 0L));
    }

    @Test
    void staffMoved_trainsAtTheSameTimeNearTheNewTeam() {
        DataSet data = world().team("T2", team -> team.lat = 53)
                .venue("V2", 53, -0.12)
                .room("R2", room -> room.venue = "V2")
                .trainer("X2", trainer -> {})
                .staff("P4", person -> person.team = "T2")
                .build();
        Plan plan = plan(data)
                .require(Fixtures.MODULE, "P4")
                .session("S2", Fixtures.MODULE, DAY, Fixtures.AM, "R2", "X2")
                .book("S2", "P4")
                .build();
        Season season = replan(data, plan, AS_OF, that(Kind.STAFF_MOVED, "P1", "2025-04-21", "", "T2"));
        assertThat(season.after().changes()).isEmpty();
        assertThat(booking(season, "P1", Fixtures.MODULE).sessionId()).isEqualTo("S2");
    }

    @Test
    void moduleRelease_movesBehindTheRelease() {
        Season season = replan(world().build(), that(Kind.MODULE_RELEASE, Fixtures.MODULE, "", "", "2025-05-13"));
        assertThat(season.after().changes())
                .extracting(Change::newDate, Change::noticeDays, Change::pence)
                .containsOnly(tuple(LocalDate.of(2025, 5, 13), 23, 3000L))
                .hasSize(3);
    }

    @Test
    void sessionCancelled_neverRunsAgain() {
        Season season = replan(world().build(), that(Kind.SESSION_CANCELLED, S1, "", "", ""));
        assertAllMoveWithinTheWeek(season, Kind.SESSION_CANCELLED);
    }

    @Test
    void noShow_catchesUpSoon() {
        LocalDate asOf = LocalDate.of(2025, 5, 5);
        DataSet data = world().build();
        Season season = replan(data, plan(data).build(), asOf, that(Kind.NO_SHOW, "P3", "", "", S1));
        assertThat(season.after().changes())
                .extracting(Change::staffId, Change::newDate, Change::reason, Change::noticeDays, Change::pence)
                .containsExactly(tuple("P3", LocalDate.of(2025, 5, 6), "NO_SHOW", 0, 30_000L));
        assertThat(session(season, S1).booked()).isEqualTo(2);
    }

    @Test
    void noShow_thatCannotCatchUp_staysAsNoShow() {
        DataSet data = world().build();
        Plan plan = Fixtures.plan(data)
                .decide("P3", Fixtures.MODULE, Decision.IN_SCOPE, 0, null, DAY)
                .session(S1, DAY, Fixtures.AM)
                .book(S1, "P3")
                .build();
        Season season = replan(data, plan, LocalDate.of(2025, 5, 5), that(Kind.NO_SHOW, "P3", "", "", S1));
        assertThat(booking(season, "P3", Fixtures.MODULE).status()).isEqualTo(Booking.Status.NO_SHOW);
        assertThat(season.after().unbooked()).extracting(Unbooked::reason).containsExactly("NO_DATES");
    }

    @Test
    void prerequisite_movesAheadOfWhatFollowsItIfItCan() {
        DataSet data = withSecondModule();
        Plan plan = planOfTwo(data).require(Fixtures.MODULE, "P1").build();
        Season season = replan(data, plan, AS_OF, that(Kind.SESSION_CANCELLED, S1, "", "", ""));
        // The week before, on the first day with 15 days' notice.
        assertThat(season.after().changes())
                .extracting(Change::moduleId, Change::newDate, Change::pence)
                .containsExactly(tuple(Fixtures.MODULE, LocalDate.of(2025, 4, 22), 3000L));
    }

    @Test
    void whatFollows_movesTooIfItMust() {
        DataSet data = withSecondModule();
        Plan plan = planOfTwo(data)
                .decide("P1", Fixtures.MODULE, Decision.IN_SCOPE, 0, SAME_WEEK, null)
                .build();
        Season season = replan(data, plan, AS_OF, that(Kind.SESSION_CANCELLED, S1, "", "", ""));
        assertThat(season.after().changes())
                .extracting(Change::moduleId, Change::reason, Change::disruptionId)
                .containsExactly(
                        tuple(Fixtures.MODULE, "SESSION_CANCELLED", "D1"), tuple("M2", "DEPENDS_ON_MOVED", "D1"));
        assertThat(season.after().unbooked()).isEmpty();
    }

    private static DataSet withSecondModule() {
        return Fixtures.dataSet()
                .module("M2", module -> module.after = List.of(Fixtures.MODULE))
                .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of(Fixtures.MODULE, "M2"))
                .staff("P1")
                .build();
    }

    /** M1 on the morning of the week's first day, M2 on its afternoon. */
    private static PlanBuilder planOfTwo(DataSet data) {
        return Fixtures.plan(data)
                .require("M2", "P1")
                .session(S1, SAME_WEEK, Fixtures.AM)
                .session("S2", "M2", SAME_WEEK, Fixtures.PM, Fixtures.ROOM, Fixtures.TRAINER)
                .book(S1, "P1")
                .book("S2", "P1");
    }

    @Test
    void demand_ofARowOfPeopleWhoCanOnlyComeOnTwoDaysEachEverybodyMovesByOne() {
        // One place a day under the ceiling; person i can come on day i and on the next training day alone.
        List<LocalDate> days = IntStream.of(12, 13, 14, 15, 16, 19, 20)
                .mapToObj(day -> LocalDate.of(2025, 5, day))
                .toList();
        int people = days.size() - 1;
        DataSetBuilder builder = Fixtures.dataSet()
                .team(Fixtures.TEAM, team -> team.ceilingPct = "1")
                .trainer(Fixtures.TRAINER, trainer -> trainer.maxDaysPerWeek = 5);
        for (int i = 0; i < people; i++) {
            LocalDate first = days.get(i);
            LocalDate after = days.get(i + 1).plusDays(1);
            builder.staff("P" + i, person -> {
                person.joined = first;
                person.leaves = after;
            });
        }
        DataSet data = builder.build();
        PlanBuilder plan = Fixtures.plan(data);
        for (int i = 0; i < people; i++) {
            plan.require(Fixtures.MODULE, "P" + i)
                    .session("S" + i, days.get(i), Fixtures.AM)
                    .book("S" + i, "P" + i);
        }

        Season season = replan(
                data,
                plan.build(),
                AS_OF,
                that(Kind.DEMAND, "ALL", days.get(0).toString(), days.get(0).toString(), "0"));

        assertThat(season.after().unbooked()).isEmpty();
        for (int i = 0; i < people; i++) {
            assertThat(booking(season, "P" + i, Fixtures.MODULE).date()).isEqualTo(days.get(i + 1));
        }
    }

    /**
     * Twenty-five people of either team lose their day. On Friday each of two venues has as many seats left: whoever is asked
     * first finds the nearer one cheapest, though it is the other team that the way to the further one costs most.
     */
    @Test
    void manyHit_theyChangePlacesUntilTheirJourneysCostLeast() {
        int people = 25;
        LocalDate friday = DAY.plusDays(2);
        DataSetBuilder world = Fixtures.dataSet()
                .venue("V2", 51.5, 0.08)
                .team(Fixtures.TEAM, team -> team.lon = -0.03)
                .team("T2", team -> team.lon = -0.12)
                .trainer("X2", trainer -> {})
                .trainer("X3", trainer -> {})
                .trainer("X4", trainer -> {})
                .module(Fixtures.MODULE, module -> module.maxClass = people + 1)
                .room(Fixtures.ROOM, room -> room.capacity = people + 1)
                .room("R2", room -> {
                    room.venue = "V2";
                    room.capacity = people + 1;
                });
        List<String> near = names("A", people);
        List<String> far = names("B", people);
        near.forEach(id -> world.staff(id));
        far.forEach(id -> world.staff(id, person -> person.team = "T2"));
        world.staff("P1").staff("P2");
        world.programme(p -> p.lastDay = friday);
        world.demand(DemandScope.Kind.ALL, "", DAY.plusDays(1), DAY.plusDays(1), "0");
        DataSet data = world.build();
        PlanBuilder plan = Fixtures.plan(data);
        for (List<String> team : List.of(near, far, List.of("P1", "P2"))) {
            plan.require(Fixtures.MODULE, team.toArray(String[]::new));
        }
        plan.session("S1", Fixtures.MODULE, DAY, Fixtures.AM, Fixtures.ROOM, Fixtures.TRAINER)
                .book("S1", near.toArray(String[]::new))
                .session("S2", Fixtures.MODULE, DAY, Fixtures.AM, "R2", "X2")
                .book("S2", far.toArray(String[]::new))
                .session("S3", Fixtures.MODULE, friday, Fixtures.AM, Fixtures.ROOM, "X3")
                .book("S3", "P1")
                .session("S4", Fixtures.MODULE, friday, Fixtures.AM, "R2", "X4")
                .book("S4", "P2");

        Season season = replan(data, plan.build(), AS_OF, onTheDay(Kind.DEMAND, "ALL", "0"));

        assertThat(season.after().unbooked()).isEmpty();
        assertThat(season.after().changes()).hasSize(2 * people);
        for (String id : far) {
            assertThat(booking(season, id, Fixtures.MODULE).sessionId()).isEqualTo("S3");
        }
        for (String id : near) {
            assertThat(booking(season, id, Fixtures.MODULE).sessionId()).isEqualTo("S4");
        }
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + (10 + i)).toList();
    }
}
