package io.muster.benchmarks.suite;

/** A suite, settings, profile or option that cannot be used; its message says which, where, and what to do. */
public final class BenchInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Something wrong with what was asked for.
     *
     * @param message a sentence for the one who asked
     */
    public BenchInputException(String message) {
        super(message);
    }
}
