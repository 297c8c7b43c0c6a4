package io.muster.data.io;

import io.muster.data.model.Trainer;
import java.time.LocalDate;
import java.util.List;

/** {@code trainers.csv}. */
final class TrainerTable {
    private static final Table.Builder<Trainer> BUILDER = new Table.Builder<>("trainers.csv");

    static final Column<String> TRAINER = BUILDER.required("trainer", CellTypes.LISTABLE_ID, Trainer::id);
    static final Column<Boolean> INTERNAL = BUILDER.required("internal", CellTypes.BOOLEAN, Trainer::internal);
    static final Column<List<String>> MODULES =
            BUILDER.reference("modules", CellTypes.LIST, Target.MODULE, Trainer::moduleIds);
    private static final Column<Long> PENCE_PER_DAY =
            BUILDER.required("pence_per_day", CellTypes.PENCE, Trainer::pencePerDay);
    private static final Column<Integer> MAX_DAYS_PER_WEEK =
            BUILDER.required("max_days_per_week", CellTypes.COUNT, Trainer::maxDaysPerWeek);
    private static final Column<LocalDate> FROM = BUILDER.optional("from", CellTypes.DATE, Trainer::from);
    private static final Column<LocalDate> TO = BUILDER.optional("to", CellTypes.DATE, Trainer::to);

    static final Table<Trainer> TABLE = BUILDER.build(
            1,
            (row, context) -> context.checkInclusive(FROM, TO),
            row -> new Trainer(
                    row.get(TRAINER),
                    row.get(INTERNAL),
                    row.get(MODULES),
                    row.get(PENCE_PER_DAY),
                    row.get(MAX_DAYS_PER_WEEK),
                    row.find(FROM),
                    row.find(TO)));

    private TrainerTable() {}
}
