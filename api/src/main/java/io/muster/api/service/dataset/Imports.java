package io.muster.api.service.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.service.access.Caller;
import io.muster.api.service.content.Contents;
import io.muster.api.service.content.Ids;
import io.muster.api.service.dataset.Revision.Origin;
import io.muster.api.service.dataset.Revision.State;
import io.muster.api.service.job.JobKind;
import io.muster.api.service.job.Jobs;
import io.muster.api.service.trail.Trail;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in what becomes a revision: stores it as it came, and asks for the job that reads it. */
@Component
class Imports {
    private final DataSets dataSets;
    private final Contents contents;
    private final Jobs jobs;
    private final Trail trail;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Imports(
            DataSets dataSets,
            Contents contents,
            Jobs jobs,
            Trail trail,
            ObjectMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        this.dataSets = dataSets;
        this.contents = contents;
        this.jobs = jobs;
        this.trail = trail;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What is to be imported.
     *
     * @param origin where it comes from
     * @param file a zip or workbook; null: a sample is to be generated
     * @param extension how the file's name ends
     * @param sample what to generate; null: nothing
     * @param note why; possibly empty
     */
    record Source(
            Origin origin, @Nullable Path file, String extension, ImportRequest.@Nullable Sample sample, String note) {}

    /** {@return the first revision of a new data set} */
    Revision intoNew(String name, Source source, Caller caller) {
        String uploaded = source.file() == null ? null : contents.store(source.file());
        return Objects.requireNonNull(transaction.execute(status -> {
            String id = Ids.next("dataset");
            dataSets.add(new StoredDataSet(id, name, now(), caller.userId()));
            trail.write(caller.userId(), "DATA_SET_CREATED", "data-set/" + id, "");
            return add(id, null, uploaded, source, caller);
        }));
    }

    /**
     * A revision of a data set that is there.
     *
     * @param parent the revision it is made from; null: the newest that can be planned
     * @param check looks at the data set's revisions once nobody else can add one
     */
    Revision into(String dataSetId, @Nullable Integer parent, Source source, Runnable check, Caller caller) {
        dataSets.get(dataSetId);
        String uploaded = source.file() == null ? null : contents.store(source.file());
        return Objects.requireNonNull(transaction.execute(status -> {
            dataSets.lock(dataSetId);
            check.run();
            Integer from = parent != null
                    ? parent
                    : dataSets.findLatestReady(dataSetId).map(Revision::number).orElse(null);
            return add(dataSetId, from, uploaded, source, caller);
        }));
    }

    private Revision add(
            String dataSetId, @Nullable Integer parent, @Nullable String uploaded, Source source, Caller caller) {
        int number = dataSets.nextRevision(dataSetId);
        String subject = dataSetId + "/" + number;
        String job = jobs.submit(
                JobKind.IMPORT,
                subject,
                write(new ImportRequest(dataSetId, number, source.extension(), source.sample())),
                caller.userId());
        Revision revision = new Revision(
                dataSetId,
                number,
                State.IMPORTING,
                source.origin(),
                parent,
                source.note(),
                uploaded,
                null,
                null,
                0,
                0,
                null,
                null,
                0,
                job,
                now(),
                caller.userId());
        dataSets.add(revision);
        trail.write(
                caller.userId(),
                "REVISION_ADDED",
                "data-set/" + subject,
                source.origin() + (uploaded == null ? "" : ", upload " + uploaded));
        return revision;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private String write(ImportRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + request, e);
        }
    }
}
