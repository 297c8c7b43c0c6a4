package io.muster.solver.construct;

import io.muster.solver.construct.DayKinds.Kind;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Goes through the training days and calls people in: the most pressed person leads, the day's kind and venue that suit
 * most others are chosen for the leader, rooms and trainers are found, and the class is filled by pressure.
 *
 * <p>Pressure is need over room: the days a team (or person) still needs, over the days its cap (or duty, leave and rest)
 * still permits. Calling the most pressed first is least-laxity scheduling; the team's cap is what binds at full size.
 */
final class DayScheduler {

    /**
     * How a pass goes about it.
     *
     * @param leastFill least share of a class that must come for it to open
     * @param singles whether anybody may come for a single half-day; otherwise only those who need just one
     * @param pace share of the even daily load that is called in; {@link Double#MAX_VALUE}: as many as can be
     */
    record Pass(double leastFill, boolean singles, double pace) {}

    /** What a person may still do: those of one need state suit the same kinds. Modules are bits of {@link DayKinds}. */
    private record NeedState(long open, long unbooked, boolean singles, boolean inPairs, int freeSlots) {}

    /** Pressure from which people are called in whatever the pace. */
    private static final double PRESSED = 0.8;
    /** How much more a person's own pressure counts than the team's: a person cannot swap with a team-mate. */
    private static final double OWN_PRESSURE = 1.5;
    /** What a point of priority adds: early dates are worth money, and where not all can come, they come first. */
    private static final double PRIORITY_PRESSURE = 0.5;
    /** What a session is taken to cost beside its room when rooms are compared ... */
    private static final double SESSION_PENCE = 20_000;
    /** ... and where trainers are what is short: only full-size rooms will do. */
    private static final double SCARCE_SESSION_PENCE = 2_000_000;
    /** Journey and toll beyond the best open venue's up to which a person counts for a class there, pence. */
    private static final long NEAR_PENCE = 400;
    /** Pressure from which a whole team may go farther, so that nobody of it is left out ... */
    private static final double PRESSED_TEAM = 0.7;
    /** ... by this much, pence. */
    private static final long PRESSED_NEAR_PENCE = 1600;
    /** The same of the journey alone, where trainers are what is short: their classes must fill first of all. */
    private static final long SCARCE_NEAR_PENCE = 1200;
    /** What a half-day class costs a head for each class by which its slot has more of them in all than the other ... */
    private static final long SURPLUS_PENCE = 100;
    /** ... at most; it saves as much in the slot that has fewer. */
    private static final long MOST_SURPLUS_PENCE = 5000;
    /** The same for each such class at its own venue that day ... */
    private static final long LOCAL_SURPLUS_PENCE = 500;
    /** ... at most. */
    private static final long MOST_LOCAL_SURPLUS_PENCE = 2500;
    /** What an empty seat is taken to cost when kinds are compared, pence. */
    private static final long EMPTY_PENCE = 2500;

    /** Classes tried for a leader before the next one leads. */
    private static final int MOST_ATTEMPTS = 4;

    private final PlanState state;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;
    private final TrainerPicker trainers;
    private final DayKinds kinds;
    private final int wholeDay;

    // Candidates of the day
    private int[] candidates = new int[0];
    private int count;
    private final boolean[] waiting;
    private final double[] pressure;
    private final double sessionPence;
    private final long nearPence;
    /** What a seat at each place is worth. */
    private final long[] tollOf;

    private final int[] needStateOf;
    /** Greatest priority of each staff member's requirements. */
    private final int[] priorityOf;

    private final List<boolean[]> fitsOf = new ArrayList<>();
    private final Map<NeedState, Integer> needStateAt = new HashMap<>();
    private int[] waitingFor = new int[0];
    private boolean[] near = new boolean[0];
    /** Kinds at venues that cannot come about any more today: [place * kinds + kind]. */
    private boolean[] isOver = new boolean[0];
    /** Counts classes opened for good. What was found at an older version holds while nothing it rests on has changed since. */
    private int version;

    /** Half-day classes in the second slot less those in the first: so far, and today at each place. */
    private int surplus;

    private int[] surplusAt = new int[0];

