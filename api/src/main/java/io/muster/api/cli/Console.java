package io.muster.api.cli;

import java.io.PrintWriter;

/** Where a command prints, and how. */
final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private final Verbosity verbosity;

    Console(PrintWriter out, PrintWriter err, boolean terminal, Verbosity verbosity) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.verbosity = verbosity;
    }

    /** {@return where results go} */
    PrintWriter out() {
        return out;
    }

    /** {@return where progress and complaints go} */
    PrintWriter err() {
        return err;
    }

    /** {@return whether stack traces are printed} */
    boolean isVerbose() {
        return verbosity.verbose;
    }

    /** {@return a display of progress} */
    ConsoleProgress progress() {
        return new ConsoleProgress(err, terminal, System::nanoTime);
    }

    /** What {@code --verbose} sets, wherever it stands on the command line. */
    static final class Verbosity {
        private boolean verbose;

        void set(boolean verbose) {
            this.verbose = verbose;
        }
    }
}
