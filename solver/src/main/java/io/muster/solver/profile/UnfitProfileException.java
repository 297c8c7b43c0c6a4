package io.muster.solver.profile;

/** A profile that cannot be used; its message says which key, and what to do. */
public final class UnfitProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Something wrong with a profile.
     *
     * @param message a sentence for whoever wrote it
     */
    public UnfitProfileException(String message) {
        super(message);
    }
}
