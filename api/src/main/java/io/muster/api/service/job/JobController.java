package io.muster.api.service.job;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.event.EventStreams;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What work is going on. */
@RestController
@RequestMapping("/v1/jobs")
@Tag(name = "Jobs")
class JobController {
    private final Jobs jobs;
    private final EventStreams streams;
    private final Trail trail;
    private final TransactionTemplate transaction;

    JobController(Jobs jobs, EventStreams streams, Trail trail, TransactionTemplate transaction) {
        this.jobs = jobs;
        this.streams = streams;
        this.trail = trail;
        this.transaction = transaction;
    }

    @GetMapping
    @Operation(summary = "List the jobs, the newest first")
    @Allowed({Role.ADMINISTRATOR, Role.PLANNER, Role.LEARNING, Role.AUDITOR})
    PageView<JobView> list(
            @ParameterObject PageQuery page,
            @RequestParam(required = false) @Nullable JobState state,
            @RequestParam(required = false) @Nullable JobKind kind,
            @RequestParam(required = false) @Nullable String subject) {
        PageView<Job> found = jobs.list(state, kind, subject, page);
        return new PageView<>(
                found.items().stream().map(JobView::of).toList(), found.page(), found.size(), found.total());
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a job is")
    @Allowed({Role.ADMINISTRATOR, Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.BCU_RESOURCING})
    JobView get(@PathVariable String id) {
        return JobView.of(find(id));
    }

    @PostMapping("/{id}/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask a job to come to an end with the best it has")
    @Allowed({Role.ADMINISTRATOR, Role.PLANNER, Role.LEARNING})
    JobView stop(@PathVariable String id, Caller caller) {
        Job job = find(id);
        if (!caller.isAny(Role.ADMINISTRATOR, Role.PLANNER) && !job.createdBy().equals(caller.userId())) {
            throw ProblemException.notFound("job", id);
        }
        transaction.executeWithoutResult(status -> {
            if (!jobs.stop(id)) {
                throw ProblemException.conflict("job-over", "Job '" + id + "' is over; there is nothing to stop.");
            }
            trail.write(caller.userId(), "JOB_STOPPED", "job/" + id, "");
        });
        return JobView.of(find(id));
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Hear how a job goes on, at most once a second, until it is over")
    @Allowed({Role.ADMINISTRATOR, Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.BCU_RESOURCING})
    SseEmitter events(@PathVariable String id) {
        find(id);
        return streams.open("job", () -> {
            JobView view = JobView.of(find(id));
            return new EventStreams.Moment(view, view.state().isOver());
        });
    }

    private Job find(String id) {
        return jobs.find(id).orElseThrow(() -> ProblemException.notFound("job", id));
    }
}
