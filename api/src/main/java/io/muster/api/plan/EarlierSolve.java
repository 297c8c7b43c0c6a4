package io.muster.api.plan;

import io.muster.data.plan.Plan;
import java.time.Duration;

/**
 * What an earlier solve had come to when it broke off.
 *
 * @param plan its best plan: a valid one, of which sessions and bookings are read
 * @param spent time it took, {@code >= 0}
 * @param moves moves it had evaluated, {@code >= 0}
 */
public record EarlierSolve(Plan plan, Duration spent, long moves) {}
