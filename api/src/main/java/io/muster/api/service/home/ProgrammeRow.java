package io.muster.api.service.home;

import io.muster.api.service.dataset.Revision;
import io.muster.api.service.dataset.StoredDataSet;
import io.muster.api.service.plan.PlanView;
import org.jspecify.annotations.Nullable;

/**
 * A programme in the list of programmes.
 *
 * @param dataSet the programme
 * @param newest its newest revision; null: it has none
 * @param plan the plan that people work with; null: there is none
 * @param deletable whether it was never published
 */
record ProgrammeRow(
        StoredDataSet dataSet,
        @Nullable Revision newest,
        @Nullable PlanView plan,
        boolean deletable) {}
