package io.muster.api.service.replan;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.replan.DisruptionIntake.Taken;
import io.muster.api.service.replan.EffectView.BrokenView;
import io.muster.api.service.replan.RecordedDisruption.State;
import io.muster.api.service.replan.RecordedDisruptions.Filter;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.IssueView;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Disruptions of a data set's published plan. */
@RestController
@RequestMapping("/v1/data-sets/{dataSetId}/disruptions")
@Tag(name = "Disruptions")
class DisruptionController {
    private final DisruptionIntake intake;
    private final RecordedDisruptions disruptions;
    private final Effects effects;
    private final DataSets dataSets;
    private final Today today;
    private final Trail trail;
    private final TransactionTemplate transaction;

    DisruptionController(
            DisruptionIntake intake,
            RecordedDisruptions disruptions,
            Effects effects,
            DataSets dataSets,
            Today today,
            Trail trail,
            TransactionTemplate transaction) {
        this.intake = intake;
        this.disruptions = disruptions;
        this.effects = effects;
        this.dataSets = dataSets;
        this.today = today;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * Disruptions that were recorded.
     *
     * @param recorded how many
     * @param ids their ids, in their order
     * @param warnings what is worth a look
     */
    record RecordedView(int recorded, List<String> ids, List<IssueView> warnings) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record a disruption")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING})
    ResponseEntity<DisruptionView> record(
            @PathVariable String dataSetId,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestBody NewDisruption disruption,
            Caller caller) {
        RecordedDisruption taken = intake.take(dataSetId, disruption, revision, caller)
                .disruptions()
                .get(0);
        URI location = UriComponentsBuilder.fromPath("/v1/data-sets/{dataSetId}/disruptions/{id}")
                .build(dataSetId, taken.disruption().id());
        return ResponseEntity.created(location).body(DisruptionView.of(taken));
    }

    @PostMapping(consumes = "text/csv")
    @Operation(summary = "Record the disruptions of a disruptions.csv: all or, with every issue, none")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING})
    @ResponseStatus(HttpStatus.CREATED)
    RecordedView recordMany(
            @PathVariable String dataSetId,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestBody byte[] csv,
            Caller caller) {
        Taken taken = intake.take(dataSetId, csv, revision, caller);
        return new RecordedView(
                taken.disruptions().size(),
                taken.disruptions().stream().map(row -> row.disruption().id()).toList(),
                taken.warnings().stream().map(IssueView::of).toList());
    }

    @GetMapping
    @Operation(summary = "Disruptions, the newest first")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    PageView<DisruptionView> list(
            @PathVariable String dataSetId,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable Kind kind,
            PageQuery query,
            Caller caller) {
        dataSets.get(dataSetId);
        PageView<RecordedDisruption> page = disruptions.page(dataSetId, new Filter(state, kind, bcuOf(caller)), query);
        return new PageView<>(
                page.items().stream().map(DisruptionView::of).toList(), page.page(), page.size(), page.total());
    }

    @GetMapping("/{disruptionId}")
    @Operation(summary = "A disruption")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    DisruptionView get(@PathVariable String dataSetId, @PathVariable String disruptionId, Caller caller) {
        return DisruptionView.of(find(dataSetId, disruptionId, caller));
    }

    @DeleteMapping("/{disruptionId}")
    @Operation(summary = "Withdraw a disruption: an open one did not happen, one that a plan answered no longer holds")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String dataSetId, @PathVariable String disruptionId, Caller caller) {
        RecordedDisruption row = find(dataSetId, disruptionId, caller);
        Kind kind = row.disruption().kind();
        if (!DisruptionIntake.mayRecord(caller, kind)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "kind-not-allowed",
                    "Disruptions of kind " + kind + " are withdrawn by others; ask a planner.",
                    List.of());
        }
        if (row.state() == State.APPLIED && !RecordedDisruption.lasts(kind)) {
            throw ProblemException.conflict(
                    "disruption-settled",
                    "Plan '" + row.planId() + "' has answered it and nothing of it is left to withdraw.");
        }
        transaction.executeWithoutResult(status -> {
            if (row.state() == State.WITHDRAWN
                    || !disruptions.move(dataSetId, disruptionId, row.state(), State.WITHDRAWN)) {
                throw ProblemException.conflict(
                        "disruption-not-open", "It was withdrawn, or a plan has just answered it; look at it again.");
            }
            trail.write(
                    caller.userId(),
                    "DISRUPTION_WITHDRAWN",
                    "data-set/" + dataSetId + "/disruption/" + disruptionId,
                    kind + ", was " + row.state());
        });
    }

    @GetMapping("/effect")
    @Operation(summary = "What the open disruptions break of the published plan, and whom they hit")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    EffectView effect(
            @PathVariable String dataSetId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            PageQuery query,
            Caller caller) {
        dataSets.get(dataSetId);
        return view(effects.of(dataSetId, today.orGiven(asOf, dataSetId)), query, caller);
    }

    @PostMapping("/effect")
    @Operation(
            summary =
                    "What a disruption would break that is not recorded: what the open ones break already is left out")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING},
            personal = true)
    EffectView preview(
            @PathVariable String dataSetId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestBody NewDisruption disruption,
            PageQuery query,
            Caller caller) {
        Disruption checked = intake.check(dataSetId, disruption, revision, caller);
        return view(effects.with(dataSetId, today.orGiven(asOf, dataSetId), checked), query, caller);
    }

    private static EffectView view(Effects.Effect effect, PageQuery query, Caller caller) {
        String bcu = bcuOf(caller);
        List<Effects.Hit> hits = effect.hits().stream()
                .filter(hit -> bcu == null || hit.bcu().equals(bcu))
                .toList();
        PageView<Effects.Hit> page = query.of(
                hits,
                Map.of(
                        "staffId",
                                Comparator.comparing(
                                        (Effects.Hit hit) -> hit.booking().staffId()),
                        "date",
                                Comparator.comparing(
                                        (Effects.Hit hit) -> hit.booking().date()),
                        "bcu", Comparator.comparing(Effects.Hit::bcu),
                        "moduleId",
                                Comparator.comparing(
                                        (Effects.Hit hit) -> hit.booking().moduleId())));
        return new EffectView(
                effect.planId(),
                effect.asOf(),
                effect.disruptions(),
                effect.standing(),
                effect.bookings(),
                hits.size(),
                (int) hits.stream()
                        .map(hit -> hit.booking().staffId())
                        .distinct()
                        .count(),
                (int) hits.stream()
                        .map(hit -> hit.booking().sessionId())
                        .filter(Objects::nonNull)
                        .distinct()
                        .count(),
                counted(hits, Effects.Hit::bcu),
                counted(hits, hit -> hit.booking().moduleId()),
                new PageView<>(
                        page.items().stream().map(BrokenView::of).toList(), page.page(), page.size(), page.total()));
    }

    private RecordedDisruption find(String dataSetId, String id, Caller caller) {
        dataSets.get(dataSetId);
        return disruptions
                .find(dataSetId, id)
                .filter(row -> isSeenBy(caller, row))
                .orElseThrow(() -> ProblemException.notFound("disruption", id));
    }

    private static boolean isSeenBy(Caller caller, RecordedDisruption row) {
        String bcu = bcuOf(caller);
        return bcu == null
                || (row.bcu() == null ? row.disruption().kind() != Kind.TRAINER_ABSENT : bcu.equals(row.bcu()));
    }

    /** The BCU a caller sees alone; null: every BCU. A desk that is bound to none sees none. */
    private static @Nullable String bcuOf(Caller caller) {
        return caller.seesEveryBcu() ? null : Objects.requireNonNullElse(caller.bcu(), "");
    }

    private static SortedMap<String, Integer> counted(List<Effects.Hit> hits, Function<Effects.Hit, String> key) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        hits.forEach(hit -> counts.merge(key.apply(hit), 1, Integer::sum));
        return counts;
    }
}
