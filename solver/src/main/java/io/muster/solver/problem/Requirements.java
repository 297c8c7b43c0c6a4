package io.muster.solver.problem;

import io.muster.data.model.Completion;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requirements: who needs which module, from the scope decisions; sorted by staff member, then module. On a re-plan,
 * past bookings whose decision is no requirement any more are among them, with weight 0: they stay booked for good.
 */
public final class Requirements {

    /** Done, credited or out of scope: nothing to book and nothing to wait for. */
    public static final int NONE = -1;
    /** Not a requirement now, yet not done: deferred without a date, or undecided. Blocks what comes after it (H11). */
    public static final int BLOCKED = -2;

    /** Number of requirements. */
    public final int count;
    /** Staff member of each. */
    public final int[] staffOf;
    /** Module of each. */
    public final int[] moduleOf;
    /** Priority of each (the decision's). */
    public final int[] priorityOf;
    /** What each counts when unbooked: 1 + priority; 0 for a past booking that is no requirement any more. */
    public final int[] weightOf;
    /** First training day on which each may be booked: earliest date, release date and notice (H01, H16). */
    public final int[] firstDay;
    /** First training day on which each may be booked, notice aside: earliest date and release date (H01). */
    public final int[] firstInScope;
    /** First training day with the notice of a new booking, or of one whose baseline booking is broken (H16). */
    public final int[] firstWithNotice;
    /** Last training day on which each may be booked; before the first: never. */
    public final int[] lastDay;
    /** Whether a prerequisite that is no requirement, yet not done, blocks it for good (H11). */
    public final boolean[] blocked;
    /** First requirement of each staff member; one entry more than staff. */
    public final int[] firstOf;
    /** Requirement of a staff member and module, {@link #NONE} or {@link #BLOCKED}: [staff * modules + module]. */
    public final int[] at;
    /** Requirement of a staff member and module, settled past bookings included; negative: none. */
    final int[] itemAt;

    Requirements(
            DataSet dataSet,
            List<ScopeDecision> scope,
            PublishedPlan published,
            Keys keys,
            Calendar calendar,
            Curriculum curriculum) {
        Programme programme = dataSet.programme();
        int staff = dataSet.staff().size();
        int modules = curriculum.modules;
        ScopeDecision[] decisionAt = new ScopeDecision[staff * modules];
        for (ScopeDecision decision : scope) {
            decisionAt[keys.at(decision.staffId(), decision.moduleId())] = decision;
        }
        boolean[] completed = new boolean[staff * modules];
        for (Completion completion : dataSet.completions()) {
            completed[keys.at(completion.staffId(), completion.moduleId())] = true;
        }
        boolean[] past = new boolean[staff * modules];
        for (Booking booking : published.bookings()) {
            if (booking.counts() && booking.date().isBefore(programme.asOf())) {
                past[keys.at(BookingKey.of(booking))] = true;
            }
        }
        boolean[] broken = new boolean[staff * modules];
        published.voided().forEach(key -> past[keys.at(key)] = false);
        published.broken().forEach(key -> broken[keys.at(key)] = true);
        published.voided().forEach(key -> broken[keys.at(key)] = true);
        int n = 0;
        for (int i = 0; i < decisionAt.length; i++) {
            if (isRequirement(decisionAt[i], programme) || past[i]) {
                n++;
            }
        }
        count = n;
        staffOf = new int[count];
        moduleOf = new int[count];
        priorityOf = new int[count];
        weightOf = new int[count];
        firstWithNotice = new int[count];
        firstDay = new int[count];
        firstInScope = new int[count];
        lastDay = new int[count];
        blocked = new boolean[count];
        firstOf = new int[staff + 1];
        at = new int[staff * modules];
        itemAt = new int[staff * modules];
        int afterBreak = calendar.firstOnOrAfter(programme.asOf().plusDays(1));
        int withNotice = calendar.firstOnOrAfter(
                programme.asOf().plusDays(programme.notice().newBookingDays()));
        int r = 0;
        for (int p = 0; p < staff; p++) {
            firstOf[p] = r;
            for (int m = 0; m < modules; m++) {
                int index = p * modules + m;
                ScopeDecision decision = decisionAt[index];
                if (decision == null || !isRequirement(decision, programme)) {
                    boolean waits = decision == null || decision.decision() == Decision.DEFERRED;
                    at[index] = waits && !completed[index] ? BLOCKED : NONE;
                    itemAt[index] = NONE;
                    if (past[index]) {
                        at[index] = at[index] == BLOCKED ? r : NONE;
                        itemAt[index] = r;
                        staffOf[r] = p;
                        moduleOf[r] = m;
                        priorityOf[r] = decision == null ? 0 : decision.priority();
                        firstDay[r] = calendar.days;
                        lastDay[r] = -1;
                        r++;
                    }
                    continue;
                }
                at[index] = r;
                itemAt[index] = r;
                staffOf[r] = p;
                moduleOf[r] = m;
                priorityOf[r] = decision.priority();
                weightOf[r] = 1 + decision.priority();
                firstWithNotice[r] = broken[index] ? afterBreak : withNotice;
                LocalDate earliest = decision.earliest();
                firstInScope[r] = earliest == null
                        ? curriculum.firstDay[m]
                        : Math.max(curriculum.firstDay[m], calendar.firstOnOrAfter(earliest));
                firstDay[r] = Math.max(firstWithNotice[r], firstInScope[r]);
                lastDay[r] = decision.latest() == null ? calendar.days - 1 : calendar.lastOnOrBefore(decision.latest());
                r++;
            }
        }
        firstOf[staff] = r;
        for (int q = 0; q < count; q++) {
            for (int before : curriculum.after[moduleOf[q]]) {
                blocked[q] |= at[staffOf[q] * modules + before] == BLOCKED;
            }
        }
    }

    private static boolean isRequirement(@Nullable ScopeDecision decision, Programme programme) {
        return decision != null && decision.isRequirement(programme.lastDay());
    }
}
