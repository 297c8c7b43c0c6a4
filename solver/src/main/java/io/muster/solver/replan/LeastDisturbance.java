package io.muster.solver.replan;

import io.muster.solver.construct.EjectionChains;
import io.muster.solver.construct.ThinSessions;
import io.muster.solver.construct.TrainerPicker;
import java.util.ArrayList;
import java.util.List;

/**
 * Repairs a plan in the order of what it costs people: other trainers, other rooms, then as few bookings as needed leave
 * and are booked anew, and only for whom there is no place at all are others moved. The work is bounded by counts, not by
 * the clock: the repair is the same each time.
 */
final class LeastDisturbance {

    /** Places looked at for each requirement left over, by chains that move those who were hit anyway ... */
    private static final long OWN_CHAIN_WORK = 40_000;
    /** ... and by chains that move others. */
    private static final long CHAIN_WORK = 200_000;
    /** Places looked at by chains at most: some ten seconds. */
    private static final long MOST_CHAIN_WORK = 60_000_000;

    private final Repair repair;
    private final int mostOthers;

    /**
     * The repair of a plan.
     *
     * @param repair the plan
     * @param mostOthers most bookings that may be moved though nothing broke them
     */
    LeastDisturbance(Repair repair, int mostOthers) {
        this.repair = repair;
        this.mostOthers = mostOthers;
    }

    void run() {
        Restaffing restaffing = new Restaffing(repair);
        new Rehouser(repair).run();
        restaffAll(restaffing);
        Cohorts cohorts = new Cohorts(repair);
        Prices prices = new Prices(repair);
        Seats seats = new Seats(repair, prices);
        new Leavers(repair, restaffing, cohorts, seats).run();
        List<Integer> wanted = new ArrayList<>();
        List<Integer> leftOver = new ArrayList<>();
        for (int i = 0; i < repair.state.unbookedCount(); i++) {
            int r = repair.state.unbooked(i);
            (repair.isWanted(r) ? wanted : leftOver).add(r);
        }
        Rebooking rebooking = new Rebooking(repair, cohorts, seats, prices);
        rebooking.run(wanted);
        FreedTrainers freed = new FreedTrainers(repair);
        if (unbooked(wanted) > 0) {
            // Sessions that nobody was there to teach can be opened now.
            freed.free(wanted);
            rebooking.run(wanted);
        }
        Disturbance disturbance = new Disturbance(repair, mostOthers);
        EjectionChains chains = new EjectionChains(repair.state, new TrainerPicker(repair.state), disturbance);
        if (unbooked(wanted) > 0) {
            chains.run(wanted, Math.min(MOST_CHAIN_WORK, unbooked(wanted) * OWN_CHAIN_WORK));
            rebooking.openForFew(wanted);
            new ThinSessions(repair.state, new ThinClasses(repair)::isOne, seats::find).close();
        }
        rebooking.fill(leftOver);
        if (unbooked(wanted) > 0 && !disturbance.isUsedUp()) {
            disturbance.permitAnybody();
            chains.run(wanted, Math.min(MOST_CHAIN_WORK, unbooked(wanted) * CHAIN_WORK));
        }
        // A chain may have made room for somebody else.
        rebooking.fill(wanted.stream().filter(r -> !repair.state.isBooked(r)).toList());
        freed.giveBack(repair.state);
    }

    private void restaffAll(Restaffing restaffing) {
        for (int room = 0; room < repair.estate.rooms; room++) {
            int first = repair.estate.sessionAt(room, repair.baseline.firstFree, 0);
            int end = repair.estate.sessionAt(room, repair.calendar.days, 0);
            for (int session = first; session < end; session++) {
                boolean isOpen = repair.estate.open[session / repair.calendar.slots];
                if (repair.state.countOf(session) > 0 && isOpen && !restaffing.isStaffed(session)) {
                    restaffing.restaff(session);
                }
            }
        }
    }

    private long unbooked(List<Integer> wanted) {
        return wanted.stream().filter(r -> !repair.state.isBooked(r)).count();
    }
}
