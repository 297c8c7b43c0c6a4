package io.muster.solver.feasibility;

import io.muster.data.model.DataSet;
import io.muster.data.model.Team;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.bound.Shortfalls;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks, without planning, whether every requirement could be booked, and what stands in the way. */
public final class Feasibility {

    /** Ceilings are tried out for so many teams; the others are told the days they lack only. */
    private static final int MOST_CEILINGS = 20;

    private static final int EXAMPLES = 3;

    private final DataSet dataSet;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Requirements requirements;
    private final Workforce workforce;
    private final Shortfalls shortfalls;
    private final Supply supply;
    private final SeatsShort seatsShort;
    private final List<YearMonth> months;
    private final List<Finding> findings = new ArrayList<>();

    private Feasibility(DataSet dataSet, List<ScopeDecision> scope) {
        this.dataSet = dataSet;
        problem = Problem.of(dataSet, scope);
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        requirements = problem.requirements;
        workforce = problem.workforce;
        shortfalls = Shortfalls.of(problem);
        supply = new Supply(problem, shortfalls.openings());
        seatsShort = shortfalls.ofSeats() > 0
                ? new SeatsShort(shortfalls.ofRooms(), shortfalls.ofTrainers())
                : new SeatsShort(0, 0);
        months = Arrays.stream(calendar.dateOf).map(YearMonth::from).distinct().toList();
    }

    /**
     * Checks a data set.
     *
     * @param dataSet a validated data set
     * @param scope its scope decisions
     * @return what is proven; a shortfall of 0 does not promise that full coverage can be reached
     */
    public static FeasibilityReport check(DataSet dataSet, List<ScopeDecision> scope) {
        return new Feasibility(dataSet, scope).report(scope);
    }

    private FeasibilityReport report(List<ScopeDecision> scope) {
        findings.addAll(new DeadEnds(shortfalls).find());
        people();
        teams(scope);
        List<ModuleSupply> modules = new ArrayList<>();
        for (int m = 0; m < curriculum.modules; m++) {
            modules.add(module(m));
        }
        findings.sort(Comparator.comparingLong((Finding f) -> -f.shortfall())
                .thenComparing(Finding::kind)
                .thenComparing(Finding::subject)
                .thenComparing(Finding::sentence));
        long most = shortfalls.total();
        for (Finding finding : findings) {
            most = Math.max(most, finding.shortfall());
        }
        return new FeasibilityReport(requirements.count, most, findings, months, modules);
    }

