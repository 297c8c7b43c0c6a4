package io.muster.solver.explain;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.explain.UnbookedWhy.Kind;
import io.muster.solver.explain.UnbookedWhy.Miss;
import io.muster.solver.explain.UnbookedWhy.OwnMove;
import io.muster.solver.explain.UnbookedWhy.Relaxation;
import io.muster.solver.explain.UnbookedWhy.RuleShare;
import io.muster.solver.explain.UnbookedWhy.Step;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes over every day-slot of the programme and says what keeps an unbooked requirement from it. */
final class Unbookeds {

    private static final int MISSES = 5;
    private static final int RELAXATIONS = 5;
    /** Day-slots at which moving other bookings is tried. */
    private static final int TRIES = 12;
    /** Places of a moved booking that are tried at each. */
    private static final int PLACES = 60;

    private final PlanState state;
    private final Problem problem;
    private final Requirements requirements;
    private final Hurdles hurdles;
    private final Sites sites;
    private final Finder finder;
    private final Staffing staffing;
    private final Obstacles obstacles;
    private final Catalog catalog;

    Unbookeds(PlanState state, Hurdles hurdles, Sites sites, Finder finder, Catalog catalog) {
        this.state = state;
        problem = state.problem();
        requirements = problem.requirements;
        this.hurdles = hurdles;
        this.sites = sites;
        this.finder = finder;
        staffing = new Staffing(state);
        this.catalog = catalog;
        obstacles = new Obstacles(state, hurdles, catalog);
    }

    /** The best try at a day-slot, and what is in its way; nothing: it is open. */
    private record Try(Site site, int rules, List<Obstacle> obstacles) {

        int worst() {
            return obstacles.stream()
                    .mapToInt(obstacle -> obstacle.kind().ordinal())
                    .max()
                    .orElse(-1);
        }

        long amount() {
            return obstacles.stream().mapToLong(Obstacle::amount).sum();
        }
    }

    private static final Comparator<Try> NEAREST = Comparator.<Try>comparingInt(t -> Integer.bitCount(t.rules()))
            .thenComparingInt(t -> t.obstacles().size())
            .thenComparingInt(Try::worst)
            .thenComparingLong(Try::amount)
            .thenComparing(t -> t.site().opens());

    UnbookedWhy why(int r, int[] party, String reason, String detail, List<String> withStaffIds) {
        int module = requirements.moduleOf[r];
        List<Try> tries = tries(party);
        List<Try> blocked =
                tries.stream().filter(t -> t.rules() != 0).sorted(NEAREST).toList();
        return new UnbookedWhy(
                catalog.staffId(r),
                catalog.moduleId(r),
                reason,
                detail,
                withStaffIds,
                tries.size(),
                tries.size() - blocked.size(),
                shares(tries),
                blocked.stream()
                        .limit(MISSES)
                        .map(t -> new Miss(
                                catalog.spot(t.site(), module),
                                t.obstacles().stream().map(Obstacle::toBlock).toList()))
                        .toList(),
                relaxations(party, blocked));
    }

    private List<Try> tries(int[] party) {
        int module = requirements.moduleOf[party[0]];
        List<Try> tries = new ArrayList<>();
        for (int day = 0; day < problem.calendar.days; day++) {
            for (int slot = 0; slot < problem.calendar.slots; slot++) {
                Try best = best(party, module, day, slot);
                if (best != null) {
                    tries.add(best);
                }
            }
        }
        return tries;
    }

    /** The site with the fewest rules in the way; null: the module cannot start at the slot, or there is no site at all. */
    private @Nullable Try best(int[] party, int module, int day, int slot) {
        int time = hurdles.ofTime(party, day, slot);
        Site best = null;
        int fewest = 0;
        long price = 0;
        for (Site site : sites.at(module, day, slot)) {
            int rules = time | hurdles.ofSite(party, site);
            long sitePrice = effort(rules, party, site);
            if (best == null || sitePrice < price) {
                best = site;
                fewest = rules;
                price = sitePrice;
            }
        }
        return best == null ? null : new Try(best, fewest, obstacles.of(party, best, fewest));
    }

    /** How much would have to give way: rules first, then the smaller ones, then the shorter journey. */
    private long effort(int rules, int[] party, Site site) {
        long effort = 0;
        int weight = 0;
        for (TrainingConstraint rule : Hurdles.ORDER) {
            if (Hurdles.has(rules, rule)) {
                effort += 1_000_000_000L;
                weight = Math.max(weight, Hurdles.ORDER.size() - Hurdles.ORDER.indexOf(rule));
            }
        }
        effort += weight * 10_000_000L;
        if (Hurdles.has(rules, TrainingConstraint.H08_TRAVEL)) {
            int team = problem.workforce.teamOn(requirements.staffOf[party[0]], problem.estate.dayOf(site.place()));
            int venue = problem.estate.venueOf[problem.estate.roomOf(site.place())];
            effort += problem.estate.travelMinutes[team * problem.estate.venues + venue];
        }
        return effort;
    }

