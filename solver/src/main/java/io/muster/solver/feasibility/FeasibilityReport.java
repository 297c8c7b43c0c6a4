package io.muster.solver.feasibility;

import java.time.YearMonth;
import java.util.List;

/**
 * What is proven about a data set before it is planned.
 *
 * @param requirements number of requirements
 * @param shortfall coverage shortfall that no plan goes below; 0: full coverage may be possible
 * @param findings what proves it, the largest shortfall first; those of kind {@link Finding.Kind#SEATS} and {@link
 *     Finding.Kind#WEEK} may count requirements that others count too
 * @param months the months of the programme
 * @param modules supply and demand of each module, in the data set's order
 */
public record FeasibilityReport(
        long requirements, long shortfall, List<Finding> findings, List<YearMonth> months, List<ModuleSupply> modules) {

    /** Copies the lists. */
    public FeasibilityReport {
        findings = List.copyOf(findings);
        months = List.copyOf(months);
        modules = List.copyOf(modules);
    }
}
