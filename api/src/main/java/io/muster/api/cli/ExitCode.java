package io.muster.api.cli;

/** What the program's exit code says. */
final class ExitCode {
    /** Everything is fine. */
    static final int OK = 0;

    /** A bug: the program, not the input, is wrong. */
    static final int BUG = 1;

    /** Bad input or bad arguments; the same number picocli uses. */
    static final int BAD_INPUT = 2;

    /** Planned, but short of full coverage, and {@code --strict} was given. */
    static final int SHORT = 3;

    private ExitCode() {}
}
