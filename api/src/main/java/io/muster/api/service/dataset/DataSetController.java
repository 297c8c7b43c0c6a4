package io.muster.api.service.dataset;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What data sets and revisions there are. */
@RestController
@RequestMapping("/v1/data-sets")
@Tag(name = "Data sets")
class DataSetController {
    private static final Map<String, Comparator<DataSetView>> ORDERS = Map.of(
            "name", Comparator.comparing(DataSetView::name),
            "createdAt", Comparator.comparing(DataSetView::createdAt));

    private static final Map<String, Comparator<RevisionView>> REVISION_ORDERS = Map.of(
            "revision", Comparator.comparing(RevisionView::revision),
            "createdAt", Comparator.comparing(RevisionView::createdAt));

    private final DataSets dataSets;
    private final Trail trail;
    private final TransactionTemplate transaction;

    DataSetController(DataSets dataSets, Trail trail, TransactionTemplate transaction) {
        this.dataSets = dataSets;
        this.trail = trail;
        this.transaction = transaction;
    }

    @GetMapping
    @Operation(summary = "List the data sets")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    PageView<DataSetView> list(@ParameterObject PageQuery page, @RequestParam(required = false) @Nullable String name) {
        Map<String, Revision> latest =
                dataSets.newestRevisions().stream().collect(Collectors.toMap(Revision::dataSetId, Function.identity()));
        List<DataSetView> views = dataSets.list().stream()
                .filter(dataSet -> name == null || Texts.contains(dataSet.name(), name))
                .map(dataSet -> view(dataSet, latest.get(dataSet.id())))
                .toList();
        return page.of(views, ORDERS);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A data set with its newest revision")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    ResponseEntity<DataSetView> get(@PathVariable String id) {
        StoredDataSet dataSet = dataSets.get(id);
        Revision latest = dataSets.revisions(id).stream().findFirst().orElse(null);
        return EntityTags.ok(latest == null ? 0 : latest.number(), view(dataSet, latest));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a data set that was never published, with its revisions and draft plans")
    @Allowed(Role.PLANNER)
    void delete(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        transaction.executeWithoutResult(status -> {
            dataSets.lock(id);
            EntityTags.check(ifMatch, dataSets.nextRevision(id) - 1L);
            if (dataSets.wasPublished(id)) {
                throw ProblemException.conflict(
                        "data-set-published",
                        "A plan of data set '" + id + "' is or was published; what people were told is kept.");
            }
            if (dataSets.isAtWork(id)) {
                throw ProblemException.conflict(
                        "data-set-at-work", "A job is at work on data set '" + id + "'; stop it, or wait for its end.");
            }
            dataSets.delete(id);
            trail.write(caller.userId(), "DATA_SET_DELETED", "data-set/" + id, "");
        });
    }

    @GetMapping("/{id}/revisions")
    @Operation(summary = "List the revisions of a data set, the newest first")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    PageView<RevisionView> revisions(@PathVariable String id, @ParameterObject PageQuery page) {
        dataSets.get(id);
        return page.of(dataSets.revisions(id).stream().map(RevisionView::of).toList(), REVISION_ORDERS);
    }

    @GetMapping("/{id}/revisions/{revision}")
    @Operation(summary = "A revision of a data set")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    ResponseEntity<RevisionView> revision(@PathVariable String id, @PathVariable int revision) {
        Revision found = dataSets.revision(id, revision);
        return EntityTags.ok(found.number(), RevisionView.of(found));
    }

    private static DataSetView view(StoredDataSet dataSet, @Nullable Revision latest) {
        return new DataSetView(
                dataSet.id(),
                dataSet.name(),
                dataSet.createdAt(),
                dataSet.createdBy(),
                latest == null ? null : RevisionView.of(latest));
    }
}
