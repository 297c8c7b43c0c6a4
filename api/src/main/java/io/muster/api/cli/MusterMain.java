package io.muster.api.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The program's entry. */
public final class MusterMain {

    private MusterMain() {}

    /**
     * Runs a command and ends the JVM with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int code = MusterCli.run(Services.standard(), out, err, ConsoleProgress.isTerminal(), args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** UTF-8 whatever the locale: plans are written in it, and a pound sign must not become a question mark. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
