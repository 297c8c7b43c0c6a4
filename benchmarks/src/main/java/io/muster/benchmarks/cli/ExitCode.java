package io.muster.benchmarks.cli;

/** What the program's exit code says; 0 to 2 as everywhere in Muster. */
final class ExitCode {
    /** Everything is fine. */
    static final int OK = 0;

    /** A bug: the program failed, or Muster's own plan failed or broke a rule. */
    static final int BUG = 1;

    /** Bad input or bad arguments; the same number picocli uses. */
    static final int BAD_INPUT = 2;

    /** Measured, and worse than the baseline beyond noise. */
    static final int REGRESSION = 3;

    private ExitCode() {}
}
