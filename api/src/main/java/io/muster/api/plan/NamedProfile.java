package io.muster.api.plan;

import io.muster.api.error.BadRequestException;
import io.muster.solver.profile.Profile;
import io.muster.solver.profile.Profiles;
import io.muster.solver.profile.UnfitProfileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A profile of weights under the name that a plan's summary gives it.
 *
 * @param name name of a shipped one; of a file, its name without {@code .json}, an {@code @} and the first 12 digits of its
 *     SHA-256
 * @param profile the profile
 */
public record NamedProfile(String name, Profile profile) {
    private static final String SUFFIX = ".json";
    private static final int HASH_DIGITS = 12;

    /** {@return the shipped profiles, the one that changes nothing first} */
    public static List<NamedProfile> shipped() {
        return Profiles.names().stream().map(name -> find(name).orElseThrow()).toList();
    }

    /**
     * A shipped profile.
     *
     * @param name its name
     * @return the profile; empty: none of this name is shipped
     */
    public static Optional<NamedProfile> find(String name) {
        return Profiles.find(name).map(profile -> new NamedProfile(name, profile));
    }

    /**
     * A shipped profile, or one in a file.
     *
     * @param nameOrFile name of a shipped one, or else a file
     * @return the profile
     * @throws BadRequestException when there is neither, or the file cannot be used
     */
    public static NamedProfile of(String nameOrFile) {
        return find(nameOrFile).orElseGet(() -> read(nameOrFile));
    }

    private static NamedProfile read(String text) {
        Path file = Path.of(text);
        if (!Files.isRegularFile(file)) {
            throw new BadRequestException("there is no profile '" + text + "', and no such file. There are: "
                    + String.join(", ", Profiles.names()) + ".");
        }
        try {
            Profile profile = Profiles.read(file);
            String name = String.valueOf(file.getFileName());
            String stem = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
            return new NamedProfile(stem + "@" + hash(file), profile);
        } catch (UnfitProfileException e) {
            throw new BadRequestException(String.valueOf(e.getMessage()));
        }
    }

    private static String hash(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
