package io.muster.api.service.operate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.service.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/**
 * Backup and restore of the whole database, the same file for H2 and PostgreSQL, so that it moves a service from one to
 * the other too: a zip with {@code schema.txt}, the version of the tables, and a file for each table, one JSON array a row
 * after one with the columns' names. A backup is what one transaction sees, so the service may go on meanwhile.
 */
@Component
public class Backup {
    private static final String SCHEMA = "schema.txt";
    private static final int ROWS_AT_ONCE = 100;

    /** Every table but Flyway's, each after those it refers to. */
    static final List<String> TABLES = List.of(
            "content",
            "content_chunk",
            "app_user",
            "trail",
            "trail_pending",
            "trail_head",
            "data_set",
            "data_set_revision",
            "rule_set_version",
            "rule_set_activation",
            "job",
            "plan",
            "plan_score",
            "plan_figures",
            "plan_baseline",
            "publication",
            "manual_decision",
            "disruption",
            "replan",
            "replan_option",
            "simulation",
            "attendance",
            "attendance_count",
            "idempotency",
            "webhook",
            "webhook_delivery",
            "export_file",
            "scheduled_tasks");

    /** Where somebody who has used the service has left a row. */
    private static final List<String> USED =
            List.of("data_set", "rule_set_version", "rule_set_activation", "job", "plan", "trail");

    private final DataSource dataSource;
    private final Flyway flyway;
    private final ObjectMapper json = new ObjectMapper();

    Backup(DataSource dataSource, Flyway flyway) {
        this.dataSource = dataSource;
        this.flyway = flyway;
    }

