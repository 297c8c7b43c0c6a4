package io.muster.api.service.attendance;

import io.muster.api.service.attendance.AttendanceMarks.Seat;
import java.time.Instant;

/**
 * What was recorded of somebody and a session.
 *
 * @param seat who was booked where
 * @param attended whether they came
 * @param number the data set's count of changes when it was recorded
 * @param recordedAt when it was recorded last
 * @param recordedBy who recorded it
 */
record Attendance(Seat seat, boolean attended, long number, Instant recordedAt, String recordedBy) {}
