package io.muster.rules.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with a rule set, to be changed and broken by tests. */
public final class RuleFolder {
    private static final String COLUMNS =
            "module,role_families,ranks,employment,functions,tags,decision,priority,earliest,latest,reason";

    private final Path folder;

    private RuleFolder(Path folder) {
        this.folder = folder;
    }

    /** A copy of a shipped rule set. */
    public static RuleFolder copyOf(String id, Path folder) {
        RuleFolder copy = new RuleFolder(folder);
        for (String name : List.of(
                "ruleset.json", "scope.csv", "clauses.drl", "families.csv", "equivalents.csv", "scenarios.csv")) {
            try (InputStream stream =
                    RuleFolder.class.getResourceAsStream("/io/muster/rules/sets/" + id + "/" + name)) {
                if (stream != null) {
                    copy.bytes(name, stream.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return copy;
    }

    /** The least a rule set may be: a header without vocabulary, and rows. */
    public static RuleFolder of(Path folder, String... rows) {
        return new RuleFolder(folder).file("ruleset.json", """
                        {"id": "test", "name": "Test", "version": "1",
                         "scenarioProgramme": {"firstDay": "2025-04-07", "lastDay": "2025-08-29",
                           "modules": [{"module": "C", "delivery": "FACE_TO_FACE", "after": []}]}}
                        """).sheet(rows);
    }

    public RuleFolder sheet(String... rows) {
        return file("scope.csv", COLUMNS + "\n" + String.join("\n", rows) + "\n");
    }

    public RuleFolder file(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public RuleFolder bytes(String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public RuleFolder without(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Replaces a text, which must be there. */
    public RuleFolder replace(String name, String old, String replacement) {
        String text = text(name);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(name + " does not contain " + old);
        }
        return file(name, text.replace(old, replacement));
    }

    /** Adds lines to the end of a file. */
    public RuleFolder append(String name, String text) {
        return file(name, text(name) + text);
    }

    public Path path() {
        return folder;
    }

    private String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
