package io.muster.data.io;

import io.muster.data.issue.IssueCode;
import io.muster.data.model.StaffMember;
import io.muster.data.model.StaffMember.Employment;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** {@code staff.csv}. */
final class StaffTable {
    private static final Table.Builder<StaffMember> BUILDER = new Table.Builder<>("staff.csv");

    static final Column<String> STAFF = BUILDER.required("staff", CellTypes.ID, StaffMember::id);
    private static final Column<String> TEAM =
            BUILDER.reference("team", CellTypes.ID, Target.TEAM, StaffMember::teamId);
    private static final Column<String> ROLE = BUILDER.required("role", CellTypes.ID, StaffMember::role);
    private static final Column<String> RANK = BUILDER.required("rank", CellTypes.ID, StaffMember::rank);
    private static final Column<Employment> EMPLOYMENT =
            BUILDER.required("employment", CellTypes.oneOf(Employment.class), StaffMember::employment);
    private static final Column<String> STATUS = BUILDER.required("status", CellTypes.ID, StaffMember::status);
    private static final Column<LocalDate> STATUS_UNTIL =
            BUILDER.optional("status_until", CellTypes.DATE, StaffMember::statusUntil);
    private static final Column<LocalDate> JOINED = BUILDER.optional("joined", CellTypes.DATE, StaffMember::joined);
    private static final Column<LocalDate> LEAVES = BUILDER.optional("leaves", CellTypes.DATE, StaffMember::leaves);
    private static final Column<String> PATTERN =
            BUILDER.optionalReference("pattern", CellTypes.ID, Target.PATTERN, StaffMember::patternId);
    private static final Column<Integer> OFFSET = BUILDER.optional("offset", CellTypes.ANY_INT, StaffMember::offset);
    static final Column<List<String>> NEEDS = BUILDER.optional("needs", CellTypes.LIST, StaffMember::needs);
    static final Column<LocalTime> NOT_BEFORE = BUILDER.optional("not_before", CellTypes.TIME, StaffMember::notBefore);
    private static final Column<List<String>> TAGS = BUILDER.optional("tags", CellTypes.LIST, StaffMember::tags);
    static final Column<String> COHORT = BUILDER.optional("cohort", CellTypes.ID, StaffMember::cohort);
    private static final Column<Integer> PRIORITY = BUILDER.required(
            "priority", CellTypes.intBetween(0, 2, IssueCode.VALUE_OUT_OF_RANGE), StaffMember::priority);

    static final Table<StaffMember> TABLE = BUILDER.build(1, StaffTable::check, StaffTable::make);

    private StaffTable() {}

    private static void check(RowValues row, RowContext context) {
        context.checkExclusive(JOINED, LEAVES);
        LocalDate statusUntil = row.find(STATUS_UNTIL);
        if (statusUntil != null && StaffMember.ACTIVE.equals(row.find(STATUS))) {
            context.issue(
                    IssueCode.STATUS_UNTIL_IGNORED,
                    STATUS_UNTIL,
                    "status_until " + statusUntil
                            + " has no effect with status ACTIVE; empty it or correct the status.");
        }
    }

    private static StaffMember make(RowValues row) {
        return new StaffMember(
                row.get(STAFF),
                row.get(TEAM),
                row.get(ROLE),
                row.get(RANK),
                row.get(EMPLOYMENT),
                row.get(STATUS),
                row.find(STATUS_UNTIL),
                row.find(JOINED),
                row.find(LEAVES),
                row.find(PATTERN),
                row.find(OFFSET),
                row.getOr(NEEDS, List.of()),
                row.find(NOT_BEFORE),
                row.getOr(TAGS, List.of()),
                row.find(COHORT),
                row.get(PRIORITY));
    }
}
