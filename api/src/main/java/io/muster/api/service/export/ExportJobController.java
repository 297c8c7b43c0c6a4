package io.muster.api.service.export;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.content.Contents;
import io.muster.api.service.content.Ids;
import io.muster.api.service.job.Job;
import io.muster.api.service.job.JobKind;
import io.muster.api.service.job.JobState;
import io.muster.api.service.job.Jobs;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.report.Sight;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files of whole programmes, written by jobs. Only who asked for one may have it. */
@RestController
@RequestMapping("/v1/exports")
@Tag(name = "exports")
class ExportJobController {
    private final ExportFiles files;
    private final Plans plans;
    private final Jobs jobs;
    private final Contents contents;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExportJobController(
            ExportFiles files,
            Plans plans,
            Jobs jobs,
            Contents contents,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.files = files;
        this.plans = plans;
        this.jobs = jobs;
        this.contents = contents;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A file that is wanted.
     *
     * @param planId the plan
     * @param what a table such as {@code bookings}, {@code oversight}, {@code people-calendars} or {@code trainer-calendars}
     * @param format {@code CSV} or {@code XLSX} of a table, {@code XLSX} of the oversight report, {@code ZIP} of calendars
     */
    record NewExport(
            @NotNull @Size(max = 40) String planId,
            @NotNull @Size(max = 40) String what,
            @NotNull FileFormat format) {}

    /**
     * A file that is written.
     *
     * @param id its id
     * @param planId the plan
     * @param what what of it
     * @param format how it is written
     * @param jobId the job that writes it
     * @param state where the job stands
     * @param href where the file is; null: it is not written
     * @param createdAt when it was asked for
     */
    record ExportView(
            String id,
            String planId,
            String what,
            FileFormat format,
            String jobId,
            JobState state,
            @Nullable String href,
            Instant createdAt) {}

    @PostMapping
    @Operation(summary = "Have a file written")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.BCU_RESOURCING})
    ResponseEntity<ExportView> create(@Valid @RequestBody NewExport wanted, Caller caller) {
        ExportKind kind = ExportKind.find(wanted.what(), wanted.format())
                .orElseThrow(() -> ProblemException.bad(
                        "export-unknown",
                        "There is no export '" + wanted.what() + "' as " + wanted.format()
                                + "; see the description of this call."));
        StoredPlan plan = plans.get(wanted.planId());
        if (!plan.state().isComplete()) {
            throw ProblemException.conflict(
                    "plan-not-complete",
                    "Plan '" + plan.id() + "' is " + plan.state() + "; there is nothing to write.");
        }
        if (kind.owners() == CalendarOwner.Kind.TRAINER && !caller.seesEveryBcu()) {
            throw ProblemException.notFound("export", wanted.what());
        }
        String id = Ids.next("export");
        transaction.executeWithoutResult(status -> {
            String jobId = jobs.submit(JobKind.EXPORT, id, "{}", caller.userId());
            files.add(new ExportFile(
                    id,
                    plan.id(),
                    wanted.what(),
                    wanted.format(),
                    Sight.of(caller).bcu(),
                    jobId,
                    null,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    caller.userId()));
            trail.write(
                    caller.userId(),
                    "EXPORT_ASKED_FOR",
                    "plan/" + plan.id(),
                    "export=" + id + " what=" + wanted.what() + " format=" + wanted.format());
        });
        return ResponseEntity.accepted()
                .location(URI.create("/v1/exports/" + id))
                .body(view(own(id, caller)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a file is")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.BCU_RESOURCING})
    ExportView get(@PathVariable String id, Caller caller) {
        return view(own(id, caller));
    }

    @GetMapping("/{id}/file")
    @Operation(summary = "The file")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.BCU_RESOURCING},
            personal = true)
    void file(@PathVariable String id, Caller caller, HttpServletResponse response) throws IOException {
        ExportFile file = own(id, caller);
        String content = file.content();
        if (content == null) {
            throw ProblemException.conflict("export-not-ready", "Export '" + id + "' is not written yet.");
        }
        Path path = contents.file(content, "." + file.format().extension());
        Files.copy(path, Downloads.open(response, file.format().mediaType(), file.fileName()));
    }

    /** What somebody asked for, and may still see: a desk that is bound to another BCU by now may not. */
    private ExportFile own(String id, Caller caller) {
        String bcu = Sight.of(caller).bcu();
        return files.find(id)
                .filter(file -> file.createdBy().equals(caller.userId()))
                .filter(file -> bcu == null || bcu.equals(file.bcu()))
                .orElseThrow(() -> ProblemException.notFound("export", id));
    }

    private ExportView view(ExportFile file) {
        JobState state = jobs.find(file.jobId()).map(Job::state).orElse(JobState.FAILED);
        return new ExportView(
                file.id(),
                file.planId(),
                file.what(),
                file.format(),
                file.jobId(),
                state,
                file.content() == null ? null : "/v1/exports/" + file.id() + "/file",
                file.createdAt());
    }
}
