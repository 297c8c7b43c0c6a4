package io.muster.benchmarks.report;

import io.muster.benchmarks.result.Comparison;
import io.muster.benchmarks.result.Machine;
import io.muster.benchmarks.result.Results;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report of a suite: one HTML file with its pictures inside, which asks nothing of any other place. */
public final class HtmlReport {
    private static final double BYTES_PER_GIB = 1024.0 * 1024 * 1024;
    private static final String STYLE = "report.css";

    private HtmlReport() {}

    /**
     * Writes a report.
     *
     * @param results what came of a suite
     * @param comparison with its baseline; null: not compared
     * @param file the file; replaced when it is there
     */
    public static void write(Results results, @Nullable Comparison comparison, Path file) {
        try {
            Files.writeString(file, render(results, comparison), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String render(Results results, @Nullable Comparison comparison) {
        Markup markup = new Markup().raw("<!DOCTYPE html>\n");
        markup.open("html", "lang", "en-GB");
        markup.open("head");
        markup.empty("meta", "charset", "utf-8");
        markup.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        markup.leaf("title", "Muster bench: " + results.suite());
        markup.open("style").raw(style()).close();
        markup.close();
        markup.open("body");
        markup.open("main");
        head(markup, results);
        Tables tables = new Tables(markup);
        tables.summary(results);
        if (comparison != null) {
            tables.comparison(comparison);
        }
        new TimeSection(results).draw(markup);
        new SizeSection(results).draw(markup);
        new PeerSection(results).draw(markup);
        new ProfileSection(results).draw(markup);
        new CostSection(results).draw(markup);
        tables.everything(results);
        Glossary.write(markup);
        markup.close();
        markup.close();
        markup.close();
        return markup.toString();
    }

    private static void head(Markup markup, Results results) {
        markup.leaf("h1", "Muster bench: " + results.suite());
        markup.leaf("p", results.description());
        Machine machine = results.machine();
        markup.leaf(
                "p",
                String.format(
                        Locale.ROOT,
                        "%d runs on %s, %d processors, %.0f GiB of memory, %s, %s%s. Each run had a JVM of its own; they"
                                + " came one after another. Figures of plans are the auditor's.",
                        results.runs().size(),
                        machine.processor(),
                        machine.processors(),
                        machine.memoryBytes() / BYTES_PER_GIB,
                        machine.system(),
                        machine.java(),
                        results.revision().isEmpty() ? "" : ", revision " + results.revision()),
                "class",
                "quiet");
        if (results.contenders().size() > 1) {
            markup.open("dl");
            for (Map.Entry<String, String> contender : results.contenders().entrySet()) {
                markup.leaf("dt", contender.getKey());
                markup.leaf("dd", contender.getValue());
            }
            markup.close();
        }
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException(STYLE + " is missing. Maybe the build left resources out.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
