package io.muster.api.service.upload;

import io.muster.api.service.content.Contents;
import io.muster.api.service.web.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/** Receives files. */
@Component
public class Uploads {
    private static final int MOST_NAME = 200;
    private static final int BUFFER = 1 << 16;

    private final Contents contents;
    private final UploadSettings settings;

    Uploads(Contents contents, UploadSettings settings) {
        this.contents = contents;
        this.settings = settings;
    }

    /**
     * Receives the body of a request.
     *
     * @param body the body
     * @param extension how the file's name is to end, such as {@code .zip}
     * @return the file
     * @throws ProblemException 413 when it is too long, 400 when it is empty or breaks off
     */
    public Upload receive(InputStream body, String extension) {
        return receive(body, extension, settings.most());
    }

    /**
     * Receives the body of a request.
     *
     * @param body the body
     * @param extension how the file's name is to end, such as {@code .zip}
     * @param most most bytes
     * @return the file
     * @throws ProblemException 413 when it is too long, 400 when it is empty or breaks off
     */
    public Upload receive(InputStream body, String extension, DataSize most) {
        Upload upload = new Upload(contents.temporary(extension));
        try (OutputStream out = Files.newOutputStream(upload.file())) {
            if (copy(body, out, most.toBytes()) == 0) {
                throw ProblemException.bad("body-missing", "The body is empty; send the file in it.");
            }
            return upload;
        } catch (EOFException e) {
            upload.close();
            throw ProblemException.bad("body-incomplete", "The body broke off; send it again.");
        } catch (IOException e) {
            upload.close();
            throw new UncheckedIOException(e);
        } catch (ProblemException e) {
            upload.close();
            throw e;
        }
    }

    /**
     * Packs the files of a form into a zip, under their own names without folders.
     *
     * @param parts the files
     * @return the zip
     * @throws ProblemException 400 when there is none, a name is missing, or stands twice
     */
    public Upload pack(Collection<MultipartFile> parts) {
        SortedMap<String, MultipartFile> byName = new TreeMap<>();
        for (MultipartFile part : parts) {
            if (byName.putIfAbsent(nameOf(part), part) != null) {
                throw ProblemException.bad(
                        "file-twice", "Two files of the upload have the same name; send one of them.");
            }
        }
        if (byName.isEmpty()) {
            throw ProblemException.bad("files-missing", "The form has no file; send at least one, with its name.");
        }
        Upload upload = new Upload(contents.temporary(".zip"));
        try (OutputStream out = Files.newOutputStream(upload.file());
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, MultipartFile> part : byName.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                try (InputStream in = part.getValue().getInputStream()) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
            return upload;
        } catch (IOException e) {
            upload.close();
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The one archive of a form.
     *
     * @param parts the files of the form
     * @param extension how an archive's name ends, such as {@code .zip}
     * @return whether there is one file only, and it is such an archive
     */
    public static boolean isOne(List<MultipartFile> parts, String extension) {
        return parts.size() == 1
                && nameOf(parts.get(0)).toLowerCase(Locale.ROOT).endsWith(extension);
    }

    /**
     * Unpacks the files of a zip into memory.
     *
     * @param zip the zip
     * @param isWanted which names to keep, folders left out
     * @param most most bytes of all files together
     * @return the files by name, without folders
     * @throws ProblemException 413 when they are too many or too large, 422 when the zip is damaged or has a name twice
     */
    public SortedMap<String, byte[]> unpack(Path zip, Predicate<String> isWanted, DataSize most) {
        SortedMap<String, byte[]> files = new TreeMap<>(Comparator.naturalOrder());
        long left = most.toBytes();
        int entries = 0;
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream archive = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (++entries > settings.mostEntries()) {
                    throw tooLarge();
                }
                byte[] bytes = archive.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8L));
                left -= bytes.length;
                if (left < 0) {
                    throw tooLarge();
                }
                String name = lastName(entry.getName());
                if (!entry.isDirectory() && isWanted.test(name) && files.putIfAbsent(name, bytes) != null) {
                    throw damaged("The zip has two files named " + name + ".");
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged("The file is no zip, or damaged.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (entries == 0) {
            throw damaged("The file is no zip, or empty.");
        }
        return files;
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "upload-too-large",
                "The upload is larger than this service takes; its administrator can raise the limit.",
                List.of());
    }

    private static ProblemException damaged(String sentence) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_ENTITY, "archive-damaged", sentence + " Pack the files again.", List.of());
    }

    private static long copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            total += read;
            if (total > most) {
                throw tooLarge();
            }
            out.write(buffer, 0, read);
        }
        return total;
    }

    private static String nameOf(MultipartFile part) {
        String original = part.getOriginalFilename();
        String name = original == null ? "" : lastName(original);
        if (name.isEmpty()
                || name.length() > MOST_NAME
                || name.equals("..")
                || name.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
            throw ProblemException.bad(
                    "file-name-invalid", "A file of the form has no name, or one that cannot be used.");
        }
        return name;
    }

    private static String lastName(String path) {
        String slashes = path.replace('\\', '/');
        return slashes.substring(slashes.lastIndexOf('/') + 1);
    }
}
