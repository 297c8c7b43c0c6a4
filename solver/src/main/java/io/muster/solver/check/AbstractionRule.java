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

    private record TeamDay(Team team, LocalDate date) {}

    void check(Findings findings) {
        Map<TeamDay, int[]> allAndPast = new LinkedHashMap<>();
        for (StaffDay day : plan.staffDays()) {
            if (!day.person().isRestDay(day.date())) {
                TeamDay teamDay = new TeamDay(day.person().team(), day.date());
                int[] heads = allAndPast.computeIfAbsent(teamDay, key -> new int[2]);
                heads[0]++;
                heads[1] += day.hasPast() ? 1 : 0;
            }
        }
        allAndPast.forEach((teamDay, heads) -> {
            Strength strength = caps.on(teamDay.team(), teamDay.date());
            int excess = Excess.over(strength.cap(), heads[0], heads[1]);
            if (excess > 0) {
                findings.add(
                        TrainingConstraint.H12_ABSTRACTION,
                        excess,
                        teamDay.team().id() + " " + teamDay.date(),
                        heads[0] + " booked, cap " + strength.cap() + " (rostered " + strength.rostered() + ", absent "
                                + strength.absent() + ", factor "
                                + strength.factor().toPlainString() + ").");
            }
        });
    }
}
