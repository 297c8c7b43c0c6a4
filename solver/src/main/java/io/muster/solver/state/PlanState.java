package io.muster.solver.state;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.BaselineBookings;
import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Prices;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import java.util.Arrays;

/**
 * One plan with its exact score. Every change is allowed, valid or not, and the score follows at once: hard points
 * (number of violations in the catalogue's units), coverage shortfall and pence. The questions {@code can...} tell
 * beforehand whether a change keeps a valid plan valid, at a fraction of the price.
 *
 * <p>A place runs a session exactly when it has a module and somebody is booked in it; the module and trainers of a place
 * nobody is booked in are without meaning. A module always suits its place, face to face in rooms of the data set and
 * virtual in virtual ones, and digital places keep their own: no plan can say anything else, and nothing here proposes
 * it. Bookings in a place without a module count in the rules and cost of their staff, are out of scope
 * and over capacity, and hire nothing. Not thread-safe.
 */
public final class PlanState {

    private static final int[] NOBODY = {};

    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;
    private final Cadre cadre;
    private final Prices prices;
    private final BaselineBookings baseline;
    /** First training day on which rules are asked for: on a re-plan, days before it are past. */
    private final int firstFree;

    private final int days;
    private final int slots;
    private final int maxTrainers;

    private final int[] moduleOf;
    private final int[] trainerAt;
    private final int[] sessionOf;

    /** Day and slots of each booking; slots 0: unbooked. */
    private final int[] bookedDay;

    private final byte[] bookedMask;
    private final int[] countOf;
    private final int[][] attendees;
    /** The teams of the attendees, seat by seat. */
    private final int[][] attendeeTeams;
    /** What each running session is charged for seats and mix. */
    private final long[] seatPence;

    private final long[] mixPence;
    private final int[] seatOf;
    private final int[] heads;
    private final int[] unbookedList;
    private final int[] unbookedAt;
    private final byte[] placeUse;
    private final int[] bookedBy;
    private final int[] teamScratch;
    private final OpenSessions openSessions;
    private final CostLedger ledger = new CostLedger();
    private final TrainerRota rota;
    private final CohortLedger cohorts;
    private final StaffRules staffRules;

    private long points;
    private long shortfall;
    private int bookings;

    /**
     * An empty plan.
     *
     * @param problem the problem
     */
    public PlanState(Problem problem) {
        this.problem = problem;
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
        cadre = problem.cadre;
        prices = problem.prices;
        baseline = problem.baseline;
        firstFree = baseline.firstFree;
        days = calendar.days;
        slots = calendar.slots;
        maxTrainers = curriculum.maxTrainers;
        Assignment empty = Assignment.empty(problem);
        moduleOf = empty.moduleOf();
        trainerAt = empty.trainerAt();
        sessionOf = empty.sessionOf();
        bookedDay = new int[requirements.count];
        bookedMask = new byte[requirements.count];
        countOf = new int[estate.sessions];
        attendees = new int[estate.digitalBase][];
        Arrays.fill(attendees, NOBODY);
        attendeeTeams = new int[estate.digitalBase][];
        Arrays.fill(attendeeTeams, NOBODY);
        seatPence = new long[estate.digitalBase];
        mixPence = new long[estate.digitalBase];
        seatOf = new int[requirements.count];
        heads = new int[workforce.teams * days];
        unbookedList = new int[requirements.count];
        unbookedAt = new int[requirements.count];
        for (int r = 0; r < requirements.count; r++) {
            unbookedList[r] = r;
            unbookedAt[r] = r;
        }
        placeUse = new byte[estate.realRooms * days * slots];
        bookedBy = new int[workforce.bcus.size() * calendar.weeks];
        teamScratch = new int[workforce.teams];
        openSessions = new OpenSessions(problem);
        rota = new TrainerRota(problem, this, ledger);
        cohorts = new CohortLedger(problem, sessionOf);
        staffRules = new StaffRules(problem, this);
        for (int weight : requirements.weightOf) {
            shortfall += weight;
        }
        for (BaselineBookings.Dropped dropped : baseline.dropped) {
            ledger.add(TrainingConstraint.CHANGE, dropped.pence());
        }
        for (int r = 0; r < requirements.count; r++) {
            ledger.add(TrainingConstraint.CHANGE, baseline.changePence(r, -1, 0));
            points += baseline.isFrozen[r] ? 1 : 0;
        }
        for (int target : problem.trajectory) {
            ledger.add(TrainingConstraint.TRAJECTORY, prices.behindTrajectory * target);
        }
    }

