package io.muster.api.service.dataset;

import io.muster.api.service.dataset.Revision.Origin;
import io.muster.api.service.dataset.Revision.State;
import io.muster.api.service.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The data sets in the database. */
@Component
public class DataSets {
    private final JdbcClient jdbc;

    DataSets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A data set.
     *
     * @param id its id
     * @return the data set
     * @throws ProblemException 404 when there is none
     */
    public StoredDataSet get(String id) {
        return jdbc.sql("select * from data_set where id = ?")
                .param(id)
                .query(DataSets::dataSet)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("data-set", id));
    }

    /** {@return all data sets, the newest first} */
    public List<StoredDataSet> list() {
        return jdbc.sql("select * from data_set order by created_at desc, id")
                .query(DataSets::dataSet)
                .list();
    }

    /**
     * A revision.
     *
     * @param id the data set
     * @param number the revision
     * @return the revision
     * @throws ProblemException 404 when there is none
     */
    public Revision revision(String id, int number) {
        return jdbc.sql("select * from data_set_revision where data_set_id = ? and revision = ?")
                .params(id, number)
                .query(DataSets::revision)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("revision", id + "/" + number));
    }

    /**
     * The newest revision that can be planned.
     *
     * @param id the data set
     * @return the revision; empty: none is ready
     */
    public Optional<Revision> findLatestReady(String id) {
        return jdbc.sql("select * from data_set_revision where data_set_id = ? and state = 'READY'"
                        + " order by revision desc limit 1")
                .param(id)
                .query(DataSets::revision)
                .optional();
    }

    /**
     * A revision, or the newest that can be planned.
     *
     * @param id the data set
     * @param number the revision; null: the newest that is ready
     * @return the revision
     * @throws ProblemException 404 when there is none
     */
    public Revision readyRevision(String id, @Nullable Integer number) {
        return number != null
                ? revision(id, number)
                : findLatestReady(id).orElseThrow(() -> ProblemException.notFound("revision", id));
    }

    /**
     * Revisions of a data set.
     *
     * @param id the data set
     * @return the newest first
     */
    public List<Revision> revisions(String id) {
        return jdbc.sql("select * from data_set_revision where data_set_id = ? order by revision desc")
                .param(id)
                .query(DataSets::revision)
                .list();
    }

    /**
     * Adds a data set.
     *
     * @param dataSet the data set, whose id is not taken
     */
    public void add(StoredDataSet dataSet) {
        jdbc.sql("insert into data_set (id, name, created_at, created_by) values (?, ?, ?, ?)")
                .params(dataSet.id(), dataSet.name(), dataSet.createdAt().atOffset(ZoneOffset.UTC), dataSet.createdBy())
                .update();
    }

    /**
     * Adds a revision.
     *
     * @param revision the revision, whose number is not taken
     * @throws org.springframework.dao.DuplicateKeyException when it is
     */
    public void add(Revision revision) {
        jdbc.sql("insert into data_set_revision (data_set_id, revision, state, origin, parent, note, uploaded, content,"
                        + " issues, error_count, warning_count, input_hash, programme_id, staff_count, job_id, created_at,"
                        + " created_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        revision.dataSetId(),
                        revision.number(),
                        revision.state().name(),
                        revision.origin().name(),
                        revision.parent(),
                        revision.note(),
                        revision.uploaded(),
                        revision.content(),
                        revision.issues(),
                        revision.errorCount(),
                        revision.warningCount(),
                        revision.inputHash(),
                        revision.programmeId(),
                        revision.staffCount(),
                        revision.jobId(),
                        revision.createdAt().atOffset(ZoneOffset.UTC),
                        revision.createdBy())
                .update();
    }

    /** {@return the newest revision of each data set, in no order} */
    public List<Revision> newestRevisions() {
        return jdbc.sql("select r.* from data_set_revision r join (select data_set_id, max(revision) as newest"
                        + " from data_set_revision group by data_set_id) n"
                        + " on n.data_set_id = r.data_set_id and n.newest = r.revision")
                .query(DataSets::revision)
                .list();
    }

    /** Keeps others from adding revisions of a data set, or deleting it, until this transaction ends. */
    void lock(String id) {
        if (jdbc.sql("select id from data_set where id = ? for update")
                .param(id)
                .query(String.class)
                .list()
                .isEmpty()) {
            throw ProblemException.notFound("data-set", id);
        }
    }

    /** {@return the number the next revision gets} */
    int nextRevision(String id) {
        return jdbc.sql("select coalesce(max(revision), 0) + 1 from data_set_revision where data_set_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** Stores what reading a revision gave, unless that has been done. */
    void complete(Revision done) {
        jdbc.sql("update data_set_revision set state = ?, content = ?, issues = ?, error_count = ?, warning_count = ?,"
                        + " input_hash = ?, programme_id = ?, staff_count = ?"
                        + " where data_set_id = ? and revision = ? and state = 'IMPORTING'")
                .params(
                        done.state().name(),
                        done.content(),
                        done.issues(),
                        done.errorCount(),
                        done.warningCount(),
                        done.inputHash(),
                        done.programmeId(),
                        done.staffCount(),
                        done.dataSetId(),
                        done.number())
                .update();
    }

    /** A revision that will not be read. */
    void fail(String id, int number) {
        jdbc.sql("update data_set_revision set state = 'FAILED'"
                        + " where data_set_id = ? and revision = ? and state = 'IMPORTING'")
                .params(id, number)
                .update();
    }

    /**
     * Whether a plan of a data set is, or ever was, published.
     *
     * @param id the data set
     * @return whether one was: the data set cannot be deleted any more
     */
    public boolean wasPublished(String id) {
        return jdbc.sql("select count(*) from publication where data_set_id = ?")
                                .param(id)
                                .query(Integer.class)
                                .single()
                        > 0
                || countPlans(id, "'PUBLISHED', 'SUPERSEDED'") > 0;
    }

    /** {@return whether a job makes a plan of the data set, or reads a revision of it} */
    boolean isAtWork(String id) {
        return countPlans(id, "'QUEUED', 'SOLVING'") > 0
                || revisions(id).stream().anyMatch(revision -> revision.state() == State.IMPORTING);
    }

    private int countPlans(String id, String states) {
        return jdbc.sql("select count(*) from plan where data_set_id = ? and state in (" + states + ")")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /**
     * Deletes a data set with its revisions, drafts and records.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when something else refers to it
     */
    void delete(String id) {
        for (String statement : List.of(
                "delete from plan_score where plan_id in (select id from plan where data_set_id = ?)",
                "delete from manual_decision where plan_id in (select id from plan where data_set_id = ?)",
                "delete from attendance where data_set_id = ?",
                "delete from export_file where plan_id in (select id from plan where data_set_id = ?)",
                "delete from disruption where data_set_id = ?",
                "update plan set parent_id = null where data_set_id = ?",
                "delete from plan where data_set_id = ?",
                "delete from data_set_revision where data_set_id = ?",
                "delete from data_set where id = ?")) {
            jdbc.sql(statement).param(id).update();
        }
    }

    private static StoredDataSet dataSet(ResultSet row, int index) throws SQLException {
        return new StoredDataSet(
                row.getString("id"),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"));
    }

    private static Revision revision(ResultSet row, int index) throws SQLException {
        return new Revision(
                row.getString("data_set_id"),
                row.getInt("revision"),
                State.valueOf(row.getString("state")),
                Origin.valueOf(row.getString("origin")),
                row.getObject("parent", Integer.class),
                row.getString("note"),
                row.getString("uploaded"),
                row.getString("content"),
                row.getString("issues"),
                row.getInt("error_count"),
                row.getInt("warning_count"),
                row.getString("input_hash"),
                row.getString("programme_id"),
                row.getInt("staff_count"),
                row.getString("job_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"));
    }
}
