package io.muster.data.plan;

/**
 * A requirement without a booking ({@code unbooked.csv}).
 *
 * @param staffId the staff member, the key with the module
 * @param moduleId the module
 * @param reason stable code of the main cause
 * @param detail a sentence a planner can act on
 */
public record Unbooked(String staffId, String moduleId, String reason, String detail) {}
