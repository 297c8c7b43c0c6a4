package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.booking.TeamController.Between;
import io.muster.api.service.booking.TeamController.TeamFilter;
import io.muster.api.service.page.PageController;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Programme;
import io.muster.data.model.Team;
import io.muster.data.model.Transfer;
import io.muster.solver.check.TeamDays;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who is away from duty for training: every team and day against its cap, and one of them in full. */
@PageController
class AbstractionPages {
    private static final int TEAMS = 40;

    private final TeamController teams;
    private final Reading.Desk desk;
    private final Clock clock;

    AbstractionPages(TeamController teams, Reading.Desk desk, Clock clock) {
        this.teams = teams;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * A team's day in a list.
     *
     * @param team the team
     * @param cell its day
     */
    record TeamDayRow(HeatMap.Row team, HeatMap.Cell cell) {}

    /**
     * An event that tightens ceilings.
     *
     * @param name what it is
     * @param scope whom it covers
     * @param from first day
     * @param to last day
     * @param frozen whether nobody may train
     * @param percent what is left of the ceiling, per cent
     */
    record Event(String name, String scope, LocalDate from, LocalDate to, boolean frozen, int percent) {
        static Event of(OperationalDemand demand) {
            return new Event(
                    demand.name(),
                    demand.scope().toString(),
                    demand.from(),
                    demand.to(),
                    demand.ceilingFactor().signum() == 0,
                    demand.ceilingFactor().movePointRight(2).intValue());
        }
    }

    @GetMapping("/plans/{planId}/abstraction")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR})
    String abstraction(
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable String bcu,
            @RequestParam(required = false) @Nullable String function,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "map") String view,
            @RequestParam(defaultValue = "false") boolean tight,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller,
            Model model) {
        Reading reading = desk.open(planId, caller);
        Programme programme = reading.live().dataSet().programme();
        List<Team> seen = reading.live().dataSet().teams().stream()
                .filter(team -> reading.sight().bcu() == null
                        || team.bcu().equals(reading.sight().bcu()))
                .toList();
        List<String> bcus = seen.stream().map(Team::bcu).distinct().sorted().toList();
        boolean isAsked = bcu != null || function != null || q != null;
        String chosen = isAsked || bcus.isEmpty() ? Objects.requireNonNullElse(bcu, "") : bcus.get(0);
        YearMonth shown = shown(programme, month);
        TeamFilter filter = new TeamFilter(q, chosen, function);
        Between between = new Between(shown.atDay(1), shown.atEndOfMonth());
        boolean isList = view.equals("list");
        List<OperationalDemand> demand = reading.live().dataSet().demand();
        model.addAttribute("planId", planId);
        model.addAttribute("months", months(programme));
        model.addAttribute("month", shown);
        model.addAttribute(
                "earlier", shown.isAfter(YearMonth.from(programme.firstDay())) ? shown.minusMonths(1) : null);
        model.addAttribute("later", shown.isBefore(YearMonth.from(programme.lastDay())) ? shown.plusMonths(1) : null);
        model.addAttribute("bcus", bcus);
        model.addAttribute("bcu", chosen);
        model.addAttribute(
                "functions",
                seen.stream().map(Team::function).distinct().sorted().toList());
        model.addAttribute("function", Objects.requireNonNullElse(function, ""));
        model.addAttribute("q", Objects.requireNonNullElse(q, ""));
        model.addAttribute("view", isList ? "list" : "map");
        model.addAttribute("tight", tight);
        model.addAttribute(
                "events",
                demand.stream()
                        .filter(row -> !row.to().isBefore(between.from())
                                && !row.from().isAfter(between.to()))
                        .map(Event::of)
                        .sorted(Comparator.comparing(Event::from).thenComparing(Event::name))
                        .toList());
        String href = UriComponentsBuilder.fromPath("/plans/{planId}/abstraction")
                .queryParam("bcu", "{bcu}")
                .queryParam("function", "{function}")
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(
                        planId, chosen, Objects.requireNonNullElse(function, ""), Objects.requireNonNullElse(q, ""))
                .toUriString();
        model.addAttribute("href", href);
        if (isList) {
            Predicate<HeatMap.Cell> wanted =
                    cell -> (cell.cap() > 0 || cell.used() > 0) && (!tight || cell.left() <= 0);
            List<TeamDayRow> rows = everyTeam(planId, filter, between, caller)
                    .flatMap(part -> HeatMap.of(part, id -> team(reading, id), demand).rows().stream())
                    .flatMap(row -> row.cells().stream().filter(wanted).map(cell -> new TeamDayRow(row, cell)))
                    .sorted(Comparator.comparingInt(
                                    (TeamDayRow row) -> row.cell().left())
                            .thenComparing(row -> row.cell().date())
                            .thenComparing(row -> row.team().teamId()))
                    .toList();
            model.addAttribute("list", new PageQuery(page, null, null).of(rows, Map.of()));
            return "booking/abstraction";
        }
        AbstractionView part = teams.abstraction(planId, filter, between, new PageQuery(page, TEAMS, null), caller);
        model.addAttribute("list", part.teams());
        model.addAttribute("map", HeatMap.of(part, id -> team(reading, id), demand));
        return "booking/abstraction";
    }

    @GetMapping("/plans/{planId}/abstraction/{teamId}/{date}")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String teamDay(
            @PathVariable String planId,
            @PathVariable String teamId,
            @PathVariable LocalDate date,
            Caller caller,
            Model model) {
        Reading reading = desk.open(planId, caller);
        Team team = reading.sight().team(teamId);
        TeamDays days = teamDays(reading);
        int at = days.dates().indexOf(date);
        if (at < 0) {
            throw ProblemException.notFound("training-day", date.toString());
        }
        TeamDays.TeamDay day =
                Objects.requireNonNull(days.daysByTeam().get(teamId)).get(at);
        List<OperationalDemand> demand = reading.live().dataSet().demand();
        model.addAttribute("planId", planId);
        model.addAttribute("team", team);
        model.addAttribute("mayDecide", caller.isAny(Role.PLANNER));
        model.addAttribute(
                "day", HeatMap.cell(team, date, day.rostered(), day.absent(), day.cap(), day.used(), demand));
        model.addAttribute(
                "events",
                demand.stream()
                        .filter(row -> row.covers(team, date))
                        .map(Event::of)
                        .toList());
        model.addAttribute(
                "away",
                reading.lists().bookings().all().where("date", date).rows().stream()
                        .filter(row -> row.booking().counts()
                                && teamOn(reading, row, date).equals(teamId))
                        .map(reading.views()::booking)
                        .sorted(Comparator.comparing(BookingView::staffId).thenComparing(BookingView::start))
                        .toList());
        model.addAttribute("month", YearMonth.from(date));
        model.addAttribute("earlier", at == 0 ? null : days.dates().get(at - 1));
        model.addAttribute(
                "later", at == days.dates().size() - 1 ? null : days.dates().get(at + 1));
        return "booking/team-day";
    }

    private static TeamDays teamDays(Reading reading) {
        return reading.live()
                .once(
                        TeamDays.class,
                        live -> TeamDays.of(live.dataSet(), live.plan().bookings()));
    }

    /** The team somebody is in on a day, which a transfer may have changed. */
    private static String teamOn(Reading reading, Placed row, LocalDate date) {
        return reading.live().dataSet().transfers().stream()
                .filter(transfer -> transfer.staffId().equals(row.booking().staffId())
                        && !transfer.from().isAfter(date))
                .max(Comparator.comparing(Transfer::from))
                .map(Transfer::teamId)
                .orElse(row.person().team().id());
    }

    private static Team team(Reading reading, String id) {
        return Objects.requireNonNull(reading.live().teamById().get(id));
    }

    private Stream<AbstractionView> everyTeam(String planId, TeamFilter filter, Between between, Caller caller) {
        int most = 500;
        PageView<AbstractionView.Row> first = teams.abstraction(
                        planId, filter, between, new PageQuery(0, most, null), caller)
                .teams();
        return Stream.iterate(0, number -> (long) number * most < first.total(), number -> number + 1)
                .map(number -> teams.abstraction(planId, filter, between, new PageQuery(number, most, null), caller));
    }

    private YearMonth shown(Programme programme, @Nullable YearMonth asked) {
        YearMonth first = YearMonth.from(programme.firstDay());
        YearMonth last = YearMonth.from(programme.lastDay());
        YearMonth wanted = asked == null ? YearMonth.now(clock) : asked;
        return wanted.isBefore(first) ? first : wanted.isAfter(last) ? (asked == null ? first : last) : wanted;
    }

    private static List<YearMonth> months(Programme programme) {
        YearMonth last = YearMonth.from(programme.lastDay());
        return Stream.iterate(
                        YearMonth.from(programme.firstDay()),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1))
                .toList();
    }
}