    private static List<RuleShare> shares(List<Try> tries) {
        List<RuleShare> shares = new ArrayList<>();
        for (TrainingConstraint rule : Hurdles.ORDER) {
            int first = 0;
            int all = 0;
            for (Try one : tries) {
                all += Hurdles.has(one.rules(), rule) ? 1 : 0;
                first += first(one.rules()) == rule ? 1 : 0;
            }
            if (all > 0) {
                shares.add(new RuleShare(rule.id(), rule.sentence(), first, all));
            }
        }
        shares.sort(Comparator.comparingInt(RuleShare::all).reversed().thenComparing(RuleShare::ruleId));
        return shares;
    }

    private static @Nullable TrainingConstraint first(int rules) {
        for (TrainingConstraint rule : Hurdles.ORDER) {
            if (Hurdles.has(rules, rule)) {
                return rule;
            }
        }
        return null;
    }

    // ---- What would book it ----------------------------------------------------------------------------------------

    /** The smallest of each combination of kinds. */
    private List<Relaxation> relaxations(int[] party, List<Try> blocked) {
        List<Relaxation> found = relaxations(party, blocked, false);
        if (found.isEmpty()) {
            found = relaxations(party, blocked, true);
        }
        found.sort(Comparator.comparingInt((Relaxation x) -> x.steps().size())
                .thenComparingInt(x -> x.steps().stream()
                        .mapToInt(step -> step.kind().ordinal())
                        .max()
                        .orElse(0))
                .thenComparingLong(
                        x -> x.steps().stream().mapToLong(Step::amount).sum()));
        return found;
    }

    /** With {@code grantsToo}, bookings that have to move may need a grant of their own. */
    private List<Relaxation> relaxations(int[] party, List<Try> blocked, boolean grantsToo) {
        List<Relaxation> found = new ArrayList<>();
        Set<List<Kind>> kinds = new HashSet<>();
        int tries = TRIES;
        for (Try one : blocked) {
            List<Kind> combination =
                    one.obstacles().stream().map(Obstacle::kind).sorted().toList();
            boolean moves = one.obstacles().stream().anyMatch(Obstacle::isOwn);
            if (kinds.contains(combination) || found.size() == RELAXATIONS || (moves && tries == 0)) {
                continue;
            }
            tries -= moves ? 1 : 0;
            Relaxation relaxation = relax(party, one, grantsToo);
            if (relaxation != null) {
                kinds.add(combination);
                found.add(relaxation);
            }
        }
        return found;
    }

    /** A booking of the same person that is moved, or made first. */
    private record Move(int requirement, int from, Site to, Trial.Opened opened, List<Obstacle> granted) {}

    /**
     * Moves what of the person's own bookings is in the way, and says what is left to be granted.
     *
     * @return what would book it; null when a booking in the way cannot be moved
     */
    private @Nullable Relaxation relax(int[] party, Try one, boolean grantsToo) {
        int[] own = one.obstacles().stream()
                .flatMap(obstacle -> obstacle.own().stream())
                .distinct()
                .sorted(Comparator.comparingInt(q -> problem.curriculum.rank[requirements.moduleOf[q]]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int q : own) {
            if (!isMovable(q)) {
                return null;
            }
        }
        Trial trial = new Trial(state);
        int[] from = new int[own.length];
        for (int i = 0; i < own.length; i++) {
            from[i] = state.sessionOf(own[i]);
            if (from[i] >= 0) {
                state.unbook(own[i]);
            }
        }
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < own.length && moves.size() == i; i++) {
            Move move = move(own[i], from[i], party, one, trial);
            if (move == null && grantsToo) {
                move = moveByGrant(own[i], from[i], party, one);
            }
            if (move != null) {
                moves.add(move);
            }
        }
        Site site = staffedAnew(party, one.site());
        List<Obstacle> left = List.of();
        Price price = null;
        if (moves.size() == own.length) {
            left = obstacles.of(party, site, rules(party, site));
            if (!site.opens() || state.countOf(site.place()) == 0) {
                Trial.Opened opened = trial.put(party, site);
                price = trial.price();
                moves.replaceAll(this::judgedAnew);
                trial.takeBack(party, site, opened);
            }
        }
        for (int i = moves.size() - 1; i >= 0; i--) {
            trial.takeBack(new int[] {own[i]}, moves.get(i).to(), moves.get(i).opened());
        }
        for (int i = 0; i < own.length; i++) {
            if (from[i] >= 0) {
                state.book(own[i], from[i]);
            }
        }
        if (moves.size() < own.length
                || left.stream().anyMatch(Obstacle::isOwn)
                || moves.stream().anyMatch(move -> move.granted().stream().anyMatch(Obstacle::isOwn))) {
            return null;
        }
        List<Step> steps = new ArrayList<>();
        for (Move move : moves) {
            steps.add(step(move, party[0]));
            move.granted().forEach(obstacle -> steps.add(obstacle.toStep()));
        }
        left.forEach(obstacle -> steps.add(obstacle.toStep()));
        return new Relaxation(
                steps.stream().distinct().toList(), catalog.spot(site, requirements.moduleOf[party[0]]), price);
    }

