package io.muster.api.service.home;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.dataset.StoredDataSet;
import io.muster.api.service.job.JobView;
import io.muster.api.service.job.Jobs;
import io.muster.api.service.page.PageController;
import io.muster.api.service.plan.PlanView;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.report.Reports;
import io.muster.api.service.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page, and a programme at a glance: how far it is, and what waits for a decision. */
@PageController
class HomePages {
    private final DataSets dataSets;
    private final Plans plans;
    private final Jobs jobs;
    private final Reports reports;
    private final Waiting waiting;

    HomePages(DataSets dataSets, Plans plans, Jobs jobs, Reports reports, Waiting waiting) {
        this.dataSets = dataSets;
        this.plans = plans;
        this.jobs = jobs;
        this.reports = reports;
        this.waiting = waiting;
    }

    /** Leads everybody to where their work is. */
    @GetMapping("/")
    @Allowed({
        Role.ADMINISTRATOR,
        Role.PLANNER,
        Role.BCU_RESOURCING,
        Role.LEARNING,
        Role.TRAINER,
        Role.AUDITOR,
        Role.GOVERNANCE
    })
    String first(Caller caller) {
        if (caller.isAny(Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE)) {
            return dataSets.list().stream()
                    .findFirst()
                    .map(newest -> "redirect:/programmes/" + newest.id())
                    .orElse("redirect:/programmes");
        }
        if (caller.isAny(Role.BCU_RESOURCING)) {
            return "redirect:/desk";
        }
        return caller.isAny(Role.TRAINER) ? "redirect:/my-classes" : "redirect:/users";
    }

    @GetMapping("/programmes/{dataSetId}")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    String programme(
            @PathVariable String dataSetId,
            @RequestParam(defaultValue = "false") boolean whole,
            Caller caller,
            Model model) {
        StoredDataSet dataSet = dataSets.get(dataSetId);
        Optional<Revision> newest = dataSets.revisions(dataSetId).stream().findFirst();
        Optional<StoredPlan> plan = plans.findCurrent(dataSetId);
        model.addAttribute("dataSet", dataSet);
        model.addAttribute("dataSetId", dataSetId);
        model.addAttribute("newest", newest.orElse(null));
        model.addAttribute("ready", dataSets.findLatestReady(dataSetId).orElse(null));
        model.addAttribute("plan", plan.map(PlanView::of).orElse(null));
        model.addAttribute("work", waiting.work(dataSetId));
        model.addAttribute("canPlan", caller.isAny(Role.PLANNER));
        model.addAttribute("canUpload", caller.isAny(Role.PLANNER, Role.LEARNING));
        model.addAttribute("seesDecisions", seesDecisions(caller));
        model.addAttribute("importing", newest.flatMap(this::importing).orElse(null));
        model.addAttribute("whole", whole);
        if (whole) {
            completion(dataSetId, caller, model);
            if (seesDecisions(caller)) {
                decisions(dataSetId, model);
            }
        }
        return "home/programme";
    }

    /** How far an import is, asked every second; the page is loaded again when it is over. */
    @GetMapping("/programmes/{dataSetId}/import")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    String importing(@PathVariable String dataSetId, Model model, HttpServletResponse response) {
        dataSets.get(dataSetId);
        Optional<JobView> job =
                dataSets.revisions(dataSetId).stream().findFirst().flatMap(this::importing);
        if (job.isEmpty()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("importing", job.orElse(null));
        model.addAttribute("dataSetId", dataSetId);
        return "home/parts :: importing";
    }

    /** The part of the page that a plan has to be in memory for. */
    @GetMapping("/programmes/{dataSetId}/completion")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    String completion(@PathVariable String dataSetId, Caller caller, Model model) {
        StoredPlan plan = current(dataSetId);
        model.addAttribute("planId", plan.id());
        model.addAttribute("glance", Glance.of(reports.oversight(plan.id(), null, caller)));
        return "home/parts :: completion";
    }

    /** What waits for a decision; a plan has to be in memory for it too. */
    @GetMapping("/programmes/{dataSetId}/decisions")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR})
    String decisions(@PathVariable String dataSetId, Model model) {
        model.addAttribute("decisions", waiting.decisions(current(dataSetId)));
        return "home/parts :: decisions";
    }

    private static boolean seesDecisions(Caller caller) {
        return caller.isAny(Role.PLANNER, Role.LEARNING, Role.AUDITOR);
    }

    private StoredPlan current(String dataSetId) {
        dataSets.get(dataSetId);
        return plans.findCurrent(dataSetId)
                .orElseThrow(() -> ProblemException.conflict(
                        "plan-missing", "There is no plan of this programme yet; solve it first."));
    }

    private Optional<JobView> importing(Revision revision) {
        String jobId = revision.jobId();
        return revision.state() == Revision.State.IMPORTING && jobId != null
                ? jobs.find(jobId).map(JobView::of)
                : Optional.empty();
    }
}
