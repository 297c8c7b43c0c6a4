package io.muster.api.service.report;

import io.muster.api.service.live.LivePlan;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.plan.Booking;
import io.muster.data.plan.CodePointOrder;
import io.muster.solver.check.TeamDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many of each team are, may be and could be away for training, on each training day. Immutable. */
public final class AbstractionLedger {
    private final List<TeamDay> days;
    private final Map<String, List<TeamDay>> byBcu;

    private AbstractionLedger(List<TeamDay> days) {
        this.days = List.copyOf(days);
        byBcu = new HashMap<>();
        for (TeamDay day : days) {
            byBcu.computeIfAbsent(day.team().bcu(), bcu -> new ArrayList<>()).add(day);
        }
    }

    /**
     * The ledger of a plan, made once.
     *
     * @param live the plan
     * @return a row for each team and training day
     */
    public static AbstractionLedger of(LivePlan live) {
        return live.once(
                AbstractionLedger.class,
                plan -> of(
                        PlanFacts.of(plan.dataSet(), plan.plan(), List.of()),
                        plan.once(
                                TeamDays.class,
                                ignored ->
                                        TeamDays.of(plan.dataSet(), plan.plan().bookings()))));
    }

    /**
     * The ledger of a plan.
     *
     * @param facts the plan
     * @param teamDays its teams' days
     * @return a row for each team and training day
     */
    public static AbstractionLedger of(PlanFacts facts, TeamDays teamDays) {
        record Key(String teamId, LocalDate date) {}
        Rota rota = new Rota(facts.dataSet());
        Map<Key, Integer> minutes = new HashMap<>();
        for (Booking booking : facts.bookings()) {
            StaffMember person = facts.staff(booking.staffId());
            Team team = rota.teamOn(person, booking.date());
            if (booking.counts() && !rota.dutyOn(person, team, booking.date()).isRestDay()) {
                minutes.merge(new Key(team.id(), booking.date()), facts.minutesOf(booking), Integer::sum);
            }
        }
        List<Team> teams = facts.dataSet().teams().stream()
                .sorted(Comparator.comparing(Team::id, CodePointOrder.COMPARATOR))
                .toList();
        List<TeamDay> days = new ArrayList<>(teams.size() * teamDays.dates().size());
        for (Team team : teams) {
            List<TeamDays.TeamDay> own = teamDays.daysByTeam().getOrDefault(team.id(), List.of());
            for (int d = 0; d < own.size(); d++) {
                LocalDate date = teamDays.dates().get(d);
                TeamDays.TeamDay day = own.get(d);
                days.add(new TeamDay(
                        team,
                        date,
                        day.rostered(),
                        day.absent(),
                        day.cap(),
                        day.used(),
                        minutes.getOrDefault(new Key(team.id(), date), 0)));
            }
        }
        return new AbstractionLedger(days);
    }

    /** {@return all rows, by team and date} */
    public List<TeamDay> days() {
        return days;
    }

    /**
     * The rows of a BCU.
     *
     * @param bcu the BCU
     * @return its teams' rows, by team and date; empty: it has no team
     */
    public List<TeamDay> ofBcu(String bcu) {
        return byBcu.getOrDefault(bcu, List.of());
    }
}
