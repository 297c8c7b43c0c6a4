package io.muster.api.service.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The users in the database. */
@Component
public class Users {
    private final JdbcClient jdbc;
    private final Clock clock;

    Users(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A user.
     *
     * @param id what they sign in with
     * @return the user; empty: there is none
     */
    public Optional<User> find(String id) {
        return jdbc.sql("select * from app_user where id = ?")
                .param(id)
                .query(Users::user)
                .optional();
    }

    /** {@return how many there are} */
    public long count() {
        return jdbc.sql("select count(*) from app_user").query(Long.class).single();
    }

    /**
     * Adds a user.
     *
     * @param user the user, whose id is not taken
     */
    public void add(User user) {
        jdbc.sql("insert into app_user (id, display_name, password_hash, roles, bcu, trainer_id, enabled,"
                        + " failed_logins, created_at, version) values (?, ?, ?, ?, ?, ?, ?, 0, ?, 0)")
                .params(
                        user.id(),
                        user.displayName(),
                        user.passwordHash(),
                        user.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")),
                        user.bcu(),
                        user.trainerId(),
                        user.enabled(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static User user(ResultSet row, int index) throws SQLException {
        Set<Role> roles = Arrays.stream(row.getString("roles").split(","))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new User(
                row.getString("id"),
                row.getString("display_name"),
                row.getString("password_hash"),
                roles,
                row.getString("bcu"),
                row.getString("trainer_id"),
                row.getBoolean("enabled"));
    }
}
