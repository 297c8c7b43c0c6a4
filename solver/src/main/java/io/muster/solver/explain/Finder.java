package io.muster.solver.explain;

import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds every place where an unbooked party could be booked without breaking a hard rule, with its price. */
final class Finder {

    private final PlanState state;
    private final Problem problem;
    private final Hurdles hurdles;
    private final Sites sites;

    Finder(PlanState state, Hurdles hurdles, Sites sites) {
        this.state = state;
        problem = state.problem();
        this.hurdles = hurdles;
        this.sites = sites;
    }

    /**
     * A place that was found.
     *
     * @param site where
     * @param price against the plan the trial started from
     */
    record Found(Site site, Price price) {}

    /**
     * Finds them all; of the rooms of one venue in which a session could open at a time, the cheapest only.
     *
     * @param party unbooked requirements of one module; they are unbooked again afterwards
     * @param trial what prices are against
     * @param except a place that is not looked at; -1: none
     * @return the places, the cheapest first, equal ones by time
     */
    List<Found> find(int[] party, Trial trial, int except) {
        List<Found> found = new ArrayList<>();
        int module = problem.requirements.moduleOf[party[0]];
        for (int day = 0; day < problem.calendar.days; day++) {
            for (int slot = 0; slot < problem.calendar.slots; slot++) {
                if (!problem.curriculum.fitsSlot(module, slot) || hurdles.ofTime(party, day, slot) != 0) {
                    continue;
                }
                Map<Integer, Found> openedAt = new HashMap<>();
                for (Site site : sites.at(module, day, slot)) {
                    if (site.place() == except || hurdles.ofSite(party, site) != 0) {
                        continue;
                    }
                    Found one = price(party, site, trial);
                    if (one != null && !site.opens()) {
                        found.add(one);
                    } else if (one != null) {
                        openedAt.merge(
                                state.venueOf(site.place()),
                                one,
                                (a, b) -> b.price().pence() < a.price().pence() ? b : a);
                    }
                }
                found.addAll(openedAt.values());
            }
        }
        found.sort(Comparator.<Found>comparingLong(f -> f.price().pence())
                .thenComparingInt(f -> problem.estate.dayOf(f.site().place()))
                .thenComparingInt(f -> problem.estate.slotOf(f.site().place()))
                .thenComparingInt(f -> f.site().place()));
        return found;
    }

    /** {@return the price of a site; null when it breaks a rule after all, such as rest on the day that is left} */
    private @org.jspecify.annotations.Nullable Found price(int[] party, Site site, Trial trial) {
        Trial.Opened opened = trial.put(party, site);
        Found found = trial.newPoints() > 0 ? null : new Found(site, trial.price());
        trial.takeBack(party, site, opened);
        return found;
    }
}
