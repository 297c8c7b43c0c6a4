package io.muster.rules.fact;

/**
 * Why a rule proposes something. <strong>The order of these constants is the precedence</strong>: where rules disagree
 * about a person and module, the proposal whose ground stands first decides. This is the one place where conflicts are
 * settled; rules carry no salience. The table in docs/RULES.md is compared with it by a test.
 */
public enum Ground {
    /** The module has been completed. Binding: a completion makes the decision {@code CREDITED} (DATASET.md). */
    COMPLETION(Effect.DECIDES, "already completed"),
    /** An equivalent has been completed or is held. */
    EQUIVALENT(Effect.DECIDES, "holds an equivalent"),
    /** Not there on any day of the programme. */
    NOT_THERE(Effect.DECIDES, "not there during the programme"),
    /** Leaves before the programme ends. */
    LEAVER(Effect.DECIDES, "leaves before the programme ends"),
    /** Policy takes the person out, such as a leadership pathway. */
    EXCLUSION(Effect.DECIDES, "taken out by policy"),
    /** The person asked for the module. */
    OPT_IN(Effect.DECIDES, "opted in"),
    /** Policy does not ask it of such people, unless they opt in. */
    EXEMPTION(Effect.DECIDES, "not asked of such people"),
    /** A row of the business sheet; of several that match, the narrowest. */
    SHEET(Effect.DECIDES, "a row of the sheet"),
    /** A module that is needed comes after this one. */
    PREREQUISITE(Effect.DECIDES, "needed first by another module"),
    /** No rule spoke: what the rule set says for a role that no row covers. */
    DEFAULT(Effect.DECIDES, "no rule spoke"),
    /** Away for long; who needs the module gets it after the return. */
    LONG_ABSENCE(Effect.DEFERS, "away for long"),
    /** In initial training; who needs the module gets it afterwards. */
    INITIAL_TRAINING(Effect.DEFERS, "in initial training"),
    /** A module that comes first is missing; who needs the module gets it afterwards. */
    MISSING_PREREQUISITE(Effect.DEFERS, "a module that comes first is missing"),
    /** Joins after the first day, or leaves before the last: the dates in between remain. */
    SERVICE_DATES(Effect.LIMITS, "there for a part of the programme");

    private final Effect effect;
    private final String words;

    Ground(Effect effect, String words) {
        this.effect = effect;
        this.words = words;
    }

    /** {@return what proposals on this ground do} */
    public Effect effect() {
        return effect;
    }

    /** {@return the ground in a few words, for people} */
    public String words() {
        return words;
    }

    /** What a proposal does when decisions are settled. */
    public enum Effect {
        /** One of these decides: the first in the order of the grounds. */
        DECIDES,
        /** Where the person needs the module, not before a date, or until a condition holds. */
        DEFERS,
        /** Where the person needs the module, only within dates. */
        LIMITS
    }
}
