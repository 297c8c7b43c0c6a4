package io.muster.api.service.replan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.dataset.DataSetService;
import io.muster.api.plan.PlanFolder;
import io.muster.api.progress.Progress;
import io.muster.api.replan.ReplanCommand;
import io.muster.api.replan.ReplanOption;
import io.muster.api.replan.ReplanService;
import io.muster.api.replan.ReplanView;
import io.muster.api.scope.ScopingService;
import io.muster.api.service.content.Contents;
import io.muster.api.service.content.Ids;
import io.muster.api.service.content.WorkFolder;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.event.EventKind;
import io.muster.api.service.event.Webhooks;
import io.muster.api.service.job.Job;
import io.muster.api.service.job.JobContext;
import io.muster.api.service.job.JobHandler;
import io.muster.api.service.job.JobKind;
import io.muster.api.service.job.JobState;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.ruleset.RuleSets;
import io.muster.api.service.trail.Trail;
import io.muster.data.io.PlanWriter;
import io.muster.data.plan.PlanSummary;
import io.muster.solver.replan.DefaultPlanReplanner;
import io.muster.solver.replan.ReplanPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Repairs a published plan, once for each policy asked for, and stores the options as drafts. */
@Component
class ReplanHandler implements JobHandler {
    private final Replans replans;
    private final Plans plans;
    private final DataSets dataSets;
    private final Contents contents;
    private final WorkFolder work;
    private final UrgentRequirements urgent;
    private final RuleSets ruleSets;
    private final Webhooks webhooks;
    private final Trail trail;
    private final ObjectMapper json;
    private final Clock clock;
    /** One for all re-plans: it remembers what the next one can use. */
    private final ReplanService service;

    ReplanHandler(
            Replans replans,
            Plans plans,
            DataSets dataSets,
            Contents contents,
            WorkFolder work,
            UrgentRequirements urgent,
            RuleSets ruleSets,
            ScopingService scoping,
            Webhooks webhooks,
            Trail trail,
            ObjectMapper json,
            Clock clock) {
        this.replans = replans;
        this.plans = plans;
        this.dataSets = dataSets;
        this.contents = contents;
        this.work = work;
        this.urgent = urgent;
        this.ruleSets = ruleSets;
        this.webhooks = webhooks;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
        service = new ReplanService(new DataSetService(), scoping, new DefaultPlanReplanner());
    }

    @Override
    public JobKind kind() {
        return JobKind.REPLAN;
    }

    @Override
    public void run(JobContext context) throws IOException {
        StoredReplan replan = replans.get(context.job().subject());
        StoredPlan parent = plans.get(replan.parentId());
        Path folder = work.folder("replan").resolve(Ids.next("run"));
        try {
            ReplanView view = service.replan(
                    command(replan, parent, Files.createDirectories(folder)), told(context), context::isStopRequested);
            if (view.options().isEmpty()) {
                context.cancel();
                return;
            }
            List<StoredPlan> options = new ArrayList<>();
            for (ReplanOption option : view.options()) {
                options.add(stored(replan, parent, option, folder));
            }
            String hit = json.writeValueAsString(new HitFigures(
                    view.disruptions().size(),
                    view.bookings(),
                    view.hitBookings(),
                    view.hitPeople(),
                    view.costBefore()));
            context.finish(() -> store(replan, hit, options, view.options()));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private ReplanCommand command(StoredReplan replan, StoredPlan parent, Path folder) {
        Set<String> asked = Set.copyOf(contents.text(replan.asked()).lines().toList());
        String dataSet = Objects.requireNonNull(
                dataSets.revision(replan.dataSetId(), replan.revision()).content());
        return new ReplanCommand(
                contents.file(dataSet, ".zip"),
                contents.file(Objects.requireNonNull(parent.content()), ".zip"),
                contents.file(replan.disruptions(), ".csv"),
                replan.asOf(),
                folder.resolve("out"),
                ruleSets.resolve(parent.ruleSetId()),
                replan.policies(),
                replan.maxMoved(),
                replan.seed(),
                replan.timeLimit(),
                replan.stepLimit(),
                asked,
                urgent.of(replan.dataSetId()));
    }

    private static Progress told(JobContext context) {
        return new Progress() {
            private String step = "";

            @Override
            public void step(String name) {
                step = name;
                context.progress(name, Double.NaN, "");
            }

            @Override
            public void update(double fraction, String detail) {
                context.progress(step, fraction, detail);
            }

            @Override
            public void done() {
                // The job says so itself.
            }
        };
    }

    private StoredPlan stored(StoredReplan replan, StoredPlan parent, ReplanOption option, Path folder)
            throws IOException {
        PlanSummary summary = option.summary();
        Path zip = folder.resolve(option.policy() + ".zip");
        PlanWriter.writeZip(PlanFolder.read(option.folder(), new ArrayList<>()), zip, true);
        Instant now = clock.instant();
        return new StoredPlan(
                Ids.next("plan"),
                replan.dataSetId(),
                replan.revision(),
                parent.ruleSetId(),
                summary.ruleSetHash(),
                StoredPlan.Kind.REPLAN,
                PlanState.DRAFT,
                "Re-plan of " + replan.asOf() + ", " + nameOf(option.policy()),
                parent.id(),
                option.policy().name(),
                replan.asOf(),
                replan.disruptions(),
                replan.jobId(),
                replan.seed(),
                replan.timeLimit(),
                replan.stepLimit(),
                null,
                contents.store(zip),
                Files.readString(option.folder().resolve("summary.json")),
                summary.booked(),
                summary.requirements(),
                summary.coverageShortfall(),
                summary.cost().get("total"),
                summary.occupancy(),
                now,
                replan.createdBy(),
                now,
                0);
    }

    private static String nameOf(ReplanPolicy policy) {
        return policy.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void store(StoredReplan replan, String hit, List<StoredPlan> plansMade, List<ReplanOption> options) {
        for (int i = 0; i < options.size(); i++) {
            StoredPlan plan = plansMade.get(i);
            plans.add(plan);
            replans.addOption(
                    replan.id(), i, new Replans.Option(plan.id(), options.get(i).policy(), figures(options.get(i))));
            trail.write(
                    replan.createdBy(),
                    "REPLAN_OPTION_MADE",
                    "plan/" + plan.id(),
                    "rule set " + plan.ruleSetId() + " " + plan.ruleSetHash() + ", input "
                            + options.get(i).summary().inputHash() + ", seed " + plan.seed() + ", of plan "
                            + replan.parentId());
        }
        replans.ready(replan.id(), hit);
        webhooks.announce(EventKind.REPLAN_READY, replan.id());
    }

    private String figures(ReplanOption option) {
        try {
            return json.writeValueAsString(OptionFigures.of(option));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures are numbers and dates", e);
        }
    }

    @Override
    public void abandoned(Job job) {
        replans.abandon(
                job.subject(),
                job.state() == JobState.CANCELLED ? StoredReplan.State.CANCELLED : StoredReplan.State.FAILED);
    }
}
