package io.muster.solver.check;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.check.Caps.Strength;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * H12 abstraction. Heads are the team's staff with a booking on the day whose duty is not a rest day; whether they are
 * deployable is H05's business, not asked here.
 */
final class AbstractionRule {

    private final Caps caps;
    private final PlanIndex plan;

    AbstractionRule(DataIndex index, PlanIndex plan) {
        this.caps = index.caps();
        this.plan = plan;
    }

    private record TeamDay(String teamId, long day) {}

    void check(Breaches breaches) {
        Map<TeamDay, List<StaffDay>> headsByTeamDay = new LinkedHashMap<>();
        for (StaffDay day : plan.staffDays()) {
            if (!day.person().isRestDay(day.day())) {
                headsByTeamDay
                        .computeIfAbsent(
                                new TeamDay(day.person().teamOn(day.day()).id(), day.day()), key -> new ArrayList<>(4))
                        .add(day);
            }
        }
        headsByTeamDay.forEach((teamDay, heads) -> check(teamDay, heads, breaches));
    }

    private void check(TeamDay teamDay, List<StaffDay> heads, Breaches breaches) {
        int past = 0;
        for (StaffDay day : heads) {
            past += day.hasPast() ? 1 : 0;
        }
        StaffDay one = heads.get(0);
        Strength strength = caps.on(one.person().teamOn(one.day()), one.date());
        int excess = Excess.over(strength.cap(), heads.size(), past);
        if (excess > 0) {
            breaches.add(
                    TrainingConstraint.H12_ABSTRACTION,
                    excess,
                    teamDay.teamId() + " " + one.date(),
                    heads.size() + " booked, cap " + strength.cap() + " (rostered " + strength.rostered() + ", absent "
                            + strength.absent() + ", factor "
                            + strength.factor().toPlainString() + ").",
                    heads.stream().flatMap(day -> day.bookings().stream()).toList());
        }
    }
}
