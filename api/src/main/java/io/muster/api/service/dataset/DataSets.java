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
