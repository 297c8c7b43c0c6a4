package io.muster.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.plan.Booking;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.data.sample.SampleGenerator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanMeasuresTest {
    private static final DataSet DATA = SampleGenerator.generate("nmfl-phase-2", 2_000, 1);
    private static final Map<String, Team> TEAMS =
            DATA.teams().stream().collect(Collectors.toMap(Team::id, Function.identity()));
    private static final LocalDate DAY = LocalDate.of(2025, 5, 12);

    @Test
    void sessionsUnderTheMinimumClassAreThoseThatRunWithFewer() {
        List<SessionRow> sessions = List.of(session("full"), session("small"), session("idle"));
        List<Booking> bookings = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            bookings.add(booking(DATA.staff().get(i), "full", DAY));
        }
        bookings.add(booking(DATA.staff().get(20), "small", DAY));

        assertThat(measures(sessions, bookings).belowMinimum()).isEqualTo(1);
    }

    @Test
    void completionSpreadIsBetweenTheBestAndTheWorstBcuThatIsLargeEnough() {
        Map<String, List<StaffMember>> byBcu =
                DATA.staff().stream().collect(Collectors.groupingBy(member -> bcu(member)));
        List<StaffMember> large = byBcu.get(largest(byBcu, 0));
        List<StaffMember> second = byBcu.get(largest(byBcu, 1));
        List<ScopeDecision> scope = new ArrayList<>();
        large.subList(0, 50).forEach(member -> scope.add(required(member)));
        second.subList(0, 50).forEach(member -> scope.add(required(member)));
        List<Booking> bookings = new ArrayList<>();
        large.subList(0, 40).forEach(member -> bookings.add(booking(member, null, DAY)));
        second.subList(0, 45).forEach(member -> bookings.add(booking(member, null, DAY)));

        assertThat(measures(List.of(), bookings).completionSpread(scope)).isCloseTo(10, within(1e-9));
        assertThat(measures(List.of(), bookings).completionSpread(scope.subList(0, 99)))
                .as("49 requirements are too few")
                .isZero();
    }

    @Test
    void travelCountsEachDayOnce() {
        StaffMember near = DATA.staff().get(0);
        List<Booking> bookings = List.of(
                booking(near, "full", DAY), booking(near, "small", DAY), booking(near, "full", DAY.plusDays(1)));

        int minutes =
                measures(List.of(session("full"), session("small")), bookings).travelP90();

        assertThat(minutes).isBetween(0, 90);
        assertThat(measures(List.of(), bookings).travelP90())
                .as("virtual and digital bookings are no journey")
                .isZero();
    }

    @Test
    void disturbanceIsTheShareOfTheReferenceOnAnotherDayOrGone() {
        StaffMember a = DATA.staff().get(0);
        StaffMember b = DATA.staff().get(1);
        StaffMember c = DATA.staff().get(2);
        StaffMember d = DATA.staff().get(3);
        List<Booking> reference = List.of(
                booking(a, "full", DAY), booking(b, "full", DAY), booking(c, "full", DAY), booking(d, "full", DAY));
        List<Booking> now =
                List.of(booking(a, "full", DAY), booking(b, "small", DAY), booking(c, "full", DAY.plusDays(1)));

        assertThat(measures(List.of(), now).disturbance(reference)).isEqualTo(0.5);
    }

    private static PlanMeasures measures(List<SessionRow> sessions, List<Booking> bookings) {
        return new PlanMeasures(DATA, sessions, bookings);
    }

    private static String bcu(StaffMember member) {
        return TEAMS.get(member.teamId()).bcu();
    }

    private static String largest(Map<String, List<StaffMember>> byBcu, int rank) {
        return byBcu.entrySet().stream()
                .sorted((x, y) ->
                        Integer.compare(y.getValue().size(), x.getValue().size()))
                .skip(rank)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static SessionRow session(String id) {
        return new SessionRow(
                id, "C", DAY, List.of("AM"), "HENDON-R01", "HENDON", List.of(), 20, 0, SessionRow.Status.PLANNED);
    }

    private static Booking booking(StaffMember member, String session, LocalDate day) {
        return new Booking(member.id(), "C", session, day, List.of("AM"), Booking.Status.PLANNED);
    }

    private static ScopeDecision required(StaffMember member) {
        return new ScopeDecision(member.id(), "C", ScopeDecision.Decision.IN_SCOPE, "R", "Needs it.", 0, null, null);
    }
}
