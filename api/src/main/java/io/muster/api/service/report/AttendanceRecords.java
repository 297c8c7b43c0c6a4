package io.muster.api.service.report;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What attendance was recorded for the data sets in the database. */
@Component
class AttendanceRecords {
    private final JdbcClient jdbc;

    AttendanceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return all attendance of a data set, in no order} */
    List<Attendance> list(String dataSetId) {
        return jdbc.sql("select staff_id, module_id, session_id, attended from attendance where data_set_id = ?")
                .param(dataSetId)
                .query((row, index) ->
                        new Attendance(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
                .list();
    }

    /** {@return a text that is another one once attendance was recorded or corrected} */
    String version(String dataSetId) {
        return jdbc.sql("select count(*), max(number) from attendance where data_set_id = ?")
                .param(dataSetId)
                .query((row, index) -> row.getLong(1) + " " + row.getLong(2))
                .single();
    }
}