    private int dayVersion;
    private final int[] placeVersion;
    private final int[] trainerVersion;
    private int[] roomVersion = new int[0];
    private int[] staffVersion = new int[0];
    private int[] roomAt = new int[0];
    private long[] staffPrice = new long[0];
    /** Trainers found, both sessions' in turn: [(place * kinds + kind) * team + position]. */
    private int[] staffTeam = new int[0];

    private final int team;
    private final int[][] roomsAt;
    /** Whether trainers are what is short, so that a class in a small room costs seats. */
    private final boolean scarce;
    /** Whether rooms smaller than the largest class there can be are left alone in the pass at hand. */
    private boolean largeRoomsOnly;
    /** Seats of the largest class of each module that any room holds. */
    private final int[] mostSeats;
    /** Those without needs for whom no class can come about any more today: [need state * teams + team]. */
    private boolean[] isHopeless = new boolean[0];
    /** Which leader a kind at a venue was last tried for. */
    private int[] triedFor = new int[0];

    // Pressure
    private final int[] fullDaysLeft;
    private final long[] teamRoomLeft;
    private final long[] teamNeed;
    private final int[] teamAvailable;

    /** A scheduler of the run of modules that {@link DayKinds} looks at from {@code firstModule} on. */
    DayScheduler(PlanState state, TrainerPicker trainers, int firstModule) {
        this.state = state;
        this.trainers = trainers;
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
        kinds = new DayKinds(problem, firstModule);
        scarce = trainers.areScarce();
        sessionPence = scarce ? SCARCE_SESSION_PENCE : SESSION_PENCE;
        nearPence = scarce ? SCARCE_NEAR_PENCE : NEAR_PENCE;
        tollOf = scarce ? new long[estate.venues] : VenueTolls.of(problem);
        wholeDay = calendar.slots == 2 ? 3 : 1;
        team = 2 * curriculum.maxTrainers;
        placeVersion = new int[estate.venues + 1];
        trainerVersion = new int[problem.cadre.trainers];
        roomsAt = new int[estate.venues + 1][];
        for (int place = 0; place <= estate.venues; place++) {
            int at = place;
            roomsAt[place] = IntStream.range(0, estate.rooms)
                    .filter(room -> placeOf(room) == at)
                    .toArray();
        }
        mostSeats = new int[curriculum.modules];
        for (int m = 0; m < curriculum.modules; m++) {
            for (int room = 0; room < estate.rooms; room++) {
                mostSeats[m] = Math.max(mostSeats[m], problem.capacity(room, m));
            }
        }
        waiting = new boolean[workforce.staff];
        pressure = new double[workforce.staff];
        needStateOf = new int[workforce.staff];
        priorityOf = new int[workforce.staff];
        for (int r = 0; r < requirements.count; r++) {
            priorityOf[requirements.staffOf[r]] =
                    Math.max(priorityOf[requirements.staffOf[r]], requirements.priorityOf[r]);
        }
        fullDaysLeft = new int[workforce.staff];
        teamRoomLeft = new long[workforce.teams];
        teamNeed = new long[workforce.teams];
        teamAvailable = new int[workforce.teams];
    }

    /** Runs a pass over all days, or until it is stopped. */
    void run(Pass pass, BooleanSupplier isStopped) {
        largeRoomsOnly = scarce && pass.leastFill() > 0;
        countRoom();
        long daysNeeded = 0;
        for (long need : teamNeed) {
            daysNeeded += need;
        }
        for (int d = 0; d < calendar.days && daysNeeded > 0 && !isStopped.getAsBoolean(); d++) {
            double even = (double) daysNeeded / (calendar.days - d);
            long target = pass.pace() == Double.MAX_VALUE ? Long.MAX_VALUE : (long) Math.ceil(even * pass.pace());
            daysNeeded -= runDay(d, pass, target);
            passDay(d);
        }
    }

    private void countRoom() {
        Arrays.fill(fullDaysLeft, 0);
        Arrays.fill(teamRoomLeft, 0);
        Arrays.fill(teamNeed, 0);
        for (int p = 0; p < workforce.staff; p++) {
            teamNeed[workforce.teamOf[p]] += daysNeeded(p);
        }
        for (int d = 0; d < calendar.days; d++) {
            changeRoom(d, 1);
        }
    }

    private void passDay(int d) {
        changeRoom(d, -1);
    }

