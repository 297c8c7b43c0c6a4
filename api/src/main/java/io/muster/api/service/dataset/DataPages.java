package io.muster.api.service.dataset;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.job.JobView;
import io.muster.api.service.job.Jobs;
import io.muster.api.service.page.PageController;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.ProblemException;
import io.muster.data.io.DataSetTables;
import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** A programme's data: its revisions, what is wrong with one, what changed, and what is in it. */
@PageController
class DataPages {
    private final DataSets dataSets;
    private final DataSetController revisions;
    private final RowController rows;
    private final IssuesOfRevisions issues;
    private final RowsOfIssues rowsOfIssues;
    private final Jobs jobs;

    DataPages(
            DataSets dataSets,
            DataSetController revisions,
            RowController rows,
            IssuesOfRevisions issues,
            RowsOfIssues rowsOfIssues,
            Jobs jobs) {
        this.dataSets = dataSets;
        this.revisions = revisions;
        this.rows = rows;
        this.issues = issues;
        this.rowsOfIssues = rowsOfIssues;
        this.jobs = jobs;
    }

    /**
     * Which issues are looked at.
     *
     * @param severity how bad they are; null: any
     * @param file the file they are in; null or empty: any
     * @param code their code; null or empty: any
     */
    record IssueFilter(
            @Nullable Severity severity,
            @Nullable String file,
            @Nullable String code) {

        boolean accepts(Issue issue) {
            return (severity == null || issue.severity() == severity)
                    && (isEmpty(file) || issue.file().equals(file))
                    && (isEmpty(code) || issue.code().equals(code));
        }

        /** {@return the filter as the end of an address, possibly empty} */
        public String suffix() {
            return UriComponentsBuilder.newInstance()
                    .queryParamIfPresent("severity", Optional.ofNullable(severity))
                    .queryParamIfPresent("file", Optional.ofNullable(file).filter(text -> !text.isEmpty()))
                    .queryParamIfPresent("code", Optional.ofNullable(code).filter(text -> !text.isEmpty()))
                    .encode()
                    .build()
                    .toUriString();
        }

        /** {@return the same, to be gone on with: it begins with a question mark and ends in one or in an ampersand} */
        public String query() {
            return suffix().isEmpty() ? "?" : suffix() + "&";
        }

        private static boolean isEmpty(@Nullable String text) {
            return text == null || text.isEmpty();
        }
    }

    @GetMapping("/programmes/{dataSetId}/data")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    String data(@PathVariable String dataSetId, PageQuery page, Caller caller, Model model) {
        model.addAttribute("dataSet", dataSets.get(dataSetId));
        model.addAttribute("dataSetId", dataSetId);
        model.addAttribute("list", revisions.revisions(dataSetId, page));
        model.addAttribute("ready", dataSets.findLatestReady(dataSetId).orElse(null));
        model.addAttribute("files", files(caller));
        model.addAttribute("canUpload", caller.isAny(Role.PLANNER, Role.LEARNING));
        model.addAttribute("seesIssues", caller.isAny(Role.PLANNER, Role.LEARNING, Role.AUDITOR));
        model.addAttribute("seesRows", !caller.isAny(Role.GOVERNANCE) || caller.seesEveryBcu());
        model.addAttribute("importing", importing(dataSetId).orElse(null));
        return "dataset/data";
    }

    @GetMapping("/programmes/{dataSetId}/data/{revision}/issues")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String issues(
            @PathVariable String dataSetId,
            @PathVariable int revision,
            PageQuery page,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Nullable String file,
            @RequestParam(required = false) @Nullable String code,
            Model model) {
        Revision found = dataSets.revision(dataSetId, revision);
        IssueFilter filter = new IssueFilter(severity, file, code);
        List<Issue> all = issues.of(found);
        model.addAttribute("dataSet", dataSets.get(dataSetId));
        model.addAttribute("revision", RevisionView.of(found));
        model.addAttribute("list", page.of(all.stream().filter(filter::accepts).toList(), Map.of()));
        model.addAttribute("filter", filter);
        model.addAttribute("filesWithIssues", counts(all, Issue::file));
        model.addAttribute("codes", counts(all, Issue::code));
        return "dataset/issues";
    }

