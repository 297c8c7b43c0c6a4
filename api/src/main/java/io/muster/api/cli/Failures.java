package io.muster.api.cli;

import io.muster.api.error.BadInputException;
import io.muster.api.error.BadRequestException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into a message and an exit code. */
final class Failures implements IExecutionExceptionHandler {
    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        if (failure instanceof CommandLine.ParameterException bad) {
            console.err().println("muster: " + bad.getMessage());
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof BadInputException bad) {
            IssuePrinter.print(bad.issues(), console.err());
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof BadRequestException bad) {
            console.err().println("muster: " + bad.getMessage());
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof UncheckedIOException io && io.getCause() instanceof FileSystemException file) {
            console.err()
                    .println("muster: cannot use " + file.getFile() + " ("
                            + file.getClass().getSimpleName().replace("Exception", "") + "). "
                            + "Maybe it is not writable, or something of that name is already there.");
            return ExitCode.BAD_INPUT;
        }
        return bug(failure);
    }

    /**
     * Reports a bug.
     *
     * @param failure what was thrown
     * @return the exit code
     */
    int bug(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        String id = errorId(failure);
        PrintWriter err = console.err();
        String message = failure.getMessage();
        err.println("muster: a bug, error " + id + ": "
                + (message == null ? failure.getClass().getSimpleName() : message));
        if (console.isVerbose()) {
            err.print(trace);
        } else {
            err.println(keep(id, trace.toString()));
        }
        err.flush();
        return ExitCode.BUG;
    }

    private static String keep(String id, String trace) {
        try {
            Path file = Path.of(System.getProperty("java.io.tmpdir"), "muster-error-" + id + ".txt");
            Files.writeString(file, trace, StandardCharsets.UTF_8);
            return "The stack trace is in " + file + "; please send it with your report.";
        } catch (IOException e) {
            return "The stack trace could not be kept (" + e + "); run again with --verbose to see it.";
        }
    }

    /** The same place in the code gives the same id, whatever the data. */
    private static String errorId(Throwable failure) {
        CRC32 crc = new CRC32();
        crc.update(failure.getClass().getName().getBytes(StandardCharsets.UTF_8));
        for (StackTraceElement element : failure.getStackTrace()) {
            crc.update(element.toString().getBytes(StandardCharsets.UTF_8));
        }
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
