package io.muster.solver.search;

/** One kind of move. */
interface MoveKind {

    /** {@return what it does, in a few words, for statistics} */
    String label();

    /**
     * Tries to make one move of this kind in the context's trial.
     *
     * @return whether the trial now holds a change that keeps a valid plan valid; if not, what was tried is of no use
     */
    boolean attempt();
}
