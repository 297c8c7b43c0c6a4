package io.muster.rules;

import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.muster.rules.RuleSetReport.RuleLine;
import io.muster.rules.RuleSetReport.ScenarioResult;
import io.muster.rules.RuleSetReport.Sheet;
import io.muster.rules.RuleSetReport.SheetRow;
import io.muster.rules.fact.Equivalent;
import io.muster.rules.fact.Proposal;
import io.muster.rules.sheet.RuleIssue;
import io.muster.rules.sheet.ScopeSheet;
import io.muster.rules.sheet.ScopeSheetReader;
import io.muster.rules.sheet.TableReader;
import io.muster.rules.sheet.Vocabulary;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads, compiles and checks rule sets. Stateless and safe for any number of threads. */
public final class RuleSetLoader {
    private static final Comparator<Issue> BY_PLACE = Comparator.comparing(Issue::file)
            .thenComparing(Issue::row, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Issue::column, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Issue::code)
            .thenComparing(Issue::message);

    /** {@return ids of the rule sets that are shipped, sorted} */
    public Set<String> shippedIds() {
        return RuleSetFiles.shippedIds();
    }

    /**
     * Loads a shipped rule set.
     *
     * @param id its id
     * @return the rule set and what was found
     * @throws IllegalArgumentException if no rule set of that id is shipped
     */
    public LoadedRuleSet shipped(String id) {
        return load(RuleSetFiles.shipped(id));
    }

    /**
     * Loads a rule set from a folder.
     *
     * @param folder the folder, with ruleset.json, scope.csv or scope.xlsx, and optionally *.drl, families.csv,
     *     equivalents.csv and scenarios.csv
     * @return the rule set and what was found; every problem of every file in one pass
     */
    public LoadedRuleSet load(Path folder) {
        try {
            return load(RuleSetFiles.ofFolder(folder));
        } catch (IOException e) {
            return new LoadedRuleSet(
                    Optional.empty(),
                    List.of(RuleIssue.RULE_FILE_UNREADABLE.in(
                            folder.toString(),
                            null,
                            null,
                            null,
                            "The folder cannot be read: " + e.getMessage() + ". Name a folder with a ruleset.json.")));
        }
    }

    /**
     * Lays a shipped rule set open.
     *
     * @param id its id
     * @return everything about it
     * @throws IllegalArgumentException if no rule set of that id is shipped
     */
    public RuleSetReport reportShipped(String id) {
        return report(RuleSetFiles.shipped(id));
    }

    /**
     * Lays the rule set of a folder open.
     *
     * @param folder the folder, as for {@link #load(Path)}
     * @return everything about it; every problem of every file in one pass
     * @throws IOException if the folder cannot be read
     */
    public RuleSetReport report(Path folder) throws IOException {
        return report(RuleSetFiles.ofFolder(folder));
    }

    /**
     * Whether clauses are those of a shipped rule set: clauses are code, and whoever may not bring code of their own may
     * still bring these.
     *
     * @param content bytes of a clause file
     * @return whether a shipped rule set has a clause file with these bytes
     */
    public boolean isShippedClauses(byte[] content) {
        return shippedIds().stream()
                .flatMap(id -> RuleSetFiles.shipped(id).clauseFiles())
                .anyMatch(clauses -> Arrays.equals(clauses, content));
    }

    /**
     * The files of a shipped rule set, to start one's own from.
     *
     * @param id its id
     * @return contents by file name
     * @throws IllegalArgumentException if no rule set of that id is shipped
     */
    public SortedMap<String, byte[]> shippedFiles(String id) {
        return RuleSetFiles.shipped(id).contents();
    }

    /**
     * Whether a rule set reads files of a name.
     *
     * @param name the name
     * @return whether it does
     */
    public static boolean isRuleSetFile(String name) {
        return RuleSetFiles.isKnown(name);
    }

    private static LoadedRuleSet load(RuleSetFiles files) {
        RuleSetReport report = report(files);
        return new LoadedRuleSet(report.ruleSet(), report.issues());
    }

    private static RuleSetReport report(RuleSetFiles files) {
        List<Issue> issues = new ArrayList<>();
        RuleSet.Header header = files.find(RuleSetFiles.HEADER)
                .map(content -> HeaderReader.read(content, issues))
                .orElse(null);
        Optional<RuleSet> read = read(files, header, issues);
        List<ScenarioResult> scenarios =
                read.map(ruleSet -> RuleSetChecks.check(ruleSet, issues)).orElse(List.of());
        issues.sort(BY_PLACE);
        return new RuleSetReport(
                hasError(issues) ? Optional.empty() : read,
                header == null ? "" : header.id(),
                header == null ? "" : header.name(),
                header == null ? "" : header.version(),
                files.hash(),
                header == null ? Map.of() : header.parameters().asMap(),
                sheetAsTexts(files),
                read.map(ruleSet -> rules(ruleSet, scenarios)).orElse(List.of()),
                scenarios,
                issues);
    }

