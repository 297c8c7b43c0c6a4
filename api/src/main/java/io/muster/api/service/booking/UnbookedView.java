package io.muster.api.service.booking;

/**
 * A requirement that is not booked.
 *
 * @param staffId the staff member
 * @param teamId their team
 * @param teamName its name
 * @param bcu its BCU
 * @param function its function
 * @param role their role
 * @param moduleId the module
 * @param moduleName its name
 * @param priority 0 normal, 1 high, 2 highest
 * @param reason a stable code
 * @param detail a sentence a planner can act on
 */
public record UnbookedView(
        String staffId,
        String teamId,
        String teamName,
        String bcu,
        String function,
        String role,
        String moduleId,
        String moduleName,
        int priority,
        String reason,
        String detail) {}