    private void changeRoom(int d, int sign) {
        Arrays.fill(teamAvailable, 0);
        for (int p = 0; p < workforce.staff; p++) {
            if (isWholeDayFree(p, d)) {
                fullDaysLeft[p] += sign;
                teamAvailable[workforce.teamOn(p, d)]++;
            }
        }
        for (int t = 0; t < workforce.teams; t++) {
            teamRoomLeft[t] += (long) sign * Math.min(workforce.cap[t * calendar.days + d], teamAvailable[t]);
        }
    }

    private boolean isWholeDayFree(int p, int d) {
        int bits = workforce.dayBits[p * calendar.days + d];
        int end = calendar.slots - 1;
        int asked = wholeDay | Workforce.START_OK | Workforce.END_OK << end;
        return (bits & asked) == asked;
    }

    private int daysNeeded(int p) {
        int slots = 0;
        for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
            if (isWanted(r)) {
                slots += curriculum.slots[requirements.moduleOf[r]];
            }
        }
        return (slots + calendar.slots - 1) / calendar.slots;
    }

    /** Whether a requirement is to be booked one by one: unbooked, not blocked, not a cohort's. */
    private boolean isWanted(int r) {
        return !state.isBooked(r) && !requirements.blocked[r] && !problem.isTogether(r);
    }

    // ---- One day ---------------------------------------------------------------------------------------------------

    private long runDay(int d, Pass pass, long target) {
        long called = gather(d, pass);
        int[] order = sortedByPressure();
        for (int i = 0; i < order.length; i++) {
            int leader = order[i];
            if (!waiting[leader]) {
                continue;
            }
            if (called >= target && pressure[leader] < PRESSED) {
                break;
            }
            called += lead(leader, d, pass, order);
            dismiss(leader);
        }
        return called;
    }

    /** Notes who may be called in; returns how many came for digital learning alone. */
    private long gather(int d, Pass pass) {
        count = 0;
        long alone = 0;
        fitsOf.clear();
        needStateAt.clear();
        if (candidates.length == 0) {
            candidates = new int[workforce.staff];
        }
        for (int p = 0; p < workforce.staff; p++) {
            waiting[p] = false;
            int bits = workforce.dayBits[p * calendar.days + d];
            if ((bits & wholeDay) == 0) {
                continue;
            }
            long open = 0;
            long unbooked = 0;
            int free = wholeDay;
            for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
                if (!state.isBooked(r)) {
                    unbooked |= kinds.bit(requirements.moduleOf[r]);
                    if (isWanted(r) && requirements.firstDay[r] <= d && requirements.lastDay[r] >= d) {
                        open |= kinds.bit(requirements.moduleOf[r]);
                    }
                } else if (state.dayOf(r) == d) {
                    free &= ~state.maskOf(r);
                }
            }
            boolean first = free == wholeDay;
            if (open == 0 || free == 0 || (!first && !pass.singles())) {
                continue;
            }
            if (first && (bits & Workforce.ON_DUTY) != 0 && state.headroom(workforce.teamOn(p, d), d) <= 0) {
                continue;
            }
            if (!pass.singles() && !isWholeDayFree(p, d) && !isLast(unbooked)) {
                continue;
            }
            double team = (double) teamNeed[workforce.teamOf[p]] / Math.max(1, teamRoomLeft[workforce.teamOf[p]]);
            double own = OWN_PRESSURE * daysNeeded(p) / Math.max(1, fullDaysLeft[p]);
            boolean inPairs = !pass.singles() && Math.max(team, own) < PRESSED && kinds.isInPairs(unbooked);
            if (inPairs && first && bookAlone(p, d, bits, open, unbooked)) {
                teamNeed[workforce.teamOf[p]]--;
                alone++;
                continue;
            }
            needStateOf[p] = needState(open, unbooked, pass.singles() || isLast(unbooked), inPairs, free);
            pressure[p] = Math.max(team, own) + PRIORITY_PRESSURE * priorityOf[p];
            waiting[p] = true;
            candidates[count++] = p;
        }
        countWaiting(d);
        return alone;
    }

    /**
     * Books the digital learning of somebody whose other modules make whole days among themselves: no journey is needed for it.
     * A day on which nothing else could be done suits best; otherwise it waits until other modules wait for it.
     */
    private boolean bookAlone(int p, int d, int bits, long open, long unbooked) {
        int module = kinds.digital(open);
        if (module < 0 || (isWholeDayFree(p, d) && !kinds.isAwaited(module, unbooked))) {
            return false;
        }
        for (int slot = 0; slot < calendar.slots; slot++) {
            if ((bits >> slot & 1) != 0 && book(p, module, estate.digitalSession(module, d, slot))) {
                return true;
            }
        }
        return false;
    }

    private boolean isLast(long unbooked) {
        return calendar.slots == 1 || Long.bitCount(unbooked) == 1;
    }

    private int needState(long open, long unbooked, boolean singles, boolean inPairs, int free) {
        NeedState key = new NeedState(open, unbooked, singles, inPairs, free);
        Integer known = needStateAt.get(key);
        if (known != null) {
            return known;
        }
        boolean[] fits = new boolean[kinds.count()];
        for (int k = 0; k < fits.length; k++) {
            Kind kind = kinds.get(k);
            fits[k] = (kind.slots() & ~free) == 0
                    && (singles || !kind.isSingle())
                    && !(inPairs && kinds.isDigitalInPart(kind))
                    && !kinds.isDigitalOnly(kind)
                    && kinds.fits(kind, open, unbooked);
        }
        if (!singles) {
            keepHalvesApart(fits, unbooked);
        }
        needStateAt.put(key, fitsOf.size());
        fitsOf.add(fits);
        return fitsOf.size() - 1;
    }

    /**
     * Leaves out kinds after which digital learning has to come in the morning, and a room is needed for the afternoon alone,
     * where there are others.
     */
    private void keepHalvesApart(boolean[] fits, long unbooked) {
        boolean[] better = fits.clone();
        boolean any = false;
        for (int k = 0; k < fits.length; k++) {
            better[k] &= !kinds.leavesMorning(kinds.get(k), unbooked);
            any |= better[k];
        }
        if (any) {
            System.arraycopy(better, 0, fits, 0, fits.length);
        }
    }

    /** Counts, for each venue (and one for none) and kind, the people who would come and are near. */
    private void countWaiting(int d) {
        int places = estate.venues + 1;
        waitingFor = new int[places * kinds.count()];
        near = new boolean[workforce.teams * places];
        isOver = new boolean[waitingFor.length];
        surplusAt = new int[places];
        if (roomVersion.length == 0) {
            roomVersion = new int[waitingFor.length];
            staffVersion = new int[waitingFor.length];
            roomAt = new int[waitingFor.length];
            staffPrice = new long[waitingFor.length];
            staffTeam = new int[waitingFor.length * team];
            triedFor = new int[waitingFor.length];
        }
        Arrays.fill(triedFor, -1);
        isHopeless = new boolean[fitsOf.size() * workforce.teams];
        version++;
        dayVersion = version;
        boolean[] hasRoom = new boolean[places];
        for (int r = 0; r < estate.rooms; r++) {
            hasRoom[placeOf(r)] |= estate.open[r * calendar.days + d];
        }
        for (int t = 0; t < workforce.teams; t++) {
            long least = Long.MAX_VALUE;
            for (int v = 0; v < estate.venues; v++) {
                if (hasRoom[v]) {
                    least = Math.min(least, estate.travelPence[t * estate.venues + v] + tollOf[v]);
                }
            }
            double teamPressure = (double) teamNeed[t] / Math.max(1, teamRoomLeft[t]);
            long slack = teamPressure > PRESSED_TEAM ? PRESSED_NEAR_PENCE : nearPence;
            for (int v = 0; v < estate.venues; v++) {
                near[t * places + v] =
                        hasRoom[v] && estate.travelPence[t * estate.venues + v] + tollOf[v] <= least + slack;
            }
            near[t * places + estate.venues] = true;
        }
        for (int i = 0; i < count; i++) {
            countPerson(candidates[i], 1);
        }
    }

    private int placeOf(int room) {
        return estate.venueOf[room] < 0 ? estate.venues : estate.venueOf[room];
    }

    private void countPerson(int p, int sign) {
        int places = estate.venues + 1;
        boolean[] fits = fitsOf.get(needStateOf[p]);
        for (int v = 0; v < places; v++) {
            if (near[workforce.teamOf[p] * places + v]) {
                int row = v * fits.length;
                for (int k = 0; k < fits.length; k++) {
                    if (fits[k]) {
                        waitingFor[row + k] += sign;
                    }
                }
            }
        }
    }

    private void dismiss(int p) {
        if (waiting[p]) {
            waiting[p] = false;
            countPerson(p, -1);
        }
    }

    private int[] sortedByPressure() {
        Integer[] boxed = new Integer[count];
        for (int i = 0; i < count; i++) {
            boxed[i] = candidates[i];
        }
        Arrays.sort(boxed, (a, b) -> {
            int byPressure = Double.compare(pressure[b], pressure[a]);
            return byPressure != 0 ? byPressure : Integer.compare(a, b);
        });
        return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
    }

    // ---- One class -------------------------------------------------------------------------------------------------

    /** Opens the class that suits a leader best and fills it; returns how many came, 0 when none could be opened. */
    private int lead(int leader, int d, Pass pass, int[] order) {
        boolean[] fits = fitsOf.get(needStateOf[leader]);
        int hope = needStateOf[leader] * workforce.teams + workforce.teamOf[leader];
        if (isHopeless[hope] && workforce.needsOf[leader] == 0) {
            return 0;
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            int best = -1;
            int bestRoom = -1;
            long bestPrice = Long.MAX_VALUE;
            for (int k = 0; k < fits.length; k++) {
                for (int v = 0; fits[k] && v <= estate.venues; v++) {
                    int at = v * fits.length + k;
                    if (isOver[at] || triedFor[at] == leader) {
                        continue;
                    }
                    int room = roomFor(leader, d, at);
                    if (room < 0) {
                        continue;
                    }
                    long price = price(leader, d, at, room, pass, bestPrice);
                    if (price < bestPrice) {
                        best = at;
                        bestRoom = room;
                        bestPrice = price;
                    }
                }
            }
            if (best < 0) {
                isHopeless[hope] = attempt == 0 && workforce.needsOf[leader] == 0;
                return 0;
            }
            triedFor[best] = leader;
            int came = open(best % fits.length, bestRoom, d, pass, order, leader);
            if (came > 0) {
                return came;
            }
        }
        return 0;
    }

    /**
     * What a class would cost a head; {@link Long#MAX_VALUE} where too few would come, there are no trainers, or it costs
     * no less than a limit.
     */
    private long price(int leader, int d, int at, int room, Pass pass, long limit) {
        int place = at / kinds.count();
        Kind kind = kinds.get(at % kinds.count());
        int seats = seats(room, kind, d);
        int come = Math.min(seats, Math.max(1, waitingFor[at]));
        if (come < pass.leastFill() * seats) {
            // Fewer and fewer wait as the day goes on: this class will not come about today.
            isOver[at] = true;
            return Long.MAX_VALUE;
        }
        int first = needsSession(kind.first()) ? estate.sessionAt(room, d, 0) : -1;
        int second = needsSession(kind.second()) ? estate.sessionAt(room, d, 1) : -1;
        long travel =
                place == estate.venues ? 0 : estate.travelPence[workforce.teamOn(leader, d) * estate.venues + place];
        int sessionSlots = (first >= 0 ? curriculum.slots[kind.first()] : 0) + (second >= 0 ? 1 : 0);
        long hire = estate.pencePerSlot[room] * sessionSlots;
        // A half-day alone costs a whole day of duty.
        boolean alone = kind.isSingle() && calendar.slots == 2 && state.maskOn(leader, d) == 0;
        long others = travel
                + (alone ? problem.prices.abstractionDay : 0)
                + (seats - come) * EMPTY_PENCE / seats
                + surplusPence(kind, place);
        boolean known = isStaffKnown(at, place);
        // The longer the day, the fewer trainers there are: what was found before is the least it can cost now.
        if (others + (hire + (known ? staffPrice[at] : 0)) / come >= limit) {
            return Long.MAX_VALUE;
        }
        if (!known || isStaffTaken(at)) {
            staffVersion[at] = version;
            staffPrice[at] = trainers.price(first, kind.first(), second, kind.second());
            trainers.copyTeams(staffTeam, at * team);
        }
        if (staffPrice[at] < 0) {
            isOver[at] = true;
            return Long.MAX_VALUE;
        }
        // Another class at the place may leave a trainer half a day idle later on, so it may come about yet.
        if (pass.leastFill() > 0 && trainers.wastesDays(staffPrice[at], sessionSlots)) {
            return Long.MAX_VALUE;
        }
        return others + (hire + staffPrice[at]) / come;
    }

    /** Whether a kind uses its room in one slot only, in which another class could take over room and trainers. */
    private boolean isHalfDay(Kind kind) {
        return calendar.slots == 2 && slotsInRoom(kind) != 3 && slotsInRoom(kind) != 0;
    }

    /** The slots, as bits, in which a kind needs a session. */
    private int slotsInRoom(Kind kind) {
        int first = needsSession(kind.first()) ? curriculum.slotMask(kind.first(), 0) : 0;
        return first | (needsSession(kind.second()) ? 2 : 0);
    }

    /** What a half-day class costs a head, or saves, because the other slot has fewer of them, or more. */
    private long surplusPence(Kind kind, int place) {
        if (!isHalfDay(kind)) {
            return 0;
        }
        long inAll = Math.min(MOST_SURPLUS_PENCE, Math.abs(surplus) * SURPLUS_PENCE) * Integer.signum(surplus);
        long here = Math.min(MOST_LOCAL_SURPLUS_PENCE, Math.abs(surplusAt[place]) * LOCAL_SURPLUS_PENCE)
                * Integer.signum(surplusAt[place]);
        return slotsInRoom(kind) == 2 ? inAll + here : -inAll - here;
    }

    private void countHalfDay(Kind kind, int place) {
        if (isHalfDay(kind)) {
            int change = slotsInRoom(kind) == 2 ? 1 : -1;
            surplus += change;
            surplusAt[place] += change;
        }
    }

    /** Whether trainers were found since a class was opened at a place: its trainers may have the other half-day free. */
    private boolean isStaffKnown(int at, int place) {
        int found = staffVersion[at];
        return found >= dayVersion && found >= placeVersion[place] && found >= placeVersion[estate.venues];
    }

    /** Whether one of the trainers found was taken for another class since. */
    private boolean isStaffTaken(int at) {
        for (int i = at * team; i < (at + 1) * team; i++) {
            if (staffTeam[i] >= 0 && trainerVersion[staffTeam[i]] > staffVersion[at]) {
                return true;
            }
        }
        return false;
    }

    private void markChanged(int place, int first, int second) {
        version++;
        placeVersion[place] = version;
        markTrainers(first);
        markTrainers(second);
    }

    private void markTrainers(int session) {
        for (int k = 0; k < curriculum.maxTrainers && session >= 0; k++) {
            int trainer = state.trainerAt(session, k);
            if (trainer >= 0) {
                trainerVersion[trainer] = version;
            }
        }
    }

    private boolean needsSession(int module) {
        return module >= 0 && !curriculum.isDigital(module);
    }

    private int seats(int room, Kind kind, int d) {
        int seats = Integer.MAX_VALUE;
        if (kind.first() >= 0 && !curriculum.isDigital(kind.first())) {
            seats = Math.min(seats, problem.capacity(room, kind.first(), d));
        }
        if (kind.second() >= 0 && !curriculum.isDigital(kind.second())) {
            seats = Math.min(seats, problem.capacity(room, kind.second(), d));
        }
        return seats;
    }

    /** The room for a leader and a class; looked up once for everybody without needs until the next class opens. */
    private int roomFor(int leader, int d, int at) {
        int place = at / kinds.count();
        Kind kind = kinds.get(at % kinds.count());
        if (place < estate.venues
                && estate.travelMinutes[workforce.teamOn(leader, d) * estate.venues + place]
                        > problem.dataSet.programme().limits().maxTravelMinutes()) {
            return -1;
        }
        if (workforce.needsOf[leader] != 0) {
            return findRoom(leader, d, place, kind);
        }
        if (roomVersion[at] < dayVersion || roomVersion[at] < placeVersion[place]) {
            roomVersion[at] = version;
            roomAt[at] = findRoom(leader, d, place, kind);
            isOver[at] |= roomAt[at] < 0;
        }
        return roomAt[at];
    }

    /** Cheapest free room for each seat at a venue (or virtual) in which the leader and the kind fit; -1: none. */
    private int findRoom(int leader, int d, int place, Kind kind) {
        int best = -1;
        double bestPrice = Double.MAX_VALUE;
        for (int r : roomsAt[place]) {
            if (!estate.reaches(workforce.teamOn(leader, d), r)
                    || !estate.meetsNeeds[workforce.needsOf[leader] * estate.rooms + r]
                    || !isFree(r, d, kind)
                    || (largeRoomsOnly && isSmall(r, kind, d))) {
                continue;
            }
            double price = (estate.pencePerSlot[r] + sessionPence) / seats(r, kind, d);
            if (price < bestPrice) {
                best = r;
                bestPrice = price;
            }
        }
        return best;
    }

    private boolean isSmall(int room, Kind kind, int d) {
        return isSmall(room, kind.first(), d) || isSmall(room, kind.second(), d);
    }

    private boolean isSmall(int room, int module, int d) {
        return needsSession(module) && problem.capacity(room, module, d) < mostSeats[module];
    }

    private boolean isFree(int room, int d, Kind kind) {
        return (kind.first() < 0
                        || curriculum.isDigital(kind.first())
                        || state.isFree(estate.sessionAt(room, d, 0), kind.first()))
                && (kind.second() < 0
                        || curriculum.isDigital(kind.second())
                        || state.isFree(estate.sessionAt(room, d, 1), kind.second()));
    }

    private int open(int kindIndex, int room, int d, Pass pass, int[] order, int leader) {
        Kind kind = kinds.get(kindIndex);
        int first = place(kind.first(), room, d, 0);
        int second = place(kind.second(), room, d, 1);
        if (first >= 0 && !state.canPlace(requirements.at[leader * curriculum.modules + kind.first()], first)) {
            return 0;
        }
        int firstTaught = needsSession(kind.first()) ? first : -1;
        int secondTaught = needsSession(kind.second()) ? second : -1;
        boolean staffed = trainers.staff(firstTaught, kind.first(), secondTaught, kind.second());
        if (!staffed || !bookDay(leader, kind, first, second)) {
            return 0;
        }
        int[] came = new int[Math.min(count, seats(room, kind, d))];
        int n = 0;
        came[n++] = leader;
        int places = estate.venues + 1;
        int place = placeOf(room);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < order.length && n < came.length; i++) {
                int p = order[i];
                if (!waiting[p]
                        || p == leader
                        || !fitsOf.get(needStateOf[p])[kindIndex]
                        || near[workforce.teamOf[p] * places + place] != (round == 0)) {
                    continue;
                }
                if (bookDay(p, kind, first, second)) {
                    came[n++] = p;
                }
            }
            if (n >= pass.leastFill() * came.length) {
                break;
            }
        }
        if (n < pass.leastFill() * came.length) {
            for (int i = 0; i < n; i++) {
                undo(came[i], kind.second());
                undo(came[i], kind.first());
            }
            isOver[place * kinds.count() + kindIndex] = true;
            return 0;
        }
        markChanged(place, firstTaught, secondTaught);
        countHalfDay(kind, place);
        for (int i = 0; i < n; i++) {
            teamNeed[workforce.teamOf[came[i]]]--;
            dismiss(came[i]);
        }
        return n;
    }

    private boolean bookDay(int p, Kind kind, int first, int second) {
        if (!book(p, kind.first(), first)) {
            return false;
        }
        if (!book(p, kind.second(), second)) {
            undo(p, kind.first());
            return false;
        }
        return true;
    }

    private int place(int module, int room, int d, int slot) {
        if (module < 0) {
            return -1;
        }
        return curriculum.isDigital(module) ? estate.digitalSession(module, d, slot) : estate.sessionAt(room, d, slot);
    }

    private boolean book(int p, int module, int session) {
        if (module < 0) {
            return true;
        }
        int r = requirements.at[p * curriculum.modules + module];
        if (!state.canPlace(r, session)) {
            return false;
        }
        state.book(r, session);
        return true;
    }

    private void undo(int p, int module) {
        if (module >= 0) {
            state.unbook(requirements.at[p * curriculum.modules + module]);
        }
    }
}
