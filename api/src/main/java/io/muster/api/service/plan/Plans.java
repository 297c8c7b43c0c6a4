package io.muster.api.service.plan;

import io.muster.api.service.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plans in the database. */
@Component
public class Plans {
    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A plan.
     *
     * @param id its id
     * @return the plan
     * @throws ProblemException 404 when there is none
     */
    public StoredPlan get(String id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("plan", id));
    }

    /**
     * A plan.
     *
     * @param id its id
     * @return the plan; empty: there is none
     */
    public Optional<StoredPlan> find(String id) {
        return jdbc.sql("select * from plan where id = ?")
                .param(id)
                .query(Plans::plan)
                .optional();
    }

    /**
     * The plan that holds for a data set.
     *
     * @param dataSetId the data set
     * @return the plan; empty: none was published
     */
    public Optional<StoredPlan> findPublished(String dataSetId) {
        return jdbc.sql("select * from plan where data_set_id = ? and state = 'PUBLISHED'")
                .param(dataSetId)
                .query(Plans::plan)
                .optional();
    }

    /**
     * Plans of a data set, or of all.
     *
     * @param dataSetId the data set; null: all
     * @return the newest first
     */
    public List<StoredPlan> list(@Nullable String dataSetId) {
        return jdbc.sql("select * from plan where (cast(:dataSet as varchar) is null or data_set_id = :dataSet)"
                        + " order by created_at desc, id")
                .param("dataSet", dataSetId)
                .query(Plans::plan)
                .list();
    }

    /**
     * Adds a plan.
     *
     * @param plan the plan, whose id is not taken
     */
    public void add(StoredPlan plan) {
        jdbc.sql(
                        "insert into plan (id, data_set_id, revision, rule_set_id, rule_set_hash, kind, state, name, parent_id,"
                                + " policy, as_of, disruptions, job_id, seed, time_limit_millis, step_limit, profile, content,"
                                + " summary, booked, requirements, coverage_shortfall, cost_pence, occupancy, created_at,"
                                + " created_by, solved_at, version)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        plan.id(),
                        plan.dataSetId(),
                        plan.revision(),
                        plan.ruleSetId(),
                        plan.ruleSetHash(),
                        plan.kind().name(),
                        plan.state().name(),
                        plan.name(),
                        plan.parentId(),
                        plan.policy(),
                        plan.asOf(),
                        plan.disruptions(),
                        plan.jobId(),
                        plan.seed(),
                        plan.timeLimit() == null ? null : plan.timeLimit().toMillis(),
                        plan.stepLimit(),
                        plan.profile(),
                        plan.content(),
                        plan.summary(),
                        plan.booked(),
                        plan.requirements(),
                        plan.coverageShortfall(),
                        plan.costPence(),
                        plan.occupancy(),
                        plan.createdAt().atOffset(ZoneOffset.UTC),
                        plan.createdBy(),
                        plan.solvedAt() == null ? null : plan.solvedAt().atOffset(ZoneOffset.UTC),
                        plan.version())
                .update();
    }

    /**
     * Changes where a plan stands.
     *
     * @param plan the plan as it was read
     * @param state its new state
     * @return whether it was still as read; otherwise nothing changed
     */
    public boolean move(StoredPlan plan, PlanState state) {
        return jdbc.sql("update plan set state = ?, version = version + 1 where id = ? and version = ?")
                        .params(state.name(), plan.id(), plan.version())
                        .update()
                > 0;
    }

    private static StoredPlan plan(ResultSet row, int index) throws SQLException {
        Long limit = row.getObject("time_limit_millis", Long.class);
        OffsetDateTime solvedAt = row.getObject("solved_at", OffsetDateTime.class);
        return new StoredPlan(
                row.getString("id"),
                row.getString("data_set_id"),
                row.getInt("revision"),
                row.getString("rule_set_id"),
                row.getString("rule_set_hash"),
                StoredPlan.Kind.valueOf(row.getString("kind")),
                PlanState.valueOf(row.getString("state")),
                row.getString("name"),
                row.getString("parent_id"),
                row.getString("policy"),
                row.getObject("as_of", LocalDate.class),
                row.getString("disruptions"),
                row.getString("job_id"),
                row.getLong("seed"),
                limit == null ? null : Duration.ofMillis(limit),
                row.getObject("step_limit", Long.class),
                row.getString("profile"),
                row.getString("content"),
                row.getString("summary"),
                row.getObject("booked", Integer.class),
                row.getObject("requirements", Integer.class),
                row.getObject("coverage_shortfall", Long.class),
                row.getObject("cost_pence", Long.class),
                row.getObject("occupancy", Double.class),
                instant(row, "created_at"),
                row.getString("created_by"),
                solvedAt == null ? null : solvedAt.toInstant(),
                row.getLong("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
