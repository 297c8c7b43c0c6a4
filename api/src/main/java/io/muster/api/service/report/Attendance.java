package io.muster.api.service.report;

/**
 * Whether somebody came to a session.
 *
 * @param staffId the staff member
 * @param moduleId the module
 * @param sessionId the session; empty for a digital module
 * @param attended whether they attended; otherwise a no-show
 */
public record Attendance(String staffId, String moduleId, String sessionId, boolean attended) {}
