package io.muster.api.service.decide;

import io.muster.solver.explain.Decision;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions in the database. */
@Component
class ManualDecisions {
    private final JdbcClient jdbc;

    ManualDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ManualDecision decision) {
        jdbc.sql("insert into manual_decision (plan_id, number, kind, staff_id, module_id, session_id, target,"
                        + " reason, decided_at, decided_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        decision.planId(),
                        decision.number(),
                        decision.kind().name(),
                        decision.staffId(),
                        decision.moduleId(),
                        decision.sessionId(),
                        decision.target(),
                        decision.reason(),
                        decision.decidedAt().atOffset(ZoneOffset.UTC),
                        decision.decidedBy())
                .update();
    }

    /** The decisions that made a plan of its parent, in their order. */
    List<ManualDecision> of(String planId) {
        return jdbc.sql("select * from manual_decision where plan_id = ? order by number")
                .param(planId)
                .query((row, index) -> new ManualDecision(
                        row.getString("plan_id"),
                        row.getInt("number"),
                        Decision.Kind.valueOf(row.getString("kind")),
                        row.getString("staff_id"),
                        row.getString("module_id"),
                        row.getString("session_id"),
                        row.getString("target"),
                        row.getString("reason"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("decided_by")))
                .list();
    }
}
