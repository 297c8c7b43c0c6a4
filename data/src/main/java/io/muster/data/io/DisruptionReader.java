package io.muster.data.io;

import io.muster.data.issue.IssueCode;
import io.muster.data.model.DataSet;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.Venue;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the disruptions of a re-plan (DATASET.md section 5) and checks them against the data set. */
public final class DisruptionReader {
    private DisruptionReader() {}

    /**
     * Reads {@code disruptions.csv}. Whether the sessions it names exist depends on the baseline plan and is not checked.
     *
     * @param path the CSV file, or a folder, .zip or .xlsx workbook that holds {@code disruptions.csv} or its sheet
     * @param dataSet the data set whose people, teams, rooms, venues, trainers and modules it names
     * @return the disruptions, or what is wrong with them
     */
    public static DisruptionReadResult read(Path path, DataSet dataSet) {
        return read(path, dataSet, null);
    }

    /**
     * Reads {@code disruptions.csv} of a re-plan.
     *
     * @param path the CSV file, or a folder, .zip or .xlsx workbook that holds {@code disruptions.csv} or its sheet
     * @param dataSet the data set whose people, teams, rooms, venues, trainers and modules it names
     * @param baseline the published plan whose sessions it names; a no-show has a booking in it that is not cancelled.
     *     Null: sessions are not checked
     * @return the disruptions, or what is wrong with them
     */
    public static DisruptionReadResult read(Path path, DataSet dataSet, @Nullable Plan baseline) {
        IssueLog log = new IssueLog();
        TableData<Disruption> data = TableData.unreadable();
        try (Container container = open(path, log)) {
            if (container != null) {
                data = TableReader.read(
                        DisruptionTable.forReading(baseline), container, referencesOf(dataSet, baseline), false, log);
            }
        } catch (IOException e) {
            FolderContainer.unreadable(Containers.nameOf(path), log);
        }
        return new DisruptionReadResult(log.hasErrors() ? Optional.empty() : Optional.of(data.records()), log.issues());
    }

    private static @Nullable Container open(Path path, IssueLog log) throws IOException {
        String name = Containers.nameOf(path).toLowerCase(Locale.ROOT);
        boolean holdsFiles = Files.isDirectory(path) || name.endsWith(".zip") || name.endsWith(".xlsx");
        return holdsFiles
                ? Containers.open(path, List.of(DisruptionTable.TABLE.file()), ReadLimits.DEFAULT, log)
                : new OneFile(path);
    }

    private static References referencesOf(DataSet dataSet, @Nullable Plan baseline) {
        References references = new References();
        references.put(
                Target.STAFF, dataSet.staff().stream().map(StaffMember::id).toList());
        references.put(Target.TEAM, dataSet.teams().stream().map(Team::id).toList());
        references.put(Target.BCU, dataSet.teams().stream().map(Team::bcu).toList());
        references.put(
                Target.FUNCTION, dataSet.teams().stream().map(Team::function).toList());
        references.put(Target.ROOM, dataSet.rooms().stream().map(Room::id).toList());
        references.put(Target.VENUE, dataSet.venues().stream().map(Venue::id).toList());
        references.put(
                Target.TRAINER, dataSet.trainers().stream().map(Trainer::id).toList());
        references.put(
                Target.MODULE,
                dataSet.modules().stream().map(TrainingModule::id).toList());
        if (baseline != null) {
            references.put(
                    Target.SESSION,
                    baseline.sessions().stream().map(SessionRow::id).toList());
        }
        return references;
    }

    /** A single CSV file, whatever its name. */
    record OneFile(Path csv) implements Container {
        @Override
        public boolean has(String file) {
            return Files.exists(csv);
        }

        @Override
        public boolean readRecords(String file, RecordHandler handler, IssueLog log) {
            try (InputStream in = Files.newInputStream(csv)) {
                return CsvRecords.read(in, handler);
            } catch (IOException e) {
                FolderContainer.unreadable(file, log);
                return false;
            }
        }

        @Override
        public @Nullable String readText(String file, IssueLog log) {
            log.addFile(IssueCode.MISSING_FILE, file, "The file " + file + " is missing; add it.");
            return null;
        }

        @Override
        public void close() {}
    }
}
