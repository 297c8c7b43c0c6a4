package io.muster.api.cli;

import io.muster.solver.PlanSolver;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A run of the command line.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained about
 */
record CliRun(int code, String out, String err) {

    /** Runs a command with a solver that books nobody. */
    static CliRun of(String... args) {
        return with(new BooksNobody(), args);
    }

    /** Runs a command with a solver. */
    static CliRun with(PlanSolver solver, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = MusterCli.run(
                new Services(() -> solver), new PrintWriter(out, true), new PrintWriter(err, true), false, args);
        return new CliRun(code, out.toString(), err.toString());
    }
}
