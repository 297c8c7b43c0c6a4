package io.muster.api.cli;

import io.muster.api.check.CheckService;
import io.muster.api.dataset.DataSetService;
import io.muster.api.decide.DecideService;
import io.muster.api.explain.ExplainService;
import io.muster.api.plan.AuditService;
import io.muster.api.plan.PlanService;
import io.muster.api.replan.ReplanService;
import io.muster.api.scope.ScopingService;
import io.muster.api.simulate.SimulateService;
import io.muster.solver.DefaultPlanSolver;
import io.muster.solver.PlanSolver;
import io.muster.solver.replan.DefaultPlanReplanner;
import java.util.function.Supplier;

/** The services the commands call, made when first asked for, so that {@code --help} loads none of them. */
final class Services {
    private final Supplier<PlanSolver> solver;

    Services(Supplier<PlanSolver> solver) {
        this.solver = solver;
    }

    /** {@return the services of the program} */
    static Services standard() {
        return new Services(DefaultPlanSolver::new);
    }

    DataSetService dataSets() {
        return new DataSetService();
    }

    ScopingService scoping() {
        return new ScopingService();
    }

    CheckService checks() {
        return new CheckService(dataSets(), scoping());
    }

    AuditService audits() {
        return new AuditService(dataSets());
    }

    ReplanService replans() {
        return new ReplanService(dataSets(), scoping(), new DefaultPlanReplanner());
    }

    ExplainService explaining() {
        return new ExplainService(dataSets(), scoping());
    }

    DecideService deciding() {
        return new DecideService(explaining());
    }

    SimulateService simulations() {
        return new SimulateService(dataSets(), scoping(), solver.get(), new DefaultPlanReplanner());
    }

    PlanService plans() {
        return new PlanService(dataSets(), scoping(), solver.get());
    }
}
