package io.muster.api.plan;

import io.muster.api.error.BadInputException;
import io.muster.data.disruption.DisruptedDataSet;
import io.muster.data.disruption.Disruptions;
import io.muster.data.io.DisruptionReadResult;
import io.muster.data.io.DisruptionReader;
import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.check.Baseline;
import io.muster.solver.check.PlanAuditor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is judged against when it follows a published one: that plan, what happened to it, and the data set as that
 * left it. The same for a re-plan as it is made, for its audit, and for questions about it.
 *
 * @param published the plan that was published
 * @param disruptions what happened, as given
 * @param disrupted the data set with the disruptions applied, as of the day of the re-plan, and what they void
 * @param auditor the auditor of plans of that data set
 */
public record ReplanBasis(
        Plan published, List<Disruption> disruptions, DisruptedDataSet disrupted, PlanAuditor auditor) {

    /** Copies the list. */
    public ReplanBasis {
        disruptions = List.copyOf(disruptions);
    }

    /**
     * Reads what happened, and applies it.
     *
     * @param dataSet the data set as it was when the plan was published, newcomers added
     * @param published the published plan
     * @param disruptions a CSV file, or a folder, zip or workbook that holds it; null: nothing happened
     * @param asOf the day of the re-plan; null: the data set's
     * @param issues what was found about data set and published plan so far; what is wrong with the disruptions is added
     * @return the basis
     * @throws BadInputException with all issues when one of them is an error
     */
    public static ReplanBasis read(
            DataSet dataSet, Plan published, @Nullable Path disruptions, @Nullable LocalDate asOf, List<Issue> issues) {
        List<Disruption> happened = List.of();
        if (disruptions != null) {
            DisruptionReadResult read = DisruptionReader.read(disruptions, dataSet, published);
            issues.addAll(read.issues());
            happened = read.disruptions().orElse(happened);
        }
        if (issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR)) {
            throw new BadInputException(issues);
        }
        DisruptedDataSet disrupted =
                Disruptions.apply(dataSet, asOf == null ? dataSet.programme().asOf() : asOf, happened, published);
        return new ReplanBasis(published, happened, disrupted, new PlanAuditor(disrupted.dataSet()));
    }

    /** {@return the data set with the disruptions applied, as of the day of the re-plan} */
    public DataSet dataSet() {
        return disrupted.dataSet();
    }

    /**
     * The published plan as the auditor asks for it. What was broken is found, and nobody's word is taken for it.
     *
     * @param scope a decision for each staff member and module
     * @return its bookings, and which of them were broken or may not be kept
     */
    public Baseline baseline(List<ScopeDecision> scope) {
        return new Baseline(
                published.bookings(),
                auditor.findBroken(scope, published, disrupted.cancelledSessions(), disrupted.voided()),
                disrupted.cancelledSessions(),
                disrupted.voided());
    }
}
