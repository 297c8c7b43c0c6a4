package io.muster.data.io;

import io.muster.data.issue.IssueCode;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import java.time.LocalDate;
import java.util.List;

/** {@code modules.csv}. */
final class ModuleTable {
    private static final Table.Builder<TrainingModule> BUILDER = new Table.Builder<>("modules.csv");

    static final Column<String> MODULE = BUILDER.required("module", CellTypes.LISTABLE_ID, TrainingModule::id);
    static final Column<String> NAME = BUILDER.required("name", CellTypes.TEXT, TrainingModule::name);
    static final Column<Delivery> DELIVERY =
            BUILDER.required("delivery", CellTypes.oneOf(Delivery.class), TrainingModule::delivery);
    static final Column<Integer> SLOTS =
            BUILDER.required("slots", CellTypes.intBetween(1, 2, IssueCode.VALUE_OUT_OF_RANGE), TrainingModule::slots);
    static final Column<Integer> MIN_CLASS = BUILDER.optional("min_class", CellTypes.COUNT, TrainingModule::minClass);
    static final Column<Integer> MAX_CLASS = BUILDER.optional("max_class", CellTypes.ANY_INT, TrainingModule::maxClass);
    static final Column<Integer> TRAINERS = BUILDER.optional("trainers", CellTypes.COUNT, TrainingModule::trainers);
    static final Column<Integer> INTERNAL_TRAINERS =
            BUILDER.optional("internal_trainers", CellTypes.COUNT, TrainingModule::internalTrainers);
    static final Column<LocalDate> RELEASE_DATE =
            BUILDER.optional("release_date", CellTypes.DATE, TrainingModule::releaseDate);
    static final Column<List<String>> AFTER = BUILDER.optional("after", CellTypes.LIST, TrainingModule::after);
    static final Column<Integer> MIN_GAP_DAYS =
            BUILDER.optional("min_gap_days", CellTypes.COUNT, TrainingModule::minGapDays);
    static final Column<Integer> MAX_GAP_DAYS =
            BUILDER.optional("max_gap_days", CellTypes.COUNT, TrainingModule::maxGapDays);
    static final Column<Grouping> GROUPING =
            BUILDER.required("grouping", CellTypes.oneOf(Grouping.class), TrainingModule::grouping);

    private static final List<Column<Integer>> CLASS_COLUMNS =
            List.of(MIN_CLASS, MAX_CLASS, TRAINERS, INTERNAL_TRAINERS);

    static final Table<TrainingModule> TABLE = BUILDER.build(1, ModuleTable::check, ModuleTable::make);

    private ModuleTable() {}

    private static void check(RowValues row, RowContext context) {
        Delivery delivery = row.find(DELIVERY);
        if (delivery == Delivery.DIGITAL) {
            checkDigital(row, context);
        } else if (delivery != null) {
            checkClass(row, context);
        }
        Integer minGap = row.find(MIN_GAP_DAYS);
        Integer maxGap = row.find(MAX_GAP_DAYS);
        if (minGap != null && maxGap != null && minGap > maxGap) {
            context.issue(
                    IssueCode.GAPS_CROSSED,
                    MIN_GAP_DAYS,
                    "min_gap_days " + minGap + " is above max_gap_days " + maxGap + "; swap or correct the two.");
        }
        if ((minGap != null || maxGap != null) && row.isKnown(AFTER) && row.find(AFTER) == null) {
            context.issue(
                    IssueCode.GAP_WITHOUT_PREREQUISITE,
                    minGap != null ? MIN_GAP_DAYS : MAX_GAP_DAYS,
                    "There is a gap but no prerequisite to count it from; name it in after or empty the gap.");
        }
    }

    private static void checkDigital(RowValues row, RowContext context) {
        for (Column<Integer> column : CLASS_COLUMNS) {
            Integer value = row.find(column);
            if (value != null && value != 0) {
                context.issue(
                        IssueCode.DIGITAL_WITH_CLASS,
                        column,
                        "A DIGITAL module has no session, but " + column.name() + " is " + value
                                + "; leave it empty or make the module VIRTUAL.");
            }
        }
    }

    private static void checkClass(RowValues row, RowContext context) {
        for (Column<Integer> column : CLASS_COLUMNS) {
            if (row.isKnown(column) && row.find(column) == null) {
                context.issue(
                        IssueCode.MISSING_VALUE,
                        column,
                        "The cell is empty; only DIGITAL modules may leave " + column.name() + " out.");
            }
        }
        Integer min = row.find(MIN_CLASS);
        Integer max = row.find(MAX_CLASS);
        if (max != null && max < 1) {
            context.issue(
                    IssueCode.CAPACITY_NOT_POSITIVE,
                    MAX_CLASS,
                    "max_class is " + max + "; give the most people a session may have, at least 1.");
        } else if (min != null && max != null && min > max) {
            context.issue(
                    IssueCode.CLASS_SIZES_CROSSED,
                    MIN_CLASS,
                    "min_class " + min + " is above max_class " + max + "; swap or correct the two.");
        }
        Integer trainers = row.find(TRAINERS);
        Integer internal = row.find(INTERNAL_TRAINERS);
        if (trainers != null && internal != null && internal > trainers) {
            context.issue(
                    IssueCode.INTERNAL_TRAINERS_ABOVE_TRAINERS,
                    INTERNAL_TRAINERS,
                    "internal_trainers " + internal + " is above trainers " + trainers
                            + "; lower the one or raise the other.");
        }
    }

    private static TrainingModule make(RowValues row) {
        return new TrainingModule(
                row.get(MODULE),
                row.get(NAME),
                row.get(DELIVERY),
                row.get(SLOTS),
                row.getOr(MIN_CLASS, 0),
                row.getOr(MAX_CLASS, 0),
                row.getOr(TRAINERS, 0),
                row.getOr(INTERNAL_TRAINERS, 0),
                row.find(RELEASE_DATE),
                row.getOr(AFTER, List.of()),
                row.find(MIN_GAP_DAYS),
                row.find(MAX_GAP_DAYS),
                row.get(GROUPING));
    }
}
