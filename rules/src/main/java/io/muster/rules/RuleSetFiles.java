package io.muster.rules;

import io.muster.data.plan.CodePointOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of a rule set in memory, by name. Files that no rule set has are left out. */
final class RuleSetFiles {
    static final String HEADER = "ruleset.json";
    static final String SHEET_CSV = "scope.csv";
    static final String SHEET_XLSX = "scope.xlsx";
    private static final String CLAUSES = ".drl";
    private static final Set<String> NAMES =
            Set.of(HEADER, SHEET_CSV, SHEET_XLSX, FamilyMap.FILE, Equivalents.FILE, Scenario.FILE);

    /** The files of shipped rule sets are listed, not searched for: a packaged jar cannot be searched reliably. */
    private static final Map<String, List<String>> SHIPPED = Map.of(
            "everyone", List.of(HEADER, SHEET_CSV, "clauses.drl", Scenario.FILE),
            "role-matrix", List.of(HEADER, SHEET_CSV, "clauses.drl", FamilyMap.FILE, Equivalents.FILE, Scenario.FILE));

    private final SortedMap<String, byte[]> contents;

    private RuleSetFiles(SortedMap<String, byte[]> contents) {
        this.contents = Collections.unmodifiableSortedMap(contents);
    }

    static boolean isKnown(String name) {
        return NAMES.contains(name) || name.endsWith(CLAUSES);
    }

    static Set<String> shippedIds() {
        return Collections.unmodifiableSet(new TreeSet<>(SHIPPED.keySet()));
    }

    static RuleSetFiles ofFolder(Path folder) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>(CodePointOrder.COMPARATOR);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (Files.isRegularFile(file) && isKnown(name)) {
                    contents.put(name, Files.readAllBytes(file));
                }
            }
        }
        return new RuleSetFiles(contents);
    }

    static RuleSetFiles shipped(String id) {
        List<String> names = SHIPPED.get(id);
        if (names == null) {
            throw new IllegalArgumentException(
                    "There is no shipped rule set '" + id + "'. Maybe one of " + shippedIds() + "?");
        }
        SortedMap<String, byte[]> contents = new TreeMap<>(CodePointOrder.COMPARATOR);
        for (String name : names) {
            String path = "/io/muster/rules/sets/" + id + "/" + name;
            try (InputStream stream = Objects.requireNonNull(RuleSetFiles.class.getResourceAsStream(path), path)) {
                contents.put(name, stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new RuleSetFiles(contents);
    }

    Optional<byte[]> find(String name) {
        return Optional.ofNullable(contents.get(name));
    }

    /** {@return contents by file name} */
    SortedMap<String, byte[]> contents() {
        return contents;
    }

    /** {@return bytes of the clause files} */
    Stream<byte[]> clauseFiles() {
        return contents.entrySet().stream()
                .filter(file -> file.getKey().endsWith(CLAUSES))
                .map(Map.Entry::getValue);
    }

    /** Texts of the clause files, by name. */
    SortedMap<String, String> clauses() throws CharacterCodingException {
        SortedMap<String, String> clauses = new TreeMap<>(CodePointOrder.COMPARATOR);
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            if (file.getKey().endsWith(CLAUSES)) {
                clauses.put(
                        file.getKey(),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(file.getValue()))
                                .toString());
            }
        }
        return clauses;
    }

    /** SHA-256 over each file's name, length and content, in the order of the names; hexadecimal. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((name, content) -> {
                byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(8)
                        .putInt(bytes.length)
                        .putInt(content.length)
                        .array());
                digest.update(bytes);
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
