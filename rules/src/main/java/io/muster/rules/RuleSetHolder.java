package io.muster.rules;

import java.nio.file.Path;

/**
 * The rule set in use, replaced without a restart. A rule set with errors never replaces the one in use. Safe for any
 * number of threads: whoever took {@link #current} keeps that rule set to the end of the work.
 */
public final class RuleSetHolder {
    private final RuleSetLoader loader = new RuleSetLoader();
    private volatile RuleSet current;

    /**
     * Holds a rule set.
     *
     * @param initial the first one
     */
    public RuleSetHolder(RuleSet initial) {
        this.current = initial;
    }

    /** {@return the rule set in use} */
    public RuleSet current() {
        return current;
    }

    /**
     * Loads a rule set and, unless it has errors, puts it in use. Reloads run one after another, so that the last one
     * asked for is the one in use.
     *
     * @param folder folder of the rule set
     * @return what came of loading; without a rule set, the one in use has stayed
     */
    public synchronized LoadedRuleSet reload(Path folder) {
        LoadedRuleSet loaded = loader.load(folder);
        loaded.ruleSet().ifPresent(ruleSet -> current = ruleSet);
        return loaded;
    }
}
