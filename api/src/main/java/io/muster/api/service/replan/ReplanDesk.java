package io.muster.api.service.replan;

import io.muster.api.service.access.Caller;
import io.muster.api.service.content.Contents;
import io.muster.api.service.content.Ids;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.job.JobKind;
import io.muster.api.service.job.Jobs;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.publication.Publications;
import io.muster.api.service.replan.RecordedDisruption.State;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.ProblemException;
import io.muster.data.io.DisruptionReadResult;
import io.muster.data.io.DisruptionReader;
import io.muster.data.io.DisruptionWriter;
import io.muster.data.issue.Severity;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Plan;
import io.muster.solver.replan.ReplanPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks for re-plans, and accepts one of their options. */
@Component
class ReplanDesk {
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Replans replans;
    private final RecordedDisruptions disruptions;
    private final Plans plans;
    private final Publications publications;
    private final DataSets dataSets;
    private final LivePlans livePlans;
    private final Contents contents;
    private final Today today;
    private final Jobs jobs;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReplanDesk(
            Replans replans,
            RecordedDisruptions disruptions,
            Plans plans,
            Publications publications,
            DataSets dataSets,
            LivePlans livePlans,
            Contents contents,
            Today today,
            Jobs jobs,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.replans = replans;
        this.disruptions = disruptions;
        this.plans = plans;
        this.publications = publications;
        this.dataSets = dataSets;
        this.livePlans = livePlans;
        this.contents = contents;
        this.today = today;
        this.jobs = jobs;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Asks for a re-plan.
     *
     * @param asked what is asked for
     * @param caller who asks
     * @return the re-plan, its job waiting
     * @throws ProblemException 400 for what makes no sense, 404, 409 when nothing is published or a disruption is not
     *     open, 422 with every issue when the disruptions do not fit the data set and the plan
     */
    StoredReplan ask(NewReplan asked, Caller caller) {
        check(asked);
        String dataSetId = Objects.requireNonNull(asked.dataSetId());
        dataSets.get(dataSetId);
        LocalDate asOf = today.orGiven(asked.asOf(), dataSetId);
        StoredPlan published = plans.findPublished(dataSetId)
                .orElseThrow(() -> ProblemException.conflict(
                        "nothing-published", "Data set '" + dataSetId + "' has no published plan; publish one."));
        if (published.asOf() != null && asOf.isBefore(published.asOf())) {
            throw ProblemException.bad(
                    "as-of-invalid",
                    "asOf " + asOf + " is before that of the published plan, " + published.asOf() + ".");
        }
        Revision revision =
                dataSets.revision(dataSetId, asked.revision() == null ? published.revision() : asked.revision());
        Plan plan = livePlans.get(published.id()).plan();
        Selection selection = Selection.of(
                disruptions.list(dataSetId, State.OPEN),
                disruptions.list(dataSetId, State.APPLIED),
                asked.disruptionIds(),
                plan);
        String file = stored(selection.all(), revision, plan);
        String ids = contents.storeText(
                selection.asked().stream().map(row -> row.id() + "\n").collect(Collectors.joining()));
        List<ReplanPolicy> policies =
                asked.policies() == null || asked.policies().isEmpty()
                        ? List.of(ReplanPolicy.values())
                        : asked.policies().stream().distinct().toList();
        return Objects.requireNonNull(transaction.execute(status -> {
            String id = Ids.next("replan");
            String jobId = jobs.submit(JobKind.REPLAN, id, "{}", caller.userId());
            StoredReplan replan = new StoredReplan(
                    id,
                    dataSetId,
                    revision.number(),
                    published.id(),
                    asOf,
                    policies,
                    asked.maxMoved(),
                    asked.seed() == null ? 1 : asked.seed(),
                    asked.timeLimit(),
                    asked.stepLimit(),
                    file,
                    ids,
                    StoredReplan.State.QUEUED,
                    null,
                    null,
                    jobId,
                    clock.instant(),
                    caller.userId(),
                    0);
            replans.add(replan);
            trail.write(
                    caller.userId(),
                    "REPLAN_ASKED",
                    "replan/" + id,
                    "of plan " + published.id() + ", " + selection.asked().size() + " disruptions");
            return replan;
        }));
    }

    private static void check(NewReplan asked) {
        if (asked.dataSetId() == null) {
            throw ProblemException.bad("data-set-missing", "dataSetId is missing; say which data set to re-plan.");
        }
        if (asked.policies() != null && asked.policies().stream().anyMatch(Objects::isNull)) {
            throw ProblemException.bad("policy-missing", "policies holds a null; leave it out.");
        }
        if (asked.maxMoved() != null && asked.maxMoved() < 0) {
            throw ProblemException.bad("max-moved-invalid", "maxMoved is a number from 0.");
        }
        if (asked.stepLimit() != null && asked.stepLimit() < 0) {
            throw ProblemException.bad("step-limit-invalid", "stepLimit is a number from 0.");
        }
        Duration limit = asked.timeLimit();
        if (limit != null && (limit.isNegative() || limit.isZero() || limit.compareTo(LONGEST) > 0)) {
            throw ProblemException.bad(
                    "time-limit-invalid",
                    "timeLimit is a duration of more than 0 and at most 24 hours, such as PT60S.");
        }
    }

    /** Writes the disruptions, once they fit the data set and the plan. */
    private String stored(List<Disruption> rows, Revision revision, Plan published) {
        Path csv = contents.temporary(".csv");
        try {
            DisruptionWriter.write(rows, csv);
            DisruptionReadResult read = DisruptionReader.read(csv, livePlans.dataSet(revision), published);
            if (read.issues().stream().anyMatch(issue -> issue.severity() == Severity.ERROR)) {
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "disruptions-invalid",
                        "Some disruptions do not fit revision " + revision.number()
                                + " and the published plan; withdraw or leave out those that the issues name.",
                        read.issues());
            }
            return contents.store(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(csv);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Publishes an option of a re-plan: the published plan is superseded, the disruptions count as answered by the option,
     * and the other options are discarded, all at once.
     *
     * @param replan the re-plan as it was read
     * @param planId the option
     * @param note why; possibly empty
     * @param caller who accepts it
     * @throws ProblemException 404 when it is none of its options; 409 when another plan was published meanwhile, an
     *     option was accepted, or a disruption it answers was withdrawn or answered by another plan
     */
    void accept(StoredReplan replan, String planId, String note, Caller caller) {
        List<Replans.Option> options = replans.options(replan.id());
        if (options.stream().noneMatch(option -> option.planId().equals(planId))) {
            throw ProblemException.notFound("option", planId);
        }
        if (replan.state() != StoredReplan.State.READY) {
            throw ProblemException.conflict(
                    "replan-not-ready", "The re-plan is " + replan.state() + "; only a READY one can be accepted.");
        }
        List<String> asked = contents.text(replan.asked()).lines().sorted().toList();
        publications.publishRepair(planId, note, caller, () -> {
            if (!replans.accept(replan, planId)) {
                throw ProblemException.conflict("replan-not-ready", "Another option has just been accepted.");
            }
            if (disruptions.apply(replan.dataSetId(), asked, planId) < asked.size()) {
                throw ProblemException.conflict(
                        "replan-outdated",
                        "A disruption that it answers was withdrawn since, or another plan has answered it;"
                                + " re-plan again.");
            }
            discardOthers(options, planId, "another option was accepted", caller);
        });
    }

    /**
     * Asks a re-plan to come to an end with the options that it has.
     *
     * @param replan the re-plan
     * @param caller who asks
     * @throws ProblemException 409 when it is over
     */
    void stop(StoredReplan replan, Caller caller) {
        transaction.executeWithoutResult(status -> {
            if (!jobs.stop(replan.jobId())) {
                throw ProblemException.conflict("job-over", "The re-plan is over; there is nothing to stop.");
            }
            trail.write(caller.userId(), "JOB_STOPPED", "job/" + replan.jobId(), "re-plan " + replan.id());
        });
    }

    /**
     * Discards the options of a re-plan that nobody accepted; its disruptions stay open.
     *
     * @param replan the re-plan
     * @param caller who discards them
     * @throws ProblemException 409 when there is nothing to discard
     */
    void discard(StoredReplan replan, Caller caller) {
        if (replan.state() != StoredReplan.State.READY) {
            throw ProblemException.conflict(
                    "replan-not-ready",
                    "The re-plan is " + replan.state() + "; only options of a READY one are discarded.");
        }
        transaction.executeWithoutResult(
                status -> discardOthers(replans.options(replan.id()), "", "no option was accepted", caller));
    }

    private void discardOthers(List<Replans.Option> options, String kept, String why, Caller caller) {
        for (Replans.Option option : options) {
            StoredPlan plan = plans.get(option.planId());
            if (!option.planId().equals(kept)
                    && plan.state() == PlanState.DRAFT
                    && plans.move(plan, PlanState.DISCARDED)) {
                trail.write(caller.userId(), "PLAN_DISCARDED", "plan/" + plan.id(), why);
            }
        }
    }
}
