package io.muster.api.cli;

import io.muster.api.service.Maintenance;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muster restore}. */
@Command(
        name = "restore",
        description = {
            "Fills a new database of the service from a backup.",
            "Also moves a service from the embedded database to PostgreSQL; docs/SERVICE.md says how.",
        },
        mixinStandardHelpOptions = true)
final class RestoreSubcommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The backup, a zip.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Path file;

    @Mixin
    private final ServiceHome home = new ServiceHome();

    private final Console console;

    RestoreSubcommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        long rows = Maintenance.restore(home.settings(), file);
        console.out().printf("Restored %,d rows from %s%n", rows, file);
        return ExitCode.OK;
    }
}