    /** Whether a booking may be moved alone: nobody else's depends on it, and it is not past. */
    private boolean isMovable(int q) {
        return !problem.isTogether(q) && requirements.weightOf[q] > 0 && !problem.baseline.isPinned[q];
    }

    private int rules(int[] party, Site site) {
        int place = site.place();
        return hurdles.ofTime(party, problem.estate.dayOf(place), problem.estate.slotOf(place))
                | hurdles.ofSite(party, site);
    }

    /** A session that would open, with the trainers who are free now. */
    private Site staffedAnew(int[] party, Site site) {
        return site.opens()
                ? Site.opened(site.place(), staffing.find(requirements.moduleOf[party[0]], site.place()))
                : site;
    }

    /** Books a requirement where it is not in the way of a party's try; null: nowhere. */
    private @Nullable Move move(int q, int from, int[] party, Try one, Trial trial) {
        int[] alone = {q};
        int tries = PLACES;
        for (Finder.Found found : finder.find(alone, trial, -1)) {
            Trial.Opened opened = trial.put(alone, found.site());
            if (isClear(q, party, one)) {
                return new Move(q, from, found.site(), opened, List.of());
            }
            trial.takeBack(alone, found.site(), opened);
            if (--tries == 0) {
                break;
            }
        }
        return null;
    }

    /** Whether a booking is not in the way of a party's try any more, and puts nothing else into it. */
    private boolean isClear(int q, int[] party, Try one) {
        Site site = staffedAnew(party, one.site());
        int rules = rules(party, site);
        return (rules & ~one.rules()) == 0
                && obstacles.of(party, site, rules).stream()
                        .noneMatch(obstacle -> obstacle.own().contains(q));
    }

    /** The same, where something has to be granted for it as well. */
    private @Nullable Move moveByGrant(int q, int from, int[] party, Try one) {
        int[] alone = {q};
        List<Try> tries = tries(alone).stream()
                .filter(t -> t.rules() != 0 && t.obstacles().stream().noneMatch(Obstacle::isOwn))
                .filter(t -> !t.site().opens() || state.countOf(t.site().place()) == 0)
                .sorted(NEAREST)
                .limit(PLACES)
                .toList();
        Trial trial = new Trial(state);
        for (Try other : tries) {
            Trial.Opened opened = trial.put(alone, other.site());
            if (isClear(q, party, one)) {
                return new Move(q, from, other.site(), opened, other.obstacles());
            }
            trial.takeBack(alone, other.site(), opened);
        }
        return null;
    }

    /**
     * What has to be granted for a move may be less once everything else is booked, as training replaces a duty; places
     * on ceilings and training days of a week that it takes are shared with what else is booked that day, and stay.
     */
    private Move judgedAnew(Move move) {
        if (move.granted().isEmpty()) {
            return move;
        }
        int[] alone = {move.requirement()};
        int place = state.sessionOf(move.requirement());
        state.unbook(move.requirement());
        List<Obstacle> granted = new ArrayList<>(obstacles.of(alone, move.to(), rules(alone, move.to())));
        state.book(move.requirement(), place);
        for (Obstacle former : move.granted()) {
            boolean shared = former.kind() == Kind.CEILING || former.kind() == Kind.WEEK;
            if (shared && granted.stream().noneMatch(now -> now.rule() == former.rule())) {
                granted.add(former);
            }
        }
        return new Move(move.requirement(), move.from(), move.to(), move.opened(), granted);
    }

    private Step step(Move move, int r) {
        Spot spot = catalog.spot(move.to(), requirements.moduleOf[move.requirement()]);
        boolean first = problem.curriculum.rank[requirements.moduleOf[move.requirement()]]
                < problem.curriculum.rank[requirements.moduleOf[r]];
        return new Step(
                first ? Kind.PREREQUISITE : Kind.OTHER_TRAINING,
                null,
                1,
                catalog.moduleId(move.requirement()) + " of " + catalog.staffId(move.requirement())
                        + (move.from() < 0 ? " booked" : " moved") + " to " + spot.date() + " "
                        + String.join(" and ", spot.slotIds())
                        + (spot.sessionId() == null ? "" : " in session " + spot.sessionId()),
                List.of(new OwnMove(catalog.staffId(move.requirement()), catalog.moduleId(move.requirement()), spot)));
    }
}
