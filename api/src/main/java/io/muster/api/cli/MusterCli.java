package io.muster.api.cli;

import io.muster.api.cli.Console.Verbosity;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line as a whole: the root command, its subcommands and what happens when one fails. */
@Command(
        name = "muster",
        description =
                "Decides who needs which training, and books them onto it without emptying the shifts they come from.",
        versionProvider = MusterCli.Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 fine, 1 a bug, 2 bad input or arguments, 3 short of full coverage (--strict).",
            "",
            "Examples:",
            "  muster demo",
            "  muster generate --people 2000 --out my-data",
            "  muster plan my-data --out my-plan --time 60s"
        })
final class MusterCli implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(names = "--verbose", description = "Print stack traces.", scope = ScopeType.INHERIT)
    private void verbose(boolean verbose) {
        verbosity.set(verbose);
    }

    private final Verbosity verbosity;

    private MusterCli(Verbosity verbosity) {
        this.verbosity = verbosity;
    }

    /**
     * Runs a command.
     *
     * @param services what the commands call
     * @param out where results go
     * @param err where progress and complaints go
     * @param terminal whether {@code err} is a terminal
     * @param args the command line
     * @return the exit code
     */
    static int run(Services services, PrintWriter out, PrintWriter err, boolean terminal, String... args) {
        Verbosity verbosity = new Verbosity();
        Console console = new Console(out, err, terminal, verbosity);
        try {
            return commandLine(services, console, verbosity).execute(args);
        } catch (OutOfMemoryError e) {
            err.println("muster: out of memory. Give it more: MUSTER_HEAP=6g muster ...");
            return ExitCode.BUG;
        } catch (Error e) {
            return new Failures(console).bug(e);
        }
    }

    private static CommandLine commandLine(Services services, Console console, Verbosity verbosity) {
        CommandLine commandLine = new CommandLine(new MusterCli(verbosity))
                .addSubcommand(new GenerateSubcommand(services, console))
                .addSubcommand(new ValidateSubcommand(services, console))
                .addSubcommand(new ScopeSubcommand(services, console))
                .addSubcommand(new CheckSubcommand(services, console))
                .addSubcommand(new PlanSubcommand(services, console))
                .addSubcommand(new ReplanSubcommand(services, console))
                .addSubcommand(new AuditSubcommand(services, console))
                .addSubcommand(new WhySubcommand(services, console))
                .addSubcommand(new OptionsSubcommand(services, console))
                .addSubcommand(new LedgerSubcommand(services, console))
                .addSubcommand(new DiffSubcommand(services, console))
                .addSubcommand(new DecideSubcommand(services, console))
                .addSubcommand(new SimulateSubcommand(services, console))
                .addSubcommand(new DemoSubcommand(services, console))
                .addSubcommand(new ServeSubcommand(console))
                .addSubcommand(new BackupSubcommand(console))
                .addSubcommand(new RestoreSubcommand(console));
        return commandLine
                .setOut(console.out())
                .setErr(console.err())
                .setUsageHelpAutoWidth(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures(console));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /** The version, from the build. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"muster " + io.muster.api.plan.Versions.muster()};
        }
    }
}
