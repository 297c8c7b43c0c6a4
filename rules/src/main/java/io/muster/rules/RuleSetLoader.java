package io.muster.rules;

import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.muster.rules.fact.Equivalent;
import io.muster.rules.sheet.RuleIssue;
import io.muster.rules.sheet.ScopeSheet;
import io.muster.rules.sheet.ScopeSheetReader;
import io.muster.rules.sheet.Vocabulary;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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

    private static LoadedRuleSet load(RuleSetFiles files) {
        List<Issue> issues = new ArrayList<>();
        Optional<RuleSet> read = read(files, issues);
        read.ifPresent(ruleSet -> RuleSetChecks.check(ruleSet, issues));
        issues.sort(BY_PLACE);
        return new LoadedRuleSet(hasError(issues) ? Optional.empty() : read, issues);
    }

    private static boolean hasError(List<Issue> issues) {
        return issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
    }

    private static Optional<RuleSet> read(RuleSetFiles files, List<Issue> issues) {
        RuleSet.Header header = files.find(RuleSetFiles.HEADER)
                .map(content -> HeaderReader.read(content, issues))
                .orElse(null);
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
