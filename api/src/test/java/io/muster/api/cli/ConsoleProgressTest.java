package io.muster.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final StringWriter text = new StringWriter();
    private long now = Duration.ofDays(1).toNanos();

    private ConsoleProgress progress(boolean terminal) {
        return new ConsoleProgress(new PrintWriter(text, true), terminal, () -> now);
    }

    private void wait(Duration duration) {
        now += duration.toNanos();
    }

    @Test
    void logsPlainLinesAtIntervalsWithoutATerminal() {
        ConsoleProgress progress = progress(false);

        progress.step("solve");
        progress.update(0.1, "at once");
        wait(Duration.ofSeconds(5));
        progress.update(0.25, "later");
        progress.update(0.26, "right after");
        progress.done();

        assertThat(text.toString().lines()).containsExactly("solve ...", "solve  25% later");
    }

    @Test
    void leavesOutAShareItDoesNotKnow() {
        ConsoleProgress progress = progress(false);

        progress.step("solve");
        wait(Duration.ofSeconds(5));
        progress.update(Double.NaN, "searching");

        assertThat(text.toString().lines()).last().isEqualTo("solve searching");
    }

    @Test
    void redrawsABarAtATerminalAndWipesIt() {
        ConsoleProgress progress = progress(true);

        progress.step("solve");
        wait(Duration.ofSeconds(1));
        progress.update(0.5, "half");
        progress.done();

        assertThat(text.toString())
                .startsWith("\rsolve    [" + "#".repeat(15) + "-".repeat(15) + "]  50% half")
                .endsWith(" \r")
                .doesNotContain("\n");
    }

    @Test
    void drawsNothingForQuickWorkAtATerminal() {
        ConsoleProgress progress = progress(true);

        progress.step("load");
        progress.update(0.5, "half");
        progress.done();

        assertThat(text.toString()).isEmpty();
    }
}
