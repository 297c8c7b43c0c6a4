package io.muster.solver.check;

import io.muster.data.model.Team;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.check.Caps.Strength;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * H12 abstraction. Heads are the team's staff with a booking on the day whose duty is not a rest day; whether they are
 * deployable is H05's business, not asked here.
 */
final class AbstractionRule {

    private final Caps caps;
    private final PlanIndex plan;

    AbstractionRule(DataIndex index, PlanIndex plan) {
        this.caps = new Caps(index);
        this.plan = plan;
    }

    private record TeamDay(String teamId, LocalDate date) {}

    /** Heads of a team and day. */
    private static final class Heads {
        private final Team team;
        private int all;
        private int past;

        Heads(Team team) {
            this.team = team;
        }
    }

    void check(Findings findings) {
        Map<TeamDay, Heads> headsByTeamDay = new LinkedHashMap<>();
        for (StaffDay day : plan.staffDays()) {
            if (!day.person().isRestDay(day.date())) {
                Team team = day.person().team();
                Heads heads =
                        headsByTeamDay.computeIfAbsent(new TeamDay(team.id(), day.date()), key -> new Heads(team));
                heads.all++;
                heads.past += day.hasPast() ? 1 : 0;
            }
        }
        headsByTeamDay.forEach((teamDay, heads) -> {
            Strength strength = caps.on(heads.team, teamDay.date());
            int excess = Excess.over(strength.cap(), heads.all, heads.past);
            if (excess > 0) {
                findings.add(
                        TrainingConstraint.H12_ABSTRACTION,
                        excess,
                        teamDay.teamId() + " " + teamDay.date(),
                        heads.all + " booked, cap " + strength.cap() + " (rostered " + strength.rostered() + ", absent "
                                + strength.absent() + ", factor "
                                + strength.factor().toPlainString() + ").");
            }
        });
    }
}
