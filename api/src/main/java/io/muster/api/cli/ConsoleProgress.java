package io.muster.api.cli;

import io.muster.api.progress.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how far long work is: a bar that redraws itself at a terminal, else a plain line now and then. Written to the
 * error stream, so that a command's result can be piped.
 */
final class ConsoleProgress implements Progress {
    private static final int BAR_WIDTH = 30;
    private static final int LINE_WIDTH = 110;
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private String current = "";
    private long lastShown;
    private boolean barShown;

    ConsoleProgress(PrintWriter err, boolean terminal, LongSupplier nanoTime) {
        this.err = err;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    /** {@return whether the error stream is a terminal, as far as the launcher or the JVM knows} */
    static boolean isTerminal() {
        String told = System.getProperty("muster.terminal");
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }

    @Override
    public void step(String name) {
        clear();
        current = name;
        lastShown = nanoTime.getAsLong();
        if (!terminal) {
            err.println(name + " ...");
            err.flush();
        }
    }

    @Override
    public void update(double fraction, String detail) {
        long now = nanoTime.getAsLong();
        if (now - lastShown < (terminal ? REDRAW_NANOS : LINE_NANOS)) {
            return;
        }
        lastShown = now;
        if (terminal) {
            drawBar(fraction, detail);
        } else {
            err.println(current + share(fraction) + " " + detail);
        }
        err.flush();
    }

    @Override
    public void done() {
        clear();
    }

    private void drawBar(double fraction, String detail) {
        int filled = Double.isNaN(fraction) ? 0 : (int) Math.round(Math.min(1, Math.max(0, fraction)) * BAR_WIDTH);
        String line = String.format(
                Locale.ROOT,
                "%-8s [%s%s]%s %s",
                current,
                "#".repeat(filled),
                "-".repeat(BAR_WIDTH - filled),
                share(fraction),
                detail);
        String shown = line.length() > LINE_WIDTH ? line.substring(0, LINE_WIDTH) : line;
        err.print("\r" + shown + " ".repeat(LINE_WIDTH - shown.length()));
        barShown = true;
    }

    private void clear() {
        if (barShown) {
            err.print("\r" + " ".repeat(LINE_WIDTH) + "\r");
            err.flush();
            barShown = false;
        }
    }

    private static String share(double fraction) {
        return Double.isNaN(fraction) ? "" : String.format(Locale.ROOT, " %3.0f%%", fraction * 100);
    }
}
