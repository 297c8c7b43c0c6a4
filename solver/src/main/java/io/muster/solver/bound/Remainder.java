package io.muster.solver.bound;

import io.muster.data.model.CalendarDay;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.Programme.Notice;
import io.muster.data.model.StaffMember;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.problem.BaselineBookings;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left to plan on a re-plan, as a problem without a baseline: every plan that respects the baseline, less its past
 * bookings, is a plan of it. Past days are closed, past bookings credited (gaps to them are not asked for), notice is as
 * short as any booking of the requirement may have (the day after the re-plan's where the baseline booking is broken, the
 * baseline booking's own date where that is sooner than new notice), and who trained on the day before has no duty then.
 * Places and days that the past took of a week or of a trainer are not counted.
 */
final class Remainder {

    private final Problem whole;
    private final Problem problem;
    private final Openings openings;

    private Remainder(Problem whole) {
        this.whole = whole;
        problem = Problem.of(dataSet(whole), scope(whole));
        openings = new Openings(problem);
    }

    /** {@return what is left of a re-plan} */
    static Remainder of(Problem whole) {
        return new Remainder(whole);
    }

    /** {@return it as a problem} */
    Problem problem() {
        return problem;
    }

    /** {@return the requirements of that problem whose bookings are frozen: every plan has them on their only day (H18)} */
    BitSet frozen() {
        BitSet frozen = new BitSet();
        for (int r = 0; r < whole.requirements.count; r++) {
            if (whole.baseline.isFrozen[r] && !whole.baseline.isPast[r]) {
                int left = problem.requirements
                        .at[whole.requirements.staffOf[r] * whole.curriculum.modules + whole.requirements.moduleOf[r]];
                if (left >= 0) {
                    frozen.set(left);
                }
            }
        }
        return frozen;
    }

    /**
     * {@return what must be paid for changes (cost line change): bookings that are no requirement any more, that may not be
     * kept, or that nobody could be booked for on their day and slots}
     */
    long leastChange() {
        BaselineBookings baseline = whole.baseline;
        long pence = baseline.dropped.stream()
                .mapToLong(BaselineBookings.Dropped::pence)
                .sum();
        for (int r = 0; r < whole.requirements.count; r++) {
            if (baseline.isBooked[r] && !baseline.isPast[r] && !mayStay(r)) {
                long least = baseline.changePence(r, -1, 0);
                for (int d = baseline.firstFree; d < whole.calendar.days; d++) {
                    least = Math.min(least, baseline.changePence(r, d, 0));
                }
                pence += least;
            }
        }
        return pence;
    }

    private boolean mayStay(int r) {
        BaselineBookings baseline = whole.baseline;
        int p = whole.requirements.staffOf[r];
        int d = baseline.dayAt[r] - baseline.firstFree;
        if (baseline.isVoided[r] || d < 0) {
            return false;
        }
        int left = problem.requirements.at[p * whole.curriculum.modules + whole.requirements.moduleOf[r]];
        int bits = problem.workforce.dayBits[p * problem.calendar.days + d];
        int mask = baseline.maskAt[r];
        return left >= 0 && (bits & mask) == mask && openings.isOpen(left, d);
    }

    // ---- The problem -----------------------------------------------------------------------------------------------

    private static DataSet dataSet(Problem whole) {
        DataSet all = whole.dataSet;
        List<CalendarDay> calendar = new ArrayList<>(all.calendar());
        for (int d = 0; d < whole.baseline.firstFree; d++) {
            calendar.add(new CalendarDay(whole.calendar.dateOf[d], CalendarDay.CLOSED, "Past"));
        }
        return new DataSet(
                withoutNotice(all.programme()),
                all.modules(),
                all.teams(),
                all.patterns(),
                staff(whole),
                all.completions(),
                all.absences(),
                all.demand(),
                calendar,
                all.venues(),
                all.rooms(),
                all.roomClosures(),
                all.trainers(),
                all.trainerAbsences(),
                all.transfers(),
                all.capacityChanges());
    }

    /** The notice of each requirement is in its decision instead. */
    private static Programme withoutNotice(Programme programme) {
        return new Programme(
                programme.formatVersion(),
                programme.id(),
                programme.name(),
                programme.timeZone(),
                programme.firstDay(),
                programme.lastDay(),
                programme.asOf(),
                programme.trainingWeekdays(),
                programme.slots(),
                new Notice(0, programme.notice().frozenDays()),
                programme.target(),
                programme.budget(),
                programme.limits(),
                programme.travel(),
                programme.abstraction(),
                programme.prices());
    }

    /** Training on the last past day replaced the duty of that day, so it asks for no rest before the first day left. */
    private static List<StaffMember> staff(Problem whole) {
        Calendar calendar = whole.calendar;
        int first = whole.baseline.firstFree;
        if (first == 0 || first == calendar.days || calendar.dayBefore[first] < 0) {
            return whole.dataSet.staff();
        }
        boolean[] trained = new boolean[whole.workforce.staff];
        for (int r = 0; r < whole.requirements.count; r++) {
            if (whole.baseline.isPast[r] && whole.baseline.dayAt[r] == first - 1) {
                trained[whole.requirements.staffOf[r]] = true;
            }
        }
        int allSlots = Workforce.START_OK * ((1 << calendar.slots) - 1);
        List<StaffMember> staff = new ArrayList<>(whole.dataSet.staff());
        for (int p = 0; p < trained.length; p++) {
            int bits = whole.workforce.dayBits[p * calendar.days + first];
            if (trained[p] && (bits & allSlots) != allSlots) {
                staff.set(p, joining(staff.get(p), calendar.dateOf[first]));
            }
        }
        return staff;
    }

    private static StaffMember joining(StaffMember person, LocalDate date) {
        LocalDate joined = person.joined();
        return new StaffMember(
                person.id(),
                person.teamId(),
                person.role(),
                person.rank(),
                person.employment(),
                person.status(),
                person.statusUntil(),
                joined != null && joined.isAfter(date) ? joined : date,
                person.leaves(),
                person.patternId(),
                person.offset(),
                person.needs(),
                person.notBefore(),
                person.tags(),
                person.cohort(),
                person.priority());
    }

    /** Who has it, or does not need it, is credited; what waits undecided has no decision. */
    private static List<ScopeDecision> scope(Problem whole) {
        Requirements requirements = whole.requirements;
        int modules = whole.curriculum.modules;
        List<ScopeDecision> scope = new ArrayList<>();
        for (int p = 0; p < whole.workforce.staff; p++) {
            for (int m = 0; m < modules; m++) {
                int r = requirements.at[p * modules + m];
                if (r >= 0 && !whole.baseline.isPast[r]) {
                    scope.add(decision(
                            whole,
                            p,
                            m,
                            Decision.IN_SCOPE,
                            requirements.priorityOf[r],
                            earliest(whole, r),
                            latest(whole, r)));
                } else if (r != Requirements.BLOCKED) {
                    scope.add(decision(whole, p, m, Decision.CREDITED, 0, null, null));
                }
            }
        }
        return scope;
    }

    private static ScopeDecision decision(
            Problem whole,
            int p,
            int m,
            Decision decision,
            int priority,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest) {
        String staffId = whole.dataSet.staff().get(p).id();
        String moduleId = whole.dataSet.modules().get(m).id();
        return new ScopeDecision(staffId, moduleId, decision, "", "", priority, earliest, latest);
    }

    private static LocalDate earliest(Problem whole, int r) {
        BaselineBookings baseline = whole.baseline;
        int first = whole.requirements.firstDay[r];
        if (baseline.isBooked[r] && !baseline.isVoided[r] && baseline.dayAt[r] >= baseline.firstFree) {
            first = Math.min(first, Math.max(whole.requirements.firstInScope[r], baseline.dayAt[r]));
        }
        Programme programme = whole.dataSet.programme();
        return first < whole.calendar.days
                ? whole.calendar.dateOf[first]
                : programme.lastDay().plusDays(1);
    }

    /** What is frozen stays on its day. */
    private static LocalDate latest(Problem whole, int r) {
        int last = whole.baseline.isFrozen[r]
                ? Math.min(whole.requirements.lastDay[r], whole.baseline.dayAt[r])
                : whole.requirements.lastDay[r];
        return last >= 0
                ? whole.calendar.dateOf[last]
                : whole.dataSet.programme().firstDay().minusDays(1);
    }
}
