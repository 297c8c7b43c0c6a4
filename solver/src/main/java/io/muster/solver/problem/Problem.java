package io.muster.solver.problem;

import io.muster.data.model.DataSet;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    /** Ids of sessions. */
    public final SessionIds sessionIds;
    /** Trainers. */
    public final Cadre cadre;
    /** Prices of the cost lines. */
    public final Prices prices;
    /** The published plan that a re-plan starts from; empty without one. */
    public final BaselineBookings baseline;
    /** Bookings a BCU should have by the end of each week: [bcu * weeks + week] (cost line trajectory). */
    public final int[] trajectory;

    private final Keys keys;

    private Problem(DataSet dataSet, List<ScopeDecision> scope, PublishedPlan published, @Nullable Problem like) {
        this.dataSet = dataSet;
        keys = new Keys(dataSet);
        calendar = new Calendar(dataSet);
        curriculum = new Curriculum(dataSet, calendar);
        workforce = new Workforce(dataSet, calendar, keys, like == null ? null : like.workforce);
        requirements = new Requirements(dataSet, scope, published, keys, calendar, curriculum);
        cadre = new Cadre(dataSet, calendar);
        estate = new Estate(dataSet, calendar, curriculum, workforce, virtualRooms(published));
        sessionIds = new SessionIds(dataSet, calendar, estate);
        int largest = 0;
        for (int m = 0; m < curriculum.modules; m++) {
            if (!curriculum.isDigital(m)) {
                largest = Math.max(largest, curriculum.maxClass[m]);
            }
        }
        prices = new Prices(dataSet, largest, requirements.count);
        trajectory = trajectory();
        SessionPlaces places = new SessionPlaces(this, published.sessions());
        baseline = new BaselineBookings(dataSet, published, calendar, requirements, places, keys);
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
        return of(dataSet, scope, PublishedPlan.NONE);
    }

    /**
     * Makes the problem of a re-plan.
     *
     * @param dataSet a validated data set with the disruptions applied; its {@code asOf} is the day of the re-plan
     * @param scope its scope decisions; a staff member and module without one counts as undecided
     * @param published the plan it starts from
     * @return the problem
     * @throws IllegalArgumentException if a decision or booking names an unknown staff member or module
     */
    public static Problem of(DataSet dataSet, List<ScopeDecision> scope, PublishedPlan published) {
        return new Problem(dataSet, scope, published, null);
    }

    /**
     * Makes the problem of a re-plan that differs little from another one: people whose days are the same are not worked
     * out again. Gives the same problem as without the other one, sooner.
     *
     * @param dataSet as above
     * @param scope as above
     * @param published as above
     * @param like the problem of a similar data set
     * @return the problem
     * @throws IllegalArgumentException if a decision or booking names an unknown staff member or module
     */
    public static Problem of(DataSet dataSet, List<ScopeDecision> scope, PublishedPlan published, Problem like) {
        return new Problem(dataSet, scope, published, like);
    }

    /** Virtual sessions that may have to run side by side: bounded by trainers where any are needed, else by demand. */
    private int virtualRooms(PublishedPlan published) {
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
        return Math.max(sideBySide, virtualSideBySide(published.sessions()));
    }

    /** Most virtual sessions of one day, each of which may need a room of its own. */
    private static int virtualSideBySide(List<SessionRow> sessions) {
        Map<LocalDate, Integer> ofDay = new HashMap<>();
        int most = 0;
        for (SessionRow row : sessions) {
            if (row.roomId() == null) {
                most = Math.max(most, ofDay.merge(row.date(), 1, Integer::sum));
            }
        }
        return most;
    }

    private int[] trajectory() {
        int bcus = workforce.bcus.size();
        long[] requirementsOf = new long[bcus];
        for (int r = 0; r < requirements.count; r++) {
            requirementsOf[workforce.bcuOf[requirements.staffOf[r]]] += requirements.weightOf[r] > 0 ? 1 : 0;
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

    /** {@return the most bookings a session of a module in a room may have on the day on which that is most} */
    public int capacity(int room, int module) {
        return Math.min(estate.capacity[room], curriculum.maxClass[module]);
    }

    /** {@return the most bookings a session of a module in a room may have on a day (H04)} */
    public int capacity(int room, int module, int day) {
        return Math.min(estate.capacityOn(room, day), curriculum.maxClass[module]);
    }

    /**
     * The requirement of a staff member and module.
     *
     * @param key their ids
     * @return the requirement, on a re-plan also a past booking that is none any more; negative: none
     * @throws IllegalArgumentException if an id is unknown
     */
    public int requirementOf(BookingKey key) {
        return keys.requirement(key, requirements);
    }

    /**
     * The position of a module.
     *
     * @param moduleId its id
     * @return its position in the data set
     * @throws IllegalArgumentException if the id is unknown
     */
    public int moduleAt(String moduleId) {
        return keys.module(moduleId);
    }

    /**
     * Whether a requirement is booked with its whole cohort or not at all: its module is taught by cohort, and its staff
     * member is in one (H17).
     *
     * @param requirement a requirement
     * @return whether it is so
     */
    public boolean isTogether(int requirement) {
        return curriculum.byCohort[requirements.moduleOf[requirement]]
                && workforce.cohortOf[requirements.staffOf[requirement]] >= 0;
    }

    /** {@return whether bookings on rest days are permitted, at a price} */
    public boolean restDayTraining() {
        return dataSet.programme().limits().restDayTraining();
    }
}