    /**
     * A plan that holds an assignment.
     *
     * @param problem the problem
     * @param assignment values of all planning variables
     * @return the plan with its score
     */
    public static PlanState of(Problem problem, Assignment assignment) {
        PlanState state = new PlanState(problem);
        System.arraycopy(assignment.moduleOf(), 0, state.moduleOf, 0, state.estate.digitalBase);
        System.arraycopy(assignment.trainerAt(), 0, state.trainerAt, 0, state.trainerAt.length);
        Requirements requirements = state.requirements;
        for (int p = 0; p < state.workforce.staff; p++) {
            state.points -= state.staffRules.points(p);
            for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
                if (assignment.sessionOf()[r] >= 0) {
                    state.bookUnjudged(r, assignment.sessionOf()[r]);
                }
            }
            state.points += state.staffRules.points(p);
        }
        return state;
    }

    /** {@return a snapshot of the values of all planning variables} */
    public Assignment assignment() {
        return new Assignment(moduleOf.clone(), trainerAt.clone(), sessionOf.clone());
    }

    // ---- Score -----------------------------------------------------------------------------------------------------

    /** {@return violations of hard rules, in the catalogue's points; 0 for a valid plan} */
    public long hardPoints() {
        return points + rota.points() + cohorts.points();
    }

    /** {@return the sum over unbooked requirements of 1 + priority} */
    public long shortfall() {
        return shortfall;
    }

    /** {@return the cost lines} */
    public CostLedger cost() {
        return ledger;
    }

    /** {@return the number of bookings} */
    public int bookings() {
        return bookings;
    }

    /** {@return the number of unbooked requirements} */
    public int unbookedCount() {
        return requirements.count - bookings;
    }

    /** {@return an unbooked requirement, {@code 0 <= i < unbookedCount}, in no particular order} */
    public int unbooked(int i) {
        return unbookedList[i];
    }

    // ---- What stands where -----------------------------------------------------------------------------------------

    /** {@return the problem} */
    public Problem problem() {
        return problem;
    }

    /** {@return the session of a requirement; -1: unbooked} */
    public int sessionOf(int requirement) {
        return sessionOf[requirement];
    }

    /** {@return whether a requirement is booked} */
    public boolean isBooked(int requirement) {
        return sessionOf[requirement] >= 0;
    }

    /** {@return the day of a booked requirement} */
    public int dayOf(int requirement) {
        return bookedDay[requirement];
    }

    /** {@return the slots, as bits, of a requirement's booking; 0: unbooked} */
    public int maskOf(int requirement) {
        return bookedMask[requirement];
    }

    /** {@return the module of a place; -1: none} */
    public int moduleOf(int session) {
        return moduleOf[session];
    }

    /** {@return the trainer at a position of a session; -1: none} */
    public int trainerAt(int session, int position) {
        return trainerAt[session * maxTrainers + position];
    }

    /** {@return the bookings of a session} */
    public int countOf(int session) {
        return countOf[session];
    }

    /** {@return the requirement booked on a seat of a session that is not digital, {@code 0 <= seat < countOf}} */
    public int attendee(int session, int seat) {
        return attendees[session][seat];
    }

    /** {@return the requirements booked in a session that is not digital, as they are now} */
    public int[] attendees(int session) {
        return Arrays.copyOf(attendees[session], countOf[session]);
    }

    /** {@return the venue of a session; -1 for virtual and digital ones} */
    public int venueOf(int session) {
        return venueAt(session);
    }

    /** {@return the slots, as bits, that a place takes with its module} */
    public int sessionMask(int session) {
        int module = moduleOf[session];
        int slot = estate.slotOf(session);
        return module < 0 ? 1 << slot : curriculum.slotMask(module, slot) & (1 << slots) - 1;
    }

    /** {@return the most bookings of a session with its module; 0 without one} */
    public int capacityOf(int session) {
        int module = moduleOf[session];
        if (estate.isDigital(session)) {
            return Integer.MAX_VALUE;
        }
        return module < 0 ? 0 : problem.capacity(estate.roomOf(session), module, estate.dayOf(session));
    }

    /** {@return the running sessions of a module on a day that start at a slot} */
    public int openCount(int module, int day, int slot) {
        return openSessions.size(openSessions.key(module, day, slot));
    }

    /** {@return one of them, {@code 0 <= i < openCount}} */
    public int openAt(int module, int day, int slot, int i) {
        return openSessions.get(openSessions.key(module, day, slot), i);
    }

    /** {@return staff of a team who are booked and on duty on a day (H12)} */
    public int headsOf(int team, int day) {
        return heads[team * days + day];
    }

    /** {@return how many more of a team may be booked on a day} */
    public int headroom(int team, int day) {
        return workforce.cap[team * days + day] - heads[team * days + day];
    }

    /** {@return the slots, as bits, on which a staff member is booked on a day} */
    public int maskOn(int staff, int day) {
        int mask = 0;
        for (int r = requirements.firstOf[staff]; r < requirements.firstOf[staff + 1]; r++) {
            if (bookedMask[r] != 0 && bookedDay[r] == day) {
                mask |= bookedMask[r];
            }
        }
        return mask;
    }

    // ---- Changes ---------------------------------------------------------------------------------------------------

    /** Books an unbooked requirement in a place, whether valid or not. */
    public void book(int r, int session) {
        int p = requirements.staffOf[r];
        points -= staffRules.points(p);
        bookUnjudged(r, session);
        points += staffRules.points(p);
    }

    /** Takes a booked requirement out of its session, whether valid or not. */
    public void unbook(int r) {
        int p = requirements.staffOf[r];
        points -= staffRules.points(p);
        unbookUnjudged(r);
        points += staffRules.points(p);
    }

    /**
     * As {@link #book}, but the rules of the staff member are not counted: for changes that break none of them once all
     * are made, or are taken back. Several times as fast.
     *
     * @param r an unbooked requirement
     * @param session a place
     */
    public void bookUnjudged(int r, int session) {
        int p = requirements.staffOf[r];
        int d = estate.dayOf(session);
        int maskBefore = maskOn(p, d);
        chargeStaffDay(p, d, -1);
        sessionOf[r] = session;
        bookedDay[r] = d;
        bookedMask[r] = (byte) sessionMask(session);
        chargeStaffDay(p, d, 1);
        cohorts.moved(r);
        if (maskBefore == 0) {
            changeHeads(p, d, 1);
        }
        enter(r, session);
        chargeBooking(r, p, d, 1);
        chargeChange(r, -1);
    }

    /**
     * As {@link #unbook}, but the rules of the staff member are not counted, see {@link #bookUnjudged}.
     *
     * @param r a booked requirement
     */
    public void unbookUnjudged(int r) {
        int p = requirements.staffOf[r];
        int session = sessionOf[r];
        int d = bookedDay[r];
        chargeChange(r, 1);
        leave(r, session);
        chargeStaffDay(p, d, -1);
        sessionOf[r] = -1;
        bookedMask[r] = 0;
        chargeStaffDay(p, d, 1);
        cohorts.moved(r);
        if (maskOn(p, d) == 0) {
            changeHeads(p, d, -1);
        }
        chargeBooking(r, p, d, -1);
    }

    /** Sets the module of a place that is not digital, running or not; -1 for none. */
    public void setModule(int session, int module) {
        if (countOf[session] == 0) {
            moduleOf[session] = module;
            return;
        }
        int[] booked = Arrays.copyOf(attendees[session], countOf[session]);
        for (int r : booked) {
            unbook(r);
        }
        moduleOf[session] = module;
        for (int r : booked) {
            book(r, session);
        }
    }

    /** Sets a trainer of a place, running or not; -1 for none. */
    public void setTrainer(int session, int position, int trainer) {
        boolean runs = countOf[session] > 0 && moduleOf[session] >= 0;
        if (runs) {
            points -= sessionPoints(session);
            stopTrainers(session);
        }
        trainerAt[session * maxTrainers + position] = trainer;
        if (runs) {
            startTrainers(session);
            points += sessionPoints(session);
        }
    }

    private void enter(int r, int session) {
        int lastUnbooked = unbookedList[requirements.count - ++bookings];
        unbookedList[unbookedAt[r]] = lastUnbooked;
        unbookedAt[lastUnbooked] = unbookedAt[r];
        if (estate.isDigital(session)) {
            countOf[session]++;
            return;
        }
        int n = countOf[session];
        if (n == 0) {
            start(session);
        } else {
            points -= sessionPoints(session);
        }
        if (n == attendees[session].length) {
            int seats = Math.max(8, n * 2);
            attendees[session] = Arrays.copyOf(attendees[session], seats);
            attendeeTeams[session] = Arrays.copyOf(attendeeTeams[session], seats);
        }
        attendees[session][n] = r;
        attendeeTeams[session][n] = workforce.teamOn(requirements.staffOf[r], estate.dayOf(session));
        seatOf[r] = n;
        countOf[session] = n + 1;
        points += sessionPoints(session);
        chargeSession(session);
    }

    private void leave(int r, int session) {
        unbookedAt[r] = requirements.count - bookings--;
        unbookedList[unbookedAt[r]] = r;
        if (estate.isDigital(session)) {
            countOf[session]--;
            return;
        }
        points -= sessionPoints(session);
        int n = --countOf[session];
        int last = attendees[session][n];
        attendees[session][seatOf[r]] = last;
        attendeeTeams[session][seatOf[r]] = attendeeTeams[session][n];
        seatOf[last] = seatOf[r];
        if (n == 0) {
            stop(session);
        } else {
            points += sessionPoints(session);
        }
        chargeSession(session);
    }

    private void start(int session) {
        if (moduleOf[session] >= 0) {
            usePlace(session, 1);
            startTrainers(session);
            openSessions.add(
                    openSessions.key(moduleOf[session], estate.dayOf(session), estate.slotOf(session)), session);
        }
    }

    private void stop(int session) {
        if (moduleOf[session] >= 0) {
            usePlace(session, -1);
            stopTrainers(session);
            openSessions.remove(
                    openSessions.key(moduleOf[session], estate.dayOf(session), estate.slotOf(session)), session);
        }
    }

    private void usePlace(int session, int change) {
        int room = estate.roomOf(session);
        int mask = sessionMask(session);
        ledger.add(TrainingConstraint.ROOM, change * Integer.bitCount(mask) * estate.pencePerSlot[room]);
        if (room >= estate.realRooms) {
            return;
        }
        int base = (room * days + estate.dayOf(session)) * slots;
        boolean counts = estate.dayOf(session) >= firstFree;
        for (int slot = 0; slot < slots; slot++) {
            if ((mask >> slot & 1) != 0) {
                points -= counts ? Math.max(0, placeUse[base + slot] - 1) : 0;
                placeUse[base + slot] += (byte) change;
                points += counts ? Math.max(0, placeUse[base + slot] - 1) : 0;
            }
        }
    }

    private void startTrainers(int session) {
        for (int k = 0; k < maxTrainers; k++) {
            int trainer = trainerAt[session * maxTrainers + k];
            if (trainer >= 0 && !isRepeated(session, k)) {
                rota.add(trainer, session);
            }
        }
    }

    private void stopTrainers(int session) {
        for (int k = 0; k < maxTrainers; k++) {
            int trainer = trainerAt[session * maxTrainers + k];
            if (trainer >= 0 && !isRepeated(session, k)) {
                rota.remove(trainer, session);
            }
        }
    }

    private boolean isRepeated(int session, int position) {
        for (int k = 0; k < position; k++) {
            if (trainerAt[session * maxTrainers + k] == trainerAt[session * maxTrainers + position]) {
                return true;
            }
        }
        return false;
    }

    private void changeHeads(int p, int d, int change) {
        if ((workforce.dayBits[p * days + d] & Workforce.ON_DUTY) == 0) {
            return;
        }
        int at = workforce.teamOn(p, d) * days + d;
        boolean counts = d >= firstFree;
        points -= counts ? Math.max(0, heads[at] - workforce.cap[at]) : 0;
        heads[at] += change;
        points += counts ? Math.max(0, heads[at] - workforce.cap[at]) : 0;
    }

    private void chargeBooking(int r, int p, int d, int change) {
        int weight = requirements.weightOf[r];
        shortfall -= (long) change * weight;
        ledger.add(
                TrainingConstraint.PRIORITY,
                change * prices.priorityWeek * requirements.priorityOf[r] * calendar.wholeWeeks[d]);
        if (weight == 0) {
            return;
        }
        int row = workforce.bcuOf[p] * calendar.weeks;
        int caughtUp = 0;
        for (int w = calendar.weekOf[d]; w < calendar.weeks; w++) {
            int before = bookedBy[row + w];
            bookedBy[row + w] = before + change;
            if (Math.min(before, before + change) < problem.trajectory[row + w]) {
                caughtUp++;
            }
        }
        ledger.add(TrainingConstraint.TRAJECTORY, -change * prices.behindTrajectory * caughtUp);
    }

    /** What it is charged, and what rule it breaks (H18), that a booked requirement is not unbooked, times the sign. */
    private void chargeChange(int r, int sign) {
        if (!baseline.isBooked[r]) {
            return;
        }
        int d = bookedDay[r];
        int mask = bookedMask[r];
        ledger.add(
                TrainingConstraint.CHANGE, sign * (baseline.changePence(r, -1, 0) - baseline.changePence(r, d, mask)));
        if (baseline.isFrozen[r] && baseline.isSame(r, d, mask)) {
            points += sign;
        }
    }

    private void chargeStaffDay(int p, int d, int sign) {
        boolean booked = false;
        long travel = 0;
        int row = workforce.teamOn(p, d) * estate.venues;
        for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
            if (bookedMask[r] == 0 || bookedDay[r] != d) {
                continue;
            }
            booked = true;
            int venue = venueAt(sessionOf[r]);
            if (venue >= 0) {
                // One venue a day (H09); should a plan break that, the farthest is paid, as the auditor reads it.
                travel = Math.max(travel, estate.travelPence[row + venue]);
            }
        }
        if (!booked) {
            return;
        }
        ledger.add(TrainingConstraint.ABSTRACTION, sign * prices.abstractionDay);
        ledger.add(TrainingConstraint.TRAVEL, sign * travel);
        if ((workforce.dayBits[p * days + d] & Workforce.ON_DUTY) == 0 && problem.restDayTraining()) {
            ledger.add(TrainingConstraint.REST_DAY, sign * prices.restDay);
        }
    }

    /** Venue of a session; -1 for virtual and digital ones. */
    private int venueAt(int session) {
        return estate.isDigital(session) ? -1 : estate.venueOf[estate.roomOf(session)];
    }

    /** Charges a session for seats and mix anew. */
    private void chargeSession(int session) {
        long seats = 0;
        long mix = 0;
        int module = moduleOf[session];
        int n = countOf[session];
        if (module >= 0 && n > 0) {
            seats = prices.emptySeat * Math.max(0, prices.targetSeats[capacityOf(session)] - n)
                    + (n < curriculum.minClass[module] ? prices.belowMinimumClass : 0);
            if (n >= MIX_FROM && !curriculum.mixExcepted[module]) {
                mix = prices.sameTeamOverShare * Math.max(0, largestTeam(session) - prices.permittedShare[n]);
            }
        }
        ledger.add(TrainingConstraint.SEATS, seats - seatPence[session]);
        ledger.add(TrainingConstraint.MIX, mix - mixPence[session]);
        seatPence[session] = seats;
        mixPence[session] = mix;
    }

    /** Bookings from which on the mix line counts (DATASET.md section 4). */
    private static final int MIX_FROM = 5;

    private int largestTeam(int session) {
        int[] teams = attendeeTeams[session];
        int n = countOf[session];
        int most = 0;
        for (int i = 0; i < n; i++) {
            most = Math.max(most, ++teamScratch[teams[i]]);
        }
        for (int i = 0; i < n; i++) {
            teamScratch[teams[i]] = 0;
        }
        return most;
    }

    // ---- Points of the hard rules ----------------------------------------------------------------------------------

    /** Points of the rules that concern one running session: H04, H14 (open), H15 (team of trainers), H17 (mixing). */
    private long sessionPoints(int session) {
        int module = moduleOf[session];
        int room = estate.roomOf(session);
        int d = estate.dayOf(session);
        if (d < firstFree) {
            return 0;
        }
        long found = Math.max(0, countOf[session] - capacityOf(session));
        if (module < 0) {
            return found;
        }
        found += estate.open[room * days + d] ? 0 : 1;
        int different = 0;
        int internals = 0;
        for (int k = 0; k < maxTrainers; k++) {
            int trainer = trainerAt[session * maxTrainers + k];
            if (trainer < 0 || isRepeated(session, k)) {
                continue;
            }
            different++;
            internals += cadre.internal[trainer] ? 1 : 0;
            found += cadre.accredited[trainer * curriculum.modules + module] ? 0 : 1;
            found += cadre.available[trainer * days + d] ? 0 : 1;
        }
        found += Math.abs(different - curriculum.trainers[module]);
        found += Math.max(0, curriculum.internals[module] - internals);
        if (curriculum.byCohort[module]) {
            found += cohorts.mixingPoints(attendees[session], countOf[session]);
        }
        return found;
    }

    // ---- Questions -------------------------------------------------------------------------------------------------

    /** {@return whether a running session has a free seat} */
    public boolean hasSeat(int session) {
        return countOf[session] < capacityOf(session);
    }

    /**
     * Whether a valid plan stays valid, as far as the staff member goes, when an unbooked requirement is booked at a
     * place that runs its module: everything but seats, room, trainers and cohorts.
     *
     * @param r an unbooked requirement
     * @param session a place; its own module is not looked at
     * @return whether it may be placed there
     */
    public boolean canPlace(int r, int session) {
        int p = requirements.staffOf[r];
        int d = estate.dayOf(session);
        int module = requirements.moduleOf[r];
        int slot = estate.slotOf(session);
        int mask = curriculum.slotMask(module, slot);
        if (!isDated(r, d, mask)) {
            return false;
        }
        int bits = workforce.dayBits[p * days + d];
        if ((bits & mask) != mask || !curriculum.fitsSlot(module, slot)) {
            return false;
        }
        int venue = -1;
        boolean digital = estate.isDigital(session);
        if (!digital) {
            int room = estate.roomOf(session);
            venue = estate.venueOf[room];
            if (venue >= 0
                    && (!estate.reaches(workforce.teamOn(p, d), room)
                            || !estate.meetsNeeds[workforce.needsOf[p] * estate.rooms + room])) {
                return false;
            }
        }
        int week = calendar.weekOf[d];
        int sameDay = 0;
        int before = 0;
        int after = 0;
        int dayBefore = calendar.dayBefore[d];
        int dayAfter = calendar.dayAfter[d];
        int daysInWeek = 0;
        long weekDaysSeen = 0;
        for (int q = requirements.firstOf[p]; q < requirements.firstOf[p + 1]; q++) {
            int other = bookedMask[q];
            if (other == 0) {
                continue;
            }
            int od = bookedDay[q];
            if (od == d) {
                if ((other & mask) != 0) {
                    return false;
                }
                sameDay |= other;
                if (!digital && !estate.isDigital(sessionOf[q]) && venueAt(sessionOf[q]) != venue) {
                    return false;
                }
            } else {
                if (od == dayBefore) {
                    before |= other;
                } else if (od == dayAfter) {
                    after |= other;
                }
                if (calendar.weekOf[od] == week) {
                    long bit = 1L << calendar.epochDay[od] % 7;
                    daysInWeek += (weekDaysSeen & bit) == 0 ? 1 : 0;
                    weekDaysSeen |= bit;
                }
            }
        }
        if (sameDay == 0) {
            if (daysInWeek >= problem.dataSet.programme().limits().maxTrainingDaysPerStaffPerWeek()) {
                return false;
            }
            if ((bits & Workforce.ON_DUTY) != 0 && headroom(workforce.teamOn(p, d), d) <= 0) {
                return false;
            }
        }
        return restHolds(bits, sameDay | mask, before, after) && orderHolds(r, p, module, d, mask);
    }

    /**
     * Whether an unbooked requirement's dates and notice permit a day, and what is booked of its prerequisites and of what
     * depends on it is in order with it. Prerequisites that are not booked are not asked for.
     *
     * @param r an unbooked requirement
     * @param day a training day
     * @param mask slots, as bits, of its booking
     * @return whether it may stand there as far as H01, H11, H16 and H18 go
     */
    public boolean isInTime(int r, int day, int mask) {
        int p = requirements.staffOf[r];
        int module = requirements.moduleOf[r];
        if (!isDated(r, day, mask)) {
            return false;
        }
        for (int a : curriculum.after[module]) {
            int q = requirements.at[p * curriculum.modules + a];
            if (q >= 0 && bookedMask[q] != 0 && !follows(q, day, mask, module)) {
                return false;
            }
        }
        return precedes(p, module, day, mask);
    }

    private boolean isDated(int r, int d, int mask) {
        if (d > requirements.lastDay[r] || requirements.blocked[r]) {
            return false;
        }
        return baseline.isSame(r, d, mask)
                ? d >= firstFree && d >= requirements.firstInScope[r] && !baseline.isVoided[r]
                : d >= requirements.firstDay[r];
    }

    /**
     * Whether rest holds on both sides of a day (H07) when a staff member is booked on some of its slots as well.
     *
     * @param staff a staff member
     * @param day a training day
     * @param mask slots, as bits, at least one
     * @return whether it does, with the neighbouring days as they are booked
     */
    public boolean restHolds(int staff, int day, int mask) {
        int dayBefore = calendar.dayBefore[day];
        int dayAfter = calendar.dayAfter[day];
        return restHolds(
                workforce.dayBits[staff * days + day],
                maskOn(staff, day) | mask,
                dayBefore < 0 ? 0 : maskOn(staff, dayBefore),
                dayAfter < 0 ? 0 : maskOn(staff, dayAfter));
    }

    private boolean restHolds(int bits, int mask, int before, int after) {
        int start = mask & 1 ^ 1;
        int end = mask >> 1;
        boolean startOk = before == 0
                ? (bits & Workforce.START_OK << start) != 0
                : calendar.restBetween[(before >> 1) * slots + start];
        return startOk
                && (after == 0
                        ? (bits & Workforce.END_OK << end) != 0
                        : calendar.restBetween[end * slots + (after & 1 ^ 1)]);
    }

    private boolean orderHolds(int r, int p, int module, int d, int mask) {
        for (int a : curriculum.after[module]) {
            int q = requirements.at[p * curriculum.modules + a];
            if (q >= 0 && !follows(q, d, mask, module)) {
                return false;
            }
        }
        return precedes(p, module, d, mask);
    }

    /** Whether what is booked and depends on a module comes after it. */
    private boolean precedes(int p, int module, int d, int mask) {
        for (int n : curriculum.dependents[module]) {
            int q = requirements.at[p * curriculum.modules + n];
            if (q >= 0 && bookedMask[q] != 0 && !inOrder(d, mask, bookedDay[q], bookedMask[q], n)) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether a prerequisite is booked and ends before a booking of a module, within the module's gaps (H11)} */
    public boolean follows(int prerequisite, int d, int mask, int module) {
        return bookedMask[prerequisite] != 0
                && inOrder(bookedDay[prerequisite], bookedMask[prerequisite], d, mask, module);
    }

    private boolean inOrder(int firstDay, int firstMask, int secondDay, int secondMask, int module) {
        if (firstDay > secondDay || (firstDay == secondDay && firstMask >= Integer.lowestOneBit(secondMask))) {
            return false;
        }
        int gap = calendar.epochDay[secondDay] - calendar.epochDay[firstDay];
        return gap >= curriculum.minGap[module] && gap <= curriculum.maxGap[module];
    }

    /**
     * Whether a valid plan stays valid, as far as the staff member goes, when a booked requirement is unbooked: nothing
     * booked depends on it, and the duty that returns leaves enough rest. Cohorts are not looked at.
     *
     * @param r a booked requirement
     * @return whether it may be taken out
     */
    public boolean canUnbook(int r) {
        int p = requirements.staffOf[r];
        for (int n : curriculum.dependents[requirements.moduleOf[r]]) {
            int q = requirements.at[p * curriculum.modules + n];
            if (q >= 0 && bookedMask[q] != 0) {
                return false;
            }
        }
        return canLeave(r);
    }

    /**
     * Whether the day of a booked requirement may be left for another: it is not pinned, and the duty that returns, if
     * nothing else is booked on it, leaves enough rest. What depends on the requirement is not looked at: {@link #canPlace} does, where the
     * requirement is booked next.
     *
     * @param r a booked requirement
     * @return whether it may be moved, as far as the day it leaves goes
     */
    public boolean canLeave(int r) {
        if (baseline.isPinned[r]) {
            return false;
        }
        int p = requirements.staffOf[r];
        int d = bookedDay[r];
        if ((maskOn(p, d) & ~bookedMask[r]) != 0) {
            return true;
        }
        int dayBefore = calendar.dayBefore[d];
        if (dayBefore >= 0) {
            int mask = maskOn(p, dayBefore);
            if (mask != 0 && (workforce.dayBits[p * days + dayBefore] & Workforce.END_OK << (mask >> 1)) == 0) {
                return false;
            }
        }
        int dayAfter = calendar.dayAfter[d];
        if (dayAfter >= 0) {
            int mask = maskOn(p, dayAfter);
            return mask == 0 || (workforce.dayBits[p * days + dayAfter] & Workforce.START_OK << (mask & 1 ^ 1)) != 0;
        }
        return true;
    }

    /** {@return whether nothing runs at a place and its slots, so that a session of a module may be opened there} */
    public boolean isFree(int session, int module) {
        int room = estate.roomOf(session);
        int d = estate.dayOf(session);
        if (d < firstFree
                || !estate.open[room * days + d]
                || curriculum.isFaceToFace(module) != room < estate.realRooms) {
            return false;
        }
        int mask = curriculum.slotMask(module, estate.slotOf(session));
        if (!curriculum.fitsSlot(module, estate.slotOf(session))) {
            return false;
        }
        if (room >= estate.realRooms) {
            return countOf[session] == 0 && virtualRoomFree(room, d, mask);
        }
        int base = (room * days + d) * slots;
        for (int slot = 0; slot < slots; slot++) {
            if ((mask >> slot & 1) != 0 && placeUse[base + slot] != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean virtualRoomFree(int room, int d, int mask) {
        for (int slot = 0; slot < slots; slot++) {
            int other = estate.sessionAt(room, d, slot);
            if (countOf[other] > 0 && (sessionMask(other) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether a trainer may take a session of a module at a place (H15)} */
    public boolean isTrainerFree(int trainer, int module, int session) {
        return rota.isFree(trainer, module, session, curriculum.slotMask(module, estate.slotOf(session)));
    }

    /** {@return whether a trainer delivers on a day} */
    public boolean trainerWorks(int trainer, int day) {
        return rota.works(trainer, day);
    }

    /** {@return days on which a trainer may still start to deliver in a week} */
    public int trainerDaysLeft(int trainer, int week) {
        return rota.daysLeft(trainer, week);
    }

    /** {@return the running sessions a trainer delivers on a day} */
    public int trainerSessions(int trainer, int day) {
        return rota.sessions(trainer, day);
    }

    /** {@return one of them, {@code 0 <= i < trainerSessions}} */
    public int trainerSession(int trainer, int day, int i) {
        return rota.session(trainer, day, i);
    }
}
