package io.muster.api.service.plan;

import io.muster.api.plan.MadePlan;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.muster.data.plan.PlanSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plans in the database. */
@Component
public class Plans {
    private static final Map<String, String> COLUMNS = Map.of(
            "createdAt", "created_at",
            "name", "name",
            "costPence", "cost_pence",
            "coverageShortfall", "coverage_shortfall");

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

    /** {@return the plans that hold, of all data sets, in no order} */
    public List<StoredPlan> listPublished() {
        return jdbc.sql("select * from plan where state = 'PUBLISHED'")
                .query(Plans::plan)
                .list();
    }

    /**
     * The plan that people work with: the one that holds, or the newest draft before there is one.
     *
     * @param dataSetId the data set
     * @return the plan; empty: none is complete
     */
    public Optional<StoredPlan> findCurrent(String dataSetId) {
        return jdbc.sql("select * from plan where data_set_id = ? and state in ('PUBLISHED', 'DRAFT')"
                        + " order by case when state = 'PUBLISHED' then 0 else 1 end, created_at desc, id limit 1")
                .param(dataSetId)
                .query(Plans::plan)
                .optional();
    }

    /**
     * A page of plans.
     *
     * @param dataSetId the data set; null: all
     * @param state where they stand; null: anywhere
     * @param page which page; the newest first unless sorted by {@code createdAt}, {@code name}, {@code costPence} or
     *     {@code coverageShortfall}
     * @return the page
     * @throws ProblemException 400 when it is to be sorted otherwise
     */
    PageView<StoredPlan> page(@Nullable String dataSetId, @Nullable PlanState state, PageQuery page) {
        String where = " from plan where (cast(:dataSet as varchar) is null or data_set_id = :dataSet)"
                + " and (cast(:state as varchar) is null or state = :state)";
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("dataSet", dataSetId);
        params.put("state", state == null ? null : state.name());
        long total = jdbc.sql("select count(*)" + where)
                .params(params)
                .query(Long.class)
                .single();
        params.put("most", page.most());
        params.put("offset", page.offset());
        List<StoredPlan> items = jdbc.sql(
                        "select *" + where + " order by " + order(page.sort()) + ", id limit :most offset :offset")
                .params(params)
                .query(Plans::plan)
                .list();
        return new PageView<>(items, page.number(), page.most(), total);
    }

