package io.muster.api.service.plan;

import io.muster.api.plan.NamedProfile;
import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.content.Contents;
import io.muster.api.service.content.Ids;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.event.EventStreams;
import io.muster.api.service.job.Job;
import io.muster.api.service.job.JobKind;
import io.muster.api.service.job.Jobs;
import io.muster.api.service.ruleset.RuleSets;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Plans: asked for, watched, stopped, looked at, discarded. */
@RestController
@RequestMapping("/v1/plans")
@Tag(name = "Plans")
class PlanController {
    private final Plans plans;
    private final PlanDetails details;
    private final DataSets dataSets;
    private final RuleSets ruleSets;
    private final Jobs jobs;
    private final Contents contents;
    private final EventStreams streams;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PlanController(
            Plans plans,
            PlanDetails details,
            DataSets dataSets,
            RuleSets ruleSets,
            Jobs jobs,
            Contents contents,
            EventStreams streams,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.plans = plans;
        this.details = details;
        this.dataSets = dataSets;
        this.ruleSets = ruleSets;
        this.jobs = jobs;
        this.contents = contents;
        this.streams = streams;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PostMapping
    @Operation(summary = "Have a plan solved")
    @Allowed(Role.PLANNER)
    ResponseEntity<PlanView> create(@Valid @RequestBody NewPlan wanted, Caller caller) {
        requireProfile(wanted.profile());
        String name = dataSets.get(wanted.dataSetId()).name();
        Revision revision = revision(wanted);
        String ruleSet = ruleSets.pin(wanted.ruleSet());
        String id = Ids.next("plan");
        StoredPlan plan = Objects.requireNonNull(transaction.execute(status -> {
            String jobId = jobs.submit(JobKind.SOLVE, id, "{}", caller.userId());
            StoredPlan added = new StoredPlan(
                    id,
                    revision.dataSetId(),
                    revision.number(),
                    ruleSet,
                    null,
                    StoredPlan.Kind.SOLVE,
                    PlanState.QUEUED,
                    wanted.name() == null || wanted.name().isBlank() ? name : wanted.name(),
                    null,
                    null,
                    null,
                    null,
                    jobId,
                    wanted.seed() == null ? 0 : wanted.seed(),
                    wanted.timeLimit(),
                    wanted.stepLimit(),
                    wanted.profile(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    now(),
                    caller.userId(),
                    null,
                    0);
            plans.add(added);
            trail.write(
                    caller.userId(),
                    "PLAN_ASKED_FOR",
                    "plan/" + id,
                    "dataSet=" + added.dataSetId() + " revision=" + added.revision() + " inputHash="
                            + revision.inputHash() + " ruleSet=" + added.ruleSetId() + " seed=" + added.seed()
                            + (added.profile() == null ? "" : " profile=" + added.profile()));
            return added;
        }));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/plans/" + id))
                .eTag(EntityTags.of(plan.version()))
                .body(PlanView.of(plan));
    }

    private static void requireProfile(@Nullable String name) {
        if (name != null && NamedProfile.find(name).isEmpty()) {
            throw ProblemException.bad(
                    "profile-unknown",
                    "There is no profile '" + name + "'. There are: "
                            + NamedProfile.shipped().stream()
                                    .map(NamedProfile::name)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    private Revision revision(NewPlan wanted) {
        Integer number = wanted.revision();
        if (number == null) {
            return dataSets.findLatestReady(wanted.dataSetId())
                    .orElseThrow(() -> ProblemException.conflict(
                            "no-revision-ready",
                            "Data set '" + wanted.dataSetId() + "' has no revision that can be planned."));
        }
        Revision revision = dataSets.revision(wanted.dataSetId(), number);
        if (revision.state() != Revision.State.READY) {
            throw ProblemException.conflict(
                    "revision-not-ready",
                    "Revision " + number + " of data set '" + wanted.dataSetId() + "' is " + revision.state()
                            + "; only a READY one can be planned.");
        }
        return revision;
    }

    @GetMapping
    @Operation(summary = "List the plans, the newest first")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    PageView<PlanView> list(
            @ParameterObject PageQuery page,
            @RequestParam(required = false) @Nullable String dataSet,
            @RequestParam(required = false) @Nullable PlanState state) {
        PageView<StoredPlan> found = plans.page(dataSet, state, page);
        return new PageView<>(
                found.items().stream().map(PlanView::of).toList(), found.page(), found.size(), found.total());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A plan with its figures, cost by line and bounds")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    ResponseEntity<PlanDetailView> get(@PathVariable String id) {
        StoredPlan plan = plans.get(id);
        return EntityTags.ok(plan.version(), details.of(plan));
    }

    @GetMapping("/{id}/scores")
    @Operation(summary = "How the best plan went on while it was solved, in time order")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE})
    List<PlanScore> scores(@PathVariable String id) {
        plans.get(id);
        return plans.scores(id);
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Hear how a plan is solved, at most once a second, until it is complete")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE})
    SseEmitter events(@PathVariable String id) {
        plans.get(id);
        return streams.open("plan", () -> {
            PlanMomentView moment = moment(id);
            return new EventStreams.Moment(moment, moment.isOver());
        });
    }

    /** How a plan stands now. */
    PlanMomentView moment(String id) {
        StoredPlan plan = plans.get(id);
        Job job = plan.jobId() == null ? null : jobs.find(plan.jobId()).orElse(null);
        return PlanMomentView.of(plan, job, plans.findLastScore(id).orElse(null));
    }

    @PostMapping("/{id}/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Stop the solve and keep its best plan")
    @Allowed(Role.PLANNER)
    PlanView stop(@PathVariable String id, Caller caller) {
        StoredPlan plan = plans.get(id);
        transaction.executeWithoutResult(status -> {
            if (plan.jobId() == null || !jobs.stop(plan.jobId())) {
                throw ProblemException.conflict(
                        "plan-not-solving", "Plan '" + id + "' is " + plan.state() + "; there is nothing to stop.");
            }
            trail.write(caller.userId(), "PLAN_STOPPED", "plan/" + id, "");
        });
        return PlanView.of(plans.get(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Discard a draft")
    @Allowed(Role.PLANNER)
    void discard(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        transaction.executeWithoutResult(status -> {
            StoredPlan plan = plans.get(id);
            EntityTags.check(ifMatch, plan.version());
            if (plan.state() != PlanState.DRAFT) {
                throw ProblemException.conflict(
                        "plan-not-draft", "Plan '" + id + "' is " + plan.state() + "; only a draft can be discarded.");
            }
            if (!plans.move(plan, PlanState.DISCARDED)) {
                throw ProblemException.conflict("plan-changed", "Somebody has just changed plan '" + id + "'.");
            }
            trail.write(caller.userId(), "PLAN_DISCARDED", "plan/" + id, "");
        });
    }

    @GetMapping("/{id}/content")
    @Operation(summary = "The plan's files as a zip")
    @Allowed(
            value = {Role.PLANNER, Role.AUDITOR},
            personal = true)
    ResponseEntity<Resource> content(@PathVariable String id) {
        StoredPlan plan = plans.get(id);
        String content = plan.content();
        if (content == null) {
            throw ProblemException.conflict(
                    "plan-not-complete", "Plan '" + id + "' is " + plan.state() + "; it has no files yet.");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + ".zip")
                                .build()
                                .toString())
                .eTag(EntityTags.of(plan.version()))
                .body(new FileSystemResource(contents.file(content, ".zip")));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
