package io.muster.api.service.dataset;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.content.Contents;
import io.muster.api.service.upload.Upload;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.muster.data.io.DataSetTables;
import io.muster.data.io.DataSetWriter;
import io.muster.data.io.FileTable;
import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.muster.data.model.DataSet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What is in a revision: its issues, its rows, its files, and what changed. */
@RestController
@RequestMapping("/v1/data-sets/{id}/revisions/{revision}")
@Tag(name = "Data sets")
class RowController {
    private static final Map<String, Comparator<Issue>> ISSUE_ORDERS = Map.of(
            "file", Comparator.comparing(Issue::file),
            "severity", Comparator.comparing(Issue::severity),
            "code", Comparator.comparing(Issue::code),
            "row", Comparator.comparing(issue -> issue.row() == null ? 0 : issue.row()));

    private static final Map<String, Comparator<Changes.Change>> CHANGE_ORDERS = Map.of(
            "file", Comparator.comparing(Changes.Change::file), "kind", Comparator.comparing(Changes.Change::kind));

    private final DataSets dataSets;
    private final DataSetCache cache;
    private final IssuesOfRevisions issues;
    private final ChangesOfRevisions changes;
    private final Contents contents;

    RowController(
            DataSets dataSets,
            DataSetCache cache,
            IssuesOfRevisions issues,
            ChangesOfRevisions changes,
            Contents contents) {
        this.dataSets = dataSets;
        this.cache = cache;
        this.issues = issues;
        this.changes = changes;
        this.contents = contents;
    }

    /**
     * A row.
     *
     * @param row its record number; 1 is the header
     * @param cells its texts by column, in the order of the columns; an empty text: not given
     */
    record RowView(int row, Map<String, String> cells) {}

