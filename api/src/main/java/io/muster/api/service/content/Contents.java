package io.muster.api.service.content;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whole files, kept in the database in chunks under the SHA-256 of their bytes: they never change, and the same bytes are
 * stored once. The work folder holds copies for code that reads files; it may be emptied at any time.
 */
@Component
public final class Contents {
    /** Fits H2's binary columns, and is small enough to stream. */
    private static final int CHUNK_BYTES = 512 * 1024;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Path folder;

    Contents(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, WorkFolder work) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.folder = work.folder("content");
    }

    /**
     * Stores a file, all of it or nothing.
     *
     * @param file the file
     * @return its hash, 64 hexadecimal digits
     */
    public String store(Path file) {
        String sha256 = hash(file);
        if (!touch(sha256)) {
            try {
                transaction.executeWithoutResult(status -> insert(sha256, file));
            } catch (DuplicateKeyException e) {
                // Somebody else has just stored the same bytes.
            }
        }
        return sha256;
    }

    /**
     * Stores bytes, all of them or nothing.
     *
     * @param bytes the bytes
     * @return their hash, 64 hexadecimal digits
     */
    public String store(byte[] bytes) {
        Path file = temporary(".bytes");
        try {
            Files.write(file, bytes);
            return store(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    /**
     * Stores text as UTF-8.
     *
     * @param text the text
     * @return its hash, 64 hexadecimal digits
     */
    public String storeText(String text) {
        return store(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Deletes a content that nothing refers to any more.
     *
     * @param sha256 the content's hash
     */
    public void delete(String sha256) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from content_chunk where sha256 = ?").param(sha256).update();
            jdbc.sql("delete from content where sha256 = ?").param(sha256).update();
        });
    }

    /**
     * A file with a content; not to be changed.
     *
     * @param sha256 the content's hash
     * @param extension how the file's name ends, such as {@code .zip}, as readers tell formats by it
     * @return the file in the work folder
     * @throws IllegalArgumentException when there is no such content
     */
    public Path file(String sha256, String extension) {
        Path file = folder.resolve(sha256 + extension);
        if (Files.exists(file)) {
            return file;
        }
        Path part = temporary(".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            write(sha256, out);
        } catch (IOException e) {
            delete(part);
            throw new UncheckedIOException(e);
        }
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /**
     * Reads a content that is text.
     *
     * @param sha256 the content's hash
     * @return the text
     * @throws IllegalArgumentException when there is no such content
     */
    public String text(String sha256) {
        try {
            return Files.readString(file(sha256, ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A name for a file of one's own in the work folder.
     *
     * @param extension how it ends
     * @return a file that is not there yet; whoever makes it deletes it
     */
    public Path temporary(String extension) {
        return folder.resolve("tmp-" + UUID.randomUUID() + extension);
    }

    private void write(String sha256, OutputStream out) throws IOException {
        if (!exists(sha256)) {
            throw new IllegalArgumentException(
                    "There is no content " + sha256 + ". Maybe it was deleted by the retention job.");
        }
        for (int number = 0; ; number++) {
            byte[] chunk = jdbc.sql("select bytes from content_chunk where sha256 = ? and number = ?")
                    .params(sha256, number)
                    .query((row, index) -> row.getBytes(1))
                    .optional()
                    .orElse(null);
            if (chunk == null) {
                return;
            }
            out.write(chunk);
        }
    }

    /** Makes a content count as new, so that the retention job leaves it to whoever is about to refer to it. */
    private boolean touch(String sha256) {
        return jdbc.sql("update content set created_at = ? where sha256 = ?")
                        .params(clock.instant().atOffset(ZoneOffset.UTC), sha256)
                        .update()
                > 0;
    }

    private boolean exists(String sha256) {
        return jdbc.sql("select count(*) from content where sha256 = ?")
                        .param(sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void insert(String sha256, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            jdbc.sql("insert into content (sha256, length, created_at) values (?, ?, ?)")
                    .params(sha256, Files.size(file), clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            byte[] chunk = in.readNBytes(CHUNK_BYTES);
            for (int number = 0; chunk.length > 0; number++) {
                jdbc.sql("insert into content_chunk (sha256, number, bytes) values (?, ?, ?)")
                        .params(sha256, number, chunk)
                        .update();
                chunk = in.readNBytes(CHUNK_BYTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (FileNotFoundException e) {
            throw new IllegalArgumentException("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
