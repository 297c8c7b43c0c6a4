package io.muster.solver.simulate;

import io.muster.data.disruption.DisruptedDataSet;
import io.muster.data.disruption.Disruptions;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme.Slot;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.solver.SolveListener;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.Baseline;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.replan.PlanReplanner;
import io.muster.solver.replan.Replan;
import io.muster.solver.replan.ReplanRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One season. On each Monday the disruptions are applied, the plan is repaired and audited; then the week is lived through:
 * who turns up has attended, who does not is a no-show that the next Monday's re-plan takes up. Mutable, used once.
 */
final class SeasonRun {
    private static final int DAYS_PER_WEEK = 7;
    private static final int EXAMPLES = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    private final SeasonRequest request;
    private final int number;
    private final PlanReplanner replanner;
    private final SolveListener listener;
    private final World world;
    private final LocalDate start;
    private final Spend spend;
    private final Map<String, String> bcuByTeam = new HashMap<>();
    private final Map<String, String> bcuByStaff = new HashMap<>();
    private final FinishLine finishLine;
    private final TreeMap<String, FinishLine> finishLineByBcu = new TreeMap<>();

    private DataSet dataSet;
    private Plan plan;
    private final Set<String> cancelledSessions = new HashSet<>();
    private final Set<BookingKey> attended = new HashSet<>();
    private final Set<BookingKey> lost = new HashSet<>();
    private List<Booking> noShows = List.of();
    private final Set<String> peopleMoved = new HashSet<>();
    private final List<SeasonWeek> weeks = new ArrayList<>();
    private final List<Double> replanSeconds = new ArrayList<>();

    SeasonRun(SeasonRequest request, int number, PlanReplanner replanner, SolveListener listener) {
        this.request = request;
        this.number = number;
        this.replanner = replanner;
        this.listener = listener;
        this.dataSet = request.dataSet();
        this.plan = request.published();
        this.start = World.start(dataSet.programme());
        this.world = World.draw(dataSet, request.rates(), request.seed(), number);
        this.spend = new Spend(dataSet);
        this.finishLine = newFinishLine();
        for (Team team : dataSet.teams()) {
            bcuByTeam.put(team.id(), team.bcu());
        }
        dataSet.staff().forEach(this::remember);
        liveBefore();
    }

    /** Whoever was booked before the season has attended, and what was cancelled before it stays so. */
    private void liveBefore() {
        List<Booking> bookings = new ArrayList<>(plan.bookings().size());
        for (Booking booking : plan.bookings()) {
            boolean isPast = booking.counts() && booking.date().isBefore(start);
            bookings.add(isPast ? attended(booking) : booking);
            if (isPast) {
                attended.add(BookingKey.of(booking));
            }
        }
        plan.sessions().stream()
                .filter(session -> session.status() == SessionRow.Status.CANCELLED)
                .forEach(session -> cancelledSessions.add(session.id()));
        spend.add(plan, LocalDate.MIN, start);
        plan = new Plan(
                plan.scope(), delivered(plan.sessions(), start), bookings, plan.unbooked(), plan.changes(), null);
    }

    private FinishLine newFinishLine() {
        return new FinishLine(request.dataSet().programme().target().completionPct());
    }

    private void remember(StaffMember person) {
        bcuByStaff.put(person.id(), bcuByTeam.getOrDefault(person.teamId(), ""));
    }

    /** {@return the season, lived through} */
    Season run() {
        List<WorldWeek> all = world.weeks();
        Integer most = request.weeks();
        LocalDate end = start;
        for (WorldWeek week : all.subList(0, most == null ? all.size() : Math.min(most, all.size()))) {
            WeekFigures figures = replan(week);
            peopleMoved.addAll(figures.peopleMoved());
            end = week.monday().plusDays(DAYS_PER_WEEK);
            weeks.add(live(week.monday(), end, figures));
        }
        spend.add(plan, end, LocalDate.MAX);
        SortedMap<String, LocalDate> finishedByBcu = new TreeMap<>();
        finishLineByBcu.forEach((bcu, line) -> {
            LocalDate day = line.finished();
            if (day != null) {
                finishedByBcu.put(bcu, day);
            }
        });
        return new Season(
                number, weeks, finishLine.finished(), finishedByBcu, spend.byYear(), peopleMoved.size(), replanSeconds);
    }

    // --- Monday
    // -------------------------------------------------------------------------------------------------------

