package io.muster.solver.replan;

import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes out the bookings that cannot stay where they are, as few as needed: of sessions that cannot run, over the seats of
 * a session, over the ceiling of a team, and those that break a rule of their own. Cohorts leave as a whole. Past and
 * pinned bookings stay.
 */
final class Leavers {

    /** More than anything it is compared with: whole cohorts are taken out last. */
    private static final long WITH_THE_COHORT = 1L << 40;

    private final Repair repair;
    private final PlanState state;
    private final Restaffing restaffing;
    private final Cohorts cohorts;
    private final Seats seats;
    private final Set<Integer> out = new LinkedHashSet<>();

    Leavers(Repair repair, Restaffing restaffing, Cohorts cohorts, Seats seats) {
        this.repair = repair;
        this.restaffing = restaffing;
        this.cohorts = cohorts;
        this.seats = seats;
        state = repair.state;
    }

    /** {@return the requirements taken out, in no particular order} */
    List<Integer> run() {
        leaveSessions();
        leaveTeamDays();
        leaveByRule();
        return List.copyOf(out);
    }

    private void takeOut(int r) {
        state.unbook(r);
        out.add(r);
    }

    private boolean mayLeave(int r) {
        return state.isBooked(r) && !repair.isPast(r) && !repair.baseline.isPinned[r];
    }

    // ---- Sessions --------------------------------------------------------------------------------------------------

    private void leaveSessions() {
        int perDay = repair.calendar.slots;
        for (int room = 0; room < repair.estate.rooms; room++) {
            int first = repair.estate.sessionAt(room, repair.baseline.firstFree, 0);
            int end = repair.estate.sessionAt(room, repair.calendar.days, 0);
            for (int session = first; session < end; session++) {
                if (state.countOf(session) == 0) {
                    continue;
                }
                boolean isOpen = repair.estate.open[session / perDay];
                if (!isOpen || !restaffing.isStaffed(session)) {
                    leave(session, state.countOf(session));
                } else {
                    leave(session, state.countOf(session) - state.capacityOf(session));
                }
            }
        }
    }

    /** Takes some of a session's attendees out: those first who are easiest to place again. */
    private void leave(int session, int wanted) {
        if (wanted <= 0) {
            return;
        }
        List<Integer> list = new ArrayList<>();
        for (int r : repair.state.attendees(session)) {
            if (mayLeave(r)) {
                list.add(r);
            }
        }
        if (wanted < list.size()) {
            sortEasiestFirst(list);
        }
        list.stream().limit(wanted).forEach(this::takeOut);
    }

    private void sortEasiestFirst(List<Integer> list) {
        List<long[]> keyed = new ArrayList<>();
        for (int r : list) {
            keyed.add(new long[] {penceOfLeaving(r), r});
        }
        keyed.sort(Comparator.<long[]>comparingLong(k -> k[0]).thenComparingLong(k -> k[1]));
        list.clear();
        keyed.forEach(k -> list.add((int) k[1]));
    }

    /** What it counts to take a booking out: its notice, what it costs elsewhere, and whether there is a seat at all. */
    private long penceOfLeaving(int r) {
        int session = state.sessionOf(r);
        if (repair.problem.isTogether(r)) {
            return WITH_THE_COHORT;
        }
        state.unbook(r);
        long pence = seats.penceOfBest(r);
        state.book(r, session);
        return pence * (1 + repair.requirements.priorityOf[r]);
    }

    // ---- Teams -----------------------------------------------------------------------------------------------------

    private void leaveTeamDays() {
        for (int team = 0; team < repair.workforce.teams; team++) {
            for (int d = repair.baseline.firstFree; d < repair.calendar.days; d++) {
                int over = -state.headroom(team, d);
                if (over > 0) {
                    leaveTeamDay(team, d, over);
                }
            }
        }
    }

    /** Whole days of some people: those first who have least booked, then those who are easiest to place again. */
    private void leaveTeamDay(int team, int d, int over) {
        record Day(int person, List<Integer> items, long pence) {}
        boolean everybody = state.headsOf(team, d) == over;
        List<Day> days = new ArrayList<>();
        for (int p : repair.membersOn(team, d)) {
            List<Integer> items = itemsOn(p, d);
            if (!items.isEmpty() && items.stream().allMatch(this::mayLeave) && repair.isOnDuty(p, d)) {
                long pence = 0;
                for (int i = 0; !everybody && i < items.size(); i++) {
                    pence += penceOfLeaving(items.get(i));
                }
                days.add(new Day(p, items, pence));
            }
        }
        days.sort(Comparator.<Day>comparingInt(day -> day.items().size())
                .thenComparingLong(Day::pence)
                .thenComparingInt(Day::person));
        days.stream().limit(over).forEach(day -> day.items().forEach(this::takeOut));
    }

    private List<Integer> itemsOn(int p, int d) {
        List<Integer> items = new ArrayList<>();
        for (int r = repair.requirements.firstOf[p]; r < repair.requirements.firstOf[p + 1]; r++) {
            if (state.isBooked(r) && state.dayOf(r) == d) {
                items.add(r);
            }
        }
        return items;
    }

    // ---- People ----------------------------------------------------------------------------------------------------

    /** Broken bookings that cannot stay, and what hangs on them; then, should a rule still be broken, any others. */
    private void leaveByRule() {
        Set<Integer> people = new LinkedHashSet<>();
        for (int r = 0; r < repair.requirements.count; r++) {
            if (repair.baseline.isBroken[r] || repair.baseline.isVoided[r]) {
                people.add(repair.requirements.staffOf[r]);
            }
        }
        boolean again = true;
        while (again) {
            int before = out.size();
            people.forEach(p -> check(p, true));
            if (state.hardPoints() > 0) {
                people.forEach(p -> check(p, false));
            }
            for (List<Integer> group : cohorts.groups()) {
                leaveTogether(group, people);
            }
            again = out.size() > before;
        }
    }

    /** A cohort of which some are unbooked: they join the others where they can, or all leave. Past sessions stay. */
    private void leaveTogether(List<Integer> group, Set<Integer> people) {
        int session = -1;
        boolean isWhole = true;
        for (int r : group) {
            isWhole &= state.isBooked(r);
            session = state.isBooked(r) && !repair.isPast(r) ? state.sessionOf(r) : session;
        }
        if (isWhole || session < 0) {
            return;
        }
        for (int r : group) {
            if (!state.isBooked(r) && state.hasSeat(session) && state.canPlace(r, session)) {
                state.book(r, session);
                out.remove(r);
            }
        }
        if (!group.stream().allMatch(state::isBooked)) {
            for (int r : group) {
                if (mayLeave(r)) {
                    takeOut(r);
                    people.add(repair.requirements.staffOf[r]);
                }
            }
        }
    }

    private void check(int p, boolean brokenOnly) {
        for (int r : repair.inOrder(p)) {
            if (mayLeave(r) && (!brokenOnly || repair.baseline.isBroken[r])) {
                int session = state.sessionOf(r);
                state.unbook(r);
                if (state.canPlace(r, session)) {
                    state.book(r, session);
                } else {
                    out.add(r);
                }
            }
        }
    }
}
