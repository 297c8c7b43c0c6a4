package io.muster.api.service.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.api.service.plan.PlanState;
import io.muster.api.service.support.ServiceTest;
import io.muster.api.service.web.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class BackupTest extends ServiceTest {
    @TempDir
    private Path folder;

    @Autowired
    private Backup backup;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void namesEveryTable() {
        List<String> tables = jdbc
                .sql("select table_name from information_schema.tables where lower(table_schema) = 'public'"
                        + " and table_type in ('BASE TABLE', 'TABLE')")
                .query(String.class)
                .list()
                .stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals("flyway_schema_history"))
                .toList();

        assertThat(Backup.TABLES).containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void bringsEveryRowIntoAnotherDatabaseAsItWas() throws Exception {
        given().plan(given().dataSet(), PlanState.PUBLISHED);
        Path first = folder.resolve("first.zip");
        Path second = folder.resolve("second.zip");
        long rows = backup.write(first);
        Backup other = newDatabase();

        assertThat(other.restore(first)).isEqualTo(rows);

        assertThat(other.write(second)).isEqualTo(rows);
        assertThat(entries(second)).isEqualTo(entries(first));
    }

    @Test
    void refusesADatabaseThatHoldsData() throws Exception {
        given().dataSet();
        Path file = folder.resolve("backup.zip");
        long rows = backup.write(file);

        assertThatThrownBy(() -> backup.restore(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("data_set");
        assertThat(backup.write(folder.resolve("after.zip"))).isEqualTo(rows);
    }

    @Test
    void aBrokenBackupChangesNothing() throws Exception {
        given().dataSet();
        Path file = folder.resolve("broken.zip");
        backup.write(file);
        Path cut = folder.resolve("cut.zip");
        try (var zip = new ZipFile(file.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(cut))) {
            for (var entry : Collections.list(zip.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                out.write(bytes, 0, entry.getName().startsWith("data_set_revision") ? bytes.length / 2 : bytes.length);
            }
        }
        Backup other = newDatabase();
        long before = other.write(folder.resolve("before.zip"));

        assertThatThrownBy(() -> other.restore(cut)).isInstanceOf(Exception.class);

        assertThat(other.write(folder.resolve("after.zip"))).isEqualTo(before);
    }

    private static Backup newDatabase() {
        DataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:io/muster/api/service/schema", "classpath:io/muster/api/service/guard/h2")
                .load();
        flyway.migrate();
        return new Backup(database, flyway);
    }

    private static List<String> entries(Path zip) throws Exception {
        try (var file = new ZipFile(zip.toFile())) {
            return Collections.list(file.entries()).stream()
                    .map(entry -> {
                        try {
                            return entry.getName() + ":"
                                    + new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                                            .lines()
                                            .sorted()
                                            .toList();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