    @GetMapping("/programmes/{dataSetId}/data/{revision}/issues/{number}")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String issue(
            @PathVariable String dataSetId,
            @PathVariable int revision,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Nullable String file,
            @RequestParam(required = false) @Nullable String code,
            Model model) {
        Revision found = dataSets.revision(dataSetId, revision);
        IssueFilter filter = new IssueFilter(severity, file, code);
        List<Issue> wanted = issues.of(found).stream().filter(filter::accepts).toList();
        if (number < 1 || number > wanted.size()) {
            throw ProblemException.notFound("issue", String.valueOf(number));
        }
        Issue issue = wanted.get(number - 1);
        model.addAttribute("dataSet", dataSets.get(dataSetId));
        model.addAttribute("revision", RevisionView.of(found));
        model.addAttribute("issue", issue);
        model.addAttribute("number", number);
        model.addAttribute("total", wanted.size());
        model.addAttribute("filter", filter);
        model.addAttribute("row", rowsOfIssues.of(found, issue));
        return "dataset/issue";
    }

    @GetMapping("/programmes/{dataSetId}/data/{revision}/changes")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String changes(
            @PathVariable String dataSetId,
            @PathVariable int revision,
            PageQuery page,
            @RequestParam(required = false) @Nullable Integer since,
            @RequestParam(required = false) @Nullable String file,
            @RequestParam(required = false) Changes.@Nullable Kind kind,
            Model model) {
        Revision found = dataSets.revision(dataSetId, revision);
        Integer from = since != null ? since : found.parent();
        String wanted = file == null || file.isEmpty() ? null : file;
        model.addAttribute("dataSet", dataSets.get(dataSetId));
        model.addAttribute("revision", RevisionView.of(found));
        model.addAttribute("since", from);
        model.addAttribute("file", wanted);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", Changes.Kind.values());
        model.addAttribute(
                "others",
                dataSets.revisions(dataSetId).stream()
                        .filter(other -> other.state() == Revision.State.READY && other.number() != revision)
                        .map(Revision::number)
                        .toList());
        if (from != null) {
            model.addAttribute("counts", rows.changeSummary(dataSetId, revision, from));
            model.addAttribute("list", rows.changes(dataSetId, revision, page, from, wanted, kind));
        }
        return "dataset/changes";
    }

    @GetMapping("/programmes/{dataSetId}/data/{revision}/rows/{file}")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    String rows(
            @PathVariable String dataSetId,
            @PathVariable int revision,
            @PathVariable String file,
            PageQuery page,
            @RequestParam(defaultValue = "") String filter,
            Caller caller,
            Model model) {
        model.addAttribute("dataSet", dataSets.get(dataSetId));
        model.addAttribute("revision", RevisionView.of(dataSets.revision(dataSetId, revision)));
        model.addAttribute("list", rows.rows(dataSetId, revision, file, page, filter, null, caller));
        model.addAttribute("columns", rows.columns(dataSetId, revision, file, caller));
        model.addAttribute("files", files(caller));
        model.addAttribute("file", file);
        model.addAttribute("filter", filter);
        model.addAttribute("sort", page.sort() == null ? "" : page.sort());
        return "dataset/rows";
    }

    private static List<String> files(Caller caller) {
        return DataSetTables.names().stream()
                .filter(name -> caller.seesEveryBcu() || OwnBcu.maySee(name))
                .toList();
    }

    private Optional<JobView> importing(String dataSetId) {
        return dataSets.revisions(dataSetId).stream()
                .findFirst()
                .filter(newest -> newest.state() == Revision.State.IMPORTING)
                .flatMap(newest -> Optional.ofNullable(newest.jobId()))
                .flatMap(jobs::find)
                .map(JobView::of);
    }

    private static Map<String, Long> counts(List<Issue> issues, Function<Issue, String> key) {
        return issues.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }
}
