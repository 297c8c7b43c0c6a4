package io.muster.api.service.report;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.data.plan.CodePointOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports on a plan. */
@RestController
@RequestMapping("/v1/plans/{planId}/reports")
@Tag(name = "reports")
class ReportController {
    private static final Map<String, Comparator<TeamDay>> LEDGER_ORDERS = Map.of(
            "date", Comparator.comparing(TeamDay::date),
            "team", Comparator.comparing((TeamDay day) -> day.team().id(), CodePointOrder.COMPARATOR),
            "onDuty", Comparator.comparingInt(TeamDay::onDuty),
            "cap", Comparator.comparingInt(TeamDay::cap),
            "used", Comparator.comparingInt(TeamDay::used),
            "headroom", Comparator.comparingInt(TeamDay::headroom),
            "minutes", Comparator.comparingInt(TeamDay::minutes));

    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/oversight")
    @Operation(summary = "What the weekly oversight meeting looks at; a resourcing desk gets its BCU's part")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE, Role.BCU_RESOURCING})
    OversightReport oversight(
            @PathVariable String planId, @RequestParam(required = false) @Nullable LocalDate asOf, Caller caller) {
        return reports.oversight(planId, asOf, caller);
    }

    @GetMapping("/abstraction")
    @Operation(summary = "Abstraction of each team on each day: on duty, cap, used, headroom, minutes")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.BCU_RESOURCING})
    PageView<TeamDayView> abstraction(
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable String bcu,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            PageQuery page,
            Caller caller) {
        List<TeamDay> days = Sight.of(caller).days(reports.ledger(planId));
        if (bcu != null || team != null || from != null || to != null) {
            days = days.stream()
                    .filter(day -> (bcu == null || day.team().bcu().equals(bcu))
                            && (team == null || day.team().id().equals(team))
                            && (from == null || !day.date().isBefore(from))
                            && (to == null || !day.date().isAfter(to)))
                    .toList();
        }
        PageView<TeamDay> found = page.of(days, LEDGER_ORDERS);
        return new PageView<>(
                found.items().stream().map(TeamDayView::of).toList(), found.page(), found.size(), found.total());
    }

    @GetMapping("/abstraction/public")
    @Operation(summary = "Abstraction by month and team, with the columns of the public data set")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE, Role.BCU_RESOURCING})
    PageView<PublicAbstraction> publicAbstraction(@PathVariable String planId, PageQuery page, Caller caller) {
        return page.of(Sight.ofAggregates(caller).published(reports.ledger(planId)), Map.of());
    }

    @GetMapping("/equality")
    @Operation(summary = "How far groups of people are, with small counts suppressed")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE})
    EqualityReport equality(@PathVariable String planId) {
        return reports.equality(planId);
    }

    /**
     * A team's day.
     *
     * @param team the team
     * @param bcu its BCU
     * @param date the day
     * @param onDuty staff on duty
     * @param absent those of them who are absent
     * @param cap how many may train
     * @param used how many do
     * @param headroom how many more may
     * @param minutes minutes of training, together
     */
    record TeamDayView(
            String team,
            String bcu,
            LocalDate date,
            int onDuty,
            int absent,
            int cap,
            int used,
            int headroom,
            int minutes) {

        static TeamDayView of(TeamDay day) {
            return new TeamDayView(
                    day.team().id(),
                    day.team().bcu(),
                    day.date(),
                    day.onDuty(),
                    day.absent(),
                    day.cap(),
                    day.used(),
                    day.headroom(),
                    day.minutes());
        }
    }
}
