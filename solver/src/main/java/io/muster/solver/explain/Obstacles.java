package io.muster.solver.explain;

import io.muster.data.model.Absence;
import io.muster.data.model.Programme;
import io.muster.data.model.StaffMember;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.explain.DutyTimes.Interval;
import io.muster.solver.explain.UnbookedWhy.Kind;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of each rule that {@link Hurdles} found what exactly is in the way, and what would lift it. */
final class Obstacles {

    private final PlanState state;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;
    private final Programme programme;
    private final Hurdles hurdles;
    private final Staffing staffing;
    private final Catalog catalog;
    private final DutyTimes duties;

    Obstacles(PlanState state, Hurdles hurdles, Catalog catalog) {
        this.state = state;
        this.hurdles = hurdles;
        this.catalog = catalog;
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
        programme = problem.dataSet.programme();
        staffing = new Staffing(state);
        duties = new DutyTimes(problem.dataSet);
    }

    /**
     * Everything in the way of a party at a site, in the order of {@link Hurdles#ORDER}.
     *
     * @param party unbooked requirements of one module
     * @param site the place
     * @param rules the rules it breaks there
     * @return the obstacles; at least one for each rule
     */
    List<Obstacle> of(int[] party, Site site, int rules) {
        Map<String, Obstacle> found = new LinkedHashMap<>();
        for (TrainingConstraint rule : Hurdles.ORDER) {
            if (Hurdles.has(rules, rule)) {
                for (Obstacle obstacle : of(rule, party, site)) {
                    found.putIfAbsent(obstacle.rule() + obstacle.block(), obstacle);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private List<Obstacle> of(TrainingConstraint rule, int[] party, Site site) {
        int day = estate.dayOf(site.place());
        List<Obstacle> found = new ArrayList<>();
        switch (rule) {
            case H04_CAPACITY -> found.add(seats(party, site));
            case H12_ABSTRACTION -> ceilings(party, day, found);
            case H14_ROOM -> found.add(room(site, requirements.moduleOf[party[0]]));
            case H15_TRAINERS -> found.add(trainers(site, requirements.moduleOf[party[0]]));
            case H17_COHORT ->
                found.add(new Obstacle(
                        rule,
                        Kind.COHORT,
                        1,
                        "session " + catalog.sessionId(site.place()) + " is another cohort's",
                        "session " + catalog.sessionId(site.place()) + " cleared of the other cohort"));
            default -> {
                for (int r : party) {
                    addPersonal(rule, r, site, found);
                }
            }
        }
        return found;
    }

    private void addPersonal(TrainingConstraint rule, int r, Site site, List<Obstacle> found) {
        int p = requirements.staffOf[r];
        int day = estate.dayOf(site.place());
        int slot = estate.slotOf(site.place());
        int mask = curriculum.slotMask(requirements.moduleOf[r], slot);
        Obstacle one = switch (rule) {
            case H01_SCOPE -> dates(r, day);
            case H03_CLASH -> clash(p, day, mask);
            case H05_DUTY -> duty(p, day);
            case H06_ABSENCE -> absence(p, day, mask);
            case H07_REST -> rest(p, day, mask);
            case H08_TRAVEL -> travel(p, site);
            case H09_ONE_VENUE -> elsewhere(p, site);
            case H11_ORDER -> null;
            case H13_WEEK -> week(p, day);
            case H16_NOTICE -> notice(r, day);
            default -> null;
        };
        if (one != null) {
            found.add(one);
        }
        if (rule == TrainingConstraint.H10_NEEDS) {
            needs(p, site, found);
        }
        if (rule == TrainingConstraint.H11_ORDER) {
            order(r, day, mask, found);
        }
    }

    // ---- The session -----------------------------------------------------------------------------------------------

    private Obstacle seats(int[] party, Site site) {
        int missing = hurdles.seatsShort(party, site);
        String session = catalog.sessionId(site.place());
        int capacity = hurdles.capacity(site, requirements.moduleOf[party[0]]);
        return new Obstacle(
                TrainingConstraint.H04_CAPACITY,
                Kind.SEAT,
                missing,
                site.opens()
                        ? "a class there holds " + capacity + ", fewer than have to come together"
                        : "session " + session + " is full with " + capacity,
                count(missing, "more seat") + " in session " + session);
    }

    private Obstacle room(Site site, int module) {
        int room = estate.roomOf(site.place());
        int day = estate.dayOf(site.place());
        String id = room < estate.realRooms ? catalog.dataSet.rooms().get(room).id() : "virtual";
        boolean closed = !estate.open[room * calendar.days + day];
        return new Obstacle(
                TrainingConstraint.H14_ROOM,
                Kind.ROOM,
                1,
                "room " + id + " is " + (closed ? "closed" : "in use") + " on " + calendar.dateOf[day] + " "
                        + String.join(" and ", catalog.slotIds(module, site.place())),
                "a room such as " + id + " on " + calendar.dateOf[day] + " "
                        + String.join(" and ", catalog.slotIds(module, site.place())));
    }

    private Obstacle trainers(Site site, int module) {
        int missing = staffing.missing(module, site.trainers());
        int internals = staffing.missingInternals(module, site.trainers());
        String id = catalog.dataSet.modules().get(module).id();
        String time = calendar.dateOf[estate.dayOf(site.place())] + " "
                + String.join(" and ", catalog.slotIds(module, site.place()));
        boolean onlyInternal = internals >= missing;
        int amount = Math.max(missing, internals);
        String kind = onlyInternal ? "internal trainer" : "trainer";
        return new Obstacle(
                TrainingConstraint.H15_TRAINERS,
                Kind.TRAINER,
                amount,
                "too few " + kind + "s for " + id + " are free on " + time,
                count(amount, kind) + " for " + id + " on " + time);
    }

    // ---- The team --------------------------------------------------------------------------------------------------

    private void ceilings(int[] party, int day, List<Obstacle> found) {
        for (int r : party) {
            int team = workforce.teamOn(requirements.staffOf[r], day);
            int missing = hurdles.placesShort(party, team, day);
            if (missing > 0) {
                int cap = workforce.cap[team * calendar.days + day];
                found.add(new Obstacle(
                        TrainingConstraint.H12_ABSTRACTION,
                        Kind.CEILING,
                        missing,
                        "team " + catalog.teamId(team) + " has " + state.headsOf(team, day) + " of " + cap
                                + " places taken on " + calendar.dateOf[day],
                        count(missing, "more place") + " on team " + catalog.teamId(team) + "'s ceiling on "
                                + calendar.dateOf[day]));
            }
        }
    }

    // ---- The person ------------------------------------------------------------------------------------------------

    private String who(int p) {
        return problem.dataSet.staff().get(p).id();
    }

    private Obstacle dates(int r, int day) {
        LocalDate date = calendar.dateOf[day];
        ScopeDecision decision = catalog.decision(r);
        LocalDate latest = decision == null ? null : decision.latest();
        if (latest != null && date.isAfter(latest)) {
            long late = ChronoUnit.DAYS.between(latest, date);
            return new Obstacle(
                    TrainingConstraint.H01_SCOPE,
                    Kind.DATES,
                    late,
                    date + " is after the latest date " + latest,
                    "a latest date " + count(late, "day") + " later, " + date + ", for " + catalog.moduleId(r) + " of "
                            + who(requirements.staffOf[r]));
        }
        LocalDate earliest = decision == null ? null : decision.earliest();
        TrainingModule module = problem.dataSet.modules().get(requirements.moduleOf[r]);
        LocalDate release = module.releaseDate();
        boolean byRelease = release != null && (earliest == null || release.isAfter(earliest));
        LocalDate first = byRelease ? release : earliest;
        long early = first == null ? 1 : ChronoUnit.DAYS.between(date, first);
        return new Obstacle(
                TrainingConstraint.H01_SCOPE,
                Kind.DATES,
                early,
                date + " is before " + (byRelease ? "the release of " + module.id() : "the earliest date") + " "
                        + first,
                byRelease
                        ? "a release of " + module.id() + " " + count(early, "day") + " earlier, " + date
                        : "an earliest date " + count(early, "day") + " earlier, " + date + ", for " + module.id()
                                + " of " + who(requirements.staffOf[r]));
    }

    private Obstacle notice(int r, int day) {
        LocalDate date = calendar.dateOf[day];
        int days = problem.baseline.isBroken[r] ? 1 : programme.notice().newBookingDays();
        long missing = ChronoUnit.DAYS.between(date, programme.asOf().plusDays(days));
        return new Obstacle(
                TrainingConstraint.H16_NOTICE,
                Kind.NOTICE,
                missing,
                date + " is " + count(missing, "day") + " short of " + count(days, "day") + " of notice",
                count(missing, "day") + " less notice, for " + date);
    }

    private Obstacle duty(int p, int day) {
        StaffMember person = problem.dataSet.staff().get(p);
        LocalDate date = calendar.dateOf[day];
        return person.isDeployableOn(date)
                ? new Obstacle(
                        TrainingConstraint.H05_DUTY,
                        Kind.REST_DAY,
                        1,
                        date + " is a rest day of " + person.id(),
                        "training on the rest day " + date + " of " + person.id())
                : new Obstacle(
                        TrainingConstraint.H05_DUTY,
                        Kind.DEPLOYABLE,
                        1,
                        person.id() + " is not deployable on " + date,
                        person.id() + " deployable on " + date);
    }

    private @Nullable Obstacle absence(int p, int day, int mask) {
        LocalDate date = calendar.dateOf[day];
        for (int slot = 0; slot < calendar.slots; slot++) {
            Programme.Slot times = programme.slots().get(slot);
            List<Absence> absences = (mask >> slot & 1) == 0
                    ? List.of()
                    : duties.absencesIn(who(p), date.atTime(times.start()), date.atTime(times.end()));
            if (!absences.isEmpty()) {
                return new Obstacle(
                        TrainingConstraint.H06_ABSENCE,
                        Kind.ABSENCE,
                        1,
                        who(p) + " is absent from " + absences.get(0).from() + " to "
                                + absences.get(0).to(),
                        who(p) + " present on " + date + " " + times.id());
            }
        }
        return null;
    }

    private Obstacle rest(int p, int day, int mask) {
        LocalDate date = calendar.dateOf[day];
        int all = state.maskOn(p, day) | mask;
        LocalDateTime start = date.atTime(first(all));
        LocalDateTime end = date.atTime(last(all));
        Interval before = working(p, date.minusDays(1));
        Interval after = working(p, date.plusDays(1));
        long least = Long.MAX_VALUE;
        String side = "";
        if (before != null) {
            least = Duration.between(before.end(), start).toMinutes();
            side = "after work until " + before.end();
        }
        if (after != null && Duration.between(end, after.start()).toMinutes() < least) {
            least = Duration.between(end, after.start()).toMinutes();
            side = "before work from " + after.start();
        }
        long missing = calendar.minRestMinutes - least;
        return new Obstacle(
                TrainingConstraint.H07_REST,
                Kind.REST,
                missing,
                who(p) + " would rest " + hours(least) + " h of " + hours(calendar.minRestMinutes) + " h " + side,
                count(missing, "minute") + " less rest for " + who(p) + " " + side);
    }

    private java.time.LocalTime first(int mask) {
        return programme.slots().get(mask & 1 ^ 1).start();
    }

    private java.time.LocalTime last(int mask) {
        return programme.slots().get(mask >> 1).end();
    }

    /** What a staff member works on a date as the plan is. */
    private @Nullable Interval working(int p, LocalDate date) {
        int day = calendar.indexOf(date);
        int mask = day < 0 ? 0 : state.maskOn(p, day);
        return mask == 0 ? duties.worked(p, date) : new Interval(date.atTime(first(mask)), date.atTime(last(mask)));
    }

    private Obstacle clash(int p, int day, int mask) {
        List<Integer> others = new ArrayList<>();
        for (int q = requirements.firstOf[p]; q < requirements.firstOf[p + 1]; q++) {
            if (state.isBooked(q) && state.dayOf(q) == day && (state.maskOf(q) & mask) != 0) {
                others.add(q);
            }
        }
        String modules = modules(others);
        return new Obstacle(
                TrainingConstraint.H03_CLASH,
                Kind.OTHER_TRAINING,
                others.size(),
                who(p) + " trains " + modules + " at that time on " + calendar.dateOf[day],
                modules + " of " + who(p) + " moved away from " + calendar.dateOf[day],
                others);
    }

    private Obstacle week(int p, int day) {
        int most = hurdles.maxDaysInWeek();
        LocalDate monday = calendar.dateOf[day].with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Obstacle(
                TrainingConstraint.H13_WEEK,
                Kind.WEEK,
                1,
                who(p) + " trains on " + hurdles.daysInWeek(p, day) + " of " + count(most, "day") + " in the week of "
                        + monday,
                "one more training day for " + who(p) + " in the week of " + monday);
    }

    private @Nullable Obstacle travel(int p, Site site) {
        int day = estate.dayOf(site.place());
        int room = estate.roomOf(site.place());
        int team = workforce.teamOn(p, day);
        if (estate.reaches(team, room)) {
            return null;
        }
        int venue = estate.venueOf[room];
        int minutes = estate.travelMinutes[team * estate.venues + venue];
        int most = programme.limits().maxTravelMinutes();
        String id = problem.dataSet.venues().get(venue).id();
        return new Obstacle(
                TrainingConstraint.H08_TRAVEL,
                Kind.TRAVEL,
                minutes - most,
                "venue " + id + " is " + minutes + " minutes from team " + catalog.teamId(team) + ", the limit is "
                        + most,
                count(minutes - most, "minute") + " more travel for " + who(p) + " to venue " + id);
    }

    private @Nullable Obstacle elsewhere(int p, Site site) {
        int day = estate.dayOf(site.place());
        int venue = estate.venueOf[estate.roomOf(site.place())];
        List<Integer> others = new ArrayList<>();
        for (int q = requirements.firstOf[p]; q < requirements.firstOf[p + 1]; q++) {
            if (state.isBooked(q)
                    && state.dayOf(q) == day
                    && !estate.isDigital(state.sessionOf(q))
                    && state.venueOf(state.sessionOf(q)) != venue) {
                others.add(q);
            }
        }
        if (others.isEmpty()) {
            return null;
        }
        String modules = modules(others);
        return new Obstacle(
                TrainingConstraint.H09_ONE_VENUE,
                Kind.OTHER_TRAINING,
                others.size(),
                who(p) + " trains " + modules + " elsewhere on " + calendar.dateOf[day],
                modules + " of " + who(p) + " moved to the same venue on " + calendar.dateOf[day],
                others);
    }

    private String modules(List<Integer> others) {
        return others.stream().map(catalog::moduleId).collect(Collectors.joining(" and "));
    }

    private void needs(int p, Site site, List<Obstacle> found) {
        StaffMember person = problem.dataSet.staff().get(p);
        int day = estate.dayOf(site.place());
        int slot = estate.slotOf(site.place());
        java.time.LocalTime notBefore = person.notBefore();
        if (notBefore != null && (workforce.dayBits[p * calendar.days + day] & Workforce.EARLY << slot) != 0) {
            java.time.LocalTime start = programme.slots().get(slot).start();
            long minutes = (Duration.between(start, notBefore).toSeconds() + 59) / 60;
            found.add(new Obstacle(
                    TrainingConstraint.H10_NEEDS,
                    Kind.EARLY_START,
                    minutes,
                    person.id() + " may not start before " + notBefore + ", the session starts at " + start,
                    "a start " + count(minutes, "minute") + " earlier for " + person.id()));
        }
        if (estate.isDigital(site.place())) {
            return;
        }
        int room = estate.roomOf(site.place());
        if (room < estate.realRooms && !estate.meetsNeeds[workforce.needsOf[p] * estate.rooms + room]) {
            List<String> missing = new ArrayList<>(workforce.needs.get(workforce.needsOf[p]));
            missing.removeAll(problem.dataSet.rooms().get(room).features());
            String id = problem.dataSet.rooms().get(room).id();
            found.add(new Obstacle(
                    TrainingConstraint.H10_NEEDS,
                    Kind.ROOM_FEATURE,
                    missing.size(),
                    "room " + id + " lacks " + String.join(" and ", missing),
                    String.join(" and ", missing) + " in room " + id));
        }
    }

    private void order(int r, int day, int mask, List<Obstacle> found) {
        int p = requirements.staffOf[r];
        int module = requirements.moduleOf[r];
        for (int before : curriculum.after[module]) {
            int q = requirements.at[p * curriculum.modules + before];
            String id = problem.dataSet.modules().get(before).id();
            if (q == Requirements.BLOCKED) {
                found.add(new Obstacle(
                        TrainingConstraint.H11_ORDER,
                        Kind.SCOPE_DECISION,
                        1,
                        id + " comes before " + catalog.moduleId(r) + " and is deferred or undecided for " + who(p),
                        "a decision about " + id + " for " + who(p)));
            } else if (q >= 0 && !state.isBooked(q)) {
                found.add(new Obstacle(
                        TrainingConstraint.H11_ORDER,
                        Kind.PREREQUISITE,
                        1,
                        id + " comes before " + catalog.moduleId(r) + " and is not booked for " + who(p),
                        id + " booked first for " + who(p),
                        List.of(q)));
            } else if (q >= 0 && !state.follows(q, day, mask, module)) {
                found.add(new Obstacle(
                        TrainingConstraint.H11_ORDER,
                        Kind.PREREQUISITE,
                        1,
                        id + " comes before " + catalog.moduleId(r) + " and " + who(p) + " takes it on "
                                + calendar.dateOf[state.dayOf(q)] + gaps(module),
                        id + " of " + who(p) + " moved from " + calendar.dateOf[state.dayOf(q)],
                        List.of(q)));
            }
        }
        for (int next : curriculum.dependents[module]) {
            int q = requirements.at[p * curriculum.modules + next];
            if (q >= 0 && state.isBooked(q) && !hurdles.precedes(day, mask, q)) {
                found.add(new Obstacle(
                        TrainingConstraint.H11_ORDER,
                        Kind.OTHER_TRAINING,
                        1,
                        catalog.moduleId(q) + " comes after " + catalog.moduleId(r) + " and " + who(p) + " takes it on "
                                + calendar.dateOf[state.dayOf(q)] + gaps(next),
                        catalog.moduleId(q) + " of " + who(p) + " moved from " + calendar.dateOf[state.dayOf(q)],
                        List.of(q)));
            }
        }
    }

    private String gaps(int module) {
        TrainingModule row = problem.dataSet.modules().get(module);
        Integer least = row.minGapDays();
        Integer most = row.maxGapDays();
        return (least == null ? "" : ", at least " + count(least, "day") + " apart")
                + (most == null ? "" : ", at most " + count(most, "day") + " apart");
    }

    private static String hours(long minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
