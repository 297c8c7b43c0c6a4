package io.muster.solver.replan;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.disruption.Disruptions;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.solver.check.AuditReport;
import io.muster.solver.construct.Construction;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** Random disruptions of random plans, one after the other. */
class ReplanPropertyTest {

    private static final int REPLANS = 3;

    @Property(seed = "20250407", tries = 60, shrinking = ShrinkingMode.OFF)
    void everyReplan_isValidAndLosesNobody(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 0, max = 2) int policyIndex) {
        Random random = new Random(seed);
        ReplanPolicy policy = ReplanPolicy.values()[policyIndex];
        List<ScopeDecision> scope = RandomWorld.scope(seed, 2);
        DataSet data = Season.withNotice(RandomWorld.problem(seed, 2).dataSet, random.nextInt(6), random.nextInt(4));
        Problem problem = Problem.of(data, scope);
        Plan plan = Plans.of(problem, scope, Construction.run(problem).assignment());
        LocalDate asOf = Fixtures.MONDAY.minusDays(3);
        for (int i = 0; i < REPLANS; i++) {
            asOf = asOf.plusDays(1 + random.nextInt(3));
            List<Disruption> disruptions = disruptions(random, data, plan, asOf);
            Set<BookingKey> pins = pins(random, plan);
            Integer maxMoved = random.nextBoolean() ? null : random.nextInt(3);
            Season season = Season.replan(data, scope, plan, asOf, disruptions, policy, pins, maxMoved);

            AuditReport audit = season.audit();
            assertThat(audit.violations()).as("%s, %s", disruptions, policy).isEmpty();
            Set<BookingKey> voided =
                    Disruptions.apply(data, asOf, disruptions, plan).voided();
            PlanState state = season.state(voided);
            assertThat(state.hardPoints()).isZero();
            assertThat(state.shortfall()).isEqualTo(audit.coverageShortfall());
            assertThat(state.cost().total()).isEqualTo(audit.totalCost());
            assertNobodyIsLostSilently(season);
            assertThat(season.bounds().coverageShortfall()).isLessThanOrEqualTo(audit.coverageShortfall());
            assertThat(season.bounds().cost()).isLessThanOrEqualTo(audit.totalCost());
            assertThat(unbrokenChanges(season))
                    .as("moved though not broken")
                    .isLessThanOrEqualTo(maxMoved == null ? Integer.MAX_VALUE : maxMoved);
            if (policy == ReplanPolicy.LOWEST_COST && maxMoved != null) {
                Season least = Season.replan(
                        data, scope, plan, asOf, disruptions, ReplanPolicy.LEAST_DISTURBANCE, pins, maxMoved);
                assertNoWorse(audit, least.audit());
            }
            Set<BookingKey> pinsMoved = unbroken(pins, season);
            pinsMoved.retainAll(keysChanged(season));
            assertThat(pinsMoved).isEmpty();
            assertIdsAreKept(season);

            data = season.dataSet();
            plan = season.after();
        }
    }

    /** Who kept their time has no row of changes, who lost it has one; who has no booking is told of as unbooked. */
    private static void assertNobodyIsLostSilently(Season season) {
        Map<BookingKey, Booking> now = new HashMap<>();
        for (Booking booking : season.after().bookings()) {
            if (booking.counts()) {
                now.put(BookingKey.of(booking), booking);
            }
        }
        Set<BookingKey> moved = new HashSet<>();
        for (Booking old : season.before().bookings()) {
            Booking booking = now.get(BookingKey.of(old));
            boolean same = booking != null
                    && booking.date().equals(old.date())
                    && booking.slotIds().equals(old.slotIds());
            if (old.counts() && !same) {
                moved.add(BookingKey.of(old));
            }
        }
        assertThat(keysChanged(season)).containsAll(moved);
        Set<BookingKey> without = new HashSet<>();
        for (ScopeDecision decision : season.scope()) {
            BookingKey key = new BookingKey(decision.staffId(), decision.moduleId());
            if (decision.isRequirement(season.dataSet().programme().lastDay()) && !now.containsKey(key)) {
                without.add(key);
            }
        }
        assertThat(season.after().unbooked())
                .extracting(row -> new BookingKey(row.staffId(), row.moduleId()))
                .containsExactlyInAnyOrderElementsOf(without);
    }

    private static void assertNoWorse(AuditReport audit, AuditReport other) {
        assertThat(audit.coverageShortfall()).isLessThanOrEqualTo(other.coverageShortfall());
        if (audit.coverageShortfall() == other.coverageShortfall()) {
            assertThat(audit.totalCost()).isLessThanOrEqualTo(other.totalCost());
        }
    }

    private static Set<BookingKey> unbroken(Set<BookingKey> pins, Season season) {
        Set<BookingKey> kept = new HashSet<>(pins);
        kept.removeAll(season.broken());
        return kept;
    }

    private static Set<BookingKey> keysChanged(Season season) {
        Set<BookingKey> keys = new HashSet<>();
        season.after().changes().stream()
                .filter(change -> change.oldDate() != null)
                .forEach(change -> keys.add(new BookingKey(change.staffId(), change.moduleId())));
        return keys;
    }

    private static int unbrokenChanges(Season season) {
        Set<BookingKey> changed = keysChanged(season);
        changed.removeAll(season.broken());
        return changed.size();
    }

    private static void assertIdsAreKept(Season season) {
        Map<String, SessionRow> before = new HashMap<>();
        season.before().sessions().forEach(row -> before.put(row.id(), row));
        for (SessionRow row : season.after().sessions()) {
            SessionRow old = before.get(row.id());
            if (old != null) {
                assertThat(List.of(row.moduleId(), row.date(), row.slotIds()))
                        .isEqualTo(List.of(old.moduleId(), old.date(), old.slotIds()));
                if (old.status() == SessionRow.Status.CANCELLED
                        || season.cancelled().contains(row.id())) {
                    assertThat(row.status()).isEqualTo(SessionRow.Status.CANCELLED);
                }
            }
        }
    }

    private static Set<BookingKey> pins(Random random, Plan plan) {
        Set<BookingKey> pins = new HashSet<>();
        for (Booking booking : plan.bookings()) {
            if (booking.counts() && random.nextInt(10) == 0) {
                pins.add(BookingKey.of(booking));
            }
        }
        return pins;
    }

    private static List<Disruption> disruptions(Random random, DataSet data, Plan plan, LocalDate asOf) {
        List<Disruption> list = new ArrayList<>();
        int wanted = 1 + random.nextInt(3);
        for (int i = 0; i < wanted; i++) {
            Disruption disruption = disruption(random, "D" + asOf + i, data, plan, asOf);
            if (disruption != null) {
                list.add(disruption);
            }
        }
        return list;
    }

    private static @Nullable Disruption disruption(Random random, String id, DataSet data, Plan plan, LocalDate asOf) {
        LocalDate from = asOf.plusDays(random.nextInt(8));
        LocalDate to = from.plusDays(random.nextInt(3));
        List<Booking> counting =
                plan.bookings().stream().filter(Booking::counts).toList();
        Booking booking = counting.isEmpty() ? null : counting.get(random.nextInt(counting.size()));
        String staff = data.staff().get(random.nextInt(data.staff().size())).id();
        String team = data.teams().get(random.nextInt(data.teams().size())).id();
        String room = data.rooms().get(random.nextInt(data.rooms().size())).id();
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        return switch (kind) {
            case TRAINER_ABSENT ->
                row(id, kind, data.trainers().get(random.nextInt(5)).id(), from, to, null);
            case ROOM_CLOSED -> row(id, kind, room, from, to, null);
            case VENUE_CLOSED -> row(id, kind, data.venues().get(0).id(), from, to, null);
            case TEAM_CAP -> row(id, kind, team, from, to, random.nextBoolean() ? "0" : "0.5");
            case DEMAND -> row(id, kind, random.nextBoolean() ? "ALL" : "TEAM:" + team, from, to, "0");
            case STAFF_ABSENT ->
                new Disruption(id, kind, staff, from + "T08:00", to.plusDays(1) + "T08:00", null, null);
            case STAFF_LEFT -> row(id, kind, staff, from, null, null);
            case STAFF_JOINED -> row(id, kind, staff, null, null, null);
            case STAFF_MOVED -> row(id, kind, staff, from, null, team);
            case ROOM_CAPACITY -> row(id, kind, room, from, null, String.valueOf(1 + random.nextInt(3)));
            case MODULE_RELEASE -> row(id, kind, Fixtures.MODULE, null, null, from.toString());
            case SESSION_CANCELLED ->
                booking == null || booking.sessionId() == null
                        ? null
                        : row(id, kind, booking.sessionId(), null, null, null);
            case NO_SHOW ->
                booking == null || booking.sessionId() == null
                        ? null
                        : row(id, kind, booking.staffId(), null, null, booking.sessionId());
        };
    }

    private static Disruption row(
            String id,
            Kind kind,
            String subject,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String value) {
        return new Disruption(
                id,
                kind,
                subject,
                from == null ? null : from.toString(),
                to == null ? null : to.toString(),
                value,
                null);
    }
}
