package io.muster.api.service.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.dataset.DataSetFormat;
import io.muster.api.dataset.DataSetService;
import io.muster.api.progress.Progress;
import io.muster.api.service.content.Contents;
import io.muster.api.service.event.EventKind;
import io.muster.api.service.job.Job;
import io.muster.api.service.job.JobContext;
import io.muster.api.service.job.JobHandler;
import io.muster.api.service.job.JobKind;
import io.muster.api.service.upload.UploadSettings;
import io.muster.data.io.DataSetReader;
import io.muster.data.io.DataSetWriter;
import io.muster.data.io.ReadLimits;
import io.muster.data.io.ReadResult;
import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.muster.data.model.DataSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and validates what was uploaded, or generates a sample, and stores the data set with every issue of it. */
@Component
class ImportHandler implements JobHandler {
    private static final int MOST_ID = 100;

    private final DataSets dataSets;
    private final DataSetCache cache;
    private final Contents contents;
    private final ObjectMapper json;
    private final ReadLimits limits;
    private final DataSetService service = new DataSetService();

    ImportHandler(
            DataSets dataSets, DataSetCache cache, Contents contents, ObjectMapper json, UploadSettings settings) {
        this.dataSets = dataSets;
        this.cache = cache;
        this.contents = contents;
        this.json = json;
        long unpacked = settings.mostUnpacked().toBytes();
        this.limits = new ReadLimits(settings.mostEntries(), unpacked, unpacked);
    }

    @Override
    public JobKind kind() {
        return JobKind.IMPORT;
    }

    @Override
    public void run(JobContext context) throws IOException {
        ImportRequest request = json.readValue(context.job().request(), ImportRequest.class);
        Revision revision = dataSets.revision(request.dataSetId(), request.revision());
        Path own = contents.temporary(".zip");
        try {
            context.progress(request.sample() == null ? "read" : "generate", Double.NaN, "");
            Path source = request.sample() == null
                    ? contents.file(Objects.requireNonNull(revision.uploaded()), request.extension())
                    : generated(request.sample(), own);
            ReadResult read = DataSetReader.read(source, limits);
            if (context.isStopRequested()) {
                context.cancel();
                return;
            }
            context.progress("store", Double.NaN, "");
            List<Issue> issues = named(read.issues(), source, "upload" + request.extension());
            String content = read.dataSet().map(dataSet -> store(dataSet, own)).orElse(null);
            String storedIssues = contents.store(json.writeValueAsBytes(issues));
            Revision done = done(revision, read, content, issues, storedIssues);
            context.finish(() -> dataSets.complete(done));
            read.dataSet().ifPresent(dataSet -> cache.put(Objects.requireNonNull(content), dataSet));
        } finally {
            Files.deleteIfExists(own);
        }
    }

    @Override
    public void abandoned(Job job) {
        try {
            ImportRequest request = json.readValue(job.request(), ImportRequest.class);
            dataSets.fail(request.dataSetId(), request.revision());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<EventKind> event(Job job) {
        try {
            ImportRequest request = json.readValue(job.request(), ImportRequest.class);
            Revision revision = dataSets.revision(request.dataSetId(), request.revision());
            return revision.state() == Revision.State.READY ? Optional.of(EventKind.DATA_SET_READY) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path generated(ImportRequest.Sample sample, Path zip) {
        service.generate(Samples.command(sample, zip, DataSetFormat.ZIP), Progress.SILENT);
        return zip;
    }

    private String store(DataSet dataSet, Path zip) {
        try {
            DataSetWriter.writeZip(dataSet, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents.store(zip);
    }

    private static Revision done(
            Revision revision, ReadResult read, @Nullable String content, List<Issue> issues, String storedIssues) {
        int errors = (int) issues.stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .count();
        DataSet dataSet = read.dataSet().orElse(null);
        return new Revision(
                revision.dataSetId(),
                revision.number(),
                dataSet == null ? Revision.State.INVALID : Revision.State.READY,
                revision.origin(),
                revision.parent(),
                revision.note(),
                revision.uploaded(),
                content,
                storedIssues,
                errors,
                issues.size() - errors,
                dataSet == null ? null : read.inputHash(),
                dataSet == null ? null : cut(dataSet.programme().id()),
                dataSet == null ? 0 : dataSet.staff().size(),
                revision.jobId(),
                revision.createdAt(),
                revision.createdBy());
    }

    private static String cut(String programmeId) {
        return programmeId.length() <= MOST_ID ? programmeId : programmeId.substring(0, MOST_ID);
    }

    /** The issues of the archive itself under a name that the caller knows, not the one it has in the work folder. */
    private static List<Issue> named(List<Issue> issues, Path source, String name) {
        String own = source.getFileName().toString();
        return issues.stream()
                .map(issue -> issue.file().equals(own)
                        ? new Issue(
                                name,
                                issue.row(),
                                issue.column(),
                                issue.id(),
                                issue.code(),
                                issue.severity(),
                                issue.message().replace(own, name))
                        : issue)
                .toList();
    }
}
