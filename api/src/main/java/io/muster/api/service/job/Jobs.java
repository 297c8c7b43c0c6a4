package io.muster.api.service.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.muster.api.service.content.Ids;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs in the database. */
@Component
public class Jobs {
    private final JdbcClient jdbc;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Jobs(JdbcClient jdbc, @Lazy SchedulerClient scheduler, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Asks for a job. Inside a transaction it is kept or lost with it.
     *
     * @param kind what it does
     * @param subject id of what it makes
     * @param request what is asked of it, JSON of its handler, at most 20,000 characters
     * @param userId who asks
     * @return id of the job
     */
    public String submit(JobKind kind, String subject, String request, String userId) {
        String id = Ids.next("job");
        OffsetDateTime now = now();
        jdbc.sql("insert into job (id, kind, subject, state, request, phase, detail, stop_requested, attempt,"
                        + " created_at, created_by, updated_at)"
                        + " values (?, ?, ?, 'QUEUED', ?, '', '', false, 0, ?, ?, ?)")
                .params(id, kind.name(), subject, request, now, userId, now)
                .update();
        scheduler.scheduleIfNotExists(JobTask.TASK.instance(id).build(), clock.instant());
        return id;
    }

    /**
     * A job.
     *
     * @param id its id
     * @return the job; empty: there is none
     */
    public Optional<Job> find(String id) {
        return jdbc.sql("select * from job where id = ?")
                .param(id)
                .query(Jobs::job)
                .optional();
    }

    /**
     * Jobs.
     *
     * @param most how many at most
     * @return the newest first
     */
    public List<Job> listRecent(int most) {
        return jdbc.sql("select * from job order by created_at desc, id limit ?")
                .param(most)
                .query(Jobs::job)
                .list();
    }

    /**
     * A page of jobs.
     *
     * @param state where they stand; null: anywhere
     * @param kind what they do; null: anything
     * @param subject what they make; null: anything
     * @param page which page; sorted by nothing but when they were asked for, the newest first
     * @return the page
     * @throws ProblemException 400 when it is to be sorted otherwise
     */
    public PageView<Job> list(
            @Nullable JobState state, @Nullable JobKind kind, @Nullable String subject, PageQuery page) {
        if (page.sort() != null && !page.sort().equals("-createdAt")) {
            throw ProblemException.bad("sort-unknown", "Jobs can be sorted by -createdAt, which they are anyway.");
        }
        String where = " from job where (cast(:state as varchar) is null or state = :state)"
                + " and (cast(:kind as varchar) is null or kind = :kind)"
                + " and (cast(:subject as varchar) is null or subject = :subject)";
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("state", state == null ? null : state.name());
        params.put("kind", kind == null ? null : kind.name());
        params.put("subject", subject);
        long total = jdbc.sql("select count(*)" + where)
                .params(params)
                .query(Long.class)
                .single();
        params.put("most", page.most());
        params.put("offset", page.offset());
        List<Job> items = jdbc.sql("select *" + where + " order by created_at desc, id limit :most offset :offset")
                .params(params)
                .query(Jobs::job)
                .list();
        return new PageView<>(items, page.number(), page.most(), total);
    }

    /**
     * Asks a job to come to an end: one that runs, with the best it has; one that waits, at once.
     *
     * @param id its id
     * @return whether it was not over yet
     */
    public boolean stop(String id) {
        return jdbc.sql("update job set stop_requested = true, updated_at = ?"
                                + " where id = ? and state in ('QUEUED', 'RUNNING')")
                        .params(now(), id)
                        .update()
                > 0;
    }

    /**
     * How many jobs stand somewhere.
     *
     * @param state where
     * @return how many
     */
    public long count(JobState state) {
        return jdbc.sql("select count(*) from job where state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }

    /** Makes this attempt the one that has the job; null when the job is over. */
    @Nullable
    Job start(String id, String instance) {
        OffsetDateTime now = now();
        jdbc.sql(
                        "update job set state = 'RUNNING', attempt = attempt + 1, instance = ?, started_at = ?, updated_at = ?,"
                                + " phase = '', fraction = null, detail = ''"
                                + " where id = ? and state in ('QUEUED', 'RUNNING')")
                .params(instance, now, now, id)
                .update();
        return find(id).filter(job -> !job.state().isOver()).orElse(null);
    }

    /** Writes progress; whether the job is still this attempt's. */
    boolean progress(Job job, String phase, @Nullable Double fraction, String detail) {
        return jdbc.sql("update job set phase = ?, fraction = ?, detail = ?, updated_at = ?"
                                + " where id = ? and attempt = ? and state = 'RUNNING'")
                        .params(cut(phase, 100), fraction, cut(detail, 1000), now(), job.id(), job.attempt())
                        .update()
                > 0;
    }

    /** Writes what to go on from; whether the job is still this attempt's. */
    boolean checkpoint(Job job, String content) {
        return jdbc.sql("update job set checkpoint = ?, updated_at = ?"
                                + " where id = ? and attempt = ? and state = 'RUNNING'")
                        .params(content, now(), job.id(), job.attempt())
                        .update()
                > 0;
    }

    /** Forgets what a job that is over could have gone on from; null: there was nothing. */
    @Nullable
    String dropCheckpoint(Job job) {
        String content = find(job.id()).map(Job::checkpoint).orElse(null);
        jdbc.sql("update job set checkpoint = null where id = ?")
                .param(job.id())
                .update();
        return content;
    }

    /** Ends a job; whether it was this attempt's to end. */
    boolean end(Job job, JobState state, @Nullable String errorId, @Nullable String error) {
        OffsetDateTime now = now();
        return jdbc.sql("update job set state = ?, error_id = ?, error = ?, updated_at = ?, finished_at = ?"
                                + " where id = ? and attempt = ? and state = 'RUNNING'")
                        .params(
                                state.name(),
                                errorId,
                                error == null ? null : cut(error, 4000),
                                now,
                                now,
                                job.id(),
                                job.attempt())
                        .update()
                > 0;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static Job job(ResultSet row, int index) throws SQLException {
        return new Job(
                row.getString("id"),
                JobKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                JobState.valueOf(row.getString("state")),
                row.getString("request"),
                row.getString("phase"),
                row.getObject("fraction", Double.class),
                row.getString("detail"),
                row.getBoolean("stop_requested"),
                row.getInt("attempt"),
                row.getString("instance"),
                row.getString("checkpoint"),
                row.getString("error_id"),
                row.getString("error"),
                instant(row, "created_at"),
                row.getString("created_by"),
                maybeInstant(row, "started_at"),
                instant(row, "updated_at"),
                maybeInstant(row, "finished_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybeInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
