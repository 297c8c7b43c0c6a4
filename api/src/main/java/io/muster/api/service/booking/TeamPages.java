package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.page.PageController;
import io.muster.data.plan.Booking;
import io.muster.solver.check.TeamDays.TeamDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A team's page: how many may train on each day and do, who trains, and its people. */
@PageController
class TeamPages {
    private final TeamController teams;
    private final Reading.Desk desk;

    TeamPages(TeamController teams, Reading.Desk desk) {
        this.teams = teams;
        this.desk = desk;
    }

    /**
     * A team's day.
     *
     * @param date the day
     * @param figures its figures
     */
    record DayRow(LocalDate date, TeamDay figures) {}

    @GetMapping("/plans/{planId}/teams/{teamId}")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String team(
            @PathVariable String planId,
            @PathVariable String teamId,
            @RequestParam(required = false) @Nullable LocalDate day,
            Caller caller,
            Model model) {
        TeamPage view = teams.team(planId, teamId, caller);
        Reading reading = desk.open(planId, caller);
        List<DayRow> days = days(reading, teamId);
        model.addAttribute("planId", planId);
        model.addAttribute("view", view);
        model.addAttribute("days", days);
        model.addAttribute("day", day);
        model.addAttribute(
                "places", days.stream().mapToInt(row -> row.figures().cap()).sum());
        model.addAttribute(
                "used", days.stream().mapToInt(row -> row.figures().used()).sum());
        model.addAttribute(
                "full",
                days.stream()
                        .filter(row -> row.figures().used() > 0 && row.figures().headroom() <= 0)
                        .count());
        model.addAttribute("training", day == null ? List.of() : training(reading, teamId, day));
        return "booking/team";
    }

    private static List<DayRow> days(Reading reading, String teamId) {
        List<LocalDate> dates = TeamController.days(reading).dates();
        List<TeamDay> figures = TeamController.days(reading).daysByTeam().getOrDefault(teamId, List.of());
        List<DayRow> rows = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            rows.add(new DayRow(dates.get(i), figures.get(i)));
        }
        return rows;
    }

    private static List<BookingView> training(Reading reading, String teamId, LocalDate day) {
        return reading.lists().bookings().all().where("team", teamId).where("date", day).rows().stream()
                .filter(row -> row.booking().status() != Booking.Status.CANCELLED)
                .map(reading.views()::booking)
                .sorted(Comparator.comparing(BookingView::start).thenComparing(BookingView::staffId))
                .toList();
    }
}
