package io.muster.api.service.replan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.content.Contents;
import io.muster.api.service.job.Job;
import io.muster.api.service.job.JobState;
import io.muster.api.service.job.JobView;
import io.muster.api.service.job.Jobs;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.replan.ReplanStateView.OptionView;
import io.muster.api.service.replan.ReplanStateView.State;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Re-plans and their options. */
@RestController
@RequestMapping("/v1/replans")
@Tag(name = "Re-plans")
class ReplanController {
    private static final int LONGEST_NOTE = 1000;

    private final ReplanDesk desk;
    private final Replans replans;
    private final Plans plans;
    private final Jobs jobs;
    private final Contents contents;
    private final ObjectMapper json;

    ReplanController(ReplanDesk desk, Replans replans, Plans plans, Jobs jobs, Contents contents, ObjectMapper json) {
        this.desk = desk;
        this.replans = replans;
        this.plans = plans;
        this.jobs = jobs;
        this.contents = contents;
        this.json = json;
    }

    /**
     * Which option is accepted.
     *
     * @param planId the option
     * @param note why; null: no note
     */
    record NewAcceptance(@Nullable String planId, @Nullable String note) {}

    @PostMapping
    @Operation(summary = "Ask for a re-plan of the published plan: its job makes an option for each policy")
    @Allowed(Role.PLANNER)
    ResponseEntity<ReplanStateView> ask(@RequestBody NewReplan asked, Caller caller) {
        StoredReplan replan = desk.ask(asked, caller);
        URI location = UriComponentsBuilder.fromPath("/v1/replans/{id}").build(replan.id());
        return ResponseEntity.accepted().location(location).body(view(replan));
    }

    @GetMapping
    @Operation(summary = "Re-plans, the newest first")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR})
    PageView<ReplanStateView> list(@RequestParam(required = false) @Nullable String dataSetId, PageQuery query) {
        PageView<StoredReplan> page = query.of(replans.list(dataSetId), Map.of());
        return new PageView<>(page.items().stream().map(this::view).toList(), page.page(), page.size(), page.total());
    }

    @GetMapping("/{replanId}")
    @Operation(summary = "A re-plan with its options side by side")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR})
    ResponseEntity<ReplanStateView> get(@PathVariable String replanId) {
        StoredReplan replan = replans.get(replanId);
        return EntityTags.ok(replan.version(), view(replan));
    }

    @PostMapping("/{replanId}/acceptance")
    @Operation(summary = "Publish an option in place of the published plan; the others are discarded")
    @Allowed(Role.PLANNER)
    ResponseEntity<ReplanStateView> accept(
            @PathVariable String replanId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewAcceptance acceptance,
            Caller caller) {
        String planId = acceptance.planId();
        String note = Objects.requireNonNullElse(acceptance.note(), "");
        if (planId == null) {
            throw ProblemException.bad("plan-missing", "planId is missing; say which option to accept.");
        }
        if (note.length() > LONGEST_NOTE || note.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            throw ProblemException.bad(
                    "note-invalid", "A note has at most " + LONGEST_NOTE + " characters and no control characters.");
        }
        StoredReplan replan = replans.get(replanId);
        EntityTags.demand(ifMatch, replan.version());
        desk.accept(replan, planId, note, caller);
        return get(replanId);
    }

    private ReplanStateView view(StoredReplan replan) {
        Job job = jobs.find(replan.jobId()).orElseThrow();
        boolean isReady = replan.state() == StoredReplan.State.READY;
        return new ReplanStateView(
                replan.id(),
                replan.dataSetId(),
                replan.revision(),
                replan.parentId(),
                replan.asOf(),
                replan.policies(),
                replan.state() == StoredReplan.State.QUEUED && job.state() == JobState.RUNNING
                        ? State.RUNNING
                        : State.valueOf(replan.state().name()),
                isReady && plans.get(replan.parentId()).state() != PlanState.PUBLISHED,
                JobView.of(job),
                (int) contents.text(replan.asked()).lines().count(),
                replan.figures() == null ? null : read(replan.figures(), HitFigures.class),
                replans.options(replan.id()).stream().map(this::view).toList(),
                replan.acceptedPlanId(),
                replan.createdAt(),
                replan.createdBy());
    }

    private OptionView view(Replans.Option option) {
        StoredPlan plan = plans.get(option.planId());
        return new OptionView(
                plan.id(),
                option.policy(),
                plan.state(),
                Objects.requireNonNull(plan.requirements()),
                Objects.requireNonNull(plan.booked()),
                Objects.requireNonNull(plan.coverageShortfall()),
                Objects.requireNonNull(plan.costPence()),
                read(Objects.requireNonNull(plan.summary()), CostOf.class).cost(),
                Objects.requireNonNull(plan.occupancy()),
                read(option.figures(), OptionFigures.class));
    }

    /** The cost lines of a {@code summary.json}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CostOf(Map<String, Long> cost) {}

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Figures in the database cannot be read.", e);
        }
    }
}
