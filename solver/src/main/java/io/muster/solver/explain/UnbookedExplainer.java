package io.muster.solver.explain;

import io.muster.data.model.StaffMember;
import io.muster.data.plan.Unbooked;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the reason why a requirement is unbooked: the hurdle at which its most promising days fail. */
public final class UnbookedExplainer {

    /** Which rules lead to which code, in the order of the codes. */
    private static final Map<UnbookedReason, Integer> CODES = new EnumMap<>(Map.of(
            UnbookedReason.NOT_AVAILABLE,
            Hurdles.bit(TrainingConstraint.H05_DUTY)
                    | Hurdles.bit(TrainingConstraint.H06_ABSENCE)
                    | Hurdles.bit(TrainingConstraint.H10_NEEDS),
            UnbookedReason.NO_REST,
            Hurdles.bit(TrainingConstraint.H07_REST),
            UnbookedReason.BUSY,
            Hurdles.bit(TrainingConstraint.H03_CLASH) | Hurdles.bit(TrainingConstraint.H13_WEEK),
            UnbookedReason.PREREQUISITE_UNBOOKED,
            Hurdles.bit(TrainingConstraint.H11_ORDER),
            UnbookedReason.TEAM_CEILING,
            Hurdles.bit(TrainingConstraint.H12_ABSTRACTION)));

    private final PlanState state;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Hurdles hurdles;

    /**
     * An explainer of a plan.
     *
     * @param state the plan
     */
    public UnbookedExplainer(PlanState state) {
        this.state = state;
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        hurdles = new Hurdles(state);
    }

    /**
     * Explains one requirement.
     *
     * @param r an unbooked requirement
     * @return its row of {@code unbooked.csv}
     */
    public Unbooked explain(int r) {
        int p = requirements.staffOf[r];
        StaffMember person = problem.dataSet.staff().get(p);
        String module = problem.dataSet.modules().get(requirements.moduleOf[r]).id();
        Map<UnbookedReason, int[]> days = new EnumMap<>(UnbookedReason.class);
        UnbookedReason reason = reason(r, days);
        return new Unbooked(person.id(), module, reason.name(), detail(reason, r, person, days.get(reason)));
    }

    private UnbookedReason reason(int r, Map<UnbookedReason, int[]> days) {
        if (requirements.blocked[r]) {
            return UnbookedReason.PREREQUISITE_DEFERRED;
        }
        if (requirements.lastDay[r] < requirements.firstDay[r]) {
            return UnbookedReason.NO_DATES;
        }
        UnbookedReason furthest = UnbookedReason.NOT_AVAILABLE;
        for (int d = requirements.firstDay[r]; d <= requirements.lastDay[r]; d++) {
            UnbookedReason dayReason = UnbookedReason.NOT_AVAILABLE;
            for (int slot = 0; slot < calendar.slots; slot++) {
                UnbookedReason slotReason = hurdle(r, d, slot);
                dayReason = slotReason.compareTo(dayReason) > 0 ? slotReason : dayReason;
            }
            int day = d;
            days.computeIfAbsent(dayReason, any -> new int[] {0, day})[0]++;
            furthest = dayReason.compareTo(furthest) > 0 ? dayReason : furthest;
        }
        return furthest;
    }

    /** The first hurdle that a day and slot do not take, in the order of the codes. */
    private UnbookedReason hurdle(int r, int d, int slot) {
        int p = requirements.staffOf[r];
        int module = requirements.moduleOf[r];
        if (!curriculum.fitsSlot(module, slot)) {
            return UnbookedReason.NOT_AVAILABLE;
        }
        int rules = hurdles.ofTime(new int[] {r}, d, slot);
        for (Map.Entry<UnbookedReason, Integer> code : CODES.entrySet()) {
            if ((rules & code.getValue()) != 0) {
                return code.getKey();
            }
        }
        if (problem.isTogether(r)) {
            return UnbookedReason.COHORT_APART;
        }
        if (curriculum.isDigital(module)) {
            return UnbookedReason.SEAT_LEFT;
        }
        UnbookedReason reason = UnbookedReason.NO_SESSION;
        for (int i = 0; i < state.openCount(module, d, slot); i++) {
            int session = state.openAt(module, d, slot, i);
            if (state.canPlace(r, session)) {
                if (state.hasSeat(session)) {
                    return UnbookedReason.SEAT_LEFT;
                }
                reason = UnbookedReason.SESSION_FULL;
            }
        }
        return reason;
    }

    private String detail(UnbookedReason reason, int r, StaffMember person, int @Nullable [] days) {
        String module = problem.dataSet.modules().get(requirements.moduleOf[r]).id();
        String span = days == null ? "" : days[0] + " of its days (first " + calendar.dateOf[days[1]] + ")";
        return switch (reason) {
            case PREREQUISITE_DEFERRED ->
                "A module that comes before " + module + " is deferred or undecided; decide it first.";
            case NO_DATES ->
                "No training day lies between its earliest date, release or notice and its latest date; widen the dates.";
            case NOT_AVAILABLE ->
                "On no training day within its dates is the person on duty, present and allowed to start in time;"
                        + " consider rest-day training, or a later latest date.";
            case NO_REST ->
                "On " + span + " the duty before or after leaves less than the minimum rest; change a duty.";
            case BUSY -> "On " + span + " the person trains already, or has reached the week's training days.";
            case PREREQUISITE_UNBOOKED ->
                "A module that comes before " + module + " is not booked early enough; book that first.";
            case TEAM_CEILING ->
                String.format(
                        Locale.ROOT,
                        "Team %s is at its ceiling on %s that would do; one more place on the ceiling would book it.",
                        person.teamId(),
                        span);
            case NO_SESSION ->
                "On " + span + " all fits but no session of " + module
                        + " in reach, with what the person needs, runs at that time; open one, or move the day's other"
                        + " half-day.";
            case SESSION_FULL -> "On " + span + " all fits but every session of " + module + " in reach is full.";
            case COHORT_APART ->
                "No session suits all members of cohort " + person.cohort() + "; free a day they share.";
            case SEAT_LEFT -> "On " + span + " there is a free seat; book it, or give the search more time.";
        };
    }
}
