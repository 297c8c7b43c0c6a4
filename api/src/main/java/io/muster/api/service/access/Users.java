package io.muster.api.service.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
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
        return findAccount(id).map(Account::user);
    }

    /** {@return how many there are} */
    public long count() {
        return jdbc.sql("select count(*) from app_user").query(Long.class).single();
    }

    /**
     * Adds a user.
     *
     * @param user the user, whose id is not taken
     * @throws org.springframework.dao.DuplicateKeyException when it is
     */
    public void add(User user) {
        jdbc.sql("insert into app_user (id, display_name, password_hash, roles, bcu, trainer_id, enabled,"
                        + " failed_logins, created_at, version) values (?, ?, ?, ?, ?, ?, ?, 0, ?, 0)")
                .params(
                        user.id(),
                        user.displayName(),
                        user.passwordHash(),
                        text(user.roles()),
                        user.bcu(),
                        user.trainerId(),
                        user.enabled(),
                        utc(clock.instant()))
                .update();
    }

    Optional<Account> findAccount(String id) {
        return jdbc.sql("select * from app_user where id = ?")
                .param(id)
                .query(Users::account)
                .optional();
    }

    /** {@return all, by id} */
    List<Account> listAccounts() {
        return jdbc.sql("select * from app_user order by id")
                .query(Users::account)
                .list();
    }

    /** {@return whether the user was still of that version; otherwise nothing changed} */
    boolean change(User user, long version) {
        return jdbc.sql("update app_user set display_name = ?, roles = ?, bcu = ?, trainer_id = ?, enabled = ?,"
                                + " version = version + 1 where id = ? and version = ?")
                        .params(
                                user.displayName(),
                                text(user.roles()),
                                user.bcu(),
                                user.trainerId(),
                                user.enabled(),
                                user.id(),
                                version)
                        .update()
                > 0;
    }

    /** Sets a password, which unlocks the user too; whether there is such a user. */
    boolean changePassword(String id, String hash) {
        return jdbc.sql("update app_user set password_hash = ?, failed_logins = 0, locked_until = null,"
                                + " version = version + 1 where id = ?")
                        .params(hash, id)
                        .update()
                > 0;
    }

    void signedIn(String id) {
        jdbc.sql("update app_user set failed_logins = 0, locked_until = null where id = ? and failed_logins > 0")
                .param(id)
                .update();
    }

    /** Counts a failed sign-in; whether it was the one too many, and the user is locked now. */
    boolean failed(String id, int most, Duration lockFor) {
        jdbc.sql("update app_user set failed_logins = failed_logins + 1 where id = ?")
                .param(id)
                .update();
        return jdbc.sql("update app_user set failed_logins = 0, locked_until = ? where id = ? and failed_logins >= ?")
                        .params(utc(clock.instant().plus(lockFor)), id, most)
                        .update()
                > 0;
    }

    /**
     * Waits for whoever else changes administrators, until the transaction ends.
     *
     * @return ids of those who may sign in
     */
    List<String> lockAdministrators() {
        return jdbc.sql("select * from app_user order by id for update").query(Users::account).list().stream()
                .map(Account::user)
                .filter(user -> user.enabled() && user.roles().contains(Role.ADMINISTRATOR))
                .map(User::id)
                .toList();
    }

    private static String text(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        Set<Role> roles = Arrays.stream(row.getString("roles").split(","))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        User user = new User(
                row.getString("id"),
                row.getString("display_name"),
                row.getString("password_hash"),
                roles,
                row.getString("bcu"),
                row.getString("trainer_id"),
                row.getBoolean("enabled"));
        OffsetDateTime lockedUntil = row.getObject("locked_until", OffsetDateTime.class);
        return new Account(
                user,
                row.getInt("failed_logins"),
                lockedUntil == null ? null : lockedUntil.toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
