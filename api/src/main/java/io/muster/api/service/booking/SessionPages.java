package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.page.PageController;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A session's page: who is booked, where, by whom it is taught, and what there is to do about it. */
@PageController
class SessionPages {
    private final SessionController sessions;
    private final Plans plans;

    SessionPages(SessionController sessions, Plans plans) {
        this.sessions = sessions;
        this.plans = plans;
    }

    @GetMapping("/plans/{planId}/sessions/{sessionId}")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR, Role.TRAINER},
            personal = true)
    String session(@PathVariable String planId, @PathVariable String sessionId, Caller caller, Model model) {
        model.addAttribute("view", sessions.session(planId, sessionId, caller));
        model.addAttribute("isPublished", plans.get(planId).state() == PlanState.PUBLISHED);
        model.addAttribute("seesEverybody", caller.seesEveryBcu());
        model.addAttribute("seesPeople", caller.seesEveryBcu() || caller.isAny(Role.BCU_RESOURCING));
        return "booking/session";
    }
}
