package io.muster.api.service.operate;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.content.Contents;
import io.muster.api.service.trail.Trail;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Backups of a running service. */
@RestController
@Tag(name = "Operations")
class BackupController {
    private final Backup backup;
    private final Contents contents;
    private final Trail trail;

    BackupController(Backup backup, Contents contents, Trail trail) {
        this.backup = backup;
        this.contents = contents;
        this.trail = trail;
    }

    @PostMapping("/v1/backups")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "Everything in the database as one file, for muster restore")
    ResponseEntity<StreamingResponseBody> backup(Caller caller) throws IOException, SQLException {
        Path file = contents.temporary(".zip");
        long rows = backup.write(file);
        trail.write(caller.userId(), "BACKUP_TAKEN", "database", rows + " rows");
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"muster-backup.zip\"")
                .body(out -> {
                    try {
                        Files.copy(file, out);
                    } finally {
                        Files.deleteIfExists(file);
                    }
                });
    }
}
