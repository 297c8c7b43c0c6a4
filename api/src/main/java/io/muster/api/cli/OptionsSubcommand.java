package io.muster.api.cli;

import io.muster.api.explain.ExplainService;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster options}. */
@Command(
        name = "options",
        description =
                "Where a person could train instead, or who could fill the seats of a session, with the price of each.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Every option keeps every hard rule. Take one with muster decide.",
            "",
            "Examples:",
            "  muster options my-data my-plan --staff P00017 --module C",
            "  muster options my-data my-plan --staff P00017 --as-of 2025-05-06",
            "  muster options my-data my-plan --staff P00017 --whole-day --most 3",
            "  muster options my-data my-plan --session 2025-05-12-AM-LAMBETH-R01 --seats 3"
        })
final class OptionsSubcommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Mixin
    private final PlanQuestion question = new PlanQuestion();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Subject subject;

    @Option(names = "--module", paramLabel = "ID", description = "With --staff: one module; default: all they require.")
    private @Nullable String module;

    @Option(
            names = "--whole-day",
            description = "With --staff: also the days to which several modules of theirs could move together.")
    private boolean wholeDay;

    @Option(
            names = "--seats",
            paramLabel = "N",
            defaultValue = "1",
            converter = CountConverter.class,
            description = "With --session: how many seats to fill; default: ${DEFAULT-VALUE}.")
    private long seats;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "10",
            converter = CountConverter.class,
            description = "The most options to show; default: ${DEFAULT-VALUE}.")
    private long most;

    /** Whom or what the options are for. */
    static final class Subject {
        @Option(names = "--staff", paramLabel = "ID", description = "A staff member.")
        private @Nullable String staff;

        @Option(names = "--session", paramLabel = "ID", description = "A session that runs.")
        private @Nullable String session;
    }

    OptionsSubcommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() {
        AnswerText text = new AnswerText(console.out());
        String staff = subject.staff;
        String session = subject.session;
        if (staff != null && wholeDay) {
            question.answer(
                    services,
                    console,
                    open -> services.explaining().wholeDays(open, staff, module, PlanQuestion.limit(most)),
                    answer -> {
                        text.options(answer.modules());
                        text.days(answer.days());
                    });
        } else if (staff != null) {
            question.answer(
                    services,
                    console,
                    open -> services.explaining().options(open, staff, module, PlanQuestion.limit(most)),
                    text::options);
        } else if (session != null) {
            if (module != null || wholeDay) {
                throw new ParameterException(
                        spec.commandLine(),
                        (wholeDay ? "--whole-day" : "--module") + " goes with --staff, not with --session");
            }
            question.answer(
                    services,
                    console,
                    open -> ExplainService.asked(
                            () -> open.explainer().seats(session, PlanQuestion.limit(seats), PlanQuestion.limit(most))),
                    text::seats);
        }
        return ExitCode.OK;
    }
}
