package io.muster.solver.explain;

/** A question that does not fit the plan, such as why a booking is where it is that is not there. */
public class UnfitQuestionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses a question.
     *
     * @param message what does not fit, and what to ask instead
     */
    UnfitQuestionException(String message) {
        super(message);
    }
}
