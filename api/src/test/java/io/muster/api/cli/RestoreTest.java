package io.muster.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNoBackupIsBadInputAndNoBug() throws IOException {
        Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
        Path zip = folder.resolve("other.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("staff.csv"));
        }

        expectRefused(folder.resolve("nowhere.zip"), "there is no file");
        expectRefused(text, "it is no zip");
        expectRefused(zip, "This is no backup of Muster");
    }

    private void expectRefused(Path file, String why) {
        CliRun run = CliRun.of(
                "restore", file.toString(), "--home", folder.resolve("home").toString());

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(why);
    }
}
