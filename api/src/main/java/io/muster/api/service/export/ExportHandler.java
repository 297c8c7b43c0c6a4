package io.muster.api.service.export;

import io.muster.api.service.content.Contents;
import io.muster.api.service.job.Job;
import io.muster.api.service.job.JobContext;
import io.muster.api.service.job.JobHandler;
import io.muster.api.service.job.JobKind;
import io.muster.api.service.report.Sight;
import io.muster.data.io.SheetFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Writes files of whole programmes. Whoever does it again writes the same. */
@Component
class ExportHandler implements JobHandler {
    private final ExportFiles files;
    private final Exports exports;
    private final Calendars calendars;
    private final Contents contents;

    ExportHandler(ExportFiles files, Exports exports, Calendars calendars, Contents contents) {
        this.files = files;
        this.exports = exports;
        this.calendars = calendars;
        this.contents = contents;
    }

    @Override
    public JobKind kind() {
        return JobKind.EXPORT;
    }

    @Override
    public void run(JobContext context) throws IOException {
        ExportFile file = files.find(context.job().subject()).orElseThrow();
        if (context.isStopRequested()) {
            context.cancel();
            return;
        }
        context.progress("write", Double.NaN, file.fileName());
        Path path = contents.temporary("." + file.format().extension());
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
                write(file, out);
            }
            String content = contents.store(path);
            context.finish(() -> files.complete(file.id(), content));
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private void write(ExportFile file, OutputStream out) throws IOException {
        Sight sight = new Sight(file.bcu());
        ExportKind kind = ExportKind.find(file.what(), file.format()).orElseThrow();
        if (kind == ExportKind.OVERSIGHT) {
            SheetFiles.writeWorkbook(exports.oversight(file.planId(), null, sight), out);
        } else if (kind.owners() != null) {
            CalendarSource source = calendars.ofPlan(file.planId());
            source.writeZip(kind.owners(), source.ids(kind.owners(), sight), out);
        } else {
            TableName table = TableName.find(file.what()).orElseThrow();
            Exports.write(exports.table(file.planId(), table, sight), file.format(), out);
        }
    }

    @Override
    public void abandoned(Job job) {
        // The row says which job was to write it; that it has no file is told by the job's state.
    }
}
