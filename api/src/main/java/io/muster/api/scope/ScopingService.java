package io.muster.api.scope;

import io.muster.api.error.BadInputException;
import io.muster.api.error.BadRequestException;
import io.muster.data.io.ScopeWriter;
import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.muster.data.model.DataSet;
import io.muster.rules.LoadedRuleSet;
import io.muster.rules.RuleSet;
import io.muster.rules.RuleSetLoader;
import io.muster.rules.ScopeBasis;
import io.muster.rules.ScopeComparison;
import io.muster.rules.ScopeResult;
import io.muster.rules.ScopeService;
import io.muster.rules.ScopeTrace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Scope as the commands ask for it. Keep one for several questions: the same is decided once. Thread-safe. */
public final class ScopingService {
    /** The rule set that decides unless another is named: everybody deployable is in scope of every module. */
    public static final String DEFAULT_RULE_SET = "everyone";

    private final RuleSetLoader loader = new RuleSetLoader();
    private final ScopeService scopeService = new ScopeService();
    private final ConcurrentMap<String, LoadedRuleSet> shippedById = new ConcurrentHashMap<>();

    /** What was decided last: most re-plans ask again for the same people. Given up when memory is short. */
    private volatile SoftReference<Remembered> last = new SoftReference<>(null);

    /** A service. */
    public ScopingService() {}

    private record Remembered(RuleSet ruleSet, ScopeBasis basis, ScopeResult result) {

        private boolean answers(RuleSet otherRules, ScopeBasis otherBasis) {
            return ruleSet.id().equals(otherRules.id())
                    && ruleSet.hash().equals(otherRules.hash())
                    && basis.equals(otherBasis);
        }
    }

    /**
     * Decides scope.
     *
     * @param dataSet the data set
     * @param ruleSet id or folder of a rule set; null: the default one
     * @return the decisions
     * @throws BadInputException when the rule set has errors, or does not fit the data set
     * @throws BadRequestException when there is no such rule set
     */
    public DecidedScope decide(DataSet dataSet, @Nullable String ruleSet) {
        return decider(ruleSet).apply(dataSet);
    }

    /**
     * Loads a rule set once, to decide scope of many data sets.
     *
     * @param ruleSet id or folder of a rule set; null: the default one
     * @return decides scope of a data set, as {@link #decide} does
     * @throws BadInputException when the rule set has errors
     * @throws BadRequestException when there is no such rule set
     */
    public Function<DataSet, DecidedScope> decider(@Nullable String ruleSet) {
        LoadedRuleSet loaded = load(ruleSet);
        RuleSet usable = loaded.ruleSet().orElseThrow(() -> new BadInputException(loaded.issues()));
        return dataSet -> {
            ScopeResult result = result(ScopeBasis.of(dataSet), usable);
            List<Issue> issues = new ArrayList<>(loaded.issues());
            issues.addAll(result.issues());
            if (issues.stream().anyMatch(i -> i.severity() == Severity.ERROR)) {
                throw new BadInputException(issues);
            }
            return new DecidedScope(result, issues);
        };
    }

    private ScopeResult result(ScopeBasis basis, RuleSet ruleSet) {
        Remembered known = last.get();
        if (known == null || !known.answers(ruleSet, basis)) {
            known = new Remembered(ruleSet, basis, scopeService.decide(basis, ruleSet));
            last = new SoftReference<>(known);
        }
        return known.result();
    }

    /**
     * Reads, compiles and tests a rule set on its own.
     *
     * @param ruleSet id or folder of a rule set; null: the default one
     * @return every issue, possibly none
     * @throws BadRequestException when there is no such rule set
     */
    public List<Issue> check(@Nullable String ruleSet) {
        return load(ruleSet).issues();
    }

    /**
     * How the decisions about a staff member came about.
     *
     * @param scope the decided scope
     * @param staffId the staff member
     * @return one trace for each module
     * @throws BadRequestException when the data set has no such staff member
     */
    public List<ScopeTrace> why(DecidedScope scope, String staffId) {
        List<ScopeTrace> traces = scope.result().explain(staffId);
        if (traces.isEmpty()) {
            throw new BadRequestException("the data set has no staff member '" + staffId + "'; see staff.csv for ids.");
        }
        return traces;
    }

    /**
     * What would change if another rule set took the place of one.
     *
     * @param dataSet the data set of both
     * @param scope the decisions as they are
     * @param other the decisions as they would be
     * @return the comparison
     */
    public ScopeComparison compare(DataSet dataSet, DecidedScope scope, DecidedScope other) {
        return ScopeComparison.compare(scope.result(), other.result(), dataSet);
    }

    /**
     * Writes decisions as {@code scope.csv}.
     *
     * @param scope the decided scope
     * @param file the file; replaced when it is there
     */
    public void write(DecidedScope scope, Path file) {
        try {
            ScopeWriter.write(scope.decisions(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LoadedRuleSet load(@Nullable String ruleSet) {
        String wanted = ruleSet == null ? DEFAULT_RULE_SET : ruleSet;
        if (loader.shippedIds().contains(wanted)) {
            return shippedById.computeIfAbsent(wanted, loader::shipped);
        }
        if (isFolder(wanted)) {
            return loader.load(Path.of(wanted));
        }
        throw new BadRequestException("there is no rule set '" + wanted + "'. Give the folder of one, or one of: "
                + String.join(", ", loader.shippedIds()) + ".");
    }

    private static boolean isFolder(String text) {
        try {
            return Files.isDirectory(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
