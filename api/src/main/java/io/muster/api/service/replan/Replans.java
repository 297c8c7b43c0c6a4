package io.muster.api.service.replan;

import io.muster.api.service.replan.StoredReplan.State;
import io.muster.api.service.web.ProblemException;
import io.muster.solver.replan.ReplanPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The re-plans in the database. */
@Component
class Replans {
    private final JdbcClient jdbc;

    Replans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An option of a re-plan.
     *
     * @param planId the plan
     * @param policy what it is good for
     * @param figures what changes for people, JSON
     */
    record Option(String planId, ReplanPolicy policy, String figures) {}

    /** {@return a re-plan, or 404} */
    StoredReplan get(String id) {
        return jdbc.sql("select * from replan where id = ?")
                .param(id)
                .query(Replans::replan)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("replan", id));
    }

    /** {@return re-plans of a data set, or of all, the newest first} */
    List<StoredReplan> list(@Nullable String dataSetId) {
        return jdbc.sql("select * from replan where (cast(:dataSet as varchar) is null or data_set_id = :dataSet)"
                        + " order by created_at desc, id")
                .param("dataSet", dataSetId)
                .query(Replans::replan)
                .list();
    }

    /** {@return the options of a re-plan, in the order of its policies} */
    List<Option> options(String id) {
        return jdbc.sql("select * from replan_option where replan_id = ? order by number")
                .param(id)
                .query((row, index) -> new Option(
                        row.getString("plan_id"),
                        ReplanPolicy.valueOf(row.getString("policy")),
                        row.getString("figures")))
                .list();
    }

    void add(StoredReplan replan) {
        jdbc.sql("insert into replan (id, data_set_id, revision, parent_id, as_of, policies, max_moved, seed,"
                        + " time_limit_millis, step_limit, disruptions, asked, state, figures, accepted_plan_id, job_id,"
                        + " created_at, created_by, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        replan.id(),
                        replan.dataSetId(),
                        replan.revision(),
                        replan.parentId(),
                        replan.asOf(),
                        replan.policies().stream().map(Enum::name).collect(Collectors.joining(",")),
                        replan.maxMoved(),
                        replan.seed(),
                        replan.timeLimit() == null ? null : replan.timeLimit().toMillis(),
                        replan.stepLimit(),
                        replan.disruptions(),
                        replan.asked(),
                        replan.state().name(),
                        replan.figures(),
                        replan.acceptedPlanId(),
                        replan.jobId(),
                        replan.createdAt().atOffset(ZoneOffset.UTC),
                        replan.createdBy(),
                        replan.version())
                .update();
    }

    void addOption(String id, int number, Option option) {
        jdbc.sql("insert into replan_option (replan_id, number, plan_id, policy, figures) values (?, ?, ?, ?, ?)")
                .params(id, number, option.planId(), option.policy().name(), option.figures())
                .update();
    }

    /** Makes a re-plan whose job is done ready. */
    void ready(String id, String figures) {
        jdbc.sql("update replan set state = 'READY', figures = ?, version = version + 1 where id = ?")
                .params(figures, id)
                .update();
    }

    /** Ends a re-plan whose job will not be done. */
    void abandon(String id, State state) {
        jdbc.sql("update replan set state = ?, version = version + 1 where id = ? and state = 'QUEUED'")
                .params(state.name(), id)
                .update();
    }

    /** Marks a re-plan as accepted; whether it was still as it was read. */
    boolean accept(StoredReplan replan, String planId) {
        return jdbc.sql("update replan set state = 'ACCEPTED', accepted_plan_id = ?, version = version + 1"
                                + " where id = ? and version = ?")
                        .params(planId, replan.id(), replan.version())
                        .update()
                > 0;
    }

    private static StoredReplan replan(ResultSet row, int index) throws SQLException {
        Long limit = row.getObject("time_limit_millis", Long.class);
        return new StoredReplan(
                row.getString("id"),
                row.getString("data_set_id"),
                row.getInt("revision"),
                row.getString("parent_id"),
                row.getObject("as_of", LocalDate.class),
                Arrays.stream(row.getString("policies").split(","))
                        .map(ReplanPolicy::valueOf)
                        .toList(),
                row.getObject("max_moved", Integer.class),
                row.getLong("seed"),
                limit == null ? null : Duration.ofMillis(limit),
                row.getObject("step_limit", Long.class),
                row.getString("disruptions"),
                row.getString("asked"),
                State.valueOf(row.getString("state")),
                row.getString("figures"),
                row.getString("accepted_plan_id"),
                row.getString("job_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                row.getLong("version"));
    }
}
