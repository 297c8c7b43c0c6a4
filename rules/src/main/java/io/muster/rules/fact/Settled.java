package io.muster.rules.fact;

import io.muster.data.plan.ScopeDecision;
import java.util.List;

/** The decisions about one person, one for each module of the data set, and the proposals that they were made of. */
public final class Settled {
    private final PersonFacts person;
    private final List<Proposal> proposals;
    private final List<ScopeDecision> decisions;

    Settled(PersonFacts person, List<Proposal> proposals, List<ScopeDecision> decisions) {
        this.person = person;
        this.proposals = List.copyOf(proposals);
        this.decisions = List.copyOf(decisions);
    }

    /** {@return the person} */
    public PersonFacts getPerson() {
        return person;
    }

    /** {@return the proposals, in order of precedence} */
    public List<Proposal> getProposals() {
        return proposals;
    }

    /** {@return the decisions, sorted by module in code points} */
    public List<ScopeDecision> getDecisions() {
        return decisions;
    }
}
