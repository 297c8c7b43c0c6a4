package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.live.Listing;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.data.model.Team;
import io.muster.solver.check.TeamDays;
import io.muster.solver.check.TeamDays.TeamDay;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Teams, and how many of each train on which day. */
@RestController
@RequestMapping("/v1/plans/{planId}")
@Tag(name = "Teams")
class TeamController {
    private final Reading.Desk desk;

    TeamController(Reading.Desk desk) {
        this.desk = desk;
    }

    /**
     * Which teams; what is left out does not matter.
     *
     * @param q part of an id or name, whatever the case
     * @param bcu a BCU
     * @param function what they do
     */
    record TeamFilter(
            @Nullable String q,
            @Nullable String bcu,
            @Nullable String function) {}

    /** The teams of a plan as a list. */
    private record Teams(Listing<TeamView> list) {
        static Teams of(LivePlan live) {
            PlanLists lists = PlanLists.of(live);
            return new Teams(new Listing<>(
                    live.dataSet().teams().stream()
                            .map(team -> view(lists, team))
                            .toList(),
                    Map.of(
                            "teamId", Comparator.comparing(TeamView::teamId),
                            "teamName", Comparator.comparing(TeamView::teamName),
                            "bcu", Comparator.comparing(TeamView::bcu),
                            "function", Comparator.comparing(TeamView::function),
                            "people", Comparator.comparingInt(TeamView::people),
                            "booked", Comparator.comparingInt(TeamView::booked),
                            "unbooked", Comparator.comparingInt(TeamView::unbooked)),
                    Map.of(
                            "team", team -> List.of(team.teamId()),
                            "bcu", team -> List.of(team.bcu()),
                            "function", team -> List.of(team.function()))));
        }

        private static TeamView view(PlanLists lists, Team team) {
            List<Person> members = lists.people().all().where("team", team.id()).rows();
            int required = members.stream().mapToInt(Person::required).sum();
            int booked = members.stream().mapToInt(Person::booked).sum();
            return new TeamView(
                    team.id(),
                    team.name(),
                    team.bcu(),
                    team.function(),
                    members.size(),
                    required,
                    booked,
                    required - booked);
        }
    }

    private static Listing<TeamView>.Selection select(Reading reading, TeamFilter filter) {
        Listing<TeamView>.Selection selection = reading.live()
                .once(Teams.class, Teams::of)
                .list()
                .all()
                .where("bcu", reading.sight().bcu())
                .where("bcu", filter.bcu())
                .where("function", filter.function());
        String wanted = filter.q();
        if (wanted != null && !wanted.isBlank()) {
            String part = wanted.strip();
            selection.where(team -> StringUtils.containsIgnoreCase(team.teamId(), part)
                    || StringUtils.containsIgnoreCase(team.teamName(), part));
        }
        return selection;
    }

    /** {@return the first teams with a text in their id or name} */
    PageView<TeamView> found(Reading reading, String part, int most) {
        return select(reading, new TeamFilter(part, null, null)).page(new PageQuery(0, most, null), team -> team);
    }

    @GetMapping("/teams")
    @Operation(summary = "Teams of a plan, with how far they are booked")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR})
    PageView<TeamView> teams(
            @PathVariable String planId,
            @ParameterObject TeamFilter filter,
            @ParameterObject PageQuery page,
            Caller caller) {
        return select(desk.open(planId, caller), filter).page(page, team -> team);
    }

    @GetMapping("/teams/{teamId}")
    @Operation(summary = "A team and its people")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    TeamPage team(@PathVariable String planId, @PathVariable String teamId, Caller caller) {
        Reading reading = desk.open(planId, caller);
        Team team = reading.sight().team(teamId);
        return new TeamPage(
                Teams.view(reading.lists(), team),
                reading.lists().people().all().where("team", teamId).rows().stream()
                        .map(reading.views()::person)
                        .toList());
    }

    /** {@return how many of each team may train on each day, and do} */
    static TeamDays days(Reading reading) {
        return reading.live()
                .once(
                        TeamDays.class,
                        live -> TeamDays.of(live.dataSet(), live.plan().bookings()));
    }

    @GetMapping("/abstraction")
    @Operation(summary = "How many of each team may train on each training day, and do")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR})
    AbstractionView abstraction(
            @PathVariable String planId,
            @ParameterObject TeamFilter filter,
            @ParameterObject Between between,
            @ParameterObject PageQuery page,
            Caller caller) {
        Days.require(between.from(), between.to());
        Reading reading = desk.open(planId, caller);
        TeamDays days = days(reading);
        int[] shown = IntStream.range(0, days.dates().size())
                .filter(i -> Days.isWithin(days.dates().get(i), between.from(), between.to()))
                .toArray();
        return new AbstractionView(
                IntStream.of(shown).mapToObj(days.dates()::get).toList(),
                select(reading, filter).page(page, team -> row(team, days, shown)));
    }

    /**
     * Some days.
     *
     * @param from the first; null: the programme's
     * @param to the last; null: the programme's
     */
    record Between(@Nullable LocalDate from, @Nullable LocalDate to) {}

    private static AbstractionView.Row row(TeamView team, TeamDays days, int[] shown) {
        List<TeamDay> all = days.daysByTeam().getOrDefault(team.teamId(), List.of());
        return new AbstractionView.Row(
                team.teamId(),
                team.teamName(),
                team.bcu(),
                team.function(),
                figures(all, shown, TeamDay::rostered),
                figures(all, shown, TeamDay::absent),
                figures(all, shown, TeamDay::cap),
                figures(all, shown, TeamDay::used),
                figures(all, shown, TeamDay::headroom));
    }

    private static List<Integer> figures(List<TeamDay> days, int[] shown, ToIntFunction<TeamDay> figure) {
        return IntStream.of(shown)
                .map(i -> figure.applyAsInt(days.get(i)))
                .boxed()
                .toList();
    }
}
