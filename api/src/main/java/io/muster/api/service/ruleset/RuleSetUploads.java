package io.muster.api.service.ruleset;

import io.muster.api.service.access.Caller;
import io.muster.api.service.content.Contents;
import io.muster.api.service.ruleset.StoredRuleSet.State;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.upload.Upload;
import io.muster.api.service.upload.Uploads;
import io.muster.api.service.web.ProblemException;
import io.muster.data.io.DataSetTables;
import io.muster.data.issue.Severity;
import io.muster.rules.RuleSetLoader;
import io.muster.rules.RuleSetReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** Takes in rule sets: checked at once, stored whether they passed or not, as long as they have an id. */
@Component
class RuleSetUploads {
    private static final DataSize MOST = DataSize.ofMegabytes(16);
    private static final DataSize MOST_OF_WORKBOOK = DataSize.ofMegabytes(64);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int MOST_NAME = 300;
    private static final int MOST_VERSION = 100;

    private final RuleSets ruleSets;
    private final RuleSetReports reports;
    private final Contents contents;
    private final Uploads uploads;
    private final RuleSetSettings settings;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RuleSetLoader loader = new RuleSetLoader();

    RuleSetUploads(
            RuleSets ruleSets,
            RuleSetReports reports,
            Contents contents,
            Uploads uploads,
            RuleSetSettings settings,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.ruleSets = ruleSets;
        this.reports = reports;
        this.contents = contents;
        this.uploads = uploads;
        this.settings = settings;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** {@return the version that was made of a zip of a rule set's files} */
    StoredRuleSet add(Path zip, Caller caller) {
        return add(uploads.unpack(zip, RuleSetUploads::isFile, MOST), caller);
    }

    /** {@return the version that was made of a rule set's files; those that no rule set has are left out} */
    StoredRuleSet addTexts(Map<String, String> texts, Caller caller) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        texts.forEach((name, text) -> {
            if (text != null && isFile(name)) {
                files.put(name, text.getBytes(StandardCharsets.UTF_8));
            }
        });
        return add(files, caller);
    }

    /** Names become names of files, so that they hold nothing that a path could be made of. */
    private static boolean isFile(String name) {
        return NAME.matcher(name).matches() && RuleSetLoader.isRuleSetFile(name);
    }

    private StoredRuleSet add(SortedMap<String, byte[]> files, Caller caller) {
        checkClauses(files);
        Path folder = contents.temporary("");
        try (Upload canonical = new Upload(contents.temporary(".zip"))) {
            RuleSetZip.writeFolder(files, folder);
            checkWorkbook(folder.resolve("scope.xlsx"));
            RuleSetReport report = reports.report(folder);
            checkHeader(report);
            RuleSetZip.write(files, canonical.file());
            String content = contents.store(canonical.file());
            return Objects.requireNonNull(transaction.execute(status -> store(report, content, caller)));
        } finally {
            delete(folder);
        }
    }

    private StoredRuleSet store(RuleSetReport report, String content, Caller caller) {
        int errors = (int) report.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .count();
        StoredRuleSet stored = new StoredRuleSet(
                new RuleSetRef(report.id(), ruleSets.nextNumber(report.id())),
                report.version(),
                report.name(),
                report.hash(),
                content,
                errors == 0 ? State.DRAFT : State.INVALID,
                errors,
                report.issues().size() - errors,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                caller.userId());
        ruleSets.add(stored);
        trail.write(caller.userId(), "RULE_SET_ADDED", "rule-set/" + stored.ref(), "hash " + stored.hash());
        return stored;
    }

    /** Clauses are code, which is not for everybody to bring. */
    private void checkClauses(SortedMap<String, byte[]> files) {
        boolean hasOwn = files.entrySet().stream()
                .anyMatch(file -> file.getKey().endsWith(".drl") && !loader.isShippedClauses(file.getValue()));
        if (hasOwn && !settings.ownClauses()) {
            throw refused(
                    "clauses-not-permitted",
                    "The rule set brings clauses (*.drl) that no shipped rule set has. Clauses are code: leave them out,"
                            + " take those of a shipped rule set, or have the administrator permit them"
                            + " (muster.rule-sets.own-clauses).",
                    null);
        }
    }

    private void checkWorkbook(Path workbook) {
        if (Files.exists(workbook)) {
            uploads.unpack(workbook, name -> false, MOST_OF_WORKBOOK);
        }
    }

    private static void checkHeader(RuleSetReport report) {
        if (!RuleSets.isId(report.id()) || !fits(report.name(), MOST_NAME) || !fits(report.version(), MOST_VERSION)) {
            throw refused(
                    "rule-set-unnamed",
                    "ruleset.json is missing, cannot be read, or its id, name or version cannot be stored: an id has 1"
                            + " to 100 letters, digits, points, hyphens and underscores.",
                    report);
        }
    }

    private static boolean fits(String text, int most) {
        return text.length() <= most && DataSetTables.isWritable(text);
    }

    private static ProblemException refused(String code, String sentence, @Nullable RuleSetReport report) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_ENTITY, code, sentence, report == null ? List.of() : report.issues());
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
