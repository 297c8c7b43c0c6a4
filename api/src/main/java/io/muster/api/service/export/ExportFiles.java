package io.muster.api.service.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files in the database that jobs write. */
@Component
class ExportFiles {
    private final JdbcClient jdbc;

    ExportFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ExportFile> find(String id) {
        return jdbc.sql("select * from export_file where id = ?")
                .param(id)
                .query(ExportFiles::file)
                .optional();
    }

    void add(ExportFile file) {
        jdbc.sql("insert into export_file (id, plan_id, what, format, bcu, job_id, created_at, created_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        file.id(),
                        file.planId(),
                        file.what(),
                        file.format().name(),
                        file.bcu(),
                        file.jobId(),
                        file.createdAt().atOffset(ZoneOffset.UTC),
                        file.createdBy())
                .update();
    }

    void complete(String id, String content) {
        jdbc.sql("update export_file set content = ? where id = ?")
                .params(content, id)
                .update();
    }

    private static ExportFile file(ResultSet row, int index) throws SQLException {
        return new ExportFile(
                row.getString("id"),
                row.getString("plan_id"),
                row.getString("what"),
                FileFormat.valueOf(row.getString("format")),
                row.getString("bcu"),
                row.getString("job_id"),
                row.getString("content"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"));
    }
}
