package io.muster.api.service.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.content.Contents;
import io.muster.api.service.content.Ids;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.job.JobKind;
import io.muster.api.service.job.JobView;
import io.muster.api.service.job.Jobs;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.ProblemException;
import io.muster.data.model.Programme;
import io.muster.solver.simulate.SeasonSimulator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Simulations of seasons. */
@RestController
@RequestMapping("/v1/simulations")
@Tag(name = "Simulations")
class SimulationController {
    /** Names of the planning policies. */
    static final List<String> POLICIES = List.of("flat", "front-loaded", "no-slack");

    private static final int MOST_RUNS = 100;

    private final Simulations simulations;
    private final DataSets dataSets;
    private final Plans plans;
    private final LivePlans livePlans;
    private final Jobs jobs;
    private final Contents contents;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Clock clock;

    SimulationController(
            Simulations simulations,
            DataSets dataSets,
            Plans plans,
            LivePlans livePlans,
            Jobs jobs,
            Contents contents,
            Trail trail,
            TransactionTemplate transaction,
            ObjectMapper json,
            Clock clock) {
        this.simulations = simulations;
        this.dataSets = dataSets;
        this.plans = plans;
        this.livePlans = livePlans;
        this.jobs = jobs;
        this.contents = contents;
        this.trail = trail;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A simulation.
     *
     * @param id its id
     * @param dataSetId the data set
     * @param revision revision of the data set
     * @param planId the plan; null: policies are compared
     * @param state where it stands
     * @param job how far its job is
     * @param result {@code simulation.json} of docs/SIMULATION.md: P50 and P80 by BCU, people moved, notice bands, spend
     *     against budget; null: not ready
     * @param createdAt when it was asked for
     * @param createdBy who asked
     */
    record SimulationView(
            String id,
            String dataSetId,
            int revision,
            @Nullable String planId,
            StoredSimulation.State state,
            JobView job,
            @Nullable JsonNode result,
            Instant createdAt,
            String createdBy) {}

    @PostMapping
    @Operation(summary = "Ask for seasons of disruptions over a plan, or over the plans of planning policies")
    @Allowed(Role.PLANNER)
    ResponseEntity<SimulationView> ask(@RequestBody NewSimulation asked, Caller caller) throws JsonProcessingException {
        String dataSetId = asked.dataSetId();
        if (dataSetId == null) {
            throw ProblemException.bad("data-set-missing", "dataSetId is missing; say which data set to simulate.");
        }
        dataSets.get(dataSetId);
        check(asked);
        int revision = revision(dataSetId, asked.planId());
        String request = json.writeValueAsString(asked);
        StoredSimulation simulation = Objects.requireNonNull(transaction.execute(status -> {
            String id = Ids.next("simulation");
            StoredSimulation row = new StoredSimulation(
                    id,
                    dataSetId,
                    revision,
                    asked.planId(),
                    request,
                    StoredSimulation.State.QUEUED,
                    null,
                    jobs.submit(JobKind.SIMULATE, id, "{}", caller.userId()),
                    clock.instant(),
                    caller.userId());
            simulations.add(row);
            trail.write(caller.userId(), "SIMULATION_ASKED", "simulation/" + id, "of data set " + dataSetId);
            return row;
        }));
        URI location = UriComponentsBuilder.fromPath("/v1/simulations/{id}").build(simulation.id());
        return ResponseEntity.accepted().location(location).body(get(simulation.id()));
    }

    private static void check(NewSimulation asked) {
        List<String> policies = asked.policies() == null ? List.of() : asked.policies();
        if (asked.planId() != null && !policies.isEmpty()) {
            throw ProblemException.bad(
                    "simulation-ambiguous", "Give a planId or policies, not both: equal seeds give equal seasons.");
        }
        if (!new HashSet<>(POLICIES).containsAll(policies) || new HashSet<>(policies).size() < policies.size()) {
            throw ProblemException.bad(
                    "policy-unknown", "policies are " + String.join(", ", POLICIES) + ", none of them twice.");
        }
        if ((asked.runs() != null && (asked.runs() < 1 || asked.runs() > MOST_RUNS))
                || (asked.weeks() != null && asked.weeks() < 1)
                || (asked.stepLimit() != null && asked.stepLimit() < 0)) {
            throw ProblemException.bad(
                    "simulation-invalid",
                    "runs is a number from 1 to " + MOST_RUNS + ", weeks one from 1, stepLimit one from 0.");
        }
    }

    private int revision(String dataSetId, @Nullable String planId) {
        if (planId == null) {
            return dataSets.findLatestReady(dataSetId)
                    .map(Revision::number)
                    .orElseThrow(() -> ProblemException.conflict(
                            "revision-not-ready", "Data set '" + dataSetId + "' has no revision that is ready."));
        }
        StoredPlan plan = plans.get(planId);
        if (!plan.dataSetId().equals(dataSetId)) {
            throw ProblemException.notFound("plan", planId);
        }
        if (!plan.state().isComplete()) {
            throw ProblemException.conflict(
                    "plan-not-complete",
                    "Plan '" + planId + "' is " + plan.state() + "; only a whole one is simulated.");
        }
        Programme programme = livePlans.get(plan).dataSet().programme();
        if (!SeasonSimulator.hasWeeks(programme)) {
            throw ProblemException.conflict(
                    "season-over",
                    "Plan '" + planId + "' is of " + programme.asOf() + "; no week is left after that until "
                            + programme.lastDay() + ".");
        }
        return plan.revision();
    }

    @GetMapping("/{simulationId}")
    @Operation(summary = "A simulation: when the target is reached, who is moved, what it costs")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE})
    SimulationView get(@PathVariable String simulationId) throws JsonProcessingException {
        StoredSimulation row = simulations.get(simulationId);
        return new SimulationView(
                row.id(),
                row.dataSetId(),
                row.revision(),
                row.planId(),
                row.state(),
                JobView.of(jobs.find(row.jobId()).orElseThrow()),
                row.result() == null ? null : json.readTree(contents.text(row.result())),
                row.createdAt(),
                row.createdBy());
    }
}
