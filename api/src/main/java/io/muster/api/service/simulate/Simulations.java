package io.muster.api.service.simulate;

import io.muster.api.service.simulate.StoredSimulation.State;
import io.muster.api.service.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The simulations in the database. */
@Component
class Simulations {
    private final JdbcClient jdbc;

    Simulations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return a simulation, or 404} */
    StoredSimulation get(String id) {
        return jdbc.sql("select * from simulation where id = ?")
                .param(id)
                .query(Simulations::simulation)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("simulation", id));
    }

    /** {@return the simulations of a plan, the newest first} */
    List<StoredSimulation> ofPlan(String planId) {
        return jdbc.sql("select * from simulation where plan_id = ? order by created_at desc, id")
                .param(planId)
                .query(Simulations::simulation)
                .list();
    }

    void add(StoredSimulation row) {
        jdbc.sql(
                        "insert into simulation (id, data_set_id, revision, plan_id, request, state, result, job_id, created_at,"
                                + " created_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        row.id(),
                        row.dataSetId(),
                        row.revision(),
                        row.planId(),
                        row.request(),
                        row.state().name(),
                        row.result(),
                        row.jobId(),
                        row.createdAt().atOffset(ZoneOffset.UTC),
                        row.createdBy())
                .update();
    }

    /** Ends a simulation, with its result or without. */
    void end(String id, State state, @Nullable String result) {
        jdbc.sql("update simulation set state = ?, result = ? where id = ? and state = 'QUEUED'")
                .params(state.name(), result, id)
                .update();
    }

    private static StoredSimulation simulation(ResultSet row, int index) throws SQLException {
        return new StoredSimulation(
                row.getString("id"),
                row.getString("data_set_id"),
                row.getInt("revision"),
                row.getString("plan_id"),
                row.getString("request"),
                State.valueOf(row.getString("state")),
                row.getString("result"),
                row.getString("job_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"));
    }
}
