package io.muster.solver.problem;

import io.muster.data.model.Completion;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.StaffMember;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The requirements: who needs which module, from the scope decisions; sorted by staff member, then module. */
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
    /** First training day on which each may be booked: earliest date, release date and notice (H01, H16). */
    public final int[] firstDay;
    /** First training day on which each may be booked, notice aside: earliest date and release date (H01). */
    public final int[] firstInScope;
    /** First training day with the notice of a new booking (H16). */
    public final int firstWithNotice;
    /** Last training day on which each may be booked; before the first: never. */
    public final int[] lastDay;
    /** Whether a prerequisite that is no requirement, yet not done, blocks it for good (H11). */
    public final boolean[] blocked;
    /** First requirement of each staff member; one entry more than staff. */
    public final int[] firstOf;
    /** Requirement of a staff member and module, {@link #NONE} or {@link #BLOCKED}: [staff * modules + module]. */
    public final int[] at;

    Requirements(DataSet dataSet, List<ScopeDecision> scope, Calendar calendar, Curriculum curriculum) {
        Programme programme = dataSet.programme();
        Map<String, Integer> staffAt = Ids.positions(dataSet.staff(), StaffMember::id);
        Map<String, Integer> moduleAt = Ids.positions(dataSet.modules(), TrainingModule::id);
        int staff = dataSet.staff().size();
        int modules = curriculum.modules;
        ScopeDecision[] decisionAt = new ScopeDecision[staff * modules];
        for (ScopeDecision decision : scope) {
            decisionAt[Ids.at(staffAt, decision.staffId()) * modules + Ids.at(moduleAt, decision.moduleId())] =
                    decision;
        }
        boolean[] completed = new boolean[staff * modules];
        for (Completion completion : dataSet.completions()) {
            completed[Ids.at(staffAt, completion.staffId()) * modules + Ids.at(moduleAt, completion.moduleId())] = true;
        }
        int n = 0;
        for (ScopeDecision decision : decisionAt) {
            if (decision != null && decision.isRequirement(programme.lastDay())) {
                n++;
            }
        }
        count = n;
        staffOf = new int[count];
        moduleOf = new int[count];
        priorityOf = new int[count];
        firstDay = new int[count];
        firstInScope = new int[count];
        lastDay = new int[count];
        blocked = new boolean[count];
        firstOf = new int[staff + 1];
        at = new int[staff * modules];
        firstWithNotice = calendar.firstOnOrAfter(
                programme.asOf().plusDays(programme.notice().newBookingDays()));
        int r = 0;
        for (int p = 0; p < staff; p++) {
            firstOf[p] = r;
            for (int m = 0; m < modules; m++) {
                int index = p * modules + m;
                ScopeDecision decision = decisionAt[index];
                if (decision == null || !decision.isRequirement(programme.lastDay())) {
                    boolean waits = decision == null || decision.decision() == Decision.DEFERRED;
                    at[index] = waits && !completed[index] ? BLOCKED : NONE;
                    continue;
                }
                at[index] = r;
                staffOf[r] = p;
                moduleOf[r] = m;
                priorityOf[r] = decision.priority();
                LocalDate earliest = decision.earliest();
                firstInScope[r] = earliest == null
                        ? curriculum.firstDay[m]
                        : Math.max(curriculum.firstDay[m], calendar.firstOnOrAfter(earliest));
                firstDay[r] = Math.max(firstWithNotice, firstInScope[r]);
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
}