    /**
     * Writes everything to a file, which is there whole or not at all.
     *
     * @param file the file; replaced when it is there
     * @return rows written
     * @throws IOException when it cannot be written
     * @throws SQLException when the database cannot be read
     */
    public long write(Path file) throws IOException, SQLException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        long rows = 0;
        try {
            try (Connection connection = dataSource.getConnection();
                    ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
                connection.setAutoCommit(false);
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                zip.putNextEntry(new ZipEntry(SCHEMA));
                zip.write(schemaVersion().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
                for (String table : TABLES) {
                    zip.putNextEntry(new ZipEntry(table + ".jsonl"));
                    rows += writeTable(connection, table, zip);
                    zip.closeEntry();
                }
                connection.rollback();
                connection.setReadOnly(false);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return rows;
    }

    private long writeTable(Connection connection, String table, OutputStream out) throws IOException, SQLException {
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet result = statement.executeQuery("select * from " + table);
                    JsonGenerator line = json.createGenerator(out)) {
                line.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                line.setRootValueSeparator(new SerializedString("\n"));
                ResultSetMetaData columns = result.getMetaData();
                line.writeStartArray();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    line.writeString(columns.getColumnName(i).toLowerCase(Locale.ROOT));
                }
                line.writeEndArray();
                while (result.next()) {
                    line.writeStartArray();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        writeCell(line, result, i, columns.getColumnType(i));
                    }
                    line.writeEndArray();
                    rows++;
                }
            }
        }
        return rows;
    }

    private static void writeCell(JsonGenerator line, ResultSet result, int column, int type)
            throws IOException, SQLException {
        Object value = switch (type) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> result.getObject(column, OffsetDateTime.class);
            case Types.DATE -> result.getObject(column, LocalDate.class);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> result.getBytes(column);
            default -> result.getObject(column);
        };
        if (value == null) {
            line.writeNull();
        } else if (value instanceof byte[]) {
            line.writeBinary((byte[]) value);
        } else if (value instanceof Number || value instanceof Boolean) {
            line.writeObject(value);
        } else {
            line.writeString(value.toString());
        }
    }

    /**
     * Fills the database from a file, in one transaction.
     *
     * @param file a file of {@link #write}
     * @return rows restored
     * @throws ProblemException when the database is not empty, or the file is no backup or of another version; nothing has
     *     changed then
     * @throws IOException when the file cannot be read
     * @throws SQLException when the database cannot be written; nothing has changed then
     */
    public long restore(Path file) throws IOException, SQLException {
        try (ZipFile zip = new ZipFile(file.toFile());
                Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                checkVersion(zip);
                checkEmpty(connection);
                long rows = 0;
                for (String table : TABLES) {
                    ZipEntry entry = zip.getEntry(table + ".jsonl");
                    if (entry == null) {
                        throw ProblemException.bad("backup-broken", "The backup lacks the table " + table + ".");
                    }
                    try (InputStream in = zip.getInputStream(entry)) {
                        rows += restoreTable(connection, table, in);
                    }
                }
                connection.commit();
                return rows;
            } catch (IOException | SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private void checkVersion(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(SCHEMA);
        if (entry == null) {
            throw ProblemException.bad("backup-broken", "This is no backup of Muster: it lacks " + SCHEMA + ".");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            String version = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!version.equals(schemaVersion())) {
                throw ProblemException.bad(
                        "backup-version",
                        "The backup is of version " + version + " of the tables, the service of version "
                                + schemaVersion() + ". Restore it with the Muster that wrote it, then upgrade.");
            }
        }
    }

    /** A new database has at most the administrator it was started with, and the head of an empty trail. */
    private static void checkEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : USED) {
                try (ResultSet result = statement.executeQuery("select count(*) from " + table)) {
                    result.next();
                    if (result.getLong(1) > 0) {
                        throw ProblemException.conflict(
                                "database-not-empty",
                                "The database holds data in " + table + "; restore into a new one.");
                    }
                }
            }
            for (int i = TABLES.size() - 1; i >= 0; i--) {
                if (!TABLES.get(i).equals("trail")) {
                    statement.executeUpdate("delete from " + TABLES.get(i));
                }
            }
        }
    }

    private long restoreTable(Connection connection, String table, InputStream in) throws IOException, SQLException {
        try (JsonParser lines = json.createParser(in)) {
            List<String> columns = new ArrayList<>();
            lines.nextToken();
            while (lines.nextToken() != JsonToken.END_ARRAY) {
                columns.add(lines.getText());
            }
            Set<String> known = columnsOf(connection, table);
            if (!known.equals(new LinkedHashSet<>(columns))) {
                throw ProblemException.bad("backup-broken", "The backup's table " + table + " has other columns.");
            }
            String marks = String.join(", ", columns.stream().map(name -> "?").toList());
            long rows = 0;
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")")) {
                int[] types = types(connection, table, columns);
                while (lines.nextToken() == JsonToken.START_ARRAY) {
                    for (int i = 0; i < types.length; i++) {
                        lines.nextToken();
                        setCell(insert, i + 1, types[i], lines);
                    }
                    lines.nextToken();
                    insert.addBatch();
                    rows++;
                    if (rows % ROWS_AT_ONCE == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            return rows;
        }
    }

    private static void setCell(PreparedStatement insert, int index, int type, JsonParser cell)
            throws IOException, SQLException {
        if (cell.currentToken() == JsonToken.VALUE_NULL) {
            insert.setNull(index, type);
            return;
        }
        switch (type) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                insert.setObject(index, OffsetDateTime.parse(cell.getText()));
            case Types.DATE -> insert.setObject(index, LocalDate.parse(cell.getText()));
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> insert.setBytes(index, cell.getBinaryValue());
            case Types.BIT, Types.BOOLEAN -> insert.setBoolean(index, cell.getBooleanValue());
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> insert.setLong(index, cell.getLongValue());
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> insert.setDouble(index, cell.getDoubleValue());
            default -> insert.setString(index, cell.getText());
        }
    }

    private static Set<String> columnsOf(Connection connection, String table) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                names.add(result.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static int[] types(Connection connection, String table, List<String> columns) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select " + String.join(", ", columns) + " from " + table + " where 1 = 0")) {
            int[] types = new int[columns.size()];
            for (int i = 0; i < types.length; i++) {
                types[i] = result.getMetaData().getColumnType(i + 1);
            }
            return types;
        }
    }

    private String schemaVersion() {
        return flyway.info().current().getVersion().getVersion();
    }
}
