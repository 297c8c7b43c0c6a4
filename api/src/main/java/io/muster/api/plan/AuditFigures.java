package io.muster.api.plan;

import io.muster.data.plan.PlanSummary;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.check.AuditReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The auditor's figures in the shape of {@code summary.json}. */
public final class AuditFigures {
    private static final String TOTAL = "total";

    /** Occupancy is written with some digits only; two plans differ when they differ by more than this. */
    private static final double OCCUPANCY_TOLERANCE = 5e-5;

    private AuditFigures() {}

    /** {@return pence by cost line in the catalogue's order, then the total} */
    public static Map<String, Long> cost(AuditReport audit) {
        Map<String, Long> cost = new LinkedHashMap<>();
        for (TrainingConstraint constraint : TrainingConstraint.values()) {
            if (constraint.level() == TrainingConstraint.Level.SOFT) {
                cost.put(constraint.id(), audit.cost().getOrDefault(constraint, 0L));
            }
        }
        cost.put(TOTAL, audit.totalCost());
        return cost;
    }

    /** {@return points by hard rule, H01 to H18} */
    public static Map<String, Long> hardViolations(AuditReport audit) {
        Map<String, Long> violations = new LinkedHashMap<>();
        for (TrainingConstraint constraint : TrainingConstraint.values()) {
            if (constraint.level() == TrainingConstraint.Level.HARD) {
                violations.put(constraint.id(), audit.hardViolations().getOrDefault(constraint, 0L));
            }
        }
        return violations;
    }

    /** {@return where a plan's summary says something else than its audit, a sentence each} */
    static List<String> differences(PlanSummary summary, AuditReport audit) {
        List<String> differences = new ArrayList<>();
        compare(differences, "requirements", summary.requirements(), audit.requirements());
        compare(differences, "booked", summary.booked(), audit.booked());
        compare(differences, "unbooked", summary.unbooked(), audit.requirements() - audit.booked());
        compare(differences, "coverageShortfall", summary.coverageShortfall(), audit.coverageShortfall());
        compare(differences, "sessionsRun", summary.sessionsRun(), audit.sessionsRun());
        compareMaps(differences, "cost", summary.cost(), cost(audit));
        compareMaps(differences, "hardViolations", summary.hardViolations(), hardViolations(audit));
        if (Math.abs(summary.occupancy() - audit.occupancy()) > OCCUPANCY_TOLERANCE) {
            differences.add(difference("occupancy", summary.occupancy(), audit.occupancy()));
        }
        return differences;
    }

    private static void compareMaps(
            List<String> differences, String name, Map<String, Long> claimed, Map<String, Long> found) {
        TreeSet<String> keys = new TreeSet<>(claimed.keySet());
        keys.addAll(found.keySet());
        for (String key : keys) {
            if (!Objects.equals(claimed.get(key), found.get(key))) {
                differences.add(difference(name + "." + key, claimed.get(key), found.get(key)));
            }
        }
    }

    private static void compare(List<String> differences, String name, long claimed, long found) {
        if (claimed != found) {
            differences.add(difference(name, claimed, found));
        }
    }

    private static String difference(String name, @Nullable Object claimed, @Nullable Object found) {
        return "summary.json says " + name + " is " + claimed + ", the audit finds " + found;
    }
}
