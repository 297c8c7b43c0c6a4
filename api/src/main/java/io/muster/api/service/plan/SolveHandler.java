package io.muster.api.service.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.dataset.DataSetService;
import io.muster.api.dataset.LoadedDataSet;
import io.muster.api.plan.EarlierSolve;
import io.muster.api.plan.MadePlan;
import io.muster.api.plan.NamedProfile;
import io.muster.api.plan.PlanService;
import io.muster.api.plan.StepTimer;
import io.muster.api.scope.DecidedScope;
import io.muster.api.scope.ScopingService;
import io.muster.api.service.content.Contents;
import io.muster.api.service.dataset.DataSetCache;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.job.Job;
import io.muster.api.service.job.JobContext;
import io.muster.api.service.job.JobHandler;
import io.muster.api.service.job.JobKind;
import io.muster.api.service.job.JobLostException;
import io.muster.api.service.job.JobState;
import io.muster.api.service.ruleset.RuleSets;
import io.muster.api.service.trail.Trail;
import io.muster.data.io.PlanWriter;
import io.muster.data.plan.PlanSummary;
import io.muster.solver.DefaultPlanSolver;
import io.muster.solver.SolveOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Solves plans: loads, decides scope, solves, audits and stores, all of the plan or nothing. An attempt after the first goes
 * on from the last checkpoint, and the time the earlier ones took counts.
 */
@Component
class SolveHandler implements JobHandler {
    private final Plans plans;
    private final FiguresOfPlans figures;
    private final DataSets dataSets;
    private final DataSetCache cache;
    private final RuleSets ruleSets;
    private final Contents contents;
    private final Trail trail;
    private final ObjectMapper json;
    private final SolverSpeeds speeds;
    private final Clock clock;
    private final Checkpoint checkpoint;
    private final ScopingService scoping;
    private final PlanService service;

    SolveHandler(
            Plans plans,
            FiguresOfPlans figures,
            DataSets dataSets,
            DataSetCache cache,
            RuleSets ruleSets,
            ScopingService scoping,
            Contents contents,
            Trail trail,
            ObjectMapper json,
            SolverSpeeds speeds,
            Clock clock) {
        this.plans = plans;
        this.figures = figures;
        this.dataSets = dataSets;
        this.cache = cache;
        this.ruleSets = ruleSets;
        this.contents = contents;
        this.trail = trail;
        this.json = json;
        this.speeds = speeds;
        this.clock = clock;
        checkpoint = new Checkpoint(contents);
        this.scoping = scoping;
        service = new PlanService(new DataSetService(), scoping, new DefaultPlanSolver());
    }

    @Override
    public JobKind kind() {
        return JobKind.SOLVE;
    }

    @Override
    public void run(JobContext context) throws IOException {
        StoredPlan plan = plans.get(context.job().subject());
        plans.solving(plan.id());
        String kept = context.job().checkpoint();
        EarlierSolve earlier = kept == null ? null : checkpoint.read(kept);
        plans.dropScoresAfter(plan.id(), earlier == null ? -1 : earlier.spent().toMillis());
        SolveOptions options = new SolveOptions(plan.seed(), plan.timeLimit(), plan.stepLimit());
        MadePlan made;
        try (SolveWatch watch = new SolveWatch(context, plans, plan.id(), options, earlier, checkpoint, speeds)) {
            made = make(plan, options, earlier, watch);
        }
        store(context, plan, made);
    }

    private MadePlan make(StoredPlan plan, SolveOptions options, @Nullable EarlierSolve earlier, SolveWatch watch) {
        try {
            StepTimer timer = new StepTimer(watch);
            Revision revision = dataSets.revision(plan.dataSetId(), plan.revision());
            LoadedDataSet loaded = timer.run(
                    "load",
                    () -> new LoadedDataSet(
                            cache.get(revision),
                            List.of(),
                            Objects.requireNonNull(revision.inputHash(), "a plan's revision is ready")));
            String ruleSet = ruleSets.resolve(plan.ruleSetId());
            DecidedScope scope = timer.run("scope", () -> scoping.decide(loaded.dataSet(), ruleSet));
            NamedProfile profile = profile(plan);
            watch.bounded(() -> service.bounds(loaded, scope, options, profile));
            return service.make(loaded, scope, options, profile, earlier, watch, timer);
        } catch (RuntimeException e) {
            JobLostException lost = watch.lost();
            throw lost == null ? e : lost;
        }
    }

    private static @Nullable NamedProfile profile(StoredPlan plan) {
        String name = plan.profile();
        return name == null
                ? null
                : NamedProfile.find(name)
                        .orElseThrow(() -> new IllegalStateException("There is no profile (" + name
                                + ") any more. Maybe the plan was asked for of another version."));
    }

    private void store(JobContext context, StoredPlan plan, MadePlan made) throws IOException {
        Path zip = contents.temporary(".zip");
        try {
            PlanWriter.writeZip(made.plan(), zip, false);
            String content = contents.store(zip);
            String summary = json.writeValueAsString(made.summary());
            context.finish(() -> {
                plans.complete(
                        plan.id(), made, content, summary, clock.instant().truncatedTo(ChronoUnit.MILLIS));
                figures.add(plan.id(), made.figures());
                trail.write(plan.createdBy(), "PLAN_SOLVED", "plan/" + plan.id(), detail(made.summary()));
            });
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    private static String detail(PlanSummary summary) {
        return "ruleSet=" + summary.ruleSetId() + " ruleSetHash=" + summary.ruleSetHash() + " inputHash="
                + summary.inputHash() + " seed=" + summary.seed()
                + (summary.profile() == null ? "" : " profile=" + summary.profile()) + " solver="
                + summary.solverVersion();
    }

    @Override
    public void abandoned(Job job) {
        plans.abandon(job.subject(), job.state() == JobState.CANCELLED ? PlanState.CANCELLED : PlanState.FAILED);
    }
}
