package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.page.PageController;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A trainer's programme, as planners see it and as they see it themselves. */
@PageController
class TrainerPages {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final TrainerController trainers;
    private final Plans plans;
    private final Clock clock;

    TrainerPages(TrainerController trainers, Plans plans, Clock clock) {
        this.trainers = trainers;
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping("/plans/{planId}/trainers/{trainerId}")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.TRAINER},
            personal = true)
    String trainer(@PathVariable String planId, @PathVariable String trainerId, Caller caller, Model model) {
        TrainerPage view = trainers.trainer(planId, trainerId, caller);
        StoredPlan plan = plans.get(planId);
        model.addAttribute("plan", plan);
        model.addAttribute("view", view);
        model.addAttribute("isPublished", plan.state() == PlanState.PUBLISHED);
        model.addAttribute("seesEverybody", caller.seesEveryBcu());
        return "booking/trainer";
    }

    /** Which of a trainer's classes are shown. */
    enum When {
        COMING,
        PAST,
        ALL
    }

    @GetMapping("/my-classes")
    @Allowed(value = Role.TRAINER, personal = true)
    String classes(
            @RequestParam(defaultValue = "COMING") When when,
            @RequestParam(required = false) @Nullable String dataSet,
            PageQuery page,
            Caller caller,
            Model model) {
        LocalDate today = LocalDate.now(clock.withZone(LONDON));
        LocalDate from = when == When.COMING ? today : null;
        LocalDate to = when == When.PAST ? today.minusDays(1) : null;
        PageView<ClassView> list = trainers.classes(dataSet, from, to, page, caller);
        When shown = when;
        if (when == When.COMING && list.total() == 0) {
            list = trainers.classes(dataSet, null, null, page, caller);
            shown = When.ALL;
        }
        Map<LocalDate, List<ClassView>> days = list.items().stream()
                .collect(Collectors.groupingBy(one -> one.session().date(), LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("trainerId", caller.trainerId());
        model.addAttribute("asked", when);
        model.addAttribute("shown", shown);
        model.addAttribute("today", today);
        model.addAttribute("list", list);
        model.addAttribute("days", days);
        model.addAttribute(
                "dataSetIds",
                new TreeSet<>(list.items().stream().map(ClassView::dataSetId).toList()));
        model.addAttribute(
                "address", ListAddress.of("/my-classes").with("when", when).with("dataSet", dataSet));
        return "booking/my-classes";
    }
}
