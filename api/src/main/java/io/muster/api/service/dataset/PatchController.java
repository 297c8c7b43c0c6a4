package io.muster.api.service.dataset;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.content.Contents;
import io.muster.api.service.dataset.Imports.Source;
import io.muster.api.service.dataset.Revision.Origin;
import io.muster.api.service.dataset.Revision.State;
import io.muster.api.service.upload.Upload;
import io.muster.api.service.upload.Uploads;
import io.muster.api.service.web.EntityTags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Makes revisions of others by JSON Patch. */
@RestController
@RequestMapping("/v1/data-sets/{id}/revisions/{revision}")
@Tag(name = "Data sets")
class PatchController {
    private static final int MOST_NOTE = 500;
    private static final DataSize MOST_PATCH = DataSize.ofMegabytes(16);

    private final DataSets dataSets;
    private final DataSetCache cache;
    private final Imports imports;
    private final Uploads uploads;
    private final Contents contents;

    PatchController(DataSets dataSets, DataSetCache cache, Imports imports, Uploads uploads, Contents contents) {
        this.dataSets = dataSets;
        this.cache = cache;
        this.imports = imports;
        this.uploads = uploads;
        this.contents = contents;
    }

    @PatchMapping(consumes = {"application/json-patch+json", "application/json"})
    @Operation(
            summary = "Make a revision of another by a JSON Patch (RFC 6902)",
            description = "Paths are /programme/..., /staff/<id>/<column>, /completions/<staff>/<module>,"
                    + " /absences/<staff>/<place> and so on. If-Match is the ETag of the revision, which must be the"
                    + " newest that is not invalid. What comes of it is validated like an upload.")
    @Allowed({Role.PLANNER, Role.LEARNING})
    ResponseEntity<RevisionView> patch(
            @PathVariable String id,
            @PathVariable int revision,
            InputStream body,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable String note,
            Caller caller) {
        String reason = Texts.checked("note", note, MOST_NOTE, "");
        Revision parent = dataSets.revision(id, revision);
        EntityTags.demand(ifMatch, newest(id));
        EntityTags.check(EntityTags.of(revision), newest(id));
        Patch patch;
        try (Upload operations = uploads.receive(body, ".json", MOST_PATCH)) {
            patch = Patch.of(operations.file());
        }
        try (Upload patched = new Upload(contents.temporary(".zip"))) {
            patch.apply(cache.get(parent), patched.file());
            Revision made = imports.into(
                    id,
                    revision,
                    new Source(Origin.PATCH, patched.file(), ".zip", null, reason),
                    () -> EntityTags.check(EntityTags.of(revision), newest(id)),
                    caller);
            return ResponseEntity.accepted()
                    .location(URI.create("/v1/data-sets/" + id + "/revisions/" + made.number()))
                    .body(RevisionView.of(made));
        }
    }

    /** {@return the revision that holds, or will if it turns out to be valid; 0: none} */
    private int newest(String id) {
        return dataSets.revisions(id).stream()
                .filter(one -> one.state() == State.READY || one.state() == State.IMPORTING)
                .mapToInt(Revision::number)
                .max()
                .orElse(0);
    }
}
