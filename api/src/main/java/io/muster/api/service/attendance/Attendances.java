package io.muster.api.service.attendance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.service.attendance.AttendanceMarks.Seat;
import io.muster.api.service.replan.UrgentRequirements;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The attendance in the database. What was recorded is kept in memory for a few data sets, and only what came after is
 * asked for, so that any list of bookings may show it.
 */
@Component
public class Attendances implements UrgentRequirements {
    private static final int DATA_SETS = 4;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<String, AttendanceMarks> marksByDataSet =
            Caffeine.newBuilder().maximumSize(DATA_SETS).build();

    Attendances(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Everything that was recorded for a data set.
     *
     * @param dataSetId the data set
     * @return what was recorded, as of now; it goes on with what is recorded later
     */
    public AttendanceMarks marks(String dataSetId) {
        AttendanceMarks marks = marksByDataSet.get(dataSetId, id -> new AttendanceMarks());
        marks.catchUp(count(dataSetId), seen -> rowsAfter(dataSetId, seen));
        return marks;
    }

    /**
     * Where a booking stands, with what was recorded of it.
     *
     * @param dataSetId the data set
     * @param booking a booking of the published plan
     * @return {@code ATTENDED} or {@code NO_SHOW} where that was recorded, or else what the plan says
     */
    public Booking.Status statusOf(String dataSetId, Booking booking) {
        return marks(dataSetId).statusOf(booking);
    }

    /** Whoever missed a session and has not attended another of the module since comes before others. */
    @Override
    public Set<BookingKey> of(String dataSetId) {
        return marks(dataSetId).missed();
    }

    /**
     * What was recorded of a session.
     *
     * @param dataSetId the data set
     * @param sessionId the session
     * @return by staff member
     */
    List<Attendance> ofSession(String dataSetId, String sessionId) {
        return jdbc.sql("select * from attendance where data_set_id = ? and session_id = ? order by staff_id")
                .params(dataSetId, sessionId)
                .query(Attendances::attendance)
                .list();
    }

    /**
     * Records that people came, or did not. To be called inside a transaction; nobody else records for the data set until
     * it ends.
     *
     * @param dataSetId the data set
     * @param seats who was booked where, and whether they came
     * @param userId who says so
     */
    void record(String dataSetId, List<Mark> seats, String userId) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        long number = nextNumber(dataSetId);
        for (Mark mark : seats) {
            Seat seat = mark.seat();
            int updated = jdbc.sql("update attendance set attended = ?, number = ?, recorded_at = ?, recorded_by = ?"
                            + " where data_set_id = ? and staff_id = ? and module_id = ? and session_id = ?")
                    .params(
                            mark.attended(),
                            number,
                            now,
                            userId,
                            dataSetId,
                            seat.staffId(),
                            seat.moduleId(),
                            seat.sessionId())
                    .update();
            if (updated == 0) {
                jdbc.sql("insert into attendance (data_set_id, staff_id, module_id, session_id, attended, number,"
                                + " recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(
                                dataSetId,
                                seat.staffId(),
                                seat.moduleId(),
                                seat.sessionId(),
                                mark.attended(),
                                number,
                                now,
                                userId)
                        .update();
            }
        }
    }

    /**
     * Whether somebody came.
     *
     * @param seat where they were booked
     * @param attended whether they came
     */
    record Mark(Seat seat, boolean attended) {}

    private long nextNumber(String dataSetId) {
        // The data set's row is locked first, so that the first count of a data set is made once.
        jdbc.sql("select id from data_set where id = ? for update")
                .param(dataSetId)
                .query(String.class)
                .single();
        int updated = jdbc.sql("update attendance_count set number = number + 1 where data_set_id = ?")
                .param(dataSetId)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into attendance_count (data_set_id, number) values (?, 1)")
                    .param(dataSetId)
                    .update();
        }
        return count(dataSetId);
    }

    /** How often something was recorded for a data set. */
    private long count(String dataSetId) {
        return jdbc.sql("select number from attendance_count where data_set_id = ?")
                .param(dataSetId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private List<Attendance> rowsAfter(String dataSetId, long number) {
        return jdbc.sql("select * from attendance where data_set_id = ? and number > ?")
                .params(dataSetId, number)
                .query(Attendances::attendance)
                .list();
    }

    private static Attendance attendance(ResultSet row, int index) throws SQLException {
        return new Attendance(
                new Seat(row.getString("staff_id"), row.getString("module_id"), row.getString("session_id")),
                row.getBoolean("attended"),
                row.getLong("number"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }
}
