package io.muster.solver.explain;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.catalogue.TrainingConstraint.Level;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tries changes on the plan: make one, read what it costs against the plan as it was, take it back. */
final class Trial {

    private static final List<TrainingConstraint> LINES = Arrays.stream(TrainingConstraint.values())
            .filter(line -> line.level() == Level.SOFT)
            .toList();

    private final PlanState state;
    private final Problem problem;
    private final long[] lines = new long[LINES.size()];
    private final long points;
    private final long shortfall;

    /** Starts from the plan as it is now. */
    Trial(PlanState state) {
        this.state = state;
        problem = state.problem();
        for (int i = 0; i < lines.length; i++) {
            lines[i] = state.cost().of(LINES.get(i));
        }
        points = state.hardPoints();
        shortfall = state.shortfall();
    }

    /** {@return the plan as it is now, against the plan as it was} */
    Price price() {
        return priced(1);
    }

    /** {@return the plan as it was, against the plan as it is now} */
    Price priceBack() {
        return priced(-1);
    }

    private Price priced(int sign) {
        Map<String, Long> differences = new LinkedHashMap<>();
        long total = 0;
        for (int i = 0; i < lines.length; i++) {
            long difference = sign * (state.cost().of(LINES.get(i)) - lines[i]);
            if (difference != 0) {
                differences.put(LINES.get(i).id(), difference);
                total += difference;
            }
        }
        return new Price(total, differences, sign * (state.shortfall() - shortfall));
    }

    /** {@return the plan's cost now less its cost then, pence} */
    long pence() {
        long total = 0;
        for (int i = 0; i < lines.length; i++) {
            total += state.cost().of(LINES.get(i)) - lines[i];
        }
        return total;
    }

    /** {@return points of hard rules that the plan has now beyond those it had} */
    long newPoints() {
        return state.hardPoints() - points;
    }

    /** What has to be put back to close a session that was opened for a trial. */
    record Opened(int place, int module, int[] trainers) {}

    /** Books unbooked requirements at a site, opening the session where it does not run. */
    Opened put(int[] party, Site site) {
        int place = site.place();
        Opened opened = open(party, site);
        for (int r : party) {
            state.book(r, place);
        }
        return opened;
    }

    private Opened open(int[] party, Site site) {
        int place = site.place();
        int[] former = new int[site.trainers().length];
        for (int k = 0; k < former.length; k++) {
            former[k] = state.trainerAt(place, k);
        }
        Opened opened = new Opened(place, state.moduleOf(place), former);
        if (site.opens()) {
            state.setModule(place, problem.requirements.moduleOf[party[0]]);
            for (int k = 0; k < former.length; k++) {
                state.setTrainer(place, k, site.trainers()[k]);
            }
        }
        return opened;
    }

    /** Takes back what {@link #put} did. */
    void takeBack(int[] party, Site site, Opened opened) {
        for (int r : party) {
            state.unbook(r);
        }
        if (site.opens()) {
            state.setModule(opened.place(), opened.module());
            for (int k = 0; k < opened.trainers().length; k++) {
                state.setTrainer(opened.place(), k, opened.trainers()[k]);
            }
        }
    }
}