    private static List<RuleLine> rules(RuleSet ruleSet, List<ScenarioResult> scenarios) {
        Set<String> fired = scenarios.stream()
                .flatMap(scenario -> scenario.fired().stream())
                .collect(Collectors.toSet());
        List<RuleLine> rules = new ArrayList<>();
        for (String name : ruleSet.ruleNames()) {
            String id = Proposal.idOf(name);
            Integer row = ruleSet.sheetRow(id);
            String file =
                    row == null ? ruleSet.engine().file(id) : ruleSet.sheet().file();
            rules.add(new RuleLine(id, name, file, row, fired.contains(id)));
        }
        return rules;
    }

    /** The sheet as it was written, also where cells or columns are wrong. */
    private static Sheet sheetAsTexts(RuleSetFiles files) {
        String file = files.find(RuleSetFiles.SHEET_CSV).isPresent() ? RuleSetFiles.SHEET_CSV : RuleSetFiles.SHEET_XLSX;
        List<String> columns = List.copyOf(ScopeSheetReader.COLUMNS);
        return files.find(file)
                .map(content -> new Sheet(
                        file,
                        columns,
                        TableReader.read(file, content, ScopeSheetReader.COLUMNS, new ArrayList<>()).records().stream()
                                .map(record -> new SheetRow(
                                        record.row(),
                                        columns.stream().map(record::text).toList()))
                                .toList()))
                .orElse(new Sheet("", columns, List.of()));
    }

    private static boolean hasError(List<Issue> issues) {
        return issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
    }

    private static Optional<RuleSet> read(RuleSetFiles files, RuleSet.@Nullable Header header, List<Issue> issues) {
        if (files.find(RuleSetFiles.HEADER).isEmpty()) {
            issues.add(RuleIssue.RULE_FILE_MISSING.in(
                    RuleSetFiles.HEADER, null, null, null, "ruleset.json is missing. Add it."));
        }
        Vocabulary vocabulary = header == null ? Vocabulary.NONE : header.vocabulary();
        FamilyMap families = files.find(FamilyMap.FILE)
                .map(content -> FamilyMap.read(content, vocabulary, issues))
                .orElseGet(FamilyMap::byRole);
        List<Equivalent> equivalents = files.find(Equivalents.FILE)
                .map(content -> Equivalents.read(content, vocabulary, issues))
                .orElse(List.of());
        List<Scenario> scenarios = files.find(Scenario.FILE)
                .map(content -> Scenario.read(content, vocabulary, issues))
                .orElse(List.of());
        Optional<ScopeSheet> sheet = sheet(files, vocabulary, issues);
        SortedMap<String, String> clauses = clauses(files, issues);
        if (header == null || sheet.isEmpty()) {
            return Optional.empty();
        }
        return RuleEngine.compile(sheet.get(), clauses, issues)
                .map(engine ->
                        new RuleSet(header, files.hash(), sheet.get(), families, equivalents, scenarios, engine));
    }

    private static SortedMap<String, String> clauses(RuleSetFiles files, List<Issue> issues) {
        try {
            return files.clauses();
        } catch (CharacterCodingException e) {
            issues.add(RuleIssue.RULE_FILE_UNREADABLE.in(
                    "*.drl", null, null, null, "A clause file is not UTF-8. Save it as UTF-8."));
            return new TreeMap<>();
        }
    }

    private static Optional<ScopeSheet> sheet(RuleSetFiles files, Vocabulary vocabulary, List<Issue> issues) {
        boolean csv = files.find(RuleSetFiles.SHEET_CSV).isPresent();
        boolean xlsx = files.find(RuleSetFiles.SHEET_XLSX).isPresent();
        if (csv == xlsx) {
            RuleIssue kind = csv ? RuleIssue.RULE_DUPLICATE : RuleIssue.RULE_FILE_MISSING;
            issues.add(kind.in(
                    RuleSetFiles.SHEET_CSV,
                    null,
                    null,
                    null,
                    csv
                            ? "There are both scope.csv and scope.xlsx. Remove one."
                            : "There is neither scope.csv nor scope.xlsx. Add one."));
            return Optional.empty();
        }
        String name = csv ? RuleSetFiles.SHEET_CSV : RuleSetFiles.SHEET_XLSX;
        return files.find(name).map(content -> ScopeSheetReader.read(name, content, vocabulary, issues));
    }
}
