package io.muster.api.service.replan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a re-plan started from.
 *
 * @param disruptions disruptions that held, those of earlier re-plans among them
 * @param bookings bookings of the published plan dated on or after the day of the re-plan
 * @param bookingsHit those of them, and of past ones, that the disruptions broke
 * @param peopleHit people with one of them
 * @param costPence pence by cost line of the published plan; null: it has no summary
 */
record HitFigures(
        int disruptions,
        int bookings,
        int bookingsHit,
        int peopleHit,
        @Nullable Map<String, Long> costPence) {}
