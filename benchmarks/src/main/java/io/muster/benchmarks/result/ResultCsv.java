package io.muster.benchmarks.result;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Results as CSV: a file of rows, with median and worst of every metric, and a file of single runs. */
public final class ResultCsv {
    private static final List<String> KEY = List.of("case", "limit", "contender", "settings", "profile");
    private static final int DECIMALS = 4;

    private ResultCsv() {}

    /**
     * Writes a line for each row.
     *
     * @param results the results
     * @param file the file; replaced when it is there
     */
    public static void writeRows(Results results, Path file) {
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(KEY);
        Collections.addAll(header, "runs", "failed");
        for (Metric metric : Metric.values()) {
            header.add(metric.id());
            header.add(metric.id() + "Worst");
        }
        lines.add(header);
        for (Row row : results.rows()) {
            List<String> line = new ArrayList<>(key(row.key()));
            line.add(String.valueOf(row.runs().size()));
            line.add(String.valueOf(row.failures()));
            for (Metric metric : Metric.values()) {
                Spread spread = row.spread(metric);
                line.add(number(spread.median()));
                line.add(number(spread.worst(metric.smallerIsBetter())));
            }
            lines.add(line);
        }
        write(lines, file);
    }

    /**
     * Writes a line for each run.
     *
     * @param results the results
     * @param file the file; replaced when it is there
     */
    public static void writeRuns(Results results, Path file) {
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(KEY);
        header.add("seed");
        for (Metric metric : Metric.values()) {
            header.add(metric.id());
        }
        header.add("failure");
        lines.add(header);
        for (Run run : results.runs()) {
            List<String> line = new ArrayList<>(key(run.key()));
            line.add(String.valueOf(run.seed()));
            for (Metric metric : Metric.values()) {
                RunFigures figures = run.figures();
                Double value = figures == null ? null : metric.of(figures);
                line.add(value == null ? "" : number(value));
            }
            String failure = run.failure();
            line.add(failure == null ? "" : failure);
            lines.add(line);
        }
        write(lines, file);
    }

    private static List<String> key(RunKey key) {
        return List.of(key.caseId(), key.limit(), key.contender(), key.settings(), key.profile());
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : BigDecimal.valueOf(value)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static void write(List<List<String>> lines, Path file) {
        CsvMapper mapper = new CsvMapper();
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                SequenceWriter rows = mapper.writer(CsvSchema.emptySchema().withLineSeparator("\n"))
                        .writeValues(out)) {
            for (List<String> line : lines) {
                rows.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
