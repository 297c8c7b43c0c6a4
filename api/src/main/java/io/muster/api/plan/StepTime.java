package io.muster.api.plan;

import java.time.Duration;

/**
 * How long a step of a job took.
 *
 * @param step its name
 * @param duration wall-clock time
 */
public record StepTime(String step, Duration duration) {}
