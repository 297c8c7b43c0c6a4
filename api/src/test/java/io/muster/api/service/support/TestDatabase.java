package io.muster.api.service.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The database of a test run: H2, or a real PostgreSQL when the system property {@code muster.test.database} is {@code
 * postgresql}. The build runs every test of the service on both.
 */
public final class TestDatabase {
    private static final boolean IS_POSTGRESQL = "postgresql".equals(System.getProperty("muster.test.database"));
    private static final String WEBHOOK_KEY = "a key for tests that nobody else uses";
    private static Map<String, String> settings = Map.of();

    private TestDatabase() {}

    /** {@return whether it is PostgreSQL} */
    public static boolean isPostgresql() {
        return IS_POSTGRESQL;
    }

    /** {@return Spring properties of a service on the one database all tests of this JVM share, started when first asked for} */
    public static synchronized Map<String, String> settings() {
        if (settings.isEmpty()) {
            settings = new HashMap<>(IS_POSTGRESQL ? postgresql() : h2());
            // Nobody waits for the work of a test when it is over.
            settings.put("server.shutdown", "immediate");
            settings.put("db-scheduler.shutdown-max-wait", "1s");
            settings.put("spring.lifecycle.timeout-per-shutdown-phase", "1s");
            settings.put("spring.datasource.hikari.connection-timeout", "5000");
        }
        return settings;
    }

    /** {@return an empty folder for a service's files, deleted by nobody: it is in the build's} */
    public static Path home() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "service-tests")), "home")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> h2() {
        return Map.of(
                "spring.datasource.url",
                "jdbc:h2:mem:muster;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "muster.home",
                home().toString(),
                "muster.webhooks.key",
                WEBHOOK_KEY,
                "muster.webhooks.allowed-hosts",
                "localhost");
    }

    private static Map<String, String> postgresql() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            return Map.of(
                    "spring.datasource.url",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "spring.datasource.username",
                    "postgres",
                    "muster.home",
                    home().toString(),
                    "muster.webhooks.key",
                    WEBHOOK_KEY,
                    "muster.webhooks.allowed-hosts",
                    "localhost");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
