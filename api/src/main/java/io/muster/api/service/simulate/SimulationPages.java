package io.muster.api.service.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.job.Job;
import io.muster.api.service.job.Jobs;
import io.muster.api.service.page.PageController;
import io.muster.api.service.plan.PlanView;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.simulate.SimulationController.SimulationView;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.ProblemException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Seasons over a plan: asked for, watched, and what came of them. */
@PageController
class SimulationPages {
    private final SimulationController api;
    private final Simulations simulations;
    private final Plans plans;
    private final Jobs jobs;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    SimulationPages(
            SimulationController api,
            Simulations simulations,
            Plans plans,
            Jobs jobs,
            Trail trail,
            TransactionTemplate transaction,
            ObjectMapper json) {
        this.api = api;
        this.simulations = simulations;
        this.plans = plans;
        this.jobs = jobs;
        this.trail = trail;
        this.transaction = transaction;
        this.json = json;
    }

    @GetMapping("/plans/{planId}/simulations")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE})
    String list(@PathVariable String planId, PageQuery page, Caller caller, Model model) {
        StoredPlan plan = plans.get(planId);
        model.addAttribute("plan", PlanView.of(plan));
        model.addAttribute("isPlanner", caller.isAny(Role.PLANNER));
        model.addAttribute("canSimulate", plan.state().isComplete() && plan.asOf() == null);
        model.addAttribute("simulations", page.of(simulations.ofPlan(planId), Map.of()));
        return "simulate/simulations";
    }

    @PostMapping("/plans/{planId}/simulations")
    @Allowed(Role.PLANNER)
    String ask(
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable Integer runs,
            @RequestParam(required = false) @Nullable Integer weeks,
            @RequestParam(required = false) @Nullable Long seed,
            Caller caller)
            throws JsonProcessingException {
        NewSimulation asked = new NewSimulation(plans.get(planId).dataSetId(), planId, null, runs, weeks, seed, null);
        SimulationView made = Objects.requireNonNull(api.ask(asked, caller).getBody());
        return "redirect:/plans/" + planId + "/simulations/" + made.id();
    }

    @GetMapping("/plans/{planId}/simulations/{simulationId}")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE})
    String simulation(@PathVariable String planId, @PathVariable String simulationId, Caller caller, Model model)
            throws JsonProcessingException {
        StoredSimulation row = simulations.get(simulationId);
        if (!planId.equals(row.planId())) {
            throw ProblemException.notFound("simulation", simulationId);
        }
        SimulationView view = api.get(simulationId);
        model.addAttribute("plan", PlanView.of(plans.get(planId)));
        model.addAttribute("simulation", view);
        model.addAttribute("asked", json.readValue(row.request(), NewSimulation.class));
        model.addAttribute("isPlanner", caller.isAny(Role.PLANNER));
        JsonNode result = view.result();
        model.addAttribute("result", result == null ? null : SeasonsView.of(result));
        return "simulate/simulation";
    }

    @PostMapping("/plans/{planId}/simulations/{simulationId}/stop")
    @Allowed(Role.PLANNER)
    String stop(
            @PathVariable String planId,
            @PathVariable String simulationId,
            Caller caller,
            RedirectAttributes redirect) {
        StoredSimulation row = simulations.get(simulationId);
        Job job = jobs.find(row.jobId()).orElseThrow(() -> ProblemException.notFound("job", row.jobId()));
        transaction.executeWithoutResult(status -> {
            if (!jobs.stop(job.id())) {
                throw ProblemException.conflict("job-over", "The simulation is over; there is nothing to stop.");
            }
            trail.write(caller.userId(), "JOB_STOPPED", "job/" + job.id(), "");
        });
        redirect.addFlashAttribute("done", "The simulation ends; half of one has no result.");
        return "redirect:/plans/" + planId + "/simulations/" + simulationId;
    }
}
