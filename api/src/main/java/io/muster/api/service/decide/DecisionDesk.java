package io.muster.api.service.decide;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.decide.DecideService;
import io.muster.api.decide.DecideService.Decided;
import io.muster.api.explain.OpenPlan;
import io.muster.api.service.access.Caller;
import io.muster.api.service.content.Contents;
import io.muster.api.service.content.Ids;
import io.muster.api.service.live.Baselines;
import io.muster.api.service.live.LiveExplainers;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.ProblemException;
import io.muster.data.io.PlanWriter;
import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary;
import io.muster.solver.explain.Decision;
import io.muster.solver.explain.Judgement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes decisions about complete plans: each batch makes another draft, and the plan it is about stays as it is. */
@Component
class DecisionDesk {
    private final Plans plans;
    private final Baselines baselines;
    private final LiveExplainers explainers;
    private final ManualDecisions decisions;
    private final Contents contents;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Clock clock;

    DecisionDesk(
            Plans plans,
            Baselines baselines,
            LiveExplainers explainers,
            ManualDecisions decisions,
            Contents contents,
            Trail trail,
            TransactionTemplate transaction,
            ObjectMapper json,
            Clock clock) {
        this.plans = plans;
        this.baselines = baselines;
        this.explainers = explainers;
        this.decisions = decisions;
        this.contents = contents;
        this.trail = trail;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Decisions that were taken.
     *
     * @param plan the draft they made
     * @param judgement what they do
     */
    record Taken(StoredPlan plan, Judgement judgement) {}

    /** What decisions would do. */
    Judgement judge(StoredPlan plan, List<Decision> wanted, @Nullable LocalDate asOf) {
        return DecideService.judge(explainers.open(plan, asOf), wanted);
    }

    /**
     * Takes decisions.
     *
     * @param parent the plan they are about, as the planner saw it
     * @param wanted the decisions
     * @param reason why
     * @param name name of the draft; null: the parent's
     * @param asOf of a published plan, the day from which it is changed; null: that of its re-plan, or its programme's
     * @param caller who decides
     * @return the draft
     * @throws ProblemException 409 with an issue for each breach when a hard rule would be broken, 412 when the plan has
     *     moved on meanwhile
     */
    Taken take(
            StoredPlan parent,
            List<Decision> wanted,
            String reason,
            @Nullable String name,
            @Nullable LocalDate asOf,
            Caller caller) {
        OpenPlan open = explainers.open(parent, asOf);
        Decided decided = DecideService.take(open, wanted);
        Plan plan = decided.plan();
        if (plan == null) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "hard-rule-broken",
                    "The decisions break hard rules, so nothing was changed; each issue names one.",
                    decided.judgement().breaches().stream()
                            .map(DecisionDesk::issue)
                            .toList());
        }
        boolean isReplan = open.baseline() != null;
        PlanSummary summary = Objects.requireNonNull(plan.summary(), "a decided plan has its figures");
        String content = store(plan, isReplan);
        Instant now = now();
        StoredPlan draft = new StoredPlan(
                Ids.next("plan"),
                parent.dataSetId(),
                parent.revision(),
                parent.ruleSetId(),
                parent.ruleSetHash(),
                StoredPlan.Kind.DECISION,
                PlanState.DRAFT,
                name == null || name.isBlank() ? parent.name() : name,
                parent.id(),
                null,
                isReplan ? open.dataSet().programme().asOf() : null,
                parent.disruptions(),
                null,
                parent.seed(),
                parent.timeLimit(),
                parent.stepLimit(),
                parent.profile(),
                content,
                text(summary),
                summary.booked(),
                summary.requirements(),
                summary.coverageShortfall(),
                summary.cost().get("total"),
                summary.occupancy(),
                now,
                caller.userId(),
                now,
                0);
        transaction.executeWithoutResult(status -> {
            EntityTags.check(
                    EntityTags.of(parent.version()), plans.get(parent.id()).version());
            add(draft, parent);
            for (int i = 0; i < wanted.size(); i++) {
                Decision decision = wanted.get(i);
                decisions.add(new ManualDecision(
                        draft.id(),
                        i + 1,
                        decision.kind(),
                        decision.staffId(),
                        decision.moduleId(),
                        decision.sessionId(),
                        text(decision.target()),
                        reason,
                        now,
                        caller.userId()));
            }
            trail.write(
                    caller.userId(),
                    "PLAN_DECIDED",
                    "plan/" + draft.id(),
                    "parent=" + parent.id() + " decisions="
                            + wanted.stream().map(DecisionDesk::text).collect(Collectors.joining(","))
                            + " ruleSetHash=" + summary.ruleSetHash() + " inputHash=" + summary.inputHash() + " seed="
                            + parent.seed());
        });
        return new Taken(draft, decided.judgement());
    }

    /**
     * Takes the decisions back that made a plan: the plan before them becomes a draft again.
     *
     * @param plan a plan made by decisions
     * @param caller who takes them back
     * @return the draft
     * @throws ProblemException 409 when the plan was not made by decisions
     */
    StoredPlan undo(StoredPlan plan, Caller caller) {
        if (plan.kind() != StoredPlan.Kind.DECISION || decisions.of(plan.id()).isEmpty()) {
            throw ProblemException.conflict(
                    "plan-not-decided",
                    "Plan '" + plan.id() + "' was not made by decisions; there is nothing to undo.");
        }
        StoredPlan before = plans.get(Objects.requireNonNull(plan.parentId(), "decisions are about a plan"));
        Instant now = now();
        StoredPlan draft = new StoredPlan(
                Ids.next("plan"),
                before.dataSetId(),
                before.revision(),
                before.ruleSetId(),
                before.ruleSetHash(),
                StoredPlan.Kind.DECISION,
                PlanState.DRAFT,
                before.name(),
                plan.id(),
                before.policy(),
                plan.asOf(),
                plan.disruptions(),
                null,
                before.seed(),
                before.timeLimit(),
                before.stepLimit(),
                before.profile(),
                before.content(),
                before.summary(),
                before.booked(),
                before.requirements(),
                before.coverageShortfall(),
                before.costPence(),
                before.occupancy(),
                now,
                caller.userId(),
                now,
                0);
        transaction.executeWithoutResult(status -> {
            EntityTags.check(EntityTags.of(plan.version()), plans.get(plan.id()).version());
            add(draft, plan);
            trail.write(
                    caller.userId(),
                    "PLAN_DECISIONS_UNDONE",
                    "plan/" + draft.id(),
                    "undone=" + plan.id() + " as=" + before.id());
        });
        return draft;
    }

    /** A decision in the trail: its kind and ids. */
    private static String text(Decision decision) {
        return Stream.of(
                        decision.kind().name(),
                        decision.staffId(),
                        decision.moduleId(),
                        decision.sessionId(),
                        text(decision.target()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(":"));
    }

    private static @Nullable String text(Decision.@Nullable Target target) {
        return target == null
                ? null
                : Stream.of(
                                target.date().toString(),
                                target.slotId(),
                                Objects.requireNonNullElse(target.roomId(), ""),
                                String.join(";", target.trainerIds()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
    }

    private void add(StoredPlan draft, StoredPlan parent) {
        plans.add(draft);
        baselines.find(parent).ifPresent(baseline -> baselines.add(draft.id(), baseline));
    }

    private String store(Plan plan, boolean isReplan) {
        Path zip = contents.temporary(".zip");
        try {
            PlanWriter.writeZip(plan, zip, isReplan);
            return contents.store(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            try {
                Files.deleteIfExists(zip);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String text(PlanSummary summary) {
        try {
            return json.writeValueAsString(summary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Issue issue(Judgement.Breach breach) {
        return new Issue(
                "bookings.csv",
                null,
                null,
                breach.subject(),
                breach.ruleId(),
                Severity.ERROR,
                breach.sentence().isEmpty() ? breach.what() : breach.sentence() + " " + breach.what());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
