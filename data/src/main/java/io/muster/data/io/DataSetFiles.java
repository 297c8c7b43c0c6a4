package io.muster.data.io;

import io.muster.data.model.DataSet;
import java.util.ArrayList;
import java.util.List;

/** The files of a data set, in the order of DATASET.md, and what each holds. */
final class DataSetFiles {
    /** Every table; programme.json stands before them. */
    static final List<Table<?>> TABLES = List.of(
            ModuleTable.TABLE,
            TeamTable.TABLE,
            PatternTable.TABLE,
            StaffTable.TABLE,
            AbsenceTables.COMPLETIONS,
            AbsenceTables.ABSENCES,
            CalendarTables.DEMAND,
            CalendarTables.CALENDAR,
            RoomTables.VENUES,
            RoomTables.ROOMS,
            AbsenceTables.ROOM_CLOSURES,
            TrainerTable.TABLE,
            AbsenceTables.TRAINER_ABSENCES);

    /** The names of all files, programme.json first. */
    static final List<String> NAMES = names();

    private DataSetFiles() {}

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(ProgrammeJson.FILE);
        TABLES.forEach(table -> names.add(table.file()));
        return List.copyOf(names);
    }

    /** {@return the tables of a data set with their rows, in order} */
    static List<TableContent<?>> contents(DataSet dataSet) {
        return List.of(
                new TableContent<>(ModuleTable.TABLE, dataSet.modules()),
                new TableContent<>(TeamTable.TABLE, dataSet.teams()),
                new TableContent<>(PatternTable.TABLE, PatternTable.split(dataSet.patterns())),
                new TableContent<>(StaffTable.TABLE, dataSet.staff()),
                new TableContent<>(AbsenceTables.COMPLETIONS, dataSet.completions()),
                new TableContent<>(AbsenceTables.ABSENCES, dataSet.absences()),
                new TableContent<>(CalendarTables.DEMAND, dataSet.demand()),
                new TableContent<>(CalendarTables.CALENDAR, dataSet.calendar()),
                new TableContent<>(RoomTables.VENUES, dataSet.venues()),
                new TableContent<>(RoomTables.ROOMS, dataSet.rooms()),
                new TableContent<>(AbsenceTables.ROOM_CLOSURES, dataSet.roomClosures()),
                new TableContent<>(TrainerTable.TABLE, dataSet.trainers()),
                new TableContent<>(AbsenceTables.TRAINER_ABSENCES, dataSet.trainerAbsences()));
    }
}
