package io.muster.rules.fact;

/** Makes the proposals of sheet rows; the global {@code rows} of the rules that are generated from the sheet. */
public interface RowProposals {

    /**
     * The proposal of a row for a person that it matches.
     *
     * @param person the person
     * @param row the row's number; 1 is the header
     * @return the proposal
     */
    Proposal propose(PersonFacts person, int row);
}
