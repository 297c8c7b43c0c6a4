package io.muster.solver.problem;

import io.muster.data.model.DataSet;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.ScopeDecision;
import java.util.List;

/**
 * A planning problem on dense ints, made once from a data set and its scope decisions. Immutable by agreement: nobody
 * writes to the arrays of its parts; they are public because the search reads them millions of times a second.
 */
public final class Problem {

    /** The data set this was made from. */
    public final DataSet dataSet;
    /** Training days and slots. */
    public final Calendar calendar;
    /** Modules. */
    public final Curriculum curriculum;
    /** Staff and teams. */
    public final Workforce workforce;
    /** Who needs what. */
    public final Requirements requirements;
    /** Venues, rooms and places of sessions. */
    public final Estate estate;
    /** Trainers. */
    public final Cadre cadre;
    /** Prices of the cost lines. */
    public final Prices prices;
    /** Bookings a BCU should have by the end of each week: [bcu * weeks + week] (cost line trajectory). */
    public final int[] trajectory;

    private Problem(DataSet dataSet, List<ScopeDecision> scope) {
        this.dataSet = dataSet;
        calendar = new Calendar(dataSet);
        curriculum = new Curriculum(dataSet, calendar);
        workforce = new Workforce(dataSet, calendar);
        requirements = new Requirements(dataSet, scope, calendar, curriculum);
        cadre = new Cadre(dataSet, calendar);
        estate = new Estate(dataSet, calendar, curriculum, workforce, virtualRooms());
        int largest = 0;
        for (int m = 0; m < curriculum.modules; m++) {
            if (!curriculum.isDigital(m)) {
                largest = Math.max(largest, curriculum.maxClass[m]);
            }
        }
        prices = new Prices(dataSet, largest, requirements.count);
        trajectory = trajectory();
    }

    /**
     * Makes the problem.
     *
     * @param dataSet a validated data set
     * @param scope its scope decisions; a staff member and module without one counts as undecided
     * @return the problem
     * @throws IllegalArgumentException if a decision names an unknown staff member or module
     */
    public static Problem of(DataSet dataSet, List<ScopeDecision> scope) {
        return new Problem(dataSet, scope);
    }

    /** Virtual sessions that may have to run side by side: bounded by trainers where any are needed, else by demand. */
    private int virtualRooms() {
        int[] demand = new int[curriculum.modules];
        for (int module : requirements.moduleOf) {
            demand[module]++;
        }
        int sideBySide = 0;
        for (int m = 0; m < curriculum.modules; m++) {
            if (curriculum.delivery[m] != Delivery.VIRTUAL) {
                continue;
            }
            int classes = (demand[m] + curriculum.maxClass[m] - 1) / Math.max(1, curriculum.maxClass[m]);
            if (curriculum.byCohort[m]) {
                classes = Math.max(classes, workforce.cohorts + 1);
            }
            sideBySide +=
                    curriculum.trainers[m] == 0 ? classes : Math.min(classes, cadre.trainers / curriculum.trainers[m]);
        }
        return sideBySide;
    }

    private int[] trajectory() {
        int bcus = workforce.bcus.size();
        long[] requirementsOf = new long[bcus];
        for (int p : requirements.staffOf) {
            requirementsOf[workforce.bcuOf[p]]++;
        }
        int[] target = new int[bcus * calendar.weeks];
        for (int b = 0; b < bcus && calendar.days > 0; b++) {
            for (int w = 0; w < calendar.weeks; w++) {
                target[b * calendar.weeks + w] =
                        Math.toIntExact(requirementsOf[b] * calendar.passedBy[w] / calendar.days);
            }
        }
        return target;
    }

    /** {@return the most bookings a session of a module in a room may have (H04)} */
    public int capacity(int room, int module) {
        return Math.min(estate.capacity[room], curriculum.maxClass[module]);
    }

    /** {@return whether bookings on rest days are permitted, at a price} */
    public boolean restDayTraining() {
        return dataSet.programme().limits().restDayTraining();
    }
}
