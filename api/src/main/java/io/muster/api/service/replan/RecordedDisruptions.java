package io.muster.api.service.replan;

import io.muster.api.service.replan.RecordedDisruption.State;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The disruptions in the database. */
@Component
public class RecordedDisruptions {
    private static final int BATCH = 500;
    private static final Map<String, String> COLUMN_BY_SORT = Map.of(
            "id", "id",
            "kind", "kind",
            "subject", "subject",
            "from", "starts",
            "state", "state",
            "recordedAt", "recorded_at");

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RecordedDisruptions(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Which disruptions of a data set are asked for.
     *
     * @param state where they stand; null: anywhere
     * @param kind their kind; null: any
     * @param bcu the BCU of who asks: other BCUs' and trainers' are left out; null: all
     */
    record Filter(
            @Nullable State state,
            @Nullable Kind kind,
            @Nullable String bcu) {}

    /** {@return a disruption; empty: there is none} */
    Optional<RecordedDisruption> find(String dataSetId, String id) {
        return jdbc.sql("select * from disruption where data_set_id = ? and id = ?")
                .params(dataSetId, id)
                .query(RecordedDisruptions::disruption)
                .optional();
    }

    /** {@return a page of a data set's disruptions, the newest first unless it is sorted otherwise} */
    PageView<RecordedDisruption> page(String dataSetId, Filter filter, PageQuery query) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("dataSet", dataSetId);
        StringBuilder where = new StringBuilder("data_set_id = :dataSet");
        if (filter.state() != null) {
            where.append(" and state = :state");
            params.put("state", filter.state().name());
        }
        if (filter.kind() != null) {
            where.append(" and kind = :kind");
            params.put("kind", filter.kind().name());
        }
        if (filter.bcu() != null) {
            where.append(" and (bcu = :bcu or bcu is null and kind <> 'TRAINER_ABSENT')");
            params.put("bcu", filter.bcu());
        }
        long total = jdbc.sql("select count(*) from disruption where " + where)
                .params(params)
                .query(Long.class)
                .single();
        List<RecordedDisruption> items = jdbc.sql("select * from disruption where " + where + " order by "
                        + order(query.sort()) + " limit " + query.most() + " offset " + query.offset())
                .params(params)
                .query(RecordedDisruptions::disruption)
                .list();
        return new PageView<>(items, query.number(), query.most(), total);
    }

    private static String order(@Nullable String sort) {
        if (sort == null || sort.isEmpty()) {
            return "recorded_at desc, id";
        }
        boolean isDescending = sort.startsWith("-");
        String column = COLUMN_BY_SORT.get(isDescending ? sort.substring(1) : sort);
        if (column == null) {
            throw ProblemException.bad(
                    "sort-unknown",
                    "This list can be sorted by "
                            + COLUMN_BY_SORT.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        return column + (isDescending ? " desc" : "") + ", id";
    }

    /** {@return a data set's disruptions that stand somewhere, by the code points of their ids} */
    List<RecordedDisruption> list(String dataSetId, State state) {
        return jdbc
                .sql("select * from disruption where data_set_id = ? and state = ?")
                .params(dataSetId, state.name())
                .query(RecordedDisruptions::disruption)
                .list()
                .stream()
                .sorted(Comparator.comparing(row -> row.disruption().id(), CodePointOrder.COMPARATOR))
                .toList();
    }

    /**
     * Adds disruptions.
     *
     * @param rows the disruptions, whose ids are not taken
     * @throws org.springframework.dao.DuplicateKeyException when one is
     */
    void add(List<RecordedDisruption> rows) {
        batches.batchUpdate(
                "insert into disruption (data_set_id, id, kind, subject, starts, ends, amount, note, state, bcu, plan_id,"
                        + " recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                BATCH,
                (statement, row) -> {
                    Disruption disruption = row.disruption();
                    statement.setString(1, row.dataSetId());
                    statement.setString(2, disruption.id());
                    statement.setString(3, disruption.kind().name());
                    statement.setString(4, disruption.subject());
                    statement.setString(5, disruption.from());
                    statement.setString(6, disruption.to());
                    statement.setString(7, disruption.value());
                    statement.setString(8, disruption.note());
                    statement.setString(9, row.state().name());
                    statement.setString(10, row.bcu());
                    statement.setString(11, row.planId());
                    statement.setObject(12, row.recordedAt().atOffset(ZoneOffset.UTC));
                    statement.setString(13, row.recordedBy());
                });
    }

    /** Moves a disruption from one state to another; whether it was in the first. */
    boolean move(String dataSetId, String id, State from, State to) {
        return jdbc.sql("update disruption set state = ? where data_set_id = ? and id = ? and state = ?")
                        .params(to.name(), dataSetId, id, from.name())
                        .update()
                > 0;
    }

    /**
     * Marks open disruptions as answered by a plan.
     *
     * @param dataSetId the data set
     * @param ids which
     * @param planId the plan
     * @return how many were open; the others stay as they are
     */
    int apply(String dataSetId, List<String> ids, String planId) {
        int applied = 0;
        for (int from = 0; from < ids.size(); from += BATCH) {
            applied += jdbc.sql("update disruption set state = 'APPLIED', plan_id = :plan"
                            + " where data_set_id = :dataSet and state = 'OPEN' and id in (:ids)")
                    .param("plan", planId)
                    .param("dataSet", dataSetId)
                    .param("ids", new ArrayList<>(ids.subList(from, Math.min(ids.size(), from + BATCH))))
                    .update();
        }
        return applied;
    }

    private static RecordedDisruption disruption(ResultSet row, int index) throws SQLException {
        return new RecordedDisruption(
                row.getString("data_set_id"),
                new Disruption(
                        row.getString("id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("starts"),
                        row.getString("ends"),
                        row.getString("amount"),
                        row.getString("note")),
                State.valueOf(row.getString("state")),
                row.getString("bcu"),
                row.getString("plan_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }
}
