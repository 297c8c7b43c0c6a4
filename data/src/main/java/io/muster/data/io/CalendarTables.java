package io.muster.data.io;

import io.muster.data.model.CalendarDay;
import io.muster.data.model.DemandScope;
import io.muster.data.model.OperationalDemand;
import java.math.BigDecimal;
import java.time.LocalDate;

/** {@code demand.csv} and {@code calendar.csv}: what lowers or stops training on some days. */
final class CalendarTables {
    static final Table<OperationalDemand> DEMAND = demand();
    static final Table<CalendarDay> CALENDAR = calendar();

    private CalendarTables() {}

    private static Table<OperationalDemand> demand() {
        Table.Builder<OperationalDemand> builder = new Table.Builder<>("demand.csv");
        Column<DemandScope> scope = builder.required("scope", CellTypes.SCOPE, OperationalDemand::scope);
        Column<LocalDate> from = builder.required("from", CellTypes.DATE, OperationalDemand::from);
        Column<LocalDate> to = builder.required("to", CellTypes.DATE, OperationalDemand::to);
        Column<BigDecimal> factor =
                builder.required("ceiling_factor", CellTypes.FACTOR, OperationalDemand::ceilingFactor);
        Column<String> name = builder.required("name", CellTypes.TEXT, OperationalDemand::name);
        return builder.build(
                0,
                (row, context) -> {
                    context.checkInclusive(from, to);
                    DemandScope read = row.find(scope);
                    if (read != null) {
                        checkScope(read, scope, context);
                    }
                },
                row -> new OperationalDemand(
                        row.get(scope), row.get(from), row.get(to), row.get(factor), row.get(name)));
    }

    /** Reports a scope whose BCU, function or team no team has. */
    static void checkScope(DemandScope scope, Column<?> column, RowContext context) {
        if (scope.kind() == DemandScope.Kind.ALL) {
            return;
        }
        Target target = switch (scope.kind()) {
            case BCU -> Target.BCU;
            case FUNCTION -> Target.FUNCTION;
            case ALL, TEAM -> Target.TEAM;
        };
        if (!context.references().knows(target, scope.name())) {
            context.unknown(target, column, scope.name());
        }
    }

    private static Table<CalendarDay> calendar() {
        Table.Builder<CalendarDay> builder = new Table.Builder<>("calendar.csv");
        Column<LocalDate> date = builder.required("date", CellTypes.DATE, CalendarDay::date);
        Column<String> kind = builder.required("kind", CellTypes.ID, CalendarDay::kind);
        Column<String> name = builder.required("name", CellTypes.TEXT, CalendarDay::name);
        return builder.build(
                1, (row, context) -> {}, row -> new CalendarDay(row.get(date), row.get(kind), row.get(name)));
    }
}
