package io.muster.api.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "muster", mixinStandardHelpOptions = true)
final class MusterMain implements Runnable {
    public static void main(String[] args) {
        System.exit(new CommandLine(new MusterMain()).execute(args));
    }

    @Override
    public void run() {}
}
