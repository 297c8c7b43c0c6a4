package io.muster.data.io;

import io.muster.data.model.Absence;
import io.muster.data.model.Completion;
import io.muster.data.model.RoomClosure;
import io.muster.data.model.TrainerAbsence;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * {@code completions.csv}, {@code absences.csv}, {@code room_closures.csv} and {@code trainer_absences.csv}: what is
 * known of the past and of the times when people and rooms are away.
 */
final class AbsenceTables {
    static final Table<Completion> COMPLETIONS = completions();
    static final Table<Absence> ABSENCES = absences();
    static final Table<RoomClosure> ROOM_CLOSURES = roomClosures();
    static final Table<TrainerAbsence> TRAINER_ABSENCES = trainerAbsences();

    private AbsenceTables() {}

    private static Table<Completion> completions() {
        Table.Builder<Completion> builder = new Table.Builder<>("completions.csv");
        Column<String> staff = builder.reference("staff", CellTypes.ID, Target.STAFF, Completion::staffId);
        Column<String> module = builder.reference("module", CellTypes.ID, Target.MODULE, Completion::moduleId);
        Column<LocalDate> date = builder.required("date", CellTypes.DATE, Completion::date);
        Column<String> source = builder.required("source", CellTypes.TEXT, Completion::source);
        return builder.build(
                2,
                (row, context) -> {},
                row -> new Completion(row.get(staff), row.get(module), row.get(date), row.get(source)));
    }

    private static Table<Absence> absences() {
        Table.Builder<Absence> builder = new Table.Builder<>("absences.csv");
        Column<String> staff = builder.reference("staff", CellTypes.ID, Target.STAFF, Absence::staffId);
        Column<LocalDateTime> from = builder.required("from", CellTypes.DATE_TIME, Absence::from);
        Column<LocalDateTime> to = builder.required("to", CellTypes.DATE_TIME, Absence::to);
        Column<String> reason = builder.required("reason", CellTypes.TEXT, Absence::reason);
        return builder.build(
                0,
                (row, context) -> context.checkExclusiveTimes(from, to),
                row -> new Absence(row.get(staff), row.get(from), row.get(to), row.get(reason)));
    }

    private static Table<RoomClosure> roomClosures() {
        Table.Builder<RoomClosure> builder = new Table.Builder<>("room_closures.csv");
        Column<String> room = builder.reference("room", CellTypes.ID, Target.ROOM, RoomClosure::roomId);
        Column<LocalDate> from = builder.required("from", CellTypes.DATE, RoomClosure::from);
        Column<LocalDate> to = builder.required("to", CellTypes.DATE, RoomClosure::to);
        Column<String> reason = builder.required("reason", CellTypes.TEXT, RoomClosure::reason);
        return builder.build(
                0,
                (row, context) -> context.checkInclusive(from, to),
                row -> new RoomClosure(row.get(room), row.get(from), row.get(to), row.get(reason)));
    }

    private static Table<TrainerAbsence> trainerAbsences() {
        Table.Builder<TrainerAbsence> builder = new Table.Builder<>("trainer_absences.csv");
        Column<String> trainer = builder.reference("trainer", CellTypes.ID, Target.TRAINER, TrainerAbsence::trainerId);
        Column<LocalDate> from = builder.required("from", CellTypes.DATE, TrainerAbsence::from);
        Column<LocalDate> to = builder.required("to", CellTypes.DATE, TrainerAbsence::to);
        Column<String> reason = builder.required("reason", CellTypes.TEXT, TrainerAbsence::reason);
        return builder.build(
                0,
                (row, context) -> context.checkInclusive(from, to),
                row -> new TrainerAbsence(row.get(trainer), row.get(from), row.get(to), row.get(reason)));
    }
}
