package io.muster.solver.check;

import io.muster.solver.catalogue.TrainingConstraint;
import java.util.List;
import java.util.Map;

/**
 * The auditor's judgement of a plan.
 *
 * @param violations every violation found, by rule and then by key; empty for a valid plan
 * @param hardViolations points by hard rule, each of H01 to H18 present, 0 where kept
 * @param requirements requirements, booked or not
 * @param booked requirements with a booking that counts
 * @param coverageShortfall sum over unbooked requirements of 1 + priority
 * @param cost pence by cost line, each line present
 * @param occupancy bookings over capacity of the sessions that run, as a fraction; 0 when none runs
 * @param sessionsRun sessions with a booking that counts
 */
public record AuditReport(
        List<Violation> violations,
        Map<TrainingConstraint, Long> hardViolations,
        int requirements,
        int booked,
        long coverageShortfall,
        Map<TrainingConstraint, Long> cost,
        double occupancy,
        int sessionsRun) {

    /** Copies the collections; the maps are in the catalogue's order. */
    public AuditReport {
        violations = List.copyOf(violations);
        hardViolations = java.util.Collections.unmodifiableMap(new java.util.EnumMap<>(hardViolations));
        cost = java.util.Collections.unmodifiableMap(new java.util.EnumMap<>(cost));
    }

    /** {@return whether no hard rule is broken and the plan hangs together} */
    public boolean isValid() {
        return violations.isEmpty();
    }

    /** {@return the sum of the cost lines, pence} */
    public long totalCost() {
        return cost.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * One violation.
     *
     * @param ruleId {@code H01} to {@code H18}, or {@code FORMAT} where the plan does not hang together (a booking of an
     *     unknown session, or whose date, slots or module are not its session's)
     * @param points its magnitude in the rule's unit, {@code > 0}
     * @param subject ids concerned, such as {@code P00017 2025-05-12}
     * @param message a sentence saying what is broken, with the figures
     */
    public record Violation(String ruleId, long points, String subject, String message) {}
}