    private WeekFigures replan(WorldWeek week) {
        LocalDate monday = week.monday();
        List<Disruption> disruptions = new ArrayList<>(week.disruptions());
        noShows.forEach(booking -> disruptions.add(new Disruption(
                id("N", monday, disruptions.size()),
                Kind.NO_SHOW,
                booking.staffId(),
                null,
                null,
                booking.sessionId(),
                "no-show")));
        int withdrawals = withdraw(monday, disruptions);
        week.joiners().forEach(this::remember);

        DisruptedDataSet disrupted = Disruptions.apply(withStaff(dataSet, week.joiners()), monday, disruptions, plan);
        dataSet = disrupted.dataSet();
        cancelledSessions.addAll(disrupted.cancelledSessions());
        List<ScopeDecision> scope = request.scope().apply(dataSet);
        PlanAuditor auditor = new PlanAuditor(dataSet);
        Set<BookingKey> broken = auditor.findBroken(scope, plan, cancelledSessions, disrupted.voided());
        long start = System.nanoTime();
        Replan repaired = replanner.replan(
                new ReplanRequest(
                        dataSet,
                        scope,
                        plan,
                        disruptions,
                        broken,
                        cancelledSessions,
                        disrupted.voided(),
                        Set.of(),
                        null,
                        request.policy(),
                        request.options()),
                told(monday));
        replanSeconds.add((System.nanoTime() - start) / NANOS_PER_SECOND);
        Plan next = new Plan(
                scope, repaired.sessions(), repaired.bookings(), repaired.unbooked(), repaired.changes(), null);
        AuditReport audit =
                auditor.audit(next, new Baseline(plan.bookings(), broken, cancelledSessions, disrupted.voided()));
        requireValid(audit, monday);
        plan = next;
        lost.addAll(disrupted.voided());
        repaired.changes().stream()
                .filter(change -> change.oldDate() != null)
                .forEach(change -> lost.add(new BookingKey(change.staffId(), change.moduleId())));
        return new WeekFigures(monday, disruptions, withdrawals, broken, disrupted.voided(), repaired.changes(), audit);
    }

    /** {@return a listener whose phases say where the season is} */
    private SolveListener told(LocalDate monday) {
        String where = "season " + number + ", " + monday + ", ";
        return (phase, fraction, shortfall, costPence, booked, requirements) ->
                listener.progress(where + phase, fraction, shortfall, costPence, booked, requirements);
    }

    /** Adds an absence for each person and day of the week on which who is booked withdraws. */
    private int withdraw(LocalDate monday, List<Disruption> disruptions) {
        LocalDate end = monday.plusDays(DAYS_PER_WEEK);
        List<Slot> slots = dataSet.programme().slots();
        record PersonDay(String staffId, LocalDate date) {}
        Set<PersonDay> withdrawn = new HashSet<>();
        int bookings = 0;
        for (Booking booking : plan.bookings()) {
            LocalDate date = booking.date();
            if (!booking.counts()
                    || date.isBefore(monday)
                    || !date.isBefore(end)
                    || !world.withdraws(booking.staffId(), date)) {
                continue;
            }
            bookings++;
            if (withdrawn.add(new PersonDay(booking.staffId(), date))) {
                disruptions.add(new Disruption(
                        id("X", monday, disruptions.size()),
                        Kind.STAFF_ABSENT,
                        booking.staffId(),
                        date.atTime(slots.get(0).start()).toString(),
                        date.atTime(slots.get(slots.size() - 1).end()).toString(),
                        null,
                        "withdrawal"));
            }
        }
        return bookings;
    }

    private static String id(String letter, LocalDate monday, int before) {
        return String.format(Locale.ROOT, "%s%s-%05d", letter, monday, before + 1);
    }

    private void requireValid(AuditReport audit, LocalDate monday) {
        if (!audit.isValid()) {
            throw new IllegalStateException("Season " + number + ": the re-plan of " + monday + " breaks "
                    + audit.violations().size() + " rules, such as "
                    + audit.violations().stream().limit(EXAMPLES).toList()
                    + ". Maybe the re-planner and docs/DATASET.md disagree about a rule.");
        }
    }

    // --- The week
    // -----------------------------------------------------------------------------------------------------

