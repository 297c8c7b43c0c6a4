package io.muster.api.service.dataset;

import io.muster.api.dataset.DataSetFormat;
import io.muster.api.dataset.DataSetService;
import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.Imports.Source;
import io.muster.api.service.dataset.Revision.Origin;
import io.muster.api.service.upload.Upload;
import io.muster.api.service.upload.Uploads;
import io.muster.api.service.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Uploads of data sets: zip, workbook, form of files, or a sample to be generated. */
@RestController
@RequestMapping("/v1/data-sets")
@Tag(name = "Data sets")
class UploadController {
    static final String ZIP = "application/zip";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ZIP_ENDING = ".zip";
    private static final String XLSX_ENDING = ".xlsx";
    private static final int MOST_NAME = 200;
    private static final int MOST_NOTE = 500;

    private final Imports imports;
    private final Uploads uploads;
    private final DataSetService service = new DataSetService();

    UploadController(Imports imports, Uploads uploads) {
        this.imports = imports;
        this.uploads = uploads;
    }

    /**
     * A synthetic data set that is asked for.
     *
     * @param sample what to generate
     */
    record SampleRequest(ImportRequest.@Nullable Sample sample) {}

    @PostMapping(consumes = ZIP)
    @Operation(summary = "Upload a data set as a zip of its files")
    @Allowed({Role.PLANNER, Role.LEARNING})
    ResponseEntity<RevisionView> zip(
            InputStream body,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String note,
            Caller caller) {
        return receive(body, ZIP_ENDING, note, intoNew(name, caller));
    }

    @PostMapping(consumes = XLSX)
    @Operation(summary = "Upload a data set as a workbook with a sheet for each file")
    @Allowed({Role.PLANNER, Role.LEARNING})
    ResponseEntity<RevisionView> workbook(
            InputStream body,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String note,
            Caller caller) {
        return receive(body, XLSX_ENDING, note, intoNew(name, caller));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Upload a data set as a form: one zip or workbook, or the single files")
    @Allowed({Role.PLANNER, Role.LEARNING})
    ResponseEntity<RevisionView> form(
            MultipartHttpServletRequest form,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String note,
            Caller caller) {
        return receive(form, note, intoNew(name, caller));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Generate a synthetic data set")
    @Allowed({Role.PLANNER, Role.LEARNING})
    ResponseEntity<RevisionView> sample(
            @RequestBody SampleRequest request,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String note,
            Caller caller) {
        return answer(intoNew(name, caller).apply(sample(request, note)));
    }

    @PostMapping(path = "/{id}/revisions", consumes = ZIP)
    @Operation(summary = "Upload a revision as a zip of its files")
    @Allowed({Role.PLANNER, Role.LEARNING})
    ResponseEntity<RevisionView> zipRevision(
            @PathVariable String id,
            InputStream body,
            @RequestParam(required = false) @Nullable String note,
            Caller caller) {
        return receive(body, ZIP_ENDING, note, into(id, caller));
    }

    @PostMapping(path = "/{id}/revisions", consumes = XLSX)
    @Operation(summary = "Upload a revision as a workbook with a sheet for each file")
    @Allowed({Role.PLANNER, Role.LEARNING})
    ResponseEntity<RevisionView> workbookRevision(
            @PathVariable String id,
            InputStream body,
            @RequestParam(required = false) @Nullable String note,
            Caller caller) {
        return receive(body, XLSX_ENDING, note, into(id, caller));
    }

    @PostMapping(path = "/{id}/revisions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Upload a revision as a form: one zip or workbook, or the single files")
    @Allowed({Role.PLANNER, Role.LEARNING})
    ResponseEntity<RevisionView> formRevision(
            @PathVariable String id,
            MultipartHttpServletRequest form,
            @RequestParam(required = false) @Nullable String note,
            Caller caller) {
        return receive(form, note, into(id, caller));
    }

    @PostMapping(path = "/{id}/revisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Generate a revision")
    @Allowed({Role.PLANNER, Role.LEARNING})
    ResponseEntity<RevisionView> sampleRevision(
            @PathVariable String id,
            @RequestBody SampleRequest request,
            @RequestParam(required = false) @Nullable String note,
            Caller caller) {
        return answer(into(id, caller).apply(sample(request, note)));
    }

    private Function<Source, Revision> intoNew(@Nullable String name, Caller caller) {
        String checked = Texts.checked("name", name, MOST_NAME, "Data set");
        return source -> imports.intoNew(checked, source, caller);
    }

    private Function<Source, Revision> into(String id, Caller caller) {
        return source -> imports.into(id, null, source, () -> {}, caller);
    }

    private ResponseEntity<RevisionView> receive(
            InputStream body, String extension, @Nullable String note, Function<Source, Revision> into) {
        try (Upload upload = uploads.receive(body, extension)) {
            return answer(into.apply(uploaded(upload.file(), extension, note)));
        }
    }

    private ResponseEntity<RevisionView> receive(
            MultipartHttpServletRequest form, @Nullable String note, Function<Source, Revision> into) {
        List<MultipartFile> parts =
                form.getMultiFileMap().values().stream().flatMap(List::stream).toList();
        for (String extension : List.of(ZIP_ENDING, XLSX_ENDING)) {
            if (Uploads.isOne(parts, extension)) {
                try (InputStream in = parts.get(0).getInputStream()) {
                    return receive(in, extension, note, into);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        try (Upload upload = uploads.pack(parts)) {
            return answer(into.apply(uploaded(upload.file(), ZIP_ENDING, note)));
        }
    }

    private static Source uploaded(Path file, String extension, @Nullable String note) {
        return new Source(Origin.UPLOAD, file, extension, null, Texts.checked("note", note, MOST_NOTE, ""));
    }

    private Source sample(SampleRequest request, @Nullable String note) {
        ImportRequest.Sample sample = request.sample();
        if (sample == null || sample.programme() == null) {
            throw ProblemException.bad("sample-missing", "Say which sample: {\"sample\": {\"programme\": \"...\"}}.");
        }
        List<String> variants = sample.variants() == null
                ? List.of()
                : sample.variants().stream().filter(Objects::nonNull).distinct().toList();
        ImportRequest.Sample plain =
                new ImportRequest.Sample(sample.programme(), sample.people(), sample.seed(), variants);
        service.requireKnown(Samples.command(plain, Path.of("sample.zip"), DataSetFormat.ZIP));
        return new Source(Origin.SAMPLE, null, ZIP_ENDING, plain, Texts.checked("note", note, MOST_NOTE, ""));
    }

    private static ResponseEntity<RevisionView> answer(Revision revision) {
        return ResponseEntity.accepted()
                .location(URI.create("/v1/data-sets/" + revision.dataSetId() + "/revisions/" + revision.number()))
                .body(RevisionView.of(revision));
    }
}
