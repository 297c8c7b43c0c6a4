package io.muster.api.service.export;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.report.Sight;
import io.muster.api.service.web.ProblemException;
import io.muster.data.io.Sheet;
import io.muster.data.io.SheetFiles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables of a plan as files. A resourcing desk gets its BCU's rows. */
@RestController
@RequestMapping("/v1/plans/{planId}/exports")
@Tag(name = "exports")
class ExportController {
    private static final String FORMAT = ".{format:csv|xlsx}";

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/{table:bookings|unbooked|scope|changes|duty-management}" + FORMAT)
    @Operation(summary = "Rows about people: bookings, unbooked, scope, changes, duty-management")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.BCU_RESOURCING},
            personal = true)
    void personal(
            @PathVariable String planId,
            @PathVariable String table,
            @PathVariable String format,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        write(exports.table(planId, name(table), Sight.of(caller)), format, response);
    }

    @GetMapping("/{table:sessions|abstraction}" + FORMAT)
    @Operation(summary = "Sessions, or the abstraction ledger")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.BCU_RESOURCING})
    void impersonal(
            @PathVariable String planId,
            @PathVariable String table,
            @PathVariable String format,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        write(exports.table(planId, name(table), Sight.of(caller)), format, response);
    }

    @GetMapping("/abstraction-public" + FORMAT)
    @Operation(summary = "Abstraction by month and team, with the columns of the public data set")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE, Role.BCU_RESOURCING})
    void published(
            @PathVariable String planId, @PathVariable String format, Caller caller, HttpServletResponse response)
            throws IOException {
        write(exports.table(planId, TableName.ABSTRACTION_PUBLIC, Sight.ofAggregates(caller)), format, response);
    }

    @GetMapping("/equality" + FORMAT)
    @Operation(summary = "The equality report; suppressed counts are empty")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE})
    void equality(@PathVariable String planId, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        write(exports.equality(planId), format, response);
    }

    @GetMapping("/oversight.xlsx")
    @Operation(summary = "The oversight report, a sheet for each part")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE, Role.BCU_RESOURCING})
    void oversight(
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        var sheets = exports.oversight(planId, asOf, Sight.ofAggregates(caller));
        SheetFiles.writeWorkbook(sheets, Downloads.open(response, FileFormat.XLSX.mediaType(), "oversight.xlsx"));
    }

    @GetMapping("/oversight-{part}" + FORMAT)
    @Operation(summary = "A part of the oversight report, such as oversight-completion.csv")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE, Role.BCU_RESOURCING})
    void oversightPart(
            @PathVariable String planId,
            @PathVariable String part,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        if (!OversightTables.PARTS.contains(part)) {
            throw ProblemException.notFound("oversight-part", part);
        }
        write(exports.oversight(planId, part, asOf, Sight.ofAggregates(caller)), format, response);
    }

    private static TableName name(String table) {
        return TableName.find(table).orElseThrow(() -> ProblemException.notFound("table", table));
    }

    private static void write(Sheet sheet, String extension, HttpServletResponse response) throws IOException {
        FileFormat format = FileFormat.valueOf(extension.toUpperCase(Locale.ROOT));
        Exports.write(
                sheet, format, Downloads.open(response, format.mediaType(), sheet.name() + "." + format.extension()));
    }
}
