package io.muster.api.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster why}. */
@Command(
        name = "why",
        description =
                "Say why a person is in scope, why each booking is where it is, and why what is missing is missing.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Of an unbooked module it says which rule blocks which share of all days and slots, how near the nearest miss"
                    + " is, and what would book it.",
            "",
            "Examples:",
            "  muster why my-data my-plan --staff P00017",
            "  muster why my-data my-plan --staff P00017 --module C --options 10",
            "  muster why my-data my-plan --staff P00017 --as-of 2025-05-06 --json"
        })
final class WhySubcommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Mixin
    private final PlanQuestion question = new PlanQuestion();

    @Option(names = "--staff", paramLabel = "ID", required = true, description = "The staff member.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private String staff;

    @Option(names = "--module", paramLabel = "ID", description = "One module; default: all.")
    private @Nullable String module;

    @Option(
            names = "--rules",
            paramLabel = "ID|FOLDER",
            description = "Rule set to explain scope by; default: the one the plan names.")
    private @Nullable String rules;

    @Option(
            names = "--options",
            paramLabel = "N",
            defaultValue = "3",
            converter = CountConverter.class,
            description = "Alternatives to show for each booking; default: ${DEFAULT-VALUE}.")
    private long options;

    WhySubcommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() {
        question.answer(
                services,
                console,
                open -> services.explaining().why(open, staff, module, rules, PlanQuestion.limit(options)),
                why -> new AnswerText(console.out()).person(why));
        return ExitCode.OK;
    }
}
