package io.muster.api.service.replan;

import io.muster.solver.replan.ReplanPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A re-plan as it is asked for.
 *
 * @param dataSetId the data set whose published plan is to be repaired
 * @param revision revision of the data set; null: the published plan's
 * @param asOf its day; null: today in the programme's time zone
 * @param policies what the options are to be good for; null or empty: each of the three
 * @param maxMoved most bookings that may be moved though nothing broke them, {@code >= 0}; null: no limit
 * @param timeLimit time of a search, such as {@code PT60S}; null: the solver's default
 * @param stepLimit steps of a search, {@code >= 0}; null: no limit
 * @param seed seed of every random choice; null: 1
 * @param disruptionIds which open disruptions to answer; no-shows are always among them. Null: all
 */
record NewReplan(
        @Nullable String dataSetId,
        @Nullable Integer revision,
        @Nullable LocalDate asOf,
        @Nullable List<ReplanPolicy> policies,
        @Nullable Integer maxMoved,
        @Nullable Duration timeLimit,
        @Nullable Long stepLimit,
        @Nullable Long seed,
        @Nullable Set<String> disruptionIds) {}
