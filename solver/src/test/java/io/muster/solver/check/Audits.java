package io.muster.solver.check;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.check.AuditReport.Violation;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.PlanBuilder;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Short ways to ask the auditor one question. */
final class Audits {

    private Audits() {}

    /** {@return points by broken rule, FORMAT included; empty for a valid plan} */
    static Map<String, Long> broken(DataSet data, Plan plan, @Nullable Baseline baseline) {
        AuditReport report = new PlanAuditor(data).audit(plan, baseline);
        Map<String, Long> broken = new TreeMap<>();
        for (Violation violation : report.violations()) {
            broken.merge(violation.ruleId(), violation.points(), Long::sum);
        }
        report.hardViolations().forEach((rule, points) -> {
            if (!points.equals(broken.getOrDefault(rule.id(), 0L))) {
                throw new AssertionError(rule.id() + " adds up to " + points + ", but its violations to " + broken);
            }
        });
        return broken;
    }

    static Map<String, Long> broken(DataSetBuilder data, PlanBuilder plan) {
        return broken(data.build(), plan.build(), null);
    }

    static Map<String, Long> broken(DataSetBuilder data, PlanBuilder plan, @Nullable Baseline baseline) {
        return broken(data.build(), plan.build(), baseline);
    }

    /** {@return points by broken hard rule, without FORMAT} */
    static Map<String, Long> hard(DataSetBuilder data, PlanBuilder plan, Baseline baseline) {
        Map<String, Long> broken = broken(data, plan, baseline);
        broken.remove(Findings.FORMAT);
        return broken;
    }

    /** {@return pence of a cost line} */
    static long pence(DataSetBuilder data, PlanBuilder plan, TrainingConstraint line) {
        Long pence =
                new PlanAuditor(data.build()).audit(plan.build(), null).cost().get(line);
        if (pence == null) {
            throw new AssertionError("No cost line " + line);
        }
        return pence;
    }
}
