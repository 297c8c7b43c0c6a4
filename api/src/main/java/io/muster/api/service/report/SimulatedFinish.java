package io.muster.api.service.report;

import io.muster.api.service.report.OversightReport.Finish;
import java.util.Optional;

/** Knows when simulations say a plan is over. A bean of whoever keeps simulations. */
@FunctionalInterface
public interface SimulatedFinish {

    /**
     * The latest simulation of a plan.
     *
     * @param planId the plan
     * @return when the target is reached in it; empty: nobody has simulated the plan
     */
    Optional<Finish> findLatest(String planId);
}
