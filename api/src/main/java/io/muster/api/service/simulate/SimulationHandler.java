package io.muster.api.service.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.dataset.DataSetService;
import io.muster.api.progress.Progress;
import io.muster.api.scope.ScopingService;
import io.muster.api.service.content.Contents;
import io.muster.api.service.content.Ids;
import io.muster.api.service.content.WorkFolder;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.job.Job;
import io.muster.api.service.job.JobContext;
import io.muster.api.service.job.JobHandler;
import io.muster.api.service.job.JobKind;
import io.muster.api.service.job.JobState;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.ruleset.RuleSets;
import io.muster.api.service.simulate.StoredSimulation.State;
import io.muster.api.simulate.PlanInForce;
import io.muster.api.simulate.SimulateCommand;
import io.muster.api.simulate.SimulateService;
import io.muster.solver.DefaultPlanSolver;
import io.muster.solver.replan.DefaultPlanReplanner;
import io.muster.solver.replan.ReplanPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Lives through seasons and keeps what came of them. */
@Component
class SimulationHandler implements JobHandler {
    private static final String COMPLETE = "a plan that is simulated is complete";
    private static final int RUNS = 5;
    private static final int RESERVE_WEEKS = 3;
    private static final int SEAT_RESERVE_PCT = 10;

    private final Simulations simulations;
    private final DataSets dataSets;
    private final Plans plans;
    private final LivePlans livePlans;
    private final RuleSets ruleSets;
    private final Contents contents;
    private final WorkFolder work;
    private final ObjectMapper json;

    SimulationHandler(
            Simulations simulations,
            DataSets dataSets,
            Plans plans,
            LivePlans livePlans,
            RuleSets ruleSets,
            Contents contents,
            WorkFolder work,
            ObjectMapper json) {
        this.simulations = simulations;
        this.dataSets = dataSets;
        this.plans = plans;
        this.livePlans = livePlans;
        this.ruleSets = ruleSets;
        this.contents = contents;
        this.work = work;
        this.json = json;
    }

    @Override
    public JobKind kind() {
        return JobKind.SIMULATE;
    }

    @Override
    public void run(JobContext context) throws IOException {
        StoredSimulation simulation = simulations.get(context.job().subject());
        NewSimulation asked = json.readValue(simulation.request(), NewSimulation.class);
        Path folder = work.folder("simulation").resolve(Ids.next("run"));
        try {
            new SimulateService(
                            new DataSetService(),
                            new ScopingService(),
                            new DefaultPlanSolver(),
                            new DefaultPlanReplanner())
                    .simulate(command(simulation, asked, folder), inForce(simulation), new Told(context));
            String result = contents.store(folder.resolve("simulation.json"));
            context.finish(() -> simulations.end(simulation.id(), State.READY, result));
        } catch (StoppedException e) {
            context.cancel();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** A re-plan goes on from the world as its disruptions left it; null: the season begins with the programme. */
    private @Nullable PlanInForce inForce(StoredSimulation simulation) {
        StoredPlan stored = simulation.planId() == null ? null : plans.get(simulation.planId());
        if (stored == null || stored.asOf() == null) {
            return null;
        }
        LivePlan plan = livePlans.get(stored);
        return new PlanInForce(
                plan.dataSet(),
                plan.plan(),
                Objects.requireNonNull(stored.requirements(), COMPLETE),
                Objects.requireNonNull(stored.booked(), COMPLETE),
                Objects.requireNonNull(stored.coverageShortfall(), COMPLETE),
                Objects.requireNonNull(stored.costPence(), COMPLETE));
    }

    private SimulateCommand command(StoredSimulation simulation, NewSimulation asked, Path folder) {
        StoredPlan plan = simulation.planId() == null ? null : plans.get(simulation.planId());
        String dataSet = Objects.requireNonNull(
                dataSets.revision(simulation.dataSetId(), simulation.revision()).content());
        List<String> policies = asked.policies() == null || asked.policies().isEmpty()
                ? SimulationController.POLICIES
                : asked.policies();
        return new SimulateCommand(
                contents.file(dataSet, ".zip"),
                plan == null || plan.asOf() != null
                        ? null
                        : contents.file(Objects.requireNonNull(plan.content(), COMPLETE), ".zip"),
                plan == null ? policies : List.of(),
                RESERVE_WEEKS,
                SEAT_RESERVE_PCT,
                ruleSets.resolve(plan == null ? null : plan.ruleSetId()),
                asked.runs() == null ? RUNS : asked.runs(),
                asked.seed() == null ? 1 : asked.seed(),
                asked.weeks(),
                null,
                ReplanPolicy.LEAST_DISTURBANCE,
                null,
                asked.stepLimit(),
                null,
                folder);
    }

    /** Somebody wants the simulation to end; half of one is none. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Tells the job how far it is, and ends it when it is to stop. */
    private static final class Told implements Progress {
        private final JobContext context;
        private String step = "";

        Told(JobContext context) {
            this.context = context;
        }

        @Override
        public void step(String name) {
            step = name;
            update(Double.NaN, "");
        }

        @Override
        public void update(double fraction, String detail) {
            if (context.isStopRequested()) {
                throw new StoppedException();
            }
            context.progress(step, fraction, detail);
        }

        @Override
        public void done() {
            // The job says so itself.
        }
    }

    @Override
    public void abandoned(Job job) {
        simulations.end(job.subject(), job.state() == JobState.CANCELLED ? State.CANCELLED : State.FAILED, null);
    }
}
