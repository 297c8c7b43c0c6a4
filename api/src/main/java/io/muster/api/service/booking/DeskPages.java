package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.attendance.AttendanceMarks;
import io.muster.api.service.attendance.Attendances;
import io.muster.api.service.booking.BookingController.BookingFilter;
import io.muster.api.service.booking.BookingController.UnbookedFilter;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.StoredDataSet;
import io.muster.api.service.page.PageController;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.PageQuery;
import io.muster.data.model.Programme;
import io.muster.data.model.Team;
import io.muster.data.plan.Booking;
import io.muster.data.plan.SessionRow;
import io.muster.solver.check.TeamDays;
import io.muster.solver.check.TeamDays.TeamDay;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk of a BCU: who goes when, who is unbooked, how far teams are away, and what there is to record. */
@PageController
class DeskPages {
    private static final int DAYS_OF_WEEK = 7;
    private static final int MOST_REGISTERS = 15;

    private final BookingController bookings;
    private final Reading.Desk desk;
    private final DataSets dataSets;
    private final Plans plans;
    private final Attendances attendances;
    private final Clock clock;

    DeskPages(
            BookingController bookings,
            Reading.Desk desk,
            DataSets dataSets,
            Plans plans,
            Attendances attendances,
            Clock clock) {
        this.bookings = bookings;
        this.desk = desk;
        this.dataSets = dataSets;
        this.plans = plans;
        this.attendances = attendances;
        this.clock = clock;
    }

    /**
     * A day of the week that is shown.
     *
     * @param date the day
     * @param people people of the BCU who train
     * @param href the list of them
     */
    record DayOfDesk(LocalDate date, long people, String href) {}

    /**
     * A team's week.
     *
     * @param team the team
     * @param days its training days, as those of the heading
     * @param full days on which no more of it may train
     */
    record TeamWeek(Team team, List<TeamDay> days, long full) {}

    /**
     * A session of today or before whose attendance is not recorded for everybody of the BCU.
     *
     * @param session the session
     * @param open people of the BCU of whom nothing is recorded
     */
    record OpenRegister(SessionView session, long open) {}

    @GetMapping("/desk")
    @Allowed(value = Role.BCU_RESOURCING, personal = true)
    String desk(
            @RequestParam(required = false) @Nullable String dataSet,
            @RequestParam(required = false) @Nullable LocalDate week,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String team,
            PageQuery page,
            Caller caller,
            Model model) {
        List<StoredDataSet> programmes = dataSets.list().stream()
                .sorted(Comparator.comparing(StoredDataSet::createdAt).reversed())
                .toList();
        model.addAttribute("bcu", caller.bcu());
        model.addAttribute("programmes", programmes);
        StoredPlan plan = plan(programmes, dataSet).orElse(null);
        model.addAttribute("plan", plan);
        if (plan != null && caller.bcu() != null) {
            fill(plan, week, day, team, page, caller, model);
        }
        return "booking/desk";
    }

    /** The plan that holds, of the newest programme that has one; otherwise the newest draft. */
    private Optional<StoredPlan> plan(List<StoredDataSet> programmes, @Nullable String dataSet) {
        if (dataSet != null && !dataSet.isEmpty()) {
            return plans.findCurrent(dataSets.get(dataSet).id());
        }
        return programmes.stream()
                .flatMap(programme -> plans.findPublished(programme.id()).stream())
                .findFirst()
                .or(() -> programmes.stream()
                        .flatMap(programme -> plans.findCurrent(programme.id()).stream())
                        .findFirst());
    }

