package io.muster.api.service.export;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a job can write. */
enum ExportKind {
    /** A table of {@link TableName}. */
    TABLE(null),
    /** The oversight report, as a workbook. */
    OVERSIGHT(null),
    /** Everybody's calendar, zipped. */
    PEOPLE(CalendarOwner.Kind.PERSON),
    /** All trainers' calendars, zipped. */
    TRAINERS(CalendarOwner.Kind.TRAINER);

    private final CalendarOwner.@Nullable Kind owners;

    ExportKind(CalendarOwner.@Nullable Kind owners) {
        this.owners = owners;
    }

    /** {@return whose calendars; null: none} */
    CalendarOwner.@Nullable Kind owners() {
        return owners;
    }

    /** {@return what is written under a name in a format; empty: nothing is} */
    static Optional<ExportKind> find(String what, FileFormat format) {
        return switch (what) {
            case "oversight" -> format == FileFormat.XLSX ? Optional.of(OVERSIGHT) : Optional.empty();
            case "people-calendars" -> format == FileFormat.ZIP ? Optional.of(PEOPLE) : Optional.empty();
            case "trainer-calendars" -> format == FileFormat.ZIP ? Optional.of(TRAINERS) : Optional.empty();
            default ->
                format != FileFormat.ZIP && TableName.find(what).isPresent() ? Optional.of(TABLE) : Optional.empty();
        };
    }
}
