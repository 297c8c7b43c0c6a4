package io.muster.solver.explain;

import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.state.PlanState;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a staff member trains on one day, or could, moved as a whole. */
final class Days {

    private final PlanState state;
    private final Problem problem;
    private final Requirements requirements;
    private final Parties parties;
    private final Catalog catalog;
    private final DayFinder finder;

    Days(PlanState state, Hurdles hurdles, Sites sites, Parties parties, Catalog catalog) {
        this.state = state;
        problem = state.problem();
        requirements = problem.requirements;
        this.parties = parties;
        this.catalog = catalog;
        finder = new DayFinder(state, hurdles, sites);
    }

    /**
     * Every day of a staff member with several bookings, then each two half-day modules that stand alone or are unbooked.
     *
     * @param p a staff member
     * @param module a module that has to be among them; -1: any
     * @param most the most alternatives to give for each
     */
    List<DayOptions> options(int p, int module, int most) {
        List<DayOptions> options = new ArrayList<>();
        for (int[] bundle : bundles(p)) {
            if (module < 0 || Arrays.stream(bundle).anyMatch(r -> requirements.moduleOf[r] == module)) {
                options.add(options(bundle, most));
            }
        }
        return options;
    }

    private List<int[]> bundles(int p) {
        Map<Integer, List<Integer>> byDay = new TreeMap<>();
        List<Integer> alone = new ArrayList<>();
        for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
            if (!state.isBooked(r)) {
                alone.add(r);
            } else if (state.dayOf(r) >= problem.baseline.firstFree) {
                byDay.computeIfAbsent(state.dayOf(r), day -> new ArrayList<>()).add(r);
            }
        }
        List<int[]> bundles = new ArrayList<>();
        for (List<Integer> day : byDay.values()) {
            if (day.size() > 1) {
                bundles.add(inOrder(day));
            } else {
                alone.addAll(day);
            }
        }
        alone.removeIf(r -> problem.curriculum.slots[requirements.moduleOf[r]] > 1);
        alone.sort(Comparator.naturalOrder());
        for (int i = 0; i < alone.size(); i++) {
            for (int k = i + 1; k < alone.size(); k++) {
                bundles.add(inOrder(List.of(alone.get(i), alone.get(k))));
            }
        }
        return bundles;
    }

    /** Prerequisites first: a module is placed when what comes before it is. */
    private int[] inOrder(List<Integer> bundle) {
        return bundle.stream()
                .sorted(Comparator.<Integer>comparingInt(r -> problem.curriculum.rank[requirements.moduleOf[r]])
                        .thenComparingInt(r -> r))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private DayOptions options(int[] bundle, int most) {
        int[][] party = Arrays.stream(bundle).mapToObj(parties::of).toArray(int[][]::new);
        int[] from = Arrays.stream(bundle).map(state::sessionOf).toArray();
        List<@Nullable Spot> now = new ArrayList<>();
        for (int i = 0; i < bundle.length; i++) {
            now.add(from[i] < 0 ? null : catalog.spot(Site.running(from[i]), requirements.moduleOf[bundle[i]]));
        }
        Trial trial = new Trial(state);
        leave(party, from);
        List<DayFinder.Found> found = finder.find(party, from, trial);
        List<Integer> left = new ArrayList<>();
        List<DayFinder.Found> shown = found.subList(0, Math.min(most, found.size()));
        shown.forEach(one -> left.add(placesLeft(bundle[0], party, one.sites(), trial)));
        comeBack(party, from);
        List<DayOptions.Day> alternatives = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            alternatives.add(day(bundle, shown.get(i), left.get(i)));
        }
        return new DayOptions(
                catalog.staffId(bundle[0]),
                Arrays.stream(bundle).mapToObj(catalog::moduleId).toList(),
                now,
                Arrays.stream(party)
                        .map(one -> others(one, catalog.staffId(bundle[0])))
                        .toList(),
                alternatives,
                found.size());
    }

    /** Who goes along with somebody. */
    private List<String> others(int[] party, String staffId) {
        return catalog.staffIds(party).stream()
                .filter(id -> !id.equals(staffId))
                .toList();
    }

    private void leave(int[][] party, int[] from) {
        for (int i = 0; i < party.length; i++) {
            for (int r : party[i]) {
                if (from[i] >= 0) {
                    state.unbook(r);
                }
            }
        }
    }

    private void comeBack(int[][] party, int[] from) {
        for (int i = 0; i < party.length; i++) {
            for (int r : party[i]) {
                if (from[i] >= 0) {
                    state.book(r, from[i]);
                }
            }
        }
    }

    private int placesLeft(int r, int[][] party, Site[] sites, Trial trial) {
        Trial.Opened[] opened = new Trial.Opened[party.length];
        for (int i = 0; i < party.length; i++) {
            opened[i] = trial.put(party[i], sites[i]);
        }
        int day = problem.estate.dayOf(sites[0].place());
        int left = state.headroom(problem.workforce.teamOn(requirements.staffOf[r], day), day);
        for (int i = party.length - 1; i >= 0; i--) {
            trial.takeBack(party[i], sites[i], opened[i]);
        }
        return left;
    }

    private DayOptions.Day day(int[] bundle, DayFinder.Found found, int left) {
        List<Spot> spots = new ArrayList<>();
        int day = problem.estate.dayOf(found.sites()[0].place());
        int team = problem.workforce.teamOn(requirements.staffOf[bundle[0]], day);
        int travelMinutes = 0;
        for (int i = 0; i < bundle.length; i++) {
            int place = found.sites()[i].place();
            spots.add(catalog.spot(found.sites()[i], requirements.moduleOf[bundle[i]]));
            int venue = problem.estate.isDigital(place) ? -1 : state.venueOf(place);
            if (venue >= 0) {
                travelMinutes = problem.estate.travelMinutes[team * problem.estate.venues + venue];
            }
        }
        return new DayOptions.Day(
                spots,
                found.price(),
                ChronoUnit.DAYS.between(problem.dataSet.programme().asOf(), problem.calendar.dateOf[day]),
                travelMinutes,
                left);
    }
}