    private void fill(
            StoredPlan plan,
            @Nullable LocalDate week,
            @Nullable LocalDate day,
            @Nullable String team,
            PageQuery page,
            Caller caller,
            Model model) {
        Reading reading = desk.open(plan.id(), caller);
        Programme programme = reading.live().dataSet().programme();
        LocalDate today = LocalDate.now(clock.withZone(programme.timeZone()));
        LocalDate wanted = Objects.requireNonNullElse(week != null ? week : day, today);
        LocalDate monday = within(wanted, programme).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate sunday = monday.plusDays(DAYS_OF_WEEK - 1L);
        ListAddress address = ListAddress.of("/desk")
                .with("dataSet", plan.dataSetId())
                .with("week", monday)
                .with("day", day)
                .with("team", team);
        List<Team> teams = Facets.of(reading).teams();
        model.addAttribute("today", today);
        model.addAttribute("monday", monday);
        model.addAttribute("sunday", sunday);
        model.addAttribute("day", day);
        model.addAttribute("team", team);
        model.addAttribute("teams", teams);
        model.addAttribute("address", address);
        model.addAttribute(
                "earlier",
                monday.isAfter(programme.firstDay())
                        ? address.with("week", monday.minusWeeks(1))
                                .with("day", null)
                                .href()
                        : null);
        model.addAttribute(
                "later",
                sunday.isBefore(programme.lastDay())
                        ? address.with("week", monday.plusWeeks(1))
                                .with("day", null)
                                .href()
                        : null);
        model.addAttribute(
                "list",
                bookings.bookings(
                        plan.id(),
                        new BookingFilter(
                                null,
                                team,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                day == null ? monday : day,
                                day == null ? sunday : day,
                                null),
                        new PageQuery(page.page(), page.size(), "date"),
                        caller));
        model.addAttribute("week", week(reading, monday, address));
        abstraction(reading, teams, monday, sunday, model);
        model.addAttribute(
                "reasons",
                BookingController.select(reading, UnbookedFilter.ANY).rows().stream()
                        .collect(Collectors.groupingBy(
                                open -> open.row().reason(), TreeMap::new, Collectors.counting())));
        people(reading, model);
        model.addAttribute(
                "registers", plan.state() == PlanState.PUBLISHED ? registers(plan, reading, today) : List.of());
    }

    private static LocalDate within(LocalDate date, Programme programme) {
        return date.isBefore(programme.firstDay())
                ? programme.firstDay()
                : date.isAfter(programme.lastDay()) ? programme.lastDay() : date;
    }

    private static List<DayOfDesk> week(Reading reading, LocalDate monday, ListAddress address) {
        List<DayOfDesk> days = new ArrayList<>();
        for (int i = 0; i < DAYS_OF_WEEK; i++) {
            LocalDate date = monday.plusDays(i);
            long people =
                    reading
                            .lists()
                            .bookings()
                            .all()
                            .where("bcu", reading.sight().bcu())
                            .where("date", date)
                            .rows()
                            .stream()
                            .filter(row -> row.booking().counts())
                            .map(row -> row.booking().staffId())
                            .distinct()
                            .count();
            days.add(new DayOfDesk(date, people, address.with("day", date).href()));
        }
        return days;
    }

    private static void abstraction(
            Reading reading, List<Team> teams, LocalDate monday, LocalDate sunday, Model model) {
        TeamDays days = TeamController.days(reading);
        int[] shown = IntStream.range(0, days.dates().size())
                .filter(i -> Days.isWithin(days.dates().get(i), monday, sunday))
                .toArray();
        model.addAttribute(
                "dates", IntStream.of(shown).mapToObj(days.dates()::get).toList());
        model.addAttribute(
                "teamWeeks",
                teams.stream()
                        .map(team -> {
                            List<TeamDay> all = days.daysByTeam().getOrDefault(team.id(), List.of());
                            List<TeamDay> own =
                                    IntStream.of(shown).mapToObj(all::get).toList();
                            return new TeamWeek(
                                    team,
                                    own,
                                    own.stream()
                                            .filter(one -> one.used() > 0 && one.headroom() <= 0)
                                            .count());
                        })
                        .toList());
    }

    private static void people(Reading reading, Model model) {
        List<Person> people = reading.lists()
                .people()
                .all()
                .where("bcu", reading.sight().bcu())
                .rows();
        model.addAttribute("people", people.size());
        model.addAttribute(
                "required", people.stream().mapToInt(Person::required).sum());
        model.addAttribute("booked", people.stream().mapToInt(Person::booked).sum());
    }

    /** What is still to be recorded, the latest first. */
    private List<OpenRegister> registers(StoredPlan plan, Reading reading, LocalDate today) {
        Map<SessionRow, Long> openBySession =
                new TreeMap<>(Comparator.comparing(SessionRow::date).reversed().thenComparing(SessionRow::id));
        AttendanceMarks marks = attendances.marks(plan.dataSetId());
        for (Placed row : reading.lists()
                .bookings()
                .all()
                .where("bcu", reading.sight().bcu())
                .rows()) {
            SessionRow session = row.session();
            if (session != null
                    && !session.date().isAfter(today)
                    && row.booking().counts()
                    && isOpen(marks.statusOf(row.booking()))) {
                openBySession.merge(session, 1L, Long::sum);
            }
        }
        return openBySession.entrySet().stream()
                .limit(MOST_REGISTERS)
                .map(entry -> new OpenRegister(reading.views().session(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static boolean isOpen(Booking.Status status) {
        return status == Booking.Status.PLANNED || status == Booking.Status.PUBLISHED;
    }
}
