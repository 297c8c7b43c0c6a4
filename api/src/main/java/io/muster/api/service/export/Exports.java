package io.muster.api.service.export;

import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.report.EqualityReport;
import io.muster.api.service.report.OversightReport;
import io.muster.api.service.report.Reports;
import io.muster.api.service.report.Sight;
import io.muster.data.io.Sheet;
import io.muster.data.io.SheetFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes tables of plans in the database. */
@Component
class Exports {
    private final LivePlans livePlans;
    private final Reports reports;

    Exports(LivePlans livePlans, Reports reports) {
        this.livePlans = livePlans;
        this.reports = reports;
    }

    /** {@return a table of a plan as somebody sees it} */
    Sheet table(String planId, TableName name, Sight sight) {
        LivePlan live = livePlans.get(planId);
        return new Tables(reports.facts(live), sight).table(name, () -> reports.ledger(planId));
    }

    /** {@return a part of the oversight report as somebody sees it} */
    Sheet oversight(String planId, String part, @Nullable LocalDate asOf, Sight sight) {
        return OversightTables.part(report(planId, asOf, sight), part);
    }

    /** {@return all parts of the oversight report as somebody sees it} */
    List<Sheet> oversight(String planId, @Nullable LocalDate asOf, Sight sight) {
        OversightReport report = report(planId, asOf, sight);
        return OversightTables.PARTS.stream()
                .map(part -> OversightTables.part(report, part))
                .toList();
    }

    /** {@return the equality report; suppressed counts are empty cells} */
    Sheet equality(String planId) {
        EqualityReport report = reports.equality(planId);
        List<String> columns = new ArrayList<>(List.of("attribute", "value"));
        report.outcomes().forEach(outcome -> columns.add(outcome.toLowerCase(Locale.ROOT)));
        columns.add("people");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(row("ALL", "", report.totals(), report.people()));
        report.tables()
                .forEach(table -> table.rows()
                        .forEach(row ->
                                rows.add(row(table.attribute().name(), row.value(), row.counts(), row.people()))));
        return new Sheet("equality", columns, rows.stream());
    }

    private static List<@Nullable Object> row(
            String attribute, String value, List<@Nullable Long> counts, @Nullable Long people) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(attribute);
        cells.add(value);
        cells.addAll(counts);
        cells.add(people);
        return cells;
    }

    private OversightReport report(String planId, @Nullable LocalDate asOf, Sight sight) {
        OversightReport report = reports.oversight(planId, asOf);
        return sight.bcu() == null ? report : report.ofBcu(sight.bcu());
    }

    /** Writes a table; the stream stays open. */
    static void write(Sheet sheet, FileFormat format, OutputStream out) throws IOException {
        if (format == FileFormat.CSV) {
            SheetFiles.writeCsv(sheet, out);
        } else {
            SheetFiles.writeWorkbook(List.of(sheet), out);
        }
    }
}
