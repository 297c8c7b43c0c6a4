package io.muster.api.cli;

import io.muster.api.service.Maintenance;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster backup}. */
@Command(
        name = "backup",
        description = {
            "Writes everything the service keeps into one file.",
            "The embedded database must not be in use; POST /v1/backups does the same on a running service.",
        },
        mixinStandardHelpOptions = true)
final class BackupSubcommand implements Callable<Integer> {

    @Mixin
    private final ServiceHome home = new ServiceHome();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The backup, a zip.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Path out;

    private final Console console;

    BackupSubcommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        long rows = Maintenance.backUp(home.settings(), out);
        console.out().printf("Backed up %,d rows to %s%n", rows, out);
        return ExitCode.OK;
    }
}
