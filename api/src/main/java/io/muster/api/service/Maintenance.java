package io.muster.api.service;

import io.muster.api.error.BadRequestException;
import io.muster.api.service.operate.Backup;
import io.muster.api.service.web.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;
import org.springframework.context.ConfigurableApplicationContext;

/** What is done to a service's database from the command line, while the embedded one is not in use. */
public final class Maintenance {

    private Maintenance() {}

    /**
     * Backs up everything.
     *
     * @param settings settings of the service, as for {@link MusterService#start}
     * @param file the file; replaced when it is there
     * @return rows written
     * @throws IOException when it cannot be written
     * @throws SQLException when the database cannot be read
     */
    public static long backUp(Map<String, String> settings, Path file) throws IOException, SQLException {
        try (ConfigurableApplicationContext service = open(settings)) {
            return service.getBean(Backup.class).write(file);
        }
    }

    /**
     * Fills a new database from a backup.
     *
     * @param settings settings of the service, as for {@link MusterService#start}
     * @param file the backup
     * @return rows restored
     * @throws IOException when it cannot be read
     * @throws SQLException when the database cannot be written; nothing has changed then
     * @throws BadRequestException when the file is no backup or does not fit the database, or that is not empty
     */
    public static long restore(Map<String, String> settings, Path file) throws IOException, SQLException {
        if (!Files.isReadable(file)) {
            throw new BadRequestException("there is no file " + file + " that can be read.");
        }
        try (ConfigurableApplicationContext service = open(settings)) {
            return service.getBean(Backup.class).restore(file);
        } catch (ProblemException e) {
            throw new BadRequestException(String.valueOf(e.getMessage()));
        } catch (ZipException e) {
            throw new BadRequestException(file + " is no backup of Muster: it is no zip.");
        }
    }

    private static ConfigurableApplicationContext open(Map<String, String> settings) {
        Map<String, String> quiet = new LinkedHashMap<>(settings);
        quiet.put("db-scheduler.enabled", "false");
        quiet.put("server.port", "0");
        quiet.put("server.address", "127.0.0.1");
        return MusterService.start(quiet);
    }
}
