package io.muster.api.service.support;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written in the trail, those entries with it that are linked into the chain within the next second. */
public final class WrittenTrail {
    private WrittenTrail() {}

    /**
     * Entries about something.
     *
     * @param jdbc the database
     * @param action what was done
     * @param subject to what
     * @return their details
     */
    public static List<String> details(JdbcClient jdbc, String action, String subject) {
        return jdbc.sql("select detail from (select action, subject, detail from trail"
                        + " union all select action, subject, detail from trail_pending) entry"
                        + " where action = ? and subject = ?")
                .param(action)
                .param(subject)
                .query(String.class)
                .list();
    }
}
