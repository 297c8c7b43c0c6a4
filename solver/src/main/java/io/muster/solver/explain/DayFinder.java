package io.muster.solver.explain;

import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds every day on which several unbooked parties could be booked together without breaking a hard rule. */
final class DayFinder {

    /** No session is chosen that has a venue. */
    private static final int ANY = Integer.MIN_VALUE;

    private final PlanState state;
    private final Problem problem;
    private final Hurdles hurdles;
    private final Sites sites;

    DayFinder(PlanState state, Hurdles hurdles, Sites sites) {
        this.state = state;
        problem = state.problem();
        this.hurdles = hurdles;
        this.sites = sites;
    }

    /**
     * A day that was found.
     *
     * @param sites where each party goes, in their order
     * @param price against the plan the trial started from
     */
    record Found(Site[] sites, Price price) {}

    /** What tells the found days apart: of equals the cheapest counts. */
    private record Kind(int venue, List<Integer> slots) {}

    /** One search for some parties. */
    private final class Search {
        final int[][] parties;
        final int[] from;
        final Trial trial;
        final Site[] chosen;
        final Map<Kind, Found> best = new HashMap<>();

        Search(int[][] parties, int[] from, Trial trial) {
            this.parties = parties;
            this.from = from;
            this.trial = trial;
            chosen = new Site[parties.length];
        }

        void place(int i, int day) {
            if (i == parties.length) {
                keep();
                return;
            }
            int module = problem.requirements.moduleOf[parties[i][0]];
            for (int slot = 0; slot < problem.calendar.slots; slot++) {
                if (problem.curriculum.fitsSlot(module, slot) && hurdles.ofTime(parties[i], day, slot) == 0) {
                    for (Site site : candidates(i, day, slot)) {
                        Trial.Opened opened = trial.put(parties[i], site);
                        chosen[i] = site;
                        place(i + 1, day);
                        trial.takeBack(parties[i], site, opened);
                    }
                }
            }
        }

        /** Sessions that run, and of the rooms of one venue in which one could open the cheapest. */
        private Collection<Site> candidates(int i, int day, int slot) {
            int module = problem.requirements.moduleOf[parties[i][0]];
            List<Site> running = new ArrayList<>();
            Map<Integer, Site> openedAt = new TreeMap<>();
            Map<Integer, Long> penceAt = new HashMap<>();
            int venue = venue(i);
            for (Site listed : sites.at(module, day, slot, at -> venue == ANY || at == venue)) {
                Site site = listed.place() == from[i] ? Site.running(from[i]) : listed;
                if (hurdles.ofSite(parties[i], site) != 0) {
                    continue;
                }
                if (!site.opens()) {
                    running.add(site);
                    continue;
                }
                Trial.Opened opened = trial.put(parties[i], site);
                long pence = trial.pence();
                trial.takeBack(parties[i], site, opened);
                int at = state.venueOf(site.place());
                if (pence < penceAt.getOrDefault(at, Long.MAX_VALUE)) {
                    penceAt.put(at, pence);
                    openedAt.put(at, site);
                }
            }
            running.addAll(openedAt.values());
            return running;
        }

        /** The venue of those that are placed already (H09). */
        private int venue(int placed) {
            for (int i = 0; i < placed; i++) {
                if (!problem.estate.isDigital(chosen[i].place())) {
                    return state.venueOf(chosen[i].place());
                }
            }
            return ANY;
        }

        private void keep() {
            if (trial.newPoints() > 0 || stays()) {
                return;
            }
            Kind kind = new Kind(
                    venue(chosen.length),
                    Arrays.stream(chosen)
                            .map(site -> problem.estate.slotOf(site.place()))
                            .toList());
            Found known = best.get(kind);
            if (known == null || trial.pence() < known.price().pence()) {
                best.put(kind, new Found(chosen.clone(), trial.price()));
            }
        }

        /** Whether nobody moves: another room of the venue at the same time is no other day. */
        private boolean stays() {
            for (int i = 0; i < chosen.length; i++) {
                if (from[i] < 0 || !isSame(chosen[i].place(), from[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    private boolean isSame(int place, int from) {
        return problem.estate.dayOf(place) == problem.estate.dayOf(from)
                && problem.estate.slotOf(place) == problem.estate.slotOf(from)
                && (problem.estate.isDigital(place) || state.venueOf(place) == state.venueOf(from));
    }

    /**
     * Finds them all; of a day, a venue and the same slots the cheapest only.
     *
     * @param parties unbooked requirements, each of one module, prerequisites first; they are unbooked again afterwards
     * @param from where each party was booked; -1: nowhere
     * @param trial what prices are against
     * @return the days, the cheapest first, equal ones by time
     */
    List<Found> find(int[][] parties, int[] from, Trial trial) {
        List<Found> found = new ArrayList<>();
        for (int day = 0; day < problem.calendar.days; day++) {
            Search search = new Search(parties, from, trial);
            search.place(0, day);
            found.addAll(search.best.values());
        }
        found.sort(
                Comparator.<Found>comparingLong(f -> f.price().pence()).thenComparing(Found::sites, DayFinder::byTime));
        return found;
    }

    /** Places ascend by room, day and slot: their numbers break the last tie. */
    private static int byTime(Site[] one, Site[] other) {
        return Arrays.compare(places(one), places(other));
    }

    private static int[] places(Site[] sites) {
        return Arrays.stream(sites).mapToInt(Site::place).toArray();
    }
}
