package io.muster.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.muster.api.explain.OpenCommand;
import io.muster.api.explain.OpenPlan;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every question about a plan takes, and how its answer is printed. */
final class PlanQuestion {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @Parameters(index = "0", paramLabel = "DATASET", description = "The data set: a folder, a .zip or a workbook.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path dataSet;

    @Parameters(index = "1", paramLabel = "PLAN", description = "The plan: a folder, a .zip or a workbook.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path plan;

    @Option(
            names = "--baseline",
            paramLabel = "PLAN",
            description = "The published plan that this one repairs; default with --as-of: the plan itself.")
    private @Nullable Path baseline;

    @Option(
            names = "--disruptions",
            paramLabel = "FILE",
            description = "With --baseline: what happened to it, as muster replan was told.")
    private @Nullable Path disruptions;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The plan is published and this is today: changes cost by notice, what is past or inside the"
                    + " frozen period stays. Default with --baseline: the data set's asOf.")
    private @Nullable LocalDate asOf;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    /** {@return the plan asked about} */
    OpenCommand command() {
        return new OpenCommand(dataSet, plan, baseline, disruptions, asOf);
    }

    /**
     * Opens the plan, asks and prints.
     *
     * @param question what to ask
     * @param text prints the answer for people
     */
    <T> void answer(Services services, Console console, Function<OpenPlan, T> question, Consumer<T> text) {
        ConsoleProgress progress = console.progress();
        OpenPlan open;
        T answer;
        try {
            open = services.explaining().open(command(), progress);
            progress.step("answer");
            answer = question.apply(open);
        } finally {
            progress.done();
        }
        if (!open.warnings().isEmpty()) {
            IssuePrinter.print(open.warnings(), console.err());
        }
        print(console, answer, text);
    }

    /** Prints an answer, as JSON where that was asked for. */
    <T> void print(Console console, T answer, Consumer<T> text) {
        if (json) {
            console.out().println(json(answer));
        } else {
            text.accept(answer);
        }
    }

    /** {@return a count as it fits} */
    static int limit(long count) {
        return (int) Math.min(count, Integer.MAX_VALUE);
    }

    /** {@return an answer as JSON} */
    static String json(Object answer) {
        try {
            return MAPPER.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