    private static String order(@Nullable String sort) {
        if (sort == null || sort.isEmpty()) {
            return "created_at desc";
        }
        boolean isDescending = sort.startsWith("-");
        String column = COLUMNS.get(isDescending ? sort.substring(1) : sort);
        if (column == null) {
            throw ProblemException.bad(
                    "sort-unknown",
                    "Plans can be sorted by createdAt, name, costPence and coverageShortfall, not by '" + sort + "'.");
        }
        return column + (isDescending ? " desc" : "") + " nulls last";
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

    /**
     * Waits for the other publications of a data set, until the end of the transaction.
     *
     * @param dataSetId the data set
     */
    public void lock(String dataSetId) {
        jdbc.sql("select id from data_set where id = ? for update")
                .param(dataSetId)
                .query(String.class)
                .optional();
    }

    /**
     * Makes a plan the one that holds, in place of the former one. The entity tags of the other drafts change: what they
     * would replace is another plan now.
     *
     * @param plan the plan as it was read
     * @param content its content with the status of what is published
     * @return whether it was a draft, still as read; otherwise nothing changed
     */
    public boolean publish(StoredPlan plan, String content) {
        int published = jdbc.sql("update plan set state = 'PUBLISHED', content = ?, version = version + 1"
                        + " where id = ? and version = ? and state = 'DRAFT'")
                .params(content, plan.id(), plan.version())
                .update();
        if (published == 0) {
            return false;
        }
        jdbc.sql("update plan set state = 'SUPERSEDED', version = version + 1"
                        + " where data_set_id = ? and state = 'PUBLISHED' and id <> ?")
                .params(plan.dataSetId(), plan.id())
                .update();
        jdbc.sql("update plan set version = version + 1 where data_set_id = ? and state = 'DRAFT'")
                .param(plan.dataSetId())
                .update();
        return true;
    }

    /** A plan's job has begun, or begun again. */
    void solving(String id) {
        jdbc.sql("update plan set state = 'SOLVING', version = version + 1 where id = ? and state = 'QUEUED'")
                .param(id)
                .update();
    }

    /** A plan's job is over without a plan. */
    void abandon(String id, PlanState state) {
        jdbc.sql("update plan set state = ?, version = version + 1 where id = ? and state in ('QUEUED', 'SOLVING')")
                .params(state.name(), id)
                .update();
    }

    /**
     * A plan is complete.
     *
     * @param id the plan
     * @param made what was made
     * @param content its zip
     * @param summary its {@code summary.json}
     * @param at when it was complete
     */
    void complete(String id, MadePlan made, String content, String summary, Instant at) {
        PlanSummary figures = made.summary();
        int rows = jdbc.sql("update plan set state = 'DRAFT', version = version + 1, content = ?, summary = ?,"
                        + " rule_set_hash = ?, booked = ?, requirements = ?, coverage_shortfall = ?, cost_pence = ?,"
                        + " occupancy = ?, solved_at = ? where id = ? and state = 'SOLVING'")
                .params(
                        content,
                        summary,
                        figures.ruleSetHash(),
                        figures.booked(),
                        figures.requirements(),
                        figures.coverageShortfall(),
                        made.audit().totalCost(),
                        figures.occupancy(),
                        at.atOffset(ZoneOffset.UTC),
                        id)
                .update();
        if (rows == 0) {
            throw new IllegalStateException("Plan " + id + " is not being solved. Maybe two jobs solve it.");
        }
    }

    /** How the best plan of a solve stood; a second row of the same moment is left out. */
    void addScore(String id, PlanScore score) {
        jdbc.sql("insert into plan_score (plan_id, millis, phase, coverage_shortfall, cost_pence, booked,"
                        + " least_shortfall, least_cost_pence, cost_lines)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        id,
                        score.millis(),
                        score.phase(),
                        score.coverageShortfall(),
                        score.costPence(),
                        score.booked(),
                        score.leastShortfall(),
                        score.leastCostPence(),
                        lines(score.cost()))
                .update();
    }

    /** Forgets what a solve had come to after the moment from which it is taken up again. */
    void dropScoresAfter(String id, long millis) {
        jdbc.sql("delete from plan_score where plan_id = ? and millis > ?")
                .params(id, millis)
                .update();
    }

    /** How the best plan of a solve went on, in time order. */
    List<PlanScore> scores(String id) {
        return jdbc.sql("select * from plan_score where plan_id = ? order by millis")
                .param(id)
                .query(Plans::score)
                .list();
    }

    Optional<PlanScore> findLastScore(String id) {
        return jdbc.sql("select * from plan_score where plan_id = ? order by millis desc limit 1")
                .param(id)
                .query(Plans::score)
                .optional();
    }

    private static PlanScore score(ResultSet row, int index) throws SQLException {
        return new PlanScore(
                row.getLong("millis"),
                row.getString("phase"),
                row.getLong("coverage_shortfall"),
                row.getLong("cost_pence"),
                row.getInt("booked"),
                row.getObject("least_shortfall", Long.class),
                row.getObject("least_cost_pence", Long.class),
                lines(row.getString("cost_lines")));
    }

    private static String lines(Map<String, Long> cost) {
        return cost.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue())
                .collect(Collectors.joining(";"));
    }

    private static Map<String, Long> lines(String text) {
        Map<String, Long> lines = new LinkedHashMap<>();
        for (String line : StringUtils.split(text, ';')) {
            lines.put(StringUtils.substringBefore(line, "="), Long.valueOf(StringUtils.substringAfter(line, "=")));
        }
        return lines;
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
