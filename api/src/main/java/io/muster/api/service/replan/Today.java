package io.muster.api.service.replan;

import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.ProblemException;
import io.muster.data.model.Programme;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The day of a re-plan. */
@Component
class Today {
    private static final int YEARS_AROUND = 2;

    private final DataSets dataSets;
    private final Plans plans;
    private final LivePlans livePlans;
    private final Clock clock;

    Today(DataSets dataSets, Plans plans, LivePlans livePlans, Clock clock) {
        this.dataSets = dataSets;
        this.plans = plans;
        this.livePlans = livePlans;
        this.clock = clock;
    }

    /**
     * The day that a page starts from: today while the programme is planned or runs, or else the day on which it was
     * planned; never before that of the published plan.
     *
     * @param dataSetId the data set
     * @return the day, and whether it is today
     * @throws ProblemException 409 when nothing is published
     */
    Start usual(String dataSetId) {
        StoredPlan published = published(dataSetId);
        Programme programme = programme(published);
        LocalDate now = LocalDate.now(clock.withZone(programme.timeZone()));
        LocalDate made = published.asOf();
        LocalDate first = made == null || made.isBefore(programme.asOf()) ? programme.asOf() : made;
        boolean isToday = !now.isBefore(first) && !now.isAfter(programme.lastDay());
        return new Start(isToday ? now : first, isToday);
    }

    /**
     * The day that a page starts from.
     *
     * @param day the day
     * @param isToday whether it is today
     */
    record Start(LocalDate day, boolean isToday) {}

    private StoredPlan published(String dataSetId) {
        return plans.findPublished(dataSetId)
                .orElseThrow(() -> ProblemException.conflict(
                        "nothing-published", "Data set '" + dataSetId + "' has no published plan; publish one."));
    }

    private Programme programme(StoredPlan published) {
        return livePlans
                .dataSet(dataSets.revision(published.dataSetId(), published.revision()))
                .programme();
    }

    /**
     * The day of a re-plan of a data set's published plan.
     *
     * @param asOf the day that was asked for; null: today in the programme's time zone
     * @param dataSetId the data set
     * @return the day
     * @throws ProblemException 400 when it is far from the programme, 409 when nothing is published
     */
    LocalDate orGiven(@Nullable LocalDate asOf, String dataSetId) {
        Programme programme = programme(published(dataSetId));
        LocalDate day = asOf == null ? LocalDate.now(clock.withZone(programme.timeZone())) : asOf;
        if (day.isBefore(programme.firstDay().minusYears(YEARS_AROUND))
                || day.isAfter(programme.lastDay().plusYears(YEARS_AROUND))) {
            throw ProblemException.bad(
                    "as-of-invalid",
                    "asOf " + day + " is far from the programme, " + programme.firstDay() + " to " + programme.lastDay()
                            + "; give a day near it.");
        }
        return day;
    }
}
