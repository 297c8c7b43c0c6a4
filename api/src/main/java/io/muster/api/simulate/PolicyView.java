package io.muster.api.simulate;

import io.muster.solver.profile.PlanningPolicy;
import io.muster.solver.simulate.Outlook;
import io.muster.solver.simulate.Season;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planning policy and the seasons of its plan.
 *
 * @param name its name, or {@code published} for a plan that was given
 * @param policy what its first plan kept free; null: the plan was given
 * @param requirements requirements of the first plan
 * @param booked those of them booked
 * @param shortfall its coverage shortfall
 * @param costPence its cost, pence
 * @param seasons its seasons, in order, at least one
 * @param outlook what they come to
 */
public record PolicyView(
        String name,
        @Nullable PlanningPolicy policy,
        int requirements,
        int booked,
        long shortfall,
        long costPence,
        List<Season> seasons,
        Outlook outlook) {

    private static final int HUNDRED = 100;

    /** Copies the list. */
    public PolicyView {
        seasons = List.copyOf(seasons);
    }

    /**
     * {@return wall-clock seconds that a share of the re-plans of all seasons did not exceed}
     *
     * @param percent the share, 1 to 100
     */
    public double replanSeconds(int percent) {
        double[] sorted = seasons.stream()
                .flatMap(season -> season.replanSeconds().stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return sorted[Math.max(1, (percent * sorted.length + HUNDRED - 1) / HUNDRED) - 1];
    }
}
