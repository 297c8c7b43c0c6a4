package io.muster.data.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The decision whether a staff member needs a module ({@code scope.csv}); one for each staff member and module.
 *
 * @param staffId the staff member, the key with the module
 * @param moduleId the module
 * @param decision what was decided
 * @param ruleId id of the rule that decided, such as {@code SCOPE-010}
 * @param reason a sentence a superintendent understands
 * @param priority 0 normal, 1 high, 2 highest: the priority that counts for coverage and cost
 * @param earliest first day on which it may be booked, inclusive; null: no limit
 * @param latest last day on which it may be booked, inclusive; null: no limit
 */
public record ScopeDecision(
        String staffId,
        String moduleId,
        Decision decision,
        String ruleId,
        String reason,
        int priority,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest) {

    /** What may be decided. */
    public enum Decision {
        /** Needs the module. */
        IN_SCOPE,
        /** Does not need it. */
        OUT_OF_SCOPE,
        /** Already has it, or an equivalent. */
        CREDITED,
        /** Needs it, but not before a date, or until a condition holds. */
        DEFERRED
    }

    /**
     * Whether this is a requirement: in scope, or deferred with an earliest date on or before the programme's last day
     * (DATASET.md section 2).
     *
     * @param lastDay the programme's last day
     * @return whether it is
     */
    public boolean isRequirement(LocalDate lastDay) {
        return decision == Decision.IN_SCOPE
                || (decision == Decision.DEFERRED && earliest != null && !earliest.isAfter(lastDay));
    }
}
