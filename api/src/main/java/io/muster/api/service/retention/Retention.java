package io.muster.api.service.retention;

import io.muster.api.service.access.Caller;
import io.muster.api.service.trail.Trail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The retention job. What something else still refers to stays: the database says so, and the job goes on with the next.
 * Each deletion is in the trail.
 */
@Component
class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final String ACTION = "RETENTION_DELETED";
    private static final Duration ANSWERS = Duration.ofHours(24);
    private static final int MOST_AT_ONCE = 10_000;

    /** Rows that are nothing without their plan. */
    private static final List<String> PARTS_OF_A_PLAN = List.of(
            "export_file",
            "plan_score",
            "plan_figures",
            "plan_baseline",
            "manual_decision",
            "replan_option",
            "publication");

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final Trail trail;
    private final Clock clock;
    private final RetentionSettings settings;

    Retention(
            JdbcClient jdbc,
            DataSource dataSource,
            TransactionTemplate transaction,
            Trail trail,
            Clock clock,
            RetentionSettings settings) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
        this.settings = settings;
    }

    private record OldPlan(String id, String state) {}

    /** Deletes what is due. */
    void run() {
        oldPlans().forEach(this::delete);
        count(
                "jobs",
                "delete from job where state in ('DONE', 'FAILED', 'CANCELLED') and finished_at < ?",
                before(Duration.ofDays(settings.jobDays())));
        count("idempotency", "delete from idempotency where created_at < ?", before(ANSWERS));
        deleteContents();
    }

    private List<OldPlan> oldPlans() {
        return jdbc.sql("""
                        select id, state from plan
                        where state in ('DRAFT', 'DISCARDED', 'CANCELLED', 'FAILED') and created_at < ?
                          and not exists (select 1 from plan child where child.parent_id = plan.id)
                        union
                        select plan.id, plan.state from plan join publication on publication.plan_id = plan.id
                        where plan.state = 'SUPERSEDED'
                        group by plan.id, plan.state, plan.data_set_id
                        having max(publication.number) < (
                            select max(latest.number) from publication latest
                            where latest.data_set_id = plan.data_set_id) - ?
                        """)
                .params(before(Duration.ofDays(settings.draftDays())), settings.supersededVersions())
                .query((row, index) -> new OldPlan(row.getString(1), row.getString(2)))
                .list();
    }

    private void delete(OldPlan plan) {
        try {
            transaction.executeWithoutResult(status -> {
                for (String table : PARTS_OF_A_PLAN) {
                    jdbc.sql("delete from " + table + " where plan_id = ?")
                            .param(plan.id())
                            .update();
                }
                jdbc.sql("update plan set parent_id = null where parent_id = ?")
                        .param(plan.id())
                        .update();
                // Not when somebody has published it meanwhile.
                int deleted = jdbc.sql("delete from plan where id = ? and state = ?")
                        .params(plan.id(), plan.state())
                        .update();
                if (deleted == 0) {
                    status.setRollbackOnly();
                } else {
                    trail.write(Caller.SYSTEM.userId(), ACTION, "plan/" + plan.id(), plan.state());
                }
            });
        } catch (DataIntegrityViolationException e) {
            LOG.debug("plan {} stays: something refers to it", plan.id(), e);
        }
    }

    private void count(String what, String sql, OffsetDateTime time) {
        transaction.executeWithoutResult(status -> {
            int deleted = jdbc.sql(sql).param(time).update();
            if (deleted > 0) {
                trail.write(Caller.SYSTEM.userId(), ACTION, what, deleted + " rows");
            }
        });
    }

    private void deleteContents() {
        String unreferenced = references().stream()
                .map(reference -> " and not exists (select 1 from " + reference.table() + " r where r."
                        + reference.column() + " = content.sha256)")
                .collect(Collectors.joining());
        List<String> unused = jdbc.sql("select sha256 from content where created_at < ?" + unreferenced
                        + " order by sha256 limit " + MOST_AT_ONCE)
                .param(before(Duration.ofDays(settings.contentDays())))
                .query(String.class)
                .list();
        int deleted = 0;
        for (String sha256 : unused) {
            deleted += deleteContent(sha256);
        }
        if (deleted > 0) {
            trail.write(Caller.SYSTEM.userId(), ACTION, "contents", deleted + " files");
        }
    }

    private int deleteContent(String sha256) {
        try {
            Integer deleted = transaction.execute(status -> {
                jdbc.sql("delete from content_chunk where sha256 = ?")
                        .param(sha256)
                        .update();
                return jdbc.sql("delete from content where sha256 = ? and created_at < ?")
                        .params(sha256, before(Duration.ofDays(settings.contentDays())))
                        .update();
            });
            return deleted == null ? 0 : deleted;
        } catch (DataIntegrityViolationException e) {
            LOG.debug("content {} stays: something refers to it now", sha256, e);
            return 0;
        }
    }

    private record Reference(String table, String column) implements Comparable<Reference> {
        @Override
        public int compareTo(Reference other) {
            return (table + "." + column).compareTo(other.table + "." + other.column);
        }
    }

    /** Every column that refers to contents, asked of the database so that none is forgotten. */
    private TreeSet<Reference> references() {
        try {
            return JdbcUtils.extractDatabaseMetaData(dataSource, metaData -> {
                TreeSet<Reference> found = new TreeSet<>();
                try (ResultSet keys = metaData.getExportedKeys(null, null, "content")) {
                    while (keys.next()) {
                        String table = keys.getString("FKTABLE_NAME").toLowerCase(Locale.ROOT);
                        if (!table.equals("content_chunk")) {
                            found.add(new Reference(
                                    table, keys.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT)));
                        }
                    }
                } catch (SQLException e) {
                    throw new MetaDataAccessException("foreign keys", e);
                }
                if (found.isEmpty()) {
                    throw new MetaDataAccessException("No table refers to content. Maybe its name is another?");
                }
                return found;
            });
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime before(Duration age) {
        return clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    }
}