    /** People who lose more alone than what is impossible module by module. */
    private void people() {
        for (int t = 0; t < workforce.teams; t++) {
            long lost = 0;
            List<String> names = new ArrayList<>();
            for (int p : workforce.membersOf[t]) {
                long own = shortfalls.ofPerson(p);
                for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
                    own -= shortfalls.isPossible(r) ? 0 : 1 + requirements.priorityOf[r];
                }
                if (own > 0) {
                    lost += own;
                    names.add(dataSet.staff().get(p).id());
                }
            }
            if (lost > 0) {
                String team = dataSet.teams().get(t).id();
                findings.add(new Finding(
                        Finding.Kind.TOO_FEW_DAYS,
                        team,
                        lost,
                        names.size() + (names.size() == 1 ? " person" : " people") + " of team " + team + " ("
                                + String.join(", ", names.subList(0, Math.min(EXAMPLES, names.size())))
                                + (names.size() > EXAMPLES ? ", ..." : "")
                                + ") cannot fit every module into the days and rest they have",
                        "Give them a change of duty beside a training day, rest-day training or later dates."));
            }
        }
    }

    private void teams(List<ScopeDecision> scope) {
        List<Integer> shortTeams = new ArrayList<>();
        for (int t = 0; t < workforce.teams; t++) {
            if (shortfalls.ofTeam(t) > 0) {
                shortTeams.add(t);
            }
        }
        shortTeams.sort(
                Comparator.comparingLong((Integer t) -> -shortfalls.ofTeam(t)).thenComparing(t -> t));
        CeilingFinder ceilings = new CeilingFinder(dataSet, scope);
        int tried = 0;
        for (int t : shortTeams) {
            Team team = dataSet.teams().get(t);
            long days = shortfalls.missingDays(t);
            String more = count(days, "more day");
            String remedy = "Team " + team.id() + " needs " + more + ".";
            if (tried++ < MOST_CEILINGS) {
                Optional<Integer> ceiling = ceilings.smallestCeiling(team);
                remedy = ceiling.map(percent ->
                                "Team " + team.id() + " needs a ceiling of " + percent + "% or " + more + ".")
                        .orElse("Team " + team.id() + " needs " + more
                                + "; minimum strength or a freeze, not the ceiling, holds it down.");
            }
            findings.add(new Finding(
                    Finding.Kind.TEAM_CEILING,
                    team.id(),
                    shortfalls.ofTeam(t),
                    "the places that team " + team.id() + " may spare do not hold what its "
                            + workforce.membersOf[t].length + " people need",
                    remedy));
        }
    }

    private ModuleSupply module(int m) {
        String id = dataSet.modules().get(m).id();
        boolean digital = curriculum.isDigital(m);
        long[] seats = digital ? new long[calendar.days] : supply.seatsByDay(m);
        int largest = supply.largestClass(m);
        long possible = shortfalls.wanted(m);
        long sessions = digital || largest == 0 ? 0 : (possible + largest - 1) / largest;
        if (!digital) {
            weeks(m, id, seats);
            seats(m, id, largest);
        }
        return new ModuleSupply(
                id,
                required(m),
                possible,
                digital ? Long.MAX_VALUE : Arrays.stream(seats).sum(),
                days(sessions * curriculum.slots[m] * curriculum.trainers[m]),
                digital ? 0 : supply.trainerDays(m, false),
                days(sessions * curriculum.slots[m] * curriculum.internals[m]),
                digital ? 0 : supply.trainerDays(m, true),
                byMonth(seats),
                openByMonth(m));
    }

    /**
     * Weight that seats cost in all modules together.
     *
     * @param rooms if trainers were plenty
     * @param trainers if rooms were plenty
     */
    private record SeatsShort(long rooms, long trainers) {
        private String sentence() {
            if (rooms > 0 && trainers > 0) {
                return String.format(
                        Locale.ROOT,
                        "rooms alone cost %,d points over all modules, trainers alone %,d",
                        rooms,
                        trainers);
            }
            if (rooms > 0) {
                return "rooms bind, trainers would do";
            }
            return trainers > 0 ? "trainers bind, rooms would do" : "rooms and trainers bind only together";
        }
    }

    private static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private long days(long slots) {
        return (slots + calendar.slots - 1) / calendar.slots;
    }

    private long required(int m) {
        return Arrays.stream(requirements.moduleOf)
                .filter(module -> module == m)
                .count();
    }

    private List<Long> byMonth(long[] ofDay) {
        Long[] sums = new Long[months.size()];
        Arrays.fill(sums, 0L);
        for (int d = 0; d < calendar.days; d++) {
            sums[months.indexOf(YearMonth.from(calendar.dateOf[d]))] += ofDay[d];
        }
        return List.of(sums);
    }

    private List<Long> openByMonth(int m) {
        Long[] sums = new Long[months.size()];
        Arrays.fill(sums, 0L);
        int[] monthOf = new int[calendar.days];
        for (int d = 0; d < calendar.days; d++) {
            monthOf[d] = months.indexOf(YearMonth.from(calendar.dateOf[d]));
        }
        for (int r = 0; r < requirements.count; r++) {
            if (requirements.moduleOf[r] != m || !shortfalls.isPossible(r)) {
                continue;
            }
            int last = -1;
            for (int d = 0; d < calendar.days; d++) {
                if (monthOf[d] > last && isBookable(r, d)) {
                    last = monthOf[d];
                    sums[last]++;
                }
            }
        }
        return List.of(sums);
    }

    private boolean isBookable(int r, int d) {
        int free = workforce.dayBits[requirements.staffOf[r] * calendar.days + d] & (1 << calendar.slots) - 1;
        return free != 0 && shortfalls.openings().isOpen(r, d);
    }

    /** What seats and trainers of the whole programme leave out of a module. */
    private void seats(int m, String id, int largest) {
        long lost = (long) Math.ceil(shortfalls.lostOfModule(m) - 1e-3);
        if (lost <= 0) {
            return;
        }
        long sessions = largest == 0 ? 0 : (lost + largest - 1) / largest;
        long trainerDays = days(sessions * curriculum.trainers[m] * curriculum.slots[m]);
        // Where neither is short alone, both are named: only together do they leave too little.
        boolean roomsBind = seatsShort.rooms > 0 || seatsShort.trainers == 0;
        boolean trainersBind = seatsShort.trainers > 0 || seatsShort.rooms == 0;
        String room =
                roomsBind && curriculum.isFaceToFace(m) ? count(sessions * curriculum.slots[m], "room half-day") : "";
        String trainers = trainersBind && trainerDays > 0 ? count(trainerDays, "trainer day") : "";
        String both = room.isEmpty() || trainers.isEmpty() ? room + trainers : room + " and " + trainers;
        String remedy = largest == 0
                ? "No room that opens can hold a session of " + id + "; open one."
                : "Module " + id + " needs " + count(sessions, "more session")
                        + (both.isEmpty() ? "." : ", which " + (sessions == 1 ? "takes " : "take ") + both + ".");
        findings.add(new Finding(
                Finding.Kind.SEATS,
                id,
                lost,
                "rooms in reach and trainers together leave " + count(lost, "requirement") + " of " + id
                        + " without a seat (where modules compete, others may go short instead); "
                        + seatsShort.sentence(),
                remedy));
    }

    /** The worst week by whose end, or from whose start, more people must have a module than there are seats. */
    private void weeks(int m, String id, long[] seats) {
        long[] mustBy = new long[calendar.weeks + 1];
        long[] mustFrom = new long[calendar.weeks + 1];
        for (int r = 0; r < requirements.count; r++) {
            if (requirements.moduleOf[r] != m || !shortfalls.isPossible(r)) {
                continue;
            }
            int first = -1;
            int last = -1;
            for (int d = 0; d < calendar.days; d++) {
                if (isBookable(r, d)) {
                    first = first < 0 ? d : first;
                    last = d;
                }
            }
            if (first >= 0) {
                mustBy[calendar.weekOf[last]]++;
                mustFrom[calendar.weekOf[first]]++;
            }
        }
        long[] seatsOf = new long[calendar.weeks];
        for (int d = 0; d < calendar.days; d++) {
            seatsOf[calendar.weekOf[d]] += seats[d];
        }
        worstWeek(id, mustBy, seatsOf, true);
        worstWeek(id, mustFrom, seatsOf, false);
    }

    private void worstWeek(String id, long[] must, long[] seatsOf, boolean forward) {
        long wanted = 0;
        long there = 0;
        long worst = 0;
        long wantedThen = 0;
        int worstWeek = -1;
        // The programme as a whole is looked at elsewhere, with all modules together.
        for (int i = 0; i < calendar.weeks - 1; i++) {
            int w = forward ? i : calendar.weeks - 1 - i;
            wanted += must[w];
            there += seatsOf[w];
            if (wanted - there > worst) {
                worst = wanted - there;
                wantedThen = wanted;
                worstWeek = w;
            }
        }
        if (worstWeek < 0) {
            return;
        }
        LocalDate monday = mondayOf(worstWeek);
        findings.add(new Finding(
                Finding.Kind.WEEK,
                id,
                worst,
                String.format(
                        Locale.ROOT,
                        "%,d people can have %s only %s the week of %s, and %,d seats are possible",
                        wantedThen,
                        id,
                        forward ? "up to" : "from",
                        monday,
                        wantedThen - worst),
                "Open " + worst + " more seats of " + id + (forward ? " up to" : " from")
                        + " that week, with trainers."));
    }

    private LocalDate mondayOf(int week) {
        LocalDate first = dataSet.programme().firstDay();
        return first.minusDays(first.getDayOfWeek().getValue() - 1L).plusWeeks(week);
    }
}
