package io.muster.solver.check;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.check.AuditReport.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects violations and adds up the points of each hard rule. */
final class Findings implements Breaches {

    /** Rule id of a plan that does not hang together. */
    static final String FORMAT = "FORMAT";

    private final List<Violation> violations = new ArrayList<>();
    private final Map<TrainingConstraint, Long> points = new EnumMap<>(TrainingConstraint.class);

    Findings() {
        for (TrainingConstraint constraint : TrainingConstraint.values()) {
            if (constraint.level() == TrainingConstraint.Level.HARD) {
                points.put(constraint, 0L);
            }
        }
    }

    @Override
    public void add(
            TrainingConstraint rule, long magnitude, String subject, String message, List<PlacedBooking> bookings) {
        violations.add(new Violation(rule.id(), magnitude, subject, message));
        points.merge(rule, magnitude, Long::sum);
    }

    /** Notes that the plan does not hang together. */
    void addFormat(String subject, String message) {
        violations.add(new Violation(FORMAT, 1, subject, message));
    }

    /** Takes over what another has. */
    void addAll(Findings other) {
        violations.addAll(other.violations);
        other.points.forEach((rule, more) -> points.merge(rule, more, Long::sum));
    }

    /** {@return the violations by rule id, subject and message} */
    List<Violation> sorted() {
        violations.sort(Comparator.comparing(Violation::ruleId)
                .thenComparing(Violation::subject)
                .thenComparing(Violation::message));
        return violations;
    }

    /** {@return points by hard rule, each present} */
    Map<TrainingConstraint, Long> points() {
        return points;
    }
}
