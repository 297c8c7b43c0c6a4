package io.muster.api.service.publication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.dataset.DataSetService;
import io.muster.api.plan.AuditCommand;
import io.muster.api.plan.AuditService;
import io.muster.api.progress.Progress;
import io.muster.api.service.content.Contents;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.plan.StoredPlan.Kind;
import io.muster.api.service.web.ProblemException;
import io.muster.solver.check.AuditReport;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The auditor's judgement of complete plans, anew from their files, whatever their summary says; a few are kept. */
@Component
class PlanAudits {
    private static final int KEPT = 8;

    private final Contents contents;
    private final DataSets dataSets;
    private final Plans plans;
    private final AuditService auditor = new AuditService(new DataSetService());
    private final Cache<String, AuditReport> reports =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    PlanAudits(Contents contents, DataSets dataSets, Plans plans) {
        this.contents = contents;
        this.dataSets = dataSets;
        this.plans = plans;
    }

    /** Audits a plan; 409 when it is not complete. */
    AuditReport of(StoredPlan plan) {
        if (plan.content() == null) {
            throw ProblemException.conflict(
                    "plan-not-complete",
                    "Plan '" + plan.id() + "' is " + plan.state() + "; there is nothing to judge.");
        }
        return reports.get(plan.id(), id -> audit(plan));
    }

    private AuditReport audit(StoredPlan plan) {
        StoredPlan replan = replanOf(plan);
        Path dataSet = contents.file(
                Objects.requireNonNull(
                        dataSets.revision(plan.dataSetId(), plan.revision()).content()),
                ".zip");
        String disruptions = replan == null ? null : replan.disruptions();
        AuditCommand command = new AuditCommand(
                dataSet,
                zip(plan),
                replan == null ? null : zip(plans.get(Objects.requireNonNull(replan.parentId()))),
                disruptions == null ? null : contents.file(disruptions, ".csv"),
                replan == null ? null : replan.asOf());
        return auditor.audit(command, Progress.SILENT).audit();
    }

    /** The re-plan that a plan is, or was made from by hand; null: its rules have no baseline. */
    private @Nullable StoredPlan replanOf(StoredPlan plan) {
        StoredPlan origin = plan;
        while (origin.kind() == Kind.DECISION && origin.parentId() != null) {
            origin = plans.get(origin.parentId());
        }
        return origin.kind() == Kind.REPLAN && origin.parentId() != null ? origin : null;
    }

    private Path zip(StoredPlan plan) {
        return contents.file(Objects.requireNonNull(plan.content(), "a plan's ancestors are complete"), ".zip");
    }
}
