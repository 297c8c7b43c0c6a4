package io.muster.solver.explain;

import io.muster.solver.explain.SeatOptions.Candidate;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who could fill the seats of one session. */
final class Seats {

    /** Candidates that are priced anew after each pick. */
    private static final int CONTENDERS = 60;

    private final PlanState state;
    private final Problem problem;
    private final Requirements requirements;
    private final Estate estate;
    private final Hurdles hurdles;
    private final Parties parties;
    private final Catalog catalog;

    Seats(PlanState state, Hurdles hurdles, Parties parties, Catalog catalog) {
        this.state = state;
        problem = state.problem();
        requirements = problem.requirements;
        estate = problem.estate;
        this.hurdles = hurdles;
        this.parties = parties;
        this.catalog = catalog;
    }

    /** A party that could come, and its price against the plan at hand. */
    private record Comer(int[] party, int from, Price price) {
        boolean isUnbooked() {
            return from < 0;
        }
    }

    private static final Comparator<Comer> ORDER = Comparator.comparing((Comer c) -> !c.isUnbooked())
            .thenComparingLong(c -> c.price().shortfall())
            .thenComparingLong(c -> c.price().pence())
            .thenComparingInt(c -> c.party()[0]);

    SeatOptions options(int place, int seats, int most) {
        Site site = Site.running(place);
        int module = state.moduleOf(place);
        int free = Math.max(0, state.capacityOf(place) - state.countOf(place));
        Spot spot = catalog.spot(site, module);
        List<Comer> comers = comers(site, module, free);
        int unbooked = (int) comers.stream().filter(Comer::isUnbooked).count();
        List<Comer> contenders = new ArrayList<>(comers.subList(0, Math.min(comers.size(), CONTENDERS + most)));
        List<Candidate> picks = new ArrayList<>();
        List<Comer> taken = new ArrayList<>();
        int left = Math.min(seats, free);
        while (left > 0) {
            Comer best = best(contenders, site, left);
            if (best == null) {
                break;
            }
            contenders.removeIf(comer -> comer.party()[0] == best.party()[0]);
            picks.add(candidate(best, module));
            move(best, site);
            taken.add(best);
            left -= best.party().length;
        }
        for (int i = taken.size() - 1; i >= 0; i--) {
            moveBack(taken.get(i), site);
        }
        List<Candidate> others = contenders.stream()
                .limit(most)
                .map(comer -> candidate(comer, module))
                .toList();
        return new SeatOptions(
                spot,
                catalog.dataSet.modules().get(module).id(),
                free,
                unbooked,
                comers.size() - unbooked,
                picks,
                others);
    }

    private List<Comer> comers(Site site, int module, int free) {
        List<Comer> comers = new ArrayList<>();
        for (int r = 0; r < requirements.count; r++) {
            if (requirements.moduleOf[r] == module
                    && requirements.weightOf[r] > 0
                    && state.sessionOf(r) != site.place()) {
                int[] party = parties.of(r);
                if (party[0] == r && party.length <= free) {
                    Comer comer = price(party, site);
                    if (comer != null) {
                        comers.add(comer);
                    }
                }
            }
        }
        comers.sort(ORDER);
        return comers;
    }

    /** The best of some who still could come, priced on top of the plan at hand; null: none. */
    private @Nullable Comer best(List<Comer> contenders, Site site, int seats) {
        Comer best = null;
        for (Comer comer : contenders) {
            Comer now = comer.party().length > seats ? null : price(comer.party(), site);
            if (now != null && (best == null || ORDER.compare(now, best) < 0)) {
                best = now;
            }
        }
        return best;
    }

    /** What it costs that a party comes; null when it cannot. */
    private @Nullable Comer price(int[] party, Site site) {
        int from = state.sessionOf(party[0]);
        if (from >= 0 && estate.dayOf(from) < problem.baseline.firstFree) {
            return null;
        }
        Trial trial = new Trial(state);
        for (int r : party) {
            if (from >= 0) {
                state.unbook(r);
            }
        }
        int day = estate.dayOf(site.place());
        Comer comer = null;
        if (hurdles.ofTime(party, day, estate.slotOf(site.place())) == 0 && hurdles.ofSite(party, site) == 0) {
            Trial.Opened opened = trial.put(party, site);
            if (trial.newPoints() <= 0) {
                comer = new Comer(party, from, trial.price());
            }
            trial.takeBack(party, site, opened);
        }
        for (int r : party) {
            if (from >= 0) {
                state.book(r, from);
            }
        }
        return comer;
    }

    private void move(Comer comer, Site site) {
        for (int r : comer.party()) {
            if (!comer.isUnbooked()) {
                state.unbook(r);
            }
            state.book(r, site.place());
        }
    }

    private void moveBack(Comer comer, Site site) {
        for (int r : comer.party()) {
            state.unbook(r);
            if (!comer.isUnbooked()) {
                state.book(r, comer.from());
            }
        }
    }

    private Candidate candidate(Comer comer, int module) {
        int p = requirements.staffOf[comer.party()[0]];
        return new Candidate(
                catalog.staffIds(comer.party()),
                catalog.dataSet.staff().get(p).teamId(),
                comer.isUnbooked() ? null : catalog.spot(Site.running(comer.from()), module),
                comer.price());
    }
}
