package io.muster.api.service.report;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.page.PageController;
import io.muster.api.service.plan.PlanView;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the weekly oversight meeting, which is printed too. */
@PageController
class OversightPages {
    private final ReportController api;
    private final Plans plans;
    private final DataSets dataSets;
    private final Clock clock;

    OversightPages(ReportController api, Plans plans, DataSets dataSets, Clock clock) {
        this.api = api;
        this.plans = plans;
        this.dataSets = dataSets;
        this.clock = clock;
    }

    /**
     * The report.
     *
     * @param asOf the day it is made for; null: today
     * @param part {@code report} for the report itself, which the page asks for when it is there: of a plan that nobody has
     *     looked at for a while it takes some seconds
     */
    @GetMapping("/plans/{planId}/oversight")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE, Role.BCU_RESOURCING})
    String oversight(
            @PathVariable String planId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String part,
            Caller caller,
            Model model) {
        StoredPlan plan = plans.get(planId);
        if (!plan.state().isComplete()) {
            throw ProblemException.conflict(
                    "plan-not-complete",
                    "Plan '" + plan.name() + "' is " + plan.state() + "; there is a report when it is solved.");
        }
        model.addAttribute("plan", PlanView.of(plan));
        model.addAttribute("dataSet", dataSets.get(plan.dataSetId()));
        model.addAttribute("asOf", asOf);
        model.addAttribute("isPlanner", caller.isAny(Role.PLANNER));
        model.addAttribute("seesSimulations", caller.isAny(Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE));
        model.addAttribute("caller", caller);
        model.addAttribute("now", clock.instant());
        model.addAttribute(
                "inputHash",
                dataSets.revision(plan.dataSetId(), plan.revision()).inputHash());
        model.addAttribute(
                "view", "report".equals(part) ? OversightView.of(api.oversight(planId, asOf, caller)) : null);
        return "report/oversight";
    }
}
