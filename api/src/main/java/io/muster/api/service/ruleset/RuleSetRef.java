package io.muster.api.service.ruleset;

/**
 * A version of a rule set.
 *
 * @param id id of the rule set
 * @param number number of the version; 0: the shipped one
 */
public record RuleSetRef(String id, int number) {

    /** {@return the bare id of a shipped rule set, and {@code id@number} of an uploaded one} */
    @Override
    public String toString() {
        return number == 0 ? id : id + "@" + number;
    }
}
