package io.muster.api.output;

import io.muster.api.error.BadRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks of a path that is about to be written. */
public final class OutputPath {
    private OutputPath() {}

    /**
     * Checks that a folder may be written: it is absent, or holds nothing but files of an older result.
     *
     * @param folder the folder
     * @param names the files a result may have
     * @throws BadRequestException when it may not
     */
    public static void requireFolder(Path folder, Set<String> names) {
        if (Files.isDirectory(folder)) {
            firstForeign(folder, names).ifPresent(name -> {
                throw new BadRequestException(folder + " holds other files, such as " + name
                        + ". Choose a new or empty folder, so that nothing is overwritten.");
            });
            requireWritable(folder, folder);
        } else if (Files.exists(folder)) {
            throw new BadRequestException(folder + " is a file. Choose a folder.");
        } else {
            requireParent(folder);
        }
    }

    /**
     * Checks that a file may be written: it is absent or a file.
     *
     * @param file the file
     * @throws BadRequestException when it may not
     */
    public static void requireFile(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadRequestException(file + " is a folder. Choose a file.");
        }
        requireParent(file);
    }

    private static void requireParent(Path path) {
        Path ancestor = path.toAbsolutePath().normalize().getParent();
        while (ancestor != null && !Files.exists(ancestor)) {
            ancestor = ancestor.getParent();
        }
        if (ancestor == null || !Files.isDirectory(ancestor)) {
            throw new BadRequestException(path + " cannot be made: " + ancestor + " is not a folder.");
        }
        requireWritable(ancestor, path);
    }

    private static void requireWritable(Path folder, Path wanted) {
        if (!Files.isWritable(folder)) {
            throw new BadRequestException(wanted + " cannot be written: no permission for " + folder + ".");
        }
    }

    private static Optional<String> firstForeign(Path folder, Set<String> names) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !names.contains(name))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