    private SeasonWeek live(LocalDate monday, LocalDate end, WeekFigures figures) {
        Set<BookingKey> requirements =
                WeekFigures.requirements(plan.scope(), dataSet.programme().lastDay());
        lost.retainAll(requirements);
        Set<BookingKey> backlog = Set.copyOf(lost);
        Map<String, Integer> before = byBcu(attended, requirements);
        Plan asReplanned = plan;
        spend.add(plan, monday, end);

        List<Booking> bookings = new ArrayList<>(plan.bookings().size());
        List<Booking> missed = new ArrayList<>();
        Map<String, TreeMap<LocalDate, Integer>> now = new HashMap<>();
        for (Booking booking : plan.bookings()) {
            LocalDate date = booking.date();
            if (!booking.counts() || date.isBefore(monday) || !date.isBefore(end)) {
                bookings.add(booking);
            } else if (booking.sessionId() != null && world.isNoShow(booking.staffId(), date)) {
                bookings.add(booking);
                missed.add(booking);
            } else {
                bookings.add(attended(booking));
                BookingKey key = BookingKey.of(booking);
                attended.add(key);
                lost.remove(key);
                if (requirements.contains(key)) {
                    now.computeIfAbsent(bcuOf(key), bcu -> new TreeMap<>()).merge(date, 1, Integer::sum);
                }
            }
        }
        noShows = missed;
        plan = new Plan(plan.scope(), delivered(plan.sessions(), end), bookings, plan.unbooked(), plan.changes(), null);
        return figures.over(asReplanned, backlog, progress(monday, requirements, before, now), missed.size());
    }

    private TreeMap<String, Progress> progress(
            LocalDate monday,
            Set<BookingKey> requirements,
            Map<String, Integer> before,
            Map<String, TreeMap<LocalDate, Integer>> now) {
        TreeMap<String, Progress> progress = new TreeMap<>();
        TreeMap<LocalDate, Integer> all = new TreeMap<>();
        int allBefore = 0;
        for (Map.Entry<String, Integer> bcu : byBcu(requirements, requirements).entrySet()) {
            TreeMap<LocalDate, Integer> byDay = now.getOrDefault(bcu.getKey(), new TreeMap<>());
            int earlier = before.getOrDefault(bcu.getKey(), 0);
            finishLineByBcu
                    .computeIfAbsent(bcu.getKey(), key -> newFinishLine())
                    .week(monday, bcu.getValue(), earlier, byDay);
            int inWeek = byDay.values().stream().mapToInt(Integer::intValue).sum();
            progress.put(bcu.getKey(), new Progress(bcu.getValue(), earlier + inWeek));
            byDay.forEach((day, count) -> all.merge(day, count, Integer::sum));
            allBefore += earlier;
        }
        finishLine.week(monday, requirements.size(), allBefore, all);
        return progress;
    }

    private TreeMap<String, Integer> byBcu(Set<BookingKey> keys, Set<BookingKey> requirements) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (BookingKey key : keys) {
            if (requirements.contains(key)) {
                counts.merge(bcuOf(key), 1, Integer::sum);
            }
        }
        return counts;
    }

    private String bcuOf(BookingKey key) {
        return bcuByStaff.getOrDefault(key.staffId(), "");
    }

    private static Booking attended(Booking booking) {
        return new Booking(
                booking.staffId(),
                booking.moduleId(),
                booking.sessionId(),
                booking.date(),
                booking.slotIds(),
                Booking.Status.ATTENDED);
    }

    private static List<SessionRow> delivered(List<SessionRow> sessions, LocalDate end) {
        return sessions.stream()
                .map(session -> session.status() == SessionRow.Status.CANCELLED
                                || !session.date().isBefore(end)
                        ? session
                        : new SessionRow(
                                session.id(),
                                session.moduleId(),
                                session.date(),
                                session.slotIds(),
                                session.roomId(),
                                session.venueId(),
                                session.trainerIds(),
                                session.capacity(),
                                session.booked(),
                                SessionRow.Status.DELIVERED))
                .toList();
    }

    private static DataSet withStaff(DataSet data, List<StaffMember> joiners) {
        if (joiners.isEmpty()) {
            return data;
        }
        List<StaffMember> staff = new ArrayList<>(data.staff());
        staff.addAll(joiners);
        return new DataSet(
                data.programme(),
                data.modules(),
                data.teams(),
                data.patterns(),
                staff,
                data.completions(),
                data.absences(),
                data.demand(),
                data.calendar(),
                data.venues(),
                data.rooms(),
                data.roomClosures(),
                data.trainers(),
                data.trainerAbsences(),
                data.transfers(),
                data.capacityChanges());
    }
}
