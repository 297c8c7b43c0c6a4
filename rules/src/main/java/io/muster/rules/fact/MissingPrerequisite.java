package io.muster.rules.fact;

/**
 * A person needs a module, but a module that comes before it is neither completed nor credited, and no rule has spoken
 * about it. Clauses of the agenda group {@code prerequisites} say what follows from it.
 */
public final class MissingPrerequisite {
    private final PersonFacts person;
    private final ModuleFacts module;
    private final ModuleFacts prerequisite;

    MissingPrerequisite(PersonFacts person, ModuleFacts module, ModuleFacts prerequisite) {
        this.person = person;
        this.module = module;
        this.prerequisite = prerequisite;
    }

    /** {@return the person} */
    public PersonFacts getPerson() {
        return person;
    }

    /** {@return the module that the person needs} */
    public ModuleFacts getModule() {
        return module;
    }

    /** {@return the missing module, which comes before it directly or through others} */
    public ModuleFacts getPrerequisite() {
        return prerequisite;
    }
}