    @GetMapping("/issues")
    @Operation(summary = "Everything that was found wrong with a revision, by file and row")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR},
            personal = true)
    PageView<Issue> issues(
            @PathVariable String id,
            @PathVariable int revision,
            @ParameterObject PageQuery page,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Nullable String file,
            @RequestParam(required = false) @Nullable String code) {
        List<Issue> all = issues.of(dataSets.revision(id, revision));
        return page.of(
                all.stream()
                        .filter(issue -> severity == null || issue.severity() == severity)
                        .filter(issue -> file == null || issue.file().equals(file))
                        .filter(issue -> code == null || issue.code().equals(code))
                        .toList(),
                ISSUE_ORDERS);
    }

    @GetMapping("/rows/{file}")
    @Operation(
            summary = "The rows of a file of a revision",
            description = "filter: a text in any cell; where: column:text, the whole cell, any number of times")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    PageView<RowView> rows(
            @PathVariable String id,
            @PathVariable int revision,
            @PathVariable String file,
            @ParameterObject PageQuery page,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable List<String> where,
            Caller caller) {
        DataSet dataSet = cache.get(dataSets.revision(id, revision));
        FileTable table = table(dataSet, file, caller);
        Predicate<List<String>> wanted = caller.seesEveryBcu() ? row -> true : OwnBcu.of(dataSet, caller.bcu(), table);
        if (filter != null && !filter.isEmpty()) {
            wanted = wanted.and(row -> row.stream().anyMatch(cell -> Texts.contains(cell, filter)));
        }
        for (String condition : where == null ? List.<String>of() : where) {
            wanted = wanted.and(condition(condition, table));
        }
        List<RowView> found = new ArrayList<>();
        int total = 0;
        boolean isSorted = page.sort() != null && !page.sort().isEmpty();
        for (int i = 0; i < table.rows().size(); i++) {
            // Without a filter a row outside the page need not even be made.
            boolean isOnPage = isSorted || total >= page.offset() && total < page.offset() + page.most();
            if (isOnPage || isRestricted(filter, where, caller)) {
                List<String> row = table.rows().get(i);
                if (!wanted.test(row)) {
                    continue;
                }
                if (isOnPage) {
                    found.add(view(table, i, row));
                }
            }
            total++;
        }
        return isSorted ? page.of(found, orders(table)) : new PageView<>(found, page.number(), page.most(), total);
    }

    @GetMapping("/content")
    @Operation(summary = "Download a revision as a zip of its files, or a workbook (format=xlsx)")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR},
            personal = true)
    ResponseEntity<StreamingResponseBody> content(
            @PathVariable String id, @PathVariable int revision, @RequestParam(defaultValue = "zip") String format) {
        Revision found = dataSets.revision(id, revision);
        String content = found.readyContent();
        String name = id + "-" + revision + "." + format;
        return switch (format) {
            case "zip" -> file(UploadController.ZIP, name, out -> Files.copy(contents.file(content, ".zip"), out));
            case "xlsx" -> {
                DataSet dataSet = cache.get(found);
                yield file(UploadController.XLSX, name, out -> {
                    try (Upload workbook = new Upload(contents.temporary(".xlsx"))) {
                        DataSetWriter.writeWorkbook(dataSet, workbook.file());
                        Files.copy(workbook.file(), out);
                    }
                });
            }
            default -> throw ProblemException.bad("format-unknown", "The format is zip or xlsx.");
        };
    }

    @GetMapping("/changes")
    @Operation(summary = "What changed since another revision, row by row")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR},
            personal = true)
    PageView<Changes.Change> changes(
            @PathVariable String id,
            @PathVariable int revision,
            @ParameterObject PageQuery page,
            @RequestParam(required = false) @Nullable Integer since,
            @RequestParam(required = false) @Nullable String file,
            @RequestParam(required = false) Changes.@Nullable Kind kind) {
        return page.of(
                between(id, revision, since).changes().stream()
                        .filter(change -> file == null || change.file().equals(file))
                        .filter(change -> kind == null || change.kind() == kind)
                        .toList(),
                CHANGE_ORDERS);
    }

    @GetMapping("/changes/summary")
    @Operation(summary = "How many rows changed since another revision, file by file")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE})
    List<Changes.Count> changeSummary(
            @PathVariable String id,
            @PathVariable int revision,
            @RequestParam(required = false) @Nullable Integer since) {
        return between(id, revision, since).counts();
    }

    /** {@return the columns of a file of a revision, in order} */
    List<String> columns(String id, int revision, String file, Caller caller) {
        return table(cache.get(dataSets.revision(id, revision)), file, caller).columns();
    }

    private static FileTable table(DataSet dataSet, String file, Caller caller) {
        String name = file.endsWith(".csv") ? file.substring(0, file.length() - ".csv".length()) : file;
        return DataSetTables.find(dataSet, name)
                .filter(found -> caller.seesEveryBcu() || OwnBcu.maySee(found.name()))
                .orElseThrow(() -> ProblemException.notFound("file", DataSetTables.isWritable(file) ? file : ""));
    }

    private Changes between(String id, int revision, @Nullable Integer since) {
        Revision after = dataSets.revision(id, revision);
        Integer before = since != null ? since : after.parent();
        if (before == null) {
            throw ProblemException.bad(
                    "since-missing", "Revision " + revision + " has no parent; say since which one (since=...).");
        }
        return changes.between(dataSets.revision(id, before), after);
    }

    private static ResponseEntity<StreamingResponseBody> file(String type, String name, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }

    private static boolean isRestricted(@Nullable String filter, @Nullable List<String> where, Caller caller) {
        return filter != null && !filter.isEmpty() || where != null && !where.isEmpty() || !caller.seesEveryBcu();
    }

    private static Predicate<List<String>> condition(String text, FileTable table) {
        int colon = text.indexOf(':');
        int column = colon < 0 ? -1 : table.columns().indexOf(text.substring(0, colon));
        if (column < 0) {
            throw ProblemException.bad(
                    "where-invalid",
                    "Write where as column:text with one of the columns " + String.join(", ", table.columns()) + ".");
        }
        String wanted = text.substring(colon + 1);
        return row -> row.get(column).equals(wanted);
    }

    private static RowView view(FileTable table, int index, List<String> row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            cells.put(table.columns().get(i), row.get(i));
        }
        return new RowView(index + 2, cells);
    }

    private static Map<String, Comparator<RowView>> orders(FileTable table) {
        Map<String, Comparator<RowView>> orders = new LinkedHashMap<>();
        for (String column : table.columns()) {
            orders.put(column, Comparator.comparing(row -> row.cells().getOrDefault(column, "")));
        }
        return orders;
    }
}
