package io.muster.data.io;

import io.muster.data.issue.Issue;
import io.muster.data.issue.IssueCode;
import io.muster.data.model.Absence;
import io.muster.data.model.CalendarDay;
import io.muster.data.model.Completion;
import io.muster.data.model.DataSet;
import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.RoomClosure;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainerAbsence;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.Venue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads and validates a data set (DATASET.md section 1) from a folder, a .zip of it or an .xlsx workbook. Every problem
 * of every file is found in one pass; none is an exception.
 */
public final class DataSetReader {
    private final ReadLimits limits;

    private DataSetReader(ReadLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a data set with the default limits.
     *
     * @param path a folder, a .zip (files at the root or in one top folder) or an .xlsx workbook (a sheet for each file)
     * @return the data set, or what is wrong with it
     */
    public static ReadResult read(Path path) {
        return read(path, ReadLimits.DEFAULT);
    }

    /**
     * Reads a data set.
     *
     * @param path a folder, a .zip (files at the root or in one top folder) or an .xlsx workbook (a sheet for each file)
     * @param limits how much an archive may unpack to
     * @return the data set, or what is wrong with it
     */
    public static ReadResult read(Path path, ReadLimits limits) {
        return new DataSetReader(limits).readPath(path);
    }

    /** {@return the names of a data set's files} */
    public static Set<String> fileNames() {
        return Set.copyOf(DataSetFiles.NAMES);
    }

    private ReadResult readPath(Path path) {
        IssueLog log = new IssueLog();
        DataSet dataSet = null;
        try (Container container = Containers.open(path, DataSetFiles.NAMES, limits, log)) {
            if (container != null) {
                dataSet = readContainer(container, log);
            }
        } catch (IOException e) {
            FolderContainer.unreadable(Containers.nameOf(path), log);
        }
        List<Issue> issues = inOrder(log.issues(), DataSetFiles.NAMES);
        if (dataSet == null || log.hasErrors()) {
            return new ReadResult(Optional.empty(), issues, "");
        }
        return new ReadResult(Optional.of(dataSet), issues, ContentHash.of(dataSet));
    }

    /** {@return the issues by file and row; those of other files and whole files first} */
    static List<Issue> inOrder(List<Issue> issues, List<String> files) {
        return issues.stream()
                .sorted(Comparator.<Issue>comparingInt(issue -> files.indexOf(issue.file()))
                        .thenComparingInt(issue -> issue.row() == null ? 0 : issue.row()))
                .toList();
    }

    private static @Nullable DataSet readContainer(Container container, IssueLog log) {
        References references = new References();
        ProgrammeJson.Reading programme = ProgrammeJson.read(container, log);
        TableData<PatternTable.PatternDay> patterns =
                TableReader.read(PatternTable.TABLE, container, references, true, log);
        PatternTable.checkCycles(patterns, log);
        learn(references, Target.PATTERN, patterns, PatternTable.PATTERN);
        TableData<TrainingModule> modules = TableReader.read(ModuleTable.TABLE, container, references, true, log);
        learn(references, Target.MODULE, modules, ModuleTable.MODULE);
        TableData<Team> teams = TableReader.read(TeamTable.TABLE, container, references, true, log);
        learn(references, Target.TEAM, teams, TeamTable.TEAM);
        if (teams.isKnown(TeamTable.BCU)) {
            learn(references, Target.BCU, teams, TeamTable.BCU);
        }
        if (teams.isKnown(TeamTable.FUNCTION)) {
            learn(references, Target.FUNCTION, teams, TeamTable.FUNCTION);
        }
        TableData<StaffMember> staff = TableReader.read(StaffTable.TABLE, container, references, true, log);
        learn(references, Target.STAFF, staff, StaffTable.STAFF);
        TableData<Completion> completions =
                TableReader.read(AbsenceTables.COMPLETIONS, container, references, false, log);
        TableData<Absence> absences = TableReader.read(AbsenceTables.ABSENCES, container, references, false, log);
        TableData<OperationalDemand> demand =
                TableReader.read(CalendarTables.DEMAND, container, references, false, log);
        TableData<CalendarDay> calendar = TableReader.read(CalendarTables.CALENDAR, container, references, false, log);
        TableData<Venue> venues = TableReader.read(RoomTables.VENUES, container, references, true, log);
        learn(references, Target.VENUE, venues, RoomTables.VENUE);
        TableData<Room> rooms = TableReader.read(RoomTables.ROOMS, container, references, true, log);
        learn(references, Target.ROOM, rooms, RoomTables.ROOM);
        TableData<RoomClosure> closures =
                TableReader.read(AbsenceTables.ROOM_CLOSURES, container, references, false, log);
        TableData<Trainer> trainers = TableReader.read(TrainerTable.TABLE, container, references, true, log);
        learn(references, Target.TRAINER, trainers, TrainerTable.TRAINER);
        TableData<TrainerAbsence> trainerAbsences =
                TableReader.read(AbsenceTables.TRAINER_ABSENCES, container, references, false, log);

        CrossChecks checks = new CrossChecks(programme, modules, rooms, trainers, staff, log);
        needRows(modules, ModuleTable.TABLE, log);
        needRows(teams, TeamTable.TABLE, log);
        needRows(patterns, PatternTable.TABLE, log);
        needRows(staff, StaffTable.TABLE, log);
        if (checks.hasFaceToFace()) {
            needRows(venues, RoomTables.VENUES, log);
            needRows(rooms, RoomTables.ROOMS, log);
        }
        checks.run();
        Programme read = programme.programme();
        if (read == null || log.hasErrors()) {
            return null;
        }
        return new DataSet(
                read,
                modules.records(),
                teams.records(),
                PatternTable.join(patterns.records()),
                staff.records(),
                completions.records(),
                absences.records(),
                demand.records(),
                calendar.records(),
                venues.records(),
                rooms.records(),
                closures.records(),
                trainers.records(),
                trainerAbsences.records());
    }

    private static void learn(References references, Target target, TableData<?> data, Column<String> column) {
        if (data.hasAllRows()) {
            references.put(target, data.texts(column));
        }
    }

    private static void needRows(TableData<?> data, Table<?> table, IssueLog log) {
        if (data.complete() && data.recordCount() == 0) {
            log.addFile(
                    IssueCode.EMPTY_FILE,
                    table.file(),
                    "The file " + table.file() + " has a header but no row; add at least one.");
        }
    }
}
