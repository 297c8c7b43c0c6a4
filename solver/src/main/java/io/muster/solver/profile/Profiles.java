package io.muster.solver.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Profiles of weights: those that are shipped, by name, and others from files ({@code NAME.json}). */
public final class Profiles {
    /** Name of the profile that changes nothing. */
    public static final String DEFAULT = "default";

    private static final List<String> NAMES = List.of(
            DEFAULT,
            "cheap-estate",
            "duty-first",
            "flat",
            "front-loaded",
            "full-classes",
            "mixed-classes",
            "short-travel",
            "steady-pace");

    private Profiles() {}

    /** {@return names of the shipped profiles, the one that changes nothing first} */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * A shipped profile.
     *
     * @param name its name
     * @return the profile; empty: none of this name is shipped
     */
    public static Optional<Profile> find(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        try (InputStream in = Objects.requireNonNull(Profiles.class.getResourceAsStream(name + ".json"), name)) {
            return Optional.of(read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a profile.
     *
     * @param file its file
     * @return the profile
     * @throws UnfitProfileException naming the file, and the key where there is one, if it cannot be used
     */
    public static Profile read(Path file) {
        try {
            return read(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new UnfitProfileException(file + ": there is no such file.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Profile read(String source, String text) {
        try {
            Profile profile = ProfileJson.MAPPER.readValue(text, Profile.class);
            if (profile == null) {
                throw new UnfitProfileException(source + ": there is no profile in it.");
            }
            return profile;
        } catch (UnrecognizedPropertyException e) {
            throw new UnfitProfileException(source + ": there is no key '" + ProfileJson.path(e) + "'; known here are "
                    + e.getKnownPropertyIds() + ".");
        } catch (JsonMappingException e) {
            String path = ProfileJson.path(e);
            String reason = e.getCause() instanceof IllegalArgumentException cause
                    ? cause.getMessage()
                    : e.getOriginalMessage();
            throw new UnfitProfileException(source + ": " + (path.isEmpty() ? "" : "'" + path + "': ") + reason + ".");
        } catch (JsonProcessingException e) {
            throw new UnfitProfileException(source + ": line " + e.getLocation().getLineNr() + " is not JSON ("
                    + e.getOriginalMessage() + ").");
        }
    }
}
