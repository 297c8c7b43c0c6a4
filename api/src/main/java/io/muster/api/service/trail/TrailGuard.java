package io.muster.api.service.trail;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Refuses changes of the trail in the embedded database; on PostgreSQL a function of the database does. */
public final class TrailGuard implements Trigger {
    private static final String NOT_ALLOWED = "42501";

    /** Made by the database. */
    public TrailGuard() {}

    @Override
    public void fire(Connection connection, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after)
            throws SQLException {
        throw new SQLException("the trail is append-only", NOT_ALLOWED);
    }
}
